"""A disk that says nothing, for a moment, of what lies below a folder."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

LOOKS = ("stat", "lstat", "listdir", "scandir")


class Looks:
    """How many times it was looked below a folder, and whether any of them was refused."""

    def __init__(self) -> None:
        self.count = 0
        self.refused = 0


@contextmanager
def refusing(folder: Path, first: int, many: int) -> Iterator[Looks]:
    """Refuse so ``many`` looks at or below ``folder``, from the one with this number on."""
    looks, start = Looks(), os.fspath(folder)

    def mostly(look: Callable[..., Any]) -> Callable[..., Any]:
        def asked(path: Any = ".", *more: Any, **named: Any) -> Any:
            if isinstance(path, str | os.PathLike) and os.fspath(path).startswith(start):
                looks.count += 1
                if first < looks.count <= first + many:
                    looks.refused += 1
                    raise OSError(errno.EIO, "nothing is said", start)
            return look(path, *more, **named)

        return asked

    with pytest.MonkeyPatch.context() as system:
        for name in LOOKS:
            system.setattr(os, name, mostly(getattr(os, name)))
        yield looks


def refuse_once(start: str, what: str = "open", before: int = 0) -> None:
    """Let the disk refuse a file that is opened, or removed, under this name, after some more."""
    left = before

    def refuse(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        if left >= 0 and event == what and str(given[0]).startswith(start):
            left -= 1
            if left < 0:
                raise OSError(errno.ENOSPC, "full")

    sys.addaudithook(refuse)
