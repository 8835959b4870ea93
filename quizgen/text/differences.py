"""A small difference between two words, said in words: a screen reader may read both alike."""

_MOST = 2
"""Characters that may differ; in a longer difference, the words sound different."""
_SIGNS = {
    ":": "a colon", "_": "an underscore", "-": "a hyphen", " ": "a space", ".": "a dot", ",": "a comma",
    "'": "an apostrophe", "!": "an exclamation mark", "?": "a question mark", "<": "a less-than sign",
    ">": "a greater-than sign", "=": "an equals sign", "+": "a plus sign", "*": "an asterisk", "#": "a number sign",
    "/": "a slash", "(": "an opening parenthesis", ")": "a closing parenthesis",
}  # fmt: skip


def difference(written: str, meant: str) -> str | None:
    """Return how to turn ``written`` into ``meant``: ``delete `i` after `expla```; None if they differ in much."""
    if written.lower() == meant.lower():
        return None if written == meant else "mind the capital letters" if meant != meant.lower() else "use lowercase"
    before = written[: _alike(written, meant)]
    rest, goal = written[len(before) :], meant[len(before) :]
    after = _alike(rest[::-1], goal[::-1])
    rest, goal = rest[: len(rest) - after], goal[: len(goal) - after]
    if max(len(rest), len(goal)) > _MOST:
        return None
    place = f"after `{before}`" if before else "at the start"
    if not rest:
        return f"add {_said(goal)} {place}"
    if not goal:
        return f"delete {_said(rest)} {place}"
    return f"write {_said(goal)} instead of {_said(rest)} {place}"


def _alike(one: str, other: str) -> int:
    """Return the number of characters that both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _said(text: str) -> str:
    return _SIGNS.get(text, f"`{text}`")
