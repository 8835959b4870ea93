"""Data in code: JSON, lists, dictionaries and the like, which are read into values and compared.

Every character of a string counts, and the order unless the language ignores it.
"""

import re
from dataclasses import replace
from functools import lru_cache

from quizgen.grading.stems.code import quotes_are_the_same
from quizgen.text.code import STRING, TYPEWRITTEN, code_tokens
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.literals import JAVASCRIPT, JSON, OTHER, PYTHON, YAML, Dialect, Value, read_literal

_NOUN = r"(?:(?:object|array|list|dict|tuple|set|literal|document|file|string)s?|dictionar(?:y|ies)|data)"
_LANGUAGES: tuple[tuple[Dialect, str], ...] = (
    (JSON, r"\bjson(?!\.)\b"),
    (PYTHON, r"\bpython\b"),
    (JAVASCRIPT, r"\b(?:javascript|typescript|js|node\.js)\b"),
    (YAML, r"\byaml\b"),
)
_IMPLIED: tuple[tuple[Dialect, str], ...] = (
    (PYTHON, r"\b(?:dict|dictionary|tuple)\b"),
    (JAVASCRIPT, r"\bobject\s+literal\b"),
)
"""What is called so in one language only, if the stem names none."""
_OTHER_LANGUAGE = lazy_pattern(
    r"\b(?:java|kotlin|haskell|scala|perl|php|lua|sql|swift|rust)\b|\bc\+\+|\bc#|\b(?-i:C|Go|R|Ruby|Julia)\b",
    re.IGNORECASE,
)
_ASKS_FOR_DATA = lazy_pattern(rf"\b{_NOUN}\b", re.IGNORECASE)
_SET = lazy_pattern(r"\bsets?\s+(?:of|with|that|containing)\b", re.IGNORECASE)
_ASSIGNED = lazy_pattern(
    r"(?P<head>(?:(?:const|let|var)\s+)?(?P<name>[A-Za-z_$][\w$]*)\s*=)\s*(?P<value>[\[{(].*)", re.DOTALL
)
_BRACKETED = lazy_pattern(r"[\[{(].*[\]})];?", re.DOTALL)
_YAML_LINE = lazy_pattern(r"(?P<key>[\w.-]+):\s+(?P<value>\S.*)|-\s+(?P<listed>\S.*)", re.DOTALL)
_CSV_ROW = r"\b(?:lines?|rows?|records?|headers?)\b"
_CSV = lazy_pattern(rf"\bcsv\b.*{_CSV_ROW}|{_CSV_ROW}.*\bcsv\b", re.IGNORECASE)
_CSV_LINE = lazy_pattern(r"(?!.*, )[^\n]*[^\s,],[^\s,][^\n]*")
_CSV_FIELD = lazy_pattern(r"(?:^|,)(?:\"(?P<quoted>[^\"]*)\"(?=,|$)|(?P<plain>[^,\"]*))")
_CSV_FIELDS = lazy_pattern(r"(?:\"[^\"]*\"|[^,\"]*)(?:,(?:\"[^\"]*\"|[^,\"]*))*")
_VARIABLE = lazy_pattern(r"\b[A-Za-z_]\w*\s*=(?!=)|\b[a-z_]\w*\.[a-z]\w*\(|\w\[|\b(?:called|named|variable)\b")


@lru_cache(maxsize=1024)
def _dialect_of(stem: str) -> Dialect | None:
    """Return how the language that the stem names writes data; None if it names none."""
    said = stem.lower()
    named = [dialect for dialect, name in _LANGUAGES if re.search(name, said)]
    if len(named) > 1:
        named = [dialect for dialect, name in _LANGUAGES if re.search(rf"{name}\s+{_NOUN}\b", said)] or named
    if named:
        return named[0]
    if _OTHER_LANGUAGE.search(stem):
        return replace(OTHER, same_quotes=quotes_are_the_same(stem) is not False)
    return next((dialect for dialect, name in _IMPLIED if re.search(name, said)), None)


def _dialects(stem: str) -> tuple[Dialect, ...]:
    """Return the dialects in which data may be written: one, or any if the stem names no language."""
    dialect = _dialect_of(stem)
    if dialect is not None:
        return (dialect,)
    return (JSON, replace(PYTHON, sets=_SET.search(stem) is not None, bare_tuples=False), JAVASCRIPT, OTHER)


@lru_cache(maxsize=1024)
def is_data(answer: str, stem: str) -> bool:
    """Return whether ``answer`` is data in code: brackets around strings or pairs, or what the stem calls data.

    Numbers and names in brackets may be a point, an interval or a cast, unless the stem asks for data in a known
    language.
    """
    plain = _plain(answer)
    if not _BRACKETED.fullmatch(plain):
        assigned = _ASSIGNED.fullmatch(plain)
        if assigned is not None:
            return is_data(assigned["value"], stem)
        return _is_csv(plain, stem) or (_dialect_of(stem) is YAML and _YAML_LINE.fullmatch(plain) is not None)
    values = [value for dialect in _dialects(stem) if (value := _value(plain, dialect)) is not None]
    if not values:
        return len(plain) > 2 and STRING.search(plain) is not None and re.search("[,:=]", plain[1:-1]) is not None
    if any(map(_has_string, values)):
        return True
    is_known = any(_dialect_of(stem) is dialect for dialect, _ in _LANGUAGES)
    return is_known and isinstance(values[0][1], tuple | frozenset) and _ASKS_FOR_DATA.search(stem) is not None


def same_data(answer: str, given: str, stem: str) -> bool:
    """Return whether both are the same data in the language of the stem, or in one in which the answer is data."""
    right, said = _plain(answer), _plain(given)
    if _is_csv(right, stem):
        return _fields(right) == _fields(said)
    one, other = _ASSIGNED.fullmatch(right), _ASSIGNED.fullmatch(said)
    if one is not None:
        if other is None or code_tokens(one["head"]) != code_tokens(other["head"]):
            return False
        return same_data(one["value"], other["value"], stem)
    if other is not None and _may_be_called(other["name"], stem):
        said = other["value"]  # x = [1, 2]
    values = [(dialect, value) for dialect in _dialects(stem) if (value := _value(right, dialect)) is not None]
    if not values:
        return code_tokens(right) == code_tokens(said)
    return any(_value(said, dialect) == value for dialect, value in values)


def _may_be_called(name: str, stem: str) -> bool:
    """Return whether data may be given the name of a variable: one of the stem or, if the stem has none, any."""
    if _dialect_of(stem) in {JSON, YAML}:
        return False
    return re.search(rf"\b{re.escape(name)}\b", stem) is not None or not _VARIABLE.search(stem)


def _is_csv(text: str, stem: str) -> bool:
    """Return whether the stem asks for a line of CSV, and ``text`` is one."""
    return _CSV.search(stem) is not None and _CSV_LINE.fullmatch(text) is not None


def _fields(line: str) -> list[str] | None:
    """Return the values of a line of CSV, whose quotes do not count; spaces do. None if a quote is not closed."""
    if not _CSV_FIELDS.fullmatch(line):
        return None
    return [found["quoted"] if found["quoted"] is not None else found["plain"] for found in _CSV_FIELD.finditer(line)]


def is_broken_json(given: str, stem: str) -> bool:
    """Return whether the stem asks for JSON, and ``given`` is in brackets or quotes, but no JSON."""
    plain = _plain(given)
    return _dialect_of(stem) is JSON and plain[:1] in {"{", "[", '"', "'", "("} and _value(plain, JSON) is None


def _plain(text: str) -> str:
    return text.translate(TYPEWRITTEN).strip("` ")


def _value(text: str, dialect: Dialect) -> Value | None:
    """Return the value of ``text``, which may be a line of YAML: a key and its value, or an item."""
    line = _YAML_LINE.fullmatch(text) if dialect is YAML else None
    if line is None:
        return read_literal(text if dialect in {JSON, YAML} else text.removesuffix(";"), dialect)
    value = line["value"] or line["listed"]
    read = read_literal(value, YAML) or ("string", value.strip())
    return ("{:", frozenset({(("string", line["key"]), read)})) if line["key"] else ("[", (read,))


def _has_string(value: Value) -> bool:
    """Return whether ``value`` has a string, or keys with values of which not all are names."""
    kind, content = value
    if kind in {"string", "'", '"', "`"}:
        return True
    if kind.endswith(":") and isinstance(content, frozenset):
        return any(kept[0] != "name" for _, kept in content) or any(_has_string(key) for key, _ in content)
    return isinstance(content, tuple | frozenset) and any(map(_has_string, content))
