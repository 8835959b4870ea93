"""Help, followed literally, leads from what authors write to the set that they mean."""

import re
from pathlib import Path
from typing import Any

import pytest

from quizgen.checking import check
from quizgen.loading.sets import read_set

YAML = """id: mixed
title: Cells and stars
language: en
tags: [biology, year-8]
topics:
  cells: Cells
  stars: Stars
questions:
  - id: pigment
    kind: choice
    topic: cells
    stem: Which pigment absorbs most of the light in a leaf?
    options: [Carotene, Chlorophyll, Xanthophyll]
    answer: Chlorophyll
    shuffle: false
    explanation: It absorbs red and blue light.
  - id: gas
    kind: short
    topic: cells
    stem: Which gas do green plants give off in sunlight?
    answer: oxygen
    accept: [O2, dioxygen]
  - id: night
    kind: true_false
    topic: cells
    stem: Plants breathe only by day.
    answer: false
    explanation: They breathe at night, too.
  - id: gravity
    kind: number
    topic: stars
    stem: What is the acceleration due to gravity on Earth?
    answer: 9.81
    tolerance: 0.05
    unit: m/s²
  - id: share
    kind: number
    topic: stars
    stem: What share of the mass of the Sun is hydrogen?
    answer: 73
    unit: "%"
  - id: landing
    kind: short
    topic: stars
    type: date
    stem: When did people first land on the Moon?
    answer: 20 July 1969
  - id: order
    kind: order
    topic: stars
    stem: Put these planets in order, the one nearest to the Sun first.
    steps: [Venus, Mars, Saturn]
  - id: giants
    kind: multiple
    topic: stars
    stem: Which of these are giant planets?
    answers: [Jupiter, Saturn]
    distractors: [Mars, Venus]
  - id: names
    kind: match
    topic: stars
    stem: Match each quantity with its unit.
    pairs:
      Force: newton
      Energy: joule
      Power: watt
  - id: walker
    kind: cloze
    topic: stars
    text: "The first man on the {{c1::Moon}} was {{c2::Neil Armstrong}}."
"""
OPTIONS = "options: [Carotene, Chlorophyll, Xanthophyll]\n    answer: Chlorophyll"
PAIRS = "pairs:\n      Force: newton\n      Energy: joule\n      Power: watt"
STEPS = "steps: [Venus, Mars, Saturn]"
CLOZE = '"The first man on the {{c1::Moon}} was {{c2::Neil Armstrong}}."'


def errors_of(folder: Path, text: str, name: str) -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [f"{one.line}: {one.help}" for one in check(path).errors]


def content_of(folder: Path, text: str, name: str) -> Any:
    path = folder / f"fixed-{name}"
    path.write_text(text, encoding="utf-8")
    return read_set(path).question_set


def test_the_correct_set_has_no_errors(tmp_path: Path) -> None:
    assert errors_of(tmp_path, YAML, "set.yaml") == []


@pytest.mark.parametrize(
    ("meant", "written", "expected", "fixed"),
    [
        # Options with letters, numbers or marks of the correct one.
        (OPTIONS, "options:\n      a: Carotene\n      b: Chlorophyll\n      c: Xanthophyll\n    answer: b", "write `options: [Carotene, Chlorophyll, Xanthophyll]` and `answer: Chlorophyll`", OPTIONS),
        (OPTIONS, "options:\n      - a: Carotene\n      - b: Chlorophyll\n      - c: Xanthophyll\n    answer: b", "write `options: [Carotene, Chlorophyll, Xanthophyll]` and `answer: Chlorophyll`", OPTIONS),
        (OPTIONS, "options:\n      1: Carotene\n      2: Chlorophyll\n      3: Xanthophyll\n    answer: 2", "write `options: [Carotene, Chlorophyll, Xanthophyll]` and `answer: Chlorophyll`", OPTIONS),
        (OPTIONS, "options:\n      Carotene: false\n      Chlorophyll: true\n      Xanthophyll: false", "write `options: [Carotene, Chlorophyll, Xanthophyll]` and `answer: Chlorophyll`", OPTIONS),
        (OPTIONS, "options:\n      - {text: Carotene, correct: false}\n      - {text: Chlorophyll, correct: true}\n      - {text: Xanthophyll, correct: false}", "write `options: [Carotene, Chlorophyll, Xanthophyll]` and `answer: Chlorophyll`", OPTIONS),
        ("options: [Carotene, Chlorophyll, Xanthophyll]", "options: Carotene; Chlorophyll; Xanthophyll", "put the items in brackets, separated by commas: [Carotene, Chlorophyll, Xanthophyll]", "options: [Carotene, Chlorophyll, Xanthophyll]"),
        ("options: [Carotene, Chlorophyll,", 'options: [Carotene, "*Chlorophyll",', "in `options`, write 'Chlorophyll' instead of '*Chlorophyll'; `answer` already marks the correct option", "options: [Carotene, Chlorophyll,"),
        # Texts and lists.
        ("answer: Chlorophyll", "answer: [Chlorophyll]", "write text, not a list: `answer: Chlorophyll`", "answer: Chlorophyll"),
        ("explanation: It absorbs red and blue light.", "explanation: [It absorbs red, and blue light.]", "write text, not a list: `explanation: It absorbs red and blue light.`", "explanation: It absorbs red and blue light."),
        ("answer: oxygen\n    accept: [O2, dioxygen]", "answer: [oxygen, O2, dioxygen]", "write `answer: oxygen`, and the other correct answers as `accept: [O2, dioxygen]`", "answer: oxygen\n    accept: [O2, dioxygen]"),
        ("accept: [O2, dioxygen]", "accept: O2 / dioxygen", "put the items in brackets, separated by commas: [O2, dioxygen]", "accept: [O2, dioxygen]"),
        ("answers: [Jupiter, Saturn]", "answers: Jupiter and Saturn", 'for several answers, write [Jupiter, Saturn]; for a single answer, write ["Jupiter and Saturn"]', "answers: [Jupiter, Saturn]"),
        (STEPS, "steps: Venus -> Mars -> Saturn", "put the items in brackets, separated by commas: [Venus, Mars, Saturn]", STEPS),
        (STEPS, "steps:\n      1. Venus\n      2. Mars\n      3. Saturn", "put the items in brackets, separated by commas: [Venus, Mars, Saturn]", STEPS),
        ("topics:\n  cells: Cells\n  stars: Stars", "topics: [Cells, Stars]", "write an id and a name for each topic: `topics: {cells: Cells, stars: Stars}`", "topics: {cells: Cells, stars: Stars}"),
        ("[biology, year-8]", "[biology, year 8]", "write 'year-8'; tags cannot contain spaces or the characters * % \\ \"", "[biology, year-8]"),
        # Numbers, dates and truth.
        ("answer: 9.81", "answer: 9,81", "write 9.81, with a point before the decimals", "answer: 9.81"),
        ("tolerance: 0.05", "tolerance: plus or minus 0,05", "write 0.05; other forms are ±5 and 3 significant figures", "tolerance: 0.05"),
        ("answer: 9.81\n    tolerance: 0.05\n    unit: m/s²", "answer: about 9.81 ± 0.05 m/s²", "write only 9.81, and add `tolerance: 0.05` and `unit: m/s²`", "answer: 9.81\n    tolerance: 0.05\n    unit: m/s²"),
        ('answer: 73\n    unit: "%"', "answer: 73%", 'write only 73, and add `unit: "%"`', 'answer: 73\n    unit: "%"'),
        ("answer: 73\n", "answer: seventy-three\n", "write 73", "answer: 73\n"),
        ("kind: short\n    topic: stars\n    type: date", "kind: number\n    topic: stars", "use `kind: short` and `type: date`", "kind: short\n    type: date\n    topic: stars"),
        ("answer: false", "answer: wrong", "write `answer: false`", "answer: false"),
        # Pairs.
        (PAIRS, "pairs:\n      - left: Force\n        right: newton\n      - left: Energy\n        right: joule\n      - left: Power\n        right: watt", "write each pair on one line, without a dash: `Force: newton`", PAIRS),
        (PAIRS, "pairs:\n      - Force: newton\n      - Energy: joule\n      - Power: watt", "remove the dash before each pair: `Force: newton`", PAIRS),
        # Kinds, keys and marks.
        ("    kind: short\n    topic: cells", "    type: short answer\n    topic: cells", "write `kind: short` instead of `type: short answer`", "    kind: short\n    topic: cells"),
        ("    stem: Plants", "    frage: Plants", "did you mean `stem`?", "    stem: Plants"),
        ("    topic: cells\n    stem: Plants", "    category: cells\n    stem: Plants", "did you mean `topic`?", "    topic: cells\n    stem: Plants"),
        (CLOZE, '"The first man on the [Moon] was [Neil Armstrong]."', "write {{c1::Moon}} instead of [Moon], then c2 in the next one", CLOZE),
        ("    stem: Which gas do green plants give off in sunlight?", "    Which gas do green plants give off in sunlight?", "write its key before it: `stem: Which gas do green plants give off in sunlight?`", "    stem: Which gas do green plants give off in sunlight?"),
        ("      Power: watt", "      Energy: watt", "correct one of them; each text on the left may occur only once", "      Power: watt"),
        ("  - id: night", "questions:\n  - id: night", "delete this line; the lines below it then belong to the first 'questions'", "  - id: night"),
        ("title: Cells and stars", "title: “Cells and stars: a start”", 'put the whole text in straight quotes: "Cells and stars: a start"', 'title: "Cells and stars: a start"'),
        ("questions:\n  - id: pigment", "questions:\n  pigment:", "write `- id: pigment` instead of `pigment:`", "questions:\n  - id: pigment"),
    ],
)  # fmt: skip
def test_in_yaml(tmp_path: Path, meant: str, written: str, expected: str, fixed: str) -> None:
    assert YAML.count(meant) == 1
    line = YAML[: YAML.index(meant)].count("\n") + 1
    (found,) = errors_of(tmp_path, YAML.replace(meant, written), "set.yaml")
    at, _, help = found.partition(": ")
    assert help == expected
    assert line - 2 <= int(at) <= line + written.count("\n") + 3  # in the same question
    assert_follows(help, fixed)
    original = YAML.replace("Cells and stars", "Cells and stars: a start") if "a start" in fixed else YAML
    sound = original.replace("title: Cells and stars: a start", 'title: "Cells and stars: a start"')
    assert content_of(tmp_path, YAML.replace(meant, fixed), "set.yaml") == content_of(tmp_path, sound, "set.yaml")


@pytest.mark.parametrize(
    ("original", "written", "expected", "fixed"),
    [
        (f"{OPTIONS}\n    shuffle: false", 'distractors: [4,810, 6,190, 6,961]\n    answer: "5,895"', 'put each number in quotes: ["4,810", "6,190", "6,961"]; if 4 and 810 are two separate items, put a space after the comma', 'distractors: ["4,810", "6,190", "6,961"]\n    answer: "5,895"'),
        ("    options: [Carotene, Chlorophyll, Xanthophyll]\n    answer: Chlorophyll\n    shuffle: false", "    distractors:\n      - Carotene: It is orange.\n      - Xanthophyll\n    answer: Chlorophyll", 'if feedback follows the colon, write `{text: Carotene, feedback: It is orange.}`; if it is part of the option, put the text in quotes: "Carotene: It is orange."', "    distractors:\n      - {text: Carotene, feedback: It is orange.}\n      - Xanthophyll\n    answer: Chlorophyll"),
        ("answer: 9.81\n    tolerance: 0.05\n    unit: m/s²", "answer: about 9.81 m/s²", "write only 9.81, and add `unit: m/s²`; to accept numbers close to it, add a tolerance, such as `tolerance: 5%`", "answer: 9.81\n    tolerance: 5%\n    unit: m/s²"),
    ],
)  # fmt: skip
def test_the_help_leads_to_a_set_without_errors(
    tmp_path: Path, original: str, written: str, expected: str, fixed: str
) -> None:
    assert YAML.count(original) == 1
    found = errors_of(tmp_path, YAML.replace(original, written), "set.yaml")
    assert [one.partition(": ")[2] for one in found] == [expected]
    assert_follows(expected, fixed)
    assert errors_of(tmp_path, YAML.replace(original, fixed), "set.yaml") == []


@pytest.mark.parametrize("answer", ["[10, 9.5]", "9.5-10", "10 - 9.5"])
def test_a_range_goes_from_the_lowest_to_the_highest_number(tmp_path: Path, answer: str) -> None:
    expected = "write one number, such as 9.75, and add `range: [9.5, 10]` to accept every number from 9.5 to 10"
    text = YAML.replace("answer: 9.81\n    tolerance: 0.05", f"answer: {answer}")
    assert [one.partition(": ")[2] for one in errors_of(tmp_path, text, "set.yaml")] == [expected]


@pytest.mark.parametrize("answer", ["[true, false]", "[.inf, 3]", "[.nan, .nan]", "[a, b]", "3 x 1024"])
def test_what_is_no_number_gets_no_number_in_its_help(tmp_path: Path, answer: str) -> None:
    text = YAML.replace("answer: 9.81", f"answer: {answer}")
    (found,) = errors_of(tmp_path, text, "set.yaml")
    assert found.partition(": ")[2].startswith(("write a number", "write the number in digits"))


def test_two_lists_of_sides_are_paired_from_left_to_right(tmp_path: Path) -> None:
    lists = "right: [newton, joule, watt]\n    left: [Force, Energy, Power]"
    found = errors_of(tmp_path, YAML.replace(PAIRS, lists), "set.yaml")
    assert "add `pairs: {Force: newton, Energy: joule, Power: watt}`" in found[0]


MARKDOWN = """---
id: geography
title: Rivers and capitals
---

## Rivers

### Into which sea does the Danube flow? {#danube}
- [ ] Adriatic Sea
- [x] Black Sea
- [ ] Baltic Sea

Why: Its delta lies in Romania and Ukraine.

### Which river flows through Rome? {#rome}
= Tiber
= Tevere

### The Rhine flows into the Black Sea. {#rhine}
= false

Why: It flows into the North Sea.

### Match each country with its capital. {#capitals}
Match:

| Country | Capital |
| --- | --- |
| Norway | Oslo |
| Finland | Helsinki |

### Put these cities in order, the northernmost first. {#north}
Order:

1. Reykjavik
2. Oslo
3. Rome

### How long is the Danube? {#length}
=# 2850 ± 50 km

### When did the Rhine last freeze near Cologne? {#frozen}
= 12 February 1963

```yaml
type: date
```

### Why is Istanbul on two continents? {#istanbul}
Answer: The Bosporus flows through it.
"""
BOXES = "- [ ] Adriatic Sea\n- [x] Black Sea\n- [ ] Baltic Sea"
TABLE = "| Country | Capital |\n| --- | --- |\n| Norway | Oslo |\n| Finland | Helsinki |"


@pytest.mark.parametrize(
    ("meant", "written", "expected"),
    [
        (BOXES, "- Adriatic Sea\n- **Black Sea**\n- Baltic Sea", "if these are options, write `- [x] Black Sea` for the correct one, and `- [ ] Adriatic Sea` for the others"),
        (BOXES, "- Adriatic Sea\n- *Black Sea\n- Baltic Sea", "if these are options, write `- [x] Black Sea` for the correct one, and `- [ ] Adriatic Sea` for the others"),
        (BOXES, "☐ Adriatic Sea\n☒ Black Sea\n☐ Baltic Sea", "write `- [ ] Adriatic Sea`, and the other options the same way; [x] marks a correct option"),
        (BOXES, "- Seas\n  - [ ] Adriatic Sea\n  - [x] Black Sea\n  - [ ] Baltic Sea", "begin each option at the start of its line, and delete the line above the first option"),
        ("= false", "= wrong", "write `= false`; for an answer that learners type, add `kind: short` in a YAML block"),
        ("= false", "= Incorrect", "write `= false`; for an answer that learners type, add `kind: short` in a YAML block"),
        (TABLE, TABLE.replace("| --- | --- |\n", ""), "add the line `| --- | --- |` below it"),
        (TABLE, "- Norway - Oslo\n- Finland - Helsinki", "write the lines `| left | right |` and `| --- | --- |`, then one row for each pair: `| Norway | Oslo |`"),
        ("1. Reykjavik\n2. Oslo\n3. Rome", "1) Reykjavik 2) Oslo 3) Rome", "begin each step on a separate line: `1. first step`, `2. second step`"),
        ("=# 2850 ± 50 km", "=# about 2850 ± 50 km", "write `=# 2850 ± 50 km`"),
        ("=# 2850 ± 50 km", "=# about 2850 km", "write `=# 2850 km`; to accept numbers close to it, add a tolerance, such as `=# 2850 ± 5% km`"),
        ("=# 2850 ± 50 km", "=# almost 2850 km", "write `=# 2850 km`; to accept numbers close to it, add a tolerance, such as `=# 2850 ± 5% km`"),
        ("=# 2850 ± 50 km", "=# ca. 2.850 km (± 50)", "write `=# 2.850 ± 50 km`, or `=# 2850 ± 50 km` if the dot separates thousands"),
        ("=# 2850 ± 50 km", "=# 2850 km or so", "write `=# 2850 km`; to accept numbers close to it, add a tolerance, such as `=# 2850 ± 5% km`"),
        ("=# 2850 ± 50 km", "=# 2,850 km (approx.)", "write `=# 2,850 km`; to accept numbers close to it, add a tolerance, such as `=# 2850 ± 5% km`"),
        ("=# 2850 ± 50 km", "=# 2850 km (± 50)", "write `=# 2850 ± 50 km`"),
        ("= 12 February 1963\n\n```yaml\ntype: date\n```", "=# 12 February 1963", "this is a date; write `= 12 February 1963`, and add `type: date` in a YAML block"),
        ("Answer: The", "Ans: The", "write `Answer:`; if `Ans:` is part of the text, write `\\Ans:`"),
        ("---\nid: geography", "# Rivers and capitals\n\n---\nid: geography", "delete everything above this line; if it is the title of the set, write it after `title:`"),
    ],
)  # fmt: skip
def test_in_markdown(tmp_path: Path, meant: str, written: str, expected: str) -> None:
    assert errors_of(tmp_path, MARKDOWN, "set.md") == []
    assert MARKDOWN.count(meant) == 1
    line = MARKDOWN[: MARKDOWN.index(meant)].count("\n") + 1
    (found,) = errors_of(tmp_path, MARKDOWN.replace(meant, written), "set.md")
    at, _, help = found.partition(": ")
    assert help == expected
    assert line - 2 <= int(at) <= line + written.count("\n")


@pytest.mark.parametrize(
    ("meant", "written", "expected"),
    [
        ("= false", "Answer: false", "20: for a statement that learners judge as true or false, write `= false` instead of `Answer:`"),
        (BOXES, "a) Adriatic Sea\nb) Black Sea\n\nAnswer: b", "12: for a question with options to choose from, write each option as `- [ ] …`, and the correct one as `- [x] …`"),
        ("### Which river flows through Rome? {#rome}", "**Which river flows through Rome?**", "15: if a question begins here, write `### Which river flows through Rome?`"),
        ("Rome? {#rome}\n= Tiber\n= Tevere", "Rome? {#rome}\n```\na city\n= Tiber", "16: if the code should end earlier, write ``` on a separate line above line 18"),
    ],
)  # fmt: skip
def test_what_can_be_read_otherwise_is_a_warning(tmp_path: Path, meant: str, written: str, expected: str) -> None:
    path = tmp_path / "set.md"
    text = MARKDOWN.replace(meant, written)
    if "a city" in written:  # the next code block ends the first one
        text = text.replace("### Why is", "```\n\n### Why is").replace("```yaml\ntype: date\n```\n\n", "")
    path.write_text(text, encoding="utf-8")
    report = check(path)
    found = [f"{one.line}: {one.help}" for one in report.warnings if one.code in ("W105", "W106")]
    assert found == [expected]


@pytest.mark.parametrize(
    ("meant", "written", "code", "expected"),
    [
        ("it.", "it.\n\npriority: detail", "W107", "52: put it between the lines ```yaml and ``` at the end of the question; if it is text, begin it with a capital letter"),
        ("it.", "it.\npriority: detail\ntags: [asia]", "W107", "51: put it between the lines ```yaml and ``` at the end of the question; if it is text, begin it with a capital letter"),
        ("it.", "it.\n\n'''yaml\ntags:\n  - asia\n'''", "W107", "52: write ```yaml here and ``` on line 55, with three backticks"),
        ("it.", "it.\n\n---\ntags: [asia]\npriority: detail", "W107", "52: write ```yaml here and ``` on a separate line below line 54, with three backticks"),
        ("it.", "it.\n\n```\ntags: [asia]\n```", "W107", "52: write ```yaml on this line"),
        ("Answer: The", "```yaml\ntags: [asia]\n```\n\nAnswer: The", "W107", "50: move it below everything else in the question"),
        ("- [ ] Baltic Sea", "- [ ] Baltic Sea\n\npriority: detail", "E015", "13: put it between the lines ```yaml and ``` at the end of the question"),
        ("- [ ] Baltic Sea", "- [ ] Baltic Sea\npriority: detail", "E015", "12: put it between the lines ```yaml and ``` at the end of the question"),
        ("= Tevere", "= Tevere\n\n'''yaml\ntags: [italy]\n'''", "E015", "19: write ```yaml here and ``` on the line below the last key, with three backticks"),
        ("km", "km\n\npriority: detail", "E015", "42: put it between the lines ```yaml and ``` at the end of the question"),
    ],
)  # fmt: skip
def test_a_key_outside_the_yaml_block(tmp_path: Path, meant: str, written: str, code: str, expected: str) -> None:
    path = tmp_path / "set.md"
    path.write_text(MARKDOWN.replace(meant, written), encoding="utf-8")
    found = [(str(one.code), f"{one.line}: {one.help}") for one in check(path).diagnostics if one.code[:2] != "Q1"]
    assert found == [(code, expected)]


@pytest.mark.parametrize(
    "text", ["Unit: a word", "a ratio: 2 to 1", "```\nx = 1\n```", "```python\ntags: list[str]\n```"]
)
def test_text_that_looks_like_a_key_only_at_first(tmp_path: Path, text: str) -> None:
    path = tmp_path / "set.md"
    path.write_text(MARKDOWN.replace("flows through it.", f"flows through it.\n\n{text}"), encoding="utf-8")
    assert [one for one in check(path).diagnostics if one.code[:2] != "Q1"] == []


def test_facts_that_are_indented_below_the_entities(tmp_path: Path) -> None:
    text = """id: curie
source: {title: Curie}
topics: {life: Life}
entities:
  becquerel: {name: Henri Becquerel, type: person}
facts:
  - id: prize
    topic: life
    statement: "{{c1::Henri Becquerel}} shared the prize."
    citation: {paragraph: 1}
"""
    assert errors_of(tmp_path, text, "curie.yaml") == []
    assert errors_of(tmp_path, text.replace("facts:", "  facts:"), "curie.yaml") == ["6: begin it in column 1"]


def test_two_entities_with_one_name_keep_all_names(tmp_path: Path) -> None:
    text = """id: curie
source: {title: Curie}
topics: {life: Life}
entities:
  curie: {name: Marie Curie, type: person}
  maria: {name: Maria Skłodowska, type: person, aliases: [Marie Curie]}
facts:
  - id: prize
    topic: life
    statement: "{{c1::Marie Curie}} shared the prize."
    citation: {paragraph: 1}
"""
    help = (
        "6: if curie and maria are the same entity, delete maria and add its other names to curie: `aliases: [Maria Skłodowska]`; "
        "if not, reword or remove the shared name in one of the two"
    )
    assert help in errors_of(tmp_path, text, "curie.yaml")


def test_the_rest_of_a_file_with_a_merge_conflict_is_not_called_checked(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    conflict = "<<<<<<< HEAD\ntags: [biology]\n=======\ntags: [stars]\n>>>>>>> other"
    path.write_text(YAML.replace("tags: [biology, year-8]", conflict), encoding="utf-8")
    report = check(path)
    assert [one.line for one in report.errors] == [4]
    assert "cannot be fully checked" in report.summary()


@pytest.mark.parametrize(
    ("citation", "code"),
    [("{paragraph: 1, phrases: [one two three four five six seven]}", "E504"), ("{paragraph: p. 1}", "E103")],
)
def test_every_mistake_in_a_fact_is_reported_at_once(tmp_path: Path, citation: str, code: str) -> None:
    text = f"""id: curie
source: {{title: Curie}}
topics: {{life: Life}}
facts:
  - id: prize
    topic: life
    statement: "{{{{c1::Henri Becquerel}}}} shared the prize."
    citation: {citation}
    ask:
      - {{stem: Who shared the prize?, answer: c3}}
"""
    path = tmp_path / "curie.seed.yaml"
    path.write_text(text, encoding="utf-8")
    assert [(one.line, one.code) for one in check(path).errors] == [(8, code), (10, "E403")]
    assert "use c1" in [one.help for one in check(path).errors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rome lies on the ____.", [("E205", "write {{c1::Tiber}} instead of ____, and delete `answer`")]),
        # Which blank the answer belongs to is not certain, or there is no blank.
        ("____ lies on the ____.", [("E205", "write the answer instead of ____, as {{c1::answer}}; the next one is {{c2::answer}}"), ("E101", "remove it; the answers of a cloze are in its text: `The {{c1::Danube}} flows into …`")]),
        ("Rome lies on the {{c1::Tiber}}.", [("E101", "remove it; the answers of a cloze are in its text: `The {{c1::Danube}} flows into …`")]),
    ],
)  # fmt: skip
def test_a_cloze_with_a_blank_and_an_answer(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    path = tmp_path / "rome.yaml"
    question = f"  - {{id: river, kind: cloze, text: '{text}', answer: Tiber}}\n"
    path.write_text(f"id: rome\ntitle: Rome\nquestions:\n{question}", encoding="utf-8")
    assert [(one.code, one.help) for one in check(path).errors] == expected


def assert_follows(help: str, fixed: str) -> None:
    """Assert that ``fixed`` has everything that ``help`` says to write."""
    written = [one for one in re.findall(r"`([^`]+)`", help.partition(" instead of ")[0]) if "…" not in one]
    assert [one for one in written if one not in fixed] == []
