"""The preview in a real browser: what shows, what filters, what is graded, and that nothing in a set can do harm."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from preview_pages import NINE, opened_browser, sheet

from quizgen.facts.coverage import ParagraphCoverage
from quizgen.preview import Note, Sheet, page, stamp_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Show = Callable[..., "Page"]
WARNING = Note("warning", "Q101", "an option stands for the others", "put a wrong one here")

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
    """Opens a sheet's page; at the end nothing may have gone wrong in it or been asked for outside."""
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


def test_answers_unfold_and_filters_leave_what_fits(show: Show) -> None:
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
    shown.fill("#search", "OCEAN largest")
    assert visible(shown) == ["q4"]
    shown.fill("#search", "nothing of the kind")
    assert shown.locator(".none").is_visible()
    shown.fill("#search", "")
    shown.check("#noted")
    assert visible(shown) == ["q2"]
    assert "Q101" in (shown.text_content("#q2 .notes") or "")
    assert shown.locator("#q1 header .topic").inner_text() == "The sky"


def test_what_is_chosen_outlives_a_reload(show: Show) -> None:
    shown = show(sheet(NINE))
    shown.fill("#search", "ocean")
    shown.reload()
    assert visible(shown) == ["q4"]


def answer(shown: "Page", right: bool) -> None:
    """Answer every question of NINE, in the ways of a learner."""
    shown.click(f"#q1 label:has-text('{'Mars' if right else 'Venus'}')")
    shown.click("#q2 label:has-text('Jupiter')")
    if right:
        shown.click("#q2 label:has-text('Saturn')")
    shown.click(f"#q3 label:has-text('{'False' if right else 'True'}')")
    shown.fill("#q4 input", " ocean pacifique. " if right else "Atlantic")
    shown.fill("#q5 input", "72,5 %" if right else "80")
    shown.fill("#q6 p:nth-of-type(1) input", "tides")
    shown.fill("#q6 p:nth-of-type(2) input", "the sun" if not right else "moon")
    places = ["1", "2", "3"] if right else ["2", "1", "3"]
    for step, place in zip(["Mercury", "Venus", "Earth"], places, strict=True):
        shown.select_option(f"#q7 li:has-text('{step}') select", place)
    rights = shown.locator("#q8 .sides > ol:last-child li").all_text_contents()
    for left, partner in {"Estonia": "Baltic", "Croatia": "Adriatic", "Georgia": "Black Sea"}.items():
        wanted = rights.index(partner) if right else 0
        shown.select_option(f"#q8 li:has-text('{left}') select", "ABC"[wanted])
    for number in range(1, 9):
        shown.click(f"#q{number} [data-do=check]")
    shown.click("#q9 [data-do=show]")
    assert "1 to go" in (shown.text_content("#score") or "")
    shown.click(f"#q9 [data-do={'knew' if right else 'missed'}]")


def test_a_sheet_is_printed_without_what_was_answered_on_it(show: Show) -> None:
    shown = show(sheet(NINE))
    shown.click("#take")
    shown.click("#q1 label:has-text('Mars')")
    shown.click("#q1 [data-do=check]")
    shown.evaluate("document.printed = () => [...document.querySelectorAll('.taking')].length")
    shown.evaluate("addEventListener('beforeprint', () => { document.atPrint = document.printed(); })")
    shown.pdf()
    assert shown.evaluate("document.atPrint") == 0
    assert shown.evaluate("document.printed()") == 1
    assert "1 of 1 right" in shown.inner_text("#score")


def test_taking_it_gives_the_score(show: Show) -> None:
    shown = show(sheet(NINE, {1: (WARNING,)}))
    shown.click("#take")
    assert shown.locator(".answer:visible, .notes:visible").count() == 0
    shown.click("#q4 [data-do=check]")
    assert shown.text_content("#q4 output") == "Answer first."
    answer(shown, right=True)
    assert shown.inner_text("#score") == "9 of 9 right (100%), 0 to go"
    assert shown.locator("article .take output").all_text_contents() == ["✓ Right"] * 9
    shown.click("#take")
    shown.click("#take")
    answer(shown, right=False)
    # Half the blanks, one of three places and one of three pairs are right.
    assert shown.inner_text("#score") == "1.2 of 9 right (13%), 0 to go"
    assert shown.text_content("#q7 output") == "◐ 1 of 3 right"
    assert shown.locator("#q1 .answer .right").is_visible()


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
    notes = {0: (Note("error", "E1", HOSTILE[0], HOSTILE[1], HOSTILE[2]),)}
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


def test_the_text_stands_below_with_what_the_facts_cover(show: Show) -> None:
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
        "○ No fact cites it yet",
        "dates: 1875",
        f"names: {HOSTILE[1]}",
    ]
    assert shown.inner_text("#p3 .beside") == ""
    assert "the text with 1 open paragraph" in shown.inner_text(".summary")
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


def test_a_watched_page_loads_itself_anew(browser: "Browser", tmp_path: Path) -> None:
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
    assert not shown.evaluate(rendered, 999)  # what is far from the window costs nothing


# The lowest contrast between any text and what lies behind it, after WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
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
