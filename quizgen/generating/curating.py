"""Offer the candidates that a curator would take as they are, and cut off what hangs on the text around them.

Every other candidate is left out with the reason, so that what is offered can be relied on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen.generating.candidates import Candidate, Draft
from quizgen.generating.clauses import is_spliced
from quizgen.generating.doubts import LONGEST, doubt_about
from quizgen.generating.entities import FoundEntity, is_nationality
from quizgen.generating.marking import Span, marked
from quizgen.generating.noun_phrases import ENDS
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.questions.marks import find_marks
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import MONTH
from quizgen.text.folding import fold
from quizgen.text.lexicon import ROLES, TITLES
from quizgen.text.numbers import any_number_word
from quizgen.text.sentences import QUOTE
from quizgen.text.word_forms import singular
from quizgen.text.words import listed

_SHORTEST = 4
"""The minimum number of words of what is left."""
_TAIL = re.compile(
    r"(?:,| [–—]|;) (?=(?:which|who|whose|where|although|though|while|whereas|so|but|and(?! others?\b)|unaware|thus"
    r"|as(?= [A-ZÀ-Þ])"
    r"|(?:many|most|some|both|none|all) of|an?|the|even|(?:only|not) [a-z]+|[a-z]{3,}ing|[a-z]{3,}ed"
    r"|[\w-]+ (?:years|months|weeks|days))\b)| (?=and (?:un)?aware\b)"
)
"""Where a sentence is complete, and something is added."""
_SECOND = re.compile(
    rf"(?<=[\w)]) (?=and (?:{IRREGULAR_PAST}|[a-z]{{3,}}ed|[a-z]{{3,}}s(?= (?:the|an?|its|his|her|their|about)\b)) )"
)
"""Where a second thing is said of the same subject, which a long sentence can do without."""
_FINITE = re.compile(
    rf"\b(?:is|are|has|have|can|could|may|might|must|will|would|does|do|{IRREGULAR_PAST}|[a-z]{{2,}}(?:[^s\W]s|ed))\b"
)
_CURRENCY_BEFORE = re.compile(
    rf"[{CURRENCY_SIGNS}]\s?$|\b(?:aged?|No\.|number|than|to|of|about|at|least|most|for|almost|nearly|over|only|some|counted"
    r"|between|from) $"
)
_NO_UNIT = listed("and or in on at of to do does did each was is were are by for from with when while but as which who")
_YEAR = re.compile(r"\b\d{4}s?$")
_DATE = re.compile(rf"(?:\d{{1,2}} )?(?:(?:[a-z]+ )?(?:{MONTH}) )?(?:\d{{1,2}}, )?(?P<year>1\d{{3}}|20\d\d)")
_ONLY_OPENER = re.compile(r"(?:^|: )(?:Under|In|After|Before|During|under|in|after|before|during) $")
"""What cannot be all that precedes a verb: "Under Fascism Slovene was banned"."""
_NEEDLESS = re.compile(
    r"(?:and|but|so|although|though|while|whereas|unaware) "
    r"|.*\b(?:he|she|his|her|it|its|they|them|their|himself|themselves)\b"
)
"""What says something else, or hangs on the rest, so that it is cut off if it has nothing to ask about."""
_ANOTHER_FACT = re.compile(
    r"as [A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)* (?:would|did|had)\b"
    r"|and (?:only )?[a-z-]+ (?:day|week|month|year|decade|centur(?:y|ie))s? (?:later|earlier|before|afterwards)\b"
)
"""What happened to somebody else, or at another time."""
_SMALL = listed("the and for its from with that was were who how what when where why our his her their")
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
    rf"^(?P<subject>[^,]*), (?:an?|the|who|which|then|now|once|both|{any_number_word(1, 12)})\b[^,]*$"
)
"""A subject with a description that is not closed yet: "Ida Lund, a doctor"."""
_IN_NAMES = re.compile(r", [A-ZÀ-Þ][\w’'-]*(?: (?:and )?[A-ZÀ-Þ][\w’'-]*)*$")
"""Names that are not certainly the last words of a clause: "Two doctors, Ida Lund and Ole Krag"."""
_PREDICATE = rf"(?:had|has|was|were|is|are|{IRREGULAR_PAST}|[a-z]{{3,}}ed) "
_PREDICATES = re.compile(
    rf"(?P<first>.*), (?:(?:he|she|it|they) )?{_PREDICATE}[^,]*(?P<last>,) and (?:an? [a-z]+ )?{_PREDICATE}"
)
"""Three things that are said of a subject: "Ida Lund was born in Kent, had a shop, and died in 1890"."""
_MEANT = re.compile(
    r"\b(?:hoped|tried|wanted|intended|planned|expected|attempted|meant|offered|promised|supposed|(?:was|were) to)\b"
)
"""What somebody wanted, of which only "but" says that it did not happen."""
_CAPITAL_BEFORE = re.compile(r"(?<![.:] )(?<!^)(?P<word>[A-ZÀ-Þ](?!\w*man )[\w’'-]*) $")
_VERB = re.compile(rf"\b(?:is|are|has|have|can|may|must|will|does|do|{IRREGULAR_PAST}|[a-z]{{2,}}ed)\b")


def curated(draft: Draft, title: str, *, with_unclear: bool = False) -> Draft:
    """Return ``draft`` with only those candidates that need no change; with all, if ``with_unclear`` is set.

    What such a candidate lacks is then its ``doubt``.
    """
    if not draft.english:
        return draft
    people = {fold(one.name): one for one in draft.entities if one.type == "person"}
    every = re.findall(r"[^\W\d_]{3,}", title)
    # A European law is not about the European eel.
    telling = [word for word in every if not is_nationality(word)] or every
    words = {fold(singular(word)) for word in telling} - _SMALL
    kept: list[Candidate] = []
    left_out = list(draft.left_out)
    refused = 0
    for one in draft.candidates:
        better = _best(one, people, words)
        if not isinstance(better, str):
            kept.append(better)
            if cut := _cut_off(one, better):
                left_out.append((one.paragraph, cut, "it has been cut off from a candidate fact"))
        elif with_unclear:
            kept.append(one if one.unclear else replace(one, doubt=better))
        else:
            refused += 1
            left_out.append((one.paragraph, one.sentence, better))
    return replace(draft, candidates=tuple(kept), left_out=tuple(sorted(left_out)), unclear=draft.unclear + refused)


def _best(one: Candidate, people: Mapping[str, FoundEntity], words: set[str]) -> Candidate | str:
    """Return ``one`` as a curator would take it, or the reason why nobody would."""
    plain, every = _plain(one.statement)
    begin = len(one.lead_in)
    spans = [span for span in every if _is_good(plain, span, people)]
    first: str | None = None
    ends = [end for end in _ends(plain, begin) if begin or _names(plain[:end], words) or not _names(plain, words)]
    while len(ends) > 1 and _is_needless(plain, ends[1], spans):
        del ends[0]
    for end in ends:
        text = plain if end == len(plain) else f"{plain[:end]}."
        inside = [span for span in spans if span[1] <= end]
        problem = doubt_about(text, begin, people, words)
        if problem is None and _is_list(text[begin:]):
            problem = "it states more than one fact"
        if problem is None:
            answers = _good_answers(text, inside, people, begin)
            if isinstance(answers, str):
                problem = answers
            elif (statement := marked(text, answers)) is not None:
                return replace(one, statement=statement)
            else:
                problem = "it has no short answer to mark"
        first = first or problem
    assert first is not None
    return first


def _cut_off(one: Candidate, better: Candidate) -> str:
    """Return the end of the statement of ``one`` that ``better`` does not have."""
    whole, left = _plain(one.statement)[0], _plain(better.statement)[0]
    return "" if left == whole else whole[len(left) - 1 :].lstrip(" ,;–—")


def _plain(statement: str) -> tuple[str, list[Span]]:
    """Return ``statement`` without its marks, and the bounds of their answers."""
    plain, end, spans = "", 0, []
    for mark in find_marks(statement):
        plain += statement[end : mark.start]
        spans.append((len(plain), len(plain) + len(mark.answer)))
        plain += mark.answer
        end = mark.end
    return plain + statement[end:], spans


def _ends(text: str, begin: int) -> Iterator[int]:
    """Yield where ``text`` may end: at its end, and before each addition after its first clause, the last one first."""
    yield len(text)
    quotes = [one.span() for one in QUOTE.finditer(text)]
    tails = [*_TAIL.finditer(text, begin)]
    if len(text[begin:].split()) > LONGEST:
        tails += _SECOND.finditer(text, begin)
    for found in sorted(tails, key=lambda found: -found.start()):
        at = found.start()
        before, tail = text[begin:at], text[found.end() :]
        clause = before.partition(", ")[2] if _ONLY_OPENER.match(before) else before
        if len(before.split()) < _SHORTEST or _FINITE.search(clause) is None:
            continue
        apposed = _IN_APPOSITION.search(before)
        if (apposed is not None and _VERB.search(apposed["subject"]) is None) or (
            _IN_NAMES.search(before) is not None and _VERB.search(before) is None
        ):
            continue
        if tail.startswith("but ") and _MEANT.search(before) is not None:
            continue
        if found[0].startswith(",") and _is_list(text[begin:], at - begin):
            continue
        if "; " in before and _VERB.search(before.rpartition("; ")[2]) is None:
            continue  # "a monument at its entrance"
        if _EMPTY_OBJECT.search(before) is not None or _ONLY_CLAUSE.search(before) is not None:
            continue
        if ":" in before or any(start < at < end for start, end in quotes) or ("(" in before and ")" not in before):
            continue
        may_be_list = _ANOTHER_FACT.match(tail) is None
        if (
            may_be_list
            and _FINITE.search(tail) is None
            and re.search(r"\b(?:and|or)\b", f"{text[at : found.end()]}{tail}")
        ):
            continue  # the rest of a list
        if is_spliced(before):
            continue  # the last clause of a list: "It is old, it is long, and it leaks"
        yield at


def _is_list(text: str, last: int | None = None) -> bool:
    """Return whether ``text`` says three things of its subject, and ``last``, if given, is before the third one."""
    found = _PREDICATES.match(text)
    is_list = found is not None and _VERB.search(found["first"]) is not None
    return is_list and found is not None and last in {None, found.start("last")}


def _names(text: str, words: set[str]) -> bool:
    """Return whether ``text`` has one of the ``words`` (folded, singular)."""
    return any(fold(singular(word)) in words for word in re.findall(r"[^\W\d_]{3,}", text))


def _is_needless(text: str, end: int, spans: Sequence[Span]) -> bool:
    """Return whether what follows ``end`` in ``text`` is another fact, or has no answer and would not be missed."""
    tail = _TAIL.match(text, end)
    if tail is not None and any(stop <= end for _, stop in spans) and _ANOTHER_FACT.match(text, tail.end()):
        return True
    return (
        tail is not None
        and bool(spans)
        and all(stop <= end for _, stop in spans)
        and _NEEDLESS.match(text, tail.end()) is not None
    )


def _good_answers(text: str, spans: Sequence[Span], people: Mapping[str, FoundEntity], begin: int) -> list[Span] | str:
    """Return those of ``spans`` that make good blanks of ``text``, or the reason why none does."""
    good = [span for span in spans if _is_good(text, span, people)]
    if len(good) > 1 and good[0][0] == begin and fold(text[slice(*good[0])]) in people:
        others = good[1:]
        if len(others) > 1 and all(_YEAR.search(text[slice(*span)]) for span in others):
            good = others  # nobody could tell whose years they are
    if given_away := [span for span in good if _is_given_away(text, span)]:
        good = [span for span in good if span not in given_away]
        if not good:
            return f"it gives the year of {text[slice(*given_away[0])]!r} elsewhere"
    if not good:
        return "nothing in it would make a good blank" if spans else "it has no date, figure, name or term to ask about"
    return good


def _is_given_away(text: str, span: Span) -> bool:
    """Return whether the year of a date is also in the rest of ``text``: "The fire of 1755: on 1 May 1755 …"."""
    year = _DATE.fullmatch(text[slice(*span)])
    rest = f"{text[: span[0]]}…{text[span[1] :]}"
    return year is not None and re.search(rf"(?<!\d){year['year']}(?!\d)", rest) is not None


def _is_good(text: str, span: Span, people: Mapping[str, FoundEntity]) -> bool:
    answer, before, after = text[slice(*span)], text[: span[0]], text[span[1] :]
    if "centur" in answer or (answer.lower() in {"two thousand", "a thousand", "a hundred"} and " years" in after[:6]):
        return False
    if answer[0].isupper() and (_YEAR.search(answer) is None or before.endswith(("'s ", "’s "))):
        capital = _CAPITAL_BEFORE.search(before)
        is_titled = capital is not None and capital["word"].lower() in ROLES | TITLES  # "King Anna"
        if re.match(r" [A-Z\d]", after) or (capital is not None and not is_titled):
            return False  # a part of a name
        is_alias = any(fold(answer) in map(fold, one.aliases) for one in people.values())
        if " " not in answer and is_alias:
            return False
        is_modifier = re.match(r" (?!(?:[a-z]+ed|[a-z]+ly)\b)(?P<noun>[a-z]{3,})", after) if " " not in answer else None
        if is_modifier and is_modifier["noun"] not in ENDS and re.search(r"\b[Tt]he $", before):
            return False  # "the Schengen area"
        return not (_ONLY_OPENER.search(before) and _FINITE.match(after.lstrip()))
    if re.fullmatch(r"[\d.,]+(?: (?:thousand|million|billion))?|[a-z-]+(?: (?:hundred|thousand|million))?", answer):
        return _has_meaning(answer, before, after)
    return True


def _has_meaning(answer: str, before: str, after: str) -> bool:
    """Return whether the figure ``answer`` says of what it is the number."""
    if not any(map(str.isdigit, answer)) and not re.search(
        r"\b(?:hundred|thousand|million|one|two|three|four|five|six|seven"
        r"|eight|nine|ten|[a-z]+teen|[a-z]+ty|eleven|twelve)\b",
        answer,
    ):
        return True  # a term
    if re.fullmatch(r"(?:1\d|20)\d\d", answer) or _CURRENCY_BEFORE.search(before):
        return True
    following = re.match(r"\s?([%°]|[A-Za-z]+)", after)
    return following is not None and following[1].lower() not in _NO_UNIT
