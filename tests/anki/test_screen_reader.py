"""Cards as a screen reader says them: Chromium's accessibility tree in reading order, with names and states."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from card_pages import WIDE, Reviewer

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.anki, pytest.mark.browser]

Review = Callable[..., Reviewer]

# What is said with its role; their names are all that is said of the first, and what is in the second follows.
NAMED = {"radio", "checkbox", "button", "textbox", "link", "image", "DisclosureTriangle", "columnheader", "cell"}
GROUPS = {"radiogroup", "group", "list", "listitem", "status", "table", "blockquote", "code", "MathMLMath"}
STATES = ("checked", "pressed", "expanded")


def spoken(page: "Page") -> list[str]:
    """Return what a screen reader says of the card, part by part: role, name and state, or just the text.

    Spaces at which no line ends are plain ones.
    """
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    said: list[str] = []

    def read(node: dict[str, Any]) -> None:
        role, name = (node.get(key, {}).get("value", "") for key in ("role", "name"))
        if not node["ignored"]:
            states = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
            state = [f"{key}={str(states[key]).lower()}" for key in STATES if key in states]
            if role in NAMED or (role in GROUPS and (name or role == "status")):
                said.append(" ".join([role, name.strip(), *state]).strip())
            elif role == "StaticText" and name.strip():
                said.append(name.strip())
            if role in NAMED or role == "MathMLMath":
                return
        for child in node.get("childIds", ()):
            if child in by_id:
                read(by_id[child])

    read(nodes[0])
    return [part.replace("\N{NO-BREAK SPACE}", " ") for part in said]


def press(page: "Page", keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(f"Arrow{key}")


def test_a_card_is_question_hint_answer_explanation_and_source(reviewer: Reviewer) -> None:
    page = reviewer.show("boiling")
    assert spoken(page) == [
        "Matter", "At what temperature does water boil at sea level?",
        "DisclosureTriangle Hint expanded=false",
    ]  # fmt: skip
    page.locator("summary").click()
    assert "DisclosureTriangle Hint expanded=true" in spoken(page)

    said = spoken(reviewer.flip())
    assert said[1:5] == ["At what temperature does water boil at sea level?", "At", "100 °C", ", or"]
    assert said[-2:] == ["Paragraph 4,", "The Small Almanac"]
    assert not any("✓" in part for part in said)


def test_one_option_is_a_radio_button_and_the_back_says_right_and_wrong(review: Review) -> None:
    reviewer = review(viewport=WIDE)
    page = reviewer.show("still")
    press(page, "Down Down")
    assert spoken(page) == [
        "How many moons has Mars?", "Choose one.", "↑ ↓ to choose.", "radiogroup Options",
        "radio 0 checked=false", "radio 1 checked=true", "radio 2 checked=false", "radio 3 checked=false",
    ]  # fmt: skip
    assert spoken(reviewer.flip()) == [
        "How many moons has Mars?", "status", "Wrong",
        "A", "0", "B", "1", "your answer", "Wrong", "C", "2", "right answer", "Right", "D", "3", "The Small Almanac",
    ]  # fmt: skip


def test_several_options_are_check_boxes_and_what_was_missed_is_said(review: Review) -> None:
    reviewer = review(viewport=WIDE)
    page = reviewer.show("inner-planets")
    page.locator(".options > li").filter(has_text="Mercury").click()
    page.locator(".options > li").filter(has_text="Uranus").click()
    said = spoken(page)
    assert said[2:4] == ["Choose all that apply.", "↑ ↓ to move, → to select."]
    assert said[4] == "group Options"
    assert sorted(said[5:]) == [
        "checkbox Mars checked=false", "checkbox Mercury checked=true", "checkbox None of these checked=false",
        "checkbox Saturn checked=false", "checkbox Uranus checked=true",
    ]  # fmt: skip
    said = spoken(reviewer.flip())
    assert said[said.index("status") + 1] == "1 of 2 found, 1 wrong"
    for option, verdict in (("Mercury", ["your answer", "Right"]), ("Mars", ["missed", "Right"])):
        assert said[said.index(option) + 1 :][:2] == verdict
    assert said[said.index("Uranus") + 1 :][:2] == ["your answer", "Wrong"]
    assert "Right" not in said[said.index("Saturn") + 1 :][:1]


def test_without_a_pick_the_right_option_is_named_right(reviewer: Reviewer) -> None:
    reviewer.show("still")
    said = spoken(reviewer.flip())
    assert "status" not in said
    assert said[said.index("2") + 1] == "Right"


def test_true_and_false_are_radio_buttons(review: Review) -> None:
    reviewer = review(viewport=WIDE)
    page = reviewer.show("sun-planet")
    press(page, "Right")
    assert spoken(page)[-3:] == ["radiogroup Options", "radio True checked=true", "radio False checked=false"]
    said = spoken(reviewer.flip())
    assert said[2:8] == ["status", "Wrong", "True", "Wrong", "False", "Right"]


def test_a_text_box_is_named_by_its_question(reviewer: Reviewer) -> None:
    page = reviewer.show("marathon")
    page.fill("#typeans", "42.195")
    assert spoken(page)[-3:-1] == ["How long is a marathon?", "textbox How long is a marathon?"]
    assert spoken(page)[-1] == "metres"
    said = spoken(reviewer.flip("42195"))
    assert said[said.index("status") + 1 :][:2] == ["Right", "42,195 metres"]


def test_the_filled_blank_is_told_from_the_text_around_it(reviewer: Reviewer) -> None:
    assert spoken(reviewer.show("de-cloze"))[-3:] == ["Der", "[…]", "fließt."]
    said = spoken(reviewer.flip())
    assert said[said.index("Der") :][:4] == ["Der", "richtige Antwort", "Rhein", "fließt."]


def test_steps_are_buttons_with_their_places(reviewer: Reviewer) -> None:
    page = reviewer.show("seasons")
    for step in ("Summer", "Spring"):
        page.locator(".steps > li").filter(has_text=step).click()
    assert sorted(part for part in spoken(page) if part.startswith("button")) == [
        "button 1 Summer pressed=true", "button 2 Spring pressed=true", "button Autumn pressed=false",
        "button Winter pressed=false",
    ]  # fmt: skip
    said = spoken(reviewer.flip())
    assert said[said.index("status") + 1] == "0 of 4 right"
    assert said[said.index("Spring") - 1 :][:4] == ["1", "Spring", "your place: 2", "Wrong"]
    assert said[said.index("Winter") - 1 :][:4] == ["4", "Winter", "no answer", "Wrong"]


def test_partners_have_the_same_number_and_the_back_says_whom_the_learner_chose(reviewer: Reviewer) -> None:
    page = reviewer.show("currencies")
    for partner in ("Yen", "Złoty"):
        page.locator(".right > li").filter(has_text=partner).click()
    said = [part for part in spoken(page) if part.startswith("button")]
    assert said[:3] == ["button 1 Japan", "button 2 India", "button 3 Poland"]
    assert sorted(said[3:]) == [
        "button 1 Yen pressed=true", "button 2 Złoty pressed=true", "button Rupee pressed=false",
    ]  # fmt: skip
    assert page.locator("[aria-current=true]").inner_text() == "Poland"
    said = spoken(reviewer.flip())
    assert said[said.index("status") + 1] == "1 of 3 right"
    assert said[said.index("India") :][:5] == ["India", "Rupee", "Wrong", "Your answer:", "Złoty"]
    assert said[said.index("Japan") :][:3] == ["Japan", "Yen", "Right"]


def test_options_and_partners_that_are_formulas_have_names(reviewer: Reviewer) -> None:
    said = spoken(reviewer.show("maths-options"))
    assert {"radio \\sqrt{2} checked=false", "radio \\int_0^1 x^2\\,dx checked=false"} < set(said)
    assert not any(part.startswith("radio checked") for part in said)
    page = reviewer.show("long-pairs")
    assert "button 3 e^{i\\pi}+1=0" in spoken(page)
    page.locator(".right > li").filter(has_text="Euler").click()
    assert "button 1 Euler’s identity pressed=true" in spoken(page)


def test_a_verdict_on_steps_is_said_once(reviewer: Reviewer) -> None:
    page = reviewer.show("seasons")
    for step in ("Spring", "Summer", "Autumn", "Winter"):
        page.locator(".steps > li").filter(has_text=step).click()
    said = spoken(reviewer.flip())
    assert said[said.index("status") + 1 :][:3] == ["Right", "1", "Spring"]
    # The same on the screen: one sign before the word, none behind it.
    assert page.locator(".verdict").evaluate("v => getComputedStyle(v, '::after').content") == "none"


def test_pictures_sounds_tables_and_math_have_words(reviewer: Reviewer) -> None:
    assert spoken(reviewer.show("sound")) == [
        "link Play", "Which river do you hear?", "image A river on a map",
        "textbox Which river do you hear?",
    ]  # fmt: skip
    said = spoken(reviewer.show("table"))
    assert "columnheader symbol" in said
    assert "cell Hg" in said
    reviewer.show("maths")
    assert reviewer.page.locator("mjx-assistive-mml").count() > 0
