"""Help that fits what is already written: the cause comes first, and one mistake gives one message."""

import hashlib
from pathlib import Path

import pytest

from quizgen.checking import check
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.recovery import read_salvaged

SOUND = """id: rivers
title: Rivers
topics:
  seas: Seas
  lengths: Lengths
questions:
  - id: one
    kind: choice
    topic: lengths
    stem: Which river is the longest in Europe?
    answer: Volga
    distractors: [Danube, Dnieper, Rhine]
  - id: two
    kind: number
    topic: lengths
    stem: How long is the Danube?
    answer: 2850
    unit: km
  - id: three
    kind: match
    topic: seas
    stem: Match each river with its sea.
    pairs:
      Danube: Black Sea
      Po: Adriatic Sea
      Rhine: North Sea
"""
SEED = """id: rivers
source: {title: On rivers, text: rivers.txt, sha256: SHA}
topics: {seas: Seas}
entities:
  danube: {name: Danube, type: place, aliases: [Donau]}
facts:
  - id: mouth
    topic: seas
    statement: "The {{c1::Danube}} was mapped in {{c2::1896}}."
    citation: {paragraph: 2}
    ask:
      - {stem: In which year was the Danube mapped?, answer: c2}
"""
ARTICLE = "On rivers\n\nThe Danube (Donau) was mapped in 1896.\n"
SEED = SEED.replace("SHA", hashlib.sha256(ARTICLE.encode()).hexdigest())
NO_BREAK = "\u00a0"


def errors_of(folder: Path, text: str, name: str = "set.yaml") -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [f"{one.line}:{one.column}: {one.code}: {one.message} ({one.help})" for one in check(path).errors]


def test_the_sound_files_have_no_errors(tmp_path: Path) -> None:
    (tmp_path / "rivers.txt").write_text(ARTICLE, encoding="utf-8")
    assert errors_of(tmp_path, SOUND) == []
    assert errors_of(tmp_path, SEED, "seed.yaml") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # A misspelled key is the only message about what is written under it.
        ("    distractors", "    distracters", "12:5: E101: unknown key 'distracters' (did you mean `distractors`?)"),
        ("    stem: How", "    question: How", "16:5: E101: unknown key 'question' (did you mean `stem`?)"),
        ("title:", "titel:", "2:1: E101: unknown key 'titel' (did you mean `title`?)"),
        ("    pairs:", "    pair:", "23:5: E101: unknown key 'pair' (did you mean `pairs`?)"),
        # What is already there.
        ("answer: 2850", "answer: 2850\n    tolerance: [1, 2]", "18:16: E103: 'tolerance' must be a number or a percentage, not a list (write one value: `tolerance: 1`; to set a lower and an upper limit, use `range`)"),
        # A list whose items are all wrong is not empty.
        ("answer: Volga\n    distractors: [Danube, ", "answer: Volga\n    distractors: [[Danube], [Dnieper, Rhine]]\n    tags: [", "12:19: E103: the items of 'distractors' must be text, not lists (write a single list without nested lists: `distractors: [Danube, Dnieper, Rhine]`)"),
        ("answer: 2850\n    unit: km", "answer: 2850 million", "17:13: E103: 'answer' must be a number, not '2850 million' (write 2850000000)"),
        ("answer: 2850", "answer: 2850 kilometers", "17:13: E103: 'answer' must be a number, not '2850 kilometers' (write only 2850; the unit is already under `unit`)"),
        ("  - id: one\n    kind", "  - kind", "7:5: E102: missing key 'id' (add an id, such as `id: longest-river`, or run `quizgen fix "),
        ("topic: seas", "topic: sees", "21:12: E302: unknown topic 'sees' (did you mean `seas`? Otherwise, add the new topic under `topics`)"),
        ("answer: Volga\n    distractors: [Danube, ", "answer: Wolga\n    options: [Volga, Danube, ", "11:13: E204: the correct answer 'Wolga' is not one of the options (did you mean 'Volga'? If not, add 'Wolga' to `options`)"),
        # One message for all pairs.
        ("      Danube: Black Sea\n      Po: Adriatic Sea\n      Rhine: North Sea", "      - Danube - Black Sea\n      - Po - Adriatic Sea\n      - Rhine - North Sea", "24:9: E103: 'pairs' must be `left: right` pairs, not 'Danube - Black Sea' (write each pair without a dash and with a colon between the two sides: `Danube: Black Sea`)"),
        ("pairs:\n      Danube: Black Sea\n      Po: Adriatic Sea\n      Rhine: North Sea", "pairs:\n      Danube - Black Sea\n      Po - Adriatic Sea", "(write each pair on its own line below `pairs:`, as `left: right`"),
        # Where the line begins.
        ("    stem: How", "\tstem: How", "16:1: E006: the line is indented with a tab (replace it with spaces so that this line begins in column 5; YAML does not allow tabs"),
        ("  - id: two", "\t- id: two", "13:1: E006: the line is indented with a tab (replace it with spaces so that this line begins in column 3"),
        ("    stem: How", " stem: How", "16:2: E006: this line is indented less than the keys above it (begin `stem` in column 5"),
        ("    stem: How", "stem: How", "16:1: E006: this line is indented less than the keys around it (begin `stem` in column 5"),
        ("  - id: two", "    id: two", "13:5: E007: duplicate key 'id' (keep one of the two; if a new question or fact begins here, write `- id: two`, with the dash in column 3)"),
        ("  - id: two", "    - id: two", "13:5: E006: the dash is in column 5, but the dash of the item above is in column 3 (begin this line in column 3)"),
        ("  - id: two", " - id: two", "13:2: E006: the dash is in column 2, but the dash of the item above is in column 3"),
        ("  - id: two", "      - id: two", "13:7: E006: the dash is in column 7, but the dash of the item above is in column 3"),
        ("    stem: How", f"{NO_BREAK * 4}stem: How", "16:1: E006: this is not a plain space (perhaps a no-break space from a web page) (replace 4 such characters with plain spaces)"),
        ("stem: How long is the Danube?", "stem: 'How long is the Danube's bed?'", "16:35: E006: there is text after the closing ' (put the whole text in quotes: \"How long is the Danube's bed?\")"),
        ("stem: How long is the Danube?", 'stem: "How" long is it?', "16:17: E006: there is text after the closing \" (put the whole text in quotes: '\"How\" long is it?')"),
    ],
)  # fmt: skip
def test_a_mistake_gives_one_message_that_fits(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in SOUND
    found = errors_of(tmp_path, SOUND.replace(old, new, 1))
    assert len(found) == 1, found
    assert expected in found[0]


def test_what_a_misspelled_key_holds_is_checked(tmp_path: Path) -> None:
    text = SOUND.replace("    distractors: [Danube", "    distracters: [Volga")
    assert [one.split(" (")[0] for one in errors_of(tmp_path, text)] == [
        "12:5: E101: unknown key 'distracters'",
        "12:19: E201: the correct answer 'Volga' is also listed as a distractor",
    ]


def test_a_topic_is_checked_in_a_question_with_another_error(tmp_path: Path) -> None:
    text = SOUND.replace("answer: 2850", "answer: long").replace(
        "topic: lengths\n    stem: How", "topic: length\n    stem: How"
    )
    assert [one.split(" (")[0] for one in errors_of(tmp_path, text)] == [
        "15:12: E302: unknown topic 'length'",
        "17:13: E103: 'answer' must be a number, not 'long'",
    ]


def test_a_tab_is_reported_with_another_error_of_its_question(tmp_path: Path) -> None:
    text = SOUND.replace("stem: How long", "stem: Danube: how long").replace("    unit: km", "\tunit: km")
    assert [one.split(" (")[0] for one in errors_of(tmp_path, text)] == [
        "16:17: E006: the text after `stem:` contains a colon followed by a space",
        "18:1: E006: the line is indented with a tab",
    ]


def test_a_picture_in_another_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "map.png").write_bytes(b"\x89PNG\r\n\x1a\nx")
    text = SOUND.replace("    unit: km", "    unit: km\n    image: {file: FILE, alt: A map}")
    for wrong in ("images/map.png", "map.png", "pictures/mapp.png"):
        (found,) = errors_of(tmp_path, text.replace("FILE", wrong))
        assert "(did you mean pictures/map.png?)" in found
    (found,) = errors_of(tmp_path, text.replace("FILE", "pictures/globe.png"))
    assert "(add the file, or correct the path)" in found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{{c1::Danube}}", "{{c1::Danube}", "9:16: E207: the mark c1 is not closed (write {{c1::Danube}})"),
        ("    statement", "    statment", "9:5: E101: unknown key 'statment' (did you mean `statement`?)"),
        ("{{c2::1896}}", "{{c2::1986}}", "9:16: E510: fact mouth: '1986' does not appear in the article (did you mean 1896, as in paragraph 2? If not, state only"),
        ("facts:", "  donau: {name: Donau, type: place}\nfacts:", "6:10: E402: 'Donau' is already a name of the entity danube (if danube and donau are the same entity, delete donau; if not, reword or remove the shared name in one of the two)"),
        ("topic: seas", "topic: sees", "8:12: E302: unknown topic 'sees' (did you mean `seas`?"),
        # Without the file, the command would be an error.
        (", sha256: ", ", sha256: x", "/seed.yaml` to write it)"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_seed_gives_one_message_that_fits(tmp_path: Path, old: str, new: str, expected: str) -> None:
    (tmp_path / "rivers.txt").write_text(ARTICLE, encoding="utf-8")
    assert old in SEED
    found = errors_of(tmp_path, SEED.replace(old, new, 1), "seed.yaml")
    assert len(found) == 1, found
    assert expected in found[0]


def test_an_error_at_the_end_of_a_text_is_inside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text("id: a\n0", encoding="utf-8")
    with pytest.raises(LoadError) as caught:
        read_salvaged(path)
    assert [one.line for one in caught.value.diagnostics] == [2]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("answer: 2850", "answer: 78\n    range: 77-79", "18:12: E103: 'range' must be a list, not '77-79' (write the lowest and the highest value in brackets: [77, 79])"),
        ("answer: 2850", "answer: 78\n    range: 77.5 to 79", "(write the lowest and the highest value in brackets: [77.5, 79])"),
        ("answer: Volga", "answer: #FF0000", '11:13: E103: a # after a space begins a comment, so this value is empty (put the value in quotes: "#FF0000")'),
        ("answer: Volga", "answer: # to do", "11:12: E103: 'answer' is empty; it must be text (write text after the colon)"),
        ("answer: Volga", 'answer: Volga\n    image: {file: "pictures\\heart.png", alt: A heart}', "12:19: E006: this path contains a backslash (use / instead: pictures/heart.png)"),
        ("answer: Volga", 'answer: Volga\n    image: {file: "heart.png", alt: "A \\heart"}', "E006: inside double quotes, a backslash has a special meaning"),
        ("answer: Volga", 'answer: Volga\n    image: {file: "pictures\\\\heart.png", alt: A heart}', "12:19: E111: the path of the picture contains a backslash: pictures\\heart.png (use / instead: pictures/heart.png)"),
        ("answer: Volga", "answer: Volga\n    image: {file: '..\\heart.png', alt: A heart}", "is outside the set's folder"),
        # A line without a key.
        ("    answer: 2850", "    explanation: It rises in Germany,\nnear Donaueschingen.\n    answer: 2850", "18:1: E006: this line has no key (if this line continues the text of `explanation` above, begin it in column 7; if not, write a key at the beginning of the line)"),
        ("    answer: 2850", "    accept:\n      - Donau\n      Duna\n    answer: 2850", "19:7: E006: this line is in a list but has no dash (write `- Duna`)"),
    ],
)  # fmt: skip
def test_following_the_help_removes_the_mistake(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in SOUND
    (found,) = errors_of(tmp_path, SOUND.replace(old, new, 1))
    assert expected in found


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("In {{c2::1896}}, the {{c1::Danube}} was {{c2::2850}} kilometers long.", ["'1896' and '2850' (change one of them to c3; keep c2 for the answer to 'In which year was the Danube mapped?')"]),
        ("The {{c2::Danube}} was mapped in {{c2::1896}}.", ["'Danube' and '1896' (change one of them to c1; keep c2 for the answer to 'In which year was the Danube mapped?')"]),
        # Forms of one answer, and a mark that no question asks for.
        ("The {{c1::Danube}} was mapped in {{c2::1896}}, and only in {{c2::May 1896}}.", []),
        ("The {{c2::Danube}}, or {{c2::Donau}}, was {{c1::mapped}}.", []),
        ("The {{c1::Danube}} was {{c1::2850}} kilometers long in {{c2::1896}}.", []),
    ],
)  # fmt: skip
def test_a_mark_that_a_question_asks_for_has_one_answer(tmp_path: Path, statement: str, expected: list[str]) -> None:
    (tmp_path / "rivers.txt").write_text(ARTICLE, encoding="utf-8")
    text = SEED.replace("The {{c1::Danube}} was mapped in {{c2::1896}}.", statement)
    found = [one for one in errors_of(tmp_path, text, "seed.yaml") if "E208" in one]
    assert found == [f"9:16: E208: the mark c2 is used for two different answers, {one}" for one in expected]
