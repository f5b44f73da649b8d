"""A copy is gone back to, and the disk says no to what comes behind that."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store import samples
from wizard.safe.key import STORE_FILE
from wizard.store.worker import StoreWorker


@pytest.mark.parametrize(
    ("refused", "place", "is_mute"),
    [("fsync", 1, False), ("fsync", 1, True), ("close", 1, False), ("close", 3, False)],
)
def test_a_copy_that_took_its_place_is_gone_on_with_though_the_disk_said_no(
    changed_often: StoreWorker,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    refused: str,
    place: int,
    *,
    is_mute: bool,
) -> None:
    """It was told that the file had been replaced, and that window saved nothing any more."""
    older = changed_often.copies().result(60)[-1]
    act: Callable[[int], None] = getattr(os, refused)
    store = (folder / STORE_FILE).stat().st_ino
    asked = 0

    def says_nothing(path: Path) -> os.stat_result:
        looks.undo()
        raise OSError(errno.EIO, "nothing is said", str(path))

    def once_it_is_there(handle: int) -> None:
        nonlocal asked
        asked += (folder / STORE_FILE).stat().st_ino != store
        is_refused = asked == place
        asked += is_refused
        act(handle)
        if is_refused:
            if is_mute:
                looks.setattr(os, "lstat", says_nothing)
            raise OSError(errno.EIO, "it is done")

    with pytest.MonkeyPatch.context() as looks:
        monkeypatch.setattr(os, refused, once_it_is_there)
        changed_often.restore(older.name).result(60)

    assert asked > place
    run = samples.answered(samples.full(), "q9", "after")
    changed_often.save(run, samples.both("q9"), (4, 5)).result(60)
