"""A disk that has been told things, and what a power cut may leave of them.

Told means that the system took it; only what was synced is sure.  Of the rest a cut may
keep any part: none, all, some writes and not earlier ones, some 512-byte sectors of a
write.  Names in a folder (made, renamed, removed) are sure only once the folder itself
was synced; of the rest the disk keeps the first few, in their order.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

SECTOR = 512

How = Literal["dropped", "kept", "reordered", "torn"]
HOW: tuple[How, ...] = ("dropped", "kept", "reordered", "torn")


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put at a place in a file."""

    place: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Resize:
    """A file cut or stretched."""

    size: int


@dataclass(eq=False)
class File:
    """A file: what is sure, and what it was told since."""

    sure: bytearray = field(default_factory=bytearray)
    told: list[Write | Resize] = field(default_factory=list)

    def sync(self) -> None:
        """Make everything told sure."""
        for deed in self.told:
            apply(self.sure, deed)
        self.told.clear()

    def after_cut(self, how: How, dice: random.Random) -> bytes:
        """Return what a cut leaves."""
        left = bytearray(self.sure)
        for deed in self.told:
            for part in _sectors(deed) if how == "torn" else (deed,):
                if how == "kept" or (how != "dropped" and dice.random() < 0.5):
                    apply(left, part)
        return bytes(left)


@dataclass(frozen=True, slots=True)
class Rename:
    """A name that a folder gives (``old`` is None), takes away (``new`` is None) or changes."""

    old: str | None
    new: str | None
    node: File | Folder


@dataclass(eq=False)
class Folder:
    """A folder: the names that are sure, those it has now, and what it was told since."""

    sure: dict[str, File | Folder] = field(default_factory=dict)
    now: dict[str, File | Folder] = field(default_factory=dict)
    told: list[Rename] = field(default_factory=list)

    def tell(self, old: str | None, new: str | None, node: File | Folder) -> None:
        """Give, take or change a name."""
        deed = Rename(old, new, node)
        rename(self.now, deed)
        self.told.append(deed)

    def sync(self) -> None:
        """Make everything told sure."""
        self.sure = dict(self.now)
        self.told.clear()

    def after_cut(self, how: How, dice: random.Random) -> dict[str, File | Folder]:
        """Return the names a cut leaves."""
        left = dict(self.sure)
        count = {"dropped": 0, "kept": len(self.told)}.get(how)
        for deed in self.told[: dice.randint(0, len(self.told)) if count is None else count]:
            rename(left, deed)
        return left


def apply(content: bytearray, deed: Write | Resize) -> None:
    """Do one deed to the bytes of a file; what lies between is zeros."""
    end = deed.size if isinstance(deed, Resize) else deed.place + len(deed.content)
    content.extend(bytes(max(0, end - len(content))))
    if isinstance(deed, Resize):
        del content[end:]
    else:
        content[deed.place : end] = deed.content


def rename(names: dict[str, File | Folder], deed: Rename) -> None:
    """Do one deed to the names of a folder."""
    if deed.old is not None:
        names.pop(deed.old, None)
    if deed.new is not None:
        names[deed.new] = deed.node


def rebuild(folder: Folder, at: Path, names: How, bytes_of: How, dice: random.Random) -> None:
    """Write below ``at`` what a cut leaves of ``folder``."""
    at.mkdir(mode=0o700)
    for name, node in folder.after_cut(names, dice).items():
        if isinstance(node, Folder):
            rebuild(node, at / name, names, bytes_of, dice)
        else:
            (at / name).write_bytes(node.after_cut(bytes_of, dice))


def _sectors(deed: Write | Resize) -> tuple[Write | Resize, ...]:
    if isinstance(deed, Resize):
        return (deed,)
    parts = []
    place, content = deed.place, deed.content
    while content:
        room = SECTOR - place % SECTOR
        parts.append(Write(place, content[:room]))
        place, content = place + room, content[room:]
    return tuple(parts)
