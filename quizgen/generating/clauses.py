"""Split a sentence that joins two statements into both: "The bridge cost 90 crowns; the ferry was sold in 1890."

It is split only where two main clauses certainly meet, since nothing is lost if they stay together.
"""

import re
from collections.abc import Iterator

from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.sentences import QUOTE, sentences
from quizgen.text.word_forms import capitalized

_FINITE = (
    rf"(?:is|are|has|have|can|could|may|might|must|will|would|does|do|{IRREGULAR_PAST}"
    # "reached the coast", but not "reached by the railway"
    r"|[a-z]{2,}ed(?= (?:the|an?|no|more|about|some|only|his|her|its|their|to|for|in|that|[A-Z\d]\w*)\b)"
    r"|(?<=[^s\W] )[a-z]{2,}[^s\W]s(?= (?:the|an?|its|for|to|only|about|some|more|less)\b))"
)
_TIME = (
    r"(?:(?:to this day|even today|today|by now),? "
    r"|(?:instead of|besides|in addition to) (?:[\w’'-]+ ){1,7}?(?=(?:the|an?|its) ))?"
    r"(?:[a-z-]+ (?:centur(?:y|ies)|decades?|years?) (?:later|earlier|afterwards), (?=in \d{4}))?"
    r"(?:(?:in|by|on|since|until|from|after) (?:(?:the|[a-z]+) )?(?:(?:early|mid|late)[ -])?"
    r"(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}s?,? )?"
)
_SUBJECT = (
    rf"(?!(?:{_FINITE}|be|come|go)\b)"
    r"(?:(?:he|she|they|it)|(?:(?:the|an?|his|her|its|their|most|many|some|about|nearly|[a-z]+ed) )?"
    r"(?:(?!that|which|who|whose|where|when|to|by)(?:[\w’'-]+|&) ){0,5}?(?!that|which|who)[\w’'-]+)"
)
_CLAUSE = re.compile(rf"{_TIME}{_SUBJECT} {_FINITE}\b")
_NAMED_CLAUSE = re.compile(
    rf"{_TIME}(?:[A-ZÀ-Þ][\w’'-]+ ){{2,4}}[a-z]{{3,}}ed (?!by\b|in\b|on\b|at\b|from\b|with\b|as\b|and\b)[a-z]+ [a-z]"
)
"""A clause about somebody whose name is given in full: "Ida Lund published good results"."""
_DATED_CLAUSE = re.compile(
    r"(?:in|on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4},? (?:(?:the|an?|his|her|its|their) |(?=[A-ZÀ-Þ]))[^,;:]*?"
    rf" (?:{IRREGULAR_PAST}|[a-z]{{2,}}ed)\b"
)
"""A clause with a date of its own, and with a subject: "in 1879 the German Ole Krag used lichens"."""
_MEETING = re.compile(r"; (?=\w)|: (?=\w)|, and (?=\w)|, but (?=\w)")
_WHO_DOES = re.compile(r"(?:he|she|they|it) ")
_REFERRING = re.compile(r"(?:it|this|that|these|those|such|both|then|there|so|one|others?|the (?:former|latter))\b")
_OF_THEM = re.compile(r"(?:all|both|few|half|many|most|none|some) of (?:them|these|those)\b|neither\b|none\b")
"""What limits or completes what precedes it: ", but all of them sank"."""
_OF_SUCH = re.compile(r"(?:[A-ZÀ-Þ][\w-]+ )*[A-ZÀ-Þ][\w-]+['’]s (?:at|from|had|has|in|is|of|was)\b")
"""A subject without its noun: "Ida Lund's of 1878 managed"."""
CONDITION = re.compile(
    r"(?:(?:and|but|though|although|yet) )?(?:then )?"
    r"(?:(?:only|not) (?:above|after|as|at|because|before|below|by|for|from|if|in|on|over|since|so long|under|until"
    r"|when|where|while|with|within|without)|as long as|assuming|except|if|on condition|provided|providing"
    r"|so long as|unless)\b"
)
"""When alone the rest is true: "though only when it is squeezed", "provided that it is dry"."""
_OF_SOME_KIND = re.compile(
    r"(?:(?:most|many|some|all) )?(?!(?:the|an?|these|those|its|his|her|their)\b)[a-z-]+ [a-z]+[^\Wsu]s "
    r"(?:are|have|can)\b",
    re.IGNORECASE,
)
"""A clause about things of one kind: "Active eels are delicate"."""
_FINDING = re.compile(r"(?:they|it) |(?:in|an?) [^,;:]*\b(?:experiment|study|survey|test|trial)s?\b")
"""What is said of the same kind of things: "and they die", "and a study of 1870 found that half died"."""
_WHICH_ONCE = re.compile(r"which (?P<did>(?:had|was|were) [^;:]*\b(?:1\d|20)\d\d\b[^;:]*)")
_ONLY_ONE = re.compile(
    r"\b(?P<what>(?:the|[A-ZÀ-Þ][\w-]+['’]s) (?:[a-z]+['’]s )?(?:first|last|only|[a-z]{3,}est) [a-z]+(?: [a-z]+)?)$"
)
"""A thing that is known by what it is the first one of: "the world's first train ferry", before "which was …"."""
_DEPENDENT = re.compile(
    r"\b(?:that|because|if|whether|although|though|while|whereas|when|unless|until|who|whom|which|where|whose)\b"
)
_HAS_FINITE = re.compile(rf"\b{_FINITE}\b")
_MAYBE_FINITE = re.compile(rf"\b(?:{_FINITE}|[a-z]{{2,}}ed)\b")
_ASIDE = re.compile(
    r", (?:(?:[a-z]{3,}ed|built|made|sold|written) (?:by|at|in|from|with)"
    r"|an?|the|two|three|both|born|founded|now|then|called|known as|named) [^,;:]*,"
)
_FOUND_THAT = re.compile(
    r"\b(?:demonstrated|discovered|found|noticed|proved|reported|revealed|saw|showed|shows)\b[^,;:]* that "
)
"""A result, which a colon may explain."""
_RELATIVE = re.compile(r", (?:which|who|whose|where)\b[^,;]*$")
_WHEN_CLAUSE = re.compile(r"(?:When|After|Before|Once|As soon as) [^,]*, ")
_OPENING = re.compile(r"(?:In|On|At|By|After|Before|Since|From|During|For|Until|Between|Within|Under) [^,]*, ")
_SUBORDINATE = re.compile(
    r"(?:When|While|After|Before|Once|As|If|Although|Though|Since|Because|Until|In|On|At|By|From|During|For|Between"
    r"|Within|Under|With|Where|Wherever|So|That|Which|Who|Whose|To)\b",
    re.IGNORECASE,
)
_YEAR_OPENING = re.compile(r"(?:In|On|By|Around) (?:\w+ ){0,3}?\d{4},? (?=an? |the |[A-ZÀ-Þ])", re.IGNORECASE)
_NO_VERB = rf"(?!(?:it|he|she|they|{_FINITE})\b)"
_NO_PHRASE = r"(?!(?:in|on|at|by|for|to|as|after|before|since|with|from|what|that|which|who|there)\b)"
_SUBJECT_BEFORE = re.compile(
    r"(?:(?:in|on|by|after|since|around|about) [^,]*?(?:\d{4},?|,) )?"
    rf"(?P<subject>(?:(?:the|an?) )?{_NO_PHRASE}(?:{_NO_VERB}[\w’'-]+ ){{0,5}}?{_NO_VERB}[\w’'-]+)"
    rf"(?:, (?:an?|the|then) [^,;:]*,)? (?:also |first |later )?(?:{_FINITE}|[a-z]{{2,}}(?:ed|[^s\W]s))\b",
    re.IGNORECASE,
)
"""The subject of the beginning of a sentence, without what is said of it by the way."""
_DID_TOO = re.compile(rf"and (?P<did>(?:also |later |then |now )?{_FINITE}\b.*)")
_FACTIVE = re.compile(r"(?:and|but|while|whereas|although|though) ")
_HANGING = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|him|this|these|those|there|then|(?:that|same|next|following) [a-z]+"
    r"|later|earlier|too|all|both|each|so|such|others?|much|many)\b",
    re.IGNORECASE,
)
"""What an end of a sentence refers to, which is seldom clear without its beginning."""
_CASES = re.compile(
    rf": (?=[^,;:]*[A-ZÀ-Þ])(?=[^,;:]*\d)[^,;:]*{_MAYBE_FINITE.pattern}[^,;:]*[,;] (?:and )?"
    r"(?=[^,;:]*[A-ZÀ-Þ])[^,;:]*\d"
)
"""Two cases with their names and numbers: "differ: the Danish ship has 12 guns, the Swedish one 18"."""
_LONGEST, _MOST_CLAUSES = 36, 2
"""The largest number of words of a fact, and of clauses that follow one another."""
_SHORTEST = 4
"""The minimum number of words in each statement."""
_SHORTEST_OPENING = 2
"""That of a statement before one with a date of its own: "Evidence piled up"."""


def statements_in(text: str) -> Iterator[str]:
    """Yield the sentences of ``text``, and each of the statements that a sentence joins."""
    for sentence in sentences(text):
        yield from _joined(sentence)


def _joined(sentence: str) -> Iterator[str]:
    for found in _MEETING.finditer(sentence):
        before, after = sentence[: found.start()], sentence[found.end() :]
        if _is_split(sentence, found, before, after):
            yield f"{before}."
            yield from _joined(capitalized(after))
            return
    yield sentence


def _is_split(sentence: str, found: re.Match[str], before: str, after: str) -> bool:
    if any(quote.start() < found.start() < quote.end() for quote in QUOTE.finditer(sentence)):
        return False
    is_dated = _DATED_CLAUSE.match(after) is not None
    if len(before.split()) < (_SHORTEST_OPENING if is_dated else _SHORTEST) or len(after.split()) < _SHORTEST:
        return False
    if "(" in before and ")" not in before:
        return False
    if _OF_THEM.match(after) is not None or _OF_SUCH.match(after) is not None:
        return False
    if CONDITION.match(after) is not None:
        return False
    if _OF_SOME_KIND.match(before) is not None and _FINDING.match(after) is not None:
        return False
    plain = _ASIDE.sub("", after, count=1) if found[0] == ": " else after
    if not is_dated and _CLAUSE.match(plain) is None and _NAMED_CLAUSE.match(plain) is None:
        return False
    if found[0] == ": ":
        is_whole = _MAYBE_FINITE.search(before) is not None and "; " not in after and not is_crowded(after)
        is_whole &= re.match("[A-Z] ", after) is None  # "H stands for hard"
        is_whole &= _FOUND_THAT.search(before) is None  # "showed that it can count: after"
        return is_whole and _REFERRING.match(after) is None and _WHO_DOES.match(after) is None
    if found[0].startswith(";"):
        return _REFERRING.match(after) is None and ":" not in before
    # What is in a dependent clause may be joined to the rest of that clause, and a comma may belong to a list.
    rest = _WHEN_CLAUSE.sub("", _ASIDE.sub("", before), count=1)
    opening = _OPENING.match(rest)
    if opening is not None and _HAS_FINITE.search(opening[0]) is None:  # unlike "In 1870 the war began, "
        rest = rest[opening.end() :]
    if _WHO_DOES.match(after) is not None:
        rest = _RELATIVE.sub("", rest)  # "Adults have gills, which need water, and they live for 80 years"
    first, *others = re.split(r"[,;:] ", rest)
    is_list = any(map(_HAS_FINITE.search, others))
    return (
        _DEPENDENT.search(rest) is None
        and not is_list
        and (
            _MAYBE_FINITE.search(first) is not None
            or _WHO_DOES.match(first.lower()) is not None
            or _WHO_DOES.match(after) is not None
        )
    )


def second_statement(before: str, end: str) -> str | None:
    """Return what the ``end`` of a sentence says by itself, or None if that is not certain.

    It has a subject of its own, or that of what precedes it: "It opened in Kent in 1919" before "and closed in 1933".
    """
    if _HANGING.search(end) is not None or len(end.split()) < _SHORTEST:
        return None
    if (did := _DID_TOO.match(end)) is not None:
        found = _SUBJECT_BEFORE.match(before)
        return None if found is None or _RELATIVE.search(before) is not None else f"{found['subject']} {did['did']}"
    if (of_it := _WHICH_ONCE.match(end)) is not None:
        what = _ONLY_ONE.search(before)
        return None if what is None else f"{what['what']} {of_it['did']}"
    own = _FACTIVE.sub("", end, count=1)
    is_clause = _CLAUSE.match(own) is not None or _NAMED_CLAUSE.match(own) is not None
    is_hanging = _SUBORDINATE.match(own) is not None or _OF_SUCH.match(own) is not None
    return own if is_clause and not is_hanging else None


def is_spliced(text: str) -> bool:
    """Return whether nothing but a comma joins the last two clauses of ``text``: "It is old, it was sold in 1869"."""
    before, _, last = text.rstrip(".").rpartition(", ")
    if not before or _CLAUSE.match(last) is None or re.match(r"(?:and|but|or|so|yet)\b", last):
        return False
    first = _YEAR_OPENING.sub("", before.partition(": ")[2] or before)
    return _SUBORDINATE.match(first) is None and (
        _WHO_DOES.match(last) is not None or _MAYBE_FINITE.search(first) is not None
    )


def is_crowded(sentence: str) -> bool:
    """Return whether ``sentence`` says more than one fact should: it is very long, or a list of clauses or cases."""
    clauses = [one for one in re.split(r"[,;] (?:and |but )?", sentence) if _CLAUSE.match(one)]
    return len(sentence.split()) > _LONGEST or len(clauses) > _MOST_CLAUSES or _CASES.search(sentence) is not None
