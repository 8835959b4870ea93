"""Status codes of HTTP with what may be around them: HTTP/1.1 404 Not Found."""

import re

from quizgen.text.folding import LETTERS, fold

_ASKED = re.compile(r"\bHTTP\b|\bstatus\s+code\b", re.IGNORECASE)
_CODE = re.compile(
    r"(?:HTTPS?(?:/\d(?:\.\d)?)?\s+)?(?:(?:status|code|error|response)\s+){0,2}(?P<code>[1-5]\d\d)"
    r"(?:\s*[-–:,]?\s+\(?(?P<name>[A-Za-z][A-Za-z' -]*)\)?)?\.?",
    re.IGNORECASE,
)


def without_status_name(given: str, stem: str) -> str:
    """Return a status code, if the stem asks for one, without its own name or "HTTP", or any other text as it is.

    The name may have words of the stem with it: 404 (page not found).
    """
    found = _CODE.fullmatch(given.strip()) if _ASKED.search(stem) else None
    if found is None:
        return given
    said = set(LETTERS.findall(fold(found["name"] or "")))
    return found["code"] if not said or _is_named(int(found["code"]), said, stem) else given


_AS_VERSION = re.compile(r"\s*HTTPS?/\d{3}\s*", re.IGNORECASE)


def is_version_instead(given: str, stem: str) -> bool:
    """Return whether the status code that the stem asks for is written as if it were a version of HTTP: HTTP/404."""
    return _ASKED.search(stem) is not None and _AS_VERSION.fullmatch(given) is not None


def _is_named(code: int, said: set[str], stem: str) -> bool:
    from http import HTTPStatus

    if code not in set(HTTPStatus):
        return False
    name = set(LETTERS.findall(fold(HTTPStatus(code).phrase)))
    return name <= said <= {*name, *LETTERS.findall(fold(stem))}
