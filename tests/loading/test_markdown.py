"""Question sets written as Markdown: the same questions as in YAML, and every mistake at its place with a way out."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from effort import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quizgen
from quizgen.checking import check
from quizgen.loading.catalog import available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.recovery import read_salvaged

ROOT = Path(__file__).parents[2]
HEAD = "---\nid: rivers\ntitle: Rivers of Europe\n---\n"


def questions_of(folder: Path, body: str) -> list[dict[str, Any]]:
    path = folder / "set.md"
    path.write_text(HEAD + body, encoding="utf-8")
    questions = quizgen.load(path).questions
    return [question.model_dump(exclude_defaults=True) | {"kind": question.kind} for question in questions]


def errors_of(folder: Path, body: str, head: str = HEAD) -> list[str]:
    path = folder / "set.md"
    path.write_text(head + body, encoding="utf-8")
    return [f"{one.line}:{one.column}: {one.code}: {one.message} ({one.help})" for one in check(path).errors]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("### Which is longest? {#q}\n- [x] Volga\n- [ ] Rhine\n", {"kind": "choice", "stem": "Which is longest?", "answer": "Volga", "distractors": ("Rhine",)}),
        ("### Which? {#q}\n- [ ] Rhine\n- [X] Volga\n", {"kind": "choice", "stem": "Which?", "answer": "Volga", "distractors": ("Rhine",), "options": ("Rhine", "Volga")}),
        ("### Which? {#q}\n* [x] Po\n* [x] Arno\n* [ ] Rhine\n", {"kind": "multiple", "stem": "Which?", "answers": ("Po", "Arno"), "distractors": ("Rhine",)}),
        ("### Which? {#q}\n- [x] Po\n- [ ] Rhine\n\n```yaml\nkind: multiple\n```\n", {"kind": "multiple", "stem": "Which?", "answers": ("Po",), "distractors": ("Rhine",)}),
        ("### How often? {#q}\n- [x] Never\n- [ ] Often\n\n```yaml\nshuffle: false\n```\n", {"kind": "choice", "stem": "How often?", "answer": "Never", "distractors": ("Often",), "options": ("Never", "Often"), "shuffle": False}),
        ("### Which river? {#q}\n= Danube\n= Donau\n", {"kind": "short", "stem": "Which river?", "answer": "Danube", "accept": ("Donau",)}),
        ("### Which value? {#q}\n= true\n\n```yaml\nkind: short\n```\n", {"kind": "short", "stem": "Which value?", "answer": "true"}),
        ("### How long? {#q}\n=# 2850 ± 50 km\n", {"kind": "number", "stem": "How long?", "answer": 2850, "tolerance": "50", "unit": "km"}),
        ("### How long? {#q}\n=# 2,850.5 ±2% km\n= 2900 km\n", {"kind": "number", "stem": "How long?", "answer": 2850.5, "tolerance": "2%", "unit": "km", "accept": ("2900 km",)}),
        ("### What share? {#q}\n=# 80..90 %\n", {"kind": "number", "stem": "What share?", "answer": 85, "range": (80, 90), "unit": "%"}),
        ("### What share? {#q}\n=# 82 (80..90) %\n", {"kind": "number", "stem": "What share?", "answer": 82, "range": (80, 90), "unit": "%"}),
        ("### How cold? {#q}\n=#-40°C\n", {"kind": "number", "stem": "How cold?", "answer": -40, "unit": "°C"}),
        ("### The Rhine flows north. {#q}\n= true\n", {"kind": "true_false", "stem": "The Rhine flows north.", "answer": True}),
        ("### The Rhine flows south. {#q}\n= False\n\nWhy: It flows north.\n", {"kind": "true_false", "stem": "The Rhine flows south.", "answer": False, "explanation": "It flows north."}),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\n  > Too *short*:\n  >\n  > - 241 km\n- [ ] Adda\n  > 50%: Nearly.\n- [ ] Oglio\n  > 12.5%\n", {"kind": "choice", "stem": "Which?", "answer": "Po", "distractors": ({"text": "Arno", "feedback": "Too *short*:\n\n- 241 km"}, {"text": "Adda", "feedback": "Nearly.", "share": 0.5}, {"text": "Oglio", "share": 0.125})}),
        ("### Which? {#q}\n- [ ] Arno\n  > Too short.\n- [x] Po\n", {"kind": "choice", "stem": "Which?", "answer": "Po", "distractors": ({"text": "Arno", "feedback": "Too short."},), "options": ("Arno", "Po")}),
        ("### The {{c1::Po}} flows east. {#q}\n", {"kind": "cloze", "text": "The {{c1::Po}} flows east."}),
        ("### Complete the sentence. {#q}\n\nThe {{c1::Po}} flows east.\n", {"kind": "cloze", "text": "Complete the sentence.\n\nThe {{c1::Po}} flows east."}),
        ("### {#q}\nThe {{c1::Po}} flows east.\n", {"kind": "cloze", "text": "The {{c1::Po}} flows east."}),
        ("### The longest first {#q}\nOrder:\n1. Volga\n2. Danube\n3. Rhine\n", {"kind": "order", "stem": "The longest first", "steps": ("Volga", "Danube", "Rhine")}),
        ("### Which sea? {#q}\n\nMatch:\n\n| River | Sea |\n| --- | --- |\n| Po | Adria |\n| Rhine \\| Rhein | North Sea |\n", {"kind": "match", "stem": "Which sea?", "pairs": (("Po", "Adria"), ("Rhine | Rhein", "North Sea"))}),
        ("### Why bend? {#q}\nAnswer: Water runs\n\n- fast\n- slow\n", {"kind": "card", "stem": "Why bend?", "answer": "Water runs\n\n- fast\n- slow"}),
        # Stems of several paragraphs, lists and code.
        ("### What does it print? {#q}\n\n```python\n# [x] = 5\nx = 5\n= 6\n```\n\n= 5\n", {"kind": "short", "stem": "What does it print?\n\n```python\n# [x] = 5\nx = 5\n= 6\n```", "answer": "5"}),
        ("### Which one? {#q}\n- the first\n- the second\n= first\n", {"kind": "short", "stem": "Which one?\n- the first\n- the second", "answer": "first"}),
        ("### What is this? {#q}\n\\= 5\n\n\\- [x] a\n\n= text\n", {"kind": "short", "stem": "What is this?\n= 5\n\n- [x] a", "answer": "text"}),
        # Explanations and hints, in either order, with and without an empty line above.
        ("### Which? {#q}\nHint: It is long.\n\n= Po\nWhy: Because.\n\nIt is.\n", {"kind": "short", "stem": "Which?", "answer": "Po", "hint": "It is long.", "explanation": "Because.\n\nIt is."}),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\nWhy:\n\n- one\n- two\n\nHint: no\n", {"kind": "choice", "stem": "Which?", "answer": "Po", "distractors": ("Arno",), "explanation": "- one\n- two", "hint": "no"}),
        ("### How much? {#q}\n=# 7\n\nWhy: We add:\n= 3 + 4\n", {"kind": "number", "stem": "How much?", "answer": 7, "explanation": "We add:\n= 3 + 4"}),
        ("### Which? { #q }\n- [x] Po,\n  a river\n- [ ] Arno\n", {"kind": "choice", "stem": "Which?", "answer": "Po, a river", "distractors": ("Arno",)}),
        # Comments, rules between questions and closing signs of headings are not text.
        ("### Which? {#q} ###\n<!-- a note -->\n= Po\n\n<!--\nlong\n\nnote -->\n\n---\n", {"kind": "short", "stem": "Which?", "answer": "Po"}),
        ("### Which? {#q}\n= Po\n\n```yaml\ntags: [geo]\nreject: {Arno: No.}\n```\n", {"kind": "short", "stem": "Which?", "answer": "Po", "tags": ("geo",), "reject": {"Arno": "No."}}),
    ],
)  # fmt: skip
def test_each_answer_form_is_read(tmp_path: Path, body: str, expected: dict[str, Any]) -> None:
    assert questions_of(tmp_path, body) == [{"id": "q"} | expected]


def test_topics_are_headings_of_the_second_level(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text(HEAD.replace("---\n", "---\ntopics: {old: Old}\n", 1) + """
### First {#a}
= x

## Where they end

### Second {#b}
= x

## Lengths {#long}

### Third {#c}
= x

### Fourth {#d}
= x

```yaml
topic: old
```
""", encoding="utf-8")  # fmt: skip
    found = quizgen.load(path)
    assert found.topics == {"old": "Old", "where-they-end": "Where they end", "long": "Lengths"}
    assert [question.topic for question in found.questions] == [None, "where-they-end", "long", "old"]


def test_the_first_heading_may_give_the_title(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text("---\nid: rivers\n---\n# Rivers\n\n### Which? {#q}\n= Po\n", encoding="utf-8")
    assert quizgen.load(path).title == "Rivers"


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + "### Which\nriver? {#q}\n= Po\n").replace("\n", "\r\n").encode())
    assert "E102" in str(check(path).errors[0])  # an id in the stem's second line is text
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + "### Which? {#q}\nRead on.\n= Po\n").replace("\n", "\r\n").encode())
    assert quizgen.load(path).questions[0].stem == "Which?\nRead on."


def test_sets_are_found_in_decks_and_a_readme_is_not_one(tmp_path: Path) -> None:
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / "rivers.md").write_text(HEAD + "### Which? {#q}\n= Po\n", encoding="utf-8")
    (decks / "README.md").write_text("# These are sets\n", encoding="utf-8")
    assert [one.name for one in available_sets(tmp_path) if not one.bundled] == ["rivers"]
    assert {path.name for path in check(decks).files} == {"rivers.md"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("### Which? {#q}\n\nIt is long.\n", "5:5: E219: the question has no answer (write options as"),
        ("### Which? {#q}\n=Po\n", "6:1: E219: this line is not recognized as an answer (put a space after the = sign"),
        ("### Which? {#q}\n-[x] Po\n-[ ] Arno\n", "6:2: E006: missing space after the dash (write `- [x] Po`)"),
        ("### Which? {#q}\n[x] Po\n[ ] Arno\n", "6:1: E219: this line is not recognized as an answer (put a dash and a space before the checkbox"),
        ("### Which? {#q}\n\n    - [x] Po\n    - [ ] Arno\n", "7:5: E219: this line is not recognized as an answer (remove the indentation"),
        ("### Which? {#q}\n\n**Answer:** Po\n", "7:1: E015: unknown label '**Answer:**' (write `Answer:`"),
        ("### Which? {#q}\nA. Po\nB. Arno\n", "6:1: E219: this line is not recognized as an answer (write each option as `- [ ] …`"),
        ("### Which? {#q}\n- [ ] Po\n- [ ] Arno\n", "6:1: E220: no option is marked as correct (check the box"),
        ("### Which? {#q}\n- [x] Po\n- Arno\n", "7:3: E220: this option has no checkbox (write `- [ ] Arno`)"),
        ("### Which? {#q}\n- [x] Po\n- [] Arno\n", "7:3: E220: '[]' is not a checkbox (write `- [ ] Arno`)"),
        ("### Which? {#q}\n- [x] Po\n- [ ] po\n", "7:7: E201: the correct answer 'Po' is also listed as a distractor, written 'po'; case and accents are ignored"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\n\nThe Po is long.\n", "9:1: E015: this text is below the answer, but is not part of it (if it is an explanation, begin it with `Why:`"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\n\n= Po\n", "9:1: E220: the question has two kinds of answer"),
        ("### Which? {#q}\n= Po\n\nWhy: a\n\nWhy: b\n", "10:1: E007: duplicate `Why:`"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\nThe Po is.\n", "8:1: E015: Markdown treats this line as part of the item above it (if it is an explanation, begin it with `Why:`"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\nExplanation: It is.\n", "8:1: E015: unknown label 'Explanation:' (write `Why:`"),
        ("### Which? {#q}\nAnswer: Po\n- [ ] Arno\n", "7:1: E220: the question has two kinds of answer"),
        ("### Which? {#q}\n= Po\n=\n", "7:2: E106: an item of 'accept' is empty (add the missing text, or remove the line)"),
        ("### Which? {#q}\n= Po\n\n#### Who? {#p}\n= me\n", "8:1: E015: this heading has too many # signs (begin a question with `###`"),
        ("### How long? {#q}\n=# 6,650 km +/- 100\n", "6:4: E220: '6,650 km +/- 100' is not a number"),
        ("### Which? {#q}\n=# long\n", "6:4: E220: 'long' is not a number (write the number in digits"),
        ("### Which? {#q}\n=# 2,5 km\n", "6:4: E220: '2,5 km' is not a number"),
        ("### Which? {#q}\n=# 5 ± -1\n", "6:4: E220: '5 ± -1' is not a number"),
        ("### First {#q}\nOrder: Po, Arno\n", "6:8: E015: this text is not part of the answer (write the steps as a numbered list"),
        ("### First {#q}\nOrder:\n\nWhy: x\n", "6:1: E220: `Order:` has no numbered list below it"),
        ("### First {#q}\nOrder:\n1. Po\n2. Arno\n", "7:4: E209: an order question needs 3 to 10 steps; this one has 2"),
        ("### Which sea? {#q}\nMatch:\n\n- Po: Adria\n", "6:1: E220: `Match:` must be followed by exactly one table (write the lines `| left | right |` and `| --- | --- |`, then one row for each pair: `| Po | Adria |`)"),
        ("### Which sea? {#q}\nMatch:\n\n| a | b |\n| - | - |\n| Po | Adria |\n| po | Rhine |\n", "11:1: E212: two left-hand items are the same"),
        ("### Which sea? {#q}\nMatch:\n\n| a | b | c |\n| - | - | - |\n| Po | Adria | x |\n", "10:1: E220: this row does not have two cells"),
        ("### It is so. {#q}\n= false\n", "5:1: E215: the statement is false but has no explanation (add a paragraph that begins with `Why:`"),
        ("### Which?\n= Po\n", "5:1: E102: this question has no id (add an id in braces at the end of the heading"),
        ("### Which? {#My Question}\n= Po\n", "5:14: E104: 'My Question' is not a valid id (write 'my-question'"),
        ("### {#q}\n= Po\n", "5:1: E102: missing key 'stem' (write the question after `###`)"),
        ("### Which? {#q}\n= Po\n### Which one? {#q}\n= Po\n", "7:18: E301: duplicate question id 'q', first used on line 5 (give this question another id; keep the id of the first question)"),
        ("###Which? {#q}\n= Po\n", "5:4: E006: missing space after ### (add a space"),
        ("### Which? {#q}\n= Po\n###Which? {#p}\n= Po\n", "7:4: E006: missing space after ### (add a space"),
        ("### Which? {#q}\n= Po\n\n###Which? {#p}\n- [x] Po\n- [ ] Arno\n", "8:4: E006: missing space after ### (add a space"),
        ("Some text\n### Which? {#q}\n= Po\n", "5:1: E015: this text is not part of any question"),
        ("## Which? {#q}\n- [x] Po\n- [ ] Arno\n", "5:1: E015: `##` begins a topic, but an answer follows (begin the question with `###`)"),
        ("## Реки\n### Which? {#q}\n= Po\n", "5:4: E102: this topic needs an id (add an id of lowercase letters (a-z) at the end of the heading"),
        ("## A {#x}\n## B {#x}\n### Which? {#q}\n= Po\n", "6:4: E301: the topic 'x' has two names"),
        ("# Seas\n### Which? {#q}\n= Po\n", "5:3: E007: the set has two titles"),
        ("### Which? {#q}\n= Po\n\n```yaml\nunknown: 1\n```\n", "9:1: E101: unknown key 'unknown'"),
        ("### Which? {#q}\n= Po\n\n```yaml\ntags: [a\n```\n", "9:7: E006: the bracket [ is not closed"),
        ("### Which? {#q}\n= Po\n\n```yaml\nhint: 007\n```\n", "9:7: E011: YAML reads 007 as 7"),
        ("### Which? {#q}\n= Po\n\n```yaml\nhint: a\nhint: b\n```\n", "10:1: E007: duplicate key 'hint'"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\n> Short.\n", "8:1: E015: this text is below the answer, but is not part of it (if it is feedback on the option above it, indent it by two spaces;"),
        ("### Which? {#q}\n- [x] Po\n  > Yes.\n- [ ] Arno\n", "7:1: E220: this option is correct, so feedback on it belongs in the explanation"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\n  > 120%: No.\n", "8:3: E109: '1.2' is out of range for 'share'"),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\n  > arno\n", "8:3: E222: the feedback for 'Arno' only repeats the option"),
        ("### Which? {#q}\n= Po\n\n```yaml\nanswer: Arno\n```\n", "9:1: E007: 'answer' is already set above"),
        ("### Which? {#q}\n= Po\n\n```yaml\n- a\n```\n", "9:1: E010"),
        ("### Which? {#q}\n```\ncode\n\n= Po\n", "6:1: E006: the code block that begins here is not closed (write ``` on a separate line"),
        ("<<<<<<< HEAD\n### Which? {#q}\n=======\n### Who? {#q}\n>>>>>>> other\n= Po\n", "5:1: E006: a merge conflict begins here"),
        ("", "1:1: E304: the set has no questions (begin each question with a line such as `### Which"),
        ("### The {c1::Po} flows. {#q}\n", "5:5: E205: '{c1::Po}' is not a valid mark: two braces are needed on both sides (write {{c1::Po}})"),
    ],
)  # fmt: skip
def test_a_mistake_is_explained_at_its_place(tmp_path: Path, body: str, expected: str) -> None:
    found = errors_of(tmp_path, body)
    assert any(expected in one for one in found), found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### Which?\n", "1:1: E014: the file has no front matter (write --- on the first line"),
        ("---\nid: a\n### Which?\n", "3:1: E014: the front matter is not closed (write --- (three hyphens) on a separate line above this line)"),
        ("---\nid: a\ntitle: [b\n---\n", "3:8: E006: the bracket [ is not closed"),
        ("---\n- a\n---\n", "2:1: E010"),
        ("---\nid: a\ntitel: b\n---\n### Which? {#q}\n= Po\n", "3:1: E101: unknown key 'titel' (did you mean `title`?)"),
        ("---\nid: a\n---\n### Which? {#q}\n= Po\n", "1:1: E102: missing key 'title' (add `title: …` between the --- lines at the top"),
        ("---\nid: a\ntitle: b\nquestions: []\n---\n### Which? {#q}\n= Po\n", "4:1: E101: `questions` does not belong in the front matter"),
        ("", "1:1: E005: the file is empty"),
    ],
)  # fmt: skip
def test_a_mistake_at_the_top_is_explained_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert any(expected in one for one in errors_of(tmp_path, "", text))


@pytest.mark.parametrize(
    ("faulty", "part", "fixed"),
    [
        # The help, followed to the letter: what it says to write takes the place of ``part``.
        ("### Which? {#q}\n=Po\n", "=Po", "= Po"),
        ("### Which? {#q}\n-[x] Po\n- [ ] Arno\n", "-[x] Po", "- [x] Po"),
        ("### Which? {#q}\n[x] Po\n[ ] Arno\n", "[x] Po\n[ ] Arno", "- [x] Po\n- [ ] Arno"),
        ("### Which? {#q}\n- [x] Po\n- Arno\n", "- Arno", "- [ ] Arno"),
        ("### Which? {#q}\n- [ ] Po\n- [ ] Arno\n", "- [ ] Po", "- [x] Po"),
        ("### Which? {#q}\n\n    - [x] Po\n    - [ ] Arno\n", "    - [x] Po\n    - [ ] Arno", "- [x] Po\n- [ ] Arno"),
        ("### Which? {#q}\n**Answer:** Po\n", "**Answer:**", "Answer:"),
        ("### Which? {#q}\nanswer: Po\n", "answer:", "Answer:"),
        ("### Which?\n= Po\n", "Which?", "Which? {#longest-river}"),
        ("### Which? {#Longest River}\n= Po\n", "Longest River", "longest-river"),
        ("### Which? {#q}\n= Po\n\nIt is long.\n", "It is long.", "Why: It is long."),
        ("### Which? {#q}\n- [x] Po\n- [ ] Arno\nas a note\n", "as a note", "  as a note"),
        ("### It flows west. {#q}\n= false\n", "= false\n", "= false\n\nWhy: It flows east.\n"),
        ("### How long? {#q}\n=# 2850 km ± 50\n", "2850 km ± 50", "2850 ± 50 km"),
        ("### First {#q}\nOrder:\n\nPo, Arno, Tiber\n", "Po, Arno, Tiber", "1. Po\n2. Arno\n3. Tiber"),
        ("### Seas {#q}\nMatch:\n| Po | Adria |\n| Rhine | North Sea |\n", "Match:\n", "Match:\n| River | Sea |\n| --- | --- |\n"),
        ("### Which? {#q}\n= Po\n\n###Who? {#p}\n= me\n", "###Who", "### Who"),
        ("### Which? {#q}\n= Po\n\n#### Who? {#p}\n= me\n", "####", "###"),
        ("### Which? {#q}\n```\nx = 1\n\n= Po\n", "x = 1\n", "x = 1\n```\n"),
        ("## Which? {#q}\n- [x] Po\n- [ ] Arno\n", "## Which", "### Which"),
        ("## Реки\n### Which? {#q}\n= Po\n", "Реки", "Реки {#rivers}"),
        ("### Which? {#q}\n= Po\n\n```yaml\nhint: 007\n```\n", "007", '"007"'),
        ("### Which? {#q}\nOrder: Po\n", "Order: Po", "= Po"),
        ("### The {c1::Po} flows. {#q}\n", "{c1::Po}", "{{c1::Po}}"),
    ],
)  # fmt: skip
def test_help_that_is_followed_literally_leaves_no_error(tmp_path: Path, faulty: str, part: str, fixed: str) -> None:
    assert errors_of(tmp_path, faulty)
    assert part in faulty
    assert errors_of(tmp_path, faulty.replace(part, fixed, 1)) == []


@pytest.mark.slow
def test_a_set_in_yaml_is_read_without_the_parser_of_markdown() -> None:
    code = (
        "import sys; from pathlib import Path; from quizgen.loading.catalog import available_sets;"
        "from quizgen.loading.sets import read_set;"
        "[read_set(one.path) for one in available_sets(Path.cwd())]; print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_one_mistake_hides_no_other(tmp_path: Path) -> None:
    found = errors_of(tmp_path, "### A {#a}\n\n### B {#b}\n- [ ] x\n- [ ] y\n\n### C\n= c\n\n### D {#d}\n= false\n")
    assert [one.split(" ")[:2] for one in found] == [
        ["5:5:", "E219:"], ["8:1:", "E220:"], ["11:1:", "E102:"], ["14:1:", "E215:"],
    ]  # fmt: skip


def test_warnings_point_into_the_markdown(tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text(HEAD + "### Which river is longest? {#q}\n- [x] Volga\n- [ ] None of the above\n", encoding="utf-8")
    assert ("Q102", 7, 7) in {(one.code, one.line, one.column) for one in check(path).warnings}


FRAGMENTS = st.sampled_from(
    ["---\n", "id: a\n", "# T\n", "## T\n", "### Q {#q}\n", "### {{c1::a}} {#r}\n", "- [x] a\n", "- [ ] b\n", "- c\n", "1. d\n",
     "= e\n", "=# 5 km\n", "Why: f\n", "Hint:\n", "Answer: g\n", "Order:\n", "Match:\n", "| h | i |\n", "| - | - |\n", "```yaml\n",
     "```\n", "tags: [j\n", "hint: 007\n", "\n", "\n\n", "    k\n", "> l\n", "<!-- m\n", "-->\n", "\\= n\n", "~~~\n", "\t", "\r", "***\n"]
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(200), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.one_of(FRAGMENTS, st.text(max_size=10)), max_size=30), with_head=st.booleans())
def test_any_text_is_read_or_refused_inside_the_file(tmp_path: Path, parts: list[str], with_head: bool) -> None:
    path = tmp_path / "set.md"
    text = (HEAD if with_head else "") + "".join(parts)
    path.write_bytes(text.encode("utf-8", "replace"))
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for one in check(path).diagnostics:
        assert 1 <= one.line <= lines
        assert one.column >= 1
    with suppress(LoadError):
        data = read_salvaged(path).document.data
        assert data.get("questions") != []


@pytest.mark.slow
@pytest.mark.parametrize("end", ["", "a --> b\n"])
def test_comments_that_are_never_closed_are_looked_at_once(tmp_path: Path, end: str) -> None:
    path = tmp_path / "set.md"
    path.write_text(HEAD + "### Which? {#q}\n" + "<!--\n" * examples(20_000) + end, encoding="utf-8")
    assert [one.code for one in check(path).errors] == ["E219"]


@pytest.mark.parametrize("key", ["title", "description"])
def test_a_value_that_quotes_do_not_make_readable_is_quoted_only_once(tmp_path: Path, key: str) -> None:
    path = tmp_path / "rivers.md"
    path.write_text(f"---\ni\nd: rivers\n{key}: Rivers\n---\n\n### Which river? {{#a}}\n\n= Rhine\n", encoding="utf-8")
    with pytest.raises(LoadError) as raised:
        quizgen.load(path)
    assert raised.value.diagnostics[0].line == 2
