"""Where content files come from: a folder, or what an old self-assessment kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from wizard.errors import InputFault
from wizard.safe.limits import CONTENT_BYTES
from wizard.safe.regular import read_regular
from wizard.words import say


class Source(Protocol):
    """A set of named content files.  Names use ``/`` on every system."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none."""
        ...

    def names(self, folder: str, ending: str) -> tuple[str, ...]:
        """Return the names of the files in ``folder`` that end so, sorted."""
        ...

    def shown(self, name: str) -> str:
        """Return the name as a person would look for it."""
        ...


class FolderSource:
    """Content in a folder on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if there is none or it is over the limit."""
        path = self.folder / name
        try:
            if path.stat().st_size > CONTENT_BYTES:
                return b"\xff"  # not UTF-8: the loader says so, with the limit beside it
            return read_regular(path, CONTENT_BYTES)
        except OSError:
            return None

    def names(self, folder: str, ending: str) -> tuple[str, ...]:
        """Return the names of the files in ``folder`` that end so, sorted."""
        return tuple(
            sorted(f"{folder}/{path.name}" for path in (self.folder / folder).glob(f"*{ending}"))
        )

    def shown(self, name: str) -> str:
        """Return the name with its folder."""
        return str(self.folder / name)


class KeptSource:
    """Content as an old self-assessment kept it."""

    def __init__(self, kept: bytes) -> None:
        """Unpack what :func:`keep` made.  Raises ``InputFault`` if it is not that."""
        # Home reads its index by this file, and needs nothing of what old answers kept.
        import json

        try:
            texts = json.loads(kept)
            self._texts = {str(name): str(text) for name, text in texts.items()}
        except (ValueError, AttributeError, RecursionError) as cause:
            raise InputFault(say("errors.kept-content")) from cause

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if it was not kept."""
        text = self._texts.get(name)
        return None if text is None else text.encode()

    def names(self, folder: str, ending: str) -> tuple[str, ...]:
        """Return the kept names in ``folder`` that end so, sorted."""
        return tuple(
            sorted(
                name
                for name in self._texts
                if name.startswith(f"{folder}/") and name.endswith(ending)
            )
        )

    def shown(self, name: str) -> str:
        """Return the name; there is no folder to look in."""
        return name


class RecordingSource:
    """A source that remembers what was read, so that it can be kept."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.texts: dict[str, str] = {}

    def read(self, name: str) -> bytes | None:
        """Read from the source behind, and remember it."""
        found = self._source.read(name)
        if found is not None:
            self.texts[name] = found.decode("utf-8", "replace")
        return found

    def names(self, folder: str, ending: str) -> tuple[str, ...]:
        """Return the names the source behind has."""
        return self._source.names(folder, ending)

    def shown(self, name: str) -> str:
        """Return the name as the source behind shows it."""
        return self._source.shown(name)


def keep(texts: Mapping[str, str]) -> bytes:
    """Return the files a journey was made from as one canonical text.

    Its SHA-256 names the content, so the bytes must not depend on the machine: that is
    why nothing is compressed here.
    """
    from wizard.safe.canonical import canonical

    return canonical(dict(texts))
