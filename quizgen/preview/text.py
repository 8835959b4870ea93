"""The article that the facts were taken from as HTML, with the facts that cite each paragraph next to it."""

from collections.abc import Iterable, Mapping, Sequence

from quizgen.facts.coverage import ParagraphCoverage
from quizgen.markup import escape
from quizgen.text.mentions import MentionKind

_KIND_NAMES: dict[MentionKind, str] = {"date": "dates", "figure": "figures", "quote": "quotations", "name": "names"}


def text_html(paragraphs: Iterable[ParagraphCoverage], asking: Mapping[str, Sequence[int]]) -> str:
    """Return a section with all ``paragraphs``; nothing if there are none.

    ``asking`` has, by fact, the numbers of its questions on the page.
    """
    items = "".join(
        f"<li id=p{one.number}{' class=open' if one.is_open else ''}><span class=number>{one.number}</span>"
        f"<p class=said dir=auto>{escape(one.text)}</p><div class=beside>{_coverage(one, asking)}</div></li>"
        for one in paragraphs
    )
    return f"<section class=text id=text><h2>Article</h2><ol>{items}</ol></section>" if items else ""


def _coverage(one: ParagraphCoverage, asking: Mapping[str, Sequence[int]]) -> str:
    facts = "".join(f"<li>✓ <code>{escape(fact)}</code> {_links(asking.get(fact, ()))}</li>" for fact in one.facts)
    cited = f"<ul>{facts}</ul>" if facts else ""
    if not one.is_open:
        return cited
    gap = "Not yet covered by a fact" if facts else "No fact cites this paragraph"
    return f"{cited}<p><b>○ {gap}</b></p><ul>{_mentions(one.uncited)}</ul>"


def _mentions(mentions: Iterable[tuple[MentionKind, str]]) -> str:
    found: dict[MentionKind, list[str]] = {}
    for kind, text in mentions:
        found.setdefault(kind, []).append(f"<bdi>{escape(text)}</bdi>")
    return "".join(f"<li>{_KIND_NAMES[kind]}: {'; '.join(texts)}</li>" for kind, texts in found.items())


def _links(numbers: Sequence[int]) -> str:
    if not numbers:
        return "no question"
    links = ", ".join(f'<a href="#q{number}">{number}</a>' for number in numbers)
    return f"{'question' if len(numbers) == 1 else 'questions'} {links}"
