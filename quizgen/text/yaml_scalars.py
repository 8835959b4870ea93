"""Write values as YAML that every parser reads the same way: quoted if there could be any doubt."""

import json
import re
from functools import lru_cache
from typing import Any

# Plain text must begin with a letter, contain no YAML indicator, and not be a word that some YAML parser reads as true,
# false or null; ids that begin with digits must not look like numbers or dates. Everything else is quoted, which is
# always correct.
_FIGURES_FIRST = r"\d+-(?=[\d-]*[a-z])[a-z\d-]*[a-z\d]"
_PLAIN = re.compile(
    rf"{_FIGURES_FIRST}|[^\W\d_](?:[^\x00-\x1f:#{{}}\[\],&*!|>'\"%@`\\]|(?<=\w)['’](?=\w)|,(?= ))*(?<![\s,])"
)
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})


def scalar(value: str | bool | float) -> str:
    """Return ``value`` on one line for block style: ``key: value`` or ``- value``."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return _quoted(value)


_key = lru_cache(maxsize=256)(scalar)
"""Keys repeat with every item."""


def _quoted(value: str) -> str:
    # In single quotes, backslashes and double quotes are literal, as Markdown and math need them.
    if value.isprintable() and "'" not in value and ("\\" in value or '"' in value):
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False)  # JSON's quoted text is YAML's, too


def block(data: dict[str, Any], width: int = 110) -> list[str]:
    """Return the lines of ``data`` as a block mapping: multi-line text as such, short lists in brackets."""
    lines: list[str] = []
    for key, value in data.items():
        name = _key(key)
        if isinstance(value, dict):
            lines += (f"{name}:", *(f"  {line}" for line in block(value, width - 2)))
        elif isinstance(value, list | tuple):
            lines += _list(name, value, width)
        elif isinstance(value, str) and _fits_literal(value):
            lines += (f"{name}: |-", *(f"  {line}" if line else "" for line in value.split("\n")))
        else:
            lines.append(f"{name}: {scalar(value)}")
    return lines


def _list(name: str, items: Any, width: int) -> list[str]:
    if any(isinstance(item, dict) for item in items):
        return [f"{name}:", *(line for item in items for line in _item(item, width - 4))]
    line = f"{name}: {flow(items)}"
    if len(line) <= width:
        return [line]
    return [f"{name}:", *(f"  - {scalar(item)}" for item in items)]


def _item(item: Any, width: int) -> list[str]:
    if not isinstance(item, dict):
        return [f"  - {scalar(item)}"]
    first, *rest = block(item, width)
    return [f"  - {first}", *(f"    {line}" for line in rest)]


def flow(value: Any) -> str:
    """Write ``value``, a list or a mapping with all its parts, on one line in brackets or braces."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{scalar(key)}: {flow(part)}' for key, part in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    # Inside brackets a comma ends a plain value.
    return _quoted(value) if isinstance(value, str) and "," in value else scalar(value)


def _fits_literal(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) > 1 and bool(lines[-1].strip()) and all(line == line.rstrip() for line in lines) \
        and lines[0][:1] not in {"", " ", "\t"} and "\r" not in text  # fmt: skip
