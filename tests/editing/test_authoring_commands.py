"""`new`, `add` and `fix`, with options only and at a real terminal."""

import hashlib
import json
import os
import re
from pathlib import Path
from typing import Any

import pexpect
import pytest
import yaml_rs
from click.testing import CliRunner, Result
from forks import Program
from program import with_decks

from quizgen.cli import cli
from quizgen.editing.fixing import fixed
from quizgen.editing.layout import LayoutError
from quizgen.loading.sets import load
from quizgen.questions import KINDS

SET = """\
id: rivers   # permanent

title: Rivers
questions:
  # the first
  - {id: po, kind: short, stem: Which river?, answer: Po}   # kept
# the end
"""
SEAS = """\
id: seas
source: {title: Seas}
topics: {sea: Seas}
facts:
  - {id: black, topic: sea, statement: "The {{c1::Danube}} flows into the Black Sea.", citation: {paragraph: 1}}
"""
SHORT = ["--kind", "short", "--stem", "Into which sea does the Danube flow?", "--answer", "Black Sea"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return with_decks(tmp_path, rivers=SET)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def terminal(folder: Path, *arguments: str) -> Program:
    environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    return Program(arguments, environment, folder=folder, dimensions=(40, 120))


def check() -> str:
    done = run("check")
    assert done.exit_code == 0, done.output
    return done.output


# new


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["--title", "Lakes: of Europe", "--source", "Lakes & rivers"], {"seeds/lakes-of-europe.yaml", "decks/lakes-of-europe.yaml"}),
        (["--title", "10 lakes", "--no-seed", "--language", "fr"], {"decks/10-lakes.yaml"}),
        (["--title", "湖", "--id", "lakes"], {"seeds/lakes.yaml", "decks/lakes.yaml"}),
        (["--title", 'a "b" # c {{d}} \\', "--id", "no"], {"seeds/no.yaml", "decks/no.yaml"}),
    ],
)  # fmt: skip
def test_new_writes_valid_files(project: Path, arguments: list[str], files: set[str]) -> None:
    assert run("new", *arguments).exit_code == 0
    written = {str(path.relative_to(project)) for path in project.glob("*/*.yaml")} - {"decks/rivers.yaml"}
    assert written == files
    assert check()
    path = next(project / name for name in sorted(files))
    made = load(path)
    assert made.title == arguments[1]
    first, *_ = path.read_text().splitlines()
    name = first.partition("$schema=")[2]
    assert first.startswith("# yaml-language-server: $schema=../")
    assert json.loads((path.parent / name).read_text())["title"].startswith("quizgen question set")


@pytest.mark.parametrize("options", [(), ("--no-seed",)])
def test_the_other_kinds_that_new_shows_are_valid_and_sound(project: Path, options: tuple[str, ...]) -> None:
    assert run("new", "--title", "Lakes", *options).exit_code == 0
    path = project / "decks" / "lakes.yaml"
    head, _, kinds = path.read_text("utf-8").partition("order and match.\n")
    assert re.findall(r"# - kind: (\w+)$", kinds, re.MULTILINE) == "short number true_false multiple cloze card".split()
    path.write_text(head + "order and match.\n" + kinds.replace("  # ", "  "), "utf-8")
    assert run("fix", "--yes").exit_code == 0
    assert set(re.findall(r"[EQW]\d{3}", run("check", str(path)).output)) <= {"W103"}


def test_new_takes_title_and_sha256_from_the_article(project: Path) -> None:
    article = "\n# On lakes\n\nA lake is a lake.\n"
    (project / "lakes.md").write_text(article)
    assert run("new", "--title", "Lakes", "--article", "lakes.md").exit_code == 0
    seed: Any = yaml_rs.loads((project / "seeds" / "lakes.yaml").read_text())
    assert seed["source"] == {"title": "On lakes", "sha256": hashlib.sha256(article.encode()).hexdigest()}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--title", "Rivers"], "decks/rivers.yaml already exists; not overwritten"),
        ([], "--title is missing"),
        (["--title", "湖"], "--id"),
        (["--title", "x", "--id", "A b"], "E104"),
        (["--title", "x", "--language", "Klingon?"], "E108"),
        (["--title", "x", "--source", "y", "--no-seed"], "--no-seed"),
        (["--title", "x", "--article", "nowhere.txt"], "nowhere.txt cannot be read"),
    ],
)
def test_new_reports_invalid_options_and_writes_nothing(project: Path, arguments: list[str], words: str) -> None:
    done = run("new", *arguments)
    assert done.exit_code in {1, 2}
    assert words in done.output
    assert [path.name for path in project.rglob("*") if path.is_file()] == ["rivers.yaml"]
    assert (project / "decks" / "rivers.yaml").read_text() == SET


@pytest.mark.terminal
@pytest.mark.parametrize(("title", "used"), [("On lakes", "On lakes"), ("", "Lakes")])
def test_new_prompts_at_a_terminal(project: Path, title: str, used: str) -> None:
    (project / "lakes.txt").write_text("# Lakes\n\nA lake is wet.\n")
    child = terminal(project, "new")
    child.expect("Title of the set")
    child.send("Lakes\r")
    child.expect("File with the text")
    child.send("la\t")
    child.expect("kes.txt")
    child.send("\r")
    for question, answer in (("to use its first line", title), ("Language", "English"), ("Format", "yaml")):
        child.expect(question)
        child.send(f"{answer}\r")
    child.expect("Next: edit them")
    child.expect(pexpect.EOF)
    child.close()
    source = load(project / "decks" / "lakes.yaml").source
    assert source is not None
    assert source.title == used
    assert load(project / "decks" / "lakes.yaml").language == "en"
    assert (
        hashlib.sha256((project / "lakes.txt").read_bytes()).hexdigest()
        in (project / "seeds" / "lakes.yaml").read_text()
    )


@pytest.mark.terminal
def test_new_shows_the_full_error_at_a_narrow_terminal_and_works_without_a_text(project: Path) -> None:
    child = terminal(project, "new")
    child.setwinsize(20, 40)
    child.expect("Title of the set")
    child.send("Lakes\r")
    child.expect("File with the text")
    child.send("none.txt\r")
    child.expect("The file 'none.txt' does not exist")
    child.expect("none.txt")  # the prompt is shown again
    child.send("\x15\r")
    child.expect("Title of the text")
    child.send("\r")
    child.expect("Language")
    child.send("Klingon?\r")
    child.expect("en, fr, pt-BR\\s+or\\s+ar\\)")
    child.expect("Language")  # the prompt is shown again
    child.send("\x15\r")
    child.expect("Format")
    child.send("toml")
    child.expect("Nothing in the list begins with 'ml'")
    child.send("\r")  # the first: Markdown
    child.expect("Next: edit it")
    child.expect(pexpect.EOF)
    child.close()
    assert not (project / "seeds").exists()
    assert load(project / "decks" / "lakes.md").language is None


@pytest.mark.slow
def test_new_makes_a_set_for_a_seed_that_exists(project: Path) -> None:
    (project / "seeds").mkdir()
    (project / "seeds" / "seas.yaml").write_text(SEAS)
    for options, name in (
        ([], "seas.yaml"),
        (["--id", "more", "--title", "More seas", "--markdown"], "more.md"),
        (["--title", "All seas"], "all-seas.yaml"),
    ):
        result = run("new", "--seed", "seeds/seas.yaml", "--language", "German", *options)
        assert result.exit_code == 0, result.output
        assert ("The set gets the id of the seed, seas" in result.output) == (not options)
        found = load(project / "decks" / name)
        assert found.language == "de"
        assert "black.cloze" in {question.id for question in found.questions}
    assert "cannot be combined" in run("new", "--seed", "seeds/seas.yaml", "--no-seed").output
    assert check()


@pytest.mark.slow
@pytest.mark.parametrize("options", [["--markdown"], ["--no-seed"], ["--markdown", "--no-seed"], []])
def test_check_warns_about_an_example_that_is_still_there(project: Path, options: list[str]) -> None:
    assert run("new", "--title", "Lakes", *options).exit_code == 0
    examples = sum(path.read_text().count("example-") for path in project.glob("*/lakes.*"))
    assert check().count("W103 this is the example that `quizgen new` wrote") == examples > 0
    for path in project.glob("*/lakes.*"):
        path.write_text(path.read_text().replace("water", "milk").replace("does ice", "does milk"))
    assert "W103" not in run("check").output


# add


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (SHORT, {"id": "sea-danube-flow", "kind": "short", "stem": SHORT[3], "answer": "Black Sea"}),
        (["--kind", "choice", "--stem", "Which river?", "--answer", "Volga", "--distractor", "Po", "--distractor", "Rhine", "--explanation", "It is: long"], {"id": "river", "kind": "choice", "stem": "Which river?", "answer": "Volga", "distractors": ["Po", "Rhine"], "explanation": "It is: long"}),
        (["--kind", "multiple", "--stem", "Po", "--answer", "a", "--answer", "b", "--distractor", "c"], {"id": "po-2", "kind": "multiple", "stem": "Po", "answers": ["a", "b"], "distractors": ["c"]}),
        (["--kind", "true_false", "--stem", "So it is.", "--answer", "True"], {"id": "so", "kind": "true_false", "stem": "So it is.", "answer": True}),
        (["--kind", "number", "--stem", "How long?", "--answer", "2850", "--unit", "km", "--tolerance", "5%"], {"id": "long", "kind": "number", "stem": "How long?", "answer": 2850, "unit": "km", "tolerance": "5%"}),
        (["--kind", "cloze", "--stem", "The {{c1::Po}} flows."], {"id": "po-flows", "kind": "cloze", "text": "The {{c1::Po}} flows."}),
        (["--kind", "order", "--stem", "海", "--step", "a", "--step", "b", "--step", "c"], {"id": "question-1", "kind": "order", "stem": "海", "steps": ["a", "b", "c"]}),
        (["--kind", "match", "--stem", "Seas", "--pair", "a = b", "--pair", "c=d=e"], {"id": "seas", "kind": "match", "stem": "Seas", "pairs": {"a": "b", "c": "d=e"}}),
        (["--kind", "card", "--stem", "Front", "--answer", "one\ntwo", "--id", "own.id", "--tag", "t"], {"id": "own.id", "kind": "card", "stem": "Front", "answer": "one\ntwo", "tags": ["t"]}),
    ],
)  # fmt: skip
def test_add_with_options_only(project: Path, arguments: list[str], wanted: dict[str, Any]) -> None:
    done = run("add", "rivers", *arguments)
    assert done.exit_code == 0, done.output
    text = (project / "decks" / "rivers.yaml").read_text()
    data: Any = yaml_rs.loads(text, parse_datetime=False)
    assert data["questions"][1:] == [wanted]
    assert text.startswith(SET.removesuffix("# the end\n"))
    assert text.endswith("# the end\n")
    assert check()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--kind", "choice", "--stem", "Which?", "--answer", "Po", "--distractor", "po"], "E201 the correct answer 'Po' is also listed as a distractor"),
        (["--kind", "match", "--stem", "Which?", "--pair", "a=b"], "E211 a matching question needs 2 to 10 pairs; this one has 1"),
        (["--kind", "match", "--stem", "Which?", "--pair", "a"], "'a' is not a pair. Write left=right"),
        (["--kind", "number", "--stem", "Which?", "--answer", "many"], "E103 'answer' must be a number, not 'many'"),
        (["--kind", "card", "--stem", "Which?"], "E102 missing key 'answer'"),
        ([*SHORT, "--id", "po"], "E301 duplicate question id 'po'"),
        ([*SHORT, "--type", "river"], "E108"),
        (["--kind", "card"], "--stem is missing"),
        ([], "--kind is missing"),
    ],
)  # fmt: skip
def test_add_reports_errors_like_check_and_writes_nothing(project: Path, arguments: list[str], words: str) -> None:
    done = run("add", "rivers", *arguments)
    assert done.exit_code in {1, 2}
    assert words in done.output
    assert (project / "decks" / "rivers.yaml").read_text() == SET


def test_add_never_reuses_an_id(project: Path) -> None:
    assert run("new", "--title", "Water").exit_code == 0
    record = {"set": "water", "notes": {"sea": [1, "x"], "sea-2": [1, "y"]}}
    (project / "decks" / "water.release.json").write_text(json.dumps(record))
    assert "Added sea-3" in run("add", "water", "--kind", "card", "--stem", "Which sea?", "--answer", "a").output


def test_add_ignores_existing_errors_and_rejects_bundled_sets(project: Path) -> None:
    path = project / "decks" / "rivers.yaml"
    path.write_text(SET.replace("title", "titel"))
    assert run("add", "rivers", *SHORT).exit_code == 0
    assert "titel" in path.read_text()
    assert "comes with quizgen" in run("add", "eagle-partner-2023", *SHORT).output


def test_add_prints_the_question_if_the_file_cannot_be_edited(project: Path) -> None:
    (project / "decks" / "rivers.yaml").write_text("id: rivers\ntitle: x\nquestions: ~\n")
    done = run("add", "rivers", *SHORT)
    assert done.exit_code == 1
    assert "  - id: sea-danube-flow\n    kind: short\n" in done.output


@pytest.mark.terminal
def test_add_prompts_and_shows_the_question_at_a_terminal(project: Path) -> None:
    child = terminal(project, "add", "rivers")
    child.expect("Kind of question")
    child.send("\x1b[B\r")  # the second: choice
    for question, answer in (
        ("Question:", "Which river is longest?"), ("Correct answer", "Volga"), ("Wrong option 1", "volga"),
        ("'volga' is already listed as a correct answer.*Wrong option 1", "\x15Arno"), ("Wrong option 2", "arno"), ("'arno' is already listed.*Wrong option 2", "\x15None of the above"),
        ("Wrong option 3", ""), ("Explanation", "It is long."), (r"Hint \(optional\)", "It begins with V."),
    ):  # fmt: skip
        child.expect(question)
        child.send(f"{answer}\r")
    child.expect("Answer: Volga")
    child.expect("Q102 the option 'None of the above' only rules out the others")
    child.expect("Add this question")
    child.send("y")
    child.expect("Added river-longest")
    child.expect("Add another question")
    child.send("n")
    child.expect(pexpect.EOF)
    child.close()
    added = load(project / "decks" / "rivers.yaml").questions[-1]
    assert added.kind == "choice"
    assert added.hint == "It begins with V."
    assert added.distractors == ("Arno", "None of the above")


def two_sets(project: Path) -> Path:
    """Add a set that was changed after the first one."""
    path = project / "decks" / "zebras.yaml"
    path.write_text("id: zebras\ntitle: Zebras\nquestions: []\n")
    os.utime(project / "decks" / "rivers.yaml", (1, 1))
    return path


def test_add_requires_a_set_if_there_are_several(project: Path) -> None:
    path = two_sets(project)
    before = path.read_text()
    done = run("add", *SHORT)
    assert done.exit_code == 2
    assert "SET is missing, and there are several sets. Specify one of them: rivers, zebras." in done.output
    assert path.read_text() == before
    path.unlink()
    assert "Added sea-danube-flow to decks/rivers.yaml" in run("add", *SHORT).output


@pytest.mark.terminal
def test_add_asks_for_the_set_and_keeps_the_question_if_the_file_changes(project: Path) -> None:
    path = two_sets(project)
    child = terminal(project, "add")
    child.expect("Set:.*zebras.*rivers")
    child.send("\r")  # the latest
    child.expect("Adding to decks/zebras.yaml")
    child.expect("Kind of question")
    child.send("\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\r")
    for question, answer in (
        ("Question:", "How many stripes?"),
        ("Answer", "some"),
        ("accepted", ""),
        ("Expl", ""),
        ("Hint", ""),
    ):
        child.expect(question)
        child.send(f"{answer}\r")
    child.expect("Add this question")
    path.write_text("id: zebras\ntitle: Zebras of Africa\nquestions: []\n")
    child.send("y")
    child.expect("Added .*stripes")
    child.expect("Add another question")
    child.send("n")
    child.expect(pexpect.EOF)
    child.close()
    changed = load(path)
    assert (changed.title, [question.kind for question in changed.questions]) == ("Zebras of Africa", ["short"])


@pytest.mark.terminal
def test_prompts_and_messages_break_between_words(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)  # which would precede the width of the terminal
    environment = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    child = Program(["new"], environment, folder=project, dimensions=(24, 50))
    child.expect("Title of the set:")
    child.send("Lakes\r")
    child.expect("File with the text that the questions are based\\s*\x1b")  # a new line begins here
    child.send("\r")
    child.expect("Title of the text")
    child.send("\r")
    child.expect("Language")
    child.send("\r")
    child.expect("Format")
    child.send("\r")
    child.expect(pexpect.EOF)
    assert "Next: edit it, then run `quizgen check` and\r\n`quizgen preview lakes`." in child.before
    child.close()


@pytest.mark.terminal
def test_add_keeps_earlier_answers_and_requires_an_explanation_for_a_false_statement(
    project: Path,
) -> None:
    (project / "seeds").mkdir()
    (project / "seeds" / "seas.yaml").write_text(SEAS)
    (project / "decks" / "rivers.yaml").write_text(f"{SET}facts: ../seeds/seas.yaml\n")
    child = terminal(project, "add", "rivers")
    child.expect("Kind of question")
    child.send("\x1b[B" * 3 + "\r")
    child.expect("Statement")
    child.send("Seas are sweet.\r")
    child.expect("True or false")
    child.send("\r")  # nothing is chosen by accident
    child.expect("Type true or false.*True or false")
    child.send("n\r")
    child.expect("Type true or false.*True or false")
    child.send("\x15false\r")
    child.expect("Explain what is true instead")
    child.send("\r")
    child.expect("This field is required")
    child.send("They are salty.\r")
    child.expect("Hint")
    child.send("\r")
    child.expect("Topic")  # which the seed lists
    child.send("\r")
    child.expect("Answer: False")
    child.expect("Add this question")
    child.send("n")
    child.expect("Edit this question")
    child.send("y")
    child.expect("Statement: .*Seas are sweet.")
    child.send("\r")
    child.expect("True or false.*false")  # the earlier answer
    child.send("\r")
    child.expect("Explain")
    child.send("\r")
    child.expect("Hint")
    child.send("\r")
    child.expect("Topic")
    child.send("\x04")  # Ctrl-D, which lists pass over by themselves
    child.expect("Aborted")
    child.expect(pexpect.EOF)
    child.close()
    assert "sweet" not in (project / "decks" / "rivers.yaml").read_text()


@pytest.mark.terminal
def test_a_menu_takes_the_beginning_of_a_name_and_enter_at_the_end_stops(project: Path) -> None:
    child = terminal(project, "add", "rivers")
    child.expect("Kind of question")
    child.send("x")
    child.expect("Nothing in the list begins with 'x'")
    child.send("\x7f")  # Backspace is not text
    child.send("ord\r")
    for question, answer in (("Question:", "From source to mouth?"), ("Step 1:", ""), ("At least 3 steps are required", "Donaueschingen"), ("Step 2:", "Vienna"), ("Step 3:", "Belgrade"), (r"Step 4 \(Enter to finish\)", ""), ("Expl", ""), ("Hint", "")):  # fmt: skip
        child.expect(question)
        child.send(f"{answer}\r")
    child.expect("Add this question")
    child.send("y")
    child.expect("Add another question")
    child.send("\r")
    child.expect(pexpect.EOF)
    child.close()
    assert load(project / "decks" / "rivers.yaml").questions[-1].kind == "order"


LINES = (
    ("Kind of question", "frog"), ("'frog' is not in the list", "4"), ("Statement:", "The Danube is short."),
    ("True or false", ""), ("Type true or false", "no"), ("Type true or false", "false"),
    ("Explain what is true instead", ""), ("This field is required", "It is long."), ("Hint", ""), ("Add this question", "maybe"),
    ("Type yes or no", "yes"), ("Added danube-short", ""),
)  # fmt: skip


@pytest.mark.terminal
def test_add_asks_line_by_line_if_the_terminal_cannot_move_its_cursor(project: Path) -> None:
    child = Program(["add", "rivers"], {**os.environ, "TERM": "dumb"}, folder=project, dimensions=(40, 120))
    for question, answer in LINES:
        child.expect(question)
        child.send(f"{answer}\r")
    child.expect(pexpect.EOF)
    child.close()
    added = load(project / "decks" / "rivers.yaml").questions[-1]
    assert (added.kind, getattr(added, "answer", None), added.explanation) == ("true_false", False, "It is long.")


def test_add_and_new_ask_line_by_line_with_plain(project: Path) -> None:
    typed = "".join(f"{answer}\n" for _, answer in LINES)
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input=typed)
    assert done.exit_code == 0, done.output
    assert "\x1b" not in done.output
    assert done.output.index("4. true_false: ") < done.output.index("5. short: ") < done.output.index("Statement:")
    done = CliRunner().invoke(cli, ["new", "--plain"], input="Lakes\n\n\nGerman\nmark\n")
    assert done.exit_code == 0, done.output
    assert load(project / "decks" / "lakes.md").language == "de"
    assert CliRunner().invoke(cli, ["new", "--plain"], input="Seas\n").output.endswith("Aborted!\n")


def test_plain_prompts_keep_or_delete_an_earlier_answer(project: Path) -> None:
    first = ["number", "How long is the Danube?", "three", "2850", "miles", "", "", "", "no", "yes"]
    again = ["", "2,850", "-", "", "", "", "yes", "no"]
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input="".join(f"{line}\n" for line in first + again))
    assert done.exit_code == 0, done.output
    assert "'three' is not a number" in done.output
    assert "Unit (optional): (Enter keeps 'miles'; - deletes it)" in done.output
    added: Any = load(project / "decks" / "rivers.yaml").questions[-1]
    assert (added.stem, added.answer, added.unit) == ("How long is the Danube?", 2850, None)


def test_plain_prompts_ask_again_after_a_number_of_any_length(project: Path) -> None:
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input="0\n" + "9" * 5000 + "\n")
    assert done.output.count(f"is not in the list. Type one of the names, or a number from 1 to {len(KINDS)}.") == 2
    assert done.output.endswith("Aborted!\n")


def test_only_a_false_statement_needs_an_explanation(project: Path) -> None:
    lines = ["short", "What is `1 > 2`?", "false", "", "", "", "yes", "no"]
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input="".join(f"{line}\n" for line in lines))
    assert done.exit_code == 0, done.output
    added: Any = load(project / "decks" / "rivers.yaml").questions[-1]
    assert (added.answer, added.explanation) == ("false", None)


def test_add_names_the_option_that_is_missing(project: Path) -> None:
    done = run("add", "rivers", "--kind", "true_false", "--stem", "The Danube is short.", "--answer", "false")
    assert "E215" in done.output
    assert "help: add `--explanation TEXT` that says what is true instead" in done.output
    assert "help: add `--answer TEXT`" in run("add", "rivers", "--kind", "card", "--stem", "Which?").output
    assert "help: add `--pair TEXT`" in run("add", "rivers", "--kind", "match", "--stem", "Which?").output


def test_the_preview_of_a_short_question_has_the_other_answers_and_the_hint(project: Path) -> None:
    lines = ["short", "Which king?", "Louis XVI", "Louis the Sixteenth", "", "", "Beheaded.", "yes"]
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input="".join(f"{line}\n" for line in lines))
    assert "  Answer: Louis XVI\n  Also accepted: Louis the Sixteenth\n  Hint: Beheaded.\n" in done.output
    # The end of the input after a question is saved is no failure.
    assert (done.exit_code, "Aborted" in done.output) == (0, False)
    assert load(project / "decks" / "rivers.yaml").questions[-1].stem == "Which king?"


# fix


def test_fix_shows_a_diff_and_writes_only_with_yes(project: Path) -> None:
    path = project / "decks" / "rivers.yaml"
    messy = SET.replace("id: po, kind", "kind").replace("permanent", "permanent  ")
    path.write_text(messy)
    for arguments in ((), ("--diff",), ("decks", "--diff")):
        done = run("fix", *arguments)
        assert done.exit_code == 1
        assert "-  - {kind: short, stem: Which river?, answer: Po}   # kept\n" in done.output
        assert "+  - {id: river, kind: short, stem: Which river?, answer: Po}   # kept\n" in done.output
        assert "\x1b" not in done.output
        assert path.read_text() == messy
    assert run("fix", "--yes").exit_code == 0
    assert path.read_text() == SET.replace("id: po", "id: river")
    assert run("fix", "--diff").output == ""
    path.unlink()
    done = run("fix", "--yes")
    assert (done.exit_code, "No sets or seeds found in ./seeds or ./decks." in done.output) == (2, True)


@pytest.mark.terminal
def test_fix_prompts_at_a_terminal_and_honors_no_color(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "decks" / "rivers.yaml"
    path.write_text(SET.replace("id: po, kind", "kind"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    child = terminal(project, "fix")
    child.expect(r"\x1b\[32m\+  - {id: river")
    child.expect("Write decks/rivers.yaml")
    child.send("n")
    child.expect("1 file not changed. Use --yes to write it.")
    child.expect(pexpect.EOF)
    child.close()
    monkeypatch.setenv("NO_COLOR", "1")
    child = terminal(project, "fix")
    child.expect(r"\n\+  - {id: river")
    child.expect("Write decks/rivers.yaml")
    child.send("y")
    child.expect(pexpect.EOF)
    child.close()
    assert "id: river" in path.read_text()


def test_fix_continues_after_a_file_that_it_cannot_edit(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(text: str, *arguments: Any) -> str:
        if text == "id: a\n":
            raise LayoutError("its YAML is written in a form that quizgen cannot edit")
        return fixed(text, *arguments)

    monkeypatch.setattr("quizgen.cli.fix.fixed", edit)
    decks = project / "decks"
    (decks / "a.yaml").write_text("id: a\n")
    (decks / "rivers.yaml").write_text(SET.replace("id: po, kind", "kind"))
    done = run("fix", "--yes")
    assert done.exit_code == 1
    assert "Error: decks/a.yaml cannot be fixed: its YAML is written in a form that quizgen cannot edit." in done.output
    assert "Wrote decks/rivers.yaml" in done.output


def test_fix_writes_the_paragraph_number_of_a_quote(project: Path) -> None:
    (project / "seeds").mkdir()
    seed = project / "seeds" / "po.yaml"
    old = "source: {title: Po, text: po.txt}\nfacts:\n  - id: a\n    citation: {quote: is long} # whole\n"
    seed.write_text(old)
    assert run("fix", "--diff").output == ""
    (project / "seeds" / "po.txt").write_text("Po\n\nThe Po is long.\n")
    done = run("fix", "--yes")
    assert "+    citation: {quote: is long, paragraph: 2} # whole\n" in done.output
    assert seed.read_text() == old.replace("long}", "long, paragraph: 2}")


def test_fix_reports_unreadable_files_and_continues(project: Path) -> None:
    (project / "decks" / "rivers.yaml").write_text("id: [\n")
    (project / "decks" / "seas.yaml").write_text("id: seas   \n")
    done = run("fix", "--yes")
    assert done.exit_code == 1
    assert "decks/rivers.yaml:1:5: E006" in done.output
    assert (project / "decks" / "seas.yaml").read_text() == "id: seas\n"


def test_prompts_say_what_is_wrong_with_marks_and_tolerances_in_sentences(project: Path) -> None:
    typed = "cloze\nThe Volga is long.\n" + "The {{c1::Volga}} is long.\n" + "\n" * 4 + "no\nno\n"
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input=typed)
    assert "No answer is marked. Mark the words to recall as {{c1::answer}}.\n" in done.output
    done = CliRunner().invoke(cli, ["add", "rivers", "--plain"], input="number\nHow long?\n2850\n\nvague\n")
    assert "The tolerance 'vague' is not a number. Use a form such as 5, ±5, 10% or" in done.output
