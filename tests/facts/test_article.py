"""An article is split into paragraphs, and citations are checked against it."""

import hashlib
from typing import Any

import pytest

from quizgen.facts.article import Article
from quizgen.facts.citations import citation_problems
from quizgen.facts.model import Seed
from quizgen.questions import Code

TEXT = "The title\n\nFirst: he said “it’s  fine” — twice.\n   \nSecond has 85 soldiers.\n"


def seed(*citations: dict[str, Any], sha256: str | None = None) -> Seed:
    facts = [
        {"id": f"f{number}", "topic": "t", "statement": "{{c1::x}}", "citation": citation}
        for number, citation in enumerate(citations)
    ]
    source = {"title": "T", "sha256": sha256 or hashlib.sha256(TEXT.encode()).hexdigest()}
    return Seed.model_validate({"id": "s", "source": source, "topics": {"t": "T"}, "facts": facts})


def codes(checked: Seed) -> list[Code]:
    return [problem.code for problem in citation_problems(checked, Article.from_bytes(TEXT.encode()))]


@pytest.mark.parametrize("phrase", ["it's fine", "IT’S FINE", '"it\'s fine" - twice', "First"])
def test_quotes_dashes_spaces_and_case_do_not_matter(phrase: str) -> None:
    assert codes(seed({"paragraph": 2, "phrases": [phrase]})) == []


@pytest.mark.parametrize("phrase", ["it's fin", "5 soldiers", "85 soldier", "fine once"])
def test_a_phrase_must_match_whole_words(phrase: str) -> None:
    assert codes(seed({"paragraph": 3, "phrases": [phrase]})) == [Code.NO_PHRASE]


def test_each_wrong_citation_is_reported() -> None:
    checked = seed({"paragraph": 2, "phrases": ["85 soldiers"]}, {"paragraph": 9}, {"paragraph": 1}, sha256="0" * 64)
    found = list(citation_problems(checked, Article.from_bytes(TEXT.encode())))
    assert [problem.code for problem in found] == [Code.ARTICLE_CHANGED, Code.NO_PHRASE, Code.NO_PARAGRAPH]
    assert "paragraph 3" in found[1].help
    assert found[1].at == ("facts", 0, "citation", "phrases", 0)


def test_a_paragraph_that_is_missing_is_found_by_its_phrase() -> None:
    article = Article.from_bytes(TEXT.encode())
    (found,) = citation_problems(seed({"paragraph": 25, "phrases": ["85 soldiers"]}), article)
    assert found.help == "the cited words appear in paragraph 3; cite that paragraph"


WRAPPED = """\
The night train to Harrow

On 3 May the express left the station with many people on board, among
them Ann Lee and her secretary. The driver had served the line for over
Twenty years. It had no brakes.

- A list's item that is long enough to be wrapped by the editor, and so
  goes on here
- Another item

```
a line of code that is long enough to look like prose and that runs on,
but is none
```
"""


def test_wrapped_lines_are_one_paragraph_and_lists_and_code_are_not() -> None:
    assert Article.from_bytes(WRAPPED.encode()).paragraphs == (
        "The night train to Harrow",
        (
            "On 3 May the express left the station with many people on board, among them Ann Lee and her secretary. The driver "
            "had served the line for over Twenty years. It had no brakes."
        ),
        "- A list's item that is long enough to be wrapped by the editor, and so goes on here",
        "- Another item",
        "```",
        "a line of code that is long enough to look like prose and that runs on,",
        "but is none",
        "```",
    )
    assert Article.from_bytes(WRAPPED.replace("\n", "\r\n").encode()).paragraphs[1].endswith("brakes.")


@pytest.mark.parametrize("text", ["A title\nby Ann Lee\n", "One line.\nanother line.\n", "x" * 300 + "\nand so on\n"])
def test_lines_that_are_not_wrapped_are_separate_paragraphs(text: str) -> None:
    assert len(Article.from_bytes(text.encode()).paragraphs) == 2


def test_markup_and_invisible_characters_are_ignored() -> None:
    text = 'See the [Old Mill](https://x.org "A mill")[^1], built<br> in *1743*, at Har\u00adrow.'
    article = Article.from_bytes(text.encode())
    assert article.has("the Old Mill, built in 1743, at Harrow", 1)
    assert article.read == ("See the Old Mill, built in *1743*, at Harrow.",)
