"""Regular expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest
from effort import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

import quizgen
from quizgen.text import lazy_pattern as module
from quizgen.text.lazy_pattern import lazy_pattern


def test_it_is_compiled_when_it_is_first_used() -> None:
    pattern = lazy_pattern("(", re.IGNORECASE)  # invalid, which only compiling finds
    with pytest.raises(re.error):
        pattern.search("x")


def test_it_works_like_a_compiled_pattern() -> None:
    pattern = lazy_pattern("a+", re.IGNORECASE)
    assert (pattern.sub("b", "xAa"), pattern.search("x"), pattern.pattern) == ("xb", None, "a+")


CASES = (
    r"\b(?:Which|what)\s+(?P<kind>[A-Z]+|[à-ÿ]+)\b",
    r"s\b|k|µ|i̇|ß",
    r"[+-_]x|[A-z]1|[À-ÿ]2|[^a-z]3|[^A-Z]4|[0-z]5",
    r"\bin (?-i:C|Go)\b|x(?-i:\(a\)|[A-C])",
    r"a(?!(?:b|\((?-i:C)))",
    r"(?<!x(?-i:Y))z",
    r"1(?-i:[^A-Z])|[^\W_]{3}",
    r"b(?-i:A[^?\d])|a(?:-b)",
    r"\x41\Wb|\u00c9\S|\D[!-~]\B",
    r"(a|B)c\1",
)


@pytest.mark.parametrize("pattern", CASES)
@given(text=st.text(alphabet="abcxyzABCXYZikKsSgo 019([)_+,-^\\éÉ÷×ßẞſKİıµμ“–") | st.text())
@example(text="WHICH Mode? IN C, in go, Acb aC xA1 ^1 ×2 A3 a4 [5")
@settings(max_examples=examples(300))
def test_a_search_that_ignores_case_finds_what_a_compiled_pattern_finds(pattern: str, text: str) -> None:
    expected = re.compile(pattern, re.IGNORECASE).search(text)
    found = lazy_pattern(pattern, re.IGNORECASE).search(text)
    assert (found and (found.span(), found.groups())) == (expected and (expected.span(), expected.groups()))


@pytest.mark.slow
def test_every_pattern_of_the_package_compiles() -> None:
    names = [
        found.name for found in pkgutil.walk_packages(quizgen.__path__, "quizgen.") if "__main__" not in found.name
    ]
    lazy = [
        value
        for name in names
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, module.LazyPattern)
    ]
    assert len(lazy) > 100
    assert all(pattern.pattern for pattern in lazy)
