"""Streams and objects of a PDF, never unpacked or followed further than any of ours goes.

Only the one filter our own papers use is undone.
"""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf

from wizard.exchange.pdf.marks import Unreadable
from wizard.safe.canonical import digest
from wizard.safe.limits import PDF_BYTES

DEPTH, PARTS = 8, 20_000
"""How far we follow what a font or picture is made of; ours goes 3 deep."""

SAVING = frozenset({"/Length", "/Filter", "/DecodeParms", "/Parent"})
"""Keys that say how something was saved, not what it is."""


class Refused(Exception):
    """The file is not read any further; the text is the code of the reason."""


def unpacked(stream: Any, limit: int) -> bytes:
    """Return the bytes of a stream; raises ``Refused`` for more than ``limit`` of them."""
    filters = stream.get("/Filter")
    parts = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    is_usual = parts in ([None], [pikepdf.Name.FlateDecode], [])
    # What lies in another file is read by few programs: those would show another page.
    if stream.keys() & {"/DecodeParms", "/F"} or not is_usual:
        raise Refused("odd-packing")
    raw = stream.read_raw_bytes()
    # Nothing at all is packed as nothing by some.
    if not raw or parts in ([None], []):
        if len(raw) > limit:
            raise Refused("too-much")
        return bytes(raw)
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(raw, limit + 1)
    except zlib.error as cause:
        raise Refused("damaged") from cause
    if len(content) > limit:
        raise Refused("too-much")
    if not unpacking.eof or unpacking.unused_data.strip():
        raise Refused("damaged")
    return content


def identity(thing: Any) -> str:
    """Return a digest of a font or picture with all it is made of, however it is saved.

    Raises ``Unreadable`` for what has more parts than any of ours, ``Refused`` as
    ``unpacked`` does.
    """
    parts: list[str] = []

    def write(part: Any, depth: int) -> None:
        if depth > DEPTH or len(parts) > PARTS:
            raise Unreadable
        if isinstance(part, pikepdf.Stream):
            parts.append(digest(unpacked(part, PDF_BYTES)))
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            keys = sorted(set(part.keys()) - SAVING)
            # How many: else what lies in a thing and what lies beside it look alike.
            parts.append(f"<{len(keys)}>")
            for key in keys:
                parts.append(key)
                write(part[key], depth + 1)
        elif isinstance(part, pikepdf.Array):
            parts.append(f"[{len(part)}]")
            for one in part:
                write(one, depth + 1)
        else:
            parts.append(repr(part))

    write(thing, 0)
    return digest("\n".join(parts).encode())
