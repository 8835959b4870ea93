"""What differs after an export and an import was named as lost, in every format: questions with every kind of setting."""

from pathlib import Path
from typing import Any

import pytest
from effort import examples
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from question_samples import block, plain, questions, round_off, shown

import quizgen
from quizgen.exporting.formats import Format
from quizgen.importing.importer import Imported
from quizgen.markup import inline_html
from quizgen.questions import OptionsQuestion, Question, QuestionSet
from quizgen.questions.tolerance import parse_tolerance

ENDINGS: dict[Format, str] = {
    "gift": ".gift", "moodle": ".xml", "qti": ".qti.zip", "apkg": ".apkg", "tsv": ".tsv",
}  # fmt: skip
TOPICS = {"sea": "The / sea", "sky": "Sky"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f00010401005fe5c34b"
    "0000000049454e44ae426082"
)
REPORTED = {"the picture": {"image"}}
"""What an import says about a text for Anki, which has no pictures in it, and the fields that this names."""
OTHERS = {"point": {"priority", "fact", "facts", "formerly"}, "shuffle": {"options"}}
"""Further fields that the loss of a field stands for: options in no fixed order come back in another one."""
_ADAPTER: TypeAdapter[Question] = TypeAdapter(Question)


@st.composite
def questions_with_settings(draw: st.DrawFn, name: str = "q") -> Question:
    question = draw(questions(name))
    more: dict[str, Any] = {
        "priority": draw(st.sampled_from(["core", "detail"])),
        "point": draw(st.sampled_from([(), ("p",)])),
        "fact": draw(st.sampled_from([None, "po-length"])),
        "facts": draw(st.sampled_from([(), ("po-length", "po-mouth")])),
        "formerly": draw(st.sampled_from([(), (f"old/{name}", f"s/{name}-1")])),
        "lint": draw(st.sampled_from([None, {"ignore": ["Q107"]}])),
        "retired": draw(st.booleans()),
        "citation": draw(st.sampled_from([None, {"paragraph": 3}, {"paragraph": 3, "phrases": ["a b"]}])),
        "attribution": draw(st.none() | plain),
        "image": draw(st.sampled_from([None, *({"file": "p.png", "alt": "A map", "after_answer": b} for b in (True, False))])),
        "audio": draw(st.sampled_from([None, None, None, {"file": "s.mp3", "text": "A horn"}])),
    }  # fmt: skip
    typed = {
        "grading": draw(st.sampled_from([None, "exact", {"case": "strict", "tolerance": "2%"}])),
        "answer_language": draw(st.sampled_from([None, "it"])),
        "language": draw(st.sampled_from([None, "it"])),
    }
    match question.kind:
        case "choice" | "multiple":
            more["pin_last"] = draw(st.booleans()) and bool(question.options) and question.shuffle
        case "short":
            more |= typed | {
                "type": draw(st.sampled_from(["text", "person", "place"])),
                "pattern": draw(st.sampled_from([None, "(le )?Po"])),
            }
        case "number":
            more |= typed | {"accept": draw(st.lists(st.sampled_from(["7", "a dozen", "1,5"]), max_size=2, unique=True)),
                             "reject": draw(st.sampled_from([{}, {"8": "*No*"}, {"none": None}]))}  # fmt: skip
        case "cloze":
            more |= typed | {"reject": draw(st.sampled_from([{}, {"c1": {"Arno": "*No*"}}]))}
        case "card" | "true_false" | "order" | "match":
            pass
    if isinstance(question, OptionsQuestion) and len(set(map(inline_html, question.shown))) < len(question.shown):
        reject()  # learners cannot tell `_` from `\\_`, and no other format has both
    try:
        return _ADAPTER.validate_python({**question.model_dump(exclude_defaults=True), "kind": question.kind, **more})
    except ValidationError:
        reject()


@pytest.mark.slow
@pytest.mark.parametrize("form", ENDINGS)
@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=examples(150), deadline=None
)
@given(question=questions_with_settings())
def test_every_difference_was_named(form: Format, question: Question, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "p.png").write_bytes(PNG)
    (folder / "s.mp3").write_bytes(b"ID3")
    (path := folder / f"{form}{ENDINGS[form]}").unlink(missing_ok=True)
    if form == "tsv":  # a question about a sound is left out with it
        question = question.model_copy(update={"audio": None})
    question_set = QuestionSet(id="s", title="All / kinds", topics=TOPICS, questions=(question,))
    options = quizgen.ExportOptions(everything=form in {"apkg", "tsv"}, retired=question.retired)
    lost = {loss.field: loss.message for loss in quizgen.losses(question_set, form, options)}
    covered = {*lost}.union(*(OTHERS.get(field, set()) for field in lost))
    if form == "gift" and (question.kind == "cloze" or "left out, because" in lost.get("kind", "")):
        return  # a cloze becomes several questions, and some questions cannot be written
    quizgen.export(question_set, path, form, options, pictures=folder)
    imported = quizgen.import_file(path)
    (back,) = imported.question_set.questions
    assert differences(question, back, imported) <= covered | named(imported), (lost, imported.problems)


@st.composite
def headings(draw: st.DrawFn) -> dict[str, Any]:
    """Return the fields of a set besides its id, topics and questions."""
    return {
        "title": draw(plain.map("Rivers {}".format)),
        "description": draw(st.none() | block),
        "source": draw(st.sampled_from([None, {"title": "A --> text", "short": "T", "published": "2023", "url": "https://a.example"}])),
        "license": draw(st.none() | plain),
        "language": draw(st.sampled_from([None, "en", "it"])),
        "answer_language": draw(st.sampled_from([None, "it"])),
        "grading": draw(st.sampled_from([None, "exact", {"case": "strict"}])),
        "topics": draw(st.sampled_from([{}, {"sky": "Sky", "sea": "The / sea"}, {"unused": "Not used", "sea": "S", "sky": "S*"}])),
        "tags": draw(st.sampled_from([(), ("all",), ("a", "z::y")])),
        "formerly": draw(st.sampled_from([(), ("older", "old")])),
    }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("form", ["apkg", "tsv"])
@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=examples(150), deadline=None
)
@given(heading=headings(), several=st.tuples(*(questions_with_settings(name) for name in "zay")))
def test_a_set_comes_back_from_anki(
    form: Format, heading: dict[str, Any], several: tuple[Question, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (path := folder / f"sets{ENDINGS[form]}").unlink(missing_ok=True)
    plain_ones = [one.model_copy(update={"image": None, "audio": None, "retired": False}) for one in several]
    try:
        question_set = QuestionSet(id="rivers", **heading, questions=plain_ones)
    except ValueError:
        reject()
    quizgen.export(question_set, path, form, quizgen.ExportOptions(everything=True))
    imported = quizgen.import_file(path)
    back = imported.question_set
    assert (imported.problems, imported.notes) == ((), ())
    assert back.model_dump(exclude={"questions"}) == question_set.model_dump(exclude={"questions"})
    assert [one.id for one in back.questions] == ["z", "a", "y"]
    for before, after in zip(question_set.questions, back.questions, strict=True):
        assert (after.topic, after.tags, after.guid) == (before.topic, before.tags, None)
        assert after.lint == before.lint
        names = {topic: question_set.topic_name(topic) for topic in ("sea", "sky")}
        assert differences(before, after, imported, names) == set()


def test_numbers_on_a_card_ascend_but_their_order_in_the_file_comes_back(tmp_path: Path) -> None:
    data = {"id": "q", "kind": "choice", "stem": "?", "answer": "2", "options": ["3", "2", "1", "0"], "pin_last": True}
    before = _ADAPTER.validate_python(data)
    quizgen.export(QuestionSet(id="s", title="S", questions=(before,)), tmp_path / "s.tsv", "tsv")
    (after,) = quizgen.import_file(tmp_path / "s.tsv").question_set.questions
    assert isinstance(after, OptionsQuestion)
    assert (after.options, after.shuffle, after.pin_last) == (("3", "2", "1", "0"), True, True)
    assert after.fixed_order == ("1", "2", "3", "0")


def named(imported: Imported) -> set[str]:
    """Return the fields that the report of an import names."""
    said = " ".join((*imported.notes, *(problem.message for problem in imported.problems)))
    return {field for words, fields in REPORTED.items() if words in said for field in fields}


def differences(before: Question, after: Question, imported: Imported, topics: dict[str, str] = TOPICS) -> set[str]:
    """Return the fields whose meaning is not the same."""
    shown_topics = {one.topic: imported.question_set.topic_name(one.topic) for one in (before, after) if one.topic}
    one, other = meaning(before, topics), meaning(after, shown_topics)
    return {field for field in one.keys() | other.keys() if one.get(field) != other.get(field)}


def meaning(question: Question, topics: dict[str, str]) -> dict[str, Any]:
    """Return the fields of a question as learners see them, or as they act, however they are written."""
    data = {**question.model_dump(exclude_defaults=True), "kind": question.kind}
    data.pop("guid", None)  # Anki's notes have one
    if question.topic:
        data["topic"] = topics.get(question.topic, question.topic)
    if question.attribution:
        data["attribution"] = inline_html(question.attribution)
    for field in ("stem", "text", "explanation", "hint"):
        data[field] = shown(data.get(field))
    if "image" in data:
        data["image"].pop("file")
    if "audio" in data:
        data["audio"].pop("file")
    if isinstance(question, OptionsQuestion):
        wrong = sorted(question.wrong_options, key=lambda option: str(inline_html(option)))
        data["distractors"] = [(str(inline_html(one)), shown(one.feedback)) for one in wrong]
        data["share"] = [one.share for one in wrong]
        data["keys"] = sorted(map(inline_html, question.keys))
        data["options"] = [str(inline_html(one)) for one in question.fixed_order or ()]
        data["pin_last"] = str(inline_html(question.shown[-1])) if question.pin_last else None
        for field in ("answer", "answers"):
            data.pop(field, None)
    match question.kind:
        case "card":
            data["answer"] = shown(question.answer)
        case "number":
            data["answer"] = float(question.answer)
            data["bounds"] = tuple(map(round_off, question.bounds))
            data.pop("range", None)
            tolerance = parse_tolerance(data.pop("tolerance", "0"))
            data["tolerance"] = (tolerance.percent, tolerance.figures) if tolerance else None
        case "order":
            data["steps"] = [*map(inline_html, question.steps)]
        case "match":
            data["pairs"] = [tuple(map(inline_html, pair)) for pair in question.pairs]
        case "cloze":
            data["accept"] = {name: texts for name, texts in question.accept.items() if texts}
        case "choice" | "multiple" | "true_false" | "short":
            pass
    if question.kind in {"short", "number"}:
        data["reject"] = {answer: shown(said) for answer, said in question.reject.items()}
    if question.kind == "cloze":
        data["reject"] = {
            name: {answer: shown(said) for answer, said in texts.items()}
            for name, texts in question.reject.items()
            if texts
        }
    return data
