"""Each word of a file can be found again: in the set that is written, or in what the author is told."""

import re
from collections.abc import Callable
from itertools import count
from random import Random
from typing import Literal

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from import_samples import left_out, remarks

from quizgen.importing.detect import read
from quizgen.importing.formats import FORMATS, Format
from quizgen.importing.setfile import set_text, with_media
from quizgen.importing.validate import accept

Made = tuple[str, str, list[int]]
"""A file's text, the ending of its name, and the lines that its items begin on."""
_WORD = re.compile(r"word\d+x")


class Author:
    """Writes files of which each word stands once."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self._numbers = count()

    def word(self) -> str:
        return f"word{next(self._numbers)}x"

    def words(self, most: int = 3) -> str:
        return " ".join(self.word() for _ in range(self.chance.randint(1, most)))

    def some(self, make: Callable[[], str], most: int, between: str) -> str:
        return between.join(make() for _ in range(self.chance.randint(1, most)))

    def maybe(self, text: str, likely: float = 0.3) -> str:
        return text if self.chance.random() < likely else ""

    def table(self) -> Made:
        kinds = ("choice", "multiple", "short", "card", "order", "match", "cloze", "")
        others = {
            "wrong 1": self.word, "wrong 2": self.words, "option A": self.words, "option B": self.words,
            "distractors": lambda: self.some(self.words, 3, " | "), "answers": lambda: self.some(self.words, 3, " | "),
            "accept": lambda: self.some(self.words, 2, " | "), "steps": lambda: self.some(self.words, 4, " | "),
            "pairs": lambda: self.some(lambda: f"{self.word()} = {self.word()}", 3, " | "), "unit": self.word,
            "kind": lambda: self.chance.choice(kinds), "text": lambda: f"{self.word()} {{{{c1::{self.word()}}}}}",
            "explanation": self.words, "hint": self.words, "topic": self.words, "tags": self.words, "points": self.word,
        }  # fmt: skip
        picked = self.chance.sample(sorted(others), self.chance.randint(0, 6))
        lines = [",".join(["question", *picked, "answer"])]
        for _ in range(self.chance.randint(1, 5)):
            cells = [self.maybe(others[name](), 0.8) for name in picked]
            answer = self.chance.choice([self.words(), "A", "B", ""])
            lines.append(
                ",".join(
                    [self.maybe(self.words(), 0.9), *cells, answer, *self.chance.choices(["", self.word()], (9, 1))]
                )
            )
        return "\n".join(lines), ".csv", list(range(2, len(lines) + 1))

    def weight(self) -> str:
        return self.chance.choice(["", "", "%50%", "%-50%", "%33.3%", "%100%", "%0%"])

    def said(self) -> str:
        return self.maybe(f"#{self.words()}")

    def gift(self) -> Made:
        lines: list[str] = []
        starts = []
        for _ in range(self.chance.randint(1, 4)):
            starts.append(len(lines) + 1)
            kinds: list[Callable[[], str]] = [
                lambda: f"{self.chance.choice('TF')}{self.said()}{self.said()}",
                lambda: f"={self.words()}{self.said()}" + self.some(lambda: f"\n~{self.weight()}{self.words()}{self.said()}", 3, ""),
                lambda: self.some(lambda: f"~{self.weight()}{self.words()}{self.said()}", 4, "\n"),
                lambda: self.some(lambda: f"={self.weight()}{self.words()}{self.said()}", 3, "\n"),
                lambda: "#" + self.some(lambda: f"={self.weight()}{self.chance.randint(1, 99)}:1{self.said()}", 3, "\n"),
                lambda: self.some(lambda: f"={self.words()} -> {self.words()}{self.said()}", 3, "\n"),
                lambda: f"{self.word()} ={self.word()} ~{self.word()}",
                str,
            ]  # fmt: skip
            answers = self.chance.choice(kinds)()
            form = self.chance.choice(["", "[html]", "[plain]"])
            stem, more, after = self.words(), self.maybe(f"\n####{self.words()}"), self.maybe(f" {self.word()}.")
            lines += f"::t::{form}{stem} {{{answers}{more}}}{after}\n".split("\n")
        return "\n".join(lines), ".gift", starts

    def html(self) -> str:
        word, other = self.word(), self.word()
        return self.chance.choice([
            word, f"<b>{word}</b>", f"<div>{word}</div>", f"<u>{word}</u>", f"<sup>{word}</sup>", f"<li>{word}<li>{other}",
            f"<pre><code>{word}</code></pre>", f'<a href="https://{word}.example/(x)">{other}</a>', f'<a href="ftp://{word}">{other}</a>',
            f"[sound:{word}.mp3]", f'<img src="{word}.png" alt="{other}">', f"<table><tr><td>{word}<td>{other}</table>",
            f"<ruby>{word}<rt>{other}</rt></ruby>", f"\\({word}\\)", f"[latex]{word}[/latex]", f"<video src='{word}.mp4'></video>",
            f"<details><summary>{word}</summary>{other}</details>", f"<b>{word}<br>{other}</b>", f"<iframe src='{word}'></iframe>",
        ])  # fmt: skip

    def anki(self) -> Made:
        lines = ["#separator:tab", "#html:true", "#notetype column:1", "#deck column:2", "#tags column:6", "#deck:All"]
        for _ in range(self.chance.randint(1, 4)):
            kind = self.chance.choice(["Basic", "Basic (type in the answer)", "Cloze", "Own"])
            first = f"{self.word()} {{{{c1::{self.word()}}}}}" if kind == "Cloze" else self.some(self.html, 2, "<br>")
            fields = [first, *(self.maybe(self.some(self.html, 2, " "), 0.8) for _ in range(2))]
            lines.append("\t".join([kind, f"All::{self.word()}", *fields, self.words()]))
        return "\n".join(lines), ".txt", list(range(7, len(lines) + 1))

    def items(self, ending: str, make: Callable[[], str], between: str = "\n") -> Made:
        """Write up to four items, each of one or more lines, with lines of ``between`` after each."""
        items = [f"{make()}\n{between}" for _ in range(self.chance.randint(1, 4))]
        starts = [1 + sum(item.count("\n") for item in items[:at]) for at in range(len(items))]
        return "".join(items), ending, starts

    def right(self, number: int) -> list[bool]:
        """Which of the options are right: any of them, but nearly always at least one."""
        chosen = [self.chance.random() < 0.4 for _ in range(number)]
        return chosen if any(chosen) or self.chance.random() < 0.1 else [True, *chosen[1:]]

    def aiken(self) -> Made:
        def item() -> str:
            options = [
                f"{letter}{self.chance.choice('.)')} {self.words()}" for letter in "ABCDE"[: self.chance.randint(2, 5)]
            ]
            stem = self.some(self.words, 2, "\n")
            return "\n".join([stem, *options, f"ANSWER: {self.chance.choice('ABC')}"]) + self.maybe(
                f"\nFEEDBACK: {self.words()}"
            )

        return self.items(".txt", item)

    def hashcards(self) -> Made:
        def item() -> str:
            if self.chance.random() < 0.4:
                return f"C: {self.words()} [{self.word()}] {self.words()}" + self.maybe(f" [{self.words()}].")
            return f"Q: {self.some(self.words, 2, chr(10))}" + self.maybe(
                f"\nA: {self.some(self.words, 2, chr(10))}", 0.9
            )

        return self.items(".md", item, self.chance.choice(["", "\n", "---\n"]))

    def mkdocs(self) -> Made:
        def item() -> str:
            explanation = self.maybe(f"\n\n{self.words()}")
            if self.chance.random() < 0.3:
                return f"<quiz>\n{self.words()} [[{self.word()}]] {self.words()}.\n\n---{explanation}\n</quiz>"
            options = [f"- [{'x' if right else ' '}] {self.words()}" for right in self.right(self.chance.randint(1, 4))]
            return "\n".join(["<quiz>", self.words(), *options]) + f"{explanation}\n</quiz>"

        return self.items(".md", item)

    def obsidian(self) -> Made:
        forms: list[Callable[[], str]] = [
            lambda: f"{self.words()}{self.chance.choice(['::', ':::', ' :: '])}{self.words()}",
            lambda: (
                f"{self.some(self.words, 2, chr(10))}\n{self.chance.choice(['?', '??'])}\n{self.some(self.words, 2, chr(10))}"
            ),
            lambda: f"{self.words()} =={self.words()}== {self.words()}",
        ]

        def item() -> str:
            return self.chance.choice(forms)()

        return self.items(".md", item)

    def text2qti(self) -> Made:
        said = ("...", "+", "-")

        def feedback() -> str:
            return self.maybe(f"\n{self.chance.choice(said)} {self.words()}", 0.2)

        def item() -> str:
            stem = f"{self.chance.randint(1, 9)}. {self.words()}{feedback()}"
            right = self.right(self.chance.randint(1, 4))
            forms: list[Callable[[], str]] = [
                lambda: "".join(
                    f"\n{'*' * one}{letter}) {self.words()}{feedback()}"
                    for letter, one in zip("abcd", right, strict=False)
                ),
                lambda: "".join(f"\n[{'* '[not one]}] {self.words()}{feedback()}" for one in right),
                lambda: "".join(f"\n* {self.words()}" for _ in right),
                lambda: f"\n= {self.chance.randint(1, 99)} +- 1",
                lambda: "\n____",
            ]
            return stem + self.chance.choice(forms)()

        return self.items(".txt", item)


AUTHORS: dict[Format, Callable[[Author], Made]] = {
    "aiken": Author.aiken, "gift": Author.gift, "hashcards": Author.hashcards, "mkdocs-quiz": Author.mkdocs,
    "obsidian": Author.obsidian, "table": Author.table, "text2qti": Author.text2qti,
}  # fmt: skip


def test_every_format_of_text_has_an_author() -> None:
    assert set(AUTHORS) == set(FORMATS) - {"apkg", "moodle", "qti"}


@pytest.mark.slow
@pytest.mark.parametrize("form", [*AUTHORS, "anki"])
@settings(max_examples=examples(150), deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_word_is_dropped_silently(form: Format | Literal["anki"], seed: int) -> None:
    write = Author.anki if form == "anki" else AUTHORS[form]
    text, ending, starts = write(Author(seed))
    found, _ = with_media(read(text.encode(), ending, None if form == "anki" else form), "set")
    accepted = accept(found)
    told = "\n".join((*found.notes, *(f"{where}: {said}" for where, said in (*left_out(accepted), *remarks(accepted)))))
    kept = (set_text(accepted, "set", found.title or "Set", "file") + told).lower()
    missing = {where for where, _ in left_out(accepted)}
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        if f"line {start}" not in missing:
            item = "\n".join(text.split("\n")[start - 1 : end and end - 1])
            unused = {word for word in _WORD.findall(item) if word not in kept}
            assert unused <= _in_named_columns(text, item, found.notes), told


def _in_named_columns(text: str, row: str, notes: tuple[str, ...]) -> set[str]:
    """What of a table's row stands in columns that were named as left out."""
    names, cells = text.partition("\n")[0].split(","), row.split(",")
    return {
        word
        for name, cell in zip(names, cells, strict=False)
        if any(note.startswith(f"left out column {name!r}") for note in notes)
        for word in _WORD.findall(cell)
    }
