"""A quiz that is ended from one moment to the next loses at most the answer being typed."""

import os
import random
import time
from pathlib import Path

import pytest
from terminal_learner import ENTER, FILE, Learner, quiz, start

from quizgen.history.store import Store

pytestmark = [pytest.mark.terminal, pytest.mark.slow]


def stored() -> int:
    with Store.open(Path(os.environ["QUIZGEN_HOME"])) as store:
        return len(list(store.reviews()))


def test_every_answer_whose_feedback_has_shown_is_stored(learners: list[Learner]) -> None:
    rng = random.Random(2)
    kinds = ("--kind", "choice", "--kind", "true_false", "--kind", "short", "--kind", "number")
    keys = ("1", "t", "Pacific" + ENTER, "71" + ENTER)
    total = 0
    for answered in (1, 2, 0, 3):
        learner = quiz(learners, *kinds)
        for typed in keys[:answered]:
            learner.sees("t, f or" if typed == "t" else "Your answer" if ENTER in typed else "or ↑↓ Enter")
            learner.types(typed)
            learner.sees("Enter next")
            learner.types(ENTER)
        # What comes now is cut off anywhere: while reading, typing, grading, or storing.
        learner.types(keys[answered])
        time.sleep(rng.uniform(0, 0.05))
        learner.kill()
        assert total + answered <= stored() <= total + answered + 1
        total = stored()

        if answered:
            learner = start(learners, "quiz", str(FILE), "--resume")
            learner.sees("already answered")
            learner.sees(" quit")
            learner.process.sendintr()
            learner.leaves()
            assert stored() == total
