"""Questions that ask the same are found across the sets that are checked together."""

from pathlib import Path

import pytest

from quizgen.checking import check
from quizgen.text.content_words import content

LIMA = "  - {id: ID, kind: short, stem: What is the capital of Peru?, answer: ANSWER}\n"


def write(folder: Path, name: str, *questions: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(f"id: {name}\ntitle: {name}\nquestions:\n" + "".join(questions))
    return path


def question(name: str, answer: str) -> str:
    return LIMA.replace("ID", name).replace("ANSWER", answer)


@pytest.mark.parametrize(
    ("answer", "code", "message"),
    [
        ("Lima", "Q207", "question lima of the set a asks the same thing"),
        ("Cusco", "Q206", "question lima of the set a has the same stem but a different answer"),
    ],
)
def test_two_sets_of_a_folder_are_compared(tmp_path: Path, answer: str, code: str, message: str) -> None:
    write(tmp_path, "a", question("lima", "Lima"))
    later = write(tmp_path, "b", question("capital", answer))
    (found,) = check(tmp_path).diagnostics
    assert (found.path, found.code, found.message) == (later, code, message)
    assert check(later).diagnostics == []


def test_duplicates_are_found_although_another_question_has_an_error(tmp_path: Path) -> None:
    broken = "  - {id: broken, kind: choice, stem: Which city lies on the Tiber?, answer: Rome, distractors: [Rome]}\n"
    path = write(tmp_path, "a", question("lima", "Lima"), question("capital", "Lima"), broken)
    assert {(found.code, found.line) for found in check(path).diagnostics if found.code == "Q207"} == {("Q207", 5)}


def test_a_set_that_is_named_twice_is_not_its_own_duplicate(tmp_path: Path) -> None:
    path = write(tmp_path, "a", question("lima", "Lima"))
    assert check(path, tmp_path).diagnostics == []


def test_sets_with_the_same_facts_are_not_duplicates(tmp_path: Path) -> None:
    seed = "id: s\nsource: {title: T}\ntopics: {t: T}\nfacts:\n  - id: lima\n    topic: t\n"
    seed += "    statement: The capital of Peru is {{c1::Lima}}.\n    citation: {paragraph: 1}\n"
    seed += "    ask:\n      - {stem: What is the capital of Peru?, answer: c1}\n"
    (tmp_path / "seed.yaml").write_text(seed)
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\ntitle: {name}\nfacts: seed.yaml\n")
    assert check(tmp_path).diagnostics == []


def test_a_question_is_reported_once(tmp_path: Path) -> None:
    write(tmp_path, "a", *(question(f"q{n}", "Lima") for n in range(3)))
    assert [found.message for found in check(tmp_path).diagnostics] == ["question q0 asks the same thing"] * 2


def test_each_stem_is_reduced_to_its_words_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reduced: list[list[str]] = []

    def counted(words: list[str]) -> list[str]:
        reduced.append(words)
        return content(words)

    monkeypatch.setattr("quizgen.linting.duplicates.content", counted)
    stems = [f"Name the city near the {word} port." for word in "amber birch cedar delta ember flint".split()]
    write(
        tmp_path, "a", *(f"  - {{id: q{n}, kind: short, stem: {stem}, answer: Lima}}\n" for n, stem in enumerate(stems))
    )
    assert check(tmp_path).diagnostics == []
    assert 0 < len(reduced) <= len(stems)
