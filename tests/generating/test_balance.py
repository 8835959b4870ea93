"""Proposed distractors do not give the key away to guessers that know nothing about the subject."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from effort import examples
from seed_samples import fact, rivers

from quizgen.facts.model import Seed
from quizgen.facts.questions import questions_of
from quizgen.generating.proposals import find_proposals, propose
from quizgen.guessing import FEW, guess_report
from quizgen.loading.document import read_document
from quizgen.loading.sets import seed_from

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.yaml"))

MAYORS = ("Ada Brandt", "Ben Ortiz", "Cleo Marsh", "Dan Novak", "Eva Lindqvist", "Finn O'Hara", "Gita Rao", "Hal Berg")
TOWNS = ("Velmora", "Ostby", "Karst", "Lindenau", "Port Amsel", "Dorn", "Upper Feld", "Sankt Egid")
WORKS = ("bridge", "harbor", "library", "tram line", "theater", "park", "school", "museum", "market", "dam")


def towns(people: int, random_seed: int = 1) -> Seed:
    """A seed of works that mayors opened in towns. A few of the first ``people`` mayors opened most of them."""
    rng = Random(random_seed)
    entities = {
        name.replace(" ", "-").replace("'", "").lower(): {"name": name, "type": kind, "group": group}
        for names, kind, group in ((MAYORS, "person", "mayor"), (TOWNS, "place", "town"))
        for name in names
    }
    facts: list[dict[str, Any]] = []
    for number, work in enumerate(WORKS * 2):
        mayor = MAYORS[min(rng.randrange(people), rng.randrange(people))]
        town = TOWNS[min(rng.randrange(8), rng.randrange(8))]
        name = f"{'old' if number < len(WORKS) else 'new'} {work}"
        year, cost = 1900 + number * 4, rng.randrange(20, 900)
        facts.append(
            {
                **fact(
                    f"In {{{{c3::{year}}}}} {{{{c1::{mayor}}}}} opened the {name} of {{{{c2::{town}}}}}, for {{{{c4::{cost}}}}} crowns.",
                    {"stem": f"Which mayor opened the {name}?"},
                    {"stem": f"Which town has the {name}?", "answer": "c2"},
                    {"stem": f"In which year was the {name} opened?", "answer": "c3"},
                    {"stem": f"How many crowns did the {name} cost?", "answer": "c4", "unit": "crowns"},
                ),
                "id": name.replace(" ", "-"),
            }
        )
    return rivers(entities=entities, facts=facts)


def without_proposals(seed: Seed) -> Seed:
    """The seed as it would be if nothing had been proposed or written."""
    facts = tuple(
        one.model_copy(
            update={
                "true_false": None,
                "ask": tuple(ask.model_copy(update={"distractors": None}) for ask in one.ask),
            }
        )
        for one in seed.facts
    )
    return seed.model_copy(update={"facts": facts, "orders": None, "matches": None})


@pytest.mark.slow
@pytest.mark.parametrize("people", [3, 8])
@pytest.mark.parametrize("random_seed", range(examples(2)))
def test_no_guesser_is_above_the_limit(people: int, random_seed: int) -> None:
    report = guess_report(questions_of(propose(towns(people), random_seed)))
    assert report.choices > FEW
    assert not report.is_guessable, list(report.lines())
    if people == len(MAYORS):  # if one person did nearly everything, several guessers pick that person
        assert len(report.giveaways) <= 0.05 * report.choices


@pytest.mark.slow
def test_a_question_that_gives_its_key_away_is_left_out_and_named() -> None:
    # Everybody did one thing, so in every question the key is the answer to the fewest others.
    names = [f"{first} {last}" for first in ("Ada", "Ben", "Cleo", "Dan", "Eva") for last in ("Ash", "Birk", "Oakes")]
    entities = {name.replace(" ", "-").lower(): {"name": name, "type": "person"} for name in [*names, "Finn Rowan"]}
    facts = [
        {**fact(f"{{{{c1::{name}}}}} built dam {n}.", {"stem": f"Who built dam {n}?"}), "id": f"dam-{n}"}
        for n, name in enumerate(names, 1)
    ]
    seed = rivers(entities=entities, facts=facts)
    found = find_proposals(seed)
    assert 0 < len(found.distractors) < len(names)
    assert {(gap.message, gap.help) for gap in found.unfilled} == {
        (
            "any distractors from this seed would give away the answer",
            (
                "write your own `distractors`, or add 2 entities of type 'person' that are named in the text and are not "
                "answers to other questions"
            ),
        )
    }
    complete = propose(seed)
    for random_seed in range(examples(8)):
        assert not find_proposals(complete, random_seed)


@pytest.mark.slow
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_new_proposals_for_a_shipped_seed_are_fair(path: Path) -> None:
    report = guess_report(questions_of(propose(without_proposals(seed_from(read_document(path))))))
    assert report.choices >= 5
    for score in report.scores:
        assert (score.share - report.chance) * report.choices <= 2, score


@pytest.mark.slow
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_nothing_written_in_a_shipped_seed_is_changed(path: Path) -> None:
    seed = seed_from(read_document(path))
    before, after = questions_of(seed), questions_of(propose(seed))
    assert set(before) <= set(after)
