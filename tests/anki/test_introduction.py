"""What a deck says about itself, on its page in the real Anki and for AnkiWeb."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from anki_samples import edited, question_set
from click.testing import CliRunner
from learner import Author, Learner, learner_at
from test_markup import Seen

from quizgen.anki.errors import ExportError
from quizgen.anki.export import describe, export_apkg
from quizgen.anki.introduction import DECK_WORDS, Introduction
from quizgen.anki.notes import make_note
from quizgen.anki.pictures import Pictures
from quizgen.anki.selection import ExportOptions
from quizgen.anki.words import WORDS
from quizgen.cli.export import export_command
from quizgen.questions import QuestionSet

DAY = 1_700_000_000
"""November 14, 2023, 22:13 UTC."""
SOURCE = {"title": "The Small <Almanac>", "publisher": "Us", "published": "2023", "url": "https://example.org/a?b&c"}


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        yield one


def page(learner: Learner, title: str = "An almanac of small things") -> str:
    """The description on the deck's page, as HTML."""
    deck = learner.collection.decks.by_name(title)
    assert deck is not None
    return str(deck["desc"])


def introduced(questions: list[dict[str, Any]] | None = None) -> QuestionSet:
    return question_set(questions, source=SOURCE, license="CC BY 4.0")


@pytest.mark.anki
def test_the_page_of_a_deck_names_source_license_cards_and_how_to_study(learner: Learner, tmp_path: Path) -> None:
    learner.take(Author(tmp_path, DAY).release(introduced()).path)

    html = page(learner)
    assert ("a", {"href": "https://example.org/a?b&c"}) in Seen(html).tags
    text = Seen(html).text
    assert "Source: The Small <Almanac>, Us, 2023" in text
    assert "License: CC BY 4.0" in text
    assert "Cards: 12" in text
    assert "the number of new cards per day to 15, and turn on “Bury new siblings” and FSRS" in text
    assert text.endswith("First version: 2023-11-14")


@pytest.mark.anki
def test_an_update_says_what_is_new_and_an_unchanged_export_says_the_same_again(
    learner: Learner, tmp_path: Path
) -> None:
    author = Author(tmp_path, DAY)
    learner.take(author.release(introduced()).path)
    added = {"kind": "card", "id": "freezing", "stem": "At what does water freeze?", "answer": "At 0 °C."}
    later = introduced([*edited("boiling", hint="A kettle."), added])

    first = author.release(later)
    learner.take(first.path)
    assert Seen(page(learner)).text.endswith("Version: 2023-11-14. New questions: 1; changed questions: 1")
    again = author.release(later)
    assert again.path.read_bytes() == first.path.read_bytes()


@pytest.mark.anki
def test_a_part_of_a_set_counts_its_own_cards(learner: Learner, tmp_path: Path) -> None:
    options = ExportOptions(topics=frozenset({"space"}))
    learner.take(Author(tmp_path, DAY).release(introduced(), options=options).path)

    assert "Cards: 3\n" in Seen(page(learner)).text


def test_a_description_recommends_the_number_of_new_cards_that_is_sent_along() -> None:
    (html,) = describe(introduced(), ExportOptions(new_per_day=40), modified=DAY)
    assert "new cards per day to 40" in Seen(html).text


@pytest.mark.parametrize("url", ["https://example.org/a", "HTTPS://example.org/a", "javascript:alert(1)"])
def test_a_description_and_the_cards_link_the_same_addresses(url: str) -> None:
    made = question_set(source={**SOURCE, "url": url})
    (html,) = describe(made, modified=DAY)
    note = make_note(made, made.questions[0], Pictures(None))
    citation = note.fields[note.note_type.fields.index("Citation")]

    assert (f'href="{url}"' in html) is (f'href="{url}"' in citation) is url.lower().startswith("https")


@pytest.mark.parametrize(
    ("description", "html"),
    [
        ("Rivers.", "<p>Rivers.</p>"),
        ("- Rivers\n- Lakes", "<ul>\n<li>Rivers</li>\n<li>Lakes</li>\n</ul>"),
        ("3. Rivers", '<ol start="3">\n<li>Rivers</li>\n</ol>'),
        ("> Rivers\n\nAnd lakes.", "<blockquote>\n<p>Rivers</p>\n</blockquote>\n<p>And lakes.</p>"),
        ("```\nRivers\n```", "<pre><code>Rivers\n</code></pre>"),
    ],
)
def test_only_plain_parts_of_a_description_become_paragraphs(description: str, html: str) -> None:
    (shown,) = describe(question_set(description=description), modified=DAY)
    assert shown.startswith(f"{html}\n<p>Source: ")


def test_a_description_for_ankiweb_shows_topics_and_samples_and_few_tags() -> None:
    (html,) = describe(introduced(), modified=DAY)
    seen = Seen(html)

    assert {tag for tag, _ in seen.tags} <= {"p", "b", "i", "em", "strong", "code", "a", "ul", "li"}
    assert "Space: 3" in seen.text
    assert "Which planet is the largest? Jupiter" in seen.text
    assert "To update, import the new version the same way as the first." in seen.text


def test_describe_prints_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(DAY))
    path = tmp_path / "capitals.yaml"
    path.write_text(
        "id: capitals\ntitle: Capitals\nlicense: CC0\nlanguage: de\nquestions:\n"
        "  - {id: peru, kind: card, stem: Hauptstadt von Peru?, answer: Lima}\n",
        "utf-8",
    )
    result = CliRunner().invoke(export_command, ["capitals.yaml", "--describe"])

    assert result.exit_code == 0, result.output
    assert "<p>Lizenz: CC0</p>\n<p>Karten: 1</p>" in result.stdout
    assert "<li>Hauptstadt von Peru? <i>Lima</i></li>" in result.stdout
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_with_progress_but_without_history_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    Path("capitals.yaml").write_text(
        "id: capitals\ntitle: Capitals\nquestions:\n  - {id: peru, kind: card, stem: Peru?, answer: Lima}\n", "utf-8"
    )
    result = CliRunner().invoke(export_command, ["capitals.yaml", "--with-progress"])

    assert result.exit_code == 1
    assert result.stderr == (
        "Error: Your history has no reviews of capitals. Study this set first, or export without --with-progress.\n"
    )
    assert not list(tmp_path.glob("*.apkg"))


def test_two_sets_with_one_title_are_named_as_they_are_written(tmp_path: Path) -> None:
    sets = [question_set(id="one", title="The Capitals"), question_set(id="two", title="the capitals")]
    with pytest.raises(ExportError, match=r"the same title, 'The Capitals', .*change the title of one of them"):
        export_apkg(sets, tmp_path / "x.apkg", modified=DAY)


def test_a_description_in_a_language_from_right_to_left_has_its_direction() -> None:
    html = Introduction(question_set(language="he"), {}, 12).for_anki()
    assert html.startswith('<div dir="rtl"><p>')
    assert "<p>מספר הכרטיסים: 12</p>" in html
    assert "dir=" not in Introduction(question_set(language="de"), {}, 12).for_anki()


@pytest.mark.parametrize("language", DECK_WORDS)
def test_each_language_has_every_part_with_its_placeholders(language: str) -> None:
    def parts(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text)} - {None}

    assert DECK_WORDS.keys() == WORDS.keys()
    for name in DECK_WORDS["en"].__slots__:
        words, english = getattr(DECK_WORDS[language], name), getattr(DECK_WORDS["en"], name)
        assert parts(words) == parts(english), name
        assert words.endswith(" ") == english.endswith(" "), name
