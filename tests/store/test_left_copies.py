"""What somebody went back from stays a copy, however many daily ones come after it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from tests.store.copied import copies_once
from tests.store.test_decisions import GIVEN
from wizard.clock import FixedClock
from wizard.model.run import Run
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE, own_login_key
from wizard.store import backup, database
from wizard.store.worker import StoreWorker


def _write(worker: StoreWorker, words: str) -> Run:
    run = samples.answered(worker.load("one").result(60), "q1", words)
    worker.save(run, samples.both("q1"), (1, 4)).result(60)
    return run


def _opened(new_worker: NewWorker) -> StoreWorker:
    worker = new_worker()
    worker.open().result(60)
    return worker


def _days(new_worker: NewWorker, folder: Path, count: int) -> StoreWorker:
    """Write something on each of so many days, each with a copy; give a worker that is open."""
    for day in range(count):
        before = backup.latest(folder)
        worker = _opened(new_worker)
        _write(worker, f"day {day}")
        worker.close().result(60)
        assert backup.latest(folder) > before
    return _opened(new_worker)


def _begun(new_worker: NewWorker, folder: Path) -> StoreWorker:
    worker = _opened(new_worker)
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
    worker.close().result(60)
    worker = _opened(new_worker)
    copies_once(folder)
    return worker


def _go_back(worker: StoreWorker) -> None:
    """Go back to the oldest copy; it counts as the latest then, and another is the oldest."""
    worker.restore(worker.copies().result(60)[-1].name).result(60)


def _found(worker: StoreWorker, words: str) -> bool:
    """Go back to each copy on the list, and say whether one of them has these words."""
    for _ in worker.copies().result(60):
        _go_back(worker)
        if worker.load("one").result(60).answers["q1"].note == words:
            return True
    return False


def test_what_was_gone_back_from_is_not_pushed_out(new_worker: NewWorker, folder: Path) -> None:
    """It was "set aside", and after five days in which anything was written in no copy."""
    worker = _begun(new_worker, folder)
    _write(worker, "a long account")
    _go_back(worker)
    _write(worker, "begun again")
    worker.close().result(60)

    assert _found(_days(new_worker, folder, backup.KEPT + 1), "a long account")


def test_looking_through_the_copies_pushes_out_nothing_gone_back_from(
    new_worker: NewWorker, folder: Path
) -> None:
    """What was only looked at and left as it was would take the room of what was set aside."""
    _begun(new_worker, folder).close().result(60)
    worker = _days(new_worker, folder, backup.KEPT)
    _write(worker, "a long account")
    for _ in range(2):
        for _ in worker.copies().result(60):
            _go_back(worker)
    _write(worker, "begun again")
    worker.close().result(60)

    assert _found(_days(new_worker, folder, backup.KEPT + 1), "a long account")


def test_what_was_gone_back_from_does_not_fill_the_disk(
    new_worker: NewWorker, folder: Path
) -> None:
    """The latest few of them stay, and a deletion takes them like every copy."""
    worker = _begun(new_worker, folder)
    for time in range(2 * backup.KEPT + 2):
        _write(worker, f"gone back from {time}")
        worker.restore(worker.copies().result(60)[0].name).result(60)

    assert len(worker.copies().result(60)) <= 2 * backup.KEPT + 1
    worker.erase_all().result(60)
    worker.close().result(60)
    assert len(list((folder / BACKUP_FOLDER).iterdir())) <= 1


def test_what_an_older_store_lacks_is_not_pushed_out(new_worker: NewWorker, folder: Path) -> None:
    """A server put Monday's file back behind Tuesday's session: what that brought lay nowhere."""
    _begun(new_worker, folder).close().result(60)
    monday = (folder / STORE_FILE).read_bytes()
    worker = _opened(new_worker)
    assert not worker.is_put_back
    _write(worker, "of Tuesday")
    worker.close().result(60)
    (folder / STORE_FILE).write_bytes(monday)

    worker = _opened(new_worker)
    assert worker.is_put_back
    worker.close().result(60)
    worker = _days(new_worker, folder, backup.KEPT + 1)
    assert not worker.is_put_back, "it is told once"
    assert _found(worker, "of Tuesday")


def test_an_older_store_that_lacks_what_is_in_no_copy_is_told(
    new_worker: NewWorker, folder: Path, tmp_path: Path
) -> None:
    """Put back behind a killed session it was as the copy that began with: all was well."""
    worker = _begun(new_worker, folder)
    _write(worker, "of Monday")
    written = (folder / STORE_FILE).read_bytes()
    monday, tuesday = tmp_path / "monday", tmp_path / "tuesday"
    shutil.copytree(folder, monday)
    before, worker = backup.latest(monday), new_worker(monday)
    worker.open().result(60)
    copies_once(monday, since=before)
    _write(worker, "of Tuesday")
    shutil.copytree(monday, tuesday)
    (tuesday / STORE_FILE).write_bytes(written)

    for is_first in (True, False):
        worker = new_worker(tuesday)
        worker.open().result(60)
        assert worker.is_put_back is is_first, "it is told once"
        worker.close().result(60)


def _another_check(worker: StoreWorker) -> None:
    worker.create(samples.draft("two"), samples.CONTENT, (0, 4)).result(60)


def _a_decision(worker: StoreWorker) -> None:
    worker.add_decision(GIVEN).result(60)


@pytest.mark.parametrize("more", [_another_check, _a_decision, lambda _worker: None])
def test_what_a_store_from_elsewhere_lacks_is_not_pushed_out(
    new_worker: NewWorker, folder: Path, tmp_path: Path, more: Callable[[StoreWorker], None]
) -> None:
    """Two computers in one synced folder: the other's counted more, and it was told by nothing."""
    _begun(new_worker, folder).close().result(60)
    there = tmp_path / "there"
    shutil.copytree(folder, there)
    worker = new_worker(there)
    worker.open().result(60)
    for time in range(5):
        _write(worker, f"there {time}")
    worker.close().result(60)
    worker = _opened(new_worker)
    _write(worker, "here")
    more(worker)
    worker.close().result(60)
    shutil.copy(there / STORE_FILE, folder / STORE_FILE)

    before, worker = backup.latest(folder), _opened(new_worker)
    assert worker.is_put_back
    copies_once(folder, since=before)
    worker.close().result(60)
    worker = _opened(new_worker)
    assert not worker.is_put_back, "it is told once"
    left = next(copy for copy in worker.copies().result(60) if copy.mark == backup.LEFT)
    worker.restore(left.name).result(60)
    assert worker.load("one").result(60).answers["q1"].note == "here"


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.skipif(sys.platform == "win32", reason="an open file can not be replaced there")
def test_what_a_store_that_came_with_its_copies_lacks_is_not_pushed_out(
    new_worker: NewWorker, folder: Path, tmp_path: Path, clock: FixedClock, *, is_open: bool
) -> None:
    """Each of them counted more than the copy of what had been here, which was the first to go."""
    _begun(new_worker, folder).close().result(60)
    there = tmp_path / "there"
    shutil.copytree(folder, there)
    for day in range(backup.KEPT + 1):
        clock.set(samples.START + timedelta(days=day))
        worker = new_worker(there)
        worker.open().result(60)
        _write(worker, f"there {day}")
        worker.close().result(60)
    worker = _opened(new_worker)
    _write(worker, "here")
    if not is_open:
        worker.close().result(60)
    shutil.copytree(there / BACKUP_FOLDER, folder / BACKUP_FOLDER, dirs_exist_ok=True)
    (there / STORE_FILE).replace(folder / STORE_FILE)
    worker.close().result(60)

    worker = _opened(new_worker)
    assert worker.is_put_back
    for day in range(backup.KEPT):
        clock.set(samples.START + timedelta(days=20 + day))
        worker.close().result(60)
        worker = _opened(new_worker)
        assert not worker.is_put_back, "it is told once"
        _write(worker, f"later {day}")
    assert _found(worker, "here")


def test_who_goes_back_is_not_told_that_another_computer_was_there(
    new_worker: NewWorker, folder: Path, clock: FixedClock
) -> None:
    """What was saved after the copy somebody took lies in copies that its store did not make."""
    worker = _begun(new_worker, folder)
    for day in range(backup.KEPT + 1):
        clock.set(samples.START + timedelta(days=day))
        _write(worker, f"day {day}")
        worker.close().result(60)
        worker = _opened(new_worker)
    for place in (3, 2, 4):
        worker.restore(worker.copies().result(60)[place].name).result(60)
        assert not worker.is_put_back
        _write(worker, f"back to {place}")
        worker.close().result(60)
        worker = _opened(new_worker)
        assert not worker.is_put_back


def test_no_copy_that_is_left_has_what_was_typed_and_taken_back(
    new_worker: NewWorker, folder: Path
) -> None:
    """Put on the list as another computer's answers came, it had every word of a draft."""
    worker = _begun(new_worker, folder)
    _write(worker, "a worry")
    _write(worker, "better not")
    worker.close().result(60)
    key = own_login_key(folder)
    with closing(database.open_file(folder / STORE_FILE, key)) as store:
        assert b"a worry" in store.serialize("main")
        backup.put(store, folder, key, 99, samples.START.date())
    (left,) = (copy for copy in backup.copies(folder) if copy.mark == backup.LEFT)

    with closing(database.open_file(folder / BACKUP_FOLDER / left.name, key)) as copy:
        pages = copy.serialize("main")
    assert b"better not" in pages
    assert b"a worry" not in pages
