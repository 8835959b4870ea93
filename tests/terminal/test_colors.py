"""Every style that text is printed in is readable on common themes."""

import re

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from terminal_learner import ENTER, Learner, quiz

from quizgen.grading.verdict import Outcome
from quizgen.terminal import prompts
from quizgen.terminal.screen import BAR, CODE, COLORS, FAINT, badge, bar, sign, styled_line

THEMES = {
    "black": "#000000",
    "white": "#ffffff",
    "Dracula": "#282a36",
    "Solarized dark": "#002b36",
    "Solarized light": "#fdf6e3",
    "VS Code dark": "#1e1e1e",
}
PLAIN = re.compile(r"(?:bold|italic| )*")


def luminance(color: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_styles() -> list[str]:
    """The styles of all text in the quiz: those of signs, badges, Markdown and prompts."""
    styles = [sign(outcome)[1] for outcome in Outcome]
    styles += [badge("x", color)[1] for color in COLORS.values()]
    styles += [str(span.style) for span in styled_line("a `b` **c** *d*").spans]
    for _, rule in prompts._STYLE.style_rules:
        fore, back = re.search(r"fg:(#\w+)", rule), re.search(r"bg:(#\w+)", rule)
        attributes = re.sub(r"[fb]g:#\w+", "", rule).strip()
        styles.append(f"{attributes} {fore[1] if fore else ''}{f' on {back[1]}' if back else ''}".strip())
    return styles


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("style", sorted(set(text_styles())))
def test_text_has_the_terminals_own_color_or_enough_contrast(style: str) -> None:
    parsed = Style.parse(style)
    assert not parsed.dim
    if parsed.color is None:
        assert parsed.bgcolor is None
        assert PLAIN.fullmatch(style)
        return
    for theme in THEMES.values():
        back = parsed.bgcolor.get_truecolor().hex if parsed.bgcolor else theme
        assert contrast(parsed.color.get_truecolor().hex, back) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_bars_stand_out_from_their_surroundings(theme: str) -> None:
    assert bar(0.5, 4) == (("━━", BAR), ("──", FAINT))
    assert contrast(BAR, theme) >= 3


@pytest.mark.parametrize("color", [BAR, *(part for style in (*COLORS.values(), CODE) for part in style.split(" on "))])
def test_colors_are_among_the_256_of_most_terminals(color: str) -> None:
    exact = Color.parse(color)
    assert exact.downgrade(ColorSystem.EIGHT_BIT).get_truecolor() == exact.get_truecolor()


@pytest.mark.terminal
def test_only_lines_without_content_are_faint(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "choice", "--kind", "order", "--kind", "short", env={"COLORTERM": ""})
    learner.sees("or ↑↓ Enter")
    learner.types("!")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Ctrl-C quit")
    learner.types("Atlantic" + ENTER)
    learner.sees("i I was right")
    learner.types(ENTER)
    learner.sees("or ↑↓ Enter")
    learner.types("q")
    learner.leaves()
    faint = [
        text
        for codes, text in re.findall(r"\x1b\[([0-9;]*)m([^\x1b]*)", learner.written)
        if "2" in re.sub(r"[34]8;5;\d+", "", codes).split(";")
    ]
    assert faint
    assert all(set(text) <= {"─"} for text in faint)
