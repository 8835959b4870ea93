"""hashcards, Obsidian's cards, text2qti and mkdocs-quiz."""

import re
from typing import Any

import pytest
from import_samples import left_out, remarks

from quizgen.importing.detect import read
from quizgen.importing.formats import FORMAT_DESCRIPTIONS, FORMATS
from quizgen.importing.items import ImportRefusedError
from quizgen.importing.validate import Accepted, accept

HASHCARDS = "---\nname: Rivers\n---\n\nQ: Which river?\nIt is long.\nA: The *Po*\n\nand no other\n\nC: The [Po] flows through [Turin], not [x](y).\nQ: Next?\nA: Yes\n---\nQ: Alone\n"
OBSIDIAN = (
    "---\ntags: x\n---\n# Notes\n\nJust a text.\n\n#flashcards/north-italy\nPo::a river <!--SR:!2024-01-01,3,250-->\nTurin:::a city\n\n"
    "Where is\nTurin?\n?\nOn the Po\n\n- or so\n\nA==Bee==C and a = b\n\n```\nx::y\n\nz==1==\n```\n"
)
TEXT2QTI = (
    "Quiz title: Rivers\n\n1.  Which?\n... It is long.\na) Rhine\n... no\n*b) Po\n\n2.  Seas?\n    And lakes?\n\n[*] Black\n[ ] Po\n[*] Red\n\n"
    "3. Who?\n*   Ann\n*   Anna\n\nTitle: A title\nPoints: 2\n4. Pi?\n=   3.14 +- 0.01\n\n5. Essay\n____\n\n6. So.\n*a) True\nb) False\n\n7. Range?\n=   [1, 3]\n"
)
MKDOCS = "# Page\n\n<quiz>\nWhich?\n- [x] Po\n- [ ] Rhine\n\nIt **is**.\n</quiz>\n\n<quiz>\nThe [[Po]] is [[long]].\n\n---\nYes.\n</quiz>\n\n<?quiz?>\nquestion: Old?\nanswer: no\nanswer-correct: yes\ncontent:\nSo.\n<?/quiz?>\n\n<quiz>\nNothing\n</quiz>\n"


def taken(text: str, ending: str = ".txt") -> Accepted:
    return accept(read(text.encode(), ending))


def questions(accepted: Accepted) -> list[dict[str, Any]]:
    return [{key: value for key, value in question.items() if key != "id"} for question in accepted.questions]


def test_hashcards() -> None:
    accepted = taken(HASHCARDS, ".md")
    assert questions(accepted) == [
        {"kind": "card", "stem": "Which river?\nIt is long.", "answer": "The *Po*\n\nand no other"},
        {"kind": "cloze", "text": "The {{c1::Po}} flows through {{c2::Turin}}, not [x](y)."},
        {"kind": "card", "stem": "Next?", "answer": "Yes"},
    ]
    assert left_out(accepted) == (("line 15", "the card has no answer; write one after `A:`"),)


def test_cards_of_obsidian() -> None:
    accepted = taken(OBSIDIAN, ".md")
    (topic,) = accepted.topics
    assert accepted.topics == {topic: "north italy"}
    assert [{key: value for key, value in one.items() if key != "topic"} for one in questions(accepted)] == [
        {"kind": "card", "stem": "Po", "answer": "a river"},
        {"kind": "card", "stem": "Turin", "answer": "a city"},
        {"kind": "card", "stem": "a city", "answer": "Turin"},
        {"kind": "card", "stem": "Where is\nTurin?", "answer": "On the Po"},
        {"kind": "cloze", "text": "A{{c1::Bee}}C and a = b"},
    ]


@pytest.mark.parametrize("end", ["\n```\n", "\n```", ""])
def test_code_in_a_card_keeps_its_empty_lines_even_if_the_block_is_not_closed(end: str) -> None:
    accepted = taken(f"#flashcards\nWhich?\n<!--SR:!2024-01-01,3,250-->\n?\n```\na\n\nb{end}", ".md")
    (found,) = questions(accepted)
    assert (found["stem"], found["answer"]) == ("Which?", f"```\na\n\nb{end}".strip())


def test_text2qti_feedback_on_options() -> None:
    accepted = taken(
        "1. Which?\n... Long.\na) Rhine\n... It ends\n... in the sea.\n*b) Po\n... Correct, a river.\nc) Rhone\n... Rhone\n"
    )
    assert questions(accepted) == [
        {
            "kind": "choice",
            "stem": "Which?",
            "answer": "Po",
            "distractors": [{"text": "Rhine", "feedback": "It ends\n\nin the sea."}, "Rhone"],
            "explanation": "A river.\n\nLong.",
        }
    ]
    assert remarks(accepted) == (
        ("line 1", "left out the feedback for 'Rhone', because the feedback only repeats the option"),
        ("line 1", "left out praise for the correct answer: Correct,"),
        ("line 1", "feedback for the correct answer became the explanation, which learners see after every answer"),
    )


def test_text2qti() -> None:
    accepted = taken(TEXT2QTI)
    assert questions(accepted) == [
        {
            "kind": "choice",
            "stem": "Which?",
            "answer": "Po",
            "distractors": [{"text": "Rhine", "feedback": "no"}],
            "explanation": "It is long.",
        },
        {"kind": "multiple", "stem": "Seas?\nAnd lakes?", "answers": ["Black", "Red"], "distractors": ["Po"]},
        {"kind": "short", "stem": "Who?", "answer": "Ann", "accept": ["Anna"]},
        {"kind": "number", "stem": "Pi?", "answer": 3.14, "tolerance": "0.01"},
        {"kind": "true_false", "stem": "So.", "answer": True},
        {"kind": "number", "stem": "Range?", "answer": 2, "range": [1, 3]},
    ]
    assert remarks(accepted) == (
        ("line 22", "left out the question's point value (2): in quizgen, every question counts the same"),
    )
    assert [where for where, _ in left_out(accepted)] == ["line 25"]


def test_mkdocs_quiz() -> None:
    accepted = taken(MKDOCS, ".md")
    assert questions(accepted) == [
        {"kind": "choice", "stem": "Which?", "answer": "Po", "distractors": ["Rhine"], "explanation": "It **is**."},
        {"kind": "cloze", "text": "The {{c1::Po}} is {{c2::long}}.", "explanation": "Yes."},
        {"kind": "choice", "stem": "Old?", "answer": "yes", "distractors": ["no"], "explanation": "So."},
    ]
    assert left_out(accepted) == (("line 26", "the question has neither a task list nor blanks in double brackets"),)


@pytest.mark.parametrize(
    ("text", "ending", "how"),
    [
        (HASHCARDS, ".txt", "hashcards"), (OBSIDIAN, ".md", "Obsidian cards"), (TEXT2QTI, ".md", "text2qti"), (MKDOCS, ".md", "mkdocs-quiz"),
        ("<quiz>\nWhich?\n- [x] a\n- [ ] b\n</quiz>\n", ".md", "mkdocs-quiz"),
        ("::a::Which?{=a ~b}", ".txt", "GIFT"), ("Which?\nA. one\nB. two\nANSWER: A\n", ".txt", "Aiken"), ("term\tmeaning\n1. a\tb\n", ".txt", "a table"),
        ("1. Capital? {\n= Paris\n}\n\n2. Two? {\n= 2\n}\n", ".txt", "GIFT"), ("1. What is $A^{T}$?\n*a) one\nb) two\n", ".txt", "text2qti"),
    ],
)  # fmt: skip
def test_each_format_is_recognized(text: str, ending: str, how: str) -> None:
    assert read(text.encode(), ending).how == f"{how}, in UTF-8"


@pytest.mark.parametrize(
    "page", ["1. One\n2. Two\n\n* a bullet\n", "1. One\n\n= 5\n", "# Page\n\n* a bullet\n\n1. One\n\n___\n"]
)
def test_a_page_with_a_numbered_list_is_not_a_quiz(page: str) -> None:
    with pytest.raises(ImportRefusedError, match="must name a question column"):
        read(page.encode(), ".md")


def test_the_command_takes_every_format() -> None:
    from click.testing import CliRunner

    from quizgen.cli import cli

    said = CliRunner().invoke(cli, ["import", "--help"]).output
    assert list(FORMAT_DESCRIPTIONS) == list(FORMATS)
    for form, description in FORMAT_DESCRIPTIONS.items():
        assert re.search(rf"^ *{form} +{re.escape(description)}$", said, re.MULTILINE)
