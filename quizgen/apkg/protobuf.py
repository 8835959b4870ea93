"""A reader for Protocol Buffers' wire format, as far as Anki's packages need it.

Source: https://protobuf.dev/programming-guides/encoding/
"""

from collections.abc import Iterator

_VARINT, _FIXED_64, _BYTES, _FIXED_32 = 0, 1, 2, 5


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield the number and value of each field, in order: integers, or bytes for text and nested messages.

    Raises ValueError if ``message`` is damaged.
    """
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        number, form = tag >> 3, tag & 7
        if form == _VARINT:
            value, at = _varint(message, at)
            yield number, value
            continue
        if form == _BYTES:
            size, at = _varint(message, at)
        elif form in (_FIXED_64, _FIXED_32):
            size = 8 if form == _FIXED_64 else 4
        else:
            raise ValueError(f"wire type {form} is unknown")
        if at + size > len(message):
            raise ValueError("a message is cut off")
        yield number, message[at : at + size]
        at += size


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """Return the number at ``at``, seven bits per byte with the lowest first, and the offset after it."""
    value = 0
    for place, byte in enumerate(message[at : at + 10]):
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("a number is cut off")
