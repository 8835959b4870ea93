"""Decide which of the candidates are offered: those of the classes of which readers took most as they were.

The conditions follow from 128 candidates of 22 texts that two outside readers each labelled. Of what does not meet
them, they took about a tenth. ``draft --all`` shows the rest, with the reason.
"""

import re
from collections.abc import Iterator, Sequence

from quizgen.generating.lead_ins import LeadIn
from quizgen.generating.marking import Span
from quizgen.generating.noun_phrases import MEMBERS
from quizgen.generating.tails import FINITE
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.dates import YEAR
from quizgen.text.mentions import find_mentions
from quizgen.text.noun_kinds import is_kind_of, is_noun
from quizgen.text.numbers import any_number_word
from quizgen.text.sentences import QUOTE
from quizgen.text.word_forms import singular

_MOST_FIGURES = 2
_VERB = rf"(?:is|are|has|have|had|can|could|may|would|{IRREGULAR_PAST}|[a-z]{{2,}}ed)"
_WHEN_AND_WHERE = re.compile(
    r"(?:(?:in|on|from|by|at|for|since|during|with) [^,;:]*?(?:\d{4}s?|century),? |in [A-ZÀ-Þ]\w+,? )", re.IGNORECASE
)
"""The opening of a sentence, before its subject."""
_DEFINITE = re.compile(
    rf"the (?P<order>first |second |third |next |last )?(?P<noun>[a-z-]+)"
    rf"(?= (?:[a-z]+ly )?(?:{_VERB}|[a-z]{{2,}}[^\Ws]s)\b)"
)
"""A subject that only something else could explain: "the cost was", "the first word honours"."""
_NUMBER = rf"(?:\d[\d,.]*|{any_number_word(2, 99)}|dozen|hundred|thousand|million|half|third|quarter)"
_RANGE = re.compile(
    rf"\b{_NUMBER}(?:[ -]{_NUMBER})*(?:(?:(?: [a-z]+)? to| or| and) {_NUMBER}(?:[ -]{_NUMBER})*)?\b", re.IGNORECASE
)
"""A figure, or two of which one is meant: "two or three", "from five seconds to two years"."""
_UNCOUNTED = re.compile(
    rf"\b(?:than|about|some|only|nearly|almost|over|up to) {_NUMBER}(?: {_NUMBER})*"
    rf" (?:[a-z]+ly )?(?:is|are|was|were|had|have)\b|\bup to {_NUMBER}\.$",
    re.IGNORECASE,
)
"""A figure without what it counts: "fewer than two thousand were taken on", "she may lay up to 25"."""
_UNTIL = re.compile(rf"\buntil [^,;:]*\b{YEAR}\.$")
_NOW = re.compile(r"(?:today|now|nowadays|currently)\b", re.IGNORECASE)
"""What was so when the text was written."""
_LEANING = re.compile(
    r"(?:among|even|few|hardly any|not many)\b"
    r"|(?:after|although|as|because|given that|if|now that|once|since|though|when|whereas|whether|while) [a-z][^,;:]*,",
    re.IGNORECASE,
)
"""A beginning that goes on from what came before, or gives a reason: "After three quiet years", "If a hair is bent"."""
_ANOTHER = re.compile(
    r", (?:but|yet|so) (?:the|an?|its|his|her|their|it|they|he|she) "
    r"|, (?:and|but|so|yet) (?!that |which |(?:all|both|most|none|some) of )(?:(?:by|in|on|for|since) [^,;:]{3,20}? )?"
    rf"(?:[\w’'*\"“”-]+ ){{0,4}}?[\w’'*\"“”-]+(?:, [^,;:]{{3,60}},)? (?:(?:had|has|have) )?{_VERB}\b"
)
"""A second main clause: ", but the word had become a joke"."""
_COLON = re.compile(rf"[;:] .*\b{_VERB}\b")
_ENOUGH = re.compile(
    rf"\b(?!(?:is|are|was|were|did)\b)(?:{IRREGULAR_PAST}|carry|have|has|hold|make|[a-z]{{2,}}(?:ed|[^\Wsu]s))"
    r" enough (?:to|for)\b"
)
"""So much of something that only an earlier sentence names: "carries enough to kill a man"."""
_CONSUMED = re.compile(
    rf"\b(?:consumes?|drinks?|eats?|needs?|produces?|requires?|uses?) [^,;:]*{_NUMBER} "
    r"(?:(?:kilo)?grams|tons|tonnes|pounds|lit(?:re|er)s|gallons)(?: (?:a|an|each|every|per) [a-z]+)?\.$"
)
"""An amount of what only an earlier sentence names: "needs about 12 pounds a day"."""
_SUBSTANCE = re.compile(r"[A-Z][a-z]+[^\Ws]: ")
"""A lead-in that may say of what something is an amount: "Helium: "."""
_REPLACED = re.compile(r"\b(?:replaced|substituted) [a-z]+ (?:with|by|for) [a-z]+(?! (?:in|of|for)\b)(?: and\b|[.,;])")
"""What was put in place of something else in a thing that only an earlier sentence names: "replaced tin with lead"."""
_ANY_YEAR = re.compile(rf"(?<!\b[Bb]y )\b{YEAR}|\b\d{{3}}0s|\bcentury\b")
_ONE_YEAR = re.compile(r"\b(?P<year>1\d{3}|20\d\d)(?:s\b|\b)")
_FIGURE = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_OF_BODIES = ("body", "organ")
_LAST = 2
"""The number of words at the end of a statement by which its end is found in the sentence."""
_LAST_LETTERS = 10
_OF_ALL = re.compile(
    rf"the (?:[\w-]+ )?(?:(?:scientific )?name of|species|{'|'.join(sorted(MEMBERS))})\b", re.IGNORECASE
)
"""What is said of all of a kind of animals or plants: "the African species is endangered"."""


def why_incomplete(text: str, begin: int, answers: Sequence[Span], sentence: str) -> str | None:
    """Return why the statement ``text``, with a lead-in that ends at ``begin``, is not one whole fact, or None.

    It is drafted from ``sentence``, and asks for the ``answers``.
    """
    body = text[begin:]
    plain = QUOTE.sub("…", body)
    figures = _figures(body)
    if figures > _MOST_FIGURES or _has_two_clauses(plain):
        return "it states more than one fact"
    if f"{' '.join(body.rstrip('.').split()[-_LAST:])}: " in sentence and not figures:
        return "what the colon introduces is missing"
    if FINITE.search(body) is None and not sentence.endswith(body[-_LAST_LETTERS:]):
        return "what is left of it has no verb"
    if _UNTIL.search(body) is not None and not sentence.endswith(body[-_LAST_LETTERS:]):
        return "what ended it is missing"
    if any(_is_repeated(word, body) for word in _words(text, answers)):
        return "the same figure occurs twice"
    if _NOW.match(body) is not None and figures:
        return "it does not say when this was so"
    if (leaning := _LEANING.match(body)) is not None and _ANY_YEAR.search(leaning[0]) is None:
        return "its beginning says little by itself"
    if _UNCOUNTED.search(body) is not None:
        return "it does not say what the figure counts"
    if _ENOUGH.search(body) is not None:
        return "it does not say enough of what"
    if _REPLACED.search(body) is not None:
        return "it does not say in what"
    is_substance = _SUBSTANCE.fullmatch(text, 0, begin) is not None
    if _CONSUMED.search(body) is not None and not is_substance:
        return "it does not say of what this is the amount"
    return None


def why_unconnected(text: str, begin: int, answers: Sequence[Span], subject: LeadIn | None) -> str | None:
    """Return why the statement ``text`` says too little of its ``subject``, or None.

    With a lead-in, which ends at ``begin``, it has to have something of its own that can be asked for and checked.
    """
    body = text[begin:]
    if subject is None:
        return None
    if not begin:
        return None if subject.is_named_in(body) else f"it does not name {subject.name!r}"
    if (before := _year_before(text[:begin], body)) is not None:
        return f"{before} is before {subject.name!r}"
    if _ANY_YEAR.search(body) is not None or _ANY_YEAR.search(subject.name) is not None:
        return None
    if (bare := _bare_subject(body)) is not None:
        return f"{bare!r} is not explained in the sentence"
    if any(map(_FIGURE.search, _words(text, answers))) or _OF_ALL.match(body) is not None:
        return None
    return "it has neither a date nor a figure, and does not name what it is about"


def _year_before(lead_in: str, body: str) -> str | None:
    """Return the last year in ``body`` if all were before the first one in ``lead_in``, with which it has to do."""
    since = min((int(found["year"]) for found in _ONE_YEAR.finditer(lead_in)), default=None)
    years = [int(found["year"]) for found in _ONE_YEAR.finditer(body)]
    return str(max(years)) if since is not None and years and max(years) < since else None


def _figures(body: str) -> int:
    """Return how many figures ``body`` has, besides those of dates; "two or three" is one."""
    dates = [one.text for one in find_mentions(body) if one.kind == "date"]
    for date in dates:
        body = body.replace(date, "…")
    return sum(1 for found in _RANGE.finditer(body) if _ANY_YEAR.match(found[0]) is None)


def _is_repeated(word: str, body: str) -> bool:
    """Return whether the figure ``word`` occurs twice, in two meanings: "after three weeks, three times as heavy"."""
    return _FIGURE.fullmatch(word) is not None and len(re.findall(rf"\b{re.escape(word)}\b", body)) > 1


def _words(text: str, answers: Sequence[Span]) -> Iterator[str]:
    return (text[slice(*span)] for span in answers)


def _has_two_clauses(body: str) -> bool:
    """Return whether ``body`` has two main clauses: "sold ships, but the word had become a joke"."""
    if _COLON.search(body) is not None:
        return True
    found = _ANOTHER.search(body)
    return found is not None and FINITE.search(body, 0, found.start()) is not None


def _bare_subject(body: str) -> str | None:
    """Return the subject of ``body`` if it is a noun with "the" that neither the sentence nor a lead-in explains."""
    opening = _WHEN_AND_WHERE.match(body)
    found = _DEFINITE.match(body, opening.end() if opening is not None else 0)
    if found is None or not is_noun(singular(found["noun"])):
        return None
    noun = singular(found["noun"])
    is_of_living = found["order"] is None and (noun in MEMBERS or any(is_kind_of(noun, kind) for kind in _OF_BODIES))
    return None if is_of_living else found[0]
