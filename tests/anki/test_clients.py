"""Cards in the pages of other clients than the desktop: without its scripts, with their classes and their own colors."""

from collections.abc import Callable

import pytest
from card_pages import CLIENTS, Reviewer
from effort import combined
from test_cards_in_browser import LOWEST_CONTRAST, TOO_WIDE

pytestmark = [pytest.mark.anki, pytest.mark.browser]

# One card of each note type. Two of them have math.
CARDS = ("boiling", "inner-planets", "sun-planet", "capital-of-japan", "rivers", "seasons", "currencies")
OTHER_CONTENT = ("code", "table", "sound", "ar-choice")
LOOK = f"""() => {{
  const ground = getComputedStyle(document.querySelector('.card')).backgroundColor.match(/\\d+/g).slice(0, 3);
  return [...({LOWEST_CONTRAST})(), {TOO_WIDE}, ground.every(c => c > 200)];
}}"""
SPACE_BELOW_PROMPT = """() => {
  const edge = (selector, side) => document.querySelector(selector).getBoundingClientRect()[side];
  return edge('.origin', 'top') - edge('.prompt', 'bottom');
}"""


@pytest.mark.slow
@pytest.mark.parametrize(("client", "other"), combined(CLIENTS, OTHER_CONTENT))
def test_every_note_type_is_readable_and_can_be_answered(
    review: Callable[..., Reviewer], client: str, other: str
) -> None:
    """The fixture makes sure that no script fails and nothing is loaded from elsewhere."""
    night = OTHER_CONTENT.index(other) % 2 == 1
    reviewer = review(client=client, night=night, has_touch=True, is_mobile=True)
    page = reviewer.page
    found = []

    def look(where: str) -> None:
        contrast, words, too_wide, light = page.evaluate(LOOK)
        if contrast < 4.5 or too_wide or light is night:
            found.append((where, contrast, words))

    for question_id in (*CARDS, other):
        reviewer.load_front(question_id)
        for tapped in page.locator(".tappable").all()[-2:]:
            tapped.tap()
        look(f"{question_id}, front")
        answered = page.locator(".picked").count()
        reviewer.load_back()
        look(f"{question_id}, back")
        assert bool(answered) is bool(page.locator(".verdict").count()), question_id
    assert not found


@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_a_text_box_on_the_card_is_readable(review: Callable[..., Reviewer], night: bool) -> None:
    reviewer = review(client="AnkiDroid's older reviewer", night=night)
    page = reviewer.load_front("capital-of-japan")
    page.locator(".typing > div").evaluate("(place, html) => { place.innerHTML = html }", "<input id=typeans>")
    colors = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor].map(c => Math.max(...c.match(/\\d+/g).slice(0, 3)))"
    text, ground = page.locator("#typeans").evaluate(colors)
    assert abs(text - ground) > 180


def test_what_is_typed_outside_the_page_gets_a_verdict(review: Callable[..., Reviewer]) -> None:
    reviewer = review(client="AnkiDroid's older reviewer")
    page = reviewer.load_front("capital-of-japan")
    assert page.locator("#typeans").count() == 0
    assert reviewer.load_back("Tokio").locator(".verdict").inner_text() == "Right"


@pytest.mark.parametrize("client", [*CLIENTS, None], ids=lambda client: client or "desktop")
def test_a_cloze_card_lists_what_else_is_right_for_its_own_blank(
    review: Callable[..., Reviewer], client: str | None
) -> None:
    reviewer = review(client=client) if client else review()
    listed, gaps = [], []
    for ordinal in range(3):
        if client:
            reviewer.skip_front("two-blanks", ordinal)
            page = reviewer.load_back()
        else:
            reviewer.show("two-blanks", ordinal)
            page = reviewer.flip()
        listed.append(page.locator(".accepted").inner_text())
        gaps.append(page.evaluate(SPACE_BELOW_PROMPT))
    assert listed == ["Donau, Ister", "", "Rumania"]
    # Nothing listed takes no space.
    assert gaps[1] == min(gaps)


def test_only_the_card_that_asks_for_a_part_of_a_formula_names_it(reviewer: Reviewer) -> None:
    """Anki cannot mark it, neither in the question nor in the answer."""
    shown = []
    for ordinal in range(4):
        reviewer.show("rivers", ordinal)
        asked = reviewer.flip().locator(".asked")
        shown.append(asked.is_visible())
    assert shown == [False, False, False, True]
    assert asked.locator("mjx-mfrac").count() == 1
    assert asked.evaluate("e => getComputedStyle(e.querySelector('.the-answer'), '::before').content") == '"Answer: "'


def test_a_client_that_does_not_number_its_cards_lists_what_else_is_right_for_each_blank(
    review: Callable[..., Reviewer],
) -> None:
    reviewer = review()
    page = reviewer.show("two-blanks")
    reviewer.flip()
    page.evaluate("document.body.classList.remove('card1')")
    assert page.locator(".accepted").inner_text().split("\n") == ["(1) Donau, Ister", "(3) Rumania"]
