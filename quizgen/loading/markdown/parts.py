"""The parts of a question in a Markdown set: its stem, its answer, its explanation, its hint and its fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quizgen.loading.markdown.blocks import Block, Heading, Section, Source, item_text
from quizgen.loading.markdown.signs import ANSWER, LABEL, NEAR_BOX, unescape_line

PartName = Literal["stem", "options", "answers", "Why", "Hint", "Answer", "Order", "Match", "fields"]

ANSWERS: tuple[PartName, ...] = ("options", "answers", "Order", "Match", "Answer")
PICTURE = re.compile(
    r"(?<!\\)!\[(?P<alt>[^\[\]]*)\]\([ \t]*(?:<(?P<quoted>[^<>]+)>|(?P<file>[^()<>\s]+))(?:[ \t]+\"[^\"]*\")?[ \t]*\)"
)
"""A picture in Markdown's notation: ``![description](pictures/volga.png)``."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question: from line ``start`` to before line ``end``, counted from 0."""

    name: PartName
    start: int
    end: int


class Body:
    """What is below the heading of a question."""

    def __init__(self, source: Source, heading: Heading, section: Section) -> None:
        self.lines = source.lines
        self.opaque = source.opaque
        self.blocks = [block for block in section.blocks if block.kind != "comment"]
        self.comments = {
            line for block in section.blocks if block.kind == "comment" for line in range(block.start, block.end)
        }
        """The lines that are no text."""
        self.start, self.end = heading.line + 1, section.end
        while self.blocks and self.blocks[-1].kind == "rule":  # a line between two questions
            self.end = self.blocks.pop().start

    def parts(self) -> Iterator[Part]:
        """Yield the parts in their order."""
        cuts: list[tuple[int, PartName]] = [(self.start, "stem")]
        for number, block in enumerate(self.blocks):
            is_last = number == len(self.blocks) - 1
            cuts += self._cuts(block, is_last, cuts[-1][1], any(name in ANSWERS for _, name in cuts))
        ends = [line for line, _ in cuts[1:]] + [self.end]
        for (start, name), end in zip(cuts, ends, strict=True):
            yield Part(name, start, end)

    def _cuts(self, block: Block, is_last: bool, now: PartName, answered: bool) -> Iterator[tuple[int, PartName]]:
        """Yield where in ``block`` a new part begins; ``now`` is the part that the block would continue."""
        if block.kind == "code":
            if is_last and block.fence and block.info.lower() in {"yaml", "yml"}:
                yield block.start, "fields"
            return
        is_options = block.kind == "list" and now not in ("options", "Order") and self._is_task_list(block)
        if is_options and (_takes_answers(now, answered) or now == "Answer"):
            yield block.start, "options"
            now, answered = "options", True
        for line in range(block.start, block.end):
            text = self.lines[line]
            # Inside a list or a quotation, only a line that is not indented can begin something else.
            if line in self.opaque or (block.kind != "paragraph" and text[:1] in (" ", "\t")):
                continue
            if ANSWER.match(text) and _takes_answers(now, answered):
                if now != "answers":
                    yield line, "answers"
                now, answered = "answers", True
            elif found := LABEL.match(text):
                name = _label(found["label"])
                above = self.lines[block.start : line]
                starts = block.kind == "paragraph" and all(PICTURE.fullmatch(one.strip()) for one in above)
                if name in ("Why", "Hint"):
                    allowed = starts or now in ("options", "answers", "Order", "Match")
                else:
                    allowed = starts and now != "Answer" and (now in ANSWERS or not answered)
                if allowed:
                    yield line, name
                    now, answered = name, answered or name in ANSWERS

    def _is_task_list(self, block: Block) -> bool:
        return any(NEAR_BOX.match(item_text(self.lines, item)[0]) for item in block.items)

    def is_closed(self, block: Block) -> bool:
        """Return whether a block of code ends with a fence."""
        last = self.lines[block.end - 1].strip()
        return block.end - block.start > 1 and last.startswith(block.fence) and not last.strip(block.fence[0])

    def text(self, start: int, end: int) -> str:
        """Return the text from line ``start`` to before line ``end``, without comments and escapes."""
        return "\n".join(
            line if at in self.opaque else unescape_line(line)
            for at, line in enumerate(self.lines[start:end], start)
            if at not in self.comments
        )

    def labeled(self, part: Part) -> tuple[str, int, int]:
        """Return the text after a label such as ``Why:``, which may begin on the same line, and where it begins."""
        label = LABEL.match(self.lines[part.start])
        assert label is not None
        first = self.lines[part.start][label.end() :]
        text = "\n".join((first, self.text(part.start + 1, part.end))).strip("\n").rstrip()
        return (text, part.start, label.end()) if first.strip() else (text, self.first_line(part, skip=1), 0)

    def first_line(self, part: Part, skip: int = 0) -> int:
        """Return the first line of ``part`` with text, after so many that are skipped."""
        lines = range(part.start + skip, part.end)
        return next((at for at in lines if self.lines[at].strip() and at not in self.comments), part.start)

    def inside(self, part: Part) -> list[Block]:
        """Return the blocks that begin in ``part``, without the paragraph of its label."""
        first = part.start + (LABEL.match(self.lines[part.start]) is not None)
        return [block for block in self.blocks if first <= block.start < part.end]


def _takes_answers(now: PartName, answered: bool) -> bool:
    """Return whether an answer may follow in part ``now``; after the answer, `Why:` and `Hint:` are only text."""
    return now in ("stem", "options", "answers", "Order", "Match") or (now in ("Why", "Hint") and not answered)


def _label(word: str) -> PartName:
    names: dict[str, PartName] = {"Why": "Why", "Hint": "Hint", "Answer": "Answer", "Order": "Order", "Match": "Match"}
    return names[word]
