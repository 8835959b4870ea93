"""Converting between YAML and Markdown keeps everything: every kind, every field, any text."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from effort import examples
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

import quizgen
from quizgen.cli import cli
from quizgen.editing.comments import comments_of
from quizgen.editing.conversion import ConversionError, converted
from quizgen.editing.layout import Layout, LayoutError, content_end
from quizgen.editing.saving import yaml_of
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import document_of, read_document
from quizgen.questions import KINDS

ROOT = Path(__file__).parents[2]

# What may be taken for a sign of the format, in any place of a text.
SIGNS = st.sampled_from(
    ["\n", "\n\n", " ", "  ", "    ", "\t", "= ", "=# ", "\\", "- [x] ", "- [ ] ", "- ", "* ", "1. ", "# ", "## ", "### ", "###",
     "Why:", "Hint: ", "Answer:", "Order:", "Match:", "```", "~~~", "```yaml", "{#a}", "{{c1::b}}", "{{c1::", "}}", "|", "<!--", "-->",
     "---", "***", ">", "`", "<div>", "[a]: b", "<<<<<<<", "true", "false", "±", "5", "..", "%", ":", " #", "é", "中", "x", "y z", "\u200f"]
)  # fmt: skip
texts = st.lists(SIGNS, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool)
lines = texts.map(lambda text: " ".join(text.split()))
ids = st.from_regex(r"[a-z]{1,4}(-[a-z0-9]{1,3})?(\.c1)?", fullmatch=True)
optional: dict[str, st.SearchStrategy[Any]] = {
    "tags": st.lists(ids, max_size=2, unique=True),
    "explanation": texts,
    "hint": texts,
    "topic": ids,
    "image": st.fixed_dictionaries(
        {"file": st.just("a/b.png"), "alt": texts}, optional={"after_answer": st.booleans()}
    ),
    "priority": st.sampled_from(["core", "detail"]),
    "point": st.lists(ids, min_size=1, max_size=2),
    "fact": ids,
    "facts": st.lists(ids, min_size=1, max_size=2),
    "citation": st.fixed_dictionaries({"paragraph": st.integers(1, 99)}),
    "attribution": lines,
    "guid": lines,
    "lint": st.just({"ignore": ["Q107"]}),
    "retired": st.booleans(),
    "formerly": st.lists(ids, min_size=1, max_size=2),
}
typed = {
    "grading": st.sampled_from(["exact", "lenient", {"accents": "strict", "tolerance": "2%"}]),
    "answer_language": st.sampled_from(["es", "de"]),
}
numbers = st.one_of(st.integers(-(10**6), 10**6), st.decimals(-1000, 1000, places=2, allow_nan=False).map(float))
rejected = st.dictionaries(lines, st.one_of(st.none(), texts), max_size=2)
several = st.lists(lines, min_size=3, max_size=5, unique=True)


def question(kind: str, own: dict[str, Any], more: dict[str, Any] | None = None) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"kind": st.just(kind), **own},
        optional={key: one for key, one in {**optional, **(more or {})}.items() if key not in own},
    )


def with_options(data: dict[str, Any], keys: int, at: int) -> dict[str, Any]:
    """Return ``data`` with its options as keys and distractors, or all in order."""
    shown: list[str] = data.pop("shown")
    chosen = shown[:keys]
    answer = {"answer": chosen[0]} if data["kind"] == "choice" else {"answers": chosen}
    if at == 0:
        return {**data, **answer, "distractors": shown[keys:]}
    ordered = shown[at:] + shown[:at]
    return {**data, **answer, "options": ordered, "shuffle": at % 2 == 0}


options = {"stem": texts, "shown": several}
questions = st.one_of(
    question("card", {"stem": texts, "answer": texts}),
    st.builds(with_options, question("choice", options, {"pin_last": st.booleans()}), st.just(1), st.integers(0, 3)),
    st.builds(with_options, question("multiple", options, {"pin_last": st.booleans()}), st.integers(1, 2), st.integers(0, 3)),
    question("true_false", {"stem": texts, "answer": st.booleans(), "explanation": texts}),
    question("short", {"stem": texts, "answer": lines}, {**typed, "accept": st.lists(lines, max_size=3), "reject": rejected, "type": st.just("place"), "pattern": st.just("a(b|c)")}),
    question("number", {"stem": texts, "answer": numbers}, {**typed, "tolerance": st.sampled_from(["5", "±5", "10%", "10 %", "3 significant figures"]), "unit": lines, "accept": st.lists(lines, max_size=2), "reject": rejected}),
    question("number", {"stem": texts, "answer": numbers, "off": st.tuples(st.integers(0, 9), st.integers(0, 9))}, {"unit": st.sampled_from(["%", "km", "± 3"])}),
    question("cloze", {"text": st.tuples(texts, texts).map(lambda two: f"{two[0]} {{{{c1::a}}}} {two[1]}")}, {**typed, "accept": st.just({"c1": ["b"]}), "reject": st.just({"c1": {"d": "no"}})}),
    question("order", {"stem": texts, "steps": several}),
    question("match", {"stem": texts, "pairs": st.dictionaries(lines, lines, min_size=2, max_size=4)}),
)  # fmt: skip
headings = st.fixed_dictionaries(
    {"id": ids, "title": lines},
    optional={"description": texts, "tags": st.lists(ids, max_size=2), "language": st.just("fr"), "source": lines,
              "retired": st.booleans(), "lint": st.just({"ignore": ["Q101", "Q2"]}).map(lambda _: {"ignore": ["Q101"]}), "formerly": st.lists(ids, max_size=1)},
)  # fmt: skip


def with_range(data: dict[str, Any]) -> dict[str, Any]:
    off = data.pop("off", None)
    if off is None:
        return data
    answer = Decimal(str(data["answer"]))
    return {**data, "range": [float(answer - off[0]), float(answer + off[1])]}


@pytest.mark.slow
@settings(max_examples=examples(60), phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(heading=headings, asked=st.lists(questions, min_size=1, max_size=4), named=st.booleans())
def test_any_set_is_the_same_in_both_formats(
    tmp_path: Path, heading: dict[str, Any], asked: list[dict[str, Any]], named: bool
) -> None:
    asked = [{"id": f"q{number}", **with_range(one)} for number, one in enumerate(asked)]
    if named:
        heading |= {
            "topics": {one["topic"]: f"{one['topic']} # {number}" for number, one in enumerate(asked) if "topic" in one}
            | {"unused": "x"}
        }
    try:
        document = document_of(tmp_path / "set.yaml", yaml_of(heading, asked))
        markdown = converted(document, tmp_path / "set.md")
    except LoadError:
        assume(False)  # two equal options, a mark with nothing in it, and the like
    back = document_of(tmp_path / "set.md", markdown)
    again = document_of(tmp_path / "set.yaml", converted(back, tmp_path / "set.yaml"))
    assert converted(again, tmp_path / "set.md") == markdown


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(ROOT.glob("decks/*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_sets_give_the_same_questions_as_markdown(path: Path, tmp_path: Path) -> None:
    for folder in ("decks", "seeds"):
        (tmp_path / folder).mkdir()
        for file in (ROOT / folder).glob("*.yaml"):
            (tmp_path / folder / file.name).write_bytes(file.read_bytes())
    target = tmp_path / "decks" / f"{path.stem}.md"
    target.write_text(converted(read_document(tmp_path / "decks" / path.name), target), encoding="utf-8")
    assert quizgen.load(target) == quizgen.load(path)


def test_markdown_looks_as_an_author_would_write_it(tmp_path: Path) -> None:
    text = """\
---
id: rivers
title: Rivers of Europe
---

## Where they end

### Into which sea does the Danube flow? {#danube}
- [x] Black Sea
- [ ] Adriatic Sea

Why: Its delta lies in Romania and Ukraine.

### What does this print? {#code}

```python
x = 2
# [x] = 3
print(x)
```

= 2

### The Rhine flows south. {#rhine}
= false

Hint: Think of the Alps.

Why: It flows north.

## Lengths {#long}

### How long is the Danube? {#length}
=# 2850 ± 50 km

### Put these in order, the longest first. {#order}
Order:

1. Volga
2. Danube
3. Rhine

### Match each river with its sea. {#seas}
Match:

|     |     |
| --- | --- |
| Danube | Black Sea |
| Rhine \\| Rhein | North Sea |

### Why do rivers bend? {#bends}
Answer: Water runs faster outside.

```yaml
tags: [physics]
```

### The {{c1::Po}} flows into the Adriatic. {#po}
"""
    document = document_of(tmp_path / "set.md", text)
    yaml = document_of(tmp_path / "set.yaml", converted(document, tmp_path / "set.yaml"))
    assert converted(yaml, tmp_path / "set.md") == text
    assert {one["kind"] for one in yaml.data["questions"]} | {"multiple"} == set(KINDS)


def test_the_command_writes_a_new_file_and_names_what_is_lost(tmp_path: Path) -> None:
    source, target = tmp_path / "rivers.yaml", tmp_path / "rivers.md"
    source.write_text(
        "# my notes\nid: rivers\ntitle: Rivers\nquestions:\n  - {id: q, kind: card, stem: Which?, answer: Po}  # to do\n"
    )
    result = CliRunner().invoke(cli, ["convert", str(source), str(target)])
    assert result.exit_code == 0, result.output
    assert "1 question. Not copied: 1 end-of-line comment." in result.output
    assert quizgen.load(target) == quizgen.load(source)
    result = CliRunner().invoke(cli, ["convert", str(source), str(target)])
    assert result.exit_code == 1
    assert "already exists; not overwritten" in result.output
    assert CliRunner().invoke(cli, ["convert", str(source), str(tmp_path / "rivers.txt")]).exit_code == 2


def test_a_set_stays_in_the_folder_of_its_facts(tmp_path: Path) -> None:
    source = ROOT / "decks" / "spaced-practice.yaml"
    with pytest.raises(ConversionError, match="must be in the same folder as"):
        converted(read_document(source), tmp_path / "a.md")


@pytest.mark.slow
def test_a_set_is_saved_as_markdown(tmp_path: Path) -> None:
    question_set = quizgen.load(ROOT / "decks" / "spaced-practice.yaml")
    for name in ("a.md", "a.yaml"):
        quizgen.save(question_set, tmp_path / name)
    assert quizgen.load(tmp_path / "a.md") == quizgen.load(tmp_path / "a.yaml")


def test_an_import_is_written_as_markdown(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("question,answer,explanation\nWhich river?,Po,Because.\nWhich sea?,= Adria,\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["import", str(table), "-o", str(tmp_path / "set.md")])
    assert result.exit_code == 0, result.output
    assert "<!-- Imported from table.csv. -->" in (tmp_path / "set.md").read_text(encoding="utf-8")
    assert [one.answer for one in quizgen.load(tmp_path / "set.md").questions if one.kind == "card"] == [
        "Po",
        "= Adria",
    ]


COMMENTED = """\
# my notes
id: rivers
title: Rivers
# about the questions
questions:
  # the first
  # of three
  - id: q
    kind: card  # a flashcard
    stem: "Which # is it?"
    # check this
    answer: |
      Po
      # not a comment
  # the second
  - {id: r, kind: card, stem: Which sea?, answer: Adria} # in one line
  - id: s
    kind: card
    stem: Which lake?
    answer: Garda
# the end
"""


def test_comments_on_lines_of_their_own_are_kept(tmp_path: Path) -> None:
    source = document_of(tmp_path / "set.yaml", COMMENTED)
    text = converted(source, tmp_path / "set.md")
    assert text.startswith(
        "---\n# my notes\n\n# about the questions\nid: rivers\ntitle: Rivers\n---\n\n"
        "<!--\nthe first\nof three\n-->\n\n<!-- check this -->\n\n### Which # is it? {#q}\n"
    )
    assert "Garda\n\n<!-- the end -->\n" in text
    back = converted(document_of(tmp_path / "set.md", text), tmp_path / "set.yaml")
    assert [line for line in back.split("\n") if line.lstrip().startswith("#")] == [
        "# my notes", "# about the questions", "  # the first", "  # of three", "  # check this", "      # not a comment",
        "  # the second", "# the end",
    ]  # fmt: skip
    assert converted(document_of(tmp_path / "set.yaml", back), tmp_path / "set.md") == text


def test_comments_in_markdown_go_above_their_question(tmp_path: Path) -> None:
    text = (
        "---\nid: a\n# in front\ntitle: A\n---\n## Seas\n<!-- seas -->\n### One? {#q}\n<!-- todo -->\n= Po\n\n<!-- next -->\n"
        "### Two? {#r}\n= Arno\n\n```yaml\ntags: [a]\n# tags\n```\n\n## Lakes\n\n<!-- lakes -->\n\n### Three? {#s}\n= Garda\n"
    )
    yaml = converted(document_of(tmp_path / "set.md", text), tmp_path / "set.yaml")
    comments = [line.strip() for line in yaml.split("\n") if line.lstrip().startswith(("#", "- id"))]
    assert comments == [
        "# in front",
        "# seas",
        "# todo",
        "- id: q",
        "# tags",
        "# next",
        "- id: r",
        "# lakes",
        "- id: s",
    ]


@pytest.mark.slow
@given(texts=st.lists(st.text("ab#->! \\\"':", max_size=12), max_size=3), at=st.integers(0, 3))
def test_any_comment_is_kept(texts: list[str], at: int) -> None:
    lines = [
        "id: a", "title: A", "questions:", "  - {id: q, kind: card, stem: Who, answer: me}",
        "  - {id: r, kind: card, stem: Why, answer: so}",
    ]  # fmt: skip
    lines[at:at] = [f"# {text}" for text in texts]
    source = document_of(Path("set.yaml"), "\n".join(lines) + "\n")
    text = converted(source, Path("set.md"))
    assert comments_of(document_of(Path("set.md"), text)).number == comments_of(source).number


def test_each_question_is_measured_once_however_many_comments_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    question = "  # about {0}\n  - id: q{0}\n    kind: card\n    stem: Who?\n    answer: me\n"
    text = "id: a\ntitle: A\nquestions:\n" + "".join(question.format(number) for number in range(40)) + "# the end\n"
    measured = []

    def measuring(lay: Layout, node: object) -> int:
        measured.append(node)
        return content_end(lay, node)

    monkeypatch.setattr("quizgen.editing.comments.content_end", measuring)
    found = comments_of(document_of(Path("set.yaml"), text))
    assert [*found.texts] == [*range(40), "end"]
    assert len(measured) == 40


def test_only_comments_on_lines_of_their_own_are_counted_where_yaml_has_no_layout(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(text: str) -> None:
        raise LayoutError("no layout")

    text = "id: a\n# one\ntitle: A\nquestions:\n  - {id: q, kind: card, stem: 'C# or F#?', answer: me}\n"
    document = document_of(Path("set.yaml"), text)
    monkeypatch.setattr("quizgen.editing.comments.layout", refuse)
    assert comments_of(document).number == 1
