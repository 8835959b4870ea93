"""Choose the blanks of a statement: what it settles, what is worth knowing, and what its other words do not tell."""

import re
from collections.abc import Mapping, Sequence

from quizgen.generating.entities import FoundEntity, is_nationality
from quizgen.generating.gazetteer import is_place, place_kind
from quizgen.generating.marking import MARKS, MEASURE, ONLY_SO_MANY, SHARE, UNLIKE_ALL, Find, Span
from quizgen.generating.noun_phrases import ENDS
from quizgen.generating.tails import FINITE, ONLY_OPENER
from quizgen.generating.tenses import past_verb
from quizgen.generating.worth import is_place_of
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import MONTH, YEAR
from quizgen.text.folding import fold
from quizgen.text.lexicon import ROLES, TITLES
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import BELOW_TWENTY, TENS
from quizgen.text.word_forms import capitalized, singular
from quizgen.text.words import listed

_CURRENCY_BEFORE = re.compile(
    rf"[{CURRENCY_SIGNS}]\s?$|\b(?:aged?|No\.|number|than|to|of|about|at|least|most|for|almost|nearly|over|only"
    rf"|some|counted"
    r"|between|from) $"
)
_NO_UNIT = listed(
    "have has had and or in on at of to do does did each was is were are by for from with when while but as which who"
)
_YEAR = re.compile(r"\b\d{4}s?$")
_COMPARING = re.compile(r"\b(?:above|below|beyond|exceed(?:ed|ing|s)?|over|under) $")
_DATE = re.compile(rf"(?:\d{{1,2}} )?(?:(?:[a-z]+ )?(?:{MONTH}) )?(?:\d{{1,2}}, )?(?P<year>1\d{{3}}|20\d\d)")
_CENTURY = re.compile(r"\bcentur(?:y|ies)\b")
_FEW = re.compile(rf"(?:{'|'.join(BELOW_TWENTY)})(?: (?:and a half|or [a-z]+|to [a-z]+))?", re.IGNORECASE)
_AS_MEASURED = re.compile(rf"{MEASURE.pattern}[^,;]* and [^,;]*$")
"""What precedes the second of two measures, which has the unit of the first: "seventy feet and a depth of"."""
_CLOCK = re.compile(
    r"(?:(?:five|ten|(?:a )?quarter|twenty(?:-five)?|half)|[a-z-]+ minutes) (?:to|past) [a-z]+(?= [a-z]+ |\W|$)"
)
_CITY = re.compile(r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]f) |, )(?P<name>[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)*)")
_SPARE = 2
"""The number of further answers that may replace those that make no good blanks."""
_SHORT_BODY = 7
"""A statement of so few words says too little about its subject to ask for it."""
_THRESHOLD = re.compile(r"\b(?!fewer\b|rather\b|other\b)[a-z]{2,}er than (?:about |some )?$")
"""What precedes a limit, for which any other might do: "specimens longer than"."""
_PRICED = re.compile(
    rf", (?:priced at|costing|(?:at|for) (?:a|the) (?:price|cost|fee) of|(?:which|and) cost|at) (?:about |only )?"
    rf"[{CURRENCY_SIGNS}]?$"
)
"""What precedes a price that is only said by the way."""
_BINOMIAL = re.compile(r"[A-Z][a-z]+ [a-z]{4,}")
"""The scientific name of a species, for which its other name would do as the subject: "Homo sapiens lives"."""
_LAWMAKERS = re.compile(r"(?:.* )?(?:parliament|congress|senate|house of (?:lords|commons|representatives))")
_LAWMAKING = re.compile(
    r"(?: (?:had|has|finally|soon|later|also|then))? (?:approved|debated|enacted|passed|ratified|rejected|repealed"
    r"|voted)\b"
)
"""What only those who make laws do, so that it gives them away."""
_BEFORE_KIND = re.compile(r"\b(?:by|of|with|from|to|for|among|against|between|that|than) $")
_KIND_AFTER = re.compile(r" (?P<noun>[a-z]{3,}s)\b")
_PUBLISHED = re.compile(
    r"\b(?:analysis|article|estimate|paper|report|review|study|survey) (?:(?:by|of|on) [^,;:]{1,40} )??"
    r"(?:(?:dated|of|from)|(?:that (?:appeared|was published)|published|printed) in)(?: (?:early|late|[A-Z][a-z]+))? $"
)
_SAME_STEM, _STEM_SHARE = 6, 0.7
"""The length of the beginning that two words of one meaning share, and its share of the longer: "il tardigrado"."""
_NAME_WORD = re.compile(r"[^\W\d_]{3,}")
_OWN_WORD = re.compile(r"[A-ZÀ-Þ][^\W\d_]{2,}")
_AFTER_PLACE = re.compile(r"[A-ZÀ-Þ][\w’'-]*(?:,| in| on the coast of| in the [a-z]+ of) (?:the )?$")
"""What precedes the country or region of a place: "the forest of Ostby in"."""
_PAIR = re.compile(r"\b(?:at|between|from|in|near|to) (?P<first>[A-ZÀ-Þ][\w’'-]*) and $")
_DECADE = re.compile(r"\d0s$")
_FOR_SO_LONG = re.compile(r"\b[Ff]or (?:about |nearly |more than |over )?$")
_LONG = re.compile(r" (?:years|months|decades|centuries)\b")
_JOIN_BEFORE = re.compile(r"\b[a-z]+ $")
_CAPITAL_BEFORE = re.compile(r"(?<![.:] )(?<!^)(?P<word>[A-ZÀ-Þ](?!\w*man )[\w’'-]*) $")


def _good_answers(text: str, spans: Sequence[Span], people: Mapping[str, FoundEntity], begin: int) -> list[Span] | str:
    """Return those of ``spans`` that make good blanks of ``text``, or the reason why none does."""
    good = [span for span in spans if is_good(text, span, people)]
    good = [span for span in good if not _is_said(text, span)]
    better = [span for span in good if not (_is_told(text, span) or _PRICED.search(text[: span[0]]))]
    good = good if len(better) < MARKS and all(is_year(text, span) for span in better) else better
    if len(good) > 1 and good[0][0] == begin and fold(text[slice(*good[0])]) in people:
        others = good[1:]
        if len(others) > 1 and all(is_year(text, span) for span in others):
            good = others  # nobody could tell whose years they are
    if given_away := [span for span in good if _is_given_away(text, span)]:
        good = [span for span in good if span not in given_away]
        if not good:
            return f"it gives the year of {text[slice(*given_away[0])]!r} elsewhere"
    if good and all(_is_of_publication(text, span) for span in good):
        return "it has only the year of a publication to ask about"
    good = [span for span in good if not _is_of_publication(text, span)]
    for is_poor in (_is_around, _is_of_report, _is_loose):
        good = [span for span in good if not is_poor(text, span, good)] or good
    if strong := [span for span in good if not _is_weak(text, span)]:
        good = strong
    elif good:
        return "it has only a small number or a time of day to ask about"
    if len(good) > 1:
        good = [span for number, span in enumerate(good) if not number or not _is_counted_again(text, good[0], span)]
    if len(good) == 1 and _is_all_of_subject(text, good[0], begin):
        good = []
    if not good and _CENTURY.search(text[begin:]):
        return "it has only a century to ask about, which makes no good blank"
    if not good:
        return "nothing in it would make a good blank"
    return good


def best_answers(
    text: str,
    begin: int,
    spans: Sequence[Span],
    people: Mapping[str, FoundEntity],
    entities: Mapping[str, FoundEntity],
    find: Find,
) -> list[Span] | str:
    """Return the best blanks of ``text``, or the reason why there is none.

    What makes no good blank among ``spans``, or has been cut off, makes room for the next best one.
    """
    best = _good_answers(text, spans, people, begin)
    for most in range(MARKS, MARKS + _SPARE + 1):
        if not isinstance(best, str) and len(best) >= MARKS:
            break
        found = find(capitalized(text[begin:]), most)
        if isinstance(found, str):
            break
        shifted = [(start + begin, end + begin) for start, end in found]
        shifted = [span for span in shifted if span in spans or not is_place_of(text[slice(*span)], entities)]
        shifted = [span for span in shifted if span in spans or not _is_half(text, span, shifted)]
        good = _good_answers(text, shifted, people, begin)
        if not isinstance(good, str) and (isinstance(best, str) or len(good) > len(best)):
            best = good[:MARKS]
    return best


def _is_half(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Return whether ``span`` is the second of two places, the first of which is none of ``spans``."""
    pair = _PAIR.search(text, 0, span[0])
    return pair is not None and pair.span("first") not in spans


def _is_said(text: str, span: Span) -> bool:
    """Return whether the rest of ``text`` has the name at ``span``, or a word much like the term there.

    "The canal, a waterway in Egypt: …" says Egypt, and "Tardigrades: …" says what "il tardigrado" means.
    """
    answer = text[slice(*span)]
    rest = f"{text[: span[0]]}…{text[span[1] :]}"
    if answer[0].isupper():
        return re.search(rf"\b{re.escape(answer)}\b(?!['’])", rest) is not None
    longest = fold(max(_NAME_WORD.findall(answer), key=len, default=""))
    return any(_have_one_stem(longest, fold(word)) for word in _NAME_WORD.findall(rest))


def _is_told(text: str, span: Span) -> bool:
    """Return whether the rest of ``text`` has most words of the name at ``span``, or all that are only a name.

    "The Forth Bridge" gives away the Firth of Forth.
    """
    answer = text[slice(*span)]
    words = [fold(singular(word)) for word in _NAME_WORD.findall(answer)]
    rest = {fold(singular(word)) for word in _NAME_WORD.findall(f"{text[: span[0]]} {text[span[1] :]}")}
    _, of, last = answer.rpartition(" of ")  # "Firth of" is a kind of place
    own = {fold(singular(word)) for word in _OWN_WORD.findall(last) if of or not is_noun(word.lower())}
    is_told = bool(words) and (sum(word in rest for word in words) * 2 > len(words) or (bool(own) and own <= rest))
    return answer[0].isupper() and is_told


def _have_one_stem(one: str, other: str) -> bool:
    """Return whether two different words have most of their beginning in common: tardigrado, tardigrade."""
    shared = max(_SAME_STEM, round(_STEM_SHARE * max(len(one), len(other))))
    return one != other and one[:shared] == other[:shared]


def _is_weak(text: str, span: Span) -> bool:
    """Return whether nobody would ask for ``span``: a time of day, a limit, or a small number of things at one time."""
    answer, before, after = text[slice(*span)], text[: span[0]], text[span[1] :]
    if _THRESHOLD.search(before) is not None or (answer == "one" and before.endswith(("th of ", "half of "))):
        return True
    if _CLOCK.match(text, span[0]) is not None and MEASURE.match(after) is None:
        return True
    if _FEW.fullmatch(answer) is None or ONLY_SO_MANY.search(before) is not None or past_verb(text) is None:
        return False
    return all(one.match(after) is None for one in (MEASURE, SHARE)) and _AS_MEASURED.search(before) is None


def _is_all_of_subject(text: str, span: Span, begin: int) -> bool:
    """Return whether a short statement asks for nothing but the name of its subject."""
    answer = text[slice(*span)]
    is_name = answer[0].isupper() and not any(map(str.isdigit, answer))
    is_short = span[0] <= begin + len("the ") and len(text[begin:].split()) <= _SHORT_BODY
    return is_name and is_short and UNLIKE_ALL.match(text[begin:]) is None


def _is_counted_again(text: str, total: Span, span: Span) -> bool:
    """Return whether ``span`` is a part of the number ``total`` before it: "five kinds: the wren and four finches"."""
    between = text[total[1] : span[0]]
    is_number = all(text[slice(*one)][0].isdigit() or text[slice(*one)].islower() for one in (total, span))
    return is_number and ":" in between and re.search(r"\b(?:and|,) (?:the )?(?:other )?$", between) is not None


def _is_given_away(text: str, span: Span) -> bool:
    """Return whether the year of a date is also in the rest of ``text``: "The fire of 1755: on 1 May 1755 …"."""
    year = _DATE.fullmatch(text[slice(*span)])
    rest = f"{text[: span[0]]}…{text[span[1] :]}"
    return year is not None and re.search(rf"(?<!\d){year['year']}(?!\d)", rest) is not None


def _is_of_report(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Return whether ``span`` is no more than the year of a number in ``spans``: "By 2022 the total was 250"."""
    if not text.endswith(("By ", "by "), 0, span[0]) or _YEAR.fullmatch(text[slice(*span)]) is None:
        return False
    is_done = re.search(r"\bha[ds]\b", text[span[1] :]) is not None  # "By 1870 she had sold 12 ships"
    return not is_done and any(text[start].isdigit() and not is_year(text, (start, end)) for start, end in spans)


def _is_of_publication(text: str, span: Span) -> bool:
    """Return whether ``span`` is the year in which somebody published something: "a study published in 1870"."""
    return is_year(text, span) and _PUBLISHED.search(text[: span[0]]) is not None


def _is_loose(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Return whether ``span`` is a decade, or how long something lasted of which ``text`` does not tell the year."""
    if _DECADE.search(text[slice(*span)]) is not None:
        others = (text[slice(*one)] for one in spans if one != span)
        return any(not is_place(other) for other in others)
    is_long = _LONG.match(text, span[1]) is not None and _FOR_SO_LONG.search(text[: span[0]]) is not None
    return is_long and not any(is_year(text, one) for one in spans)


def _is_around(text: str, span: Span, spans: Sequence[Span]) -> bool:
    """Return whether ``span`` is a country, state or region that a place within it in ``text`` gives away."""
    if place_kind(text[slice(*span)]) not in {"country", "state", "region"}:
        return False
    if _AFTER_PLACE.search(text[: span[0]]) is not None:
        return True
    rest = list(text)
    for start, end in spans:
        rest[start:end] = "_" * (end - start)
    return any(place_kind(name) == "city" for name in _CITY.findall("".join(rest)))


def is_good(text: str, span: Span, people: Mapping[str, FoundEntity]) -> bool:
    """Return whether ``span`` is a whole name, or a number that says of what it is one, and can be asked for."""
    answer, before, after = text[slice(*span)], text[: span[0]], text[span[1] :]
    if (
        "centur" in answer
        or answer.endswith(("self", "selves"))
        or (answer.lower() in {"two thousand", "a thousand", "a hundred"} and " years" in after[:6])
    ):
        return False
    if answer[0].isupper() and (_YEAR.search(answer) is None or before.endswith(("'s ", "’s "))):
        capital = _CAPITAL_BEFORE.search(before)
        # "King Anna", "in England Ida Lund", "the Norwegian Ole Krag"
        is_apart = capital is not None and (
            capital["word"].lower() in ROLES | TITLES
            or (fold(answer) in people and (is_place(capital["word"]) or is_nationality(capital["word"])))
        )
        if (join := _JOIN_BEFORE.search(before)) and any(f"{join[0]}{answer}" in one.name for one in people.values()):
            return False  # "von Frisch"
        if re.match(r" [A-Z\d]", after) or (capital is not None and not is_apart):
            return False  # a part of a name
        is_alias = any(fold(answer) in map(fold, one.aliases) for one in people.values())
        if " " not in answer and is_alias:
            return False
        if _BINOMIAL.fullmatch(answer) and FINITE.match(after.lstrip()):
            return False
        if _LAWMAKERS.fullmatch(fold(answer)) and _LAWMAKING.match(after):
            return False
        kind = _KIND_AFTER.match(after) if " " not in answer and _BEFORE_KIND.search(before) else None
        if kind is not None and is_noun(singular(kind["noun"])) and singular(kind["noun"]) != kind["noun"]:
            return False  # "by Kent magistrates"
        is_modifier = re.match(r" (?!(?:[a-z]+ed|[a-z]+ly)\b)(?P<noun>[a-z]{3,})", after) if " " not in answer else None
        if is_modifier and is_modifier["noun"] not in ENDS and re.search(r"\b[Tt]he $", before):
            return False  # "the Schengen area"
        return not (ONLY_OPENER.search(before) and FINITE.match(after.lstrip()))
    if re.fullmatch(r"[\d.,]+(?: (?:thousand|million|billion))?|[a-z-]+(?: (?:hundred|thousand|million))?", answer):
        return _has_meaning(answer, before, after)
    return True


def is_year(text: str, span: Span) -> bool:
    """Return whether ``span`` is a date with a year; in "above 1080", it is a number."""
    return _YEAR.search(text[slice(*span)]) is not None and _COMPARING.search(text[: span[0]]) is None


def _has_meaning(answer: str, before: str, after: str) -> bool:
    """Return whether the figure ``answer`` says of what it is the number."""
    if not any(map(str.isdigit, answer)) and not re.search(
        rf"\b(?:hundred|thousand|million|{'|'.join((*BELOW_TWENTY, *TENS))})\b",
        answer,
    ):
        return True  # a term
    if (re.fullmatch(YEAR, answer) and not _COMPARING.search(before)) or _CURRENCY_BEFORE.search(before):
        return True
    if SHARE.match(after) is not None:
        return True
    following = re.match(r"\s?([%°]|[A-Za-z]+)", after)
    return following is not None and following[1].lower() not in _NO_UNIT
