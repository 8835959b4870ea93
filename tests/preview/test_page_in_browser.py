"""The preview in a real browser: what is shown, filtered and printed, and that a hostile set can do no harm."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from preview_pages import NINE, WARNING, Show, sheet

from quizgen.facts.coverage import ParagraphCoverage
from quizgen.preview import ShownDiagnostic, page, stamp_script

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from quizgen.text.mentions import MentionKind

pytestmark = pytest.mark.browser

HOSTILE = [
    "<script>window.harm=1</script>", '"><img src=x onerror="window.harm=1">', "</style><script>harm=1</script>",
    "[x](javascript:harm=1)", "<details open ontoggle=harm=1>", "&lt;b&gt;", "--><svg/onload=harm=1>", "`</code><b onclick=harm=1>`",
    "{{harm}}", "' onmouseover='harm=1", "</title><script>harm=1</script>", "http-equiv=refresh",
]  # fmt: skip


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
    shown.check("#diagnosed")
    assert visible(shown) == ["q2"]
    assert "Q101" in (shown.text_content("#q2 .diagnostics") or "")
    assert shown.locator("#q1 header .topic").inner_text() == "The sky"


def test_filters_survive_a_reload(show: Show) -> None:
    shown = show(sheet(NINE))
    shown.fill("#search", "ocean")
    shown.reload()
    assert visible(shown) == ["q4"]


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
    assert [shown.is_visible(f"#q5 {part}") for part in (".room span:empty", ".typing")] == [True, False]
    assert shown.inner_text("#q5 .room .unit") == "%"
    assert shown.locator(".badge").all_text_contents() == ["detail", "retired"]
    shown.click("#take")
    assert [shown.is_visible(f"#q5 {part}") for part in (".room", ".typing .unit")] == [False, True]
    assert "q10" not in visible(shown)  # learners are not asked retired questions
    assert shown.inner_text("#score").endswith("9 left")


def test_a_source_that_is_not_a_web_address_is_not_a_link(show: Show) -> None:
    shown = show(sheet(NINE, source={"title": "Sky", "url": "javascript:alert(1)"}))
    assert shown.locator(".top a").count() == 0


@pytest.mark.parametrize("language", [None, "ar"])
def test_it_is_readable_on_every_screen(show: Show, language: str | None) -> None:
    wide = {"id": "wide", "kind": "short", "stem": "W" * 300, "answer": "x" * 300, "hint": "`" + "y" * 200 + "`"}
    shown = show(sheet([*NINE, wide], {1: (WARNING,)}, language=language))
    too_wide = "document.documentElement.scrollWidth > innerWidth"
    shown.click("#fold")
    for width in (320, 1280):
        shown.set_viewport_size({"width": width, "height": 3000})
        assert not shown.evaluate(too_wide)
        direction = shown.evaluate("getComputedStyle(document.querySelector('main')).direction")
        assert direction == ("rtl" if language else "ltr")
        for scheme in ("light", "dark"):
            shown.emulate_media(color_scheme=scheme)
            assert shown.evaluate(LOWEST_CONTRAST) >= 4.5
    shown.click("#take")
    for width in (320, 1280):
        shown.set_viewport_size({"width": width, "height": 3000})
        assert not shown.evaluate(too_wide)
    labels = shown.locator("article :is(input, select):visible").evaluate_all(
        "fields => fields.map(field => field.labels.length)"
    )
    assert set(labels) == {1}


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
    diagnostics = {0: (ShownDiagnostic("error", "E1", HOSTILE[0], HOSTILE[1], HOSTILE[2]),)}
    shown = show(
        sheet(
            questions,
            diagnostics,
            title=HOSTILE[10],
            description=HOSTILE[1],
            topics={"t": HOSTILE[1]},
            source=HOSTILE[0],
        )
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
    found: tuple[tuple[MentionKind, str], ...] = (("date", "1875"), ("name", HOSTILE[1]))
    paragraphs = (
        ParagraphCoverage(1, HOSTILE[0], ("depth",), (), ()),
        ParagraphCoverage(2, "Challenger sank in 1875.", (), found, found),
        ParagraphCoverage(3, "So it goes.", (), (), ()),
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
    assert "article with 1 paragraph not fully covered" in shown.inner_text(".summary")
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


def test_a_watched_page_reloads(tab: "Page", tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    script = tmp_path / "stamp.js"
    script.write_text(stamp_script("one"))
    path.write_text(page(sheet(NINE[:1]), (script.name, "one")), "utf-8")
    tab.goto(path.as_uri())
    assert len(visible(tab)) == 1
    path.write_text(page(sheet(NINE), (script.name, "two")), "utf-8")
    script.write_text(stamp_script("two"))
    tab.wait_for_selector("#q9")


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
