"""Changes to a paper that nobody thought of, each from its own seed.

Some strike the file blindly; others know where the data, the pages and the attachment
lie, so that reading gets that far.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pikepdf

from tests.exchange.returned_papers import changed, held

LETTERS = b'0123456789abcXYZ"\\{}[]:,-. \x00\x1f\xe2\xff'


def mutated(pdf: bytes, seed: int) -> bytes:
    """Return ``pdf`` with the change that belongs to ``seed``."""
    lots = Random(seed)
    way = lots.choices(WAYS, WEIGHTS)[0]
    return way(pdf, lots)


def _struck(content: bytes, lots: Random) -> bytes:
    """Change, take out, double or put in a few bytes."""
    struck = bytearray(content)
    for _ in range(lots.choice((1, 1, 1, 2, 8))):
        at = lots.randrange(len(struck))
        length = lots.choice((1, 1, 2, 20))
        match lots.randrange(4):
            case 0:
                struck[at] ^= 1 << lots.randrange(8)
            case 1:
                del struck[at : at + length]
            case 2:
                struck[at:at] = struck[at : at + length]
            case _:
                struck[at] = lots.choice(LETTERS)
    return bytes(struck)


def _blind(pdf: bytes, lots: Random) -> bytes:
    return _struck(pdf, lots)


def _data(pdf: bytes, lots: Random) -> bytes:
    return changed(pdf, lambda file: held(file).write(_struck(held(file).read_bytes(), lots)))


def _page(pdf: bytes, lots: Random) -> bytes:
    def act(file: Any) -> None:
        contents = file.pages[lots.randrange(len(file.pages))].obj.Contents
        contents.write(_struck(contents.read_bytes(), lots))

    return changed(pdf, act)


def _letters(pdf: bytes, lots: Random) -> bytes:
    """Strike the table that says which letters a font shows."""

    def act(file: Any) -> None:
        fonts = file.pages[0].obj.Resources.Font
        table = fonts[lots.choice(sorted(fonts.keys()))].ToUnicode
        table.write(_struck(table.read_bytes(), lots))

    return changed(pdf, act)


def _attachment(pdf: bytes, lots: Random) -> bytes:
    """Change what the file says of its attachment."""
    odd = [
        pikepdf.Array(), pikepdf.Dictionary(), pikepdf.String("x"), -1, 2**31, None, True,
        pikepdf.Name.FlateDecode, pikepdf.Array([pikepdf.Name.FlateDecode] * 2),
    ]  # fmt: skip

    def act(file: Any) -> None:
        thing = lots.choice(odd)
        places = (
            (file.Root, "/AF"), (file.Root, "/Names"), (file.Root.Names, "/EmbeddedFiles"),
            (file.Root.Names.EmbeddedFiles, "/Names"), (file.Root.AF[0], "/EF"),
            (file.Root.AF[0].EF, "/F"), (file.Root.AF[0], "/UF"), (held(file), "/Params"),
            (file.pages[0].obj, "/Annots"), (file.pages[0].obj, "/Resources"),
            (file.pages[0].obj, "/Contents"), (file.pages[0].obj, "/MediaBox"),
        )  # fmt: skip
        at, key = lots.choice(places)
        if thing is None and key in at:
            del at[key]
        elif thing is not None:
            at[key] = thing

    return changed(pdf, act)


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (_blind, _data, _page, _letters, _attachment)
WEIGHTS = (30, 25, 25, 10, 10)
