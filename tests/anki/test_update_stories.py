"""What an update does for somebody who has been learning with the old version: each story on the real backend."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO, QUESTIONS, edited, question_set
from learner import Author, Learner, learner_at

from quizgen.anki import notetypes
from quizgen.anki.selection import ExportOptions
from quizgen.questions import QuestionSet

pytestmark = pytest.mark.anki

TITLE = "An almanac of small things"
ADDED = {
    "kind": "card",
    "id": "freezing",
    "topic": "matter",
    "stem": "At what does water freeze?",
    "answer": "At 0 °C.",
}

TWO_KEYS = {
    "kind": "multiple",
    "id": "largest-planet",
    "topic": "space",
    "stem": "Which planets have rings?",
    "answers": ["Jupiter", "Saturn"],
    "options": ["Jupiter", "Mars", "Saturn"],
}


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        yield one


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path, LONG_AGO)


EDITS: dict[str, tuple[QuestionSet, str, dict[str, str]]] = {
    "a typo is fixed": (
        question_set(edited("seasons", stem="Put the seasons of the northern year in order.")),
        "seasons",
        {"Question": "Put the seasons of the northern year in order."},
    ),
    "a key is changed": (
        question_set(edited("capital-of-japan", answer="Tōkyō", accept=["Tokyo"])),
        "capital-of-japan",
        {"Answer": "Tōkyō", "Accepted": "Tokyo"},
    ),
    "another option is right": (
        question_set(edited("sun-planet", stem="The Sun is a star.", answer=True)),
        "sun-planet",
        {"Question": "The Sun is a star.", "Answer": "True"},
    ),
    "a choice gets a second key": (
        question_set([TWO_KEYS if one["id"] == "largest-planet" else one for one in QUESTIONS]),
        "largest-planet",
        {"Answer": "Jupiter<br>Saturn", "Multiple": "yes"},
    ),
    "a cloze is reworded": (
        question_set(edited("rivers", text="Through {{c2::Paris}} flows the {{c1::Seine}}; {{c3::1}}, {{c4::2}}.")),
        "rivers",
        {"Text": "Through {{c2::Paris}} flows the {{c1::Seine}}; {{c3::1}}, {{c4::2}}."},
    ),
    "a question moves to another topic": (
        question_set(edited("boiling", topic="places")),
        "boiling",
        {"Topic": "Places &amp; rivers"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("after", "changed", "fields"), EDITS.values(), ids=EDITS)
def test_an_edit_reaches_its_note_alone_and_keeps_every_review(
    learner: Learner, author: Author, after: QuestionSet, changed: str, fields: dict[str, str]
) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    release = author.release(after)
    log = learner.take(release.path)

    assert release.decks[0].changes.changed == (changed,)
    assert (len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)) == (0, 1, 8, 0)
    assert {name: learner.note(changed)[name] for name in fields} == fields
    assert learner.point_state() == before
    assert not learner.collection.get_empty_cards().notes


def test_an_added_question_comes_as_a_new_card(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    log = learner.take(author.release(question_set([*QUESTIONS, ADDED])).path)

    assert (len(log.new), len(log.updated)) == (1, 0)
    assert learner.deck_of("freezing") == TITLE
    assert {card: learner.point_state()[card] for card in before} == before


def test_an_added_mark_in_a_cloze_comes_as_a_new_card(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    text = QUESTIONS[6]["text"] + " It rises near {{c5::Dijon}}."
    learner.take(author.release(question_set(edited("rivers", text=text))).path)

    assert learner.card("rivers", ordinal=4).reps == 0
    assert {card: learner.point_state()[card] for card in before} == before


def test_a_removed_question_is_reported_and_stays_with_its_reviews(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    release = author.release(question_set(QUESTIONS[1:]))
    learner.take(release.path)

    assert release.decks[0].changes.removed == ("boiling",)
    assert learner.point_state() == before


def test_a_removed_question_that_comes_back_is_the_same_note(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    learner.take(author.release(question_set(QUESTIONS[1:])).path)
    learner.take(author.release(question_set(edited("boiling", hint="Think of a kettle."))).path)

    assert learner.note("boiling")["Hint"] == "Think of a kettle."
    assert learner.point_state() == before


def test_another_order_changes_no_note_and_no_card(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.point_state()

    release = author.release(question_set(QUESTIONS[::-1]))
    learner.take(release.path)

    assert release.decks[0].changes.changed == ()
    assert learner.point_state() == before


def test_new_tags_of_a_question_or_of_the_set_arrive(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    learner.take(author.release(question_set(edited("boiling", tags=["chemistry"]), tags=["exam"])).path)

    assert set(learner.note("boiling").tags) == {"almanac::matter", "exam", "chemistry"}
    assert "exam" in learner.note("seasons").tags
    assert learner.point_state() == before


def test_a_renamed_set_leaves_cards_where_they_are_and_new_ones_follow_its_name(
    learner: Learner, author: Author
) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    learner.take(author.release(question_set([*QUESTIONS, ADDED], title="The second almanac")).path)

    assert (learner.deck_of("boiling"), learner.deck_of("freezing")) == (TITLE, "The second almanac")
    assert {card: learner.point_state()[card] for card in before} == before


def test_a_deck_renamed_by_hand_before_the_import_keeps_all_together(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    deck = learner.collection.decks.by_name(TITLE)
    assert deck is not None
    learner.collection.decks.rename(deck, "The second almanac")

    learner.take(author.release(question_set([*QUESTIONS, ADDED], title="The second almanac")).path)

    assert learner.decks() == {"The second almanac"}
    assert learner.deck_of("freezing") == learner.deck_of("boiling")


def test_cards_that_the_learner_moved_stay_there(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    own = learner.collection.decks.id("My own deck")
    assert own is not None
    learner.collection.set_deck([learner.card("boiling").id], own)

    learner.take(author.release(question_set(edited("boiling", hint="A kettle."))).path)

    assert (learner.deck_of("boiling"), learner.note("boiling")["Hint"]) == ("My own deck", "A kettle.")


def test_a_newer_design_replaces_the_old_one_without_a_second_note_type(
    learner: Learner, author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.take(author.release(question_set()).path)
    before, types = learner.review_all(), learner.note_types()

    monkeypatch.setattr("quizgen.anki.package.style", lambda: ".card { color: green }")
    monkeypatch.setattr("quizgen.anki.package.TEMPLATES_MODIFIED", notetypes.TEMPLATES_MODIFIED + 1)
    learner.take(author.release(question_set()).path)

    kind = learner.collection.models.by_name("quizgen card")
    assert kind is not None
    assert kind["css"] == ".card { color: green }"
    assert (learner.note_types(), learner.point_state()) == (types, before)


def test_a_learners_edit_of_a_question_that_did_not_change_stays(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    note = learner.note("boiling")
    note["Hint"] = "my own hint"
    learner.collection.update_note(note)

    learner.take(author.release(question_set(edited("marathon", unit="m"))).path)

    assert (learner.note("boiling")["Hint"], learner.note("marathon")["Unit"]) == ("my own hint", "m")


def test_a_learners_edit_is_replaced_when_the_question_changes_later(learner: Learner, tmp_path: Path) -> None:
    learner.take(Author(tmp_path, LONG_AGO).release(question_set()).path)
    note = learner.note("boiling")
    note["Hint"] = "my own hint"
    learner.collection.update_note(note)

    learner.take(
        Author(tmp_path, learner.note("boiling").mod + 60)
        .release(question_set(edited("boiling", hint="A kettle.")))
        .path
    )

    assert learner.note("boiling")["Hint"] == "A kettle."


def test_a_learners_tag_stays_while_the_question_does_not_change(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    learner.collection.tags.bulk_add([learner.note("boiling").id, learner.note("seasons").id], "hard::for-me")

    learner.take(author.release(question_set(edited("marathon", unit="m"))).path)

    assert all("hard::for-me" in learner.note(name).tags for name in ("boiling", "seasons"))


def test_a_learners_tag_is_replaced_when_the_question_changes_later(learner: Learner, tmp_path: Path) -> None:
    learner.take(Author(tmp_path, LONG_AGO).release(question_set()).path)
    learner.collection.tags.bulk_add([learner.note("boiling").id], "hard::for-me")

    later = Author(tmp_path, learner.note("boiling").mod + 60)
    learner.take(later.release(question_set(edited("boiling", hint="A kettle."))).path)

    assert set(learner.note("boiling").tags) == {"almanac::matter", "demo", "physics"}


def test_flags_suspensions_and_marked_cards_stay(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    cards = [learner.card("boiling").id, learner.card("seasons").id]
    learner.collection.set_user_flag_for_cards(3, cards)
    learner.collection.sched.suspend_cards(cards)

    learner.take(author.release(question_set(edited("boiling", hint="A kettle."))).path)

    assert [
        (learner.collection.get_card(one).user_flag(), learner.collection.get_card(one).queue) for one in cards
    ] == [(3, -1)] * 2


def test_buried_cards_stay_buried(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    buried = learner.card("boiling")
    learner.collection.sched.bury_cards([buried.id])
    queue = learner.card("boiling").queue
    assert queue < -1

    learner.take(author.release(question_set(edited("boiling", hint="A kettle."))).path)

    assert (learner.card("boiling").queue, learner.note("boiling")["Hint"]) == (queue, "A kettle.")


def test_an_old_package_after_a_new_one_changes_nothing(learner: Learner, author: Author) -> None:
    old = author.release(question_set())
    learner.take(author.release(question_set(edited("marathon", unit="m"))).path)
    before = learner.review_all()

    log = learner.take(old.path)

    assert (len(log.updated), len(log.new)) == (0, 0)
    assert (learner.note("marathon")["Unit"], learner.point_state()) == ("m", before)


def test_leaving_out_a_release_does_no_harm(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    author.release(question_set(edited("marathon", unit="m")))
    learner.take(author.release(question_set(edited("marathon", unit="m", hint="It is a city, too."))).path)
    author.release(question_set(edited("marathon", unit="m", hint="It is a city, too.")))

    note = learner.note("marathon")
    assert (note["Unit"], note["Hint"], learner.point_state()) == ("m", "It is a city, too.", before)


def test_a_deleted_note_comes_back_as_a_new_one(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    learner.review_all()
    learner.collection.remove_notes([learner.note("boiling").id])

    log = learner.take(author.release(question_set()).path)

    assert len(log.new) == 1
    assert learner.card("boiling").reps == 0


def test_two_sets_share_note_types_and_update_apart(learner: Learner, author: Author) -> None:
    other = question_set(id="other", title="Another")
    learner.take(author.release(question_set()).path)
    learner.take(author.release(other).path)
    types, before = learner.note_types(), learner.review_all()

    learner.take(author.release(question_set(edited("marathon", unit="m"))).path)

    assert len(types) == 7
    assert (learner.note_types(), learner.point_state()) == (types, before)
    assert [learner.note("marathon", name)["Unit"] for name in ("almanac", "other")] == ["m", "metres"]


def test_two_sets_with_equal_question_ids_stay_apart(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    log = learner.take(author.release(question_set(id="almanac.2", title="Another")).path)

    assert len(log.new) == 9
    assert {card: learner.point_state()[card] for card in before} == before
    assert learner.decks() == {TITLE, "Another"}


def test_sub_decks_are_one_for_each_topic_and_old_cards_stay(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    learner.take(author.release(question_set([*QUESTIONS, ADDED]), options=ExportOptions(subdecks=True)).path)

    assert (learner.deck_of("boiling"), learner.deck_of("freezing")) == (TITLE, f"{TITLE}::Matter")
    assert {card: learner.point_state()[card] for card in before} == before


def test_a_learners_deck_options_stay(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    decks = learner.collection.decks
    deck = decks.by_name(TITLE)
    assert deck is not None
    options = decks.add_config("Slow")
    options["new"]["perDay"] = 3
    decks.update_config(options)
    decks.set_config_id_for_deck_dict(deck, options["id"])

    learner.take(author.release(question_set([*QUESTIONS, ADDED]), options=ExportOptions(new_per_day=50)).path)

    kept = decks.config_dict_for_deck_id(decks.id(TITLE))  # type: ignore[arg-type]
    assert (kept["name"], kept["new"]["perDay"]) == ("Slow", 3)


def test_a_learner_who_added_a_field_keeps_all_and_can_merge(learner: Learner, author: Author, tmp_path: Path) -> None:
    learner.take(author.release(question_set()).path)
    models = learner.collection.models
    kind: Any = models.by_name("quizgen card")
    models.add_field(kind, models.new_field("My notes"))
    models.update_dict(kind)
    before = learner.review_all()

    log = learner.take(author.release(question_set(edited("boiling", hint="A kettle."))).path)

    assert len(log.conflicting) == 1
    assert learner.point_state() == before

    later = Author(tmp_path, learner.note("boiling").mod + 60)
    merged = learner.take(later.release(question_set(edited("boiling", hint="A pot."))).path, merge_notetypes=True)

    assert not merged.conflicting
    assert "My notes" in learner.note("boiling").keys()  # noqa: SIM118 (a note of Anki's is no dict)
    assert (learner.note("boiling")["Hint"], learner.point_state()) == ("A pot.", before)


def test_a_question_that_becomes_another_kind_is_a_conflict_that_keeps_the_old(
    learner: Learner, author: Author
) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()
    other = {"kind": "short", "id": "sun-planet", "stem": "What is the Sun?", "answer": "a star"}

    log = learner.take(
        author.release(question_set([other if one["id"] == "sun-planet" else one for one in QUESTIONS])).path
    )

    assert len(log.conflicting) == 1
    assert (learner.note("sun-planet")["Question"], learner.point_state()) == ("The Sun is a planet.", before)


ALWAYS, NEVER = 1, 2
"""Choices of the import window besides "If newer", as the backend numbers them."""


def own_edit(learner: Learner) -> None:
    """Edit and tag a note, and only edit another."""
    for name in ("boiling", "seasons"):
        note = learner.note(name)
        note["Explanation"] = "my own words"
        learner.collection.update_note(note)
    learner.collection.tags.bulk_add([learner.note("boiling").id], "hard::for-me")


@pytest.mark.parametrize("choice", [0, ALWAYS, NEVER], ids=["if newer", "always", "never"])
def test_a_fix_released_before_a_learners_edit_arrives_only_with_always(
    learner: Learner, author: Author, choice: int
) -> None:
    """The choice "Always" brings it, and replaces the learner's edits and tags of all notes; reviews stay in any case."""
    learner.take(author.release(question_set()).path)
    fix = author.release(question_set(edited("boiling", hint="A kettle.")))
    own_edit(learner)
    before = learner.review_all()

    learner.take(fix.path, update_notes=choice)

    arrived = choice == ALWAYS
    boiling, seasons = learner.note("boiling"), learner.note("seasons")
    assert (boiling["Hint"] == "A kettle.") is arrived
    assert ("hard::for-me" not in boiling.tags) is arrived
    assert [note["Explanation"] != "my own words" for note in (boiling, seasons)] == [arrived, arrived]
    assert learner.point_state() == before


def test_a_fix_that_an_edit_held_back_comes_with_the_next_change_of_its_question(
    learner: Learner, author: Author, tmp_path: Path
) -> None:
    learner.take(author.release(question_set()).path)
    fixed = edited("boiling", hint="A kettle.")
    author.release(question_set(fixed))
    own_edit(learner)

    again = [{**one, "tags": ["physics", "fixed"]} if one["id"] == "boiling" else one for one in fixed]
    later = Author(tmp_path, learner.note("boiling").mod + 60, author.records)
    learner.take(later.release(question_set(again)).path)

    assert learner.note("boiling")["Hint"] == "A kettle."
    assert learner.note("seasons")["Explanation"] == "my own words"


def test_a_new_id_of_the_set_doubles_every_note_unless_formerly_names_the_old_one(
    learner: Learner, author: Author
) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()

    kept = learner.take(author.release(question_set(id="yearbook", formerly=["almanac"])).path)
    assert (len(kept.new), len(kept.conflicting), learner.point_state()) == (0, 0, before)
    assert learner.note("boiling")["ID"] == "yearbook/boiling"

    assert len(learner.take(author.release(question_set(id="annual")).path).new) == 9


def test_a_new_id_of_a_question_adds_a_note_unless_formerly_names_the_old_one(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    before = learner.review_all()
    renamed = edited("boiling", id="water-boils", formerly="almanac/boiling")

    release = author.release(question_set(renamed))
    log = learner.take(release.path)
    assert (release.decks[0].changes.new, release.decks[0].changes.removed) == ((), ())
    assert (len(log.new), len(log.updated), learner.point_state()) == (0, 1, before)

    assert len(learner.take(author.release(question_set(edited("boiling", id="boils"))).path).new) == 1


def own_style(learner: Learner) -> int:
    """Change the style of a note type as a learner does; returns its new time."""
    models = learner.collection.models
    kind = style_of(learner)
    kind["css"] = ".card { color: pink }"
    models.update_dict(kind)
    return int(style_of(learner)["mod"])


def style_of(learner: Learner) -> Any:
    learner.collection.models._clear_cache()
    return learner.collection.models.by_name("quizgen card")


def test_a_learners_own_design_stays_and_notes_are_updated_all_the_same(learner: Learner, author: Author) -> None:
    learner.take(author.release(question_set()).path)
    own_style(learner)

    log = learner.take(author.release(question_set(edited("boiling", hint="A kettle."))).path)

    assert style_of(learner)["css"] == ".card { color: pink }"
    assert (learner.note("boiling")["Hint"], len(log.conflicting)) == ("A kettle.", 0)


def test_a_newer_design_or_the_choice_always_replaces_a_learners_own(
    learner: Learner, author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.take(author.release(question_set()).path)
    own_style(learner)
    learner.take(author.release(question_set()).path, update_notetypes=ALWAYS)
    assert style_of(learner)["css"] == notetypes.style()

    monkeypatch.setattr("quizgen.anki.package.TEMPLATES_MODIFIED", own_style(learner) + 60)
    learner.take(author.release(question_set()).path)
    assert style_of(learner)["css"] == notetypes.style()


def test_a_learners_own_field_needs_merging_each_time_and_is_emptied_when_its_question_changes(
    learner: Learner, tmp_path: Path, author: Author
) -> None:
    learner.take(author.release(question_set()).path)
    models = learner.collection.models
    kind: Any = models.by_name("quizgen card")
    models.add_field(kind, models.new_field("My notes"))
    models.update_dict(kind)
    note = learner.note("boiling")
    note["My notes"] = "mine"
    learner.collection.update_note(note)
    later = Author(tmp_path, learner.note("boiling").mod + 60, author.records)

    learner.take(later.release(question_set(edited("marathon", unit="m"))).path, merge_notetypes=True)
    assert learner.note("boiling")["My notes"] == "mine"
    changed = later.release(question_set(edited("boiling", hint="A kettle.")))
    assert len(learner.take(changed.path).conflicting) == 1
    assert not learner.take(changed.path, merge_notetypes=True).conflicting
    assert (learner.note("boiling")["Hint"], learner.note("boiling")["My notes"]) == ("A kettle.", "")


def test_a_learners_own_card_template_needs_merging_and_keeps_its_cards(
    learner: Learner, tmp_path: Path, author: Author
) -> None:
    learner.take(author.release(question_set()).path)
    models = learner.collection.models
    kind: Any = models.by_name("quizgen card")
    template = models.new_template("Backwards")
    template["qfmt"], template["afmt"] = "{{Answer}}", "{{Question}}"
    models.add_template(kind, template)
    models.update_dict(kind)
    before = learner.review_all()
    later = Author(tmp_path, learner.note("boiling").mod + 60, author.records)
    release = later.release(question_set(edited("boiling", hint="A kettle.")))

    assert len(learner.take(release.path).conflicting) == 1
    assert not learner.take(release.path, merge_notetypes=True).conflicting
    assert (learner.note("boiling")["Hint"], learner.point_state()) == ("A kettle.", before)
