"""Numbers with their nouns in the singular or plural."""

from collections.abc import Mapping

_IRREGULAR = {"library": "libraries", "entry": "entries", "category": "categories", "memory": "memories"}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return ``number`` and its noun: ``1 question``, ``2 questions``, ``1,024 facts``."""
    return f"{number:,} {noun if number == 1 else plural or _IRREGULAR.get(noun, noun + 's')}"


def numbered_states(numbers: Mapping[str, int], totals: Mapping[str, int] | None = None) -> str:
    """Return the numbers above 0 with their names, which have no plural, and larger totals: ``5 due, 20 of 53 new``."""
    parts = []
    for name, number in numbers.items():
        total = (totals or numbers)[name]
        if number:
            parts.append(f"{number:,}{f' of {total:,}' if total > number else ''} {name}")
    return ", ".join(parts)
