"""What parsers by recursive descent have in common: they read one token after the other, or find no meaning."""

from collections.abc import Sequence
from typing import NamedTuple


class UnreadableError(Exception):
    """The text is not in the language of the parser, or may be read in two ways."""


class Token(NamedTuple):
    """A token and the name of what it is; the kind "sign" is that of operators and brackets."""

    kind: str
    text: str
    is_spaced: bool = False
    """Whether a space is before it."""


_END = Token("", "")


class TokenReader:
    """Reads tokens in order. A subclass has a method for each precedence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self) -> Token:
        """Return the next token, which is empty at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def take(self, *signs: str) -> str:
        """Read the next token if it is one of ``signs``, and return it; otherwise return ""."""
        token = self.peek()
        if token.kind != "sign" or token.text not in signs:
            return ""
        self.at += 1
        return token.text

    def finish(self) -> None:
        """Raise UnreadableError unless all tokens have been read."""
        if self.at < len(self.tokens):
            raise UnreadableError
