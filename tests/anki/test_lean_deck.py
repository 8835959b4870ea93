"""The default deck: one note for each core point, in an order that gives nothing away."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO
from hypothesis import given
from hypothesis import strategies as st
from learner import Author, Learner, learner_at

from quizgen.anki.errors import ExportError
from quizgen.anki.export import export_apkg
from quizgen.anki.notetypes import NOTE_TYPE_OF
from quizgen.anki.release import format_record, parse_record
from quizgen.anki.selection import ExportOptions, one_per_point, selected, tiers
from quizgen.anki.spread import NewCard, new_cards, spread
from quizgen.exporting.selection import parts_of
from quizgen.questions import QuestionSet
from quizgen.questions.kinds import KINDS

FACTS = 12
TOWNS = ("Varn", "Lisk", "Omber", "Teal", "Quay", "Sorrel", "Brint", "Halm", "Dovre", "Kestrel", "Marl", "Pinder")


def fact(number: int) -> list[dict[str, Any]]:
    """Every way in which a fact with one core and one detail point is asked."""
    name, town = f"fact-{number}", TOWNS[number - 1]
    core: dict[str, Any] = {"fact": name, "point": f"{name}.c1"}
    detail: dict[str, Any] = {"fact": name, "point": f"{name}.c2", "priority": "detail"}
    where, when = f"Where did {town} brick ovens first appear?", f"When did {town} close its mill?"
    answer = ("North", "South", "East")[number % 3]
    text = f"{town} ovens came from the {{{{c1::{answer}}}}} in {{{{c2::{1900 + number}}}}}."
    return [
        {"kind": "cloze", "id": f"{name}.cloze", "text": text, "fact": name, "point": [f"{name}.c1", f"{name}.c2"]},
        {"kind": "choice", "id": f"{name}.c1.choice", "stem": where, "answer": answer, "distractors": ["West"], **core},
        {"kind": "card", "id": f"{name}.c1.card", "stem": where, "answer": answer, **core},
        {"kind": "number", "id": f"{name}.c2.number", "stem": when, "answer": 1900 + number, **detail},
        {"kind": "card", "id": f"{name}.c2.card", "stem": when, "answer": f"In {1900 + number}", **detail},
    ]


def bank(*, facts: int = FACTS, more: tuple[dict[str, Any], ...] = (), **changes: Any) -> QuestionSet:
    """A set of ``facts`` facts with all their questions, and ``more``."""
    questions = [question for number in range(1, facts + 1) for question in fact(number)]
    heading = {"id": "bank", "title": "Bank", **changes}
    return QuestionSet.model_validate({**heading, "questions": [*questions, *more]})


def ids(question_set: QuestionSet, options: ExportOptions) -> list[str]:
    taken = selected(question_set, options, one_per_point(question_set))
    return [question.id for question, is_in in zip(question_set.questions, taken, strict=True) if is_in]


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        yield one


def test_every_kind_has_a_note_type() -> None:
    assert set(NOTE_TYPE_OF) == set(KINDS)


def test_by_default_each_core_point_is_asked_by_its_card() -> None:
    assert ids(bank(), ExportOptions()) == [f"fact-{number}.c1.card" for number in range(1, FACTS + 1)]


def test_detail_adds_the_detail_points_and_all_adds_every_question() -> None:
    assert ids(bank(facts=1), ExportOptions(detail=True)) == ["fact-1.c1.card", "fact-1.c2.card"]
    assert len(ids(bank(), ExportOptions(everything=True))) == FACTS * 5


def test_a_kind_takes_all_core_questions_of_that_kind() -> None:
    assert ids(bank(facts=1), ExportOptions(kinds=frozenset({"cloze", "number"}))) == ["fact-1.cloze"]
    with_detail = ExportOptions(kinds=frozenset({"cloze", "number"}), detail=True)
    assert ids(bank(facts=1), with_detail) == ["fact-1.cloze", "fact-1.c2.number"]


def test_a_point_without_a_card_is_asked_by_the_kind_its_author_wrote() -> None:
    own: dict[str, Any] = {"stem": "Which way?", "answer": "Left", "point": "way"}
    choice = {"kind": "choice", "id": "way.choice", "distractors": ["Right"], **own}
    single = {"kind": "cloze", "id": "way.cloze", "text": "Turn {{c1::left}}.", "point": "way"}

    assert ids(bank(facts=1, more=(choice,)), ExportOptions())[-1] == "way.choice"
    assert ids(bank(facts=1, more=(choice, single)), ExportOptions())[-1] == "way.cloze"
    several = {**choice, "kind": "multiple", "id": "way.multiple", "answers": ["Left"]}
    del several["answer"]
    assert ids(bank(facts=1, more=(several, choice)), ExportOptions())[-1] == "way.choice"


def test_a_cloze_of_several_cards_is_a_last_resort_and_then_comes_once() -> None:
    text = "From {{c1::left}} to {{c2::right}}."
    several = {"kind": "cloze", "id": "ways", "text": text, "point": ["from", "to"]}
    single = {"kind": "short", "id": "from.short", "stem": "From where?", "answer": "left", "point": "from"}

    assert ids(bank(facts=1, more=(several,)), ExportOptions())[1:] == ["ways"]
    assert ids(bank(facts=1, more=(several, single)), ExportOptions())[1:] == ["from.short"]


def test_retired_questions_are_left_out_whatever_is_asked_for() -> None:
    gone = {"kind": "card", "id": "gone", "stem": "Gone?", "answer": "Yes.", "retired": True}
    made = bank(facts=1, more=(gone,))
    options = [ExportOptions(), ExportOptions(everything=True), ExportOptions(kinds=frozenset({"card"}))]

    assert all("gone" not in ids(made, one) for one in options)
    assert ids(made, ExportOptions(retired=True)) == ["gone"]


def test_a_set_of_details_or_retired_questions_says_what_to_do(tmp_path: Path) -> None:
    detail = {"kind": "card", "id": "one", "stem": "One?", "answer": "Yes.", "priority": "detail"}
    made = QuestionSet.model_validate({"id": "d", "title": "D", "questions": [detail]})

    with pytest.raises(ExportError, match="all questions are on points that are marked as details; use --detail"):
        export_apkg(made, tmp_path / "x.apkg")
    retired = made.model_copy(update={"retired": True})
    with pytest.raises(ExportError, match="all questions are retired; use --retired"):
        export_apkg(retired, tmp_path / "x.apkg")
    with pytest.raises(ExportError, match="all matching questions are retired"):
        parts_of(retired, "gift", ExportOptions(kinds=frozenset({"card"})))


def test_each_question_is_in_one_tier() -> None:
    assert sorted(index for tier in tiers(bank(), one_per_point(bank())) for index in tier) == list(range(FACTS * 5))


@pytest.mark.anki
def test_new_cards_of_the_real_anki_never_follow_their_like(tmp_path: Path, learner: Learner) -> None:
    made = bank()
    about = dict(zip([question.id for question in made.questions], new_cards(made.questions), strict=True))
    learner.take(Author(tmp_path, LONG_AGO).release(made).path)
    collection = learner.collection
    collection.decks.select(collection.decks.id("Bank"))  # type: ignore[arg-type]

    queued = collection.sched.get_queued_cards(fetch_limit=FACTS).cards  # type: ignore[union-attr]
    guids = [collection.get_card(one.card.id).note().guid for one in queued]
    order = [about[guid.removeprefix("bank/")] for guid in guids]

    assert len({next(iter(one.facts)) for one in order}) == len(order) == FACTS
    assert not [(one, other) for one, other in pairwise(order) if not one.may_precede(other)]


@pytest.mark.anki
def test_questions_added_later_come_up_after_all_others(tmp_path: Path, learner: Learner) -> None:
    author = Author(tmp_path, LONG_AGO)
    learner.take(author.release(bank(facts=3)).path)
    summary = author.release(bank(facts=5))
    learner.take(summary.path)

    rows = learner.rows("select n.guid, c.due from notes n join cards c on c.nid = n.id")
    due = {str(guid): int(place) for guid, place in rows}
    old = [due[f"bank/fact-{number}.c1.card"] for number in (1, 2, 3)]
    new = [due[f"bank/fact-{number}.c1.card"] for number in (4, 5)]
    assert min(new) > 15 >= max(old)
    assert summary.decks[0].record.notes["fact-4.c1.card"].position in new


def test_a_record_without_positions_is_completed_and_keeps_its_times(tmp_path: Path) -> None:
    first = export_apkg(bank(), tmp_path / "x.apkg", modified=LONG_AGO).decks[0].record
    text = "\n".join(line.rsplit(', "position"', 1)[0] + "}," for line in format_record(first).splitlines()[1:-1])
    old = parse_record('{"set": "bank", "notes": {' + text.rstrip(",") + "}}", "x")
    assert {note.position for note in old.notes.values()} == {None}

    again = export_apkg(bank(), tmp_path / "x.apkg", modified=LONG_AGO + 99, records={"bank": old}).decks[0]
    assert again.record == first
    assert (again.changes.new, again.changes.changed) == ((), ())


def test_the_record_file_is_written_only_on_request(tmp_path: Path) -> None:
    export_apkg(bank(), str(tmp_path / "x.apkg"))
    assert not (tmp_path / "bank.release.json").exists()

    export_apkg(bank(), str(tmp_path / "x.apkg"), records=str(tmp_path))
    before = (tmp_path / "bank.release.json").read_bytes()
    export_apkg(bank(), tmp_path / "x.apkg", records={"bank": tmp_path / "bank.release.json"})
    assert (tmp_path / "bank.release.json").read_bytes() == before


def test_a_record_that_cannot_be_written_leaves_the_package_as_it_was(tmp_path: Path) -> None:
    from quizgen.atomic import WriteError

    with pytest.raises(WriteError, match=r"record\.json cannot be written"):
        export_apkg(bank(), tmp_path / "x.apkg", records={"bank": tmp_path / "missing" / "record.json"})
    assert not (tmp_path / "x.apkg").exists()


few = st.frozensets(st.sampled_from("abcdef"), max_size=2)
items = st.lists(st.builds(NewCard, few, few, few), max_size=30)


@pytest.mark.slow
@given(items)
def test_spreading_loses_nothing(about: list[NewCard]) -> None:
    assert sorted(spread(about)) == list(range(len(about)))


@given(st.integers(2, 12), st.integers(1, 3))
def test_facts_come_up_once_before_any_comes_up_twice(facts: int, times: int) -> None:
    about = [NewCard(frozenset({f"f{n}"}), frozenset(), frozenset()) for n in range(facts) for _ in range(times)]
    order = [about[index].facts for index in spread(about)]

    assert len(set(order[:facts])) == facts
    assert not any(one == other for one, other in pairwise(order))


def test_a_frequent_key_is_spread_over_the_whole_deck() -> None:
    keys = "RRRRRabcd"
    about = [NewCard(frozenset({f"f{at}"}), frozenset({key}), frozenset()) for at, key in enumerate(keys)]
    order = "".join(keys[index] for index in spread(about))

    assert "RR" not in order


def test_a_card_that_states_an_answer_comes_well_before_or_after_it() -> None:
    def card(name: str, stem: str, answer: str, topic: str) -> dict[str, str]:
        return {"kind": "card", "id": name, "topic": topic, "stem": stem, "answer": answer}

    cards = [
        card("size", "How many soldiers guard the Elm Gate?", "300", "gate"),
        card("gate", "Which entrance do soldiers guard?", "Elm Gate", "gate"),
        card("year", "When did the old gate burn down?", "In 1850", "gate"),
        *(card(f"other-{name}", f"Who built the {name}?", f"Architect {name}", "town") for name in ("harbor", "tower")),
    ]
    topics = {"gate": "Gate", "town": "Town"}
    made = QuestionSet.model_validate({"id": "s", "title": "S", "topics": topics, "questions": cards})
    order = [made.questions[index] for index in spread(new_cards(made.questions))]

    names = [question.id for question in order]
    assert not any(pair == ("size", "gate") for pair in pairwise(names))
    assert not any(one.topic == other.topic for one, other in pairwise(order))


def line(html: str) -> str:
    return re.sub("<[^>]*>", "", html).replace("&nbsp;", " ")


def test_the_topic_is_above_the_question_and_the_source_with_its_date_below_the_answer() -> None:
    from quizgen.anki.notes import make_note
    from quizgen.anki.pictures import Pictures

    source = {"title": "A long title", "short": "news article", "published": "2023-09-06", "url": "https://a.example/x"}
    card = {"kind": "card", "id": "one", "topic": "t", "stem": "One?", "answer": "Yes.", "citation": {"paragraph": 8}}
    made = QuestionSet.model_validate(
        {"id": "s", "title": "S", "source": source, "topics": {"t": "Trams"}, "questions": [card]}
    )
    note = make_note(made, made.questions[0], Pictures(None))
    fields = dict(zip(note.note_type.fields, note.fields, strict=True))

    assert (fields["Topic"], line(fields["Spare 1"])) == ("Trams", "Trams")
    assert fields[
        "Citation"
    ] == 'Paragraph 8, <a href="https&#58;//a.example/x">news article, 6 September 2023</a>'.replace("&#58;", ":")
    assert 'class="context"' in note.note_type.front


def test_a_former_name_keeps_the_note(tmp_path: Path) -> None:
    from quizgen.anki.identity import guid_of

    card = {"kind": "card", "id": "new", "stem": "One?", "answer": "Yes.", "formerly": ["old-set/old"]}
    made = QuestionSet.model_validate(
        {"id": "s", "title": "S", "formerly": ["first"], "questions": [card, {**card, "id": "two", "formerly": []}]}
    )

    assert [guid_of(made, question) for question in made.questions] == ["old-set/old", "first/two"]

    twice = made.model_copy(update={"questions": (made.questions[0], made.questions[0].model_copy(update={"id": "x"}))})
    with pytest.raises(ExportError, match="the questions 'new' and 'x' would become the same note in Anki"):
        export_apkg(twice, tmp_path / "x.apkg")


@pytest.mark.parametrize(
    ("stem", "answer", "context"),
    [
        ("Which road leads there?", "Lachin corridor", ""),
        ("Who guards the Lachin corridor?", "Guards of the Lachin corridor", "The Lachin corridor"),
        ("Who guards it?", "Peacekeepers", "The Lachin corridor"),
    ],
)
def test_the_context_never_states_the_answer(stem: str, answer: str, context: str) -> None:
    from quizgen.anki.notes import make_note
    from quizgen.anki.pictures import Pictures

    card = {"kind": "card", "id": "one", "topic": "t", "stem": stem, "answer": answer}
    made = QuestionSet.model_validate(
        {"id": "s", "title": "S", "topics": {"t": "The Lachin corridor"}, "questions": [card]}
    )
    note = make_note(made, made.questions[0], Pictures(None))

    assert line(dict(zip(note.note_type.fields, note.fields, strict=True))["Spare 1"]) == context
