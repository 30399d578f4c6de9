"""Protocol buffers, as far as Anki's packages need them: bytes to named values.

A message is described by a table from field numbers to names and kinds
(https://protobuf.dev/programming-guides/encoding/). Google's package would need
Anki's own .proto files, which are AGPL, and takes longer to import than a
package to read. Numbers that a table does not know are passed over, as the
format has it. Damage of any sort is a `ValueError`.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_VARINT, _EIGHT, _SIZED, _FOUR = 0, 1, 2, 5
# A number of 64 bits, seven in a byte.
_MAX_VARINT = 10
_DAMAGED = "damaged message"
# Digits that may be needed to tell any two numbers of 32 bits.
_DIGITS = range(6, 10)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a field is read from its bytes or number, and its value where it is absent."""

    read: Callable[[Any], Any]
    absent: Any = None
    many: bool = False


Table = Mapping[int, tuple[str, Kind]]


def decode(data: bytes, table: Table) -> dict[str, Any]:
    """The fields of a message by name, those absent as well."""
    out = {name: [] if kind.many else kind.absent for name, kind in table.values()}
    for number, value in _fields(data):
        if number in table:
            name, kind = table[number]
            try:
                found = kind.read(value)
            except (TypeError, AttributeError, ValueError, struct.error) as error:
                raise ValueError(_DAMAGED) from error
            if kind.many:
                out[name] += found
            else:
                out[name] = found
    return out


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        wire = key & 7
        value: int | bytes
        if wire == _VARINT:
            value, at = _varint(data, at)
        elif wire in (_EIGHT, _FOUR, _SIZED):
            size, at = _varint(data, at) if wire == _SIZED else (8 if wire == _EIGHT else 4, at)
            value, at = data[at : at + size], at + size
            if at > len(data):
                raise ValueError(_DAMAGED)
        else:
            raise ValueError(_DAMAGED)
        yield key >> 3, value


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(data[at : at + _MAX_VARINT]):
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError(_DAMAGED)


def _number(value: int) -> int:
    """A signed number: two's complement in 64 bits."""
    return (value & ((1 << 64) - 1) ^ (1 << 63)) - (1 << 63)


def _text(value: bytes) -> str:
    return value.decode("utf-8")


def _real(value: bytes) -> float:
    """A number of 32 bits, as the shortest decimal that gives the same 32 bits."""
    (real,) = struct.unpack("<f", value)
    shortest = (float(f"{real:.{digits}g}") for digits in _DIGITS)
    return next((short for short in shortest if _packed(short) == value), real)


def _packed(real: float) -> bytes:
    try:
        return struct.pack("<f", real)
    except OverflowError:
        return b""


def _reals(value: bytes) -> list[float]:
    return [_real(value[at : at + 4]) for at in range(0, len(value), 4)]


def message(table: Table) -> Kind:
    """A message in a message, `None` where it is absent."""
    return Kind(lambda value: decode(value, table))


def messages(table: Table) -> Kind:
    """Any number of messages, as a list."""
    return Kind(lambda value: [decode(value, table)], many=True)


NUMBER = Kind(_number, 0)
FLAG = Kind(bool, False)
TEXT = Kind(_text, "")
RAW = Kind(bytes, b"")
REAL = Kind(_real, 0.0)
REALS = Kind(_reals, many=True)
# Those whose absence says something.
OPTIONAL_NUMBER, OPTIONAL_REAL = Kind(_number), Kind(_real)
