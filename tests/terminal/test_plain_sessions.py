"""The plain frontend: exams, looking back, overrides, study."""

import json
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.cli import cli
from quizgen.history.history import data_folder
from quizgen.history.store import Store
from quizgen.terminal import messages
from quizgen.terminal.plain import PlainFrontend
from quizgen.terminal.plain_messages import rating

FILE = str(Path(__file__).parent / "nine-kinds.yaml")


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(cli, list(arguments), input=answers)


def quiz(answers: str, *arguments: str) -> str:
    result = run("quiz", FILE, "--all", "--no-shuffle", "--seed", "1", *arguments, answers=answers)
    assert result.exit_code == 0, result.output
    return result.output


def daily_new(limit: int) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text(f"[study]\nnew = {limit}\n")


def test_show_answer_shows_it_and_skip_does_not() -> None:
    assert "Iron oxide" in quiz("!\n", "--kind", "choice")
    assert "Iron oxide" not in quiz("s\n", "--kind", "choice")
    assert "Wrong. You asked for the answer.\nAnswer: Pacific\n" in quiz("!\n", "--kind", "short")


def test_back_shows_the_previous_question() -> None:
    written = quiz("mars\n<\n\npacific\n", "--kind", "choice", "--kind", "short")
    assert "Your answer: Mars\nCorrect.\n" in written
    assert written.count("Which ocean is the largest?") == 2
    assert "Score: 100% (2 of 2 correct)" in written


def test_the_first_question_has_no_previous_one() -> None:
    assert "There is no previous question." in quiz("<\n", "--kind", "choice")


@pytest.mark.parametrize("answers", ["the blue one\ni was right\n12\n", "the blue one\nI was right\n71\n"])
def test_i_was_right(answers: str) -> None:
    written = quiz(answers, "--kind", "short", "--kind", "number")
    assert 'type "i was right" at the next prompt' in written
    assert "Marked as correct." in written
    assert "of 2 (" in written


def test_i_was_right_about_the_last_answer() -> None:
    written = quiz("the blue one\ni was right\n", "--kind", "short")
    assert "Score: 0% (0 of 1 correct)" in written
    assert written.index("Marked as correct") < written.index("Score: 100% (1 of 1 correct)")


def test_an_exam_shows_no_feedback_before_its_end() -> None:
    written = quiz("venus\n<\nmars\nblue\n\n\n", "--exam", "--kind", "choice", "--kind", "short")
    exam, review = written.split("That was the last question. 2 answered.\n")
    assert not any(word in exam for word in ("Correct", "Wrong", "Iron oxide", "hint"))
    assert "Your answer so far: Venus" in exam
    assert "Your answer: Mars\nCorrect." in review
    assert "Your answer: blue\nWrong.\nAnswer: Pacific\n" in review
    assert review.count("Score: 50% (1 of 2 correct)") == 2
    assert "Press Enter to continue, or type q to end the review.\n" in review
    assert "Press Enter to continue, or type < for the previous question or q to end the review.\n" in review


def test_the_review_of_an_exam_offers_what_a_quiz_offers_after_an_answer() -> None:
    lines = "mars\nblue\n\n!suspend\n!suspend\n!read\n\n<\n\n\n"
    review = quiz(lines, "--exam", "--kind", "choice", "--kind", "short").split("Score: 50% (1 of 2 correct)\n")[1]
    done = [
        line.split("“")[0] for line in review.splitlines() if line.startswith(("Suspended", "Resumed", "The set has"))
    ]
    assert done == ["Suspended ", "Resumed ", messages.NO_CONTEXT]
    assert review.count("Your answer: Mars\n") == 2


def test_the_score_of_a_submitted_exam_is_final() -> None:
    written = quiz("mars\nblue\n\n\ni\ni was right\n", "--exam", "--kind", "choice", "--kind", "short")
    assert "Your answer: blue\nWrong." in written
    assert "ou were right" not in written
    assert "Marked as correct" not in written
    assert written.count("Score: 50% (1 of 2 correct)") == 2


def test_skipped_questions_of_an_exam_cost_their_points() -> None:
    written = quiz("mars\nskip\n\n", "--exam", "--kind", "choice", "--kind", "short")
    assert "That was the last question. 1 answered, 1 skipped (question 2).\n" in written
    assert "Score: 50% (1 of 2 correct, 1 skipped)" in written


def test_an_exam_whose_time_is_up() -> None:
    written = quiz("mars\npacific\n", "--exam", "--time", "0.0000001")
    assert "Time is up. The answers that you have given so far count.\nScore: 0% (0 of 8 correct, 8 skipped)" in written


def test_an_interrupted_exam_shows_no_score_and_resumes() -> None:
    stopped = quiz("mars\nquit\n", "--exam", "--kind", "choice", "--kind", "short")
    assert "1 of 2 questions answered. Resume later with `quizgen quiz " in stopped
    assert "Score" not in stopped
    result = run("quiz", FILE, "--resume", answers="<\n>\npacific\n\n")
    assert "Your answer so far: Mars" in result.output
    assert "Score: 100% (2 of 2 correct)" in result.output
    assert run("quiz", FILE, "--resume").exit_code == 1


@pytest.mark.parametrize("closes_at", ["show_exam_score", "show_answered", "ask_retry"])
def test_a_submitted_exam_is_final_even_if_the_terminal_is_closed(
    closes_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def close(*_: object, **__: object) -> None:
        raise SystemExit(129)

    monkeypatch.setattr(PlainFrontend, closes_at, close)
    result = run("quiz", FILE, "--exam", "--kind", "choice", "--kind", "short", answers="venus\ns\n" + "\n" * 4)
    assert result.exit_code == 129
    assert "is no interrupted quiz" in run("quiz", FILE, "--resume").output


def test_an_exam_stopped_before_its_first_answer_continues_with_its_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count(step=60)  # of each look at the clock
    monkeypatch.setattr("quizgen.cli.quiz.monotonic", lambda: next(seconds))
    stopped = quiz("quit\n", "--exam", "--time", "30", "--kind", "choice")
    assert "0 of 1 question answered. Resume later with `quizgen quiz " in stopped
    lefts = [int(run("quiz", FILE, "--resume").output.split(":00 left")[0].split()[-1]) for _ in range(2)]
    assert 30 > lefts[0] > lefts[1]
    assert "No questions answered." in quiz("quit\n", "--exam", "--kind", "choice")  # without a limit, nothing is lost


def test_only_missed_questions() -> None:
    assert "You have not answered any of these questions yet." in quiz("", "--missed")
    quiz("venus\nt\nn\n", "--kind", "choice", "--kind", "true_false")
    written = quiz("mars\nf\n", "--missed")
    assert "Question 1 of 2" in written
    assert "Score: 100% (2 of 2 correct)" in written
    assert "Earlier attempts:\n- " in written
    assert ": 0% (0 of 2 correct)\n" in written
    assert "There are no missed questions: your latest answer to each question" in quiz("", "--missed")


def test_asking_for_the_answer_is_a_miss_everywhere() -> None:
    written = quiz("!\n!\n", "--kind", "choice", "--kind", "true_false")
    assert "Score: 0% (0 of 2 correct)\n" in written
    assert "Retry the 2 missed questions?" in written
    statistics = run("stats", FILE).output
    assert "Answers: 2\n" in statistics
    assert "Hardest points, each shown by one of its questions (average score):\n  0% in 1 answer: " in statistics
    assert "Question 1 of 2" in quiz("", "--missed")
    study("2026-09-01T18:00", "!\n\nquit\n")
    assert "Answers: 3\n" in run("stats", FILE).output


def test_a_skip_is_not_an_answer_anywhere() -> None:
    written = quiz("s\n!\n", "--kind", "choice", "--kind", "true_false")
    assert "Score: 0% (0 of 1 answered question correct; 1 skipped)\n" in written
    assert "Retry 2 questions (1 missed, 1 skipped)?" in written
    assert "Answers: 1\n" in run("stats", FILE).output
    assert "Question 1 of 1" in quiz("", "--missed")


def test_undo_in_a_quiz() -> None:
    written = quiz("venus\n!undo\nmars\n!undo\n!undo\nmars\nf\n", "--kind", "choice", "--kind", "true_false")
    assert written.count("Answer undone. Here is the question again.\n") == 2
    assert "Score: 100% (2 of 2 correct)\n" in written
    assert "Answers: 2\n" in run("stats", FILE).output
    assert "There are no missed questions: your latest answer to each question" in quiz("", "--missed")


def test_the_first_question_has_no_answer_to_undo() -> None:
    assert "There is no answer to undo.\n" in quiz("!undo\n", "--kind", "choice")
    assert "There is no answer to undo.\n" in quiz("!undo\n", "--kind", "short")
    assert "You cannot undo answers in an exam." in quiz("!undo\n", "--kind", "choice", "--exam")


def test_undo_takes_back_a_suspension_too() -> None:
    written = quiz("venus\n!suspend\n!undo\nmars\n", "--kind", "choice", "--kind", "true_false")
    assert "Answer undone and question resumed. Here is the question again.\n" in written
    assert "Score: 100% (1 of 1 answered question correct; 1 not answered)" in written
    with Store.open(data_folder()) as store:
        assert store.suspended("nine-kinds") == frozenset()


def test_undo_of_a_suspended_question_in_study() -> None:
    written = study("2026-09-01T18:00", "!\n!suspend\n!undo\n!\n\nquit\n")
    assert "Answer undone and question resumed. Here is the question again.\n" in written
    with Store.open(data_folder()) as store:
        assert store.suspended("nine-kinds") == frozenset()


def test_a_suspended_question_is_not_retried() -> None:
    written = quiz("!\n!suspend\n!\ny\n", "--kind", "choice", "--kind", "true_false")
    assert "Retry the missed question?" in written
    assert "Retrying 1 question\n" in written


def test_a_quiz_whose_only_answer_was_undone_is_not_resumed() -> None:
    quiz("venus\n!undo\nq\n", "--kind", "choice", "--kind", "true_false")
    assert run("quiz", FILE, "--resume").exit_code == 1


def test_undo_in_study() -> None:
    written = study("2026-09-01T18:00", "venus\n!undo\nmars\n4\n!undo\nmars\n\nquit\n", "--new", "2")
    assert written.count("Which planet is called the red one?") == 3
    assert written.count("Answer undone.") == 2
    assert "Skip undone. Here is the question again.\n" in study("2026-09-01T18:00", "skip\n!undo\nquit\n")
    assert (
        "1 answer, 1 correct.\nLeft for today in Nine kinds of question: 1 learning, 8 new, about 5 minutes." in written
    )
    assert "Answers: 1\n" in run("stats", FILE).output


def test_the_result_for_scripts(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    quiz("mars\nskip\n", "--json", str(file))
    result = json.loads(file.read_text("utf-8"))
    assert {name: result[name] for name in ("version", "mode", "seed", "finished", "credit", "out_of", "percent")} == {
        "version": 1, "mode": "quiz", "seed": 1, "finished": False, "credit": 1, "out_of": 1, "percent": 100,
    }  # fmt: skip
    assert [answer["outcome"] for answer in result["answers"]] == ["correct", "skipped"]
    assert result["answers"][0]["response"] == result["answers"][0]["answer"] == "Mars"
    assert result["answers"][0]["points"] == {"red-planet": 1.0}
    assert result["given_away"] == 1  # the Moon is named before the blank that asks for it
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


COLORS = """\
id: colors
title: Colors
questions:
  - {id: sky, kind: short, stem: What color is the sky?, answer: blue}
  - {id: sea, kind: short, stem: What color is the sea?, answer: blue, explanation: Like the sky.}
  - {id: grass, kind: short, stem: What color is grass?, answer: green, priority: detail, tags: [plants]}
  - {id: rust, kind: short, stem: What color is rust?, answer: red, retired: true}
"""


PLANETS = """\
id: planets
title: Planets
questions:
  - {id: red, kind: card, stem: Which planet is red?, answer: Mars}
  - {id: red-typed, kind: short, point: red, stem: Which planet is called the red one?, answer: Mars}
  - {id: blue, kind: card, stem: Which planet is blue?, answer: Earth, topic: water}
  - {id: ringed, kind: choice, stem: Which planet has rings?, answer: Saturn, distractors: [Venus, Ceres]}
"""


def test_an_exam_asks_only_what_quizgen_can_grade(tmp_path: Path) -> None:
    file = tmp_path / "planets.yaml"
    file.write_text(PLANETS)
    for options in (), ("--seed", "1"), ("--all",):
        exam = run("quiz", str(file), "--exam", *options).output
        assert (
            "This exam has 2 questions. 1 flashcard is left out, because you would grade it yourself. To take" in exam
        )
        assert "Planets: 2 questions, exam with feedback at the end" in exam
    assert "left out" not in run("quiz", str(file), "--exam", "-n", "2").output
    assert "Planets: 3 questions\n" in run("quiz", str(file)).output
    assert "Planets: 2 questions, exam" in run("quiz", str(file), "--exam", "--kind", "card").output
    only_cards = run("quiz", str(file), "--exam", "--topic", "water")
    assert only_cards.exit_code == 1
    assert "Every question that fits --topic is a flashcard, which you grade yourself." in only_cards.output


def test_a_quiz_is_shorter_rather_than_give_answers_away(tmp_path: Path) -> None:
    file, result = tmp_path / "colors.yaml", tmp_path / "result.json"
    file.write_text(COLORS)
    short = run("quiz", str(file), answers="blue\n").output
    notice, question = short.split("Question 1 of 1")
    assert "This quiz has only 1 question. 1 other is left out, so that no question gives away" in notice
    assert "To be asked every question, use --all." in notice
    assert "What color" not in notice  # a stem may give away an answer of this quiz
    assert "What color" in question
    assert "Score: 100% (1 of 1 correct)" in short
    detail = run("quiz", str(file), "--detail", answers="").output
    assert "Question 1 of 2" in detail
    details = run("quiz", str(file), "--tag", "plants").output
    assert (
        "Every question that fits --tag is on points that are marked as details. To be asked about these points too, use --detail."
        in details
    )
    everything = run("quiz", str(file), "--all", "--json", str(result), answers="").output
    assert "Question 1 of 3" in everything
    assert "This quiz has" not in everything
    assert json.loads(result.read_text())["given_away"] == 1


def test_a_quiz_without_questions_says_why(tmp_path: Path) -> None:
    file = tmp_path / "colors.yaml"
    file.write_text(COLORS)
    assert "No question in this set matches --kind and --tag. Leave out one of these options.\n" in (
        run("quiz", str(file), "--tag", "plants", "--kind", "card").output
    )
    assert "Unknown tag 'plant'. Did you mean 'plants'? Tags in this set: plants.\n" in (
        run("quiz", str(file), "--tag", "plant").output
    )
    assert "Unknown topic 'sky'." in run("quiz", str(file), "--missed", "--topic", "sky").output  # before the other
    run("browse", str(file), "--suspend", "sky", "--suspend", "sea", "--suspend", "grass")
    assert (
        "All questions in this set are retired or suspended. To resume the suspended questions, run `quizgen browse`."
        in run("quiz", str(file), "--detail").output
    )
    file.write_text(COLORS.replace("questions:", "retired: true\nquestions:"))
    assert "All questions in this set are retired. Specify another set." in run("quiz", str(file)).output
    copy = tmp_path / "copy.yaml"
    copy.write_text(COLORS)
    assert "Two of these sets have the id 'colors'." in run("quiz", str(file), str(copy)).output


def test_new_and_weak_points_come_first_unless_a_seed_repeats_a_quiz(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    lines = [f"  - {{id: q{n}, kind: short, stem: Item {n}?, answer: word{n}}}" for n in range(6)]
    file.write_text("\n".join(["id: words", "title: Words", "questions:", *lines]))
    before = run("quiz", str(file), "-n", "3", "--seed", "5").output
    run("quiz", str(file), "--all", "--no-shuffle", answers="word0\nword1\nword2\nwrong\n")
    for _ in range(5):
        written = run("quiz", str(file), "-n", "3").output
        assert any(f"Item {n}?" in written for n in (3, 4, 5))
        assert not any(f"Item {n}?" in written for n in (0, 1, 2))
    assert run("quiz", str(file), "-n", "3", "--seed", "5").output == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--time", "5"], "requires --exam"),
        (["--resume", "--all"], "cannot be combined"),
        (["--json", "no-such-folder/result.json"], "no-such-folder/result.json cannot be written"),
        (["--now", "yesterday"], "is not a valid date and time"),
        (["--exam", "--time", "0"], "--time"),
    ],
)
def test_invalid_options(arguments: list[str], message: str) -> None:
    result = run("quiz", FILE, *arguments)
    assert result.exit_code == 2
    assert message in result.output


def study(now: str, answers: str, *arguments: str) -> str:
    result = run("study", FILE, "--now", now, *arguments, answers=answers)
    assert result.exit_code == 0, result.output
    return result.output


def test_three_days_of_study() -> None:
    daily_new(2)
    # Day one: two new questions, each in two steps; the second is called easy, which leaves its steps out.
    first = study("2026-09-01T18:00", "mars\n\nJupiter, Saturn\n4\nmars\n\n")
    assert "Nine kinds of question: 2 new\n" in first
    assert (
        "Press Enter for Good, or type 1 for Again (in 1 minute), 2 for Hard (in 6 minutes), "
        "3 for Good (in 10 minutes), 4 for Easy" in first
    )
    assert first.count("Next review in") == 3
    assert (
        "Done for today in Nine kinds of question. Nice work!\n3 answers, 3 correct.\nLearned: 2 new questions (The sky: 2).\n"
        "Tomorrow in Nine kinds of question: new questions.\n" in first
    )
    again = study("2026-09-01T19:00", "")
    assert "Nothing is due in Nine kinds of question.\nTomorrow in Nine kinds of question: new questions.\n" in again
    # The number is that of the whole day, so it must be above what was new today.
    assert f"To study 5 more, run `quizgen study {FILE} --new 7`." in again
    assert "7 new" not in again
    assert "5 new\n" in study("2026-09-01T20:00", "", "--new", "7")
    # Two days later the first is due, and forgotten; the second is not yet due.
    second = study("2026-09-03T18:00", "venus\n\nmars\n\n", "--new", "0")
    assert "Nine kinds of question: 1 due\n" in second
    assert "Press Enter for Again" in second
    assert "2 answers, 1 correct." in second
    # In October both are due.
    assert "Nine kinds of question: 2 due, 1 new\n" in study("2026-10-01T18:00", "", "--new", "1")


def test_the_learner_was_right_in_study() -> None:
    written = study("2026-09-01T18:00", "s\n" * 3 + "blue\ni\n\nquit\n")
    assert "Press Enter for Again" in written
    assert written.index("Marked as correct") < written.index("Press Enter for Easy")
    assert written.count("Answer: ") == 1  # the feedback is not repeated


def test_quizzes_count_for_study() -> None:
    quiz("mars\n", "--kind", "choice", "--now", "2026-09-01T18:00")
    assert "1 learning, 9 new" not in study("2026-09-02T18:00", "")
    assert "1 learning, 8 new" in study("2026-09-02T18:00", "")


def test_the_limits_of_a_day_are_kept_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text("[study]\nnew = 3\n")
    assert ": 3 new\n" in study("2026-09-01T18:00", "")
    assert ": 5 new\n" in study("2026-09-01T18:00", "", "--new", "5")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[study]\nnew = -1\n", "must be a non-negative integer"),
        ("[study]\nnew = true\n", "must be a non-negative integer"),
        ("[study]\nnow = 1\n", "unknown setting 'now'"),
        ("study = 1\n", "[study]"),
    ],
)
def test_invalid_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, message: str) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text(text)
    result = run("study", FILE)
    assert result.exit_code == 1
    assert "config.toml" in result.output
    assert message in result.output


def test_settings_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    (tmp_path / "config.toml").write_text("[study\n")
    result = run("study", FILE)
    assert result.exit_code == 0
    assert "config.toml cannot be read" in result.output
    assert "The default settings are used." in result.output


LINES = st.sampled_from(
    [
        "mars",
        "a",
        "b c",
        "t",
        "y",
        "n",
        "",
        "?",
        "!",
        "<",
        ">",
        "s",
        "skip",
        "i",
        "i was right",
        "!undo",
        "abcd",
        "1a 2b 3c",
        "4",
        "71",
    ]
)


@pytest.mark.slow
@settings(max_examples=examples(25), deadline=None)
@given(st.lists(LINES, max_size=40), st.sampled_from([(), ("--exam",)]))
def test_any_input_ends_without_an_error(lines: list[str], arguments: tuple[str, ...]) -> None:
    assert "\n" in quiz("".join(f"{line}\n" for line in lines), *arguments)
    study("2026-09-01T18:00", "".join(f"{line}\n" for line in lines))


def test_the_last_answer_is_undone_while_a_retry_is_offered_and_can_be_resumed(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    written = quiz("mars\natlantic\n!undo\nquit\n", "--kind", "choice", "--kind", "short", "--json", str(file))
    assert (
        "Retry the missed question? (y or n, Enter for n, !undo to undo your last answer or skip)\nAnswer undone."
        in written
    )
    assert "1 of 2 questions answered. Resume later with `quizgen quiz " in written
    assert len(json.loads(file.read_text())["answers"]) == 1
    resumed = run("quiz", FILE, "--resume", answers="pacific\n").output
    assert "1 already answered" in resumed
    assert "Score: 100% (2 of 2 correct)" in resumed
    assert "There is no interrupted quiz" in run("quiz", FILE, "--resume").output


def test_text_in_place_of_a_number_is_asked_again_in_every_typed_question(tmp_path: Path) -> None:
    file = tmp_path / "numbers.yaml"
    file.write_text(
        "id: numbers\ntitle: Numbers\nquestions:\n"
        "  - {id: blanks, kind: cloze, text: 'There were {{c1::85}} soldiers in {{c2::Armenia}} in {{c3::2023}}.'}\n"
        "  - {id: year, kind: short, stem: In which year?, answer: '1991', accept: [ninety-one]}\n",
        "utf-8",
    )
    answers = "many\neighty-five\nArmenia\nlast year\nin 2023\nspring\nninety-one\n"
    written = run("quiz", str(file), "--all", "--no-shuffle", answers=answers).output
    assert written.count("That is not a number.") == 3
    assert "Score: 100% (2 of 2 correct)" in written
    at_word = run("quiz", str(file), "--all", "--no-shuffle", answers="85\nq\nArmenia\nq\n").output
    assert "To quit, type \"quit\". To submit 'q' as your answer" in at_word
    assert "Stopped." in at_word  # at the blank with a number


def test_ratings_with_the_same_interval_are_shown_together(tmp_path: Path) -> None:
    file = tmp_path / "rivers.yaml"
    file.write_text(
        "id: rivers\ntitle: Rivers\nquestions:\n"
        "  - {id: a, kind: choice, point: p, stem: Which river crosses Vienna?, answer: Danube, distractors: [Elbe]}\n"
        "  - {id: b, kind: short, point: p, stem: Name the river of Vienna., answer: Danube}\n"
        "  - {id: c, kind: short, stem: Name the river of Paris., answer: Seine}\n"
    )
    written = run("study", str(file), "--now", "2026-09-01T18:00", answers="danube\n\nseine\n\n").output
    assert "type 1 for Again (in 1 minute), 2 for Hard (in 10 minutes)." in written  # picked: better ones count as Hard
    same = [timedelta(minutes=minutes) for minutes in (1, 10, 10, 20)]
    assert "2 for Hard, 3 for Good (both in 10 minutes), 4 for Easy" in rating(2, same, may_override=False)
    assert (
        "type 1 for Again (in 1 minute), 2 for Hard (in 6 minutes), 3 for Good (in 10 minutes), 4 for Easy (in 8 days)."
        in written
    )


def test_no_new_questions_are_allowed() -> None:
    daily_new(0)
    written = run("study", FILE, "--now", "2026-09-01T18:00").output
    assert (
        "Your daily limit for new questions is 0. "
        f"To study new questions anyway, run `quizgen study {FILE} --new 5`." in written
    )
    assert "You've finished" not in written
