"""Files a person asked for: written whole or not at all, under names that are safe."""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from pathlib import Path

from wizard import there
from wizard.errors import OutputFault
from wizard.safe.key import BACKUP_FOLDER, is_kept
from wizard.safe.names import safe_file_name, write_whole
from wizard.words import say

_MOST_NUMBERS = 1_000
"""Files of one name that somebody may have in one folder."""

_KEPT = re.compile(
    r"answers[.-].*|own-login\..*|lock\.json|lock-copy\.json|lock\.tries|name\.txt", re.IGNORECASE
)
"""What is kept beside answers; the school's profile there is somebody's own to write.

In any letters: many a disk tells capitals from small ones nowhere.
"""


def write(path: Path, content: bytes) -> None:
    """Write a file, over none that keeps answers: no yes to "Replace it?" means those.

    A link stays, and what it leads to is written.  Raises ``OutputFault`` with one sentence;
    nothing half-written stays.
    """
    path = _led_to(path)
    if _keeps_answers(path):
        raise OutputFault(say("errors.file.forbidden", path=path))
    write_whole(path, content)


class Place:
    """Where somebody asked for a file: it goes over what lay there then, and over nothing else."""

    def __init__(self, path: Path) -> None:
        self.path = self._wanted = path
        # Where its disk says nothing nobody was asked about anything: it goes over nothing then.
        self._goes_over: tuple[int, int] | None = None
        with suppress(OSError):
            self._goes_over = there.soon(path, _stamp, otherwise=None)

    @classmethod
    def of(cls, path: Path | Place) -> Place:
        """Return a place, where it was asked for just now or before."""
        return path if isinstance(path, Place) else cls(path)

    @property
    def is_beside(self) -> bool:
        """Whether the file went elsewhere, as something came where it was asked for."""
        return self.path != self._wanted

    def write(self, content: bytes) -> None:
        """Write the file, as :func:`write` does; ``path`` is where it lies then."""
        if not self._is_as_it_was():
            # Nobody was asked about what came there since: another of its kind, most likely.
            self.path = free(self.path)
        write(self.path, content)

    def _is_as_it_was(self) -> bool:
        try:
            return _stamp(self.path) == self._goes_over
        except OSError as fault:
            # What can not be looked at may be another's.
            raise OutputFault(say("errors.file.forbidden", path=self.path)) from fault


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from the next one that has its name, None where nothing has it.

    Raises ``OSError`` where it can not be looked at.
    """
    if not there.kind(path):
        return None
    found = path.stat()
    # What is no file is touched by whoever writes there, a terminal by each letter.
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else (0, 0)


def _led_to(path: Path) -> Path:
    """Return the file, there or not yet, that a link stands for; any other path as it is."""
    try:
        is_link, leads_to = stat.S_ISLNK(there.kind(path, follows=False)), there.kind(path)
    except OSError:
        # Whoever writes there hears why.
        return path
    # A pipe or a terminal is known by its link alone.
    return path.resolve() if is_link and (not leads_to or stat.S_ISREG(leads_to)) else path


def _keeps_answers(path: Path) -> bool:
    """Say whether a file is one of those beside a store, there or not yet, or a copy of one."""
    if not lies_there(path.parent):
        return False
    try:
        found = path.parent.resolve() / path.name
    except RuntimeError:
        # Links that lead round: whoever writes there hears why.
        return False
    # A new one would be taken for what it is called: a lock, say, that nothing opens.
    is_copy = found.parent.name.casefold() == BACKUP_FOLDER
    return is_copy or bool(_KEPT.fullmatch(found.name) and _may_keep(found.parent))


def _may_keep(folder: Path) -> bool:
    try:
        return is_kept(folder)
    except OSError:
        return True


def lies_there(path: Path) -> bool:
    """Say whether anything has this name; one that can be no name is nobody's."""
    return there.is_any(path)


def suggest(folder: Path, *parts: str, ending: str) -> Path:
    """Return a name in ``folder`` that nothing has yet, made from these words."""
    stem = safe_file_name(" ".join(part for part in parts if part))
    return free(folder / f"{stem}{ending}")


def free(path: Path) -> Path:
    """Return ``path``, or the same with the first number that nothing has yet."""
    wanted, number = path, 2
    # Where none of them can be looked at, whoever writes there hears why.
    while lies_there(path) and number <= _MOST_NUMBERS:
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return path
