"""Characters that look like others, or like nothing."""

import unicodedata

LETTERS_ALIKE = dict(
    zip(
        "аеіјорсухѕԁһԛԝАВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "aeijopcyxsdhqwABESIJKMHOPCTYXABEZHIKMNOPTYXo",
        strict=True,
    )
)
"""Cyrillic and Greek letters that look like Latin ones in most fonts. Greek letters that stand for quantities are not
among them."""

LOOKS = str.maketrans({"I": "l", "1": "l", "|": "l", "O": "0", **LETTERS_ALIKE})
"""What characters look like: those that look alike become the same one."""


def is_invisible(char: str) -> bool:
    """Whether nothing is seen of ``char``, such as a zero-width space."""
    return unicodedata.category(char) in {"Cf", "Cc"}


def looks(text: str) -> str:
    """Return ``text`` as a reader sees it: texts that look the same become the same."""
    seen = "".join(" " if char.isspace() else char for char in text if char.isspace() or not is_invisible(char))
    return unicodedata.normalize("NFKC", seen).translate(LOOKS)
