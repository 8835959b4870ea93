"""Every fault in a file is named at its place, all at once, and nothing ever ends in a traceback."""

from pathlib import Path

import pytest
from effort import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.checking import check
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import read_document
from quizgen.loading.sets import holds_seed, load, read_set, seed_from, set_from
from quizgen.questions import Code

SOUND = """\
id: rivers
title: Rivers
questions:
  - {id: po, kind: short, stem: Which river?, answer: Po}
"""

SEED = """\
id: rivers
source: {title: Rivers}
topics: {rivers: Rivers}
entities:
  po: {name: Po, type: place, aliases: [Padus]}
facts:
  - id: longest
    topic: rivers
    statement: "The longest river of Italy is the {{c1::Po}}."
    citation: {paragraph: 1}
    ask:
      - {stem: Which river is Italy's longest?, answer: c1, distractors: [Arno, Tiber]}
"""


def faults_of(path: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(LoadError) as caught:
        read(path)
    return caught.value.diagnostics


def read(path: Path) -> None:
    document = read_document(path)
    if holds_seed(document):
        seed_from(document)
    else:
        set_from(document)


def written(folder: Path, text: str | bytes, name: str = "decks/set.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_sound_set_is_read(tmp_path: Path) -> None:
    assert load(written(tmp_path, SOUND)).questions[0].id == "po"


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        (b"id: a\ntitle: \xff\xfe", 2, 8, Code.NOT_UTF8),
        ("", 1, 1, Code.EMPTY),
        ("\n  \n", 1, 1, Code.EMPTY),
        ("# only a comment\n", 1, 1, Code.EMPTY),
        ("id: a: b\n", 1, 6, Code.SYNTAX),
        ("id: [a\ntitle: b\n", 1, 5, Code.SYNTAX),
        (SOUND + "{a: {b: c}}: d\n", 5, 1, Code.SYNTAX),
        (SOUND.replace("short", "{{a: [b]}: c}"), 4, 21, Code.SYNTAX),
        ("- a\n- b\n", 1, 1, Code.NOT_MAPPING),
        ("hello", 1, 1, Code.NOT_MAPPING),
        ("id: a\ntitle: b\nid: c\n", 3, 1, Code.DUPLICATE_KEY),
        ("---\nid: a\n---\nid: b\n", 3, 1, Code.SEVERAL_DOCUMENTS),
        ("# one\nid: a\n---\nid: b\n", 3, 1, Code.SEVERAL_DOCUMENTS),
        ("---\n- a\n- b\n", 1, 1, Code.NOT_MAPPING),
        ("id: a\x00b\n", 1, 6, Code.FORBIDDEN_CHARACTER),
        ("id: !!python/object:os.system ls\n", 1, 1, Code.SYNTAX),
        ("id: " + "[" * 5000, 1, 260, Code.SYNTAX),
        (SOUND.replace("answer: Po", 'answer: "a\u2028b"'), 4, 55, Code.FORBIDDEN_CHARACTER),
        (SOUND.replace("  - {", "\t\n\t# c\n  -\t{").replace("answer: Po", "answer: a\u2028b"), 6, 55, Code.FORBIDDEN_CHARACTER),
        (SOUND + "extra: 1\n", 5, 1, Code.UNKNOWN_KEY),
        (SOUND.replace("answer: Po", "answer: Po, 3: d"), 4, 59, Code.UNKNOWN_KEY),
        (SOUND.replace("answer: Po", "answer: Po, <<: {hint: h}"), 4, 59, Code.UNKNOWN_KEY),
        (SOUND.replace("Which river?", "Which \x1b river?"), 4, 33, Code.FORBIDDEN_CHARACTER),
        (SOUND.replace("answer: Po", f"answer: {'9' * 5000}"), 4, 55, Code.TOO_LONG),
        (SOUND.replace("rivers", "0x" + "f" * 5000), 1, 5, Code.TOO_LONG),
        (SOUND.replace("title: Rivers\n", ""), 1, 1, Code.MISSING_KEY),
        (SOUND.replace("id: rivers", "id: The Rivers"), 1, 5, Code.BAD_ID),
        (SOUND.replace("title: Rivers", 'title: "a\\u202eb"'), 2, 8, Code.FORBIDDEN_CHARACTER),
        (SOUND.replace("title: Rivers", "title:"), 2, 7, Code.WRONG_TYPE),
        (SOUND.replace("title: Rivers", "title: true"), 2, 8, Code.WRONG_TYPE),
        (SOUND.replace("title: Rivers", "title: Rivers\ntags: [two words]"), 3, 8, Code.BAD_TAG),
        (SOUND.replace("kind: short", "kind: shrot"), 4, 20, Code.UNKNOWN_VALUE),
        (SOUND.replace("kind: short, ", ""), 4, 5, Code.MISSING_KEY),
        (SOUND.replace("answer: Po", "answer: [Po]"), 4, 55, Code.WRONG_TYPE),
        (SOUND.replace("answer: Po", "answer: 007"), 4, 55, Code.ALTERED_NUMBER),
        (SOUND.replace("answer: Po", "answer: 1.50"), 4, 55, Code.ALTERED_NUMBER),
        (SOUND.replace("answer: Po", "answer: Po, acept: [Padus]"), 4, 59, Code.UNKNOWN_KEY),
        (SOUND + "  - {id: po, kind: short, stem: Again?, answer: Arno}\n", 5, 10, Code.DUPLICATE_ID),
        (SOUND.replace("title: Rivers", "title: Rivers\ntopics: {a: A}").replace("id: po,", "id: po, topic: b,"), 5, 21, Code.UNKNOWN_TOPIC),
        (SOUND + "omit: [a.cloze]\n", 5, 7, Code.NO_FACTS),
        ("id: rivers\ntitle: Rivers\n", 1, 1, Code.NO_QUESTIONS),
        (SOUND + "facts: ../../../etc/passwd.yaml\n", 5, 8, Code.OUTSIDE_PATH),
        (SOUND + "facts: /etc/hosts.yaml\n", 5, 8, Code.OUTSIDE_PATH),
        (SOUND + "facts: ../seeds/rivers.txt\n", 5, 8, Code.OUTSIDE_PATH),
    ],
)  # fmt: skip
def test_an_error_and_its_position(tmp_path: Path, text: str | bytes, line: int, column: int, code: Code) -> None:
    (diagnostic,) = faults_of(written(tmp_path, text))
    assert (diagnostic.line, diagnostic.column, diagnostic.code) == (line, column, code)
    assert diagnostic.message
    assert diagnostic.help


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("topic: rivers", "topic: lakes", 8, Code.UNKNOWN_TOPIC),
        ("answer: c1", "answer: c2", 12, Code.NO_ASK_MARK),
        ("aliases: [Padus]}", "aliases: [Padus]}\n  padus: {name: Padus, type: place}", 6, Code.ALIAS_TWICE),
        ("citation: {paragraph: 1}", "citation: {paragraph: 0}", 10, Code.OUT_OF_RANGE),
        ("citation: {paragraph: 1}", "citation: {paragraph: one}", 10, Code.WRONG_TYPE),
        ("citation: {paragraph: 1}", "citation: {paragraph: 1, phrases: [a b c d e f g]}", 10, Code.LONG_PHRASE),
        ("{{c1::Po}}", "Po", 9, Code.NO_MARK),
        ("type: place", "type: river", 5, Code.UNKNOWN_VALUE),
        ("stem: Which", "stemm: Which", 12, Code.UNKNOWN_KEY),
        ("source: {title: Rivers}", "source: {title: Rivers, sha256: abc}", 2, Code.WRONG_TYPE),
        ("answer: c1", "answer: c1, distractors: [Arno]}\n      - {stem: Again?, answer: c1", 13, Code.TWO_ASKS),
        ("    citation: {paragraph: 1}\n", "    citation: {paragraph: 1}\n    when: {date: soon, event: x}\n", 11, Code.NOT_A_DATE),
    ],
)  # fmt: skip
def test_errors_in_a_seed(tmp_path: Path, old: str, new: str, line: int, code: Code) -> None:
    text = SEED.replace(", distractors: [Arno, Tiber]", "") if code is Code.TWO_ASKS else SEED
    assert old in text
    diagnostics = faults_of(written(tmp_path, text.replace(old, new), "seeds/rivers.yaml"))
    assert (line, code) in [(diagnostic.line, diagnostic.code) for diagnostic in diagnostics]


def test_all_errors_in_a_set_and_its_seed_are_reported_at_once(tmp_path: Path) -> None:
    written(tmp_path, SEED.replace("topic: rivers", "topic: lakes"), "seeds/rivers.yaml")
    path = written(
        tmp_path,
        """\
id: rivers
titel: Rivers
facts: ../seeds/rivers.yaml
kinds: [cloze, coice]
questions:
  - {id: one, kind: choice, stem: Which?, answer: Po, distractors: [po, Arno, arno], colour: blue}
  - {id: one, kind: order, stem: Order these., steps: [a, b]}
  - {id: two, kind: short, stem: Which?, answer: Po}
  - {id: two, kind: short, stem: Which?, answer: Po}
  - {kind: number, id: three, stem: How many?, answer: many, tolerance: -1}
""",
    )
    assert [(f.path.name, f.line, f.code) for f in faults_of(path)] == [
        ("set.yaml", 2, Code.UNKNOWN_KEY),
        ("set.yaml", 4, Code.UNKNOWN_VALUE),
        ("set.yaml", 6, Code.KEY_IS_DISTRACTOR),
        ("set.yaml", 6, Code.EQUAL_OPTIONS),
        ("set.yaml", 6, Code.UNKNOWN_KEY),
        ("set.yaml", 7, Code.DUPLICATE_ID),
        ("set.yaml", 7, Code.STEP_COUNT),
        ("set.yaml", 9, Code.DUPLICATE_ID),
        ("set.yaml", 10, Code.WRONG_TYPE),
        ("rivers.yaml", 8, Code.UNKNOWN_TOPIC),
    ]


def test_a_set_is_checked_against_its_facts(tmp_path: Path) -> None:
    written(tmp_path, SEED, "seeds/rivers.yaml")
    path = written(
        tmp_path,
        """\
id: rivers
title: Rivers
facts: ../seeds/rivers.yaml
omit: [longest.c9.choice]
questions:
  - {id: one, kind: choice, stem: Which?, answer: Po, distractors: [Padus, Arno], fact: shortest}
  - {id: two, kind: short, stem: Which?, answer: Po, topic: lakes}
""",
    )
    assert [(f.line, f.code) for f in faults_of(path)] == [
        (4, Code.UNKNOWN_OMIT),
        (6, Code.ALIAS_DISTRACTOR),
        (6, Code.UNKNOWN_FACT),
        (7, Code.UNKNOWN_TOPIC),
    ]


def test_a_question_without_an_id_is_checked_against_the_facts_and_the_folder_too(tmp_path: Path) -> None:
    written(tmp_path, SEED, "seeds/rivers.yaml")
    path = written(
        tmp_path,
        "id: set\ntitle: Rivers\nfacts: ../seeds/rivers.yaml\nquestions:\n"
        "  - {kind: choice, stem: Which?, answer: Po, distractors: [Padus, Arno], fact: longst}\n"
        "  - {id: two, kind: card, stem: Which?, answer: Po, fact: none}\n"
        "  - {kind: card, stem: Which?, answer: Po, point: longest.c1, image: {file: none.png, alt: None}}\n",
    )
    assert [(one.line, one.code) for one in check(path).errors if one.path == path] == [
        (5, "E102"), (5, "E217"), (5, "E305"), (6, "E305"), (7, "E102"), (7, "E112"),
    ]  # fmt: skip


def test_a_written_question_takes_a_generated_ones_place_and_the_facts_citation(tmp_path: Path) -> None:
    written(tmp_path, SEED, "seeds/rivers.yaml")
    path = written(
        tmp_path,
        "id: rivers\ntitle: Rivers\nfacts: ../seeds/rivers.yaml\nomit: [longest.c1.card]\nquestions:\n"
        "  - {id: longest.c1.choice, kind: card, stem: Longest?, answer: Po, fact: longest}\n",
    )
    questions = {question.id: question for question in load(path).questions}
    assert set(questions) == {"longest.cloze", "longest.c1.choice", "longest.c1.short"}
    replaced = questions["longest.c1.choice"]
    assert replaced.kind == "card"
    assert replaced.topic == "rivers"
    assert replaced.citation is not None
    assert replaced.citation.paragraph == 1


@pytest.mark.parametrize(
    ("statement", "claimant"),
    [
        ("answer: true", "a map"),
        ("answer: false, explanation: It is the Po.", None),
        ("answer: false, explanation: It is the Po., attribution: a poet", "a poet"),
    ],
)
def test_a_false_statement_does_not_take_the_facts_attribution(
    tmp_path: Path, statement: str, claimant: str | None
) -> None:
    claim = SEED.replace("    citation", "    attribution: a map\n    citation")
    written(tmp_path, claim, "seeds/rivers.yaml")
    path = written(
        tmp_path,
        "id: rivers\ntitle: Rivers\nfacts: ../seeds/rivers.yaml\nkinds: [true_false]\nquestions:\n"
        f"  - {{id: one, kind: true_false, stem: The Arno is longest., fact: longest, {statement}}}\n",
    )
    (question,) = load(path).questions
    assert question.attribution == claimant
    assert question.citation is not None


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert [diagnostic.code for diagnostic in faults_of(tmp_path / "none.yaml")] == [Code.MISSING_FILE]
    assert [diagnostic.code for diagnostic in faults_of(tmp_path)] == [Code.IS_FOLDER]
    assert [diagnostic.code for diagnostic in faults_of(tmp_path / ("x" * 5000))] == [Code.UNREADABLE]
    assert [diagnostic.code for diagnostic in faults_of(Path("a\0b"))] == [Code.UNREADABLE]


def test_an_alias_bomb_is_defused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    (diagnostic,) = faults_of(written(tmp_path, "\n".join(lines)))
    assert diagnostic.code is Code.ALIAS_BOMB


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    outside = written(tmp_path, SEED, "secret.yaml")
    (tmp_path / "project" / "seeds").mkdir(parents=True)
    path = written(tmp_path / "project", SOUND + "facts: ../seeds/link.yaml\n")
    (tmp_path / "project" / "seeds" / "link.yaml").symlink_to(outside)
    assert [diagnostic.code for diagnostic in faults_of(path)] == [Code.OUTSIDE_PATH]


def test_a_byte_order_mark_is_not_an_error(tmp_path: Path) -> None:
    assert load(written(tmp_path, b"\xef\xbb\xbf" + SOUND.encode())).id == "rivers"


def test_text_that_yaml_1_1_would_change_stays_text(tmp_path: Path) -> None:
    text = SOUND.replace("answer: Po", "answer: no, accept: [2023-09-06, 9:30, 85]")
    (question,) = load(written(tmp_path, text)).questions
    assert question.kind == "short"
    assert (question.answer, *question.accept) == ("no", "2023-09-06", "9:30", "85")


def test_an_error_never_sends_control_characters_to_a_terminal(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND + '"k\\u001b[31my": 1\n')
    (diagnostic,) = faults_of(path)
    assert "\x1b" not in str(diagnostic)
    assert "k\\u001b[31my" in str(diagnostic) or "\\x1b" in str(diagnostic)


YAMLISH = st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@`,?~ \n\t0\x00\x1b\u202eé"), max_size=60)


@pytest.mark.slow
@settings(max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=60), YAMLISH.map(str.encode), YAMLISH.map(lambda s: (SOUND + s).encode())))
def test_any_file_is_read_or_its_errors_are_reported(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)
    try:
        assert read_set(path).question_set.questions
    except LoadError as error:
        diagnostics = error.diagnostics
    else:
        return
    assert diagnostics
    assert all(diagnostic.line >= 1 and diagnostic.column >= 1 for diagnostic in diagnostics)


def test_two_questions_with_one_guid_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    question = "{id: %s, kind: card, stem: Which?, answer: Po, guid: abc}"
    path.write_text(f"id: a\ntitle: A\nquestions:\n  - {question % 'one'}\n  - {question % 'two'}\n", encoding="utf-8")
    with pytest.raises(LoadError, match="5:59: E301 duplicate guid 'abc'"):
        load(path)
