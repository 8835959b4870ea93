"""``quizgen quiz`` without a terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from program import run_quizgen

from quizgen.cli import cli

NINE_KINDS = str(Path(__file__).parent / "nine-kinds.yaml")


def run(*arguments: str, answers: str | bytes = "") -> Result:
    return CliRunner().invoke(cli, ["quiz", NINE_KINDS, *arguments], input=answers)


def test_a_pipe_takes_the_plain_quiz() -> None:
    result = run("--all", "--no-shuffle", answers="mars\n")
    assert result.exit_code == 0
    assert "Question 1 of 9 (The sky)" in result.output
    assert "Score: 100% (1 of 1 answered question correct; 8 not answered)" in result.output


def test_same_seed_same_quiz() -> None:
    assert run("--seed", "5").output == run("--seed", "5").output
    assert len({run("--seed", str(seed)).output for seed in range(5)}) > 1


def test_count() -> None:
    assert "Question 1 of 3" in run("-n", "3").output


@pytest.mark.parametrize("kind", ["true_false", "true-false"])
def test_kind(kind: str) -> None:
    result = run("--kind", kind, "--kind", "card")
    assert "Question 1 of 2" in result.output


@pytest.mark.parametrize("topic", ["sea", "The Sea"])
def test_topic_by_id_or_name(topic: str) -> None:
    assert "Question 1 of 5 (The sea)" in run("--topic", topic).output


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["--kind", "essay"], 2, "Valid kinds: card, choice,"),
        (["--topic", "moon"], 2, "Topics in this set: sky, sea."),
        (["--topic", "sky", "--kind", "card"], 1, "No question in this set matches --kind and --topic."),
        (["--all", "-n", "3"], 2, "cannot be combined"),
        (["-n", "0"], 2, "-n"),
    ],
)
def test_invalid_options(arguments: list[str], status: int, message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == status
    assert message in result.output


def test_invalid_utf_8_is_a_wrong_answer(tmp_path: Path) -> None:
    result = run_quizgen(tmp_path, "quiz", NINE_KINDS, "--kind", "short", stdin=b"\xff\xfe\n")
    assert result.returncode == 0
    assert "Wrong." in result.stdout
