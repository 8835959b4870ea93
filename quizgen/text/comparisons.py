"""Comparisons in code, each of which can be written in two orders: ``n % 2 == 1`` is ``1 == (n % 2)``."""

from dataclasses import dataclass

from quizgen.text.code import TURNED, code_tokens
from quizgen.text.lazy_pattern import lazy_pattern

_PIECE = lazy_pattern(
    r"\"[^\"]*\"|'[^']*'|===|!==|=>|->|<<|>>|<=|>=|==|!=|&&|\|\||\b(?:and|or|not|in|is|if|lambda)\b|."
)
"""A string, a sign, a keyword, or a character."""
_SIGNS = frozenset({"===", "!==", "==", "!=", "<=", ">=", "<", ">"})
_LOOSER = frozenset({"=", "=>", "->", "<<", ">>", "&", "|", "^", "?", ":", ",", ";", "!", "&&", "||"}) | frozenset(
    {"and", "or", "not", "in", "is", "if", "lambda", "{", "}"}
)
"""What makes more of a comparison, or binds its sides less tightly than the comparison in some language."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, without brackets around them, and the sign between them."""

    left: str
    sign: str
    right: str

    def __str__(self) -> str:
        return f"{self.left} {self.sign} {self.right}"

    @property
    def turned(self) -> "Comparison":
        """The same comparison with its sides in the other order."""
        return Comparison(self.right, TURNED.get(self.sign, self.sign), self.left)

    def like(self, other: "Comparison") -> "Comparison | None":
        """Return this comparison with its sides in the order of ``other``, if the sign and a side are the same."""
        for one in (self, self.turned):
            pairs = ((one.left, other.left), (one.right, other.right))
            if one.sign == other.sign and any(code_tokens(said) == code_tokens(right) for said, right in pairs):
                return one
        return None


def compared(code: str) -> Comparison | None:
    """Return ``code`` as a comparison; None if it is anything else, or has more than one."""
    parts, sign, depth = [""], "", 0
    for piece in _PIECE.findall(code):
        depth += (piece in "([") - (piece in ")]")
        if depth < 0 or (depth == 0 and piece in _LOOSER) or (depth == 0 and piece in _SIGNS and sign):
            return None
        if depth == 0 and piece in _SIGNS:
            sign = piece
            parts.append("")
        else:
            parts[-1] += piece
    left, right = (_without_brackets(part.strip()) for part in (parts[0], parts[-1]))
    return Comparison(left, sign, right) if sign and depth == 0 and left and right else None


def _without_brackets(side: str) -> str:
    """Return ``side`` without brackets around all of it that it does not need."""
    if not (side.startswith("(") and side.endswith(")")):
        return side
    inside = side[1:-1]
    depth = 0
    for piece in _PIECE.findall(inside):
        depth += (piece == "(") - (piece == ")")
        if depth < 0 or piece in _LOOSER | _SIGNS:
            return side
    return inside.strip()
