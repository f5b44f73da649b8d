"""Adds shapes made of others to a TrueType font: one for each group of letters.

Where several shapes stand for one group of letters (a letter and its dots, a syllable of
Bengali), readers that copy the text would guess wrongly.  So the group becomes one new
shape of the font, which points at its parts.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

_WORDS, _PLACES, _MORE = 0x0001, 0x0002, 0x0020
_MOST = 0xFFFF
_NEEDED = frozenset(
    (b"cmap", b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
)  # fmt: skip
_CODES = 12  # bytes before the table of codes where there is one alone
_MAGIC = 0xB1B0AFBA


@dataclass(frozen=True, slots=True)
class Part:
    """One shape of a group: its number in the font, its place in the font's units."""

    number: int
    across: int
    up: int


@dataclass(frozen=True, slots=True)
class Group:
    """A shape to add: its parts, its advance, its box (left, bottom, right, top)."""

    parts: tuple[Part, ...]
    advance: int
    box: tuple[int, int, int, int]


def with_groups(program: bytes, groups: Sequence[Group]) -> bytes:
    """Return the font with each group as a further shape, numbered on from its last one.

    ``program`` is a whole TrueType font of our own making.  Raises ``KeyError`` if it
    lacks a table that every such font has.
    """
    tables = _tables(program)
    head, limits = bytearray(tables[b"head"]), bytearray(tables[b"maxp"])
    (shapes,) = struct.unpack_from(">H", limits, 4)
    long_places = struct.unpack_from(">h", head, 50)[0]
    if long_places:
        places = list(struct.unpack_from(f">{shapes + 1}I", tables[b"loca"]))
    else:
        places = [2 * at for at in struct.unpack_from(f">{shapes + 1}H", tables[b"loca"])]
    drawn = bytearray(tables[b"glyf"][: places[-1]])
    (measured,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    widths = bytearray(tables[b"hmtx"])
    metrics = bytearray(widths[: 4 * measured])
    last = metrics[-4:-2]
    for at in range(4 * measured, 4 * measured + 2 * (shapes - measured), 2):
        metrics += last + widths[at : at + 2]
    for group in groups:
        drawn += b"\0" * (-len(drawn) % 4)
        places[-1] = len(drawn)
        drawn += _drawn(group)
        places.append(len(drawn))
        metrics += struct.pack(">Hh", group.advance, group.box[0])
    count = shapes + len(groups)
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">H", limits, 4, count)
    points, contours = struct.unpack_from(">HH", limits, 6)
    most = max((len(group.parts) for group in groups), default=1)
    struct.pack_into(">HH", limits, 10, min(_MOST, points * most), min(_MOST, contours * most))
    struct.pack_into(">HH", limits, 28, max(most, 8), 4)
    measures = bytearray(tables[b"hhea"])
    struct.pack_into(">H", measures, 34, count)
    changed = {
        b"head": bytes(head),
        b"maxp": bytes(limits),
        b"hhea": bytes(measures),
        b"hmtx": bytes(metrics),
        b"loca": struct.pack(f">{len(places)}I", *places),
        b"glyf": bytes(drawn),
    }
    return _font(tables | changed)


def with_tables(program: bytes) -> bytes:
    """Return the font with the tables that a PDF needs of it, without its name and the like.

    ``program`` has at most 256 shapes, and one table of codes of the format 6.
    """
    tables = {tag: table for tag, table in _tables(program).items() if tag in _NEEDED}
    first, count = struct.unpack_from(">HH", tables[b"cmap"], _CODES + 6)
    shapes = struct.unpack_from(f">{count}H", tables[b"cmap"], _CODES + 10)
    codes = (bytes(first) + bytes(shapes)).ljust(256, b"\0")
    # The same codes in a byte each (format 0).
    tables[b"cmap"] = tables[b"cmap"][:_CODES] + struct.pack(">3H", 0, 262, 0) + codes
    return _font(tables)


def _drawn(group: Group) -> bytes:
    code = struct.pack(">5h", -1, *group.box) if group.parts else b""
    for index, part in enumerate(group.parts):
        more = _MORE if index + 1 < len(group.parts) else 0
        code += struct.pack(">HHhh", _WORDS | _PLACES | more, part.number, part.across, part.up)
    return code


def _tables(program: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", program, 12 + 16 * index)
        tables[tag] = program[start : start + length]
    return tables


def _font(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    reach = 16 << power
    start = 12 + 16 * count
    index, body = struct.pack(">IHHHH", 0x10000, count, reach, power, 16 * count - reach), b""
    for tag, table in sorted(tables.items()):
        index += struct.pack(">4sIII", tag, _sum(table), start + len(body), len(table))
        if tag == b"head":
            at = start + len(body) + 8
        body += table + b"\0" * (-len(table) % 4)
    font = bytearray(index + body)
    struct.pack_into(">I", font, at, (_MAGIC - _sum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _sum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
