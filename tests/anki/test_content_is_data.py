"""Whatever stands in a question is shown as text, in every field of every note type, by the real Anki backend."""

import re
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO, import_package, question_set
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from test_markup import TAGS, Seen

from quizgen.anki.export import export_apkg

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x.png onerror=alert(1)>",
    "</div></style><!-- ",
    "--> ]]>",
    "{{Question}}",
    "{{#Answer}}",
    "{{c1::gone}}",
    "{{c2::}}",
    "}}",
    "{{",
    "::hint",
    "latex",
    "[sound:a.mp3]",
    "[[type:Answer]]",
    "[anki:tts lang=en]x[/anki:tts]",
    "[latex]x[/latex] [$]x[/$]",
    "&lt;b&gt; &#91; &amp;",
    "<% Question %>",
    "$$x$$ \\alpha",
    "c:\\path",
    "<b",
    "a <b> List<int>",
    "😀 שלום",
    "' \" = %s {0}",
)
# Letters only: what Markdown would make of signs is another test's business.
text = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=8),
    min_size=1,
    max_size=6,
).map(" ".join)
bare = text.map(lambda words: words.replace("{{", "{ ").replace("}}", "} ").replace("::", ":")).map(
    lambda words: re.sub(r"[{}]", "", words)
)


def hostile_set(words: str, in_cloze: str) -> Any:
    def common(name: str) -> dict[str, Any]:
        return {
            "id": name,
            "hint": f"{words} hint",
            "explanation": f"{words} explanation",
            "attribution": f"{words} attribution",
            "citation": {"paragraph": 1},
            "topic": "here",
        }

    stem = f"{words} stem"
    options = [f"{words} {letter}" for letter in "bcd"]
    return question_set(
        [
            {**common("card"), "kind": "card", "stem": stem, "answer": f"{words} answer"},
            {**common("choice"), "kind": "choice", "stem": stem, "answer": f"{words} answer", "distractors": options},
            {
                **common("multiple"),
                "kind": "multiple",
                "stem": stem,
                "answers": [f"{words} answer"],
                "distractors": options,
            },
            {**common("true-false"), "kind": "true_false", "stem": stem, "answer": True},
            {
                **common("short"),
                "kind": "short",
                "stem": stem,
                "answer": f"{words} answer",
                "accept": [f"{words} accepted"],
            },
            {**common("number"), "kind": "number", "stem": stem, "answer": 7, "unit": f"{words} unit"},
            {
                **common("cloze"),
                "kind": "cloze",
                "text": f"{in_cloze} {{{{c1::{in_cloze} answer::{in_cloze} clue}}}} stem",
                "accept": {"c1": [f"{words} accepted"]},
            },
            {**common("order"), "kind": "order", "stem": stem, "steps": options},
            {
                **common("match"),
                "kind": "match",
                "stem": stem,
                "pairs": {option: f"{option} right" for option in options},
            },
        ],
        description=words,
        source=words,
        topics={"here": f"{words} topic"},
    )


def expected(kind: str, words: str, in_cloze: str) -> tuple[set[str], set[str]]:
    """What the front and the back must show."""
    options = {f"{words} {letter}" for letter in "bcd"}
    if kind == "cloze":
        front, back = (
            {f"{in_cloze} [{in_cloze} clue] stem"},
            {f"{in_cloze} {in_cloze} answer stem", f"{words} accepted"},
        )
    else:
        front, back = {f"{words} stem"}, {f"{words} stem"}
    match kind:
        case "choice" | "multiple" | "order" | "match":
            front |= options
            back |= options
        case "number":
            front |= {f"{words} unit"}
            back |= {f"7 {words} unit"}
        case "short":
            back |= {f"{words} answer", f"{words} accepted"}
        case "card":
            back |= {f"{words} answer"}
    origin = {f"{words} explanation", f"{words} attribution", f"Paragraph 1, {words}"}
    topic = f"{words} topic"
    return front | {topic, f"{words} hint"}, back | origin | {topic}


def own_script(card: Any) -> str:
    found = re.search(r"<script>.*?</script>", card.template()["qfmt"], re.DOTALL)
    return found[0] if found else ""


def squeezed(shown: str) -> str:
    return " ".join(unicodedata.normalize("NFC", shown).split())  # NFC: so does Anki


@pytest.mark.anki
@pytest.mark.slow
@settings(max_examples=examples(40), deadline=None)
@given(text, bare)
def test_hostile_text_shows_as_text(words: str, in_cloze: str) -> None:
    from anki.collection import Collection

    with tempfile.TemporaryDirectory() as folder:
        package = export_apkg([hostile_set(words, in_cloze)], Path(folder) / "x.apkg", modified=LONG_AGO).path
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            import_package(collection, package)
            assert collection.card_count() == 9
            for card_id in collection.find_cards(""):
                card = collection.get_card(card_id)
                kind = card.note().guid.partition("/")[2]
                output = card.render_output()
                assert not output.question_av_tags
                assert not output.answer_av_tags
                for output_html, wanted in zip(
                    (output.question_text, output.answer_text), expected(kind, words, in_cloze), strict=True
                ):
                    # Our own, on typed cards: the hostile one that has accents to count, and the others.
                    html = re.sub(r"\[\[type:(nc:)?Answer\]\]", "", output_html, count=1)
                    html = html.replace(own_script(card), "", 1)
                    seen = Seen(html)
                    assert {tag for tag, _ in seen.tags} <= TAGS | {"div", "details", "summary", "b", "bdi", "cite"}
                    assert not re.search(r"\[\[type|\[sound|\[latex|\[\$\]|\{\{|\\[(\[]", html)
                    for words_wanted in wanted:
                        assert squeezed(words_wanted) in squeezed(seen.text)
        finally:
            collection.close()
