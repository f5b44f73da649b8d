"""Faces for Chinese, Japanese and Korean that are already on this machine.

Such a face takes 10 MB, too much to bring along.  We look in the folders the system
keeps its fonts in, for the names below, and take those with TrueType outlines (others
can not be put into a PDF that an archive accepts).  Who has none is told which letters
are missing; any of these files, copied into the person's own font folder, cures it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import uharfbuzz as hb

NAMES = (
    "NotoSansSC-Regular.ttf", "NotoSansTC-Regular.ttf", "NotoSansJP-Regular.ttf",
    "NotoSansKR-Regular.ttf", "msyh.ttc", "simsun.ttc", "msjh.ttc", "YuGothR.ttc",
    "msgothic.ttc", "malgun.ttf", "Arial Unicode.ttf", "ARIALUNI.TTF", "STHeiti Light.ttc",
    "AppleGothic.ttf", "wqy-microhei.ttc", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf",
    "DroidSansFallback.ttf", "NanumGothic.ttf", "NanumBarunGothic.ttf", "UnDotum.ttf",
)  # fmt: skip
"""Files to take, the best first."""

_EAST = (
    (0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F), (0xFF00, 0xFFEF), (0x20000, 0x323AF),
)  # fmt: skip
_HIGHEST = 60_000_000  # bytes of a file; no font is larger
_DEPTH = 4  # folders below a system's font folder


def may_have(letter: str) -> bool:
    """Whether ``letter`` is of a script these faces are made for."""
    return any(first <= ord(letter) <= last for first, last in _EAST)


def folders() -> tuple[Path, ...]:
    """Return where fonts are looked for on Windows, on a Mac and elsewhere; they may not exist."""
    home = Path.home()
    local = os.environ.get("LOCALAPPDATA")
    return (
        *((Path(local) / "Microsoft" / "Windows" / "Fonts",) if local else ()),
        Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts",
        home / "Library" / "Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
        home / ".local" / "share" / "fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


def found() -> Iterator[tuple[bytes, str, int]]:
    """Yield each face there is: its bytes, its name, its index in the file."""
    lying = _lying()
    for name in NAMES:
        path = lying.get(name)
        if path is None:
            continue
        try:
            if path.stat().st_size > _HIGHEST:
                continue
            content = path.read_bytes()
        except OSError:
            continue  # a font we may not read is a font we do not have
        if "glyf" in hb.Face(hb.Blob(content), 0).table_tags:
            yield content, path.stem.replace(" ", ""), 0


def _lying() -> dict[str, Path]:
    """Return the files of these names; where two folders have one, the person's own."""
    lying: dict[str, Path] = {}
    for top in folders():
        for folder, below, names in os.walk(top):
            if len(Path(folder).relative_to(top).parts) >= _DEPTH:
                below.clear()
            below.sort()
            for name in names:
                if name in NAMES:
                    lying.setdefault(name, Path(folder) / name)
    return lying
