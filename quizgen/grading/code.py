"""Code in a programming language, where symbols have one notation and case may count: ``x**2`` is not ``x^2``."""

import re
import unicodedata

_CASE_IGNORED = re.compile(r"\b(?:sql|html|pascal|basic|fortran|ada)\b", re.IGNORECASE)
_CASE_COUNTS = re.compile(
    r"\b(?:python|java|javascript|typescript|kotlin|haskell|scala|perl|php|lua|css|numpy|pandas|bash)\b|\bc\+\+|\bc#"
    r"|\b(?-i:Ruby|Rust|Swift|Julia)\b|\bin (?-i:C|R|Go)\b|\b(?-i:C|R|Go) (?:operator|function|keyword|loop|statement)",
    re.IGNORECASE,
)
_TAG_ASKED = re.compile(r"\b(?:tag|element)s?\b", re.IGNORECASE)
_LITERAL_ASKED = re.compile(
    r"\bkeyword\b|\breserved word\b|\bprint|\boutput|\bevaluat|\breturns?\b|\bliteral\b|\bconstant\b", re.IGNORECASE
)
_SIGN = re.compile(r"[*=<>{}\[\]|&!%+^;#@/\\~$]")
_CODE_LIKE = re.compile(r"\w\(.*\)|^([\"'])(?:[\d.]+|\w|True|False|None)\1$|^\w.*:$|\w\[.*\]|\.\w+\(")
"""A call, a quoted number or character, the head of a block or an element: code, whatever words are in it."""
_COMMAND = re.compile(r"^[a-z]{2,}\b.*\s(?:-{1,2}[a-zA-Z]|\.{1,2}(?:$|\s|/))|^\*\.\w")
"""Options, folders and patterns of a command line, each of which counts."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTES = str.maketrans("'‘’“”−", '"""""-')
_NOT_COMPARED = frozenset("()`\"';.:,-")
"""Signs that are optional, that responses have around the code, or that other rules compare."""
_GROWTH = re.compile(r"[OoΘΩθω]\(.*\)")
_TAG = re.compile(r"<(?P<name>\w+)\s*/?>")
_TYPED_TAG = re.compile(
    r"(?:the\s+|an?\s+)?<?(?P<name>\w+)(?:\s+[\w-]+=[^<>]{0,60})?\s*/?>?(?:(?:\s*\.\.\.)?\s*</(?P=name)>)?"
    r"(?:\s+(?:tag|element)s?)?",
    re.IGNORECASE,
)


def is_other_code(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` differs from ``answer`` in what counts in the programming language of the stem.

    False if the stem names no language. The tokens of code with signs must occur in ``given`` in their order. If the
    stem asks for a keyword or for what is printed, the capitals of a single word count too, unless the language
    ignores them.
    """
    if _COMMAND.search(answer):
        return not _has(_words_of(answer), _words_of(given))
    ignored, counts = _CASE_IGNORED.search(stem), _CASE_COUNTS.search(stem)
    if not (ignored or counts) or _GROWTH.fullmatch(answer.strip()):
        return False
    if _CODE_LIKE.search(answer.strip("` ")) and not _has(
        _code(answer, case=not ignored), _code(given, case=not ignored)
    ):
        return True
    if _SIGN.search(answer) and not _TAG.fullmatch(answer.strip()):
        return not _has(_tokens(answer), _tokens(given))
    if ignored or not answer.isidentifier() or not _LITERAL_ASKED.search(stem):
        return False
    return any(word.casefold() == answer.casefold() for word in re.findall(r"\w+", given)) and answer not in given


def same_tag(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one tag, with or without angle brackets, if the stem asks for a tag: ``<p>``, ``p``."""
    if not _TAG_ASKED.search(stem):
        return False
    right, said = (
        _TAG.sub(r"\g<name>", answer.strip().strip("`\"'")),
        _TYPED_TAG.fullmatch(given.strip().strip("`\"'.")),
    )
    return said is not None and right.casefold() == said["name"].casefold()


def _has(right: list[str], said: list[str]) -> bool:
    """Return whether ``said`` has the tokens of ``right`` next to each other, in their order."""
    return any(said[at : at + len(right)] == right for at in range(len(said) - len(right) + 1))


def _words_of(command: str) -> list[str]:
    """Return the words of a command line, options and folders included."""
    return command.strip("`\"' ").casefold().split()


def _code(code: str, *, case: bool) -> list[str]:
    """Return the tokens of code with its parentheses and quotes, which may be single or double."""
    plain = unicodedata.normalize("NFKC", code).translate(_QUOTES).replace("()", "")
    tokens = [token for token in _TOKEN.findall(plain if case else plain.casefold()) if token not in {"`", ";"}]
    return tokens[:-1] if tokens[-1:] == [":"] else tokens


def _tokens(code: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", code).casefold().replace("−", "-")
    return [token for token in _TOKEN.findall(plain) if token not in _NOT_COMPARED]
