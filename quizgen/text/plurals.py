"""Numbers with their nouns in the singular or plural."""

_IRREGULAR = {"library": "libraries", "entry": "entries", "category": "categories", "memory": "memories"}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return ``number`` and its noun: ``1 question``, ``2 questions``, ``1,024 facts``."""
    return f"{number:,} {noun if number == 1 else plural or _IRREGULAR.get(noun, noun + 's')}"


def numbered_states(**numbers: int) -> str:
    """Return the numbers above 0 with their names, which have no plural: ``5 due, 20 new``."""
    return ", ".join(f"{number:,} {name}" for name, number in numbers.items() if number)
