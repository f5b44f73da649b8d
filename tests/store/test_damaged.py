"""A store that was damaged, or is none: a sentence, and the file stays as it was found."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from tests.store import samples
from tests.store.conftest import NewWorker, files
from wizard.errors import (
    StoreDamaged,
    StoreNewer,
    StoreProblem,
)
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.store import database
from wizard.store.migrations import STEPS


def _empty(store: Path) -> None:
    store.write_bytes(b"")


def _missing(store: Path) -> None:
    store.unlink()


def _cut(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:5000])


def _rubbish(store: Path) -> None:
    store.write_bytes(random.Random(1).randbytes(20_000))


def _plain(store: Path) -> None:
    store.unlink()
    connection = apsw.Connection(str(store))
    connection.execute("CREATE TABLE run (id)")
    connection.close()


def _folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


def _link(store: Path) -> None:
    other = store.with_name("elsewhere.db")
    store.rename(other)
    store.symlink_to(other)


def _other_application(store: Path) -> None:
    connection = database.open_file(store, own_login_key(store.parent))
    connection.pragma("application_id", 1)
    connection.close()


def _lost_shape(store: Path) -> None:
    connection = database.open_file(store, own_login_key(store.parent))
    connection.pragma("user_version", 0)
    connection.close()


@pytest.mark.parametrize(
    "damage",
    [_empty, _missing, _cut, _rubbish, _plain, _folder, _link, _other_application, _lost_shape],
)
def test_a_damaged_store_is_never_overwritten(
    kept: Path, new_worker: NewWorker, damage: Callable[[Path], None]
) -> None:
    """What can not be read today may be read by somebody who knows more tomorrow."""
    damage(kept / STORE_FILE)
    before = files(kept)
    worker = new_worker()

    with pytest.raises(StoreDamaged, match=str(kept)):
        worker.open().result(60)

    assert files(kept) == before


def test_a_wrong_key_opens_nothing_and_changes_nothing(kept: Path, new_worker: NewWorker) -> None:
    """The file must be worth nothing without its key."""
    before = files(kept)
    worker = new_worker(kept, bytes(32))

    with pytest.raises(StoreDamaged, match="another key"):
        worker.open().result(60)

    assert files(kept) == before


def test_a_newer_store_is_refused_with_both_versions(kept: Path, new_worker: NewWorker) -> None:
    """An older program on the same share must not write into what it does not know."""
    connection = database.open_file(kept / STORE_FILE, own_login_key(kept))
    connection.pragma("user_version", 99)
    connection.close()
    before = files(kept)
    worker = new_worker()

    with pytest.raises(StoreNewer) as caught:
        worker.open().result(60)

    assert (caught.value.found, caught.value.known) == (99, len(STEPS))
    assert files(kept) == before


def flip_and_read(kept: Path, new_worker: NewWorker, times: int) -> int:
    """Flip one bit at a time; each time all is as it was, or a problem. Return how many were."""
    whole = (kept / STORE_FILE).read_bytes()
    dice = random.Random(400)
    problems = 0
    for _ in range(times):
        place = dice.randrange(len(whole) * 8)
        flipped = bytearray(whole)
        flipped[place // 8] ^= 1 << place % 8
        (kept / STORE_FILE).write_bytes(flipped)
        worker = new_worker()
        try:
            worker.open().result(60)
            assert worker.load("one").result(60) == samples.full()
            assert worker.content(samples.full().content).result(60) == samples.CONTENT
            assert len(worker.list().result(60)) == 1
        except StoreProblem:
            problems += 1
        worker.close().result(60)
    return problems


def test_no_flipped_bit_becomes_a_wrong_answer(kept: Path, new_worker: NewWorker) -> None:
    """Old disks and sticks flip bits; plain SQLite read 92 of 400 as different answers."""
    assert flip_and_read(kept, new_worker, 50) > 5


@pytest.mark.full
def test_none_of_400_flipped_bits_becomes_a_wrong_answer(kept: Path, new_worker: NewWorker) -> None:
    """The same as often as issue 6 asks; takes about ten seconds."""
    assert flip_and_read(kept, new_worker, 400) > 40
