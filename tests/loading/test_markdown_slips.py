"""Slips in the lines of a Markdown set: each is one error that says what to write, and nothing else is reported."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import quizgen
from quizgen.checking import check
from quizgen.cli import cli
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.markdown.signs import escape_line, unescape_line

SOUND = """---
id: rivers
title: Rivers of Europe
---
## Seas

### Into which sea does the Danube flow? {#danube}
- [ ] North Sea
- [x] Black Sea
- [ ] Baltic Sea

Why: Its delta is there.

### The Rhine flows into the Black Sea. {#rhine}
= false

Why: It flows into the North Sea.

### Why do rivers bend? {#bends}
Answer: Water wears the outer bank away.

Hint: Compare the speeds.

### Put these rivers in order, longest first. {#order}
Order:

1. Volga
2. Danube
3. Rhine

### The longest river is the {{c1::Volga}}. {#volga}
"""
NO_BREAK, IDEOGRAPHIC, NOTHING = "\u00a0", "\u3000", "\u200b"
NO_SPACE = "E006: this is not a plain space (perhaps a no-break space from a word processor)"


def errors_of(folder: Path, text: str) -> list[str]:
    path = folder / "set.md"
    path.write_text(text, encoding="utf-8")
    return [f"{one.line}:{one.column}: {one.code}: {one.message} ({one.help})" for one in check(path).errors]


def test_the_sound_set_has_no_errors(tmp_path: Path) -> None:
    assert errors_of(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- [x] Black", "-[x] Black", "9:2: E006: missing space after the dash (write `- [x] Black Sea`)"),
        ("- [ ] Baltic", "-[] Baltic", "10:2: E006: missing space after the dash (write `- [ ] Baltic Sea`)"),
        ("- [x] Black", "-[x]Black", "9:2: E006: missing space after the dash (write `- [x] Black Sea`)"),
        ("- [x] Black", f"-{NO_BREAK}[x] Black", f"9:2: {NO_SPACE} (replace it with a plain space)"),
        ("- [ ] Baltic", f"- [{NO_BREAK}] Baltic", f"10:4: {NO_SPACE} (replace it with a plain space)"),
        ("- [x] Black", f"- [x]{NO_BREAK}Black", f"9:6: {NO_SPACE} (replace it with a plain space)"),
        ("- [x] Black", f"-{NO_BREAK}[x]{NO_BREAK}Black", f"9:2: {NO_SPACE} (replace 2 such characters with plain spaces)"),
        ("- [x] Black", f"{NO_BREAK * 2}- [x] Black", f"9:1: {NO_SPACE} (delete everything before -)"),
        ("= false", f"={NO_BREAK}false", f"15:2: {NO_SPACE} (replace it with a plain space)"),
        ("### Why do", f"###{NO_BREAK}Why do", f"19:4: {NO_SPACE} (replace it with a plain space)"),
        ("bend? {#bends}", f"bend?{NO_BREAK}{{#bends}}", f"19:24: {NO_SPACE} (replace it with a plain space)"),
        ("Answer: Water", f"Answer:{IDEOGRAPHIC}Water", f"20:8: {NO_SPACE} (replace it with a plain space)"),
        ("Hint: Compare", f"{NOTHING}Hint: Compare", f"22:1: {NO_SPACE} (delete everything before Hint:)"),
        ("1. Volga", f"1.{NO_BREAK}Volga", f"27:3: {NO_SPACE} (replace it with a plain space)"),
        ("2. Danube", f"2.{NO_BREAK}Danube", f"28:3: {NO_SPACE} (replace it with a plain space)"),
        ("{#bends}", "{bends}", "19:25: E104: the id in braces has no # (write {#bends})"),
        ("## Seas", "## Seas {seas}", "5:9: E104: the id in braces has no # (write {#seas})"),
        ("{#bends}", "{#bends", "19:25: E104: the brace before the id is not closed (write {#bends})"),
        ("Hint:", "Hnit:", "22:1: E015: unknown label 'Hnit:' (write `Hint:`; if `Hnit:` is part of the text, write `\\Hnit:`)"),
        ("Answer:", "Anwser:", "20:1: E015: unknown label 'Anwser:' (write `Answer:`"),
        ("Why: Its", "Whyy: Its", "12:1: E015: unknown label 'Whyy:' (write `Why:`"),
        ("Why: Its", "why: Its", "12:1: E015: unknown label 'why:' (write `Why:`"),
        ("Why: It flows", "Explanation: It flows", "17:1: E015: unknown label 'Explanation:' (write `Why:`; if `Explanation:` is part of the text, write `\\Explanation:`)"),
        ("Why: Its", "BECAUSE: Its", "12:1: E015: unknown label 'BECAUSE:' (write `Why:`"),
        ("Why: Its", "**Reason:** Its", "12:1: E015: unknown label '**Reason:**' (write `Why:`"),
        ("Hint: Compare", "clue: Compare", "22:1: E015: unknown label 'clue:' (write `Hint:`"),
        ("{#volga}", "{#volga}\n\nExplanation: It is.", "33:1: E015: unknown label 'Explanation:' (write `Why:`"),
        ("Why: Its", "Why: Explanation: Its", "12:6: E015: 'Explanation:' repeats the label of this text (delete 'Explanation:'; learners would see it)"),
        ("Why: It flows", "Why: No.\n\nBecause: It flows", "19:1: E015: 'Because:' repeats the label of this text (delete 'Because:'"),
        ("Hint:", "**Hint:**", "22:1: E015: unknown label '**Hint:**' (write `Hint:`"),
        ("Order:", "order:", "25:1: E015: unknown label 'order:' (write `Order:`"),
        ("Answer:", "**Answer:**", "20:1: E015: unknown label '**Answer:**' (write `Answer:`"),
        ("- [ ] Baltic", "- [ ]Baltic", "10:6: E006: missing space after the checkbox (write `- [ ] Baltic Sea`)"),
        ("{#bends}", "(#bends)", "19:25: E104: the id is not in braces (write {#bends})"),
        ("bend? {#bends}", "bend {#bends}?", "19:24: E104: the id is not at the end of the heading (write `### Why do rivers bend? {#bends}`)"),
        ("Order:", "Oredr:", "25:1: E015: unknown label 'Oredr:' (write `Order:`"),
        ("= false", "= flase", "15:3: E220: 'flase' is not true or false (write `= false`; for an answer that learners type, add `kind: short`"),
        ("### The Rhine", "## The Rhine", "14:1: E015: `##` begins a topic, but an answer follows (begin the question with `###`)"),
        ("### Into", "# Into", "7:1: E015: `#` begins a title, but an answer follows (begin the question with `###`)"),
        ("### Why do", "## Why do", "19:1: E015: `##` begins a topic, but an answer follows"),
        ("### The longest", "## The longest", "31:1: E015: `##` begins a topic, but an answer follows"),
    ],
)  # fmt: skip
def test_a_slip_is_the_only_error(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in SOUND
    found = errors_of(tmp_path, SOUND.replace(old, new, 1))
    assert len(found) == 1
    assert expected in found[0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Rivers of Europe", "title: Rivers: of: Europe", "3:14: E006: "),
        ("title: Rivers of Europe", "title: Rivers of Europe\ntags: [a", "4:7: E006: "),
        ("id: rivers", "id: rivers: lakes", "2:11: E006: "),
    ],
)
def test_an_error_in_the_front_matter_hides_no_other(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = SOUND.replace(old, new).replace("- [ ] Baltic", "- [] Baltic").replace("Why: It flows", "Because: It flows")
    first, *others = errors_of(tmp_path, text)
    assert first.startswith(expected)
    assert [one.split(": ")[1] for one in others] == ["E220", "E015"]


def test_every_error_of_a_first_draft_is_reported_at_once(tmp_path: Path) -> None:
    text = (
        re.sub(r" \{#\w+\}", "", SOUND)
        .replace("title: Rivers", "title: Rivers: those")
        .replace("Why: Its", "why: Its")
        .replace("North Sea\n- [x]", "black sea\n- [x]")
        .replace("Why: It flows into the North Sea.\n", "")
    )
    assert sorted({one.split(": ")[1] for one in errors_of(tmp_path, text)}) == ["E006", "E015", "E102", "E201", "E215"]


def test_an_error_that_hides_others_is_named_at_the_end(tmp_path: Path) -> None:
    errors_of(tmp_path, SOUND.replace("---\n", "", 1))
    report = check(tmp_path / "set.md")
    assert (
        report.summary()
        == f"1 error in 1 file. {tmp_path / 'set.md'} cannot be fully checked until its error is fixed."
    )
    (tmp_path / "set.yaml").write_text("id: [\n")
    assert (
        check(tmp_path / "set.md", tmp_path / "set.yaml").summary()
        == "2 errors in 2 files. 2 files cannot be fully checked until their errors are fixed."
    )
    (tmp_path / "set.yaml").write_text("id: a\nquestions:\n  - topic: a: b\n    id: a\n  - topic: c: d\n    id: b\n")
    report = check(tmp_path / "set.yaml")
    assert (
        report.summary()
        == f"2 errors in 1 file. {tmp_path / 'set.yaml'} cannot be fully checked until its errors are fixed."
    )
    assert check(tmp_path / "none.yaml").summary() == "1 error in 1 file."


def test_missing_ids_are_listed_once_for_each_file(tmp_path: Path) -> None:
    errors_of(tmp_path, re.sub(r" \{#(?!danube)\w+\}", "", SOUND).replace("- [ ] Baltic", "- [] Baltic"))
    report = check(tmp_path / "set.md")
    assert report.summary() == "2 errors in 1 file."
    assert [one["line"] for one in report.as_data()["diagnostics"]] == [10, 14, 19, 24, 31]
    folded = [(one.line, one.message, one.help) for one in report.folded()]
    assert folded[1:] == [
        (
            14,
            "4 ids are missing; the first one belongs here",
            f"run `quizgen fix {tmp_path / 'set.md'}` to generate all of them",
        )
    ]
    text = SOUND.replace(" {#bends}", "")
    assert errors_of(tmp_path, text)
    assert [one.message for one in check(tmp_path / "set.md").folded()] == ["this question has no id"]


@pytest.mark.parametrize(("answer", "label"), [("Order:\n\n1. Volga", "1. Volga"), ("Match:\n", "")])
def test_help_names_the_label_that_a_list_or_table_lacks(tmp_path: Path, answer: str, label: str) -> None:
    text = SOUND + "\n### Match them. {#match}\nMatch:\n\n| River | Sea |\n| --- | --- |\n| Po | A |\n| Don | B |\n"
    assert errors_of(tmp_path, text) == []
    (found,) = errors_of(tmp_path, text.replace(answer, label))
    assert "E219: the question has no answer" in found
    assert f"write `{answer[:6]}` on a separate line above it" in found


def test_the_help_on_an_unknown_label_works_literally(tmp_path: Path) -> None:
    text = SOUND.replace("Why: It flows", "Explanation: It flows")
    assert len(errors_of(tmp_path, text)) == 1
    assert errors_of(tmp_path, text.replace("Explanation:", "Why:")) == []
    assert "\\Explanation" not in errors_of(tmp_path, text.replace("Explanation:", "\\Explanation:"))[0]


def test_a_word_for_an_explanation_is_text_in_the_question(tmp_path: Path) -> None:
    stem = "Assertion: rivers bend.\n\nReason: water wears the bank away.\n\n- [ ] North"
    assert errors_of(tmp_path, SOUND.replace("- [ ] North", stem, 1)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SOUND.replace("Europe\n---\n## Seas", "Europe\n\n## Seas"), "4:1: E014: the front matter is not closed (write --- (three hyphens) on a separate line above"),
        (SOUND.replace("---", "—"), "1:1: E014: the front matter must begin and end with a line that contains only ---, not '—' (write --- (three hyphens, which some word processors turn into one long dash), both here and on line 4)"),
        (SOUND.replace("---", "–", 1), "1:1: E014: the front matter must begin and end with a line that contains only ---, not '–' (write --- (three hyphens, which some word processors turn into one long dash))"),
        (SOUND.replace("Europe\n---", "Europe\n--"), "4:1: E014: the front matter must begin and end with a line that contains only ---, not '--'"),
        (SOUND.replace("---", "----"), "1:1: E014: the front matter must begin and end with a line that contains only ---, not '----'"),
        ("\n" + SOUND, "2:1: E014: the front matter does not begin at the start of the first line (delete everything before the ---)"),
        (" " + SOUND, "1:1: E014: the front matter does not begin at the start of the first line"),
    ],
)  # fmt: skip
def test_front_matter_that_is_almost_right_is_recognized(tmp_path: Path, text: str, expected: str) -> None:
    found = errors_of(tmp_path, text)
    assert len(found) == 1
    assert expected in found[0]


@pytest.mark.parametrize(
    "line",
    [
        "Who: the man who asks.", "Watch: it is late.", "Note: it is long.", "Hint it is.", "Orders: none", "* Whyy: no",
        f"Le 14{NO_BREAK}juillet{NO_BREAK}!", f"14.{NO_BREAK}Juli 1789", f"{NO_BREAK}Bonjour", "See -[x](https://example.org).",
    ],
)  # fmt: skip
def test_plain_text_is_not_a_slip(tmp_path: Path, line: str) -> None:
    text = SOUND.replace(
        "### Why do rivers bend? {#bends}\n", f"### Why do rivers bend? {{#bends}}\nThey bend.\n{line}\n\n"
    )
    assert errors_of(tmp_path, text) == []


def test_a_slip_that_is_text_is_written_after_a_backslash(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text(SOUND.replace("Hint: Compare", "\\Hnit: Compare"), encoding="utf-8")
    assert next(one for one in quizgen.load(path).questions if one.id == "bends").model_dump()["answer"] == (
        "Water wears the outer bank away.\n\nHnit: Compare the speeds."
    )


@given(st.text("\\ *WhyHintAsewr:=-[x]#", max_size=12))
def test_an_escaped_line_reads_back(line: str) -> None:
    assert unescape_line(escape_line(line)) == line


def test_one_word_that_is_near_true_is_an_answer_to_a_question(tmp_path: Path) -> None:
    for stem, answer in (
        ("What is the French word for street?", "rue"),
        ("Name a tall plant.", "tree"),
        ("How?", "ture"),
    ):
        text = SOUND.replace(
            "### The Rhine flows into the Black Sea. {#rhine}\n= false", f"### {stem} {{#rhine}}\n= {answer}"
        )
        assert errors_of(tmp_path, text) == []


def test_a_conflict_hides_no_other_error(tmp_path: Path) -> None:
    conflict = "<<<<<<< HEAD\n= false\n=======\n= true\n>>>>>>> theirs"
    text = SOUND.replace("= false", conflict).replace("{#bends}", "{#danube}")
    found = errors_of(tmp_path, text)
    assert [one.split(" (")[0] for one in found] == [
        "15:1: E006: a merge conflict begins here",
        "23:27: E301: duplicate question id 'danube', first used on line 7",
    ]


PICTURE = bytes.fromhex("89504e470d0a1a0a") + b"x"


@pytest.mark.parametrize(
    ("old", "new", "after_answer"),
    [
        ("- [ ] North", "![A map](pictures/map%201.png)\n- [ ] North", False),
        ("- [ ] North", '\n![A map](<pictures/map 1.png> "Map")\n\n- [ ] North', False),
        ("flow? {#danube}", "flow? ![A map](pictures/map%201.png) {#danube}", False),
        ("Its delta is there.", "Its delta is there.\n\n![A map](pictures/map%201.png)", True),
    ],
)
def test_a_picture_is_written_as_in_markdown(tmp_path: Path, old: str, new: str, after_answer: bool) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "map 1.png").write_bytes(PICTURE)
    assert errors_of(tmp_path, SOUND.replace(old, new, 1)) == []
    question = quizgen.load(tmp_path / "set.md").questions[0]
    assert question.image is not None
    assert (question.image.file, question.image.alt) == ("pictures/map 1.png", "A map")
    assert question.image.after_answer is after_answer
    assert question.model_dump()["stem"] == "Into which sea does the Danube flow?"
    assert question.explanation == "Its delta is there."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("- [ ] North", "![A map](map.png)\n- [ ] North", "8:10: E112: the picture"),
        ("- [ ] North", "![A map](../map.png)\n- [ ] North", "8:10: E111: the picture '../map.png' is outside"),
        ("- [ ] North", "![A map](https://example.org/map.png)\n- [ ] North", "8:10: E111: the picture"),
        ("- [ ] North", "![](map.png)\n- [ ] North", "8:1: E106: 'alt' is empty (write a description of the picture between the square brackets: ![A map of Europe](…))"),
        ("- [ ] North", "- [ ] ![A map](map.png) North", "8:7: E015: a picture cannot be shown here (move the picture above the answer"),
        ("- [ ] North", "![A](a.png)\n![B](b.png)\n- [ ] North", "9:1: E007: the question has two pictures"),
        ("{#order}\n", "{#order}\n![A](a.png)\n", "25:6: E112: the picture"),
    ],
)  # fmt: skip
def test_a_picture_is_checked(tmp_path: Path, old: str, new: str, expected: str) -> None:
    found = errors_of(tmp_path, SOUND.replace(old, new, 1))
    assert any(one.startswith(expected) for one in found), found


def test_a_picture_in_code_is_text(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text(SOUND.replace("rivers bend?", "authors write `![alt](a.png)`?"), encoding="utf-8")
    assert quizgen.load(path).questions[2].image is None


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("set.md", re.sub(r" \{#\w+\}", "", SOUND), 5),
        ("set.md", re.sub(r" \{#(?!danube)\w+\}", "", SOUND).replace("Why: Its", "why: Its").replace("[x]", "[y]"), 4),
        ("set.md", re.sub(r" \{#\w+\}", "", SOUND).replace("title: Rivers", "title: Rivers: all"), 5),
        ("set.md", re.sub(r" \{#\w+\}", "", SOUND).replace("= false", "=# x ± y\r\n\n```yaml\nid: false\n```"), 4),
        ("set.yaml", "id: s\r\nquestions:\r\n  - kind: card\r\n    stem: A: b\r\n    answer: c\r\n  - topic: [d\r\n  - stem: d\r\n", 2),
        ("set.yaml", "id: s\nquestions:\n  - {stem: d: e, answer: c}\n  - {stem: f}\n", 1),
        ("set.yaml", "id: s\nquestions:\n  - stem: @d\n    id: d\n  - stem: d\n", 1),
        ("set.yaml", "id: [\n", 0),
    ],
)  # fmt: skip
def test_fix_adds_ids_despite_errors(tmp_path: Path, name: str, text: str, number: int) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    errors = len([one for one in check(path).errors if one.code != "E102"])
    shown = CliRunner().invoke(cli, ["fix", str(path)]).output
    assert ("Use --yes to write these changes:\n---" in shown) == bool(number)
    assert path.read_bytes() == text.encode()
    output = CliRunner().invoke(cli, ["fix", "--yes", str(path)]).output
    assert (f"{path} not changed" in output) == (not number)
    new = path.read_bytes().decode()
    added = re.findall(r" \{#[\w-]+\}|id: [\w-]+(?:, |\r?\n    )(?=kind|stem)", new)
    assert len(added) == number + (name == "set.md") * text.count("{#")
    for one in added:
        new = new if one in text else new.replace(one, "")
    assert new == text
    assert len([one for one in check(path).errors if one.code != "E102"]) == errors


def test_fix_does_not_add_an_id_to_one_that_is_almost_right(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text(text := SOUND.replace("{#bends}", "{bends}"), encoding="utf-8")
    result = CliRunner().invoke(cli, ["fix", "--yes", str(path)])
    assert "write {#bends}" in result.output
    assert path.read_text(encoding="utf-8") == text
    with pytest.raises(LoadError):
        quizgen.load(path)


PAIRS = """
### Match each river with its sea. {#match}
Match:

| River | Sea |
| --- | --- |
| Danube | Black Sea |
| Rhine | North Sea |
| Po | Adriatic Sea |
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("### Why do", "#### Why do", "19:1: E015: this heading has too many # signs (begin a question with `###`, and a topic with `##`)"),
        ("### Match", "##### Match", "33:1: E015: this heading has too many # signs (begin a question with `###`, and a topic with `##`)"),
        ("### Why do rivers bend? {#bends}", "#### Why do rivers bend?", "19:1: E015: this heading has too many # signs (begin a question with `###`, and a topic with `##`)"),
        ("| Rhine | North Sea |", "| Rhine  North Sea |", "39:1: E220: this row has one column instead of two (write `|` between the two sides: `| left | right |`)"),
        ("| Rhine | North Sea |", "Rhine North Sea |", "39:1: E220: this row has one column instead of two"),
        ("| Rhine | North Sea |", "| Rhine \\| North Sea |", "39:1: E220: this row has one column instead of two"),
        ("- [ ] North Sea\n- [x] Black Sea\n- [ ] Baltic Sea\n", "- [x] North Sea\n- [x] Black Sea\n- [ ] Baltic Sea\n\n```yaml\nkind: choice\n```\n", "9:1: E220: 2 options are checked, but a choice question has only one correct answer (keep only one of these checked: North Sea, Black Sea; if all of them are correct, delete `kind: choice`)"),
    ],
)  # fmt: skip
def test_a_mistake_that_would_lose_a_question_or_an_answer(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = SOUND + PAIRS
    assert old in text
    if "kind: choice" in new:
        text = text.replace("Why: Its delta is there.\n", "")
    found = errors_of(tmp_path, text.replace(old, new, 1))
    assert expected in found[0]
    assert [one for one in found[1:] if "E104" not in one and "E102: this question has no id" not in one] == []


def test_a_heading_inside_a_text_remains_a_heading(tmp_path: Path) -> None:
    stem = "{#danube}\n\n#### Hint at its length\n\nIt is 2,850 km long.\n\n"
    text = SOUND.replace("{#danube}\n", stem).replace("Why: Its", "Why: See below.\n\n#### Delta\n\nIts")
    assert errors_of(tmp_path, text) == []
