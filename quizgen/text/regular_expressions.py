"""Regular expressions in one notation, as far as two of them can be shown to match the same texts."""

from quizgen.text.lazy_pattern import lazy_pattern

_DELIMITED = lazy_pattern(r"/(?P<slashes>.+)/|[rR]?([\"'])(?P<quoted>.+)\2")
_ATOM = r"(?:\\.|\[\^?\]?[^\]]*\]|[^\\\[\](){}*+?|^$])"
_REPEATED = lazy_pattern(rf"(?P<atom>{_ATOM})\{{(?P<times>[1-9]|1\d)\}}")
_BOUNDS = {"1,": "+", "0,": "*", "0,1": "?"}
_BOUND = lazy_pattern(r"(?<!\\)\{(1,|0,1?)\}")
_ONE_GROUP = lazy_pattern(r"(?P<start>\^?)\((?:\?:)?(?P<inside>[^()|]+)\)(?P<end>\$?)")
_CLASSES = (
    (lazy_pattern(r"(?<!\\)\[0-9\]"), r"\\d"),
    (lazy_pattern(r"(?<!\\)\[0-1\]"), "[01]"),
)
_GROUP = lazy_pattern(r"(?<!\\)\(\?:")
_BACKREFERENCE = lazy_pattern(r"\\[1-9]|\(\?P=")
_ESCAPED = lazy_pattern(r"\\.")
_MAX_LENGTH = 120


def same_pattern(one: str, other: str) -> bool:
    """Return whether both are one regular expression: ``\\d{3}``, ``\\d\\d\\d``, ``/\\d{3}/``, ``(\\d{3})``."""
    return max(len(one), len(other)) <= _MAX_LENGTH and _plain(one) == _plain(other)


def _plain(pattern: str) -> str:
    """Return ``pattern`` without delimiters, a group around all of it, and short forms for repetitions and digits.

    A slash is escaped only where slashes are delimiters.
    """
    plain = pattern.strip().strip("`")
    if found := _DELIMITED.fullmatch(plain):
        plain = found["slashes"] or found["quoted"]
    plain = _ESCAPED.sub(lambda found: "/" if found[0] == r"\/" else found[0], plain)
    if found := _ONE_GROUP.fullmatch(plain):
        plain = "".join(found.group("start", "inside", "end"))
    for written, short in _CLASSES:
        plain = written.sub(short, plain)
    if not _BACKREFERENCE.search(plain):
        plain = _GROUP.sub("(", plain)
    plain = _BOUND.sub(lambda bound: _BOUNDS[bound[1]], plain)
    return _REPEATED.sub(lambda found: found["atom"] * int(found["times"]), plain)
