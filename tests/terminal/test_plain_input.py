"""What a typed line means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grading.verdict import Response
from quizgen.questions import QuestionSet
from quizgen.session.prompt import Prompt
from quizgen.terminal.plain_input import Unreadable, labels_for, read_answer

STEPS = ("red", "green", "blue")


def prompt_for(options: tuple[str, ...] = (), **question: object) -> Prompt:
    data = {"id": "s", "title": "S", "questions": [{"id": "q", "stem": "Which?", **question}]}
    asked = QuestionSet.model_validate(data).questions[0]
    return Prompt(asked, options, None, 1, 1, 0)


def choice(*options: str) -> Prompt:
    return prompt_for(options, kind="choice", answer=options[0], distractors=options[1:])


MULTIPLE = prompt_for(STEPS, kind="multiple", answers=["red", "blue"], distractors=["green"])
ORDER = prompt_for(("green", "blue", "red"), kind="order", steps=STEPS)
MATCH = prompt_for(("y", "z", "x1"), kind="match", pairs={"A": "x1", "B": "y", "C": "z"})
TRUTH = prompt_for(kind="true_false", answer=True)
CARD = prompt_for(kind="card", answer="x")
SHORT = prompt_for(kind="short", answer="x")


@pytest.mark.parametrize(
    ("prompt", "line", "response"),
    [
        (choice("Mars", "Venus"), "b", "Venus"),
        (choice("Mars", "Venus"), " B) ", "Venus"),
        (choice("Mars", "Venus"), "(b)", "Venus"),
        (choice("Mars", "Venus"), "2", "Venus"),
        (choice("Mars", "Venus"), "vénus", "Venus"),
        (choice("Mars", "`Venus`"), "venus", "`Venus`"),
        (choice("10²", "102", "20"), "102", "102"),
        (choice(r"`\d`", r"`\D`"), r"\D", r"`\D`"),
        (choice("1", "2", "3", "60"), "3", "3"),
        (choice("60", "2", "85"), "2", "2"),
        (choice("60", "2", "85"), "c", "85"),
        (choice("B", "A"), "A", "A"),
        (choice("B", "A"), "1", "B"),
        (choice(*"klmnopqrst"), "0", "t"),
        (choice(*"klmnopqrst"), "10", "t"),
        (TRUTH, "t", True),
        (TRUTH, "1", True),
        (TRUTH, "2", False),
        (TRUTH, "Yes.", True),
        (TRUTH, "FALSE", False),
        (CARD, "y", True),
        (CARD, "no", False),
        (CARD, "2", False),
        (MULTIPLE, "a c", frozenset({"red", "blue"})),
        (MULTIPLE, "a,c", frozenset({"red", "blue"})),
        (MULTIPLE, "ca", frozenset({"red", "blue"})),
        (MULTIPLE, "red, blue", frozenset({"red", "blue"})),
        (MULTIPLE, "Green", frozenset({"green"})),
        (MULTIPLE, "1 3", frozenset({"red", "blue"})),
        (MULTIPLE, "31", frozenset({"red", "blue"})),
        (MULTIPLE, "1, c", frozenset({"red", "blue"})),
        (ORDER, "312", ("red", "green", "blue")),
        (ORDER, "3 1 2", ("red", "green", "blue")),
        (ORDER, "c a b", ("red", "green", "blue")),
        (ORDER, "cab", ("red", "green", "blue")),
        (ORDER, "red green blue", ("red", "green", "blue")),
        (MATCH, "1c 2a 3b", (("A", "x1"), ("B", "y"), ("C", "z"))),
        (MATCH, "1c2a3b", (("A", "x1"), ("B", "y"), ("C", "z"))),
        (MATCH, "3-b, 1-c, 2-a", (("A", "x1"), ("B", "y"), ("C", "z"))),
        (MATCH, "312", (("A", "x1"), ("B", "y"), ("C", "z"))),
        (MATCH, "1-3, 2=1 3: 2", (("A", "x1"), ("B", "y"), ("C", "z"))),
        (MATCH, "c a b", (("A", "x1"), ("B", "y"), ("C", "z"))),
        (SHORT, "  as typed ", "as typed"),
    ],
)
def test_readable(prompt: Prompt, line: str, response: Response) -> None:
    assert read_answer(prompt, line) == response


@pytest.mark.parametrize(
    ("prompt", "line", "reason"),
    [
        (choice("Mars", "Venus"), "c", "'c' is not an option. Type a or b"),
        (choice("Mars", "Venus"), "3", "'3' is not an option. Type a or b"),
        (choice("Mars", "Venus"), "", "Type a or b, or"),
        (choice("60", "2", "85"), "3", "'3' is not an option"),
        (MULTIPLE, "a x", "'x' is not an option. Type a, b or c"),
        (MULTIPLE, "a a", "You used 'red' more than once"),
        (MULTIPLE, ",", "Type a, b or c, or"),
        (ORDER, "a b", "each of the 3 options exactly once; you used 2"),
        (ORDER, "a b b", "You used 'blue' more than once"),
        (MATCH, "1a 2a 3b", "You used 'y' more than once"),
        (MATCH, "1a 1b 3c", "You used '1' more than once"),
        (MATCH, "1a 2b", "each of the 3 options exactly once; you used 2"),
        (MATCH, "1-4 2-1 3-2", "'4' is not an option. Type a, b or c"),
        (ORDER, "3123", "You used 'red' more than once"),
        (choice("60", "2", "85"), "13", "'13' is not an option"),
        (MATCH, "1a 2b 4c", "There is no left-hand item 4; use a number from 1 to"),
        (TRUTH, "perhaps", "t for true"),
        (CARD, "perhaps", "y for yes"),
    ],
)
def test_unreadable(prompt: Prompt, line: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_answer(prompt, line)


@given(st.text(max_size=30) | st.text("abc123,; -yz", max_size=12))
def test_any_line_is_a_response_or_unreadable(line: str) -> None:
    for prompt in (choice("Mars", "Venus"), choice("1", "2"), MULTIPLE, ORDER, MATCH, TRUTH, CARD, SHORT):
        try:
            response = read_answer(prompt, line)
        except Unreadable:
            continue
        if prompt is ORDER:
            assert isinstance(response, tuple)
            assert sorted(map(str, response)) == sorted(STEPS)
        if prompt is MATCH:
            assert isinstance(response, tuple)
            assert [pair[0] for pair in response] == ["A", "B", "C"]
            assert sorted(pair[1] for pair in response) == ["x1", "y", "z"]


def test_labels_change_if_options_read_like_them() -> None:
    assert labels_for(("Mars", "Venus")) == "ab"
    assert labels_for(("B", "A")) == "12"
    assert labels_for(tuple("klmnopqrst")) == "abcdefghij"
