"""The kinds of question: one table names them all."""

from typing import get_args

import pytest

from quizgen.questions import KIND_INFO, KINDS, ChoiceQuestion, Kind, Question, kind_from_name, kind_label


def test_every_kind_has_a_model_and_an_entry() -> None:
    models = {model.model_fields["kind"].default for model in get_args(get_args(Question)[0])}
    assert models == set(KINDS) == set(KIND_INFO)


def test_labels_and_names_of_two_kinds_never_collide() -> None:
    assert len({kind_label(kind) for kind in KINDS}) == len(KINDS)
    names = [name for kind in KINDS for name in (kind.replace("_", " "), *KIND_INFO[kind].aliases)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("choice", "choice"),
        ("Multiple-Choice", "choice"),
        ("multiple", "multiple"),
        ("TRUE_FALSE", "true_false"),
        ("True  or False", "true_false"),
        ("fill in the blank", "short"),
        ("essay", None),
        ("", None),
    ],
)
def test_names_of_other_tools_are_understood(name: str, kind: Kind | None) -> None:
    assert kind_from_name(name) == kind


def test_a_class_knows_its_own_kind() -> None:
    question = ChoiceQuestion(id="longest", stem="Which river is the longest?", answer="Po", distractors=("Arno",))
    assert question.kind == "choice"
