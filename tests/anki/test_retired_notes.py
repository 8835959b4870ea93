"""Moving from an older, larger deck: retired notes are found with one search, and no review is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO
from learner import Author, Learner, learner_at
from test_lean_deck import bank

from quizgen.anki.errors import ExportError
from quizgen.anki.export import export_apkg
from quizgen.anki.selection import ExportOptions
from quizgen.questions import QuestionSet

pytestmark = pytest.mark.anki

TAG = "tag:quizgen::retired"


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        yield one


def rewritten(*, retired: tuple[str, ...]) -> QuestionSet:
    """The bank after a rewrite: fact 2 is gone, some questions are retired, and there is a new one."""
    new: dict[str, Any] = {"kind": "card", "id": "new", "stem": "What is new here?", "answer": "This card."}
    made = bank(facts=3, more=(new,))
    kept = [question for question in made.questions if question.fact != "fact-2"]
    return made.model_copy(
        update={"questions": tuple(one.model_copy(update={"retired": one.id in retired}) for one in kept)}
    )


def guids(learner: Learner, search: str) -> set[str]:
    collection = learner.collection
    return {collection.get_note(note).guid.removeprefix("bank/") for note in collection.find_notes(search)}


def test_the_move_from_a_large_deck_to_a_lean_one(tmp_path: Path, learner: Learner) -> None:
    author = Author(tmp_path, LONG_AGO)
    old = author.release(bank(facts=3), options=ExportOptions(everything=True)).path
    learner.take(old)
    before = learner.review_all()
    made = rewritten(retired=("fact-1.c1.choice",))

    learner.take(author.release(made).path)
    retired = export_apkg(
        made, tmp_path / "retired.apkg", ExportOptions(retired=True), was=old, modified=LONG_AGO + 99_000
    )
    log = learner.take(retired.path)

    deck = {"fact-1.c1.card", "fact-3.c1.card", "new"}
    assert not log.new  # nothing is doubled
    assert guids(learner, TAG) == guids(learner, "") - deck
    assert retired.notes == 15 - 2
    assert learner.rows("select count(*) from notes") == [[15 + 1]]
    after = learner.point_state()
    assert {card: after[card] for card in before} == before  # no review lost


def test_old_notes_keep_their_fields(tmp_path: Path, learner: Learner) -> None:
    old = export_apkg(bank(facts=3), tmp_path / "old.apkg", ExportOptions(everything=True), modified=LONG_AGO).path
    learner.take(old)
    fields = learner.note("fact-2.c1.card", "bank").fields

    options = ExportOptions(retired=True)
    learner.take(export_apkg(rewritten(retired=()), tmp_path / "r.apkg", options, was=old, modified=LONG_AGO + 9).path)

    assert learner.note("fact-2.c1.card", "bank").fields == fields
    assert "quizgen::retired" in learner.note("fact-2.c1.card", "bank").tags


def test_a_deck_of_notes_from_an_older_package_only_counts_their_cards_and_has_no_version(
    tmp_path: Path, learner: Learner
) -> None:
    old = export_apkg(bank(facts=3), tmp_path / "old.apkg", ExportOptions(everything=True), modified=LONG_AGO).path
    options = ExportOptions(retired=True)
    retired = export_apkg(rewritten(retired=()), tmp_path / "r.apkg", options, was=old, modified=LONG_AGO + 9)
    learner.take(retired.path)

    (deck,) = (one for one in learner.collection.decks.all() if one["name"] == retired.decks[0].name)
    assert f"Cards: {retired.cards}</p>" in deck["desc"]
    assert learner.rows("select count(*) from cards") == [[retired.cards]]
    assert "ersion: " not in deck["desc"]


def test_without_an_older_package_only_retired_questions_are_exported(tmp_path: Path) -> None:
    made = rewritten(retired=("fact-1.c1.choice", "fact-3.cloze"))
    summary = export_apkg(made, tmp_path / "r.apkg", ExportOptions(retired=True), modified=LONG_AGO)

    assert summary.notes == 2
    assert summary.decks[0].changes.retired == ("fact-1.c1.choice", "fact-3.cloze")


def test_a_question_that_is_asked_again_loses_the_tag(tmp_path: Path, learner: Learner) -> None:
    author, name = Author(tmp_path, LONG_AGO), "fact-1.c1.card"
    learner.take(author.release(rewritten(retired=())).path)
    learner.take(author.release(rewritten(retired=(name,)), options=ExportOptions(retired=True)).path)
    assert guids(learner, TAG) == {name}

    learner.take(author.release(rewritten(retired=())).path)
    assert guids(learner, TAG) == set()


def test_nothing_retired_and_a_misplaced_package_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="there are no retired questions in bank"):
        export_apkg(bank(), tmp_path / "x.apkg", ExportOptions(retired=True))
    with pytest.raises(ExportError, match="set `retired=True`"):
        export_apkg(bank(), tmp_path / "x.apkg", was=tmp_path / "old.apkg")
