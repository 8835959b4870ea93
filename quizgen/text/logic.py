"""Boolean expressions and sets in one form, whatever signs they have: A' + B, ¬A ∨ B and NOT A OR B are one."""

import re
from collections.abc import Iterator

from quizgen.text.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r"\s*(?:(?P<not>¬|~|!|\bNOT\b)|(?P<and>&&?|[·⋅*.∧∩]|\bAND\b)|(?P<or>\|\|?|[+∨∪]|\bOR\b)|(?P<after>['’′\u0305]|\^c\b|ᶜ)"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<name>[01]|[A-Z](?![A-Z]{2})))",
    re.IGNORECASE,
)
_NAMED = lazy_pattern(r"^\s*(?:[A-Z]\s*)?=\s*", re.IGNORECASE)
"""What may be written before an expression: Q =."""
_WORD = lazy_pattern(r"\b(?!(?:and|or|not)\b)[a-z]{2,}")
_CLOSING = {"(": ")", "[": "]"}
_TRUTH = {"true": True, "t": True, "1": True, "false": False, "f": False, "0": False}
_LONGEST = 200

Tree = tuple[object, ...]


def same_logic(answer: str, given: str) -> bool | None:
    """Return whether both are one expression of variables with one letter, with its parts in any order.

    None if one of them is something else, or has no sign and is the other but for it. Nothing is simplified.
    """
    values = answer.strip().casefold(), given.strip(" .").casefold()
    if {*values} <= _TRUTH.keys() and any(len(value) > 1 for value in values):
        return _TRUTH[values[0]] == _TRUTH[values[1]]
    if _WORD.search(answer):
        return None
    right, said = _read(answer), _read(_NAMED.sub("", given))
    return None if right is None or said is None else right == said


def _read(text: str) -> Tree | None:
    tokens = list(_tokens(text.strip(" `.")))
    if len(text) > _LONGEST or not tokens or ("", "") in tokens:
        return None
    rest = tokens[::-1]
    tree = _either(rest)
    return None if rest else tree


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield the tokens of ``text`` with their kinds; an empty one for what no expression has."""
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            yield "", ""
            return
        yield found.lastgroup, found[found.lastgroup].upper()
        at = found.end()


def _either(rest: list[tuple[str, str]]) -> Tree | None:
    parts = [_both(rest)]
    while rest and rest[-1][0] == "or":
        rest.pop()
        parts.append(_both(rest))
    return _joined("or", parts)


def _both(rest: list[tuple[str, str]]) -> Tree | None:
    parts = [_one(rest)]
    while rest and rest[-1][0] in {"and", "not", "open", "name"}:  # AB is A AND B
        if rest[-1][0] == "and":
            rest.pop()
        parts.append(_one(rest))
    return _joined("and", parts)


def _joined(sign: str, parts: list[Tree | None]) -> Tree | None:
    """Return ``parts`` joined by ``sign`` in one order; those that it joins already are parts of the whole."""
    flat: list[Tree] = []
    for part in parts:
        if part is None:
            return None
        flat += part[1:] if part[0] == sign else [part]  # type: ignore[arg-type]
    return flat[0] if len(flat) == 1 else (sign, *sorted(flat, key=repr))


def _one(rest: list[tuple[str, str]]) -> Tree | None:
    if not rest:
        return None
    kind, text = rest.pop()
    tree: Tree | None
    match kind:
        case "not":
            tree = _one(rest)
            return None if tree is None else ("not", tree)
        case "open":
            tree = _either(rest)
            if not rest or rest.pop()[1] != _CLOSING[text]:
                return None
        case "name":
            tree = ("name", text)
        case _:
            return None
    while rest and rest[-1][0] == "after" and tree is not None:
        rest.pop()
        tree = ("not", tree)
    return tree
