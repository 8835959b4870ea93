"""Reviews in an Anki package as reviews of questions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizgen.anki.notetypes import NOTE_TYPE_OF, NOTE_TYPES
from quizgen.apkg.collection import Collection
from quizgen.apkg.package import package_at
from quizgen.grading.verdict import Outcome
from quizgen.history.assigning import Owners
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, PointKey, Review
from quizgen.questions import ClozeQuestion, Question, QuestionSet
from quizgen.questions.fields import ID_PATTERN
from quizgen.questions.kinds import Kind

SESSION_ID = "anki"
"""The session of all reviews from Anki, so that each review gets the same id whenever it is read."""

TOGETHER = timedelta(seconds=1)
"""Two reviews of a point with the same rating this close together are the same review: nobody answers that fast."""

_KINDS: Mapping[str, Kind] = {
    note_type.name: next(kind for kind, its_type in NOTE_TYPE_OF.items() if its_type is note_type)
    for note_type in NOTE_TYPES
}
"""The kind of a note type's notes; ``_exact_kind`` distinguishes the kinds that share a note type."""
_GUID = re.compile(f"{ID_PATTERN[1:-1]}/{ID_PATTERN[1:-1]}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")

_CRAM = 3
# Manual changes of the schedule (types 4 and 5, or no rating) are not reviews.
_ANSWERS = """
    SELECT notes.guid, notes.mid, notes.flds, cards.ord, revlog.id, revlog.ease, revlog.time, revlog.type, revlog.factor
    FROM revlog JOIN cards ON cards.id = revlog.cid JOIN notes ON notes.id = cards.nid
    WHERE revlog.ease BETWEEN 1 AND 4 AND revlog.type BETWEEN 0 AND 3 AND notes.guid LIKE '%/%'
    ORDER BY revlog.id
"""


def read_reviews(path: Path, sets: Iterable[QuestionSet] = ()) -> list[Review]:
    """Return all reviews of quizgen's notes in an .apkg or .colpkg, oldest first. Raises PackageError.

    The same package gives the same reviews with the same ids. Hard, Good and Easy count as correct; the response is
    not known. A review of a question in ``sets``, by its id now or formerly, counts for the question's points, and that
    of one card of a cloze note for the point of its blank. Cramming that did not change Anki's schedule has no rating,
    so it does not change ours either.
    """
    owners = Owners.of(sets)
    with package_at(path) as package:
        return list(_reviews(package.collection, owners))


def not_known(reviews: Iterable[Review], known: Iterable[Review]) -> Iterator[Review]:
    """Yield the reviews that are not in ``known``; those exported with ``--with-progress`` are recognized."""
    moments: dict[tuple[PointKey, Rating | None], set[int]] = {}
    for review in known:
        for point, rating in _ratings(review):
            moments.setdefault(((review.set_id, point), rating), set()).add(_slot(review))
    for review in reviews:
        slot = _slot(review)
        near = {slot - 1, slot, slot + 1}
        if not any(near & moments.get(((review.set_id, point), rating), set()) for point, rating in _ratings(review)):
            yield review


def _ratings(review: Review) -> Iterator[tuple[str, Rating | None]]:
    """Yield the points of a review with their ratings, as they are exported."""
    for point in review.by_point:
        rating = review.rating_of(point)
        yield point, min(rating, Rating.HARD) if rating and review.recognition else rating


def _slot(review: Review) -> int:
    return (review.at - datetime(1970, 1, 1, tzinfo=UTC)) // TOGETHER


def _reviews(collection: Collection, owners: Owners) -> Iterator[Review]:
    fields = {number: note_type.fields for number, note_type in collection.note_types.items()}
    kinds = {number: _kind(note_type.name) for number, note_type in collection.note_types.items()}
    answers = collection.database.execute(_ANSWERS)
    for guid, note_type, values, ordinal, milliseconds, ease, taken, kind_of_log, factor in answers:
        kind = kinds.get(note_type)
        if kind is None or not _GUID.fullmatch(guid):
            continue
        set_id, question_id = guid.split("/")
        owner = owners.find((set_id, question_id))
        if owner is not None:
            set_id, question_id = owner[0], owner[1].id
        rating = Rating(ease)
        right = rating is not Rating.AGAIN
        yield Review(
            set_id=set_id,
            question_id=question_id,
            session_id=SESSION_ID,
            at=datetime.fromtimestamp(milliseconds / 1000, UTC),
            mode=Mode.STUDY,
            kind=_exact_kind(kind, dict(zip(fields[note_type], values.split("\x1f"), strict=False))),
            outcome=Outcome.CORRECT if right else Outcome.WRONG,
            share=float(right),
            response=None,
            seconds=taken / 1000,
            rating=None if kind_of_log == _CRAM and factor == 0 else rating,
            credits=_credits(owner[1], ordinal, right) if owner else None,
        )


def _credits(question: Question, ordinal: int, right: bool) -> dict[str, float]:
    points = question.points
    if isinstance(question, ClozeQuestion) and len(points) == len(question.marks):
        own = {mark.number: point for point, mark in zip(points, question.marks, strict=True)}.get(ordinal + 1)
        points = points if own is None else (own,)
    return dict.fromkeys(points, float(right))


def _kind(note_type_name: str) -> Kind | None:
    # If a learner added a field to a note type, Anki may have created a second one with a suffix in its name.
    names = [name for name in _KINDS if note_type_name.startswith(name)]
    return _KINDS[max(names, key=len)] if names else None


def _exact_kind(kind: Kind, values: Mapping[str, str]) -> Kind:
    if kind == "choice" and values.get("Multiple"):
        return "multiple"
    return "number" if kind == "short" and _NUMBER.fullmatch(values.get("Answer", "")) else kind
