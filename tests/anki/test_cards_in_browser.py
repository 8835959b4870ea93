"""Cards in a real browser, as the real backend renders them and the desktop's reviewer shows them: readable everywhere."""

from collections.abc import Callable
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from card_pages import WIDTHS, Reviewer, answer, cards, typeset
from effort import combined

from quizgen.markup import to_html

if TYPE_CHECKING:
    from anki.collection import Collection
    from playwright.sync_api import Page

pytestmark = [pytest.mark.anki, pytest.mark.browser]

Review = Callable[..., Reviewer]

# The lowest contrast between any text or sign and what lies behind it, after WCAG 2.2
# (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
LOWEST_CONTRAST = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => numbers(colour).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element, sign) => {
    const style = getComputedStyle(element, sign), colour = style.backgroundColor;
    // A drawn sign is cut out of its own ground, which has its color.
    if (numbers(colour)[3] !== 0 && !(sign && style.maskImage.includes('svg'))) return colour;
    return sign ? ground(element) : ground(element.parentElement);
  };
  let lowest = [21, ''];
  for (const element of document.querySelectorAll('.quiz, .quiz *')) {
    if (!element.checkVisibility()) continue;
    const words = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('').trim();
    const signs = ['::before', '::after'].filter(at => /[^"\\s]/.test(getComputedStyle(element, at).content.replace('none', '')));
    for (const at of words ? [null, ...signs] : signs) {
      const [a, b] = [light(getComputedStyle(element, at).color), light(ground(element, at))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < lowest[0]) lowest = [ratio, `${words} ${at}`];
    }
  }
  return lowest;
}"""


LOWEST_BORDER = (
    LOWEST_CONTRAST[: LOWEST_CONTRAST.index("  for (const element")]
    + """
  for (const element of document.querySelectorAll('.quiz *')) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || !parseFloat(style.borderLeftWidth) || style.borderLeftStyle === 'none') continue;
    const [a, b] = [light(style.borderLeftColor), light(ground(element.parentElement))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < lowest[0]) lowest = [ratio, element.outerHTML.slice(0, 60)];
  }
  return lowest;
}"""
)
# What moves by itself. Only scrolling changes a fade.
MOVING = """() => document.getAnimations().filter(one => one.timeline === document.timeline).length
  + [...document.querySelectorAll('.quiz, .quiz *')].map(e => getComputedStyle(e)).filter(style =>
    style.transitionDuration !== '0s' || (style.animationName !== 'none' && style.animationTimeline === 'auto')).length"""
# Open the hints, and return where the question begins, whether the page is too wide, what moves, the lowest contrasts.
LOOK = f"""() => {{
  const top = document.querySelector('.prompt').getBoundingClientRect().top + scrollY;
  document.querySelectorAll('details').forEach(hint => hint.open = true);
  const tooWide = document.documentElement.scrollWidth > innerWidth;
  return [top, tooWide, ({MOVING})(), ...({LOWEST_CONTRAST})(), ...({LOWEST_BORDER})()];
}}"""


@pytest.mark.parametrize(("width", "night"), combined(WIDTHS, [False, True]))
def test_every_side_of_every_card_is_readable_and_nothing_moves(
    review: Review, sample_cards: "Collection", night: bool, width: int
) -> None:
    """So there is nothing that a learner who prefers reduced motion would have to switch off."""
    reviewer = review(night=night, viewport={"width": width, "height": 640})
    page = reviewer.page
    diagnostics: list[str] = []

    def look(where: str) -> float:
        top, too_wide, moving, contrast, words, border, bordered = page.evaluate(LOOK)
        if too_wide:
            diagnostics.append(f"{where}: wider than the screen")
        if moving:
            diagnostics.append(f"{where}: something moves")
        if contrast < 4.5:
            diagnostics.append(f"{where}: contrast {contrast:.2f} of {words!r}")
        if border < 3:
            diagnostics.append(f"{where}: contrast {border:.2f} of the border of {bordered!r}")
        return float(top)

    for question_id, ordinal in cards(sample_cards):
        name = f"{question_id} {ordinal + 1}"
        reviewer.show(question_id, ordinal)
        before = look(f"{name}, front")
        if page.query_selector(".live"):
            answer(page)
            look(f"{name}, answered")
        reviewer.flip()
        if abs(look(f"{name}, back") - before) > 2:
            diagnostics.append(f"{name}, back: the question is not where it was")
    assert not diagnostics, "\n".join(diagnostics)


TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("question_id", ["maths", "maths-options"])
def test_a_formula_wider_than_a_phone_scrolls_by_itself(review: Review, question_id: str) -> None:
    """In the desktop's page, and in one that a client typesets after it has loaded; both load MathJax itself."""
    inside = """formulas => formulas.map(formula => [
      formula.scrollWidth > formula.clientWidth, formula.getBoundingClientRect().right <= innerWidth,
    ])"""

    def look(page: "Page") -> None:
        found = page.locator(".formula, mjx-container:not(.formula > *)").evaluate_all(inside)
        assert [True, True] in found
        assert all(fits for _, fits in found)
        assert not page.evaluate(TOO_WIDE)

    reviewer = review()
    look(reviewer.show(question_id))
    look(reviewer.flip())
    reviewer.load_front(question_id).wait_for_selector("[data-typeset]")
    look(reviewer.page)
    reviewer.load_back().wait_for_selector("[data-typeset]")
    look(reviewer.page)


@pytest.mark.parametrize("question_id", ["boiling", "rivers"])
def test_a_formula_in_an_answer_stays_on_its_line(reviewer: Reviewer, question_id: str) -> None:
    reviewer.show(question_id)
    formulas = reviewer.flip().locator("#answer > :is(.formula, mjx-container)")
    assert {"0px"} == set(formulas.evaluate_all("all => all.map(one => getComputedStyle(one).marginTop)"))


def test_punctuation_stays_next_to_a_formula_that_scrolls(reviewer: Reviewer) -> None:
    """On its line, on the side where the sentence goes on: out of sight if that is where the formula is cut off."""
    look = """formula => {
      const box = formula.getBoundingClientRect(), style = getComputedStyle(formula), text = formula.parentNode.lastChild;
      const words = document.createRange();
      words.selectNode(text);
      const sign = words.getBoundingClientRect(), middle = (sign.top + sign.bottom) / 2;
      return {
        text: text.data, onLine: box.top < middle && middle < box.bottom, left: sign.left, right: sign.right,
        gapBehind: sign.left - (box.right - parseFloat(style.paddingRight)),
        gapBefore: box.left + parseFloat(style.paddingLeft) - sign.right,
        // Its beginning is what is shown first, even on a card from right to left.
        scrolled: formula.scrollLeft + formula.parentNode.scrollLeft,
      };
    }"""
    formula = reviewer.show("maths").locator(".prompt .formula > mjx-container").first
    found = formula.evaluate(look)
    assert (found["text"], found["onLine"], found["scrolled"]) == (",", True, 0)
    assert abs(found["gapBehind"]) < 1
    assert found["left"] > 360
    formula.evaluate("f => f.parentNode.scrollLeft = 1000")
    assert 300 < formula.evaluate(look)["right"] < 360

    found = reviewer.show("ar-card").locator(".prompt .formula > mjx-container").first.evaluate(look)
    assert (found["text"], found["onLine"], found["scrolled"]) == ("؟", True, 0)
    assert 1 < found["gapBefore"] < 5
    assert 0 < found["left"] < found["right"] < 360


@pytest.mark.parametrize(
    ("question_id", "wide", "fitting"),
    [
        ("maths", ".prompt .formula >> nth=0", ".prompt .formula >> nth=1"),
        ("code", ".prompt pre > code", ".prompt p > code"),
        ("table", ".prompt table >> nth=1", ".prompt table >> nth=0"),
        ("ar-card", ".prompt table", ".hint"),
    ],
)
def test_what_is_cut_off_fades_where_it_continues_and_nowhere_else(
    reviewer: Reviewer, question_id: str, wide: str, fitting: str
) -> None:
    # The browser knows how far something is scrolled when it has drawn it.
    fades = """e => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(
      ['--before', '--behind'].map(name => parseFloat(getComputedStyle(e).getPropertyValue(name)))
    ))))"""
    to_its_end = "e => { e.scrollLeft = getComputedStyle(e).direction === 'rtl' ? -1e4 : 1e4 }"
    page = reviewer.show(question_id)
    if "table" in wide:
        page.evaluate(
            """() => document.querySelector('.prompt').insertAdjacentHTML('beforeend',
              `<table><tr>${'<td>somethingwide</td>'.repeat(9)}</tr></table>`)"""
        )
    assert page.locator(fitting).evaluate(fades) == [0, 0]
    # What is before it in reading direction, and behind it; the mask itself runs from left to right.
    order = slice(None, None, -1 if question_id == "ar-card" else 1)
    before, behind = page.locator(wide).evaluate(fades)[order]
    assert before < 1
    assert behind > 20
    page.locator(wide).evaluate(to_its_end)
    before, behind = page.locator(wide).evaluate(fades)[order]
    assert before > 20
    assert behind < 1


def test_a_formula_that_fits_has_nothing_to_scroll_to(reviewer: Reviewer) -> None:
    """Not even to MathJax's copy for screen readers, which can be wider than what is seen."""
    wider = "all => all.filter(f => f.scrollWidth > f.clientWidth + 1).length"
    for ordinal in range(4):
        assert reviewer.show("rivers", ordinal).locator("mjx-container").evaluate_all(wider) == 0
    assert reviewer.show("boiling") is reviewer.flip()
    assert reviewer.page.locator("mjx-container").evaluate_all(wider) == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_code_begins_where_the_text_around_it_begins(review: Review, width: int) -> None:
    """In a box of its own in the answer and on a wide screen; on a phone, otherwise, as wide as the screen."""
    look = """parts => parts.map(part => {
      const code = part.querySelector('pre'), text = document.createRange();
      text.selectNode(part.querySelector('p').firstChild);
      const box = code.getBoundingClientRect();
      const first = code.firstChild.getBoundingClientRect().left + parseFloat(getComputedStyle(code.firstChild).paddingLeft);
      const start = text.getBoundingClientRect().left;
      return [innerWidth > 480 || part.classList.contains('answer'), box.left - start, first - start, box.left, innerWidth - box.right];
    })"""
    reviewer = review(viewport={"width": width, "height": 640})
    reviewer.show("code")
    for inset, box, first, left, right in reviewer.flip().locator(".prompt, .answer").evaluate_all(look):
        assert abs(box if inset else first) < 1
        assert inset or abs(left) + abs(right) < 1


def test_a_circle_with_a_chosen_place_has_one_color(reviewer: Reviewer) -> None:
    answer(reviewer.show("seasons"))
    colors = """items => items.map(item => {
      const circle = getComputedStyle(item, '::before');
      return circle.borderTopColor === circle.backgroundColor;
    })"""
    assert set(reviewer.page.locator(".steps > li").evaluate_all(colors)) == {True}


@pytest.mark.parametrize("question_id", ["long", "largest-planet", "maths-options", "hostile", "sun-planet"])
def test_options_stay_where_they_were_and_wrap_as_they_did(review: Review, question_id: str) -> None:
    """On a phone, when the card is turned over: what is said about an option and has no room is left to its sign."""
    reviewer = review(has_touch=True, is_mobile=True)
    page = typeset(reviewer.load_front(question_id))
    lines = """items => items.map(item => {
      const words = document.createRange(), said = item.querySelector('.yours');
      words.selectNodeContents(item);
      if (said) words.setEndBefore(said);
      return [words, item].map(part => Math.round(part.getBoundingClientRect().height));
    })"""
    page.locator(".options > li").first.tap()
    top, before = (
        page.locator(".options").evaluate("o => o.getBoundingClientRect().top"),
        page.locator(".options > li").evaluate_all(lines),
    )
    typeset(reviewer.load_back())

    assert abs(page.locator(".options").evaluate("o => o.getBoundingClientRect().top") - top) < 3
    assert page.locator(".options > li").evaluate_all(lines) == before
    # If nothing was picked, too.
    reviewer.load_front(question_id)
    assert abs(reviewer.load_back().locator(".options").evaluate("o => o.getBoundingClientRect().top") - top) < 3


@pytest.mark.parametrize("question_id", ["long", "ten", "sun-planet", "hostile-pairs", "seasons", "sound"])
def test_the_verdict_is_seen_where_anki_scrolls_to(review: Review, question_id: str) -> None:
    reviewer = review(viewport={"width": 1280, "height": 250})
    page = reviewer.show(question_id)
    if question_id == "sound":
        page.fill("#typeans", "Volga")
    else:
        answer(page)
    page = reviewer.flip("Volga")
    top, bottom = page.locator(".verdict").evaluate(
        "v => [v.getBoundingClientRect().top, v.getBoundingClientRect().bottom]"
    )
    assert 0 <= top < bottom <= 250


@pytest.mark.parametrize(
    ("question_id", "scrolled"), [("largest-planet", False), ("inner-planets", False), ("code", True)]
)
def test_on_a_low_screen_the_question_is_seen_whole_or_not_at_all(
    review: Review, question_id: str, scrolled: bool
) -> None:
    reviewer = review(viewport={"width": 1280, "height": 300})
    page = reviewer.show(question_id)
    if page.query_selector(".live"):
        answer(page)
    assert bool(reviewer.flip().evaluate("scrollY")) is scrolled
    cut = """question => {
      const lines = document.createRange();
      lines.selectNodeContents(question);
      return [...lines.getClientRects()].filter(line => line.width && line.top < -1 && line.bottom > 6 && line.height < 60).length;
    }"""
    assert page.locator(".prompt").evaluate(cut) == 0


def test_a_long_list_of_accepted_answers_is_folded_and_below_the_answer(reviewer: Reviewer) -> None:
    reviewer.show("many-names")
    page = reviewer.flip("Istanbul")
    listed, rest = page.locator(".accepted"), page.locator(".accepted details")
    top = "e => e.getBoundingClientRect().top"
    assert page.locator(".answer").evaluate(top) < listed.evaluate(top) < page.locator(".explanation").evaluate(top)
    assert rest.locator("summary").inner_text() == "and 4 more"
    assert listed.evaluate("e => e.getBoundingClientRect().height < 2.5 * parseFloat(getComputedStyle(e).lineHeight)")
    rest.locator("summary").click()
    # A name may have a comma, and what was folded goes on in the line.
    names = ["Angora", "Ancyra", "the city of Ankara", "Ankara, Turkey", "Ankyra", "Engürü", "Ankara, Türkiye"]
    assert listed.inner_text() == "; ".join(names)


@pytest.mark.parametrize(
    ("question_id", "ground", "padded"),
    [("drawing", "rgb(253, 252, 249)", True), ("long", "rgba(0, 0, 0, 0)", False)],
)
def test_a_drawing_has_paper_on_dark_grounds_unless_it_has_a_ground(
    review: Review, question_id: str, ground: str, padded: bool
) -> None:
    look = "image => [getComputedStyle(image).backgroundColor, getComputedStyle(image).padding !== '0px']"
    assert review(night=True).show(question_id).locator(".picture img").evaluate(look) == [ground, padded]
    # The ground that the system forces upon a page may be dark by day, too.
    reviewer = review()
    reviewer.page.emulate_media(forced_colors="active")
    assert reviewer.show(question_id).locator(".picture img").evaluate(look) == [ground, False]


def test_a_sound_is_below_its_question_which_stays_in_place_without_it(reviewer: Reviewer) -> None:
    box = "e => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom]"
    page = reviewer.show("sound")
    top, bottom = page.locator(".prompt").evaluate(box)
    assert bottom <= page.locator(".sound").evaluate(box)[0] < page.locator(".picture").evaluate(box)[0]
    # So are the sign that plays it, which the back's fields do not have, and the picture.
    below = ".context a, .picture img"
    places = page.locator(below).evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
    assert abs(reviewer.flip().locator(".prompt").evaluate(box)[0] - top) < 2
    assert page.locator(below).evaluate_all("all => all.map(e => e.getBoundingClientRect().top)") == places


@pytest.mark.parametrize("width", WIDTHS)
def test_the_topic_is_above_the_question_on_both_sides_and_the_source_below_the_answer(
    review: Review, width: int
) -> None:
    reviewer = review(viewport={"width": width, "height": 640})
    front = reviewer.show("boiling")
    assert front.locator(".context").inner_text() == "Matter"
    assert front.locator(".origin").count() == 0
    back = reviewer.flip()
    assert back.locator(".context").inner_text() == "Matter"
    printed = back.locator(".origin").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert printed.split("\n") == ["the almanac’s editors", "Paragraph 4, The Small Almanac"]


@pytest.mark.parametrize(("ordinal", "marked"), [(0, False), (3, True)])
def test_a_blank_in_a_formula_is_marked_on_its_own_card(reviewer: Reviewer, ordinal: int, marked: bool) -> None:
    ground = "part => getComputedStyle(part).backgroundColor !== 'rgba(0, 0, 0, 0)'"
    places = """prompt => {
      const first = document.createRange();
      first.setStart(prompt, 0);
      first.setEnd(prompt.querySelector('.unbroken') || prompt.firstChild, 1);
      return [first.getClientRects()[0].top, prompt.getBoundingClientRect().bottom];
    }"""
    plain, _ = reviewer.show("boiling").locator(".prompt").evaluate(places)
    front = reviewer.show("rivers", ordinal)
    assert front.locator("mjx-math .in-formula-4").evaluate(ground) is marked
    top, bottom = front.locator(".prompt").evaluate(places)
    back = reviewer.flip()
    assert back.locator("mjx-math .in-formula-4").evaluate(ground) is marked
    # The line of the formula has room for a fraction, in place of the blank, and the first line is where all cards have theirs.
    assert back.locator(".prompt").evaluate(places) == pytest.approx([top, bottom], abs=0.5)
    assert top == pytest.approx(plain, abs=1)


def test_a_short_answer_is_as_wide_as_its_blank_and_stays_next_to_its_punctuation(reviewer: Reviewer) -> None:
    look = "blank => [blank.getBoundingClientRect().width, getComputedStyle(blank.parentNode).whiteSpace]"
    for ordinal, (front, back) in enumerate([("[…]", "Seine"), ("[city];", "Paris;")]):
        blank = reviewer.show("rivers", ordinal).locator(".cloze")
        looks = blank.evaluate(look)
        assert blank.evaluate("blank => blank.parentNode.textContent") == front
        blank = reviewer.flip().locator(".cloze")
        assert blank.evaluate(look) == looks == [looks[0], "nowrap"]
        assert blank.evaluate("blank => blank.parentNode.textContent") == back


def test_long_partners_have_the_full_width_of_a_phone(reviewer: Reviewer) -> None:
    page = reviewer.show("long-pairs")
    lefts, rights = (page.locator(f"{side} > li") for side in (".left", ".right"))
    width = "item => item.getBoundingClientRect().width"
    assert lefts.last.evaluate(width) == rights.first.evaluate(width) > 300
    top = "item => item.getBoundingClientRect().top"
    assert lefts.last.evaluate(top) < rights.first.evaluate(top)


def test_formulas_in_options_are_smaller_before_they_scroll_and_have_one_size(review: Review) -> None:
    reviewer = review(viewport={"width": 360, "height": 640})
    sizes = "all => [...new Set(all.map(one => parseFloat(one.style.fontSize) / one.size))]"
    options = ".options mjx-container"
    assert reviewer.show("maths-options").locator(options).evaluate_all(sizes) == [0.75]
    assert reviewer.flip().locator(options).evaluate_all(sizes) == [0.75]
    wide = review(viewport={"width": 1280, "height": 640})
    assert wide.show("maths-options").locator(options).evaluate_all(sizes) == [1]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('He said "many" and "few, or none".', "He said “many” and “few, or none”."),
        ("'Don't,' said Ebbinghaus's friend.", "‘Don’t,’ said Ebbinghaus’s friend."),
        ("\"*Many*\" in the '90s: the students' books", "“Many” in the ’90s: the students’ books"),
        ("5' 10\" is `x['a']`, and \\(f'(x)\\) a slope", "5' 10\" is x['a'], and \\(f'(x)\\) a slope"),
        ('x = "a" or f("b")', 'x = "a" or f("b")'),
    ],
)
def test_quotation_marks_are_those_of_print_but_not_in_code(reviewer: Reviewer, typed: str, shown: str) -> None:
    """On the card only: the note keeps what was typed."""
    page = reviewer.show("source")
    assert printed_on_card(page, ".prompt", typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("SM-2 of 1987-88, well-known", "SM‑2 of 1987-88, well-known"),
        ("the US–Armenian drill, 1914–1918", "the US–|Armenian drill, 1914–|1918"),
        ("Nagorno-Karabakh, the US-led Franco-Prussian war", "Nagorno-|Karabakh, the US-|led Franco-|Prussian war"),
        ("On September 8, 2023 he ran 20 kilometers", "On September_8,_2023 he ran 20_kilometers"),
        ("85 American, 175 Armenian in the United States", "85_American, 175_Armenian in the United_States"),
        ("5 % of 1,200 V, \\(x = 5 a\\) and `5 km`", "5_% of 1,200_V, \\(x = 5 a\\) and 5 km"),
        ("In 1987 Dr. John F. Kennedy met J. K. Rowling", "In_1987 Dr._John F._Kennedy met J._K._Rowling"),
        ("see p. 12 on Elizabeth II, Eagle Partner 2023", "see p._12 on Elizabeth_II, Eagle_Partner_2023"),
        (
            "The Treaty of Paris 1783, In March 2024, Open Peace Hub 2025",
            "The Treaty of Paris_1783, In March_2024, Open_Peace_Hub_2025",
        ),
        # Too long to be on one line everywhere.
        ("A. B. C. D. E. F. G. H. I. J. K. L", "A. B. C. D. E. F. G. H. I. J. K. L"),
        ("Unabhängigkeitserklärungen 1776", "Unabhängigkeitserklärungen 1776"),
    ],
)
def test_no_line_ends_within_a_name_or_an_amount(reviewer: Reviewer, typed: str, shown: str) -> None:
    """``_`` and ``|`` are a space and a place without a break."""
    printed = printed_on_card(reviewer.show("source"), ".prompt", typed)
    assert printed.replace("\N{NO-BREAK SPACE}", "_").replace("\N{WORD JOINER}", "|") == shown


def test_a_source_breaks_behind_its_commas(reviewer: Reviewer) -> None:
    reviewer.show("source")
    typed = "Paragraph 5, news article, September 2023, and a long title with Nicholas Cepeda in it"
    shown = "Paragraph_5, news_article, September_2023, and a long title with Nicholas_Cepeda in it"
    printed = printed_on_card(reviewer.flip(), ".origin", typed)
    assert printed.replace("\N{NO-BREAK SPACE}", "_") == shown


def test_short_code_is_on_one_line(reviewer: Reviewer) -> None:
    page = reviewer.show("source")
    printed_on_card(page, ".prompt", " ".join("`[1, 4]`" for _ in range(20)))
    assert set(page.locator(".prompt code").evaluate_all("all => all.map(code => code.getClientRects().length)")) == {1}


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "A school compares two ways of practicing by giving a quiz at the end of the lesson and finds one of them"
            " better, although a month later the pupils taught in the other way remember more. What went wrong?"
        ),
        (
            "Which statements in a report written before Eagle Partner 2023, the US–Armenian exercise, would a later report"
            " on Nagorno-Karabakh have to check against what Colonel Kostanyan said in September 2023 about 1,200 soldiers?"
        ),
    ],
    ids=["words", "names"],
)
@pytest.mark.parametrize(("place", "width", "shortest"), [(".prompt", 360, 0.15), (".explanation", 1280, 0.2)])
def test_the_last_line_is_no_stump_and_the_others_are_filled(
    review: Review, place: str, width: int, shortest: float, sentence: str
) -> None:
    """What is held together on a line leaves no large gap on the line before it."""
    reviewer = review(viewport={"width": width, "height": 640})
    reviewer.show("sun-planet")
    page = reviewer.flip()
    words = sentence.split()
    widths = """prompt => {
      const range = document.createRange(), lines = new Map();
      range.selectNodeContents(prompt);
      for (const box of range.getClientRects()) lines.set(box.top, (lines.get(box.top) || 0) + box.width / prompt.clientWidth);
      return [...lines.values()];
    }"""
    for count in range(6, len(words) + 1):
        printed_on_card(page, place, " ".join(words[:count]))
        found = page.locator(place).evaluate(widths)
        assert found[-1] >= shortest
        assert len(found) < 4 or min(found[:-1]) > 0.4


def printed_on_card(page: "Page", place: str, typed: str) -> str:
    """Put Markdown into a place of the card, run the scripts that typeset text, and return what the place shows."""
    scripts = (files("quizgen.anki") / "templates" / name for name in ("words.js", "quotes.js", "lines.js"))
    page.evaluate(
        """([place, html, scripts]) => {
          document.querySelector(place).innerHTML = html;
          new Function(scripts)();
        }""",
        [place, to_html(typed), "".join(script.read_text("utf-8") for script in scripts)],
    )
    return page.locator(place).inner_text()


def test_ankis_comparison_is_one_line_in_the_font_of_the_card_and_no_color_alone(review: Review) -> None:
    """Without scripts; with them, the card compares by itself."""
    reviewer = review(java_script_enabled=False)
    reviewer.load_front("ar-short")
    comparison = reviewer.load_back("Cairx").locator("code#typeans")
    assert comparison.evaluate(
        """c => [getComputedStyle(c).fontFamily === getComputedStyle(c.closest('.quiz')).fontFamily,
          c.getBoundingClientRect().height < 2 * parseFloat(getComputedStyle(c).lineHeight)]"""
    ) == [True, True]
    line = "item => getComputedStyle(item).textDecorationLine"
    assert comparison.locator(".typeBad").first.evaluate(line) == "line-through"
    assert comparison.locator(".typeMissed").first.evaluate(line) == "underline"
    # Where a letter is missing, nothing is seen that could be a letter or a minus; what was expected is seen.
    reviewer.load_front("capital-of-japan")
    missing, expected = reviewer.load_back("Tkyo").locator("#typeans .typeMissed").all()
    color = "item => getComputedStyle(item).color"
    assert missing.evaluate(color) == "rgba(0, 0, 0, 0)" != expected.evaluate(color)


def test_an_answer_is_green_if_it_was_checked_and_an_option_if_it_is_right(reviewer: Reviewer) -> None:
    border = "a => getComputedStyle(a).borderLeftColor"
    reviewer.show("boiling")
    neutral = reviewer.flip().locator(".answer").evaluate(border)
    reviewer.show("capital-of-japan")
    assert reviewer.flip("Kyoto").locator(".answer").evaluate(border) == neutral
    reviewer.show("capital-of-japan")
    green = reviewer.flip("tokyo").locator(".answer").evaluate(border)
    assert green != neutral
    # The frame of the right option is not that of a picked one if none was picked.
    frame = "item => [getComputedStyle(item).borderTopColor, getComputedStyle(item).boxShadow]"
    color = "item => getComputedStyle(item, '::after').color"
    page = reviewer.show("still")
    plain = page.locator("[data-right]").evaluate(frame)
    right = reviewer.flip().locator("[data-right]")
    assert (right.evaluate(frame), right.evaluate(color)) == (plain, green)
    reviewer.show("still").locator("[data-right]").click()
    assert reviewer.flip().locator("[data-right]").evaluate(frame)[0] == green
    reviewer.show("sun-planet").locator(".truth > li").last.click()
    chosen = reviewer.flip().locator("[data-value=False]")
    assert (chosen.evaluate(frame)[0], chosen.evaluate(color)) == (green, green)


def test_a_formula_does_not_reach_under_the_sign_of_its_option(reviewer: Reviewer) -> None:
    reviewer.show("maths-options").locator(".options > li").first.click()
    gaps = """options => options.map(option => {
      const shown = option.querySelector('mjx-container'), style = getComputedStyle(option);
      const formula = shown.getBoundingClientRect().right - parseFloat(getComputedStyle(shown).paddingRight);
      return option.getBoundingClientRect().right - parseFloat(style.paddingRight) - formula;
    })"""

    assert min(reviewer.flip().locator(".options > li").evaluate_all(gaps)) > -2


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("question_id", ["currencies", "ar-match"])
def test_both_sides_begin_in_one_line_and_boxes_are_as_high_as_their_words(
    review: Review, question_id: str, width: int
) -> None:
    page = review(viewport={"width": width, "height": 640}).show(question_id)
    edges = "items => items.map(item => [item.getBoundingClientRect().top, item.getBoundingClientRect().bottom])"

    left, right = (page.locator(f"{side} > li").evaluate_all(edges) for side in (".left", ".right"))
    assert left[0][0] == right[0][0]
    assert len({bottom - top for top, bottom in right}) == 1  # of one line
    for side in (left, right):
        assert all(above[1] < below[0] for above, below in pairwise(side))


def test_bold_words_stand_out_in_a_question(reviewer: Reviewer) -> None:
    weight = "element => Number(getComputedStyle(element).fontWeight)"
    prompt = reviewer.show("maths").locator(".prompt")

    assert prompt.locator("strong").evaluate(weight) >= prompt.evaluate(weight) + 200


def test_tables_and_quotations_are_shown_as_such(reviewer: Reviewer) -> None:
    page = reviewer.show("table")
    assert page.locator(".prompt th").all_inner_texts() == ["element", "symbol", "melts at"]
    assert page.locator(".prompt table").evaluate("table => table.scrollWidth <= table.clientWidth")

    assert reviewer.flip().locator(".explanation blockquote p").count() == 2


def test_pictures_are_shown_and_described(reviewer: Reviewer) -> None:
    picture = reviewer.show("long").locator(".picture img")

    assert picture.get_attribute("alt") == "An orange disc on a pale ground"
    assert picture.evaluate("image => image.naturalWidth") > 0


def test_a_picture_on_the_back_keeps_its_distance_from_the_explanation(reviewer: Reviewer) -> None:
    reviewer.show("picture-on-back")
    explanation = reviewer.flip().locator(".explanation")

    gap = explanation.evaluate(
        """e => {
          const words = document.createRange();
          words.selectNode(e.firstChild);
          return e.querySelector('.picture').getBoundingClientRect().top - words.getBoundingClientRect().bottom;
        }"""
    )
    line = explanation.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert gap >= line / 2
    # Its words can be as large as the card's, however low the screen is.
    assert explanation.locator("img").evaluate("e => getComputedStyle(e).maxHeight") == "none"


def test_math_is_typeset_by_the_client(reviewer: Reviewer) -> None:
    reviewer.show("boiling")

    assert reviewer.flip().locator("#answer mjx-container").count() == 1


def test_code_has_colors_and_loses_nothing(reviewer: Reviewer) -> None:
    page = reviewer.show("code")

    assert page.locator(".prompt pre .k").all_inner_texts() == ["def", "if", "not", "raise", "return"]
    assert "{braces} stay" in page.locator(".prompt pre .s").first.inner_text()


def test_lines_of_code_stay_lines_and_scroll(review: Review) -> None:
    page = review(viewport={"width": 360, "height": 640}).show("code")
    height, line, overflows = page.locator(".prompt pre").evaluate(
        """pre => [pre.querySelector('code').getBoundingClientRect().height,
          parseFloat(getComputedStyle(pre.querySelector('code')).lineHeight), pre.firstChild.scrollWidth > pre.clientWidth]"""
    )
    assert overflows
    assert height < 6 * line  # five lines
    assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("question_id", ["largest-planet", "inner-planets", "sun-planet", "seasons", "currencies"])
def test_what_is_tapped_is_as_high_as_a_finger_needs(review: Review, question_id: str) -> None:
    page = review(has_touch=True, is_mobile=True).load_front(question_id)
    heights = page.locator(".tappable").evaluate_all("items => items.map(item => item.getBoundingClientRect().height)")
    assert min(heights) >= 44


@pytest.mark.parametrize(("question_id", "control"), [("boiling", ".hint summary"), ("sound", ".sound a")])
def test_a_hint_and_a_sound_are_as_high_as_a_finger_needs(review: Review, question_id: str, control: str) -> None:
    page = review(has_touch=True, is_mobile=True).load_front(question_id)

    assert page.locator(control).evaluate("control => control.getBoundingClientRect().height") >= 44


def test_a_picture_has_no_more_space_below_it_than_above(reviewer: Reviewer) -> None:
    extra = (
        reviewer.show("long")
        .locator(".picture")
        .evaluate("p => p.getBoundingClientRect().bottom - p.querySelector('img').getBoundingClientRect().bottom")
    )
    assert abs(extra) < 0.5


def test_what_the_keys_do_stays_on_one_line_of_a_phone(review: Review) -> None:
    page = review(viewport={"width": 360, "height": 640}).show("seasons")
    height, line = page.locator(".keys").evaluate(
        "keys => [keys.getBoundingClientRect().height, parseFloat(getComputedStyle(keys).lineHeight)]"
    )
    assert height < 1.5 * line


def test_places_on_a_phone_do_not_touch_the_words(review: Review) -> None:
    gaps = (
        review(viewport={"width": 360, "height": 640})
        .show("currencies")
        .locator(".sides li")
        .evaluate_all(
            """items => items.map(item => {
          const words = document.createRange(), circle = getComputedStyle(item, '::before');
          words.selectNodeContents(item);
          const end = item.getBoundingClientRect().left + item.clientLeft + parseFloat(circle.left) + parseFloat(circle.width);
          return words.getBoundingClientRect().left - end;
        })"""
        )
    )
    assert min(gaps) >= 5


def test_keys_show_where_they_are(reviewer: Reviewer) -> None:
    ring = "() => [getComputedStyle(document.activeElement).outlineStyle, getComputedStyle(document.activeElement).outlineWidth]"
    page = reviewer.show("boiling")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    assert page.evaluate(ring) == ["solid", "3px"]
    reviewer.show("capital-of-japan").locator("#typeans").focus()
    assert page.evaluate(ring) == ["solid", "3px"]
    reviewer.show("largest-planet").keyboard.press("ArrowDown")
    assert page.evaluate(ring) == ["solid", "3px"]


def test_a_source_is_on_the_side_of_the_card(reviewer: Reviewer) -> None:
    """Even if it is in a language with another direction than the question's."""
    at_the_right = "e => e.firstChild && (r => { r.selectNodeContents(e); return innerWidth - r.getBoundingClientRect().right })(document.createRange())"
    reviewer.show("right-to-left")
    assert reviewer.flip().locator(".origin > p").evaluate(at_the_right) < 40


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_high_contrast_leaves_no_pale_text(review: Review, night: bool) -> None:
    reviewer = review(night=night)
    reviewer.page.emulate_media(contrast="more")
    reviewer.show("boiling")

    contrast, words = reviewer.flip().evaluate(LOWEST_CONTRAST)
    assert contrast >= 6, words
    assert reviewer.page.locator(".origin").evaluate("e => getComputedStyle(e).color") == reviewer.page.locator(
        ".quiz"
    ).evaluate("e => getComputedStyle(e).color")


def test_forced_colors_keep_the_pick_visible(review: Review) -> None:
    reviewer = review()
    reviewer.page.emulate_media(forced_colors="active")
    page = reviewer.show("largest-planet")
    page.locator(".options > li").first.click()

    widths = page.locator(".options > li").evaluate_all("items => items.map(i => getComputedStyle(i).borderTopWidth)")
    assert widths == ["3px", "1px", "1px", "1px", "1px"]
    # The ring of the keyboard's focus is apart from the border.
    page.keyboard.press("ArrowDown")
    ring = "i => ['outlineStyle', 'outlineWidth', 'outlineOffset'].map(name => getComputedStyle(i)[name])"
    assert page.locator(":focus").evaluate(ring) == ["solid", "3px", "3px"]
    page.keyboard.press("ArrowUp")
    # Its letter has the system's colors for what is selected.
    letters = page.locator(".options > li").evaluate_all(
        "items => items.map(i => getComputedStyle(i, '::before').backgroundColor)"
    )
    assert letters[0] not in letters[1:]


def test_a_right_to_left_card_runs_from_right_to_left_on_both_sides(reviewer: Reviewer) -> None:
    direction = "items => items.map(item => getComputedStyle(item).direction)"
    page = reviewer.show("right-to-left")
    assert set(page.locator(".prompt, .options > li").evaluate_all(direction)) == {"rtl"}
    page.locator(".options > li").first.click()

    assert set(reviewer.flip().locator(".prompt, .options > li").evaluate_all(direction)) == {"rtl"}
    assert page.locator("code").evaluate_all(direction) == ["ltr"]


def test_the_front_gives_nothing_away(reviewer: Reviewer) -> None:
    # Whatever a stylesheet could tell apart, in the item and in the signs before and after it, but for the letter.
    looks = """items => items.map(item => ['', '::before', '::after'].map(at => {
      const style = getComputedStyle(item, at);
      return ['color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'fontWeight', 'boxShadow', 'content', 'display']
        .map(name => style[name]).join();
    }).join(' | '))"""
    reviewer.page.mouse.move(0, 0)  # the item below the mouse has another border
    for question_id in ("largest-planet", "inner-planets", "sun-planet", "ten", "seasons"):
        items = reviewer.show(question_id).locator(".options > li, .steps > li")

        assert len(set(items.evaluate_all(looks))) == 1, question_id


def test_forced_colors_tell_right_from_wrong_on_every_back(review: Review) -> None:
    """Without fills and shadows: by the sign of each outcome, by thick borders and by the style of the border.

    Steps and partners are shown as they are right; what was wrong is said in them.
    """
    reviewer = review()
    reviewer.page.emulate_media(forced_colors="active")
    look = """items => items.map(item => {
      const before = getComputedStyle(item, '::before').content, after = getComputedStyle(item, '::after').content;
      const style = getComputedStyle(item), sign = /[✓✗◐○]/.exec(before + after)?.[0] || '';
      // The sign is drawn in one color; its character is not seen.
      const sign_styles = [item, ...item.querySelectorAll('.yours')].flatMap(
        e => ['::before', '::after'].map(at => getComputedStyle(e, at)).filter(one => one.maskImage !== 'none'));
      if (sign_styles.some(one => one.webkitTextFillColor !== 'rgba(0, 0, 0, 0)')) return ['two colors', sign, ''];
      return [style.borderTopWidth, sign, style.borderTopStyle];
    })"""
    styles = {"✓": "solid", "✗": "solid", "○": "dashed", "◐": "dotted", "": "solid"}
    for question_id in (
        "largest-planet",
        "inner-planets",
        "sun-planet",
        "feedback-on-options",
        "seasons",
        "currencies",
    ):
        page = reviewer.show(question_id)
        if question_id == "feedback-on-options":
            page.locator(".options > li").filter(has_text="Adriatic Sea").click()
        else:
            answer(page)
        found = reviewer.flip().locator(".options > li, .checked li").evaluate_all(look)

        assert any(width == "3px" for width, _, _ in found) >= (page.locator(".options, .checked .good").count() > 0)
        # Pieces that are right and were missed have a sign, too; those that are neither right nor chosen have none.
        assert all((width == "3px") >= bool(sign) for width, sign, _ in found), question_id
        assert [style for *_, style in found] == [styles[sign] for _, sign, _ in found], question_id


def test_a_number_in_a_table_stays_on_one_line(reviewer: Reviewer) -> None:
    cell = reviewer.show("table").locator(".prompt td", has_text="1538").first
    assert (
        cell.evaluate(
            "c => { const r = document.createRange(); r.selectNodeContents(c); return r.getClientRects().length }"
        )
        == 1
    )
