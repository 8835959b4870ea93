"""Protocol Buffers' wire format, against messages of every form and damage of every kind."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.apkg.protobuf import fields


def varint(value: int) -> bytes:
    pieces = []
    while value > 0x7F:
        pieces.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*pieces, value])


def written(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


VALUES = st.tuples(st.integers(1, 2**29 - 1), st.integers(0, 2**64 - 1) | st.binary(max_size=300))


@given(values=st.lists(VALUES))
def test_what_was_written_is_read(values: list[tuple[int, int | bytes]]) -> None:
    assert list(fields(b"".join(written(*value) for value in values))) == values


def test_numbers_of_fixed_size_are_their_bytes() -> None:
    assert list(fields(b"\x0d\x01\x02\x03\x04\x11" + bytes(8))) == [(1, b"\x01\x02\x03\x04"), (2, bytes(8))]


@pytest.mark.parametrize(
    "message",
    [b"\x08", b"\x08" + b"\xff" * 11, b"\x0a\x05abc", b"\x0a\xff\xff\xff\xff\x0f", b"\x0d\x01", b"\x0b", b"\x80"],
)
def test_damage_is_reported(message: bytes) -> None:
    with pytest.raises(ValueError, match=r"is cut off|unknown"):
        list(fields(message))


@given(message=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(message: bytes) -> None:
    with suppress(ValueError):
        list(fields(message))
