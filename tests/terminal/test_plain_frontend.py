"""The plain frontend, line by line."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizgen.loading.sets import read_set
from quizgen.questions import CardQuestion, NumberQuestion, QuestionSet
from quizgen.questions.kinds import Kind
from quizgen.questions.policy import GradingSwitches
from quizgen.session.frontend import Quit
from quizgen.session.loop import run_quiz
from quizgen.session.recorder import Recorder
from quizgen.session.session import Session
from quizgen.terminal.describe import not_a_number
from quizgen.terminal.messages import STEPS_THAT_COUNT
from quizgen.terminal.plain import PlainFrontend

NINE_KINDS = read_set(Path(__file__).parent / "nine-kinds.yaml").question_set
BY_KIND = {question.kind: question for question in NINE_KINDS.questions}


def quiz(answers: str, *kinds: str, question_set: QuestionSet = NINE_KINDS, exam: bool = False) -> str:
    """What is written when a quiz of ``kinds`` (all when none) gets ``answers``, one a line."""
    questions = [q for q in question_set.questions if not kinds or q.kind in kinds]
    output = io.StringIO()
    recorder = Recorder(None, lambda: datetime.now(UTC), lambda: "a-session")
    run_quiz(
        Session.start(question_set, questions, seed=1, exam=exam), PlainFrontend(io.StringIO(answers), output), recorder
    )
    return output.getvalue()


def test_a_complete_quiz() -> None:
    answers = (
        "mars\nJupiter, Saturn\nfalse\npacific ocean\n71\ntides\nmoon\nMercury, Venus, Earth, Mars\n"
        "Baltic Sea, Adriatic Sea, Black Sea\n\ny\n"
    )
    written = quiz(answers)
    assert written.count("\nCorrect.") == 9
    assert "Question 1 of 9 (The sky)\nWhich planet is called the red one?\n" in written
    assert "Score: 100% (9 of 9 correct)\nLongest streak: 9\nAll correct. Well done!\n" in written
    assert "- The sky: 4 of 4 correct\n- The sea: 5 of 5 correct\n" in written
    assert "Retry" not in written
    assert "\x1b" not in written


PARTLY = (("choice", "multiple", "true_false", "short"), "mars\njupiter\ntrue\n")
"""One answer is correct, one is half correct, and one is wrong."""
TOPICS = "By topic:\n- The sky: 1 of 3 correct, 1 partly"


@pytest.mark.parametrize(
    ("kinds", "answers", "exam", "end"),
    [
        (PARTLY[0][:3], PARTLY[1], False, "Score: 50% (1 of 3 correct, 1 partly correct)\n"),
        (
            *(PARTLY[0], PARTLY[1] + "skip\n", False),
            (
                f"{TOPICS}\n- The sea: 1 skipped\n"
                "Score: 50% (1 of 3 answered questions correct, 1 partly correct; 1 skipped)\n"
            ),
        ),
        (
            *(PARTLY[0], PARTLY[1] + "skip\n\n", True),
            (
                f"{TOPICS}\n- The sea: 0 of 1 correct, 1 skipped\n"
                "Score: 38% (1 of 4 correct, 1 partly correct, 1 skipped)\n"
            ),
        ),
        (PARTLY[0], "s\ns\n", False, "No questions answered.\n"),
        (
            *(PARTLY[0], "mars\ns\n", False),
            "Score: 100% (1 of 1 answered question correct; 1 skipped, 2 not answered)\n",
        ),
    ],
)
def test_the_score_is_last_and_says_what_it_leaves_out(
    kinds: tuple[str, ...], answers: str, exam: bool, end: str
) -> None:
    ended = quiz(answers, *kinds, exam=exam).split("\n\nRetry")[0]
    assert f"{ended}\n".replace("\n\n", "\n").endswith(end)


def test_feedback_teaches() -> None:
    written = quiz("venus\n", "choice")
    assert (
        "Wrong.\nAnswer: a) Mars\nIron oxide on its surface makes Mars look red.\n"
        "According to an astronomer.\nParagraph 3: “…rust in the soil…”\n"
    ) in written


def test_a_typo_counts_and_its_spelling_is_shown_once() -> None:
    written = quiz("Pacfic\n", "short")
    assert "\nAlmost. " in written
    assert written.count("Pacific") == 1
    assert "Score: 100% (1 of 1 correct)" in written


def one_short(answer: str, **fields: object) -> QuestionSet:
    question = {"id": "q", "kind": "short", "stem": "What is it?", "answer": answer, **fields}
    return QuestionSet.model_validate({"id": "s", "title": "S", "questions": [question]})


@pytest.mark.parametrize(
    ("answer", "given", "feedback"),
    [
        ("Bogotá", "bogota", "Correct. Accepted difference: accents.\nAnswer: Bogotá\n"),
        ("North Korea", "N. Korea", "Correct. Accepted difference: abbreviation.\nAnswer: North Korea\n"),
        ("Pacific Ocean", "the pacific ocean", "Correct.\nAnswer: Pacific Ocean\n"),
        ("oxidation", "fermentations", "plural. “fermentation” is also accepted.\nAnswer: oxidation\n"),
        ("massed", "masing", 'Almost. The correct spelling is "massing".\nAnswer: massed\n'),
    ],
)
def test_what_was_forgiven_is_shown_with_the_full_answer(answer: str, given: str, feedback: str) -> None:
    asked = one_short(answer, accept={"oxidation": ["fermentation"], "massed": ["massing"]}.get(answer, []))
    assert feedback in quiz(f"{given}\n", question_set=asked)
    assert feedback in quiz(f"{given}\n\n", question_set=asked, exam=True)


def test_an_answer_as_written_is_not_repeated() -> None:
    assert "Answer:" not in quiz("Bogotá\n", question_set=one_short("Bogotá"))
    assert "Answer:" not in quiz("Milk\n", question_set=one_short("milk"))
    peskov = one_short("Dmitry Peskov", accept=["Peskov", "Dmitri Peskov", "Песков"])
    assert "Correct.\nAnswer: Dmitry Peskov\n" in quiz("peskov\n", question_set=peskov)  # in another case
    assert "Answer:" not in quiz("git  commit\n", question_set=one_short("`git commit`"))
    assert "Answer: Bogotá\n" in quiz("Santa Fe\n", question_set=one_short("Bogotá", accept=["Santa Fe"]))


def test_a_rejected_answer_gets_its_feedback_and_a_pattern_is_accepted() -> None:
    rhine = one_short("Rhine", reject={"Rhone": "It flows south."}, pattern="(the )?Rh(ein|in)")
    assert "Wrong.\nIt flows south.\nAnswer: Rhine\n" in quiz("the Rhone\n", question_set=rhine)
    assert "Correct.\nAnswer: Rhine\n" in quiz("the Rhein\n", question_set=rhine)


def test_a_number_within_the_tolerance_is_corrected() -> None:
    assert "Correct. Close enough: the expected answer is 71%.\n" in quiz("70 %\n", "number")
    assert "Correct.\n" in quiz("71 %\n", "number")
    data = {"id": "n", "kind": "number", "stem": "How hot?", "answer": 75, "unit": "°C", "tolerance": 5}
    tea = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    said = {
        "165F": "Close enough: the expected answer is 75 °C.",
        "167F": "Correct.\n",
        "2": "from 70 to 80 is accepted",
    }
    assert all(remark in quiz(f"{given}\n", question_set=tea) for given, remark in said.items())


def test_the_share_of_an_order_is_explained() -> None:
    data = {"id": "o", "kind": "order", "stem": "Coffee?", "steps": ["Grind", "Boil", "Pour", "Drink"]}
    coffee = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    answer = "boil, pour, drink, grind\n"
    said = f"Partly correct (2 of 3). {STEPS_THAT_COUNT}\nYour order: ✗ Boil; ✓ Pour; ✓ Drink; ✗ Grind\n"
    assert said in quiz(answer, question_set=coffee)


@pytest.mark.parametrize(
    ("question", "typed", "feedback"),
    [
        (
            {"kind": "multiple", "answers": ["Po", "Don"], "distractors": ["Arno", "Adda"]},
            "po",
            "Partly correct (1 of 2).\nAnswer:\nc) Don (missed)\nd) Po\n",
        ),
        (  # a share that is not that of a number of answers is the same everywhere
            {"kind": "multiple", "answers": ["Po", "Don"], "distractors": ["Arno", "Adda", "Oglio"]},
            "po, arno",
            "Partly correct (17%). Each wrong selection reduces the credit.\nAnswer:\nc) Po\nd) Don (missed)\n",
        ),
        (
            {"kind": "match", "pairs": {"Po": "Italy", "Don": "Russia", "Elbe": "Germany"}},
            "italy, germany, russia",
            "(1 of 3).\nAnswer:\nPo → Italy\nDon → Russia (your answer: Germany)\nElbe → Germany (your answer: Russia)\n",
        ),
    ],
)
def test_the_answer_names_options_by_letter_and_what_was_missed(
    question: Mapping[str, object], typed: str, feedback: str
) -> None:
    data = {"id": "q", "stem": "Which?", **question}
    rivers = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    written = quiz(f"{typed}\n", question_set=rivers)
    assert feedback in written
    assert all(f"\n{line.removesuffix(' (missed)')}\n" in written for line in feedback.splitlines() if line[1:2] == ")")


def test_of_several_blanks_the_feedback_says_which_were_right() -> None:
    written = quiz("tides\nSun\n", "cloze")
    assert (
        "Partly correct (1 of 2).\nAnswer:\nBlank 1: correct; the answer is Tides\nBlank 2: wrong; the answer is Moon\n"
        in written
    )


@pytest.mark.parametrize(
    ("stem", "answer", "place"),
    [
        ("Which road leads there?", "Lachin corridor", "Question 1 of 1"),
        ("Who guards it?", "Peacekeepers", "Question 1 of 1 (The Lachin corridor)"),
    ],
)
def test_a_topic_that_names_the_answer_is_not_shown_with_the_question(stem: str, answer: str, place: str) -> None:
    question = {"id": "q", "kind": "short", "topic": "t", "stem": stem, "answer": answer}
    data = {"id": "s", "title": "S", "topics": {"t": "The Lachin corridor", "u": "Roads"}, "questions": [question]}
    assert f"{place}\n{stem}" in quiz("", question_set=QuestionSet.model_validate(data))
    only = {**data, "topics": {"t": "The Lachin corridor"}}  # the title of the set says more than its only topic
    assert f"Question 1 of 1\n{stem}" in quiz("", question_set=QuestionSet.model_validate(only))


def test_a_card_offers_one_way_to_its_answer() -> None:
    assert "Press Enter to see the answer. (s to skip, q to quit)" in quiz("", "card")


def test_a_judged_card_is_described_in_words() -> None:
    assert "Your answer: Yes, I knew it\n" in quiz("\ny\n\n", "card", exam=True)


def test_an_answer_of_several_lines_is_on_one_line_in_the_list() -> None:
    card = CardQuestion(id="c", kind="card", stem="Name two.", answer="Two of them:\n\n- a *b*\n- c")
    question_set = QuestionSet(id="s", title="S", questions=(card,))
    assert "  Answer: Two of them: a b; c\n" in quiz("\nn\n", question_set=question_set)


def test_options_are_lettered_in_the_order_shown() -> None:
    question = BY_KIND["choice"]
    prompt = Session.start(NINE_KINDS, [question], seed=1).prompt
    assert prompt is not None
    written = quiz("", "choice")
    assert "".join(f"{label}) {option}\n" for label, option in zip("abcd", prompt.options, strict=True)) in written
    assert "\nCorrect." in quiz("abcd"[prompt.options.index("Mars")] + "\n", "choice")


def test_unreadable_answers_ask_again_with_a_reason() -> None:
    written = quiz("x\nmars\n", "choice")
    assert "'x' is not an option. Type a, b, c or d" in written
    assert "\nCorrect." in written


@pytest.mark.parametrize(("kind", "skip"), [("choice", "s"), ("choice", "skip"), ("short", "skip"), ("card", "s")])
def test_skip(kind: str, skip: str) -> None:
    written = quiz(f"{skip}\nn\n", kind)
    assert "\nSkipped.\n" in written
    assert "No questions answered." in written


@pytest.mark.parametrize("kind", ["choice", "short", "cloze", "true_false"])
def test_two_empty_lines_show_the_answer(kind: str) -> None:
    written = quiz("\n\nn\n", kind)
    assert "Nothing typed." in written
    assert "\nWrong. You asked for the answer.\nAnswer:" in written


@pytest.mark.parametrize("exam", [False, True])
def test_an_empty_line_after_the_answer_of_a_card_or_a_skip_asks_for_y_or_n_again(exam: bool) -> None:
    written = quiz("\n\ns\nskip\n\ny\n\n", "card", exam=exam)
    assert written.count("Type y for yes or n for no.") == 4
    assert "Nothing typed." not in written
    assert "Score: 100% (1 of 1 correct)" in written


@pytest.mark.parametrize(("kind", "leave"), [("choice", "q"), ("choice", "quit"), ("short", "quit")])
def test_quit(kind: str, leave: str) -> None:
    written = quiz(f"{leave}\n", kind)
    assert "Stopped.\nNo questions answered.\n" in written


@pytest.mark.parametrize("answers", ["", "mars\n", "mars\nJupiter, Saturn"])
def test_the_end_of_input_ends_with_the_score_so_far(answers: str) -> None:
    written = quiz(answers)
    answered = len(answers.split("\n")) - answers.endswith("\n") if answers else 0
    score = f"({answered} of {answered} answered question{'s' if answered > 1 else ''} correct; {9 - answered} not answered)"
    assert f"Score: 100% {score}\n" in written if answered else "No questions answered." in written
    assert "Stopped.\n" in written
    assert written.endswith("\n")


def test_single_letters_are_answers_where_answers_are_typed() -> None:
    data = {"id": "q", "kind": "short", "stem": "Which letter follows R?", "answer": "S"}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    assert "\nCorrect." in quiz("s\n", question_set=question_set)


def test_a_letter_that_is_a_command_elsewhere_is_explained() -> None:
    for letter, tip in (("q", 'To quit, type "quit".'), ("s", 'To skip this question, type "skip".')):
        written = quiz(f"{letter}\n{letter}\n", "short")
        assert f"\n{tip} To submit {letter!r} as your answer, type it again.\nWrong." in written
        at_number = quiz(f"{letter}\n71\n", "number")  # where it cannot be an answer
        assert "s to skip, q to quit)" in at_number
        assert ("Stopped." if letter == "q" else "Skipped.") in at_number
    undo = "To undo your last answer, type \"!undo\". To submit 'u' as your answer, type it again."
    assert undo in quiz("mars\nu\n", "choice", "short")
    assert undo not in quiz("u\n", "short")


def test_text_where_a_number_is_expected_is_asked_again() -> None:
    written = quiz("b\nno idea\nseventy-one percent\n", "number")
    assert written.count("That is not a number. Type a number, with or without its unit.\n") == 2
    assert "Score: 100% (1 of 1 correct)" in written
    year = NumberQuestion.model_validate({"id": "q", "kind": "number", "stem": "In which year?", "answer": 1415})
    assert not_a_number(year, "then") == "That is not a number. Type a number."
    with_unit = year.model_copy(update={"unit": "km", "grading": GradingSwitches(units="strict")})
    assert not_a_number(with_unit, "after 3") == "Type only the number with its unit."


def test_the_prompt_names_the_unit_of_a_number_unless_it_must_be_typed() -> None:
    data = {"id": "n", "kind": "number", "stem": "How high is it?", "answer": 20, "unit": "m"}
    for grading, shown in (({}, "Type the answer. Unit: m. ("), ({"units": "strict"}, "Type the answer. (")):
        question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data | {"grading": grading}]})
        assert shown in quiz("20 m\n", question_set=question_set)


def test_an_explanation_that_repeats_the_pairs_is_left_out() -> None:
    data = {
        "id": "m", "kind": "match", "stem": "Match.", "pairs": [["Po", "Adriatic"], ["Elbe", "North Sea"]],
        "explanation": "The Po ends in the Adriatic, the Elbe in the North Sea.",
    }  # fmt: skip
    for explanation, shown in ((data["explanation"], False), ("Both rise in mountains.", True)):
        question_set = QuestionSet.model_validate(
            {"id": "s", "title": "S", "questions": [data | {"explanation": explanation}]}
        )
        assert (str(explanation) in quiz("!\n", question_set=question_set)) is shown


def test_hint() -> None:
    assert "Hint: It is named after a god of war.\n" in quiz("?\nmars\n", "choice")
    assert "This question has no hint.\n" in quiz("?\nt\n", "true_false")


def test_missed_questions_are_retried() -> None:
    written = quiz("venus\nperhaps\ny\nmars\n", "choice")
    assert "To review:\n- Which planet is called the red one?\n  Answer: Mars\n" in written
    assert "Retry the missed question?" in written
    assert "Retrying 1 question" in written
    assert written.count("Question 1 of 1") == 2
    assert "Score: 100% (1 of 1 correct)" in written


@pytest.mark.parametrize("then", ["n\n", "", "y\ns\nn\n", "y\nmars\n"])
def test_the_answer_to_a_skipped_question_is_shown_when_it_can_no_longer_be_given(then: str) -> None:
    before, after = quiz(f"s\n{then}", "choice").split("Retry the skipped question?", 1)
    assert before.endswith("To review:\n- Which planet is called the red one?\nNo questions answered.\n\n")
    shown = "\nAnswer to the skipped question:\n- Which planet is called the red one?\n  Answer: Mars\n"
    assert after.endswith(shown) is ("mars" not in then)


def test_a_picture_is_described() -> None:
    image = {"file": "moon.png", "alt": "The Moon at half"}
    data = {"id": "q", "kind": "short", "stem": "What is it?", "answer": "the Moon", "image": image}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    assert "Picture: The Moon at half\n" in quiz("", question_set=question_set)


def test_a_picture_that_contains_the_answer_is_described_after_it() -> None:
    image = {"file": "moon.png", "alt": "The Moon at half", "after_answer": True}
    data = {"id": "q", "kind": "short", "stem": "What is it?", "answer": "the Moon", "image": image}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    assert "Picture" not in quiz("", question_set=question_set)
    written = quiz("the Moon\n", question_set=question_set)
    assert written.index("Correct") < written.index("Picture: The Moon at half\n")


@pytest.mark.parametrize("kind", ["card", "choice", "number"])
def test_an_exam_gives_neither_hints_nor_answers(kind: Kind) -> None:
    written = quiz("?\n!\n", kind, exam=True)
    assert "\nHints are not available in an exam.\n" in written
    shows_its_answer = kind == "card"  # as it does after an empty line
    assert ("Did you know it?" in written) is shows_its_answer
    assert ("\nAnswers are shown only at the end of an exam.\n" in written) is not shows_its_answer
    assert "That is not a number" not in written


def test_a_command_that_is_not_possible_now_is_no_answer() -> None:
    lines = "<\n>\ni was right\n!undo\n"
    first = quiz(f"{lines}mars\n", "short", "number")
    assert first.count("Wrong.") == 1
    assert (
        "There is no previous question.\nYou can use > only in an exam.\n"
        "There is no answer to mark as correct.\nThere is no answer to undo.\n" in first
    )
    exam = quiz(f"{lines}mars\nquit\n", "short", "number", exam=True)
    assert (
        "so there is no answer to keep.\nThere is no answer to mark as correct.\nYou cannot undo answers in an exam."
        in exam
    )
    assert "Correct" in quiz("<\n", question_set=one_short("<"))


def test_a_blank_can_be_corrected() -> None:
    for back in ("<", "!undo"):
        written = quiz(f"tydes\n{back}\ntides\nmoon\n", "cloze")
        assert written.count("Blank 1 of 2:") == 2
        assert "Score: 100% (1 of 1 correct)" in written
    assert "Answer undone" not in quiz("mars\ntydes\n!undo\ntides\nmoon\n", "choice", "cloze")


def test_an_empty_line_resumes_a_quiz_and_q_does_not_give_it_up() -> None:
    session = Session.start(NINE_KINDS, [BY_KIND["choice"]], seed=1)
    output = io.StringIO()
    assert PlainFrontend(io.StringIO("\n"), output).ask_resume(session, datetime.now(UTC), 90.0, has_options=False)
    assert "(y or n, Enter for y)" in output.getvalue()
    assert "1:30 left." in output.getvalue()  # of an exam, whose clock runs again from here
    with pytest.raises(Quit):
        PlainFrontend(io.StringIO("q\n"), output).ask_resume(session, datetime.now(UTC), 90.0, has_options=False)
