"""The language of a set on its cards: `lang`, the direction of the text, and the few words that cards add."""

import re
from collections.abc import Callable, Iterator
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from card_pages import WIDE, Reviewer, answer, cards
from card_samples import LANGUAGES

from quizgen.anki.notetypes import NOTE_TYPES, style
from quizgen.anki.words import WORDS, CardWords, words_of
from quizgen.text.writing_direction import is_right_to_left

if TYPE_CHECKING:
    from anki.collection import Collection

pytestmark = [pytest.mark.anki, pytest.mark.browser]

DIRECTION = "items => items.map(item => getComputedStyle(item).direction)"
PARTS = ".quiz, .prompt, .options > li, .steps > li, .left > li, .right > li, .hint summary, .explanation, .origin"
IDS = {language: [one["id"] for one in questions] for language, questions in LANGUAGES.items()}


def names(words: CardWords) -> Iterator[tuple[str, str]]:
    return ((name, getattr(words, name)) for name in words.__slots__)


@pytest.mark.parametrize("language", IDS)
def test_every_card_names_its_language_and_has_its_direction(reviewer: Reviewer, language: str) -> None:
    """The stems and first options of the samples begin in another script."""
    direction = "rtl" if is_right_to_left(language) else "ltr"
    for question_id in IDS[language]:
        page = reviewer.show(question_id)
        assert page.locator(".quiz").get_attribute("lang") == language, question_id
        assert set(page.locator(PARTS).evaluate_all(DIRECTION)) == {direction}, question_id
        if page.query_selector(".live"):
            answer(page)
        reviewer.flip()
        assert page.locator(".quiz").get_attribute("lang") == language, question_id
        assert set(page.locator(f"{PARTS}, #answer, #answer li").evaluate_all(DIRECTION)) == {direction}, question_id


def test_without_a_language_the_question_sets_the_direction_and_options_never_do(reviewer: Reviewer) -> None:
    for question_id, direction in (("right-to-left", "rtl"), ("long", "ltr")):
        for _ in range(8):  # whichever option the shuffle puts first
            page = reviewer.show(question_id)
            page.evaluate("document.querySelector('.quiz').lang = ''")  # which may be guessed by the script
            assert set(page.locator(".options, .options > li").evaluate_all(DIRECTION)) == {direction}


@pytest.mark.parametrize("language", ["ar-Latn", "he-IL", "pa-Arab", "pa", "und-Hebr"])
def test_the_script_of_a_language_sets_the_direction(reviewer: Reviewer, language: str) -> None:
    quiz = reviewer.show("still").locator(".quiz")
    quiz.evaluate("(quiz, language) => { quiz.lang = language; }", language)
    assert quiz.evaluate("quiz => getComputedStyle(quiz).direction === 'rtl'") is is_right_to_left(language)


def shown(reviewer: Reviewer) -> str:
    """Everything to be read on the page, with what style sheets add; spaces at which no line ends are plain ones."""
    text = str(
        reviewer.page.evaluate(
            """() => [...document.querySelectorAll('.quiz, .quiz *')].filter(e => e.checkVisibility())
              .flatMap(e => [getComputedStyle(e, '::before').content, getComputedStyle(e, '::after').content,
                ...[...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data)])
              .filter(text => text !== 'none' && text !== 'normal').join(' ')"""
        )
    )
    return text.replace("\N{NO-BREAK SPACE}", " ")


ENGLISH = re.compile(
    r"\b(Hint|Choose|Tap|True|False|Right|Wrong|your|missed|you|Also|According|Paragraph|move|right|wrong|to)\b"
)


@pytest.mark.parametrize("language", ["ar", "de-AT", "he"])
def test_a_card_has_no_english_word_if_its_language_has_its_own(review: Callable[..., Reviewer], language: str) -> None:
    reviewer, seen = review(viewport=WIDE), ""
    for question_id in IDS[language]:
        page = reviewer.show(question_id)
        seen += shown(reviewer)
        if page.query_selector(".live"):
            answer(page)
        reviewer.flip()
        seen += shown(reviewer)
    assert not ENGLISH.findall(seen)
    words = words_of(language)
    fixed = {words.find_partners, words.keys_pair, words.true, words.false, words.your_answer}
    if language != "he":
        fixed |= {
            words.hint, words.put_in_order, words.keys_place, words.also_right, words.according_to,
            words.paragraph.format(number=2),
        }  # fmt: skip
    fixed |= {words.choose_one, words.keys_one} if language == "ar" else {words.choose_all, words.keys_select}
    assert [word for word in fixed if word.replace("\N{NO-BREAK SPACE}", " ") not in seen] == []


def test_the_list_of_options_is_named_in_the_language_of_the_card(reviewer: Reviewer) -> None:
    assert reviewer.show("de-multiple").locator(".options").get_attribute("aria-label") == "Antworten"
    assert reviewer.show("largest-planet").locator(".options").get_attribute("aria-label") == "Options"


def test_a_typed_answer_is_judged_in_the_language_of_the_card(reviewer: Reviewer) -> None:
    reviewer.show("de-spanish").locator("#typeans").fill("año")

    assert reviewer.flip(typed="año").locator(".verdict").inner_text() == "Richtig"


def test_other_languages_have_the_english_words_in_their_own_direction(reviewer: Reviewer) -> None:
    answer(reviewer.show("ps-order"))
    verdict = reviewer.flip().locator(".verdict")

    assert re.fullmatch(r"\d of 3 right|Right", verdict.inner_text())
    assert verdict.evaluate("v => getComputedStyle(v).unicodeBidi") == "plaintext"
    assert verdict.evaluate("v => v.getBoundingClientRect().right > innerWidth / 2")


@pytest.mark.parametrize(
    ("question_id", "language"),
    [
        ("ps-order", "en"),
        ("fa-order", "fa"),
        ("ur-order", "ur"),
        ("ar-match", "ar"),
        ("de-order", "de"),
        ("right-to-left", "he"),
    ],
)
def test_words_of_the_cards_name_their_own_language(reviewer: Reviewer, question_id: str, language: str) -> None:
    page = reviewer.show(question_id)
    of_words = "items => items.map(item => item.closest('[lang]').lang)"
    assert set(page.locator(".task").evaluate_all(of_words)) == {language}
    answer(page)
    page = reviewer.flip()
    assert set(page.locator(".verdict, .yours").evaluate_all(of_words)) == {language}
    card = page.locator(".quiz").get_attribute("lang")
    assert set(page.locator(".yours > span").evaluate_all("items => items.map(item => item.lang)")) <= {card}


@pytest.mark.parametrize(
    ("question_id", "parts", "language"),
    [
        ("ps-card", ".according-to, .origin span[lang]", "en"),
        ("fa-card", ".according-to", "fa"),
        ("ar-cloze", ".also-right", "ar"),
        ("ar-short", ".also-right", "ar"),
        ("de-multiple", ".according-to", "de"),
        ("de-cloze", ".also-right", "de"),
        ("two-blanks", ".blank .also-right", "en"),
        ("feedback-on-options", ".partly-right", "en"),
    ],
)
def test_words_before_and_behind_others_name_their_language(
    reviewer: Reviewer, question_id: str, parts: str, language: str
) -> None:
    reviewer.show(question_id)
    found = reviewer.flip().locator(parts)
    assert found.count() >= parts.count(",") + 1
    assert set(found.evaluate_all("items => items.map(item => item.lang)")) == {language}
    # The words around them are in the language of the card.
    assert found.first.evaluate("item => item.parentNode.closest('[lang]').className").startswith("quiz")


@pytest.mark.parametrize("language", WORDS)
def test_each_language_has_every_word_with_its_placeholders(language: str) -> None:
    def parts(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    for name, english in names(WORDS["en"]):
        word = getattr(WORDS[language], name)
        assert word.strip(), name
        assert parts(word) == parts(english), name
        assert word.endswith(" ") == english.endswith(" "), name
    assert words_of(language) is words_of(f"{language.upper()}-X") is WORDS[language]
    assert words_of(None) is words_of("tlh") is WORDS["en"]


def test_words_reach_templates_and_scripts_by_names_that_exist() -> None:
    known = {f"--word-{name.replace('_', '-')}" for name, _ in names(WORDS["en"])}
    scripts = " ".join(kind.front + kind.back for kind in NOTE_TYPES)
    used = {
        f"--word-{name}"
        for call in re.findall(r"\bword\(([^;]*)\)", scripts)
        for name in re.findall(r'"([a-z][\w-]*)"', call)
    }
    used |= set(re.findall(r"var\((--word-[\w-]+)\)", style()))
    # The place in the source is in a field, with its comma; the language is the name of the entry.
    assert used == known - {"--word-paragraph", "--word-comma"} | {"--word-language"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", True), ("he-IL", True), ("ar-Latn", False), ("pa-Arab", True), ("en", False), (None, False), ("fa", True)],
)
def test_the_direction_of_a_language(language: str | None, expected: bool) -> None:
    assert is_right_to_left(language) is expected


def test_every_sample_is_imported(sample_cards: "Collection") -> None:
    assert {name for name, _ in cards(sample_cards)} >= {one for ids in IDS.values() for one in ids}
