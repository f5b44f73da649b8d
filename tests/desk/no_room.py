"""A disk without room, for any file of this process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_room(most: int = 0) -> Iterator[None]:
    """Let nothing be written to any file meanwhile, or no file have more than ``most`` bytes."""
    import resource

    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, room[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
