"""A small pattern language whose matching takes linear time: authors' patterns are not trusted.

Letters match themselves; ``.`` is any character, ``[abc]`` and ``[a-z]`` one of several, ``(a|b)`` a choice; ``?``
(optional), ``*`` and ``+`` follow a part; a backslash makes the next character match itself. The automaton of
Thompson (1968) keeps all states at once, so it never backtracks.
"""

from functools import lru_cache

MAX_PATTERN = 200
MAX_RANGE = 1000
"""Characters in a range such as ``[a-z]``."""


_LITERALLY = (
    "only `.`, `[abc]`, `(a|b)`, `?`, `*`, `+` and `\\` have a special meaning; put a backslash before a special "
    "character to match it literally"
)


class PatternError(ValueError):
    """The pattern is not well formed; the message says where, and ``help`` how to correct it."""

    def __init__(self, message: str, help: str = _LITERALLY) -> None:
        super().__init__(message)
        self.help = help


_Test = tuple[frozenset[str], bool] | None
"""The characters that a step takes and whether they are excluded instead; None for a step without a character."""


class _Builder:
    """States are numbers; each has steps that take a character and steps that do not."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.steps: list[list[tuple[_Test, int]]] = []

    def state(self) -> int:
        self.steps.append([])
        return len(self.steps) - 1

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def choice(self) -> tuple[int, int]:
        start, end = self.state(), self.state()
        while True:
            first, last = self.sequence()
            self.steps[start].append((None, first))
            self.steps[last].append((None, end))
            if self.peek() != "|":
                return start, end
            self.at += 1

    def sequence(self) -> tuple[int, int]:
        start = end = self.state()
        while self.peek() not in {"", "|", ")"}:
            first, last = self.part()
            if (sign := self.peek()) and sign in "?*+":
                self.at += 1
                if sign in "?*":
                    self.steps[first].append((None, last))
                if sign in "*+":
                    self.steps[last].append((None, first))
            self.steps[end].append((None, first))
            end = self.state()
            self.steps[last].append((None, end))
        return start, end

    def part(self) -> tuple[int, int]:
        char = self.peek()
        self.at += 1
        if char == "(":
            inner = self.choice()
            if self.peek() != ")":
                raise PatternError("a parenthesis ( is not closed")
            self.at += 1
            return inner
        if char in "?*+":
            raise PatternError(f"{char} has nothing before it")
        test: _Test = (frozenset(), True) if char == "." else self.one_of() if char == "[" else None
        if test is None:
            if char == "\\":
                char = self.peek()
                self.at += 1
                if not char:
                    raise PatternError("nothing follows the last backslash")
            test = (frozenset({char}), False)
        first, last = self.state(), self.state()
        self.steps[first].append((test, last))
        return first, last

    def one_of(self) -> _Test:
        end = self.pattern.find("]", self.at + 1)
        if end < 0:
            raise PatternError("a bracket [ is not closed")
        inside, self.at = self.pattern[self.at : end], end + 1
        excluded = inside.startswith("^")
        inside = inside[1:] if excluded else inside
        chars: set[str] = set()
        at = 0
        while at < len(inside):
            if inside[at + 1 : at + 2] == "-" and at + 2 < len(inside):
                low, high = ord(inside[at]), ord(inside[at + 2])
                if high < low:
                    help = f"write {inside[at + 2]}-{inside[at]}"
                    raise PatternError(f"the range {inside[at : at + 3]} is reversed", help)
                if high - low >= MAX_RANGE:
                    message = f"the range {inside[at : at + 3]} has more than {MAX_RANGE:,} characters"
                    raise PatternError(message, "use a shorter range")
                chars.update(map(chr, range(low, high + 1)))
                at += 3
            else:
                chars.add(inside[at])
                at += 1
        return frozenset(chars), excluded


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> tuple[list[list[tuple[_Test, int]]], int, int]:
    if len(pattern) > MAX_PATTERN:
        raise PatternError(f"it is longer than {MAX_PATTERN} characters", "shorten it")
    builder = _Builder(pattern)
    start, end = builder.choice()
    if builder.at < len(pattern):
        raise PatternError("a parenthesis ) has no opening parenthesis before it")
    return builder.steps, start, end


def check_pattern(pattern: str) -> PatternError | None:
    """Return what is wrong with ``pattern``, or None."""
    try:
        _compiled(pattern)
    except PatternError as error:
        return error
    except RecursionError:
        return PatternError("it has too many nested parentheses", "remove some of them")
    return None


def matches(pattern: str, text: str, *, case: bool = False) -> bool:
    """Return whether ``pattern`` matches all of ``text``; capitals differ only with ``case``. Takes linear time."""
    if not case:
        pattern, text = pattern.lower(), text.lower()
    steps, start, end = _compiled(pattern)
    states = _spread({start}, steps)
    for char in text:
        moved = {
            to for state in states for test, to in steps[state] if test is not None and (char in test[0]) is not test[1]
        }
        if not moved:
            return False
        states = _spread(moved, steps)
    return end in states


def _spread(states: set[int], steps: list[list[tuple[_Test, int]]]) -> set[int]:
    """Return ``states`` and all that can be reached from them without a character."""
    reached, waiting = set(states), list(states)
    while waiting:
        for test, to in steps[waiting.pop()]:
            if test is None and to not in reached:
                reached.add(to)
                waiting.append(to)
    return reached
