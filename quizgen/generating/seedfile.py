"""Write a draft as a seed file, with instructions for curating it."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.editing.ids import fresh_id
from quizgen.facts.article import Article
from quizgen.generating.candidates import Candidate, Draft
from quizgen.generating.entities import FoundEntity
from quizgen.text.ids import kebab
from quizgen.text.series import series
from quizgen.text.yaml_scalars import scalar

_GENERAL = "general"
_OTHERS_TEXT = """\
This draft uses sentences copied from the article. Rewrite each statement in your own words.
"""
_OWN_TEXT = "This draft uses sentences copied from the article.\n"
_HOW = """\
Check each fact against its paragraph and mark what is worth knowing as {{c1::answer}}. If the fact is a claim, enter
the person or body that makes it as `attribution`. Add `ask:` with a question for each mark, and remove `todo`.
Delete facts that are not worth knowing. As long as a fact has `todo`, `quizgen check` reports it and `quizgen export`
does not write a deck. The types and roles of the entities are guesses.
"""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of the seed. ``text`` is the article's path relative to the seed, if the article may be shared."""

    id: str
    title: str
    text: str | None = None


def seed_text(draft: Draft, article: Article, heading: Heading) -> str:
    """Return the draft as YAML."""
    lines = [
        *_comment((_OWN_TEXT if heading.text else _OTHERS_TEXT) + "\n" + _HOW),
        f"id: {scalar(heading.id)}",
        "source:",
    ]
    lines.append(f"  title: {scalar(heading.title)}")
    if heading.text:
        lines.append(f"  text: {scalar(heading.text)}")
    lines += (f"  sha256: {article.sha256}", "  paragraphs: >-")
    lines += textwrap.wrap(" ".join(article.fingerprints), 104, initial_indent="    ", subsequent_indent="    ")
    topics = {kebab(name) or _GENERAL: name for name in _headings(draft)} | {_GENERAL: "General"}
    used = {_topic(candidate) for candidate in draft.candidates}
    lines += ("", "topics:", *(f"  {scalar(key)}: {scalar(name)}" for key, name in topics.items() if key in used))
    if draft.entities:
        lines += ("", "entities:", *_entities(draft.entities))
    lines += ("", "facts:", *_facts(draft.candidates))
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for part in text.split("\n\n") for line in textwrap.wrap(" ".join(part.split()), 108)]


def _headings(draft: Draft) -> Iterator[str]:
    for candidate in draft.candidates:
        if candidate.heading:
            yield candidate.heading


def _topic(candidate: Candidate) -> str:
    return kebab(candidate.heading or "") or _GENERAL


def _entities(entities: Sequence[FoundEntity]) -> Iterator[str]:
    taken: set[str] = set()
    for one in entities:
        key = fresh_id(one.name, taken, "entity")
        taken.add(key)
        parts = [f"name: {_in_flow(one.name)}", f"type: {one.type}"]
        if one.role:
            parts.append(f"role: {_in_flow(one.role)}")
        if one.aliases:
            parts.append(f"aliases: [{', '.join(map(_in_flow, one.aliases))}]")
        yield f"  {scalar(key)}: {{{', '.join(parts)}}}"


def _facts(candidates: Sequence[Candidate]) -> Iterator[str]:
    taken: set[str] = set()
    paragraph = 0
    for one in candidates:
        if one.paragraph != paragraph:
            paragraph = one.paragraph
            yield f"  # Paragraph {paragraph}"
        key = fresh_id(one.statement, taken, "fact")
        taken.add(key)
        phrases = f", phrases: [{', '.join(map(_in_flow, one.phrases))}]" if one.phrases else ""
        yield f"  - id: {scalar(key)}"
        yield f"    topic: {scalar(_topic(one))}"
        yield f"    statement: {json.dumps(one.statement, ensure_ascii=False)}"
        if one.attribution:
            yield f"    attribution: {scalar(one.attribution)}"
        elif one.claims:
            yield "    # attribution: who says so?"
        yield f"    citation: {{paragraph: {one.paragraph}{phrases}}}"
        if one.derived:
            yield f"    derived: {scalar(one.derived)}"
        yield f"    todo: true{_note(one)}"


def _note(one: Candidate) -> str:
    """Return a comment that says what an author has to change in ``one``."""
    if one.unclear:
        refer = "refer" if len(one.unclear) > 1 else "refers"
        return f"  # say what {series(map(repr, one.unclear))} {refer} to"
    return f"  # {one.doubt}" if one.doubt else ""


def _in_flow(text: str) -> str:
    # In flow style, a comma ends an unquoted value.
    return json.dumps(text, ensure_ascii=False) if "," in text else scalar(text)
