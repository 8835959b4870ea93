"""Own words that no rule can judge are undecided; everything that speaks against a response leaves it wrong."""

from typing import Any

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome
from quizgen.questions import ShortQuestion

_DESERT = {
    "stem": "Why are deserts cold at night?",
    "answer": "There are no clouds to keep the heat in",
    "accept": ["the dry air does not hold heat"],
}
_TIDES = {"stem": "What causes the tides?", "answer": "The gravity of the moon pulls the water of the oceans"}
_YEAST = {
    "stem": "What would you see when yeast is added to warm sugar solution?",
    "answer": "a pale brown froth",
    "reject": {"a dark liquid that smells": None},
}
_STACK = {"stem": "Explain what a stack is.", "answer": "a list where the last item added is removed first"}
_BRONZE = {"stem": "Why did bronze replace copper for tools?", "answer": "It is harder and keeps a sharp edge longer"}
_BREAK = {"stem": "What does the `break` statement do in a loop?", "answer": "it ends the loop immediately"}
_FAMINE = {"stem": "What caused the Irish famine?", "answer": "potato blight destroyed the harvest"}
_WARMTH = {"stem": "What happens while ice melts?", "answer": "the temperature of the mixture stays constant"}
_WALL = {
    "stem": "Why did Hadrian build his wall?",
    "answer": "to protect the northern border of Roman Britain from raids",
}


def ask(given: str, **fields: Any) -> Outcome:
    return grade(ShortQuestion.model_validate({"id": "q", "kind": "short"} | fields), given).outcome


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        (_DESERT, "without clouds the heat escapes into space"),
        (_DESERT, "no clouds trap the warmth"),
        (_TIDES, "the moon attracts the seas"),
        (_TIDES, "pulling by the moon and the sun"),
        (_YEAST, "brown foam forms"),
        (_YEAST, "it becomes frothy and a brown scum floats"),
        (_STACK, "the item put in last comes out first"),
        (_BRONZE, "bronze is tougher and stays sharp"),
        (_WARMTH, "the mixture doesn't change its temperature"),
        (
            _WARMTH | {"answer": "it has no effect on the temperature of the mixture"},
            "the mixture remains equally warm",
        ),
        (_BREAK, "the program leaves it immediately"),
        (_FAMINE, "a fungus killed the potato plants"),
        (_WALL, "to keep raiders out of Roman Britain"),
        (_WALL, "as a defence of the border against Roman Britain's neighbours"),
    ],
)
def test_own_words_are_undecided(fields: dict[str, Any], given: str) -> None:
    assert ask(given, **fields) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        (_DESERT, "There are many clouds to keep the heat in"),  # a negation less
        (_TIDES, "The gravity of the moon does not reach the water"),  # a negation more
        (_TIDES, "the gravity of the moon"),  # a part
        (_TIDES, "the moon repels the water pulled by the gravity of Jupiter"),  # another name
        (_TIDES, "the 3 moons pull the water"),  # another number
        (_TIDES, "strong winds over the coast"),  # nothing in common
        (_TIDES, "I don't know, the moon?"),
        (_TIDES, "tides are caused"),  # the stem
        (_TIDES, "moon"),
        (_YEAST, "white froth"),  # another color
        (_YEAST, "a dark brown liquid that smells"),  # rejected
        (_BRONZE, "It is softer and keeps a blunt edge shorter"),
        (_BREAK, "it skips the loop"),
        (_WARMTH, "the temperature of the mixture never stays constant"),
        (_WARMTH | {"answer": "the warm mixture does not move at all"}, "the mixture moves quickly"),
        (_FAMINE, "the rain turned the fields into swamps"),
        (_FAMINE, "the harvest was destroyed"),
        (_WALL, "to protect the southern border of Roman Britain"),
        (_WALL, "to protect the border from France"),
        # What has one form, or is a name, a term, a list or a value.
        (
            {"stem": "Which painting shows a night watch?", "answer": "The Night Watch of Amsterdam"},
            "the night painting",
        ),
        (
            {"stem": "Which membrane lets only water through?", "answer": "partially permeable membrane"},
            "a thin membrane",
        ),
        ({"stem": "What is produced?", "answer": "carbon dioxide, water and heat"}, "carbon dioxide and sulfur"),
        ({"stem": "How long does it take?", "answer": "about three long days"}, "about four long nights"),
        ({"stem": "Who was it?", "answer": "the man who sold the world"}, "the man who bought it"),
        (
            {"stem": "Translate into English: Tengo sed.", "answer": "I am very thirsty today"},
            "I have much thirst today",
        ),
        ({"stem": "Which term means this?", "answer": "a force that slows things"}, "a force slowing movement"),
        (_TIDES | {"grading": "exact"}, "the moon attracts the seas"),
        (_TIDES | {"grading": {"word_order": "strict"}}, "the moon attracts the seas"),
        (_TIDES | {"language": "de"}, "the moon attracts the seas"),
        (_TIDES | {"answer_language": "en"}, "the moon attracts the seas"),
    ],
)
def test_what_is_known_to_be_wrong_stays_wrong(fields: dict[str, Any], given: str) -> None:
    assert ask(given, **fields) is Outcome.WRONG


@pytest.mark.parametrize(
    ("fields", "given"),
    [
        (_TIDES, "the gravity of the moon pulls the water of the ocean"),
        (_STACK, "list where the last item added is removed first"),
    ],
)
def test_what_a_rule_accepts_is_right(fields: dict[str, Any], given: str) -> None:
    assert ask(given, **fields).counts_right


def test_the_verdict_on_an_undecided_answer_is_no_credit_and_no_note() -> None:
    verdict = grade(ShortQuestion.model_validate({"id": "q", "kind": "short"} | _TIDES), "the moon attracts the seas")
    assert (verdict.counts_right, verdict.share, verdict.note, verdict.outcome.stored) == (
        False,
        0,
        None,
        Outcome.WRONG,
    )
