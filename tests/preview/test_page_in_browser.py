"""The preview in a real browser: what is shown, filtered and graded, and that a hostile set can do no harm."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, permutations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, assert_never

import pytest
from preview_pages import NINE, opened_browser, sheet

from quizgen.facts.coverage import ParagraphCoverage
from quizgen.grading.grader import grade
from quizgen.preview import Remark, Sheet, page, stamp_script
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session.prompt import present

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Show = Callable[..., "Page"]
WARNING = Remark("warning", "Q101", "an option refers to the other options", "replace the option")

HOSTILE = [
    "<script>window.harm=1</script>", '"><img src=x onerror="window.harm=1">', "</style><script>harm=1</script>",
    "[x](javascript:harm=1)", "<details open ontoggle=harm=1>", "&lt;b&gt;", "--><svg/onload=harm=1>", "`</code><b onclick=harm=1>`",
    "{{harm}}", "' onmouseover='harm=1", "</title><script>harm=1</script>", "http-equiv=refresh",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens a sheet's page; at the end, check that it logged no error and requested nothing."""
    wrong: list[str] = []
    pages: list[Page] = []

    def opened(made: Sheet, **options: Any) -> "Page":
        path = tmp_path / "page.html"
        path.write_text(page(made), "utf-8")
        pages.append(browser.new_page(**options))
        pages[-1].on("console", lambda message: wrong.append(message.text))
        pages[-1].on("pageerror", lambda error: wrong.append(str(error)))
        pages[-1].on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "data:")) else None,
        )
        pages[-1].goto(path.as_uri())
        return pages[-1]

    yield opened
    for one in pages:
        one.close()
    assert wrong == []


def visible(shown: "Page") -> list[str]:
    found: list[str] = shown.locator("article").evaluate_all(
        "articles => articles.filter(article => article.checkVisibility()).map(article => article.id)"
    )
    return found


def test_answers_unfold_and_filters_apply(show: Show) -> None:
    shown = show(sheet(NINE, {1: (WARNING,)}, topics={"sky": "The sky", "sea": "The sea"}))
    assert len(visible(shown)) == 9
    assert shown.locator(".answer .right:visible").count() == 0
    shown.click("#q1 .answer summary")
    assert shown.locator(".answer .right:visible").all_inner_texts() == ["Mars"]
    shown.click("#fold")
    assert shown.locator(".answer .right:visible").count() == 9
    shown.select_option("#topic", "sea")
    shown.select_option("#kind", "cloze")
    assert visible(shown) == ["q6"]
    shown.select_option("#topic", "")
    shown.select_option("#kind", "")
    shown.select_option("#priority", "detail")
    assert visible(shown) == ["q9"]
    shown.select_option("#priority", "")
    shown.fill("#search", "OCEAN largest")
    assert visible(shown) == ["q4"]
    shown.fill("#search", "nothing of the kind")
    assert shown.locator(".none").is_visible()
    shown.fill("#search", "")
    shown.check("#noted")
    assert visible(shown) == ["q2"]
    assert "Q101" in (shown.text_content("#q2 .notes") or "")
    assert shown.locator("#q1 header .topic").inner_text() == "The sky"


def test_filters_survive_a_reload(show: Show) -> None:
    shown = show(sheet(NINE))
    shown.fill("#search", "ocean")
    shown.reload()
    assert visible(shown) == ["q4"]


def answer(shown: "Page", right: bool) -> None:
    """Answer every question of NINE as a learner would."""
    shown.click(f"#q1 label:has-text('{'Mars' if right else 'Venus'}')")
    shown.click("#q2 label:has-text('Jupiter')")
    if right:
        shown.click("#q2 label:has-text('Saturn')")
    shown.click(f"#q3 label:has-text('{'False' if right else 'True'}')")
    shown.fill("#q4 input", " ocean pacifique. " if right else "Atlantic")
    shown.fill("#q5 input", "72.5 %" if right else "80")
    shown.fill("#q6 p:nth-of-type(1) input", "tides")
    places = ["1", "2", "3"] if right else ["2", "1", "3"]
    for step, place in zip(["Mercury", "Venus", "Earth"], places, strict=True):
        shown.select_option(f"#q7 li:has-text('{step}') select", place)
    rights = shown.locator("#q8 .sides > ol:last-child li").all_text_contents()
    for left, partner in {"Estonia": "Baltic", "Croatia": "Adriatic", "Georgia": "Black Sea"}.items():
        wanted = rights.index(partner) if right else 0
        shown.select_option(f"#q8 li:has-text('{left}') select", "ABC"[wanted])
    for number in (1, 2, 3, 7, 8):
        shown.click(f"#q{number} [data-do=check]")
    for number in (4, 5, 6, 9):
        shown.click(f"#q{number} [data-do=show]")
        if right and number == 4:  # one of the accepted answers, which needs no judging
            assert shown.text_content("#q4 output") == "✓ Correct"
        else:
            shown.click(f"#q{number} [data-do={'right' if right else 'wrong'}]")


def test_a_printed_sheet_does_not_show_given_answers(show: Show) -> None:
    shown = show(sheet(NINE))
    shown.click("#take")
    shown.click("#q1 label:has-text('Mars')")
    shown.click("#q1 [data-do=check]")
    shown.evaluate("document.printed = () => [...document.querySelectorAll('.taking')].length")
    shown.evaluate("addEventListener('beforeprint', () => { document.atPrint = document.printed(); })")
    shown.pdf()
    assert shown.evaluate("document.atPrint") == 0
    assert shown.evaluate("document.printed()") == 1
    assert "1 of 1" in shown.inner_text("#score")


TYPED: list[dict[str, Any]] = [
    {"id": "a", "kind": "short", "stem": "Capital?", "answer": "Bogotá", "reject": {"Lima": "That is in <Peru>."}},
    {"id": "b", "kind": "short", "stem": "year", "answer": "año", "answer_language": "es"},
    {"id": "c", "kind": "short", "stem": "Hue?", "answer": "hue", "pattern": "hues?"},
    {"id": "d", "kind": "cloze", "text": '{{c1::Tides}} follow the {{c2::"Moon"}}.'},
]


@pytest.mark.parametrize(
    ("number", "typed", "right"),
    [
        (1, ["bogota"], True),
        (1, ["Lima"], False),
        (2, ["Año."], True),
        (2, ["ano"], False),
        (4, ["tides", '"moon"'], True),
        (4, ["tides", ""], False),
    ],
)
def test_an_accepted_answer_needs_no_judging(show: Show, number: int, typed: list[str], right: bool) -> None:
    shown = show(sheet(TYPED))
    shown.click("#take")
    for box, text in enumerate(typed):
        shown.locator(f"#q{number} input").nth(box).fill(text)
    shown.click(f"#q{number} [data-do=show]")
    assert shown.text_content(f"#q{number} output") == ("✓ Correct" if right else "")
    assert shown.is_visible(f"#q{number} [data-do=right]") is not right


def test_an_author_sees_how_typed_answers_are_graded(show: Show) -> None:
    shown = show(sheet(TYPED))
    shown.click("#fold")
    assert "Grading: lenient" in shown.inner_text("#q1 .answer")
    assert "Wrong: Lima (That is in <Peru>.)" in shown.inner_text("#q1 .answer")
    assert "Grading: spelling; counts: accents, articles, word order, typos" in shown.inner_text("#q2 .answer")
    assert "Also correct: what matches hues?" in shown.inner_text("#q3 .answer")


def test_practicing_gives_a_score(show: Show) -> None:
    shown = show(sheet(NINE, {1: (WARNING,)}))
    shown.click("#take")
    assert shown.locator(".answer:visible, .notes:visible").count() == 0
    shown.click("#q1 [data-do=check]")
    assert shown.text_content("#q1 output") == "Pick an option first."
    shown.select_option("#q7 li:has-text('Earth') select", "1")
    shown.select_option("#q7 li:has-text('Venus') select", "1")
    shown.click("#q7 [data-do=check]")
    assert shown.text_content("#q7 output") == "Give each step its own number first."
    answer(shown, right=True)
    assert shown.inner_text("#score") == "Score: 100% (9 of 9), 0 left"
    assert shown.locator("article .take output").all_text_contents() == ["✓ Correct"] * 9
    shown.click("#take")
    shown.click("#take")
    answer(shown, right=False)
    # One of two answers and one of three pairs are right, and no step is followed by the correct one.
    assert shown.inner_text("#score") == "Score: 9% (0.8 of 9), 0 left"
    assert shown.text_content("#q2 output") == "◐ Partly correct (50%)"
    assert shown.text_content("#q7 output") == "✗ Wrong"
    assert shown.locator("#q1 .answer .right").is_visible()


def test_points_priority_and_source_are_shown(show: Show) -> None:
    source = {
        "title": "Sky watching",
        "short": "magazine, May 2020",
        "publisher": "The Observer",
        "published": "May 2020",
        "url": "https://sky.example/watching?a=1&b=2",
    }
    retired = {"id": "old", "kind": "short", "stem": "Which planet is the ninth?", "answer": "Pluto", "retired": True}
    shown = show(sheet([*NINE, retired], source=source))
    assert shown.inner_text(".top .origin") == (
        "Source: Sky watching · The Observer · May 2020 · https://sky.example/watching?a=1&b=2\nOn cards: magazine, May 2020"
    )
    assert shown.get_attribute(".top .origin a", "href") == "https://sky.example/watching?a=1&b=2"
    assert "10 questions, 10 points" in shown.inner_text(".summary")
    shown.click("#fold")
    assert shown.text_content("#q9 .names") == "Point: fathom.c1 · Facts: fathom, league"
    assert shown.text_content("#q1 .names") == "Point: choice"
    assert shown.locator(".badge").all_text_contents() == ["detail", "retired"]
    shown.click("#take")
    assert "q10" not in visible(shown)  # learners are not asked retired questions
    assert shown.inner_text("#score").endswith("9 left")


def test_a_source_that_is_not_a_web_address_is_not_a_link(show: Show) -> None:
    shown = show(sheet(NINE, source={"title": "Sky", "url": "javascript:alert(1)"}))
    assert shown.locator(".top a").count() == 0


GRADED: list[dict[str, Any]] = [
    *({"kind": "choice", "stem": "Which?", "answer": "a", "distractors": list("bcde"[:wrong])} for wrong in (1, 2, 4)),
    *(
        {"kind": "multiple", "stem": "Which?", "answers": list("abc"[:right]), "distractors": list("vwxyz"[:wrong])}
        for right in (1, 2, 3)
        for wrong in (1, 2, 3)
    ),
    {"kind": "true_false", "stem": "So?", "answer": True},
    {"kind": "true_false", "stem": "So?", "answer": False, "explanation": "No."},
    *({"kind": "order", "stem": "In order.", "steps": list("abcde"[:steps])} for steps in (3, 4, 5)),
    *({"kind": "match", "stem": "Match.", "pairs": [(x, x.upper()) for x in "abc"[:pairs]]} for pairs in (2, 3)),
]


def responses(question: Question) -> list[Any]:
    """Return every response that a learner can give on the page."""
    match question:
        case ChoiceQuestion():
            return list(question.shown)
        case MultipleQuestion():
            sizes = range(1, len(question.shown) + 1)
            return [frozenset(picked) for size in sizes for picked in combinations(question.shown, size)]
        case TrueFalseQuestion():
            return [True, False]
        case OrderQuestion():
            return list(permutations(question.steps))
        case MatchQuestion():
            lefts, rights = zip(*question.pairs, strict=True)
            chosen = product([None, *rights], repeat=len(lefts))
            pairs = [tuple((left, right) for left, right in zip(lefts, row, strict=True) if right) for row in chosen]
            return [response for response in pairs if response]
        case CardQuestion() | ShortQuestion() | NumberQuestion() | ClozeQuestion():
            return []  # learners judge these themselves
        case _:
            assert_never(question)


def fields(question: Question, response: Any) -> dict[str, str]:
    """Return ``response`` as values of form fields, by the text next to each field."""
    match question:
        case ChoiceQuestion():
            return {response: "on"}
        case MultipleQuestion():
            return dict.fromkeys(response, "on")
        case TrueFalseQuestion():
            return {str(response): "on"}
        case OrderQuestion():
            return {step: str(position) for position, step in enumerate(response, 1)}
        case _:
            rights = present(question, "")
            return {left: "ABC"[rights.index(right)] for left, right in response}


def test_the_page_gives_the_same_credit_as_quizgen(show: Show) -> None:
    made = sheet([{"id": f"question-{number}", **question} for number, question in enumerate(GRADED)])
    shown = show(made)
    compared: set[str] = set()
    for number, question in enumerate((entry.question for entry in made.entries), 1):
        assert question is not None
        given = responses(question)
        shown_credits = shown.evaluate(RESPOND, [f"q{number}", [fields(question, response) for response in given]])
        assert dict(zip(given, shown_credits, strict=True)) == pytest.approx(
            {response: grade(question, response).share for response in given}
        ), question
        compared.add(question.kind)
    assert compared == {"choice", "multiple", "true_false", "order", "match"}


def test_typed_answers_are_judged_by_the_learner(show: Show) -> None:
    # The page once graded them itself, and accepted "C" for "C++" and "5" for "-5".
    typed: list[dict[str, Any]] = [
        {"id": "cpp", "kind": "short", "stem": "Which language adds classes to C?", "answer": "C++"},
        {"id": "minus", "kind": "number", "stem": "What is 2 minus 7?", "answer": -5},
    ]
    shown = show(sheet(typed))
    shown.click("#take")
    for number, given in ((1, "C"), (2, "5")):
        shown.fill(f"#q{number} input", given)
        shown.press(f"#q{number} input", "Enter")
        assert shown.text_content(f"#q{number} output") == ""
        assert shown.locator(f"#q{number} .answer .right").is_visible()
    shown.click("#q1 [data-do=wrong]")
    shown.click("#q2 [data-do=wrong]")
    assert shown.inner_text("#score") == "Score: 0% (0 of 2), 0 left"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", [None, "ar"])
def test_it_is_readable_on_every_screen(show: Show, scheme: str, width: int, language: str | None) -> None:
    wide = {"id": "wide", "kind": "short", "stem": "W" * 300, "answer": "x" * 300, "hint": "`" + "y" * 200 + "`"}
    shown = show(
        sheet([*NINE, wide], {1: (WARNING,)}, language=language),
        color_scheme=scheme,
        viewport={"width": width, "height": 3000},
    )
    shown.click("#fold")
    assert not shown.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert shown.evaluate("getComputedStyle(document.querySelector('main')).direction") == (
        "rtl" if language else "ltr"
    )
    assert shown.evaluate(LOWEST_CONTRAST) >= 4.5
    shown.click("#take")
    assert not shown.evaluate("document.documentElement.scrollWidth > innerWidth")
    for field in shown.locator("article :is(input, select):visible").all():
        assert field.evaluate("field => field.labels.length") == 1


@pytest.mark.parametrize("place", ["stem", "answer", "explanation"])
def test_hostile_text_stays_text(show: Show, place: str) -> None:
    questions = []
    for number, text in enumerate(HOSTILE):
        data = {
            "id": f"q-{number}",
            "kind": "short",
            "stem": "Which?",
            "answer": "x",
            "explanation": "y",
            "hint": text,
            "topic": "t",
            "accept": [text],
        }
        questions.append({**data, place: text})
    notes = {0: (Remark("error", "E1", HOSTILE[0], HOSTILE[1], HOSTILE[2]),)}
    shown = show(
        sheet(questions, notes, title=HOSTILE[10], description=HOSTILE[1], topics={"t": HOSTILE[1]}, source=HOSTILE[0])
    )
    shown.click("#fold")
    shown.click("#take")
    shown.hover("#q2")
    assert shown.evaluate("window.harm") is None
    assert (
        shown.locator("article script, article img, article svg, article b[onclick], article details[ontoggle]").count()
        == 0
    )
    assert shown.title() == HOSTILE[10]
    if place == "stem":
        assert shown.text_content("#q1 .stem") == HOSTILE[0]


def test_a_print_has_the_questions_first_and_the_key_last(show: Show) -> None:
    shown = show(sheet(NINE, {1: (WARNING,)}))
    shown.emulate_media(media="print")
    printed = shown.inner_text("body")
    questions, _, key = printed.partition("\nKey\n")
    assert "Which planet is red?" in questions
    assert "Q101" not in questions
    assert "Show answers" not in questions
    assert "It reflects the Sun." not in questions
    letters = shown.locator("#q1 .options li").all_inner_texts()
    assert f"{'ABC'[letters.index('Mars')]} Mars" in key
    assert "Pacific" in key
    assert "Pacific" not in questions
    shown.emulate_media(media="screen")
    shown.select_option("#topic", "sky")
    shown.emulate_media(media="print")
    assert "Pacific" not in shown.inner_text("body")


def test_the_article_follows_with_the_facts_that_cite_it(show: Show) -> None:
    paragraphs = (
        ParagraphCoverage(1, HOSTILE[0], ("depth",), ()),
        ParagraphCoverage(2, "Challenger sank in 1875.", (), (("date", "1875"), ("name", HOSTILE[1]))),
        ParagraphCoverage(3, "So it goes.", (), ()),
    )
    nine = [{**question, "fact": "depth"} if question["topic"] == "sea" else question for question in NINE]
    shown = show(replace(sheet(nine), text=paragraphs))
    assert shown.evaluate("window.harm") is None
    assert shown.locator(".text .said").all_inner_texts() == [one.text for one in paragraphs]
    assert shown.inner_text("#p1 .beside") == "✓ depth questions 4, 5, 6, 8, 9"
    assert shown.locator("#p2 .beside :is(p, li)").all_inner_texts() == [
        "○ No fact cites this paragraph",
        "dates: 1875",
        f"names: {HOSTILE[1]}",
    ]
    assert shown.inner_text("#p3 .beside") == ""
    assert "article with 1 paragraph not covered" in shown.inner_text(".summary")
    said, beside = (shown.locator(f"#p2 .{name}").bounding_box() for name in ("said", "beside"))
    assert said is not None
    assert beside is not None
    assert said["x"] + said["width"] <= beside["x"]
    shown.select_option("#topic", "sky")
    assert "q4" not in visible(shown)
    shown.click("#p1 a >> text=4")
    assert "q4" in visible(shown)
    assert shown.url.endswith("#q4")
    assert shown.evaluate(LOWEST_CONTRAST) >= 4.5
    shown.set_viewport_size({"width": 320, "height": 900})
    assert not shown.evaluate("document.documentElement.scrollWidth > innerWidth")
    shown.click("#take")
    assert not shown.is_visible(".text")
    shown.click("#take")
    shown.emulate_media(media="print")
    assert not shown.is_visible(".text")


def test_a_watched_page_reloads(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    script = tmp_path / "stamp.js"
    script.write_text(stamp_script("one"))
    path.write_text(page(sheet(NINE[:1]), (script.name, "one")), "utf-8")
    shown = browser.new_page()
    shown.goto(path.as_uri())
    assert len(visible(shown)) == 1
    path.write_text(page(sheet(NINE), (script.name, "two")), "utf-8")
    script.write_text(stamp_script("two"))
    shown.wait_for_selector("#q9")
    shown.close()


def test_a_thousand_questions_open(show: Show) -> None:
    many = [{**question, "id": f"{question['id']}-{number}"} for number in range(112) for question in NINE][:1000]
    shown = show(sheet(many))
    assert len(visible(shown)) == 1000
    shown.fill("#search", "fathom")
    assert len(visible(shown)) == 111
    shown.fill("#search", "")
    rendered = "number => document.querySelector(`#q${number} .stem`).checkVisibility({contentVisibilityAuto: true})"
    shown.wait_for_function(rendered, arg=1)
    assert not shown.evaluate(rendered, 999)  # questions far from the window are not rendered


# Give each of several responses to one question, each from a fresh start, and return the credits.
RESPOND = """([id, responses]) => responses.map(response => {
  const article = document.getElementById(id), take = document.getElementById("take");
  if (document.body.classList.contains("taking")) take.click();
  take.click();
  for (const label of article.querySelectorAll("label")) {
    const field = label.querySelector("input, select"), value = response[label.querySelector("span").textContent];
    if (value === undefined) continue;
    if (field.matches("input")) field.checked = true; else field.value = value;
  }
  article.querySelector("[data-do=check]").click();
  return Number(article.dataset.credit);
})"""

# The lowest contrast between any text and its background, as WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
LOWEST_CONTRAST = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => numbers(colour).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    const colour = getComputedStyle(element).backgroundColor;
    return numbers(colour)[3] === 0 && element.parentElement ? ground(element.parentElement) : colour;
  };
  let lowest = 21;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    lowest = Math.min(lowest, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
  }
  return lowest;
}"""
