"""Putting answers down behind a lock, and looking what is there."""

from __future__ import annotations

from collections.abc import Callable

from tests.store import samples
from wizard.desk.locking import Lock

OLD, NEW = "seven quiet otters", "eight noisy herons"
"""Two passphrases."""

Maker = Callable[..., Lock]


def put_down(lock: Lock) -> None:
    """Keep two self-assessments, the first with the word in it."""
    worker, ready = lock.open_store()
    ready.result(10)
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(10)
    worker.create(samples.draft("two"), samples.CONTENT, (0, 4)).result(10)


def kept(lock: Lock) -> set[str]:
    """Open the store and return the ids of what is in it, the first one read whole."""
    worker, ready = lock.open_store()
    ready.result(10)
    ids = {card.id for card in worker.list().result(10)}
    if "one" in ids:
        assert worker.load("one").result(10).answers["q1"].note == samples.SECRET
    return ids
