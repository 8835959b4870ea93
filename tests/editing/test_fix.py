"""`fix` tidies looks and adds ids; comments stay, and everything else reads as before."""

import random
from typing import Any

import pytest
import yaml_rs
from hypothesis import given
from hypothesis import strategies as st

from quizgen.editing.answer_forms import with_plain_answers
from quizgen.editing.fixing import fixed
from quizgen.facts.article import Article
from quizgen.facts.model import Fact

SET = """\
id: s
questions:
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - kind: card\n    stem: Which sea?\n", "  - id: sea\n    kind: card\n    stem: Which sea?\n"),
        ("  - {kind: card, stem: Null}\n", '  - {id: "null", kind: card, stem: Null}\n'),
        ("  - {kind: card, stem: '012'}\n", '  - {id: "012", kind: card, stem: \'012\'}\n'),
        ("  - {kind: card, stem: 1990 rain}\n", "  - {id: 1990-rain, kind: card, stem: 1990 rain}\n"),
        ("  - {kind: card, stem: Which sea?}\n", "  - {id: sea, kind: card, stem: Which sea?}\n"),
        ("- text: Where {{c1::it}} is\n  kind: cloze\n", "- id: where-it-is\n  kind: cloze\n  text: Where {{c1::it}} is\n"),
        ("  - kind: card # k\n    id: a # i\n", "  - id: a # i\n    kind: card # k\n"),
        ("  - id: a\n    answer: b\n    # of the stem\n    stem: c\n", "  - id: a\n    # of the stem\n    stem: c\n    answer: b\n"),
        ("  - id: a\n    stem: |\n      one\n\n    kind: card\n", None),  # the empty line is the author's own arrangement
        ("  - stem: a\n    # of the id\n    id: a\n", None),  # nothing may stand between a dash and its first key
        ("  - id: a\n    answer: >-\n      one\n      two\n    stem: b", "  - id: a\n    stem: b\n    answer: >-\n      one\n      two"),
        ("  - id: a\n    steps:\n      - b\n      - c\n    stem:\n", "  - id: a\n    stem:\n    steps:\n      - b\n      - c\n"),
        ("  - {stem: a, id: b,  # c\n     kind: card}\n", None),
        ("  - {stem: a,  kind: card, id: b}\n", "  - {id: b,  kind: card, stem: a}\n"),
        ("  - id: a   \n    stem: b # c\t\n  \n", "  - id: a\n    stem: b # c\n\n"),
        ("  - id: a\n    stem: |  \n      b  \n      c\n", "  - id: a\n    stem: |\n      b  \n      c\n"),
        ('  - id: a\n    stem: "b  \n      c"  \n', '  - id: a\n    stem: "b  \n      c"\n'),
        ("  - &x\n    stem: a\n    id: b\n  - *x\n", "  - &x\n    id: b\n    stem: a\n  - *x\n"),
        ("  - \n  - a\n", "  -\n  - a\n"),
        # Numbers ascend on the screen, so they may in the file; a fixed order, a pinned option and comments stay.
        ("  - {id: a, options: [7, '11',  it depends, 9]}\n", "  - {id: a, options: [7, 9,  '11', it depends]}\n"),
        ("  - id: a\n    options:\n      - 7 km\n      - 11 km\n      - 900 m\n",
         "  - id: a\n    options:\n      - 900 m\n      - 7 km\n      - 11 km\n"),
        ("  - {id: a, options: [9, 7, 8, 1], pin_last: true}\n", "  - {id: a, options: [7, 8, 9, 1], pin_last: true}\n"),
        ("  - {id: a, options: [9, 8, 7]}\n", None),
        ("  - {id: a, distractors: [9, 7, 8]}\n", None),  # the key belongs among them
        ("  - {id: a, options: [9, 7, 8], shuffle: false}\n", None),
        ("  - id: a\n    options:\n      - 9\n      - 7 # the key\n      - 8\n", None),
    ],
)  # fmt: skip
def test_what_changes_and_what_does_not(old: str, new: str | None) -> None:
    for line_end in ("\n", "\r\n"):
        text, wanted = ((SET + part).replace("\n", line_end) for part in (old, old if new is None else new))
        assert fixed(text, ()) == wanted
        assert fixed(wanted, ()) == wanted


def test_the_keys_of_a_fact_are_put_in_order() -> None:
    keys = "id topic statement attribution citation derived priority cloze true_false explanation ask when tags todo lint".split()
    assert set(keys) == set(Fact.model_fields)
    mixed, ordered = ("".join(f"    {key}: 1\n" for key in each) for each in (reversed(keys), keys))
    assert fixed(f"facts:\n  -{mixed[3:]}", ()) == f"facts:\n  -{ordered[3:]}"


def test_ids_are_unique() -> None:
    text = "\ufefffacts:\n  - {statement: The sea}\n  - {statement: The sea}\n  - {statement: 海}\n  - {id: sea-3}\n"
    assert "id: sea-2, statement: The sea}\n  - {id: sea-4, statement: The sea}\n  - {id: fact-1," in fixed(
        text, {"sea", "sea-3"}
    )


KEYS = ["id", "kind", "topic", "stem", "answer", "distractors", "explanation", "odd"]
VALUES = [
    "a",
    "'b: c'",
    "|-\n      one  \n      two",
    ">\n      folded\n\n      text",
    "[a, b]",
    "{c: d}",
    "\n      - e\n      - f",
    "",
    '"x # y"',
]


@given(seed=st.integers(0, 10**6), windows=st.booleans())
def test_any_file_reads_as_before_and_is_unchanged_the_second_time(seed: int, windows: bool) -> None:
    chance = random.Random(seed)
    lines = ["id: s  # the set  ", "questions:"]
    for number in range(3):
        keys = chance.sample(KEYS, chance.randint(1, len(KEYS)))
        for place, key in enumerate(keys):
            if place and chance.random() < 0.3:
                lines.append(chance.choice(["    # note", "", "    # note\n    # more", "  # left  "]))
            value = f"q{number}" if key == "id" else chance.choice(VALUES)
            lines.append(
                f"  {'  ' if place else '- '}{key}: {value}".rstrip()
                + chance.choice(["", "", " # c " if "\n" not in value else ""])
            )
    text = "\n".join(lines) + chance.choice(["", "\n", "\n\n# end"])
    text = text.replace("\n", "\r\n") if windows else text
    once = fixed(text, ())
    before: Any = yaml_rs.loads(text, parse_datetime=False)
    after: Any = yaml_rs.loads(once, parse_datetime=False)
    for old, new in zip(before["questions"], after["questions"], strict=True):
        assert new.pop("id") == old.pop("id", None) or "id" not in old
    assert after == before
    assert once.count("#") == text.count("#")
    assert fixed(once, ()) == once


ARTICLE = Article.from_bytes(
    "Rivers\n\nThe “Po” is long.\n\nThe Arno is short.\n\nThe end. The end.\n\nThe end.\n".encode()
)
QUOTED = """\
source: {{title: Rivers{record}}}
facts:
  - id: a # first
    citation:
      quote: the "Po" is  long{number_a}
  - {{id: b, citation: {{paragraph: {b}, quote: the Arno}}}} # moved
  - {{id: c, citation: {{quote: the end}}}}
  - {{id: d, citation: {{quote: the Tiber}}}}
  - {{id: e, citation: {{paragraph: 1, phrases: [the Arno]}}}}
  - text
"""


@pytest.mark.parametrize("record", ["", f", sha256: {ARTICLE.sha256}, paragraphs: {' '.join(ARTICLE.fingerprints)}"])
def test_a_quote_in_only_one_paragraph_determines_its_number(record: str) -> None:
    text = QUOTED.format(record=record, number_a="", b=1)
    wanted = QUOTED.format(record=record, number_a="\n      paragraph: 2", b=3)
    assert fixed(text, (), ARTICLE) == wanted
    assert fixed(wanted, (), ARTICLE) == wanted
    assert fixed(text, ()) == text


def test_numbers_of_a_recorded_text_stay_when_the_text_is_another() -> None:
    text = QUOTED.format(record=f", sha256: {'0' * 64}, paragraphs: 0a 0b", number_a="", b=1)
    assert fixed(text, (), ARTICLE) == text


def test_a_number_that_cannot_be_inserted_does_not_affect_the_others() -> None:
    text = "source: {title: R}\nfacts:\n  - &x {id: a, citation: {quote: the Arno}}\n  - *x\n  - {id: b, citation: {quote: the Arno}}\n"
    assert fixed(text, (), ARTICLE) == text.replace(
        "b, citation: {quote: the Arno", "b, citation: {quote: the Arno, paragraph: 3"
    )


ANSWERS = """\
id: s
title: S
questions:
  - id: a
    kind: short   # typed
    stem: Which city is the largest in India?
    answer: Mumbai or Bombay   # both names
  - {id: b, kind: short, stem: Who wrote Faust?, answer: "Goethe, who lived in Weimar", topic: x}
  - id: c
    kind: short
    stem: Which city lies on the Seine?
    answer: Paris (capital)

  - {id: d, kind: short, stem: Which three?, answer: "red, white and blue"}
  - {id: e, kind: short, stem: Which?, answer: Mumbai or Bombay, lint: {ignore: [Q129]}}
  - {id: f, kind: short, stem: Which?, answer: Paris (capital), explanation: On the Seine.}
  - {id: g, kind: short, stem: Which?, answer: iron(III) chloride}
"""


def test_alternatives_and_remarks_move_out_of_the_answer() -> None:
    new = with_plain_answers(ANSWERS)
    assert new == ANSWERS.replace(
        "answer: Mumbai or Bombay   # both names\n", "answer: Mumbai   # both names\n    accept: [Bombay]\n"
    ).replace(
        'answer: "Goethe, who lived in Weimar", topic: x',
        'answer: Goethe, explanation: "Goethe, who lived in Weimar.", topic: x',
    ).replace("answer: Paris (capital)\n", "answer: Paris\n    explanation: Paris (capital).\n")
    assert with_plain_answers(new) == new
    assert with_plain_answers("id: s\nlint: {ignore: Q129}\n" + ANSWERS.partition("\n")[2]).count("accept") == 0
