"""The sections of a Markdown set: each heading of a title, a topic or a question with the blocks below it."""

from collections.abc import Sequence

from quizgen.loading.markdown.blocks import Block, Heading, Section, heading_of, parse_blocks
from quizgen.loading.markdown.front_matter import front_matter_end


def sections_of(lines: Sequence[str]) -> tuple[list[Section], frozenset[int]]:
    """Return the sections of a Markdown set, and the lines (from 0) that are code or comments."""
    body = front_matter_end(lines) or 0
    blocks, opaque = parse_blocks("\n".join([""] * body + list(lines[body:])))
    found: list[Section] = []
    heading: Heading | None = None
    inside: list[Block] = []
    for block in blocks:
        if block.kind == "heading" and block.level <= 3:
            found.append(Section(heading, inside, block.start))
            heading, inside = heading_of(block, lines[block.start]), []
        else:
            inside.append(block)
    return [*found, Section(heading, inside, len(lines))], opaque
