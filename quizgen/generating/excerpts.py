"""Find the statements within a sentence that can be true and clear by themselves, even if the whole is not clear."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.generating.named import Named
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.word_forms import capitalized

_WHO_DID = re.compile(
    r", who (?P<when>(?:in|on) (?:[\w ]+ )?\d{4} )?(?:had (?=[a-z]+ed\b))?"
    rf"(?P<did>(?!(?:had|said|thought|wanted|hoped|believed|wished|tried)\b)(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed|is"
    rf"|has)\b[^;:]*\.)$"
)
"""A clause at the end of a sentence that says what somebody did."""
_AND_LATER = re.compile(
    r"(?P<who>(?:The (?:[A-Z][a-z]+ )?(?:[a-z]+ ){1,2})?(?P<name>[A-ZÀ-Þ][\w’'.-]+(?: [\w’'.-]+){0,3}?)) "
    rf"(?P<first>(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) [^,;:]*?) and (?P<when>in \d{{4}}) "
    rf"(?P<did>(?:{IRREGULAR_PAST}|[a-z]{{3,}}ed) .*)"
)
_WHOSE = re.compile(
    r"(?P<subject>(?:(?:The|An?) )?"
    rf"(?:(?!\b(?:is|are|was|were|has|have|had|{IRREGULAR_PAST}|[a-z]{{3,}}ed)\b)[^,;:]){{3,40}}), "
    r"whose (?P<what>[a-z-]+(?: [a-z-]+){0,2}?) "
    r"(?P<is>(?:is|are|was|were) [^,;:]+),"
)
_WHICH_WAS = re.compile(
    r"(?:is|was|called|became|with|by|of|to) (?P<what>(?:the|an?) [a-z-]+(?: [a-z-]+)?), which "
    r"(?P<was>(?:was|were) [a-z]+ed by (?=[^;:]*[A-ZÀ-Þ])[^;:]*\b(?:in|on) (?:\d{1,2} [A-Z][a-z]+ )?(?:1\d|20)\d\d\.)$"
)
"""What was done once by somebody with a name to something: "the logarithm, which was announced by Ida Lund in 1614"."""
_ROLE = re.compile(r"\b(?P<the>[Tt]he (?:[A-Z][a-z]+ )?(?:[a-z]+ ){1,2})$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A statement of its own that a sentence contains."""

    text: str
    rest: str
    """What the sentence says besides it."""


def excerpts(text: str, named: Sequence[Named]) -> Iterator[Excerpt]:
    """Yield the statements that the sentence ``text``, with the names ``named``, makes besides its first one."""
    yield from _relative_clauses(text, named)
    yield from _second_deed(text, named)
    yield from _of_part(text)
    yield from _done_once(text)


def _relative_clauses(text: str, named: Sequence[Named]) -> Iterator[Excerpt]:
    """Yield what the last clause of ``text`` says of somebody: "came from Ole Krag, who in 1870 built a mill"."""
    for one in named:
        clause = _WHO_DID.match(text, one.end)
        if not one.is_person or " " not in one.name or clause is None:
            continue
        role = _ROLE.search(text[: one.start])
        who = f"{role['the'] if role is not None else ''}{one.name}"
        at = one.start if role is None else role.start()
        yield Excerpt(capitalized(f"{clause['when'] or ''}{who} {clause['did']}"), text[:at].strip(" ,;"))


def _second_deed(text: str, named: Sequence[Named]) -> Iterator[Excerpt]:
    """Yield the second thing that somebody did, with its year: "Ida Lund did this and in 1870 built a mill"."""
    if (found := _AND_LATER.match(text)) is None or " " not in found["name"]:
        return
    if any(one.is_person and one.start == found.start("name") for one in named):
        who = found["who"]
        who = f"{who[0].lower()}{who[1:]}" if who.startswith("The ") else who
        yield Excerpt(f"{capitalized(found['when'])} {who} {found['did']}", found["first"])


def _of_part(text: str) -> Iterator[Excerpt]:
    """Yield what is said of a part of the subject: "The elm, whose fruit is a samara, did so as well"."""
    if (found := _WHOSE.match(text)) is not None:
        subject = found["subject"]
        subject = f"{subject[0].lower()}{subject[1:]}" if subject.startswith(("The ", "A ", "An ")) else subject
        rest = text[found.end() :].strip(" ,;")
        yield Excerpt(f"The {found['what']} of {subject} {found['is']}.", rest)


def _done_once(text: str) -> Iterator[Excerpt]:
    """Yield what somebody did to a thing that ``text`` ends with, and when."""
    if (found := _WHICH_WAS.search(text)) is not None:
        what = f"The {found['what'].split(maxsplit=1)[1]}"
        yield Excerpt(f"{what} {found['was']}", text[: found.end("what")])
