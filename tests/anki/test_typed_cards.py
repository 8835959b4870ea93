"""Typed cards: what the policy forgives and what `accept` lists is right on the card too, where scripts run."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from anki_samples import LONG_AGO, import_package, question_set
from card_pages import Reviewer

from quizgen import grade
from quizgen.anki.export import export_apkg

if TYPE_CHECKING:
    from anki.collection import Collection

pytestmark = [pytest.mark.anki, pytest.mark.browser]

QUESTIONS: list[dict[str, Any]] = [
    {"kind": "short", "id": "bogota", "stem": "Capital of Colombia?", "answer": "Bogotá", "accept": ["Santa Fe"]},
    {"kind": "short", "id": "year", "stem": "year", "answer": "año", "answer_language": "es"},
    {"kind": "short", "id": "shell", "stem": "Shell?", "answer": "Bash", "grading": {"case": "strict"}},
    {"kind": "short", "id": "hostile", "stem": "Tag?", "answer": '</div>"<b>', "accept": ["\\(x\\)", "{{Answer}}"]},
    {"kind": "short", "id": "tokyo", "stem": "Capital of Japan?", "answer": "Tokyo"},
    {"kind": "short", "id": "ankara", "stem": "Capital of Turkey?", "answer": "Ankara", "accept": ["Angora"]},
    {"kind": "short", "id": "cologne", "stem": "City on the Rhine?", "answer": "Köln"},
    {"kind": "short", "id": "cairo", "stem": "Capital of Egypt?", "answer": "القاهرة"},
    {"kind": "number", "id": "danube", "stem": "Length?", "answer": 2850, "unit": "km"},
    {
        "kind": "number",
        "id": "rhine",
        "stem": "Länge?",
        "answer": 1.25,
        "range": [1.2, 1233],
        "unit": "km",
        "language": "de",
    },
    {"kind": "short", "id": "moon", "stem": "In what year?", "answer": "1969"},
    {"kind": "number", "id": "digits", "stem": "Which number?", "answer": 12345678901234567},
]


@pytest.fixture(scope="module")
def typed_cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Collection"]:
    from anki.collection import Collection

    folder = tmp_path_factory.mktemp("typed")
    export_apkg([question_set(QUESTIONS)], folder / "typed.apkg", modified=LONG_AGO)
    opened = Collection(str(folder / "collection.anki2"))
    import_package(opened, folder / "typed.apkg")
    yield opened
    opened.close()


@pytest.fixture
def typing(review_of: Callable[..., Reviewer], typed_cards: "Collection") -> Callable[..., Reviewer]:
    return partial(review_of, typed_cards)


@pytest.mark.parametrize(
    ("question_id", "typed", "verdict"),
    [
        ("bogota", "Bogotá", "Right"),
        ("bogota", "bogota", "Right"),
        ("bogota", "  santa  fe. ", "Right"),
        ("bogota", "Santa", "Almost the same"),
        ("bogota", "Medellín", "Different answer"),
        ("year", "Año", "Right"),
        ("year", "ano", "Almost the same"),
        ("shell", "Bash", "Right"),
        ("shell", "bash", "Almost the same"),
        ("hostile", '</div>"<b>', "Right"),
        ("hostile", "\\(x\\)", "Right"),
        ("hostile", "{{Answer}}", "Right"),
        ("hostile", "<b>", "Different answer"),
        ("danube", "2,850 km", "Right"),
        ("danube", "2850", "Right"),
        ("danube", "285", "Wrong"),
        ("danube", "2851", "Wrong"),
        ("danube", "2851 km", "Wrong"),
        ("danube", "2'850", "Right"),
        ("danube", "+2\N{NARROW NO-BREAK SPACE}850.0 km", "Right"),
        ("danube", "2.850", "Compare your answer"),  # that many in German
        ("danube", "2 85 0", "Compare your answer"),
        ("danube", "1771 miles", "Compare your answer"),
        ("danube", "almost three thousand", "Compare your answer"),
        ("rhine", "1,25", "Right"),
        ("rhine", "1.3 km", "Right"),
        ("rhine", "1233km", "Right"),
        ("rhine", "1,1", "Wrong"),
        ("rhine", "1.233", "Right"),  # 1233 in German
        ("rhine", "1 233,0", "Right"),
        ("rhine", "1.234", "Compare your answer"),  # in the range in English
        ("rhine", "12.345.678", "Wrong"),
        ("rhine", "-2", "Wrong"),
        ("rhine", ",25", "Compare your answer"),
        ("moon", "1968", "Wrong"),
        ("moon", "1,969", "Compare your answer"),
        ("moon", "in the sixties", "Compare your answer"),
        ("digits", "12,345,678,901,234,567", "Right"),
        ("digits", "12345678901234568", "Compare your answer"),  # the same for a script
    ],
)
def test_a_typed_answer(typing: Callable[..., Reviewer], question_id: str, typed: str, verdict: str) -> None:
    reviewer = typing()
    page = reviewer.show(question_id)
    page.fill("#typeans", typed)
    reviewer.flip(typed)
    assert page.locator(".verdict").all_inner_texts() == [verdict]
    assert not page.locator("code#typeans").is_visible()


@pytest.mark.parametrize(
    ("question_id", "typed", "outcome", "marks"),
    [
        ("bogota", "Bogta", "differs", "Bog_ta"),
        ("bogota", "Bogxtá", "differs", "Bog-x-tá"),
        ("bogota", "santa fé de", "differs", "santa fé de"),  # compared with another form
        ("tokyo", "Toyko", "differs", "To-yk-o"),
        ("tokyo", "Tkoy", "differs", "T-ko-y_"),
        ("tokyo", "Tkyo", "differs", "T_kyo"),
        ("cologne", "Koeln", "differs", "Ko-e-ln"),
        ("ankara", "Angkora", "differs", "Angkora"),
        ("tokyo", "T okxyo", "differs", "T~ ~ok-x-yo"),  # a line through the space would be a hyphen
        ("bogota", "something else", "bad", "-something else-"),
        ("danube", "2.850", "compare", "2.850 km"),
        ("danube", "2 851", "bad", "-2_851 km-"),  # a plain space would swap the groups in Arabic
        ("danube", "250", "bad", "-250 km-"),
        ("cairo", "القهرة", "differs", "-القهرة-"),  # a mark within the word would take its letters apart
        ("cairo", "x" * 6_000, "bad", f"-{'x' * 6_000}-"),
    ],
)
def test_what_differs_is_marked_if_the_answer_is_near(
    typing: Callable[..., Reviewer], question_id: str, typed: str, outcome: str, marks: str
) -> None:
    """A card does not know whether the typed answer is a typo that quizgen forgives, so it says only what it sees."""
    reviewer = typing()
    reviewer.show(question_id).fill("#typeans", typed)
    page = reviewer.flip(typed)
    assert page.locator(f".verdict.{outcome}").count() == 1
    assert page.locator(".answer > .yours").inner_text().startswith("Your answer: ")
    found = page.locator(".yours > span > span").evaluate_all(
        "all => all.map(part => [part.className, part.textContent])"
    )
    signs = {"typeGood": "", "typeBad": "-", "typeBad space": "~", "typeMissed": ""}
    shown = "".join(f"{signs[name]}{text}{signs[name]}" for name, text in found).replace("\N{NO-BREAK SPACE}", "_")
    assert shown == marks
    # Where a letter is missing is a gap as wide as one, with a line below it.
    sign = """all => all.map(part => parseFloat(getComputedStyle(part).borderBlockEndWidth) === 2
      && part.getBoundingClientRect().width > parseFloat(getComputedStyle(part).fontSize) / 2)"""
    assert set(page.locator(".yours .typeMissed").evaluate_all(sign)) <= {True}
    spaces = page.locator(".yours .space").evaluate_all("all => all.map(e => getComputedStyle(e).textDecorationLine)")
    assert set(spaces) <= {"none"}
    # Marks have the color of the verdict.
    inks = "all => all.map(part => getComputedStyle(part).color)"
    verdict = page.locator(".verdict").evaluate_all(inks)
    assert set(page.locator(".yours .typeBad").evaluate_all(inks)) <= set(verdict)


@pytest.mark.parametrize("question_id", ["danube", "rhine"])
def test_a_number_is_judged_only_as_quizgen_judges_it(typing: Callable[..., Reviewer], question_id: str) -> None:
    (question,) = (one for one in question_set(QUESTIONS).questions if one.id == question_id)
    reviewer = typing()
    for number in ("2850", "1.5", "1234.125"):
        whole, _, decimals = number.partition(".")
        spelled = {
            f"{whole[:-3]}{between}{whole[-3:]}{sign}{decimals}".removesuffix(sign)
            for between in ("", ",", ".", " ", "’")
            for sign in ".,"
            if between != sign
        }
        for typed in sorted(spelled):
            reviewer.skip_front(question_id)
            outcome = reviewer.flip(typed).locator(".verdict").get_attribute("class")
            is_right = grade(question, typed).counts_right
            assert outcome in (
                {"verdict good", "verdict compare"} if is_right else {"verdict bad", "verdict compare"}
            ), typed


@pytest.mark.parametrize(
    ("question_id", "typed", "missing"),
    [
        ("bogota", "Bogta", ["o"]),
        ("bogota", "Bogxtá", ["o"]),
        ("bogota", "Bogotttá", []),
        ("bogota", "santa fé de", []),
        ("tokyo", "Toyko", ["ky"]),
        ("tokyo", "Tkoy", ["ok", "o"]),
        ("tokyo", "Tkyo", ["o"]),
        ("cologne", "Koeln", ["ö"]),
        ("ankara", "Angkora", []),
        ("bogota", "something else", []),
        ("cairo", "القهرة", []),  # all of it differs
    ],
)
def test_letters_that_were_not_typed_are_marked_in_the_answer(
    typing: Callable[..., Reviewer], question_id: str, typed: str, missing: list[str]
) -> None:
    reviewer = typing()
    reviewer.show(question_id).fill("#typeans", typed)
    page = reviewer.flip(typed)
    assert page.locator(".compared > .typeMissed").all_inner_texts() == missing
    answers = {"bogota": "Bogotá", "tokyo": "Tokyo", "cologne": "Köln", "ankara": "Ankara", "cairo": "القاهرة"}
    assert (page.locator(".answer").text_content() or "").startswith(answers[question_id])


def test_nothing_typed_and_another_card_get_no_verdict(typing: Callable[..., Reviewer]) -> None:
    reviewer = typing()
    page = reviewer.show("bogota")
    page.fill("#typeans", "Bogotá")
    reviewer.show("year")
    reviewer.flip("")
    assert page.locator(".verdict").count() == 0
    # Anki shows the answer where it shows what was typed otherwise.
    assert not page.locator("code#typeans").is_visible()


def test_a_client_that_loads_each_side_remembers(typing: Callable[..., Reviewer]) -> None:
    reviewer = typing()
    reviewer.load_front("bogota").fill("#typeans", "santa fe")
    assert reviewer.load_back().locator(".verdict").inner_text() == "Right"


@pytest.mark.parametrize(
    ("question_id", "typed"),
    [
        ("bogota", "santa fe"),
        ("bogota", "Bogotá"),
        ("shell", "Bash"),
        ("hostile", '</div>"<b>'),
        ("danube", "2,850 km"),
    ],
)
def test_a_client_with_a_text_box_of_its_own_gets_the_same_verdict(
    typing: Callable[..., Reviewer], question_id: str, typed: str
) -> None:
    """AnkiDroid has one outside the page: the card sees only Anki's comparison."""
    reviewer = typing()
    reviewer.load_front(question_id)
    assert reviewer.load_back(typed).locator(".verdict").all_inner_texts() == ["Right"]
    assert reviewer.load_back(f"{typed}x").locator(".verdict.good").count() == 0


def test_without_scripts_there_is_ankis_comparison(typing: Callable[..., Reviewer]) -> None:
    reviewer = typing(java_script_enabled=False)
    reviewer.load_front("bogota")
    page = reviewer.load_back("Bogota")
    assert page.locator("code#typeans .typeGood").inner_text() == "Bogotá"
    assert page.locator("code#typeans .typeBad").count() == 0
    assert "Santa Fe" in page.locator(".accepted").inner_text()
    assert not page.locator(".forms").is_visible()
    reviewer.load_front("year")
    assert reviewer.load_back("ano").locator("code#typeans .typeBad").count() > 0


def test_learners_who_edit_the_note_keep_a_working_card(
    typing: Callable[..., Reviewer], typed_cards: "Collection"
) -> None:
    (note_id,) = typed_cards.find_notes("Length?")
    note = typed_cards.get_note(note_id)
    kept = note["Spare 3"]
    note["Spare 3"] = "damaged"
    typed_cards.update_note(note)
    reviewer = typing()
    page = reviewer.show("danube")
    page.fill("#typeans", "2850")
    reviewer.flip("2850")
    assert page.locator(".verdict").count() == 0
    assert page.locator("code#typeans").is_visible()
    note["Spare 3"] = kept
    typed_cards.update_note(note)
