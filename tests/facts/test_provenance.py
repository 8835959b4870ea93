"""A seed that names its text: quotes, what has changed, and the record of it."""

import re
from pathlib import Path
from typing import Any, cast

import pytest
import yaml_rs
from hypothesis import given
from hypothesis import strategies as st
from program import run_quizgen

from quizgen.editing.recording import recorded
from quizgen.facts.article import Article, Passage, new_numbers
from quizgen.facts.citations import paragraph_corrections
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import document_of
from quizgen.loading.provenance import citation_diagnostics, draft_diagnostics
from quizgen.loading.sets import seed_from

TEXT = """\
# Rivers

The *Po* is “long” — some 652 km,
and wide.

Its mouth is near Venice.
The Arno flows past Florence.
"""
SEED = """\
# A comment that stays.
id: rivers
source: {title: Rivers, text: rivers.md}   # here too
topics: {rivers: Rivers}
facts:
  - id: length
    topic: rivers
    statement: "The Po is {{c1::652}} km long."
    citation:
      quote: the po is "long" - some 652 km, and wide
      paragraph: 2
  - id: mouth
    topic: rivers
    statement: "The Po ends near {{c1::Venice}}."
    citation: {paragraph: 4}
  - id: arno
    topic: rivers
    statement: "{{c1::Florence}} lies on the Arno."
    citation: {paragraph: 5, phrases: [past Florence]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rivers.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rivers.yaml").write_text(SEED, encoding="utf-8")
    return tmp_path


def quizgen(folder: Path, *arguments: str) -> tuple[int, str]:
    done = run_quizgen(folder, *arguments)
    return done.returncode, done.stdout + done.stderr


def diagnostics(folder: Path, seed: str) -> list[str]:
    document = document_of(folder / "rivers.yaml", seed)
    found = [*citation_diagnostics(seed_from(document), document), *draft_diagnostics(seed_from(document), document)]
    return [str(diagnostic).split(": ", 1)[1] for diagnostic in found]


def seed_on_record(text: str = TEXT) -> str:
    return recorded(SEED, Article.from_bytes(text.encode()))


def test_record_makes_a_seed_verifiable_and_changes_nothing_else(folder: Path) -> None:
    assert [diagnostic[:4] for diagnostic in diagnostics(folder, SEED)] == ["E505"]
    written = seed_on_record()
    assert diagnostics(folder, written) == []
    assert written.startswith("# A comment that stays.\n")
    assert "   # here too\n" in written
    assert seed_on_record().splitlines()[3:] == SEED.splitlines()[3:]


def test_a_quote_may_differ_in_punctuation_and_line_breaks_but_not_in_words(folder: Path) -> None:
    changed = seed_on_record().replace("some 652 km, and wide", "about 652 km, and wide")
    (diagnostic,) = diagnostics(folder, changed)
    assert diagnostic.startswith("E503 fact length:")
    assert "the closest match is 'The *Po* is “long” — some 652 km,' in paragraph 2" in diagnostic


def test_a_quote_requires_a_text_named_in_the_seed(folder: Path) -> None:
    with pytest.raises(LoadError, match="E507"):
        diagnostics(folder, SEED.replace(", text: rivers.md", ""))


@pytest.mark.parametrize(
    ("path", "code"), [("../../x.md", "E012"), ("/etc/passwd", "E012"), ("rivers.yaml", "E012"), ("no.md", "E001")]
)
def test_a_text_that_is_missing_or_not_allowed(folder: Path, path: str, code: str) -> None:
    (diagnostic,) = diagnostics(folder, SEED.replace("rivers.md", path))
    assert diagnostic.startswith(code)


def test_only_facts_of_changed_paragraphs_are_reported(folder: Path) -> None:
    written = seed_on_record()
    later = TEXT.replace("The *Po*", "A new paragraph.\n\nThe *Po*").replace("near Venice", "south of Venice")
    (folder / "rivers.md").write_text(later, encoding="utf-8")
    assert [diagnostic.split("\n")[0] for diagnostic in diagnostics(folder, written)] == [
        "E509 fact length: paragraph 2 is now paragraph 3",
        "E508 fact mouth: paragraph 4 has changed or been removed since the fact was checked",
        "E509 fact arno: paragraph 5 is now paragraph 6",
    ]
    (folder / "rivers.yaml").write_text(written, encoding="utf-8")
    status, output = quizgen(folder, "record", "rivers.yaml")
    assert (status, output.splitlines()[:3]) == (0, [
        "fact length: changed the paragraph number to 3", "fact arno: changed the paragraph number to 6",
        "fact mouth: paragraph 4 has changed or been removed since the fact was checked; the new text is now recorded as checked",
    ])  # fmt: skip
    status, output = quizgen(folder, "check", "rivers.yaml")
    assert (status, output) == (0, "No errors in 1 file, 3 facts, 0 questions.\n")


def test_changes_outside_cited_paragraphs_give_one_diagnostic(folder: Path) -> None:
    written = seed_on_record()
    (folder / "rivers.md").write_text(TEXT + "\nThe end.\n", encoding="utf-8")
    (diagnostic,) = diagnostics(folder, written)
    assert diagnostic.startswith("E501")
    assert "no cited paragraph has changed" in diagnostic


def test_a_missing_paragraph_number_is_found(folder: Path) -> None:
    seed = SEED.replace("      paragraph: 2\n", "").replace("paragraph: 5, ", "")
    article = Article.from_bytes(TEXT.encode())
    found = dict(paragraph_corrections(cast("Any", yaml_rs.loads(seed)), article))
    assert found == {("facts", 0, "citation", "paragraph"): 2, ("facts", 2, "citation", "paragraph"): 5}
    (folder / "rivers.yaml").write_text(seed, encoding="utf-8")
    assert quizgen(folder, "record", "rivers.yaml")[0] == 0
    assert quizgen(folder, "check", "rivers.yaml")[0] == 0


def test_record_reports_other_errors_at_their_positions(folder: Path) -> None:
    seed = SEED.replace("      paragraph: 2\n", "").replace(
        'topic: rivers\n    statement: "{{c1::Flo', 'topik: rivers\n    statement: "{{c1::Flo'
    )
    (folder / "rivers.yaml").write_text(seed, encoding="utf-8")
    status, output = quizgen(folder, "record", "rivers.yaml")
    assert status == 1
    assert re.findall(r"^(\S+): ([EQ]\d{3}) ", output, re.MULTILINE) == [("rivers.yaml:16:5", "E101")]
    assert (folder / "rivers.yaml").read_text(encoding="utf-8") == seed


@pytest.mark.parametrize("data", [{}, {"facts": 3, "source": []}, {"facts": [None, {"citation": {"quote": 4}}]}])
def test_corrections_survive_any_data(data: dict[str, object]) -> None:
    assert list(paragraph_corrections(data, Article.from_bytes(TEXT.encode()))) == []


def test_the_nearest_passage() -> None:
    article = Article.from_bytes(TEXT.encode())
    assert article.nearest("its mouth is close to Venice") == Passage("Its mouth is near Venice.", 4)
    assert article.nearest("xyzzy") is None


def test_check_and_export_reject_a_draft(folder: Path) -> None:
    (folder / "rivers.yaml").write_text(seed_on_record() + "    todo: true\n", encoding="utf-8")
    (folder / "set.yaml").write_text("id: rivers\ntitle: Rivers\nfacts: rivers.yaml\n", encoding="utf-8")
    for command in ("check", "export"):
        status, output = quizgen(folder, command, "set.yaml")
        assert status == 1
        assert "E404 fact 'arno' is a draft" in output
    assert not (folder / "rivers.apkg").exists()


@given(old=st.lists(st.sampled_from("abcde")), new=st.lists(st.sampled_from("abcde")))
def test_a_moved_paragraph_is_found_only_if_it_is_unchanged(old: list[str], new: list[str]) -> None:
    numbers = new_numbers(old, new)
    assert all(old[before - 1] == new[after - 1] for before, after in numbers.items())
    assert len(set(numbers.values())) == len(numbers)
    if old == new:
        assert numbers == {number: number for number in range(1, len(old) + 1)}


@given(words=st.text("ab '’“—*  \n", max_size=12), paragraphs=st.lists(st.text("ab '’“—* ", min_size=1), max_size=5))
def test_search_results_are_existing_paragraphs(words: str, paragraphs: list[str]) -> None:
    article = Article.from_bytes("\n".join(paragraphs).encode())
    numbers = range(1, len(article.paragraphs) + 1)
    assert article.paragraphs_with(words) == [number for number in numbers if article.has(words, number)]
    near = article.nearest(words)
    assert near is None or near.text in article.paragraphs[near.paragraph - 1]


@given(data=st.data(), count=st.integers(1, 6))
def test_only_facts_of_changed_and_moved_paragraphs_are_reported(data: st.DataObject, count: int) -> None:
    before = [f"Paragraph {name} stays." for name in "abcdef"[:count]]
    after = list(before)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(after)))
        change = data.draw(st.sampled_from(["insert", "delete", "edit", "move"]))
        if change == "insert":
            after.insert(at, f"New {len(after)} {at}.")
        elif at < len(after) > 1:
            old = after.pop(at)
            if change == "edit":
                after.insert(at, f"{old} Edited.")
            elif change == "move":
                after.insert(data.draw(st.integers(0, len(after))), old)
    facts = "".join(
        f'  - {{id: f{at}, topic: t, statement: "{{{{c1::it}}}} is.", citation: {{paragraph: {at + 1}}}}}\n'
        for at in range(count)
    )
    seed = f"id: s\nsource:\n  title: T\ntopics: {{t: T}}\nfacts:\n{facts}"
    written = recorded(seed, Article.from_bytes("\n".join(before).encode()))
    document = document_of(Path("s.yaml"), written)
    later = Article.from_bytes("\n".join(after).encode())
    reported = {
        diagnostic.message.split(":")[0]: str(diagnostic.code)
        for diagnostic in citation_diagnostics(seed_from(document), document, later)
    }
    reported.pop(
        "the article's SHA-256 hash is "
        + later.sha256
        + ", which does not match the recorded hash; no cited paragraph has changed",
        0,
    )
    expected = {
        f"fact f{at}": "E508" if text not in after else "E509"
        for at, text in enumerate(before)
        if after[at : at + 1] != [text]
    }
    assert reported == expected
