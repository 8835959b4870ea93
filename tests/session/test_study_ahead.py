"""Study beyond what is due, suspended points, tags, and what is left, through the command."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program import run_quizgen, with_decks

from quizgen.history.history import data_folder
from quizgen.terminal.study_messages import DAILY_LIMITS

if TYPE_CHECKING:
    from subprocess import CompletedProcess

RIVERS = """\
id: rivers
title: Rivers
topics: {length: Lengths, cities: Cities}
questions:
  - {id: a, topic: length, kind: short, stem: Which river is the longest?, answer: Volga, tags: ["place::russia"]}
  - {id: b, topic: cities, kind: short, stem: Which river flows through Vienna?, answer: Danube}
  - {id: c, topic: cities, kind: short, stem: Which river flows through Paris?, answer: Seine}
"""
MOONS = "id: moons\ntitle: Moons\ntags: [space]\nquestions: [{id: m, kind: short, stem: Largest?, answer: Ganymede}]\n"
NOON = "2026-05-01T12:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_decks(tmp_path, rivers=RIVERS, moons=MOONS)


def study(folder: Path, *arguments: str, stdin: str = "", now: str = NOON) -> "CompletedProcess[str]":
    return run_quizgen(folder, "study", *arguments, "--now", now, stdin=stdin)


def test_what_is_left_and_what_was_learned(folder: Path) -> None:
    written = study(folder, "rivers", stdin="volga\n4\ndanube\n4\nseine\n4\n").stdout
    assert "3 new left, 2 min (Lengths)" in written
    assert "1 new left, 1 min (Cities)" in written
    assert "Done for today in Rivers. Nice work!" in written
    assert "Learned: 3 new questions (Lengths: 1, Cities: 2)." in written


def test_learned_questions_without_a_topic_are_counted_too(folder: Path) -> None:
    written = study(folder, "rivers", "moons", stdin="volga\n4\nganymede\n4\ndanube\n4\n").stdout
    line = next(line for line in written.splitlines() if line.startswith("Learned: "))
    assert line == "Learned: 3 new questions (Rivers: 2, Moons: 1)."  # not the topics of several sets
    assert (
        "(" not in study(folder, "moons", "--detail", stdin="x\n", now="2026-05-02T12:00").stdout.split("Learned")[-1]
    )


def test_commands_to_continue_repeat_the_options(folder: Path) -> None:
    written = study(folder, "rivers", "--tag", "place", "--plain", stdin="volga\n4\n").stdout
    again = study(folder, "rivers", "--tag", "place", "--plain").stdout
    assert "Done for today in Rivers with these options." in written
    assert "`quizgen study rivers --tag place --plain --ahead`" in again


def test_a_stopped_session_says_how_long_the_rest_takes(folder: Path) -> None:
    written = study(folder, "rivers", stdin="volga\n4\n!\n\n").stdout
    assert "Left for today in Rivers: 1 learning, 1 new, about 1 minute." in written
    assert "Learned: 1 new question (Lengths: 1)." in written  # not the one that is still being learned


def test_the_daily_goal(folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\ngoal = 2\n")
    reached = "★ Daily goal reached: 2 answers today."
    assert reached not in study(folder, "rivers", stdin="volga\n4\n").stdout
    stdin = "danube\n4\n!undo\ndanube\n4\nseine\n4\n"  # the answer that reaches it is undone and given again
    written = study(folder, "rivers", stdin=stdin, now="2026-05-01T13:00").stdout
    assert written.count(reached) == 1
    assert written.index(reached) < written.index("Paris")


def test_study_ahead_asks_what_is_due_soonest(folder: Path) -> None:
    assert "you have not studied any of these questions yet." in study(folder, "rivers", "--ahead").stdout
    study(folder, "rivers", stdin="volga\n4\ndanube\n3\nseine\n3\ndanube\n3\nseine\n3\n")
    nothing = study(folder, "rivers").stdout
    assert "Nothing is due in Rivers." in nothing
    assert "run `quizgen study rivers --ahead` or `quizgen study rivers --before DATE`." in nothing
    written = study(folder, "rivers", "--ahead", "--limit", "2").stdout
    assert written.startswith("Rivers: 2 questions, ahead of schedule\n")
    assert "Vienna" in written
    assert "\n2 left, 1 min" in written  # none of them is due
    assert study(folder, "moons", "--before", "2026-12-18").stdout.startswith("Moons: 1 question, all new\n")
    assert "Left: 2 ahead of schedule, about 1 minute." in written
    stopped = study(folder, "moons", "rivers", "--before", "2026-12-18", "--limit", "2", stdin="titan\n3\n").stdout
    assert "Left: 1 learning, 1 ahead of schedule" in stopped


def test_a_session_that_asks_less_than_the_day_says_what_is_left(folder: Path) -> None:
    questions = "".join(f"  - {{id: q{n}, kind: short, stem: What is {n}?, answer: a{n}}}\n" for n in range(5))
    (folder / "decks" / "moons.yaml").write_text(f"id: moons\ntitle: Moons\nquestions:\n{questions}")
    first = study(folder, "moons", "--new", "2", stdin="a0\n4\na1\n4\n").stdout
    assert "Done with this session.\n2 answers, 2 correct.\nLeft for today in Moons: 3 new, about 2 minutes." in first
    assert first.endswith("To study the remaining questions, run `quizgen study moons`.\n")
    assert "finished today's" not in first
    assert DAILY_LIMITS not in first
    assert DAILY_LIMITS in study(folder, "moons", "--new", "3").stdout
    settings = data_folder() / "config.toml"
    settings.write_text("[study]\nnew = 2\n")
    assert "To study 3 more, run `quizgen study moons --new 5`." in study(folder, "moons").stdout  # there are no more
    extra = study(folder, "moons", "--new", "5").stdout
    assert "Extra questions not asked yet: 3 new, about 2 minutes. Nothing is left for today." in extra
    settings.unlink()
    study(folder, "moons", "--limit", "0", stdin="a2\n4\n", now="2026-05-02T12:00")
    none, later = ("--new", "0"), "2026-05-20T12:00"
    for arguments, stdin, asked in (
        (("--limit", "0", *none), "", ": nothing"),
        (("--limit", "1", *none), "a0\n4\n", ": 1 due\n"),
        (("--ahead", "--limit", "1"), "a1\n4\n", ": 1 question, all due\n"),
    ):
        written = study(folder, "moons", *arguments, stdin=stdin, now=later).stdout
        done = "Done with this session." if stdin else "Nothing to study within these limits. They are daily limits"
        assert (asked in written, done in written) == (stdin != "", True)
    assert "Left for today in Moons: 1 due, 2 new, about 2 minutes." in written
    mixed = study(folder, "moons", "--before", "2026-12-18", now=later).stdout
    assert mixed.startswith("Moons: 5 questions: 1 due, 2 new, 2 ahead of schedule\n")


def test_before_an_exam_the_least_known_come_first(folder: Path) -> None:
    study(folder, "rivers", stdin="volga\n4\ndanube\n1\n")
    asked = [
        line
        for line in study(
            folder, "rivers", "--before", "2026-05-20", stdin="seine\n4\ndanube\n4\nvolga\n4\n"
        ).stdout.splitlines()
        if line.startswith("Which river")
    ]
    assert asked == [
        "Which river flows through Paris?",
        "Which river flows through Vienna?",
        "Which river is the longest?",
    ]


def test_study_says_when_the_new_questions_of_the_day_are_used_up(folder: Path) -> None:
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 2\n")
    run_quizgen(folder, "quiz", "rivers", "-n", "2", "--no-shuffle", "--now", NOON, stdin="x\ny\n")
    used_up = "You've finished today's 2 new questions, counting those in quizzes. To study 1 more, run `quizgen study rivers "
    assert study(folder, "rivers").stdout.startswith(f"{used_up}--new 3`.\nRivers: 2 learning\n")
    assert "finished today's" not in study(folder, "rivers", "--new", "3").stdout


def test_after_a_wrong_answer_the_only_rating_is_again(folder: Path) -> None:
    written = study(folder, "rivers", stdin="rhine\n4\n2\n\n").stdout
    assert "Press Enter for Again, or type 1 for Again (in 1 minute). If you were right, type i." in written
    assert written.count("Your answer was wrong, so the only rating is 1 (Again).") == 2
    assert "4 for Easy" in study(folder, "rivers", stdin="rhine\ni\n", now="2026-05-09T12:00").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--ahead", "--before", "2027-01-01"], "cannot be combined"),
        (["--before", "2026-04-30"], "2026-04-30 is not in the future"),
        (["--before", "soon"], "is not a date such as 2026-12-18."),
    ],
)
def test_invalid_days(folder: Path, arguments: list[str], message: str) -> None:
    done = study(folder, *arguments)
    assert (done.returncode, message in done.stderr) == (2, True)


def test_tags_choose_from_all_sets(folder: Path) -> None:
    assert study(folder, "--tag", "place").stdout.startswith("Rivers: 1 new\n")  # not "2 question sets"
    assert "2 new" in study(folder, "--tag", "Space", "--tag", "place::russia").stdout
    done = study(folder, "--tag", "plac")
    assert (done.returncode, "Unknown tag 'plac'." in done.stderr) == (
        2,
        True,
    )


def test_after_an_undo_the_suggestion_is_no_better_than_hard_or_the_one_before(folder: Path) -> None:
    def suggestions(answers: str, day: int) -> list[str]:
        written = study(folder, "moons", stdin=answers, now=f"2026-{day:02}-01T12:00").stdout
        return [part[:4] for part in written.split("Press Enter for ")[1:]][:2]

    assert suggestions("callisto\n!undo\nganymede\n1\nq\n", 5) == ["Agai", "Hard"]
    assert suggestions("ganymede\n!undo\nganymede\n1\nq\n", 7) == ["Easy", "Easy"]
    # A quick answer to a point that was missed in this session is suggested as Good, not Easy.
    assert suggestions("callisto\n1\nganymede\nq\n", 9) == ["Agai", "Good"]
    run_quizgen(folder, "quiz", "moons", "--now", "2026-11-01T11:00", stdin="!\n")  # nor is one missed in a quiz before
    assert suggestions("ganymede\nq\n", 11) == ["Good"]


def test_what_was_suspended_last_is_not_left_for_today(folder: Path) -> None:
    at_rating = study(folder, "rivers", "moons", stdin="!\n!suspend\nq\n").stdout
    assert "Left for today in these sets: 3 new, " in at_rating
    # The question on the screen is from another set than the one that is suspended.
    at_next_question = study(folder, "rivers", "moons", stdin="skip\n!suspend\nskip\nq\n").stdout
    assert "Left for today in these sets: 2 new, " in at_next_question
    assert "Skipped: 1 question, " in at_next_question


def test_the_end_of_a_session_agrees_with_the_today_screen(folder: Path) -> None:
    questions = "".join(f"  - {{id: q{n}, kind: short, stem: What is {n}?, answer: a{n}}}\n" for n in range(30))
    (folder / "decks" / "moons.yaml").write_text(f"id: moons\ntitle: Moons\nquestions:\n{questions}")
    stdin = "!\n!suspend\n\n" + "!\n\n" * 7
    written = study(folder, "moons", stdin=stdin).stdout
    left = next(line for line in written.splitlines() if line.startswith("Left for today in Moons: "))
    assert "12 new" in left
    assert left.endswith("about 10 minutes.")  # at the same pace as the line above each question
    assert "7 learning, 12 new left, 10 min" in written
    assert "7 learning, 12 new, about 10 minutes" in run_quizgen(folder, "due", "--now", NOON).stdout
    found = run_quizgen(folder, "--plain", "--now", NOON).stdout
    assert "Moons: 7 learning, 22 new" in found
    again = study(folder, "moons", stdin="").stdout
    assert left in again
    rivers = study(folder, "rivers", "--new", "10", stdin="skip\nvolga\n1\nskip\n").stdout
    assert rivers.startswith(f"{DAILY_LIMITS}\nRivers: 2 new\n")  # the sets share the day's limit
    again = (
        "Nothing else is left, so you can answer this question again now; done for today after 2 more correct answers."
    )
    assert again in rivers
    assert "Left for today in Rivers: 1 learning, 2 new, about 2 minutes." in rivers  # with what was skipped
