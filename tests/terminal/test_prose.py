"""The small Markdown on a terminal."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from quizgen.terminal.prose import Span, plain_line, plain_lines, read_line, read_prose
from quizgen.terminal.screen import Screen


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("plain", ["plain"]),
        ("**bold** and *italic* and `code`", ["bold and italic and code"]),
        ("two\nlines", ["two lines"]),
        ("two\n\nparagraphs", ["two", "", "paragraphs"]),
        ("- one\n- *two*", ["- one", "- two"]),
        ("3. three\n4. four", ["3. three", "4. four"]),
        ("```python\nif x:\n    y\n```", ["    if x:", "        y"]),
        ("[the site](https://example.org)", ["the site (https://example.org)"]),
        (r"\(a_1 * b_2 * c\)", ["a_1 * b_2 * c"]),
        ("List<int> & <b>", ["List<int> & <b>"]),
        ("(1) ____ and (2) ____, ____.", ["(1) ____ and (2) ____, ____."]),
        ("`____`", ["____"]),
        ("# no heading", ["# no heading"]),
        ("> one\n> *two*\n>\n> three\n\nfour", ["> one two", ">", "> three", "", "four"]),
        (">> deep", ["> > deep"]),
        ("|a|b|\n|-|-:|\n|`x`|10,000|", ["a | b", "--|-------", "x | 10,000"]),
        ("a | b", ["a | b"]),
    ],
)
def test_plain_lines(text: str, lines: list[str]) -> None:
    assert list(plain_lines(text)) == lines


def test_styles() -> None:
    assert read_line("**a** *b* `c`") == (
        Span("a", "bold"),
        Span(" "),
        Span("b", "italic"),
        Span(" "),
        Span("c", "code"),
    )


def test_a_screen_breaks_quotations_and_tables_to_its_width() -> None:
    out = StringIO()
    Screen(Console(width=31, file=out)).prose(
        "Look:\n\n> one two three four five six seven\n\n| city | remark |\n|-|-|\n| Lima | a remark that is long |",
        lead=" ",
    )

    assert [line.rstrip() for line in out.getvalue().splitlines()] == [
        " Look:",
        "",
        " ▌ one two three four five six",
        " ▌ seven",
        "",
        " city   remark",
        " ────────────────────────────",
        " Lima   a remark that is long",
    ]


def test_a_single_line_is_not_a_list() -> None:
    assert plain_line("1. May") == "1. May"
    assert plain_line("- 5") == "- 5"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60))
def test_never_loses_letters(text: str) -> None:
    letters = [char for char in text if char.isalnum()]
    assert [char for block in read_prose(text) for char in block.lead + block.plain if char.isalnum()] == letters
