"""An older file in the place of the store: what is in it, and what is not, stays on the list."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from tests.store.copied import copies_once
from tests.store.test_faults import saved_since
from wizard.errors import StoreUnwritable
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE
from wizard.store import backup
from wizard.store.worker import StoreWorker


def test_what_was_said_in_an_older_store_that_was_put_back_is_on_the_list(
    changed_often: StoreWorker, folder: Path, new_worker: NewWorker
) -> None:
    """It counted less than its copies: none was made of it, and it was set aside, on no list."""
    changed_often.close().result(60)
    copy = backup.copies(folder)[1]
    path = folder / BACKUP_FOLDER / copy.name
    (folder / STORE_FILE).write_bytes(path.read_bytes())
    worker = new_worker()
    worker.open().result(60)
    run = samples.answered(worker.load("one").result(60), "q1", "other words")
    worker.save(run, samples.both("q1"), (1, 4)).result(60)
    worker.restore(worker.copies().result(60)[1].name).result(60)
    worker.restore(worker.copies().result(60)[1].name).result(60)

    assert worker.load("one").result(60) == run
    assert not list(folder.glob("answers-damaged*.db"))


def test_what_is_put_back_again_and_again_pushes_out_no_newer_copy(
    changed_often: StoreWorker, folder: Path, new_worker: NewWorker
) -> None:
    """A copy of the same was made each time: after five of them none had what was newer."""
    changed_often.close().result(60)
    newest, *_, oldest = backup.copies(folder)
    old, last = (folder / BACKUP_FOLDER / oldest.name).read_bytes(), newest.changes
    for _ in range(backup.KEPT):
        (folder / STORE_FILE).write_bytes(old)
        worker = new_worker()
        worker.open().result(60)
        last = copies_once(folder, backup.KEPT, since=last)[0].changes
        worker.close().result(60)

    worker, seen = new_worker(), []
    for place in range(backup.KEPT):
        worker.restore(worker.copies().result(60)[place].name).result(60)
        seen.append(worker.load("one").result(60).answers["q1"].note)
    assert sorted(seen) == [f"start {number}" for number in range(3, 8)]


@pytest.mark.parametrize("is_seen", [False, True])
@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced there")
def test_what_was_saved_before_the_open_store_was_replaced_is_on_the_list(
    kept: Path, new_worker: NewWorker, *, is_seen: bool
) -> None:
    """A backup came back beneath the window: what was "Saved" that day went with the old file."""
    older = (kept / STORE_FILE).read_bytes()
    worker, run = saved_since(new_worker, 1)
    (kept / "older").write_bytes(older)
    (kept / "older").replace(kept / STORE_FILE)
    if is_seen:
        with pytest.raises(StoreUnwritable):
            worker.save(run, samples.both("q9"), (4, 5)).result(60)
    worker.close().result(60)

    worker = new_worker()
    worker.open().result(60)
    assert worker.is_put_back
    left = next(copy for copy in worker.copies().result(60) if copy.mark == backup.LEFT)
    worker.restore(left.name).result(60)
    assert worker.load("one").result(60) == run


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced there")
def test_where_another_computer_went_on_from_ours_nothing_was_left(
    kept: Path, tmp_path: Path, new_worker: NewWorker
) -> None:
    """A window that stood open, idle, would take the room of what was gone back from, each time."""
    elsewhere = tmp_path / "elsewhere"
    worker, _ = saved_since(new_worker, 1)
    copied = copies_once(kept)
    worker.close().result(60)
    worker, _ = saved_since(new_worker, 0)
    copies_once(kept, len(copied) + 1)
    shutil.copytree(kept, elsewhere)
    saved_since(lambda: new_worker(elsewhere), 2)[0].close().result(60)
    (elsewhere / STORE_FILE).replace(kept / STORE_FILE)
    worker.close().result(60)

    worker = new_worker()
    worker.open().result(60)
    assert not worker.is_put_back
    assert backup.LEFT not in {copy.mark for copy in worker.copies().result(60)}
