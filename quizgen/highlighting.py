"""Which parts of code are keywords, strings, numbers, comments and names."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

LONGEST = 20_000
"""Longest code to highlight, in characters, since some of Pygments' patterns are slow."""


def parts(code: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield ``code`` in parts, each with its class: k, s, n, c, f (a name defined or built in), or empty.

    The joined parts are ``code``. There are few classes because finer ones differ between versions of Pygments, which
    would change every package. A language that Pygments does not know gives one plain part.
    """
    lexer = _lexer(language) if len(code) <= LONGEST else None
    if lexer is None:
        yield "", code
        return
    tokens = [(_class(kind), text) for kind, text in lexer.get_tokens(code)]
    if "".join(text for _, text in tokens) != code:  # a lexer may drop a byte order mark or have a bug
        yield "", code
        return
    for name, run in groupby(tokens, key=lambda token: token[0]):
        yield name, "".join(text for _, text in run)


def _lexer(language: str) -> Any:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False) if language else None
    except ClassNotFound:
        return None


@cache
def _class(kind: Any) -> str:
    from pygments import token

    classes = {
        token.Keyword: "k",
        token.Operator.Word: "k",
        token.Name.Tag: "k",
        token.String: "s",
        token.Number: "n",
        token.Comment: "c",
        token.Name.Function: "f",
        token.Name.Class: "f",
        token.Name.Builtin: "f",
    }
    return next((name for family, name in classes.items() if kind in family), "")
