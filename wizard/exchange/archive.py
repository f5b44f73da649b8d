"""Everything about one person as one readable archive, and back.

A plain zip: an answers file and a PDF for each self-assessment, which any computer can
open without this program.  Reading one is bounded, and no name in it becomes a path.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from wizard.errors import InputFault
from wizard.exchange.strict_json import parse_json
from wizard.safe.limits import ANSWERS_FILE_BYTES, ARCHIVE_BYTES, ARCHIVE_FILES
from wizard.safe.regular import begins
from wizard.words import say

ANSWERS = ".json"
MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the files tell their own, and the same content stays the same."""


def write_archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip with these named files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, MOMENT), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_archive(path: Path) -> bool:
    """Say whether a file begins as a zip does."""
    return begins(path, b"PK\x03\x04")


def read_archive(path: Path) -> list[tuple[str, object]]:
    """Return the answers files in an archive, each with the name to tell of it.

    What else lies in it is left alone.  Raises ``InputFault`` for what is no zip, has
    too many files, is encrypted, damaged, or unpacks to more than it may.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if len(entries) > ARCHIVE_FILES:
                raise InputFault(say("reading.archive.many", file=path, most=f"{ARCHIVE_FILES:,}"))
            wanted = [entry for entry in entries if entry.filename.endswith(ANSWERS)]
            left = ARCHIVE_BYTES
            found = []
            for entry in wanted:
                if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise NotImplementedError
                raw = _unpacked(archive, entry, min(left, ANSWERS_FILE_BYTES), path)
                left -= len(raw)
                shown = f"{path}: {entry.filename[:80]!r}"
                found.append((shown, parse_json(raw, shown)))
    except NotImplementedError as cause:
        raise InputFault(say("reading.archive.packing", file=path)) from cause
    except (
        OSError, zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, ValueError, EOFError,
    ) as cause:  # fmt: skip
        raise InputFault(say("reading.archive.damaged", file=path)) from cause
    if not found:
        raise InputFault(say("reading.archive.none", file=path))
    return found


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, path: Path) -> bytes:
    # The size an entry claims may be a lie: stop reading, whatever it says.
    with archive.open(entry) as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        raise InputFault(say("reading.archive.large", file=path))
    return raw
