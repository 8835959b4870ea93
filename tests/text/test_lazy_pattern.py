"""Regular expressions that are compiled when they are first used."""

import importlib
import pkgutil
import re

import pytest

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
