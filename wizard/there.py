"""What lies at a path.

``pathlib`` raises where the system will not say: no rights above, a share that went, a ticket
that ran out.  Nobody asks whether something is there in order to fail.

Of what keeps the answers, and of who may come in, one thing holds: a look that is refused for a
moment never says that nothing is there.  What is looked at counts as being there, or the look
raises and nothing is done, whichever is safe at that place: nothing is made, deleted or let in
because a share said nothing.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds that anybody waits for a share or a stick that says nothing."""

_NOTHING = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
"""What a system says where nothing can be: any other refusal says nothing of what is there."""

_stuck: dict[Path, Thread] = {}


def kind(path: Path, *, follows: bool = True) -> int:
    """Return the mode of what lies there, 0 where nothing does; of a link itself unless followed.

    Raises ``OSError`` where it can not be looked at.
    """
    try:
        return (os.stat(path) if follows else os.lstat(path)).st_mode  # noqa: PTH116
    except ValueError:
        return 0
    except OSError as fault:
        if fault.errno in _NOTHING:
            return 0
        raise


def is_one_of(paths: Iterable[Path], *, follows: bool = True) -> bool:
    """Say whether anything lies at one of these; what can not be looked at hides no other.

    Raises ``OSError`` where nothing is seen, and one of them can not be looked at.
    """
    refused: OSError | None = None
    for path in paths:
        try:
            if kind(path, follows=follows):
                return True
        except OSError as fault:
            refused = fault
    if refused is not None:
        raise refused
    return False


def names(folder: Path) -> list[str]:
    """Return what is in a folder, by name; nothing where there is no folder.

    Raises ``OSError`` where it can not be looked into.
    """
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return []


def is_folder(path: Path) -> bool:
    """Say whether a folder lies there, as far as can be seen."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Say whether a file lies there, as far as can be seen."""
    return os.path.isfile(path)  # noqa: PTH113


def is_any(path: Path) -> bool:
    """Say whether anything may lie there: what can not be looked at does, and reading it tells."""
    try:
        return bool(kind(path))
    except OSError:
        return True


def is_named(path: Path) -> bool:
    """Say whether this name may be taken, whatever it leads to: one that can not be looked at is.

    Where something is made because nothing is there, it would go over what is.
    """
    try:
        return bool(kind(path, follows=False))
    except OSError:
        return True


def soon(path: Path, look: Callable[[Path], T], otherwise: T) -> T:
    """Return what a look at a path brings, ``otherwise`` where its disk says nothing for long.

    Who stands at the window would wait for ever, and could not even hide it.  Nobody asks that
    disk again before the look has come to its end.  What the look raises comes out here.
    """
    if path in _stuck and _stuck[path].is_alive():
        return otherwise
    found: Future[T] = Future()

    def act() -> None:
        try:
            found.set_result(look(path))
        except Exception as fault:  # noqa: BLE001 - whoever asked hears it
            found.set_exception(fault)

    looking = Thread(target=act, name="look", daemon=True)
    looking.start()
    looking.join(PATIENCE)
    if looking.is_alive():
        _stuck[path] = looking
        return otherwise
    return found.result()
