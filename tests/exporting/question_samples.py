"""Questions of every kind with texts that formats find hard, and what two questions must have in common."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from quizgen.exporting import losses
from quizgen.exporting.formats import Format
from quizgen.markup import inline_html, to_html
from quizgen.questions import (
    KINDS,
    ChoiceQuestion,
    ClozeQuestion,
    MultipleQuestion,
    NumberQuestion,
    Question,
    QuestionSet,
)
from quizgen.questions.kinds import Kind
from quizgen.questions.marks import find_marks

WORDS = (
    "a b river Ödön 日本 = ~ # {x} } { : :: ::t:: * ** _ < <p> & &amp; -> 50% %50% 1.5 100 T TRUE // $ $$5 [html] [c1] "
    "( ) | || / ; ' \" ! ? @@PLUGINFILE@@ $CATEGORY: ANSWER:"
).split()
MARKUP = ["*b*", "**bold**", "`c = {1}`", "\\(x_1^{2}\\)", "[link](https://a.example/b?c=d)", "\\*", "\\\\", "\\_"]
BLOCKS = [
    "```python\nx = {'a': 1}\n\nprint(x)\n```", "```\n# ~ = :\n```", "- one\n- two *so*", "1. one\n2. two",
    "| a | b |\n| --- | --- |\n| 1 \\| 2 | *c* |", "> quoted\\\n> twice", "a line\\\nand another",
]  # fmt: skip

plain = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
"""Text without markup: an answer that is typed."""
line = (
    st.lists(st.sampled_from([*WORDS, *MARKUP]), min_size=1, max_size=5)
    .map(" ".join)
    .filter(lambda text: text[0] not in "*>" or text[1:2] not in {"", " "})
)
"""One line of Markdown that does not begin a list or a quotation."""
block = st.tuples(
    line, st.lists(st.sampled_from(BLOCKS).flatmap(lambda one: line.map(lambda end: f"{one}\n\n{end}")), max_size=2)
).map(lambda parts: "\n\n".join((parts[0], *parts[1])))
"""Several paragraphs, lists, tables or code."""
feedback = st.none() | block
lines = st.lists(line, min_size=2, max_size=5, unique=True)
numbers = st.decimals(-(10**6), 10**6, allow_nan=False, allow_infinity=False, places=3)

_QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


@st.composite
def questions(draw: st.DrawFn, name: str = "q") -> Question:
    """Return a valid question of any kind."""
    kind: Kind = draw(st.sampled_from(KINDS))
    data = {
        "id": name, "kind": kind, "stem": draw(block), "explanation": draw(feedback), "hint": draw(feedback),
        "topic": draw(st.sampled_from([None, "sea", "sky"])), "tags": draw(st.sampled_from([(), ("a",), ("a::b", "c]")])),
        **draw(_answers(kind)),
    }  # fmt: skip
    if kind == "cloze":
        del data["stem"]
    try:
        return _QUESTION.validate_python({key: value for key, value in data.items() if value is not None})
    except ValidationError:
        from hypothesis import reject

        reject()


@st.composite
def _answers(draw: st.DrawFn, kind: Kind) -> dict[str, Any]:
    if kind == "card":
        return {"answer": draw(block)}
    if kind in {"choice", "multiple"}:
        options = draw(lines)
        right = options[: 1 if kind == "choice" else draw(st.integers(1, len(options)))]
        data: dict[str, Any] = {"answer": right[0]} if kind == "choice" else {"answers": right}
        wrong = [draw(_distractors(option, kind)) for option in options[len(right) :]]
        if draw(st.booleans()):
            data |= {"options": draw(st.permutations(options)), "shuffle": draw(st.booleans())}
        return {**data, "distractors": wrong}
    if kind == "true_false":
        return {"answer": draw(st.booleans()), "explanation": draw(block)}
    if kind == "short":
        answers = draw(st.lists(plain, min_size=1, max_size=3, unique=True))
        return {
            "answer": answers[0],
            "accept": answers[1:],
            "reject": draw(st.dictionaries(plain, feedback, max_size=2)),
        }
    if kind == "number":
        return draw(_numbers())
    if kind == "cloze":
        gaps = draw(st.lists(plain.filter(lambda gap: "::" not in gap and "}" not in gap), min_size=1, max_size=3))
        marks = [f"{{{{c{place}::{gap}}}}}" for place, gap in enumerate(gaps, 1)]
        return {
            "text": " ".join(f"{mark} {draw(line)}" for mark in marks),
            "accept": {"c1": draw(st.lists(plain, max_size=2, unique=True))},
        }
    if kind == "order":
        return {"steps": draw(st.lists(line, min_size=3, max_size=5, unique=True))}
    rights = draw(st.lists(plain, min_size=2, max_size=5, unique=True))
    lefts = draw(st.lists(line, min_size=len(rights), max_size=len(rights), unique=True))
    return {"pairs": list(zip(lefts, rights, strict=True))}


@st.composite
def _distractors(draw: st.DrawFn, text: str, kind: Kind) -> str | dict[str, Any]:
    said: dict[str, Any] = {"text": text, "feedback": draw(feedback)}
    if kind == "choice":
        said["share"] = draw(st.sampled_from([None, 0.5, 0.25, 0.3333333, 0.1]))
    return said if draw(st.booleans()) else text


@st.composite
def _numbers(draw: st.DrawFn) -> dict[str, Any]:
    answer = draw(numbers)
    bounds = draw(st.sampled_from(["exact", "tolerance", "range"]))
    data: dict[str, Any] = {"answer": answer, "unit": draw(st.sampled_from([None, "km", "%"]))}
    if bounds == "tolerance":
        return {**data, "tolerance": draw(st.sampled_from(["5", "0.25", "10%", "3 significant figures"]))}
    if bounds == "range":
        return {**data, "range": [answer - draw(st.integers(0, 5)), answer + draw(st.integers(0, 5))]}
    return data


def common(question: Question, form: Format, topics: dict[str, str]) -> dict[str, Any]:
    """Return what must be equal before and after a round trip: everything but what the export named as lost."""
    data = question.model_dump()
    fields = type(question).model_fields
    question_set = QuestionSet(id="s", title="S", questions=(question,))
    lost = {loss.field for loss in losses(question_set, form)}
    for field in lost - {"kind", "text", "pairs", "share"}:
        data[field] = fields[field].get_default(call_default_factory=True) if field in fields else None
    if "point" in lost:  # all that only quizgen uses
        data["guid"] = None
    data["topic"] = None if question.topic is None else topics.get(question.topic, question.topic)
    for field in ("stem", "explanation", "hint"):
        data[field] = shown(data.get(field))
    match question:
        case ChoiceQuestion() | MultipleQuestion():
            data |= {
                "distractors": sorted(
                    (str(inline_html(one)), shown(one.feedback) or "", 0 if "share" in lost else one.share or 0)
                    for one in question.wrong_options
                ),
                "keys": sorted(map(inline_html, question.keys)),
            }
            data["options"] = [inline_html(option) for option in question.shown] if not data["shuffle"] else []
            data = {key: value for key, value in data.items() if key not in {"answer", "answers"}}
        case NumberQuestion():
            data["bounds"] = tuple(map(round_off, question.bounds))
            data = {key: value for key, value in data.items() if key not in {"tolerance", "range"}}
        case ClozeQuestion():
            data["text"] = shown(question.text)
            data["marks"] = [(mark.name, mark.answer) for mark in find_marks(question.text)]
            data["accept"] = {name: texts for name, texts in question.accept.items() if texts}
        case _:
            if question.kind == "card":
                data["answer"] = shown(question.answer)
            for field in ("steps", "pairs"):
                if field in data:
                    data[field] = [
                        tuple(map(inline_html, one)) if isinstance(one, tuple) else inline_html(one)
                        for one in data[field]
                    ]
    if "reject" in data:
        data["reject"] = (
            {answer: shown(said) for answer, said in data["reject"].items()} if question.kind != "cloze" else {}
        )
    return data


def shown(markdown: str | None) -> str | None:
    """Return what a reader sees of a text: two texts with the same HTML are the same, however they are written."""
    return None if markdown is None else " ".join(to_html(markdown).replace("<br>", " <br> ").split())


def round_off(number: Decimal) -> float:
    return round(float(number), 6)
