"""Statements of code in one form: without the final semicolon, and SQL with conditions and columns written one way."""

import re

from quizgen.text.lazy_pattern import lazy_pattern

_END = lazy_pattern(r"\s*;\s*(?P<tick>`?)\s*$")
_SQL = lazy_pattern(r"\s*`?\s*(?:select|update|delete|where|having)\b", re.IGNORECASE)
_CONDITION = lazy_pattern(
    r"(?P<before>\b(?:where|having|and|or|on|not)\s+\(?)(?P<value>-?\d+(?:\.\d+)?)\s*(?P<sign><=|>=|<>|!=|[<>=])\s*"
    r"(?P<name>[a-z_][\w.]*)(?=\s*(?:$|[;)`]|(?:and|or|order|group|having|limit)\b))",
    re.IGNORECASE,
)
"""A comparison whose value comes first: WHERE 18 < age."""
_TABLE = lazy_pattern(
    r"\b(?:from|update)\s+(?P<table>[a-z_]\w*)(?!\s*,|\s+(?:as|join|inner|left|cross)\b)", re.IGNORECASE
)
_JOINED = lazy_pattern(r"\b(?:join|from)\b", re.IGNORECASE)
_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def without_final_semicolon(code: str) -> str:
    """Return ``code`` without a semicolon at its end, unless it has nothing else: ``int x = 5;``, ``;``."""
    bare = _END.sub(r"\g<tick>", code)
    return bare if bare.strip("` ") and not bare.rstrip("` ").endswith(";") else code


def plain_sql(code: str) -> str:
    """Return a query or a clause of SQL with names before values, and without its only table's name before columns.

    ``SELECT * FROM users WHERE 18 < users.age`` gives ``SELECT * FROM users WHERE age > 18``. Other code is returned
    as it is.
    """
    if not _SQL.match(code):
        return code
    tables = [found["table"] for found in _TABLE.finditer(code)]
    plain = code
    if len(tables) == len(_JOINED.findall(code)) == 1:
        plain = re.compile(rf"(?<![\w.]){tables[0]}\.(?=[\w*])", re.IGNORECASE).sub("", plain)
    return _CONDITION.sub(
        lambda found: f"{found['before']}{found['name']} {_TURNED.get(found['sign'], found['sign'])} {found['value']}",
        plain,
    )
