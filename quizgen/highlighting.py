"""Code in colours: which parts of a program's text are keywords, strings, numbers, comments and names."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

LONGEST = 20_000
"""Characters of code that are looked at; what is longer stays plain, since some of Pygments' patterns are slow."""


def parts(code: str, language: str) -> Iterator[tuple[str, str]]:
    """``code`` in parts, each with its class: k, s, n, c, f (a name being defined, or built in), or none.

    Joined, the parts are ``code`` again. Few classes, on purpose: finer ones change from one Pygments to the next, and
    with them every package would. A language that Pygments does not know gives one plain part.
    """
    lexer = _lexer(language) if len(code) <= LONGEST else None
    if lexer is None:
        yield "", code
        return
    tokens = [(_class(kind), text) for kind, text in lexer.get_tokens(code)]
    if "".join(text for _, text in tokens) != code:  # a lexer may drop a byte order mark, or be at fault
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
