"""Everything about one person as one readable archive, and back.

A plain zip: an answers file and a PDF for each self-assessment, which any computer can
open without this program.  Reading one is bounded, and no name in it becomes a path.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from time import monotonic

from wizard import there
from wizard.errors import InputFault
from wizard.exchange.reading import clean
from wizard.exchange.strict_json import parse_json
from wizard.safe.limits import (
    ANSWERS_FILE_BYTES,
    ARCHIVE_BYTES,
    ARCHIVE_FILES,
    ARCHIVE_LIST_BYTES,
    ARCHIVE_SECONDS,
)
from wizard.safe.regular import begins
from wizard.words import say

FIRST_LETTERS = b"PK\x03\x04"
"""What a zip begins with."""

ANSWERS = ".json"
MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the files tell their own, and the same content stays the same."""

_BROKEN = (
    OSError, zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError,
)  # fmt: skip
"""What the standard library raises for a zip that is damaged or locked."""

_MANY = f"{ARCHIVE_FILES:,}"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def write_archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip with these named files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_archive(path: Path) -> bool:
    """Say whether a file begins as a zip does."""
    return begins(path, FIRST_LETTERS)


def is_as_written(path: Path) -> bool:
    """Say whether nothing was put into an archive since the program wrote it, by the dates in it.

    For one that could be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return all(entry.date_time == MOMENT for entry in archive.infolist())
    except _BROKEN:
        return False


def read_archive(path: Path) -> Iterator[tuple[str, object]]:
    """Yield the answers files in an archive one by one, each with the name to tell of it.

    Where one can not be read, its ``InputFault`` stands in its place: the others are none
    the worse.  What else lies in the archive is left alone.

    Raises ``InputFault`` for what is no zip, has too many files, is encrypted or damaged, and
    before anything is unpacked where it would unpack to more than it may; on the way where it
    takes longer than ``ARCHIVE_SECONDS``.
    """
    try:
        if not S_ISREG(there.kind(path)):
            # A pipe would be waited for.
            raise InputFault(say("reading.no-file", file=path))
        with _Bounded(path) as file, zipfile.ZipFile(file) as archive:
            wanted = _wanted(archive.infolist(), path)
            left = float(ARCHIVE_SECONDS)
            for entry in wanted:
                if left < 0:
                    raise InputFault(say("reading.archive.slow", file=path))
                name = clean(" ".join(entry.filename[:80].split()))
                shown, begun = f"{path.name}: “{name}”", monotonic()
                document = _document(archive, entry, shown)
                # What is done with each of them takes no time from the others.
                left -= monotonic() - begun
                yield shown, document
    except _TooMuch as cause:
        raise InputFault(say("reading.archive.many", file=path, most=_MANY)) from cause
    except NotImplementedError as cause:
        raise InputFault(say("reading.archive.packing", file=path)) from cause
    except _BROKEN as cause:
        raise InputFault(say("reading.archive.damaged", file=path)) from cause


def _wanted(entries: list[zipfile.ZipInfo], path: Path) -> list[zipfile.ZipInfo]:
    """Return the answers files among the entries; raise for what is too much of them."""
    if len(entries) > ARCHIVE_FILES:
        raise InputFault(say("reading.archive.many", file=path, most=_MANY))
    wanted = [entry for entry in entries if _is_answers(entry.filename)]
    if not wanted:
        raise InputFault(say("reading.archive.none", file=path))
    # A size that is a lie helps nobody: no more than that is unpacked, and its sum is wrong.
    sizes = [entry.file_size for entry in wanted]
    if sum(sizes) > ARCHIVE_BYTES:
        raise InputFault(say("reading.archive.large", file=path))
    if any(entry.compress_type not in _PACKED for entry in wanted):
        raise NotImplementedError
    return wanted


def _is_answers(name: str) -> bool:
    # A Mac that packs a folder anew puts a file of its own beside each, called "._" and the same.
    return name.endswith(ANSWERS) and not name.rpartition("/")[2].startswith("._")


def _document(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shown: str) -> object:
    if entry.file_size > ANSWERS_FILE_BYTES:
        return InputFault(say("reading.archive.large", file=shown))
    try:
        return parse_json(_unpacked(archive, entry), shown)
    except InputFault as fault:
        return fault
    except _BROKEN:
        return InputFault(say("reading.archive.damaged", file=shown))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # Never all there is: unpacking asks for no size then, whatever the entry claims.
    with archive.open(entry) as file:
        return file.read(ANSWERS_FILE_BYTES + 1)


class _TooMuch(Exception):
    """More was to be read at once than an archive of answers ever needs."""


class _Bounded(io.FileIO):
    """A file of which no list of entries is read that is longer than one may be."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes.  Raises ``_TooMuch`` before so many are in memory."""
        if size is not None and size > ARCHIVE_LIST_BYTES:
            raise _TooMuch
        return super().read(size) or b""
