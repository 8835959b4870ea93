"""Find where a sentence is complete before its end, so that what hangs on the text around it can be cut off."""

import re
from collections.abc import Iterator, Sequence

from quizgen.generating.clauses import CONDITION, is_spliced
from quizgen.generating.plans import FAILED, PLAN
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.dates import YEAR, YEAR_ALONE
from quizgen.text.numbers import any_number_word
from quizgen.text.sentences import QUOTE

LONGEST = 33
"""The number of words of a fact that can be taken in at a glance."""
_SHORTEST = 4
"""The minimum number of words of what is left."""
_FAR = 12
"""After so many words of an end, what is said is not the reason to know what precedes the end."""
_TAIL = re.compile(
    r"(?:,| [–—]|;) (?=(?:which|who|whose|when|where|although|though|while|whereas|as (?:if|though)|so|but|yet"
    r"|and(?! others?\b)|unaware|thus"
    r"|as(?= [A-ZÀ-Þ])"
    r"|(?:many|most|some|both|none|all) of|all (?:at|from|in|on|with)|an?|the|even|(?:only|not) [a-z]+"
    r"|(?:each )?[a-z]{3,}ing|[a-z]{3,}ed"
    r"|in (?:honou?r|memory) of|(?:close|equal|similar) to"
    r"|(?:more|less|fewer|rather|longer|larger|smaller|higher|lower) than"
    r"|[\w-]+ (?:years|months|weeks|days)|(?:much )?to (?:the [a-z]+ of|(?:his|her|its|their|every\w+['’]s) [a-z]+))\b)"
    r"| (?=and (?:un)?aware\b)|;(?= [a-z])"
    r"|:(?= (?:the|an?) [^:;]*, [^:;]*,? and )"  # a list of what has been counted
)
"""Where a sentence is complete, and something is added."""
_SECOND = re.compile(
    rf"(?<=[\w)]) (?=and (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed|[a-z]{{3,}}s(?= (?:the|an?|its|his|her|their|about)\b)) )"
)
"""Where a second thing is said of the same subject, which a long sentence can do without."""
_WENT = re.compile(
    r"\b(?:came|climbed|entered|gathered|marched|met|ran|rode|rushed|sat|stood|stopped|turned|waited|walked|went)\b"
    r"(?! on (?:sale|strike))[^,;:]*$"
)
"""What somebody did only in order to do something else: "came down a lane", before "and smashed a gate"."""
_LED_TO = re.compile(
    r" and (?:(?:concluded|decided|discovered|found|noticed|observed|proved|realized|saw|showed) |[a-z]+ (?:it|them)\b)"
)
"""What the first thing led to: "drew a map and found that they were near", "dyed the wool and sold it"."""
_THAT_WAS = re.compile(r"(?<=[\w)]) (?=that (?:was|were|is|are|had|has|could|can)\b(?: [^ ]+){1,5}$)")
_SOMETHING = re.compile(
    r"^(?!.*\b(?:no|not|never|nobody|nothing|only|(?:first|last) to|if|than|is|are|like)\b)"
    r".*\b(?P<something>an? (?!(?:way|time|place|thing|book|letter|law|kind|sort|type)\b)(?:[\w-]+ ){0,2}[\w-]+"
    r"(?: (?:in|on|at|from|near|of) (?:the )?[A-ZÀ-Þ]\w+)?)$",
    re.IGNORECASE,
)
"""What has something as its object that is not yet known, so that it is as true without more about it."""
_FIRST_OF_THREE = re.compile(
    rf"(?<=[\w)]), (?=(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) (?:the|an?|its|his|her|their) [^;:]*, and "
    rf"(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) )"
)
"""Where the first of three things has been said of a subject: "founded a bank", before ", sold shares, and left"."""
_SECOND_OF_THREE = re.compile(rf", (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) (?:the|an?|its|his|her|their) [^,;:]*$")
"""The second of three things that are said of a subject: "struck Kent, crossed the sea", before "and sank"."""
_ENDS_IN_OBJECT = re.compile(r"(?:\d{4}|[a-z,] [A-ZÀ-Þ][\w’'-]+)$")
"""The end of a first predicate with a date or a place: "settled in Kent in 1870", before "and organized the trade"."""
FINITE = re.compile(
    rf"\b(?:is|are|has|have|can|could|may|might|must|will|would|does|do|{IRREGULAR_PAST}|[a-z]{{2,}}(?:[^s\W]s|ed))\b"
)
ONLY_OPENER = re.compile(r"(?:^|: )(?:Under|In|After|Before|During|under|in|after|before|during) $")
"""What cannot be all that precedes a verb: "Under Fascism Slovene was banned"."""
_NEEDLESS = re.compile(
    r"(?:and|so(?! that\b)|although|though|while|whereas|unaware) "
    r"|(?!(?:but|yet|so that) |(?:all|both|half|many|most|none|some) of )"
    r"[^,;]*\b(?:he|she|his|her|it|its|they|them|their|himself|themselves)\b"
)
"""What says something else, or hangs on the rest, so that it is cut off if it has nothing to ask about."""
_LIMIT = re.compile(
    r"(?:(?:and|but|although|though|which|while) )(?:[\w’'-]+ ){0,4}?(?:(?:left|leaves|leaving) out|excludes?|excluded"
    r"|ignored?|ignores|omits|omitted|(?:does|did|do|was|were|is|are) not (?:count|cover|include)(?:ed)?)\b"
    r"|(?:not (?:counting|including)|excluding|leaving out)\b"
)
"""What the rest is not true of, without which it says too much: "and that left out the suburbs"."""
_RELATIVE = re.compile(r"(?:which|who|whose|when|where)\b")
_FLOURISH = re.compile(
    r"(?:much )?to (?:the|his|her|its|their|everybody['’]s|everyone['’]s) "
    r"(?:amazement|amusement|annoyance|anger|astonishment|delight|dismay|disgust|displeasure|disappointment"
    r"|embarrassment"
    r"|envy|fury|horror|joy|outrage|regret|relief|satisfaction|sorrow|surprise)\b"
    r"|which (?:was|were|is|are|had|has) (?:[a-z]+ )?(?:[a-z]+ly )?[a-z]+\.$"
    r"|(?:so|just|or so|as) (?:the )?[a-z]+ (?:goes|has it|says?)\.$"
)
"""How somebody took it, which is no part of the fact."""
_OPINION = re.compile(r"(?:an?|the|which) (?:[a-z-]+ )*?(?:that )?(?:would|might|could) (?:[a-z]+ly )?have\b")
"""What might have been, which is no part of the fact: "a majority that would have astonished their fathers"."""
_POINT = re.compile(
    r"\b(?:the|its|their|his|her|ever|still) (?:very )?(?:first|last|only|record|[a-z]{3,}est|(?:most|least) [a-z]+)\b"
    r"(?! (?:few|part))|\ban? (?:world |national )?record\b|\band (?:finally|eventually|at last)\b"
)
"""Words in an end that are the reason to know what precedes it: "which is still the record"."""
_REFERS = re.compile(r"^(?:and|but|so|although|though|while|whereas) |\b(?:he|she|they|it|this)\b")
_ANOTHER_FACT = re.compile(
    r"as [A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)* (?:would|did|had)\b"
    r"|and by the (?:next|following) [a-z]+\b"
    r"|and within (?:(?:a|a few|[a-z]+) )?(?:hour|day|week|month|year)s?\b"
    r"|and (?:only )?[a-z-]+ (?:day|week|month|year|decade|centur(?:y|ie))s? (?:later|earlier|before|afterwards)\b"
)
"""What happened to somebody else, or at another time."""
_ONLY_CLAUSE = re.compile(
    r"(?:^|: )(?:After|As|Although|Because|Before|If|Once|Since|Though|Until|When|While) "
    r"(?![^,]*\b\d{4} (?:he|she|it|they|the) )[^,]*$",
    re.IGNORECASE,
)
"""A clause that is no sentence without what follows it: "Since Kent was sold in 1870"."""
_EMPTY_OBJECT = re.compile(
    r"(?:ed|made|built|wrote|bought|sold|found|had|began) (?:an?|some|one) "
    r"(?:(?:second|third|new|further|long) )?[a-z]+$"
)
"""What only an addition explains: "patented a machine, the illetta"."""
_IN_APPOSITION = re.compile(
    rf"^(?P<part>[^,]*), (?:an?|the|who|which|then|now|once|both|{any_number_word(1, 12)})\b[^,]*$"
)
"""A subject with a description that is not closed yet: "Ida Lund, a doctor"."""
_WITH_PARTICIPLE = re.compile(
    r"(?:^|: )(?P<part>[^,;:]*), (?:first |originally |once )?"
    r"(?:[a-z]{3,}ed|built|dug|found|made|known|written|drawn) "
    r"(?:about|around|as|at|before|after|between|by|during|for|from|in|into|of|on|to|under|with)\b[^,;:]*$"
)
"""A subject with what was done to it, which is no sentence yet: "The bridge, opened in 1870"."""
_BEFORE_OBJECT = re.compile(
    rf"\b(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed), (?:as|at|by|for|from|in|on|to|under|with) [^,;:]*$"
)
"""A verb and where or how, before what it is done to: "described, in a letter", before ", a box with two lids"."""
_FIRST_QUALITY = re.compile(r"\ban? [a-z-]+$")
_OTHER_QUALITIES = re.compile(r"(?:[a-z-]+, )*[a-z-]+,? (?:and|but|yet) [a-z-]+ [a-z-]+(?=[.,;]|$)")
"""What follows the first of several words for what something is like: "crowded and cold town", after "an old"."""
_TWO_UNJOINED = re.compile(
    rf"^(?:(?!\b(?:who|which|that)\b)[^,;:])*(?:, (?!(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) )[^,;:]*,?)?"
    rf"\b(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) [^,;:]*, (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) (?:the|an?|its|his|her|their) "
)
"""The first two of three things that are said of a subject: "founded a bank, sold its shares"."""
_TWO_TO_DO = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|did|do|does) (?:not )?[a-z]+\b[^,;:]*, "
    r"(?!(?:an?|the|its|his|her|their|as|at|by|for|from|in|like|of|on|to|with|but|or|so|if|when|where|while|which|who"
    r"|whose|that|[a-z]+(?:ing|ed|ly))\b)[a-z]+ [^,;:]*$"
)
"""The first two of three things that something does: "can climb a tree, cross a river", before "and run"."""
_AFTER_NAME = re.compile(r", (?:[A-ZÀ-Þ][\w’'-]* ?)+$")
_DID_IT = re.compile(r"[a-z]{3,}ed (?:it|them|him|her)\b")
"""What the subject before a name in apposition did: "until a doctor, Ida Lund, proved it"."""
_AND_SOMEBODY = re.compile(r", and (?:(?:the|an?) (?:[\w’'-]+ ){0,3}?)?(?:[A-ZÀ-Þ][\w’'-]* ?)+$")
_ASIDE_AND_VERB = re.compile(r"(?:an?|the|then|who) [^,;:]*, [a-z]")
"""What follows the subject of a second clause: "and Ole Krag, the owner of a mill, was there"."""
_BY_THE_WAY = re.compile(
    r"(?:[^,;:]{3,20}\d{4},? )?(?:[Tt]he |[Aa]n? )?(?:[\w-]+ ){0,3}?"
    r"[A-ZÀ-Þ][\w’'.-]+(?: (?:[a-z]{2,3} )*[A-ZÀ-Þ][\w’'.-]+)+"
    r"(?P<aside>, (?:an?|the|who|better|best|then|now|also|born|himself|herself|led|helped|living|known"
    r"|[a-z]{3,}ed (?:by|in|at|as)) [^,;:]+,)(?= )"
)
"""The beginning of a sentence with what it says of its subject by the way: "Ida Lund, a doctor from Kent, "."""
_OF_THEM = re.compile(
    r"(?:(?!\b(?:who|which|that)\b)[^,;:])*(?P<aside>, (?:all|both|half|many|most|some) of (?:them|whom) [^,;:]*,)(?= )"
)
"""The same of many people: "200 men, most of them miners, "."""
_ONLY_PHRASE = re.compile(r"(?:At|By|During|For|From|In|Of|On|With|Within|Without) [^,]*$", re.IGNORECASE)
"""What is no sentence unless it has a verb: "For between five and twenty years"."""
_NOT_YET_DONE = re.compile(
    r"(?:only (?:after|at|by|if|in|on|then|when|with)|not (?:only|since|until)|never|no longer|no sooner|nor|nowhere"
    r"|rarely|scarcely|hardly|seldom)\b[^,;:]*"
    r"\b(?:did|do|does|had|has|have|was|were|is|are|can|could|will|would) "
    r"(?:(?:the|an?|his|her|its|their) )?[\w’'-]+(?: [\w’'-]+){0,2}$",
    re.IGNORECASE,
)
"""What has a subject after "did", and perhaps no verb yet: "only in 1925 did Ida Lund", before ", working in Kent"."""
_PREPOSITION = r"(?:after|at|before|by|during|for|from|in|near|on|under|with|within|without)"
_PLACE_OR_TIME = (
    rf"(?:\d{{1,2}} [a-z]+(?: {YEAR})?|(?:[a-z]+ )?{YEAR}s?"
    r"|(?:the|an?|its|his|her|their) (?:[a-z-]+ ){0,2}?[a-z-]+|[^\W\d][\w’'-]+)"
)
_ONLY_PHRASES = re.compile(
    rf"(?:(?:of|{_PREPOSITION}) {_PLACE_OR_TIME},? )+"
    rf"(?:[a-z]{{2,}}ed|built|dug|held|known|made|run|written) (?:as|of|{_PREPOSITION}) [^,;:]*$",
    re.IGNORECASE,
)
"""When and where, which is no sentence: "On 3 May 1870, in a mill in Kent crowded with sacks"."""
_SECOND_ASIDE = re.compile(r" (?:and|but), (?P<part>[^,]*)$")
"""When a second thing was done, without what was done: "sailed to Kent and, on 4 November"."""
_IN_NAMES = re.compile(r", [A-ZÀ-Þ][\w’'-]*(?: (?:and )?[A-ZÀ-Þ][\w’'-]*)*$")
"""Names that are not certainly the last words of a clause: "Two doctors, Ida Lund and Ole Krag"."""
_PREDICATE = rf"(?:had|has|was|were|is|are|{IRREGULAR_PAST}|[a-z]{{3,}}ed) "
_PREDICATES = re.compile(
    rf"(?P<first>.*), (?:(?:he|she|it|they) )?{_PREDICATE}[^,]*(?P<last>,) and (?:an? [a-z]+ |finally |later |soon "
    rf"|eventually |then |[a-z]+ly )?{_PREDICATE}"
)
"""Three things that are said of a subject: "Ida Lund was born in Kent, had a shop, and died in 1890"."""
_THREE = re.compile(
    rf"(?P<first>(?:(?!\b(?:who|which|that|when|where|because|since|if)\b)[^,;:])*), "
    rf"{_PREDICATE}[^,;:]* and {_PREDICATE}"
)
"""The same without the last comma: "Ida Lund left Kent, bought a shop and sold hats"."""
_LAST_CLAUSE = re.compile(r"^.*\b(?:when|where|while|whose|(?:after|in|of|to) which)\b(?P<part>.*)$")
"""A clause that has begun: "since 1774, when Ida Lund"."""
_SAID_THAT = re.compile(r"[a-z] that (?!of\b)(?P<part>(?:(?:an?|the) )?(?:[\w’'-]+ ?){1,4})$")
"""What is only the subject of a clause: "Ida Lund wrote that Ole Krag", before ", who was old, had left"."""
_CLAUSE_WITH_ASIDE = re.compile(
    r"\b(?:although|because|since|though|until|when|where|whereas|while) (?P<part>[^,;:]*), "
    r"(?:who|whom|whose|which) [^,;:]*$"
)
"""A clause that has only its subject yet: "although coachmen, who were angry"."""
_AFTER_SEMICOLON = re.compile(r"^.*; (?P<part>.*)$", re.DOTALL)
"""What may be no clause: "a monument at its entrance"."""
_PARTS_WITHOUT_VERB = (
    _IN_APPOSITION,
    _WITH_PARTICIPLE,
    _SAID_THAT,
    _LAST_CLAUSE,
    _CLAUSE_WITH_ASIDE,
    _AFTER_SEMICOLON,
    _SECOND_ASIDE,
)
"""What makes a part of a sentence no clause, unless the part has a verb."""
_MEANT = re.compile(
    r"\b(?:hoped|tried|wanted|intended|planned|expected|attempted|meant|offered|promised|supposed|(?:was|were) to)\b"
)
"""What somebody wanted, of which only "but" says that it did not happen."""
_NO_MAIN_VERB = re.compile(
    rf"\b(?:who|which|that|whose \w+) (?:{IRREGULAR_PAST}|[a-z]+s|[a-z]{{2,}}ed)\b|\b(?:led|[a-z]{{2,}}ed) by\b"
    r"|\b(?:with|of|by|an?|the|its|his|her|their) [a-z]{2,}ed [a-z]+"  # "men with blackened faces"
)
_VERB_AFTER = re.compile(rf"(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b")
"""A verb that may be the one of what precedes it: "Two doctors, Ida Lund and Ole Krag, opened a shop"."""
_VERB = re.compile(
    rf"\b(?:is|are|has|have|can|may|must|will|does|do|{IRREGULAR_PAST}|[a-z]{{2,}}ed)\b"
    r"|(?<=[a-z]s )(?:breed|grow|hang|lie|live|nest|rise|stand)(?= (?:at|in|near|on|to|up)\b)"
)


def possible_ends(text: str, begin: int) -> Iterator[int]:
    """Yield where ``text`` may end: at its end, and before each addition after its first clause, the last one first."""
    yield len(text)
    quotes = [one.span() for one in QUOTE.finditer(text)]
    tails = [*_TAIL.finditer(text, begin)]
    is_long = len(text[begin:].split()) > LONGEST
    tails += (
        one for one in _SECOND.finditer(text, begin) if is_long or _ENDS_IN_OBJECT.search(text, begin, one.start())
    )
    tails += _FIRST_OF_THREE.finditer(text, begin)
    if is_long:
        tails += (one for one in _THAT_WAS.finditer(text, begin) if _SOMETHING.match(text[begin : one.start()]))
    for found in sorted(tails, key=lambda found: -found.start()):
        at = found.start()
        before, tail = text[begin:at], text[found.end() :]
        if not _is_whole(before, tail) or _is_qualified(before, found[0], tail) or _is_of_list(text, begin, found):
            continue
        if any(start < at < end for start, end in quotes):
            continue
        yield at


def words_of_limit(text: str, begin: int) -> int:
    """Return how many words at the end of ``text`` say what the rest is not true of, which may make it longer."""
    tails = (text[found.end() :] for found in _TAIL.finditer(text, begin))
    return next((len(tail.split()) for tail in tails if _LIMIT.match(tail) is not None), 0)


def _is_whole(before: str, tail: str) -> bool:
    """Return whether ``before`` is a sentence without ``tail``."""
    clause = before.partition(", ")[2] if ONLY_OPENER.match(before) else before
    if len(before.split()) < _SHORTEST or not _has_verb(clause, tail) or _lacks_verb(before):
        return False
    if _AND_SOMEBODY.search(before) is not None and _ASIDE_AND_VERB.match(tail) is not None:
        return False
    if _AFTER_NAME.search(before) is not None and _DID_IT.match(tail) is not None:
        return False
    if _EMPTY_OBJECT.search(before) is not None or _ONLY_CLAUSE.search(before) is not None:
        return False
    return ":" not in before and ("(" not in before or ")" in before)


def _is_qualified(before: str, join: str, tail: str) -> bool:
    """Return whether ``before`` says too much, or misses its point, without ``tail``, which ``join`` adds to it."""
    point = _POINT.search(tail)
    if point is not None and len(tail[: point.start()].split()) < _FAR and _REFERS.search(tail) is None:
        return True
    if (
        _has_condition(tail)
        or _LIMIT.match(tail) is not None
        or (tail.startswith("but ") and _MEANT.search(before) is not None)
    ):
        return True
    if FAILED.search(tail) is not None and PLAN.search(before) is not None:
        return True
    # "The first to sing there was Ida Lund, who came in 1870"
    is_dated = YEAR_ALONE.search(tail) is not None and YEAR_ALONE.search(before) is None
    return join == ", " and _RELATIVE.match(tail) is not None and is_dated


def _has_condition(tail: str) -> bool:
    """Return whether ``tail`` says when alone what precedes it is true: "a record, but only in Kent"."""
    parts = [0, *(one.end() for one in re.finditer(r", ", tail))]
    return any(CONDITION.match(tail, at) and FINITE.search(tail, 0, at) is None for at in parts)


def _is_of_list(text: str, begin: int, found: re.Match[str]) -> bool:
    """Return whether what ``found`` separates in ``text``, from ``begin`` on, are things or deeds of one list."""
    at = found.start()
    before, tail = text[begin:at], text[found.end() :]
    if found[0].startswith(",") and (_BEFORE_OBJECT.search(before) is not None or is_list(text[begin:], at - begin)):
        return True
    if _FIRST_QUALITY.search(before) is not None and _OTHER_QUALITIES.match(tail) is not None:
        return True
    if tail.startswith("and ") and (_TWO_UNJOINED.search(before) or _TWO_TO_DO.search(before)):
        return True
    if found.re is _SECOND and _WENT.search(before) is not None:
        return True
    three = _SECOND_OF_THREE.search(before) if found.re is _SECOND else None
    if three is not None and _VERB.search(before, 0, three.start()) is not None:
        return True
    may_be_list = _ANOTHER_FACT.match(tail) is None and found[0] != ":" and FINITE.search(tail) is None
    if may_be_list and re.search(r"\b(?:and|or)\b", f"{text[at : found.end()]}{tail}"):
        return True
    return is_spliced(before)  # the last clause of a list: "It is old, it is long, and it leaks"


def _lacks_verb(before: str) -> bool:
    """Return whether the last part of ``before`` is no clause yet, since it has no verb."""
    if _NOT_YET_DONE.match(before) is not None or _ONLY_PHRASES.match(before) is not None:
        return True
    if (_IN_NAMES.search(before) or _ONLY_PHRASE.match(before)) and _VERB.search(before) is None:
        return True
    parts = (found["part"] for pattern in _PARTS_WITHOUT_VERB if (found := pattern.search(before)) is not None)
    return any(_VERB.search(part) is None for part in parts)


def _has_verb(clause: str, tail: str) -> bool:
    """Return whether ``clause`` has a verb that is not one of ``tail``: "A team led by Ida Lund, a doctor" has none."""
    rest = _NO_MAIN_VERB.sub("", clause)
    if _VERB_AFTER.match(tail):
        return _VERB.search(rest.rpartition(", and ")[2]) is not None
    return FINITE.search(rest) is not None


def is_list(text: str, last: int | None = None) -> bool:
    """Return whether ``text`` says three things of its subject, and ``last``, if given, is before the third one."""
    if last is None and (three := _THREE.match(text)) is not None and _VERB.search(three["first"]) is not None:
        return True
    if last is None and re.search(", and [a-z]", text) and _TWO_TO_DO.search(text.rpartition(", and ")[0]) is not None:
        return True
    found = _PREDICATES.match(text)
    is_list = found is not None and _VERB.search(found["first"]) is not None
    return is_list and found is not None and last in {None, found.start("last")}


def aside_in(text: str, begin: int) -> tuple[int, int] | None:
    """Return the bounds of what ``text`` says by the way of its subject, some people or one with a name, or None."""
    found = _BY_THE_WAY.match(text, begin) or _OF_THEM.match(text, begin)
    return found.span("aside") if found is not None and FINITE.match(text, found.end() + 1) else None


def is_needless(text: str, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether what follows ``end`` in ``text`` is another fact or an opinion, or would not be missed.

    What has no answer of its own is not missed; nor is a second thing that somebody did, unless the first led to it.
    """
    if _SECOND.match(text, end) is not None and _LED_TO.match(text, end) is None:
        is_dated = YEAR_ALONE.search(text, end) is None or YEAR_ALONE.search(text, 0, end) is not None
        return is_dated and any(stop <= end for _, stop in spans)
    tail = _TAIL.match(text, end)
    if tail is not None and _OPINION.match(text, tail.end()) is not None:
        return any(stop <= end for _, stop in spans)
    is_another = tail is not None and (tail[0] == ":" or _ANOTHER_FACT.match(text, tail.end()) is not None)
    if tail is not None and spans and all(stop <= end for _, stop in spans) and _FLOURISH.match(text, tail.end()):
        return True
    if is_another and any(stop <= end for _, stop in spans):
        return True
    return (
        tail is not None
        and bool(spans)
        and all(stop <= end for _, stop in spans)
        and _NEEDLESS.match(text, tail.end()) is not None
    )
