"""Choose what to ask for in a sentence, and mark it: dates and figures first, then names, terms and quotations."""

import re
from collections.abc import Callable, Mapping, Sequence

from quizgen.generating.bounds import RANGE_BEGINS, RANGE_END
from quizgen.generating.draft_mentions import MOVING
from quizgen.generating.entities import FoundEntity, is_nationality
from quizgen.generating.explanations import cause_in, explained_in, term_in
from quizgen.generating.noun_phrases import ENDS
from quizgen.questions.base import PHRASE_WORDS
from quizgen.questions.mark_problems import mark_problems
from quizgen.text.dates import YEAR_ALONE
from quizgen.text.folding import fold
from quizgen.text.lexicon import ROLES, TITLES
from quizgen.text.mentions import Mention
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import any_number_word
from quizgen.text.word_forms import is_english_word

MARKS = 2
"""The largest number of marks: more of them ask for what few would remember."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ORDER = {"date": 0, "figure": 2, "name": 4, "quote": 7}
_POINT, _PERSON, _WITH, _IN_WORDS, _PLACE = -1, 1, 3, 5, 6
"""The ranks of what to know of a sentence, such as an amount; of a person, and of one with whom that person did it;

of a small number in words; and of a place, which is seldom what a sentence is about.
"""
_POINT_BEFORE = re.compile(
    r"\b(?:awarded|called|formed?|founded|launched|named|received|won) (?:the )?"
    r"(?:(?:company|firm|journal|magazine|newspaper) )?$"
)
"""What precedes the name that is the point of a sentence: "joined to form the Ostby Union"."""
_AS = re.compile(r"\b(?:declared|dubbed|named|nicknamed|voted) (?:the |it )?[^,;]*\b(?:an?|its|the|their) $")
"""What precedes what somebody was declared to be: "named the eel its"."""
_GOAL = re.compile(r"\b(?:based|born|buried|died|moved|settled|transferred) (?:at|in|near|to) (?:the )?$")
"""What precedes the place that is the point of a sentence: "moved to"."""
_PERCENT = re.compile(r"(?<=%)| per ?cent\b")
SHARE = re.compile(
    rf" (?:(?:out )?of (?:the |every |its |their )?|in (?:every )?)(?:\d{{1,3}}|{any_number_word(2, 20)}|a hundred)\b"
)
"""What shows that a number is a share: "four of the seven seats"."""
_LARGE = re.compile(r"\b(?:hundred|thousand|million|billion|trillion)s?\b|\d[,.\u00a0\u202f]\d{3}|\d{5}")
_WITH_OTHER = re.compile(r"[A-ZÀ-Þ][\w’'.-]* and $|\b[Ww]ith $")
_SIZED = re.compile(r" [a-z]+ (?:across|deep|high|in (?:diameter|height|length|width)|long|tall|thick|wide)\b")
"""What follows the size of a thing: "an eel 7.5 inches long"."""
_WITHIN = re.compile(r"^(?:In|Within) $|\b(?:after|every) $")
_CLAUSE = re.compile(r"\b(?:which|who|whose|where|when|that)\b")
_BY_THE_WAY = re.compile(rf", (?:[a-z]+ )?{_CLAUSE.pattern}[^,;]*$")
_ASIDE = re.compile(r", (?:(?:[a-z]+ly )?(?:[a-z]{2,}ed|built|made)|the [a-z]+ of) [^,;:]*$")
_COMMA, _END_OF_ASIDE = re.compile(r","), re.compile(r"(?: [a-z]+)?[,.]")
_ONLY_SUBJECT = "nothing in it except its subject would make a good blank"

_OPENING = re.compile(
    r"(?:(?:After|In|During|At|For|Until|With|Before|Despite) [a-z ]{1,30},? )?(?:[Tt]he |[A-Z][a-z]+ )?(?:[\w’'-]+ )?"
)
_LISTED = re.compile(r"(?:, |,? and |,? or )(?:the )?")
_LONGEST_LIST = 3
_SCOPE = re.compile(r"\b(?:(?:one of the|any other) (?:[a-z]+ ){1,4}|anywhere (?:else )?)(?:in|of) (?:the )?$")
"""What precedes the place in "one of the largest ports in Europe", which might be any."""
_BEFORE_NEEDLESS = re.compile(
    r"\b[Aa]ccording to (?:the )?$|[A-Z][a-z]+ than $"
    r"|[a-z,] (?:An?|The) (?:[A-Z][\w’'-]+ (?:(?:of|in|for|to|as|and|the|an?) )*)*$"
)
"""What precedes whoever says something, or a part of a title: "all of A Portrait of the Artist as a Young Man"."""
_TAKEN = re.compile(
    r"\b(?:annexed|attacked|besieged|bombarded|bought|captured|ceded|conquered|destroyed|explored|founded|freed"
    r"|governed|inherited|invaded|liberated|lost|occupied|plundered|retook|ruled|sacked|seized|took) "
    r"(?:(?:all|most) of )?(?:the )?(?:[a-z]+ )?"
    r"(?:(?:city|colony|fortress|island|kingdom|port|town|village) of )?(?:the )?$"
)
"""What precedes a place that something is done to, so that it is no mere place of an event: "captured the town of"."""
_FAR_END = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:to|and) (?:the )?$")
_TO_PLACE = re.compile(r" (?:to|and) (?:the )?")
_SHORT_FORM = re.compile(r"(?:, or |\()$")
_TERM_OF = re.compile(r"\b[a-z]{3,} of $")
"""What precedes the name in a term such as "the loop of Henle"."""
_CALLED = re.compile(r"\b(?:called|termed|known as|named) (?:an? |the )?$")
_TERM_AFTER = re.compile(r"['’]s [a-z]| [a-z][\w-]*(?=[,.;:)]|$)| than [A-Z]")
_KNOWN_TO_ALL = frozenset("earth moon sun god dna rna internet north south east west".split())
_THE_LAST = re.compile(r"\b[Tt]he (?:first|last|next|same|whole|old|new) $")
ONLY_SO_MANY = re.compile(r"\b(?:[Oo]nly|[Aa]s many as|[Nn]o fewer than) $")
"""What precedes a number that is the point of a sentence, even if it is in words."""
_ENDS_OF_TITLES = frozenset("Apostolic General Royal".split())
"""Words that end a title, such as "Astronomer Royal"."""
_SHARED_SURNAME = re.compile(r" and [A-Z]\w+ [A-Z]")
"""What follows the first name in "Magnus and Erlend Flett"."""
_BROTHER = re.compile(r"\b(?:brothers|cousins|sisters|twins),? (?P<first>[A-ZÀ-Þ][\w’-]+) and $")
"""What precedes the second name in "the brothers Magnus and Erlend Flett"."""
_GROUP = re.compile(r"(?:ists|[a-z]ans|ics|ites)$")
"""Words for the members of a group, such as Fascists."""
_OWNED_BY = re.compile(r"[A-Z]\w+['’]s $")
_REST = re.compile(r" (?P<word>[a-z]{3,})\b")
_UNIT = re.compile(r"\bdegrees? $")
_ONE_SUCH = re.compile(r"\b[Aa]n? $")
"""What precedes a word that nothing could replace: "passed an Act"."""
_PRONOUN = re.compile(r"(?:it|they|he|she) ")
_SHORT = 6
"""A sentence of so few words says too little about its subject to ask for it."""

UNLIKE_ALL = re.compile(
    r"(?:(?:Of|Among) (?:all |the )[^,]*, )?(?P<answer>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)"
    r"(?:, (?:which|who|an?|the) [^,]*,)? is (?:still |now |today |by far )?(?:the|its|their) "
    r"(?:(?:second|third|fourth) )?(?:only|first|last|main|chief|[a-z]{2,}est|most [a-z]+)(?: |\.$)"
)
"""A subject that differs from all others, so that it is the best thing to ask for: "Titan is the only moon with …"."""
_COUNTED_FROM = re.compile(r" (?:years|months|weeks|days|hours) (?:before|after|later|earlier)\b")
_OTHER_EVENT = re.compile(r"\b(?:years|months|weeks|days) (?:before|after) (?:the )?(?:[a-z]+ of (?:the )?)?$")
_POSSESSIVE = re.compile(rf"['’]s? (?:[a-z]|[A-ZÀ-Þ][\w’-]+{MOVING.pattern})")
_EPONYM = re.compile(r"\bnamed (?:after|for) (?:the )?(?:[a-z]+ (?:of )?)?$")
_ERA = re.compile(r"(?:^The |\b(?:[Ff]or|[Dd]uring|[Tt]hroughout) (?:most of |much of |all of )?(?:the )?)$")
_PERIOD = re.compile(r"(?:For|During|Throughout) (?:most|much|all|the whole) of the [a-z-]+ century\b")
_RANGE = re.compile(r"\b(?:[Bb]etween|[Ff]rom) (?:the )?(?:[a-z]+ of )?(?:about |some |only )?$")
_RANGE_START = re.compile(rf" (?:and|to) | [a-z]+ (?:and|to) (?=(?:\d|{any_number_word(2, 99)}))")
_TO_LAST = re.compile(r" to [A-ZÀ-Þ][\w’'-]*(?=[,.;)])")
_FIRST_TO = re.compile(r"[,(] ?[A-ZÀ-Þ][\w’'-]* to $")
"""What follows and precedes an end of a range of words: "the last part, Ostby to Ozon, appeared"."""
_IN_OTHER_UNIT = re.compile(
    r"\d [^\W\d_]+(?: [a-z]+)?(?:,? or | \()(?:about |some |roughly |nearly |almost )?(?:minus )?$"
)
"""What precedes the same amount in another unit, which the first one gives away: "4 kelvins, or about minus"."""
MEASURE = re.compile(
    r" (?:times|minutes|hours|days|weeks|months|years|decades|centuries|degrees|(?:kilo|centi|milli)?met(?:re|er)s"
    r"|miles|feet|inches|(?:kilo)?grams|tons|tonnes|pounds|lit(?:re|er)s|per ?cent|thirds|fifths|kelvins?|knots"
    r"|acres|amperes|atmospheres|barrels|(?:hecto)?pascals|hectares|gallons|(?:kilo|mega|giga)?(?:hertz|joules)"
    r"|(?:kilo|mega|giga)?(?:watt|volt)(?:s|-hours)"
    r"|cents|crowns|dollars|euros|florins|francs|guilders|guineas|pence|roubles|shillings)\b"
)
"""What is measured rather than counted."""
_FRACTION = re.compile(r"half|third|quarter|fifth|sixth|tenth|.* (?:thirds|quarters|fifths|sixths|tenths)")
_SHARE_OF = re.compile(r" of (?!an? (?:century|day|degree|hour|mile|million|month|second|year)\b)")
"""What follows a fraction that is what to know of a sentence, unlike "a quarter of a mile"."""
_LIMIT = re.compile(r"\b(?:fewer|less|more) than (?:an? )?$", re.IGNORECASE)
_FROM = re.compile(r"(?P<origin>[A-ZÀ-Þ]\w+)-[a-z]+")
"""Where something is from, or who made it: "Polish-built"."""
_FEW = frozenset({"two", "three"})
_CONTINENT = re.compile(r"(?:Africa|America|Asia|Europe|Australia|Eurasia|North America|South America)")
_OF_PARTS = re.compile(r" (?:parts|zones|halves|classes|chambers|houses|acts|movements|species)\b")
"""What is counted because of what it is part of: "is divided into two zones"."""
_KIND_BEFORE = re.compile(rf"\b(?:an?|{any_number_word(1, 6)}|the (?:first|last|only|old|new)|many|several) $")
_KIND_AFTER = re.compile(r" (?!(?:and|or|in|on|at|of|to|for|from|with|by|as|who|which|that|is|was)\b)[a-z]+s?\b")

Span = tuple[int, int]
Find = Callable[[str, int], Sequence[Span] | str]
"""Finds at most so many answers in a text, or the reason why it has none."""


def answers_in(
    sentence: str,
    mentions: Sequence[Mention],
    found: Mapping[str, FoundEntity],
    subjects: frozenset[str],
    most: int = MARKS,
) -> list[Span] | str:
    """Return the bounds of the answers in ``sentence``, in order, or the reason why there is nothing to ask for.

    ``subjects`` are the folded names of what the text is about, which tell nothing apart. There are at most ``most``.
    """
    answers = _answers_beside(sentence, mentions, found, subjects, most)
    unique = UNLIKE_ALL.match(sentence)
    if unique is None or fold(unique["answer"]) in _KNOWN_TO_ALL:
        return answers
    subject = unique.span("answer")
    beside = [] if isinstance(answers, str) else answers
    others = [span for span in beside if span[1] <= subject[0] or subject[1] <= span[0]]
    return sorted([subject, *others[: most - 1]])


def _answers_beside(
    sentence: str,
    mentions: Sequence[Mention],
    found: Mapping[str, FoundEntity],
    subjects: frozenset[str],
    most: int,
) -> list[Span] | str:
    """Return the bounds of the answers in ``sentence`` besides a subject that is unlike all others."""
    known = subjects | _KNOWN_TO_ALL
    introduced = term_in(sentence, known)
    is_new = introduced is not None and fold(sentence[slice(*introduced)]) not in known
    chosen = _chosen(sentence, mentions, found, subjects, most - is_new)
    if _PERIOD.match(sentence) and all(one.kind == "name" for one in chosen):
        return "it describes a period rather than a fact"
    answers = [_inner(sentence, one, _partner(sentence, one, mentions, found)) for one in chosen]
    is_only_the_subject = all(one.kind == "name" and _is_subject(sentence, one, found) for one in chosen)
    explained = [span for span in explained_in(sentence, known) if fold(sentence[slice(*span)]) not in known]
    if not is_only_the_subject:
        term = next((span for span in explained if span == term_in(sentence, known)), None)
        is_one_name = len(chosen) == 1 and chosen[0].kind == "name"
        cause = cause_in(sentence) if is_one_name else None
        if cause is not None:
            cause = _after_pronoun(sentence, cause[0]), cause[1]
            answers = [one for one in answers if cause[0] <= one[0] < cause[1]] or [cause]
        explained = [term] if term is not None else []
    term = next((span for span in explained if span == term_in(sentence, known)), None)
    if term is not None and chosen and all(_CONTINENT.fullmatch(one.text) for one in chosen):
        answers, is_only_the_subject = [], False  # "The wolf lichen of Europe contains a poison, vulpinic acid"
    explained = [(_after_pronoun(sentence, start), end) for start, end in explained]
    for start, end in explained:
        if len(answers) < most and all(end <= other[0] or other[1] <= start for other in answers):
            answers = sorted([*answers, (start, end)])
            is_only_the_subject = False
            break
    term = term_in(sentence)
    if not answers and term is not None and fold(sentence[slice(*term)]) in subjects:
        return _ONLY_SUBJECT
    if not answers and any(one.kind == "name" for one in mentions):
        return _ONLY_SUBJECT
    if not answers and any(one.kind == "figure" and RANGE_END.search(sentence[: one.start]) for one in mentions):
        return "it has only one end of a range to ask about"
    if not answers:
        return "it has no date, figure, name, term or reason that would make a good blank"
    return _ONLY_SUBJECT if is_only_the_subject else answers


def marked(sentence: str, chosen: Sequence[Span]) -> str | None:
    """Return ``sentence`` with marks, or None if nothing can be marked or its braces would be taken for marks."""
    answers = list(chosen)
    while answers:
        statement, end, numbers = "", 0, dict[str, int]()
        for start, stop in answers:
            number = numbers.setdefault(fold(sentence[start:stop]), len(numbers) + 1)
            statement += f"{sentence[end:start]}{{{{c{number}::{sentence[start:stop]}}}}}"
            end = stop
        statement += sentence[end:]
        problems = list(mark_problems(statement))
        if not problems and ":::" not in statement:
            return statement
        # An answer that also occurs outside its mark is given away, so mark only the others.
        given = [one for one in answers if any(repr(sentence[slice(*one)]) in str(problem) for problem in problems)]
        answers = [one for one in answers if one not in (given or answers[-1:])]
    return None


def _after_pronoun(sentence: str, start: int) -> int:
    """Return ``start``, or the index after a pronoun there that is not part of a cause: "because it contains iron"."""
    found = _PRONOUN.match(sentence, start)
    return found.end() if found is not None and sentence[:start].endswith("ecause ") else start


def _is_subject(sentence: str, one: Mention, found: Mapping[str, FoundEntity]) -> bool:
    """Return whether ``one`` is a person at the start of ``sentence``: "____ wrote a letter" may be anybody."""
    before = sentence[: one.start]
    opens = _OPENING.fullmatch(before) is not None
    is_short = len(sentence.split()) <= _SHORT
    return opens and (found[fold(one.text)].type == "person" or is_short)


def _in_list(sentence: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return what is in lists of so many that nobody could say which one a blank hides: names, and three dates."""
    long = [
        run
        for listed, longest in (
            ([one for one in mentions if one.kind == "name"], _LONGEST_LIST),
            ([one for one in mentions if one.kind == "date" or YEAR_ALONE.fullmatch(one.text)], MARKS),
        )
        for run in _runs(sentence, listed)
        if len(run) > longest
    ]
    return [one for run in long for one in run]


def _runs(sentence: str, names: Sequence[Mention]) -> list[list[Mention]]:
    """Return the ``names`` of ``sentence`` in groups, each of those that follow one another in a list."""
    runs: list[list[Mention]] = []
    for one in names:
        if runs and _LISTED.fullmatch(sentence[runs[-1][-1].end : one.start]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _chosen(
    sentence: str,
    mentions: Sequence[Mention],
    found: Mapping[str, FoundEntity],
    subjects: frozenset[str],
    most: int,
) -> list[Mention]:
    """Choose the mentions to mark, up to ``most`` different ones, the second one of another kind than the first."""
    fit = [
        one
        for one in mentions
        if (one.kind != "name" or (fold(one.text) in found and fold(one.text) not in subjects))
        and not (one.kind == "name" and _is_needless(sentence, one, found[fold(one.text)]))
        and not (one.kind == "name" and _is_last_word(sentence, one, found))
        and not (one.kind == "figure" and ":" in one.text)  # a time of day
        and (one.kind != "quote" or len(_WORD.findall(one.text)) <= PHRASE_WORDS)
    ]
    in_list = [*_in_list(sentence, fit), *_in_passing(sentence, fit)]
    in_list += filter(None, (_partner(sentence, one, mentions, found) for one in fit))
    in_list += [one for one in fit if _CONTINENT.fullmatch(one.text) and len(fit) > 1]
    chosen: list[Mention] = []
    if any(
        one.kind in {"figure", "date"} or (one.kind == "name" and found[fold(one.text)].type == "person") for one in fit
    ):
        fit = [one for one in fit if not (one.kind == "name" and _is_end_of_way(sentence, one, fit))]

    def is_place(one: Mention) -> bool:
        is_one = one.kind == "name" and found[fold(one.text)].type == "place" and not is_eponym(one)
        return is_one and _TAKEN.search(sentence[: one.start]) is None

    def is_eponym(one: Mention) -> bool:
        return _EPONYM.search(sentence[: one.start]) is not None

    def rank(one: Mention) -> tuple[bool, int, bool]:
        if one.kind == "name" and _GOAL.search(sentence[: one.start]):
            return True, _WITH, False
        if is_place(one):
            return True, _PLACE, False
        is_person = one.kind == "name" and found[fold(one.text)].type == "person"
        is_point = one.kind == "figure" and ONLY_SO_MANY.search(sentence[: one.start]) is not None
        if is_person:
            order = _WITH if _is_in_aside(sentence, one) or _WITH_OTHER.search(sentence[: one.start]) else _PERSON
        elif one.kind == "quote" and _AS.search(sentence[: one.start]):
            order = _PERSON
        elif one in sizes:
            order = _WITH
        elif _is_amount(sentence, one) or (one.kind == "name" and _POINT_BEFORE.search(sentence[: one.start])):
            order = _POINT
        else:
            order = _ORDER["figure"] if is_point or _is_in_aside(sentence, one) else _rank(one)
        return not is_eponym(one), order, fold(one.text) in _FEW

    is_done = any(one.kind == "name" and found[fold(one.text)].type == "person" for one in fit if one not in in_list)
    sizes = [one for one in fit if is_done and one.kind == "figure" and _SIZED.match(sentence, one.end)]
    """Sizes of things, which are seldom the point of what a person did."""

    def is_other(one: Mention, ordered: Sequence[Mention]) -> bool:
        is_of_years = one.start == 0 and sum(each.kind == "date" for each in ordered) > 1  # whose, nobody could tell
        is_fit = rank(one)[1] < _IN_WORDS and not is_of_years
        return is_fit and one.kind != ordered[0].kind

    ordered = sorted((one for one in fit if one not in in_list), key=rank)
    if (other := next((one for one in ordered if is_other(one, ordered)), None)) is not None:
        ordered.remove(other)
        ordered.insert(1, other)
    for one in ordered:
        if len({fold(other.text) for other in (*chosen, one)}) <= most:
            chosen.append(one)
    things = [one for one in fit if one.kind == "name" and found[fold(one.text)].type != "person"]
    chosen = _whole_lists(sentence, [run for run in _runs(sentence, things) if any(map(is_place, run))], chosen, most)
    return sorted(chosen, key=lambda one: one.start)


def _whole_lists(
    sentence: str, runs: Sequence[Sequence[Mention]], chosen: Sequence[Mention], most: int
) -> list[Mention]:
    """Return ``chosen`` with all the places of a list, one of ``runs``, or none: the others show what is missing."""
    completed = list(chosen)
    for run in runs:
        is_list = re.search(r"\b(?:and|or)\b", sentence[run[0].end : run[-1].start]) is not None  # not "Kent, Ohio"
        if is_list and 0 < sum(one in completed for one in run) < len(run):
            others = [one for one in completed if one not in run]
            completed = [*others, *run] if len(others) + len(run) <= most else others or completed
    return completed


def _in_passing(sentence: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return what ``sentence`` mentions besides its point, and what a blank would leave open."""
    others = [one for one in mentions if not (_is_minor(one) and _rank(one) == _IN_WORDS and _is_few(sentence, one))]
    return [
        one
        for one in mentions
        if _COUNTED_FROM.match(sentence, one.end)
        or _OTHER_EVENT.search(sentence[: one.start])
        or (one.kind == "name" and _POSSESSIVE.match(sentence, one.end))
        or (one.kind == "date" and _ERA.search(sentence[: one.start]) and "centur" in one.text)
        or (one.kind == "date" and _is_rest_of_date(sentence, one, mentions))
        or (one.kind in {"figure", "date"} and RANGE_END.search(sentence[: one.start]))
        or (one.kind == "figure" and _IN_OTHER_UNIT.search(sentence[: one.start]))
        or (
            one.kind in {"figure", "date"}
            and " and " not in one.text
            and _RANGE_START.match(sentence, one.end)
            and _RANGE.search(sentence[: one.start])
        )
        or (one.kind == "name" and _FIRST_TO.search(sentence[: one.start]))
        or (one not in others and (others or _OF_PARTS.match(sentence, one.end) is None))
        or (one.kind == "name" and " " not in one.text and _is_modifier(sentence, one))
    ]


def _range_from(sentence: str, one: Mention) -> re.Match[str] | None:
    """Return what follows the name ``one`` if a range of words begins with it: " to Ozon", after "Ostby"."""
    is_first = one.kind == "name" and sentence[: one.start].endswith((", ", "("))
    return _TO_LAST.match(sentence, one.end) if is_first else None


def _partner(
    sentence: str, one: Mention, mentions: Sequence[Mention], found: Mapping[str, FoundEntity]
) -> Mention | None:
    """Return the person with whom the person ``one`` did something: Ole Krag, after "Ida Lund and"."""

    def is_person(other: Mention) -> bool:
        entity = found.get(fold(other.text)) if other.kind == "name" and " " in other.text else None
        return entity is not None and entity.type == "person"

    others = [other for other in mentions if is_person(other)]
    if one not in others or any(sentence[other.end : one.start] == ", " for other in others):
        return None  # "Orm Flett, Ida Lund and Ole Krag"
    return next((other for other in others if sentence[one.end : other.start] == " and "), None)


def _is_rest_of_date(sentence: str, one: Mention, others: Sequence[Mention]) -> bool:
    """Return whether ``one`` is a day whose year is elsewhere in the sentence: "In 1870 … held on 3 May"."""
    return YEAR_ALONE.search(one.text) is None and any(
        other.kind == "date"
        and YEAR_ALONE.fullmatch(other.text) is not None
        and _CLAUSE.search(sentence, min(one.end, other.end), max(one.start, other.start)) is None
        for other in others
    )


def _is_in_aside(sentence: str, one: Mention) -> bool:
    """Return whether ``one`` only says more about something: 1702 in "The wharf, rebuilt in 1702, has"."""
    ends = _END_OF_ASIDE if one.kind == "figure" else _COMMA
    return ends.match(sentence, one.end) is not None and _ASIDE.search(sentence[: one.start]) is not None


def _is_minor(one: Mention) -> bool:
    """Return whether ``one`` is a number in words."""
    return one.kind == "figure" and one.text[0].isalpha()


def _is_amount(sentence: str, one: Mention) -> bool:
    """Return whether ``one`` is a figure that is what to know of ``sentence``: a measure, a share or a large number."""
    before, after = sentence[: one.start], sentence[one.end :]
    if one.kind != "figure" or _BY_THE_WAY.search(before) is not None or _WITHIN.search(before) is not None:
        return False
    if _is_in_aside(sentence, one):
        return False
    if _FRACTION.fullmatch(one.text) is not None and _SHARE_OF.match(after) is not None:
        return True
    is_measured = MEASURE.match(after) is not None and not _is_minor(one)
    is_share = SHARE.match(after) is not None or _PERCENT.match(one.text[-1] + after, 1) is not None
    return is_measured or is_share or _LARGE.search(one.text) is not None


def _is_few(sentence: str, one: Mention) -> bool:
    """Return whether ``one`` is so small a number of things that it is seldom worth asking for."""
    return fold(one.text) in _FEW and MEASURE.match(sentence, one.end) is None


def _is_modifier(sentence: str, one: Mention) -> bool:
    """Return whether ``one`` only says which kind of thing is meant: "the only Nazi camp", "two Wagner tubas"."""
    return _KIND_BEFORE.search(sentence[: one.start]) is not None and _KIND_AFTER.match(sentence, one.end) is not None


def _is_end_of_way(sentence: str, one: Mention, others: Sequence[Mention]) -> bool:
    """Return whether ``one`` says only between which places something is: "from Buffalo to New York"."""
    before = sentence[: one.start]
    if RANGE_BEGINS.search(before):
        return any(_TO_PLACE.fullmatch(sentence[one.end : other.start]) for other in others)
    return _FAR_END.search(before) is not None or any(
        _TO_PLACE.fullmatch(sentence[other.end : one.start]) and RANGE_BEGINS.search(sentence[: other.start])
        for other in others
        if other.kind == "name"
    )


def _is_needless(sentence: str, one: Mention, entity: FoundEntity) -> bool:
    """Return whether nobody can be asked for the name ``one``, or its blank would cut a term or name."""
    before, after = sentence[: one.start], sentence[one.end :]
    is_single = " " not in one.text
    return (
        _UNIT.search(before) is not None
        or fold(one.text) in _KNOWN_TO_ALL
        or one.text.lower() in ROLES | TITLES  # "the Lord Mayor"
        or (is_single and entity.type is None and _ONE_SUCH.search(before) is not None and is_noun(one.text.lower()))
        or (one.text in _ENDS_OF_TITLES and before.endswith(" "))
        or (one.start == 0 and is_single and entity.type is None and is_english_word(one.text.lower()))
        or _BEFORE_NEEDLESS.search(before) is not None
        or (entity.type == "place" and _SCOPE.search(before) is not None)
        or (entity.type is None and is_single and _GROUP.search(one.text) is not None)
        or (entity.type is None and is_single and before == "The " and one.text.endswith("s"))
        or (entity.type is None and is_english_word(one.text.lower()) and _THE_LAST.search(before) is not None)
        or (_OWNED_BY.search(before) is not None and is_english_word(one.text.split()[0].lower()))
        or ((origin := _FROM.fullmatch(one.text)) is not None and is_nationality(origin["origin"]))
        or (is_single and (rest := _REST.match(after)) is not None and _is_foreign(rest["word"]))
        or (one.text.isupper() and _SHORT_FORM.search(before) is not None)
        or (_TERM_AFTER.match(after) is not None and _CALLED.search(before) is not None)
        or (entity.type is None and is_single and _TERM_OF.search(before) is not None)
        or (entity.type is None and is_single and _SHARED_SURNAME.match(after) is not None)
    )


def _is_foreign(word: str) -> bool:
    """Return whether ``word`` is the rest of a name in another language: "Narodni dom"."""
    return not (word in ENDS or word.endswith(("ed", "s", "ly")) or is_english_word(word))


def _is_last_word(sentence: str, one: Mention, found: Mapping[str, FoundEntity]) -> bool:
    """Return whether ``one`` is what a longer name ends with: "the Nebula", for the Andromeda Nebula."""
    is_short = " " not in one.text and sentence[: one.start].endswith(("the ", "The "))
    return is_short and any(name.endswith(f" {fold(one.text)}") for name in found)


def _rank(one: Mention) -> int:
    return _IN_WORDS if one.kind == "figure" and one.text[0].isalpha() else _ORDER[one.kind]


def _inner(sentence: str, one: Mention, partner: Mention | None) -> Span:
    """Return the bounds of the answer: of a quotation, the words without quotation marks and final punctuation.

    "Half" in "fewer than half" would be as true without "fewer than", so that both are asked for; and one end of a
    range of words, or one of two people who did something together, would be a hint for the other.
    """
    if partner is not None:
        return one.start, partner.end
    if one.kind == "name" and " " in one.text and (brother := _BROTHER.search(sentence, 0, one.start)) is not None:
        return brother.start("first"), one.end
    if (rest := _range_from(sentence, one)) is not None:
        return one.start, rest.end()
    if one.kind == "figure" and _FRACTION.fullmatch(one.text) and (limit := _LIMIT.search(sentence, 0, one.start)):
        return limit.start(), one.end
    if one.kind != "quote":
        return one.start, one.end
    inside = one.text[1:-1]
    return one.start + 1, one.start + 1 + len(inside.rstrip(" .,;"))
