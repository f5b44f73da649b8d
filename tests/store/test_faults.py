"""Each thing that can go wrong around the store: a sentence, and nothing lost or changed."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.store import children, samples
from tests.store.conftest import NewWorker, files
from wizard.errors import (
    StoreBusy,
    StoreDamaged,
    StoreProblem,
    StoreUnwritable,
)
from wizard.model.run import Run
from wizard.safe.key import BACKUP_FOLDER, MARKER_FILE, STORE_FILE, own_login_key
from wizard.store import database
from wizard.store.worker import StoreWorker


def test_a_second_program_hears_one_sentence(folder: Path, new_worker: NewWorker) -> None:
    """Two programs on one store would overwrite each other."""
    with children.start("hold", folder) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        worker = new_worker()

        with pytest.raises(StoreBusy, match="already open"):
            worker.open().result(60)

        other.kill()
        other.wait(10)
        # The lock died with its holder.
        worker.open().result(60)


def test_the_folder_may_go_and_come_back(kept: Path, new_worker: NewWorker) -> None:
    """A stick pulled out: saying saved would be a lie; put back, the next try saves."""
    worker = new_worker()
    worker.open().result(60)
    run = samples.answered(samples.full(), "q9", "while away")
    away = kept.with_name("away")
    kept.rename(away)

    for _ in range(3):
        with pytest.raises(StoreUnwritable, match="is gone"):
            worker.save(run, samples.both("q9"), (4, 5)).result(60)
    # Nor does "try again" begin a second store where the first one is missing.
    with pytest.raises(StoreUnwritable, match="is gone"):
        worker.open().result(60)
    assert not kept.exists()

    away.rename(kept)
    worker.save(run, samples.both("q9"), (4, 5)).result(60)
    assert worker.load("one").result(60) == run


def test_a_store_is_made_only_beside_its_key(tmp_path: Path, new_worker: NewWorker) -> None:
    """A folder that went away before the store opened must not come back without its key."""
    worker = new_worker(tmp_path / "gone", bytes(32))

    with pytest.raises(StoreUnwritable, match="is gone"):
        worker.open().result(60)

    assert not (tmp_path / "gone").exists()


def saved_since(new_worker: NewWorker, times: int) -> tuple[StoreWorker, Run]:
    """Open what is kept and answer one more question so many times; return it as saved last."""
    worker = new_worker()
    worker.open().result(60)
    run = samples.full()
    for number in range(times):
        run = samples.answered(run, "q9", str(number))
        worker.save(run, samples.both("q9"), (4, 5)).result(60)
    return worker, run


@pytest.mark.parametrize("saves", [1, 3])
def test_a_file_replaced_under_us_is_not_written(
    kept: Path, new_worker: NewWorker, saves: int
) -> None:
    """A share that puts an older file back must not silently lose what came since."""
    older = (kept / STORE_FILE).read_bytes()
    worker, run = saved_since(new_worker, saves)
    replacement = kept / "replacement"
    replacement.write_bytes(older)
    newest = kept / "newest"
    (kept / STORE_FILE).rename(newest)
    replacement.rename(kept / STORE_FILE)

    for _ in range(3):
        with pytest.raises(StoreUnwritable, match="moved or replaced"):
            worker.save(run, samples.both("q9"), (4, 5)).result(60)

    assert (kept / STORE_FILE).read_bytes() == older
    newest.rename(kept / STORE_FILE)
    worker.save(run, samples.both("q9"), (4, 5)).result(60)
    assert worker.load("one").result(60) == run


@pytest.mark.parametrize("saves", [1, 3])
def test_an_older_file_written_over_ours_in_its_place_is_not_gone_on_with(
    kept: Path, new_worker: NewWorker, saves: int
) -> None:
    """A backup put back by copying: what came since was gone, and "Saved" went on being said."""
    older = (kept / STORE_FILE).read_bytes()
    worker, run = saved_since(new_worker, saves)
    newest = (kept / STORE_FILE).read_bytes()
    (kept / STORE_FILE).write_bytes(older)

    for _ in range(3):
        with pytest.raises(StoreUnwritable, match="moved or replaced"):
            worker.save(run, samples.both("q9"), (4, 5)).result(60)
        with pytest.raises(StoreUnwritable, match="moved or replaced"):
            worker.list().result(60)

    assert (kept / STORE_FILE).read_bytes() == older
    (kept / STORE_FILE).write_bytes(newest)
    worker.save(run, samples.both("q9"), (4, 5)).result(60)
    assert worker.load("one").result(60) == run


def test_a_file_that_counts_as_many_is_not_gone_on_with(
    kept: Path, tmp_path: Path, new_worker: NewWorker
) -> None:
    """A share put another computer's there: the next try went on with that, and said "Saved"."""
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(kept, elsewhere)
    other, theirs = saved_since(lambda: new_worker(elsewhere), 0)
    theirs = samples.answered(theirs, "q9", "written there")
    other.save(theirs, samples.both("q9"), (4, 5)).result(60)
    other.close().result(60)
    worker, run = saved_since(new_worker, 1)
    newest = kept / "newest"
    (kept / STORE_FILE).rename(newest)
    shutil.copy(elsewhere / STORE_FILE, kept / STORE_FILE)

    for _ in range(3):
        with pytest.raises(StoreUnwritable, match="moved or replaced"):
            worker.save(run, samples.both("q9"), (4, 5)).result(60)

    newest.rename(kept / STORE_FILE)
    worker.save(run, samples.both("q9"), (4, 5)).result(60)
    assert worker.load("one").result(60) == run


def test_a_full_disk_keeps_the_caller_whole(folder: Path) -> None:
    """No room: a sentence, the old answer still there; room again: the same save works."""
    creating, *attempts, last = children.lines("no_room", folder)

    assert creating == "StoreFull"
    assert last == "saved"
    for fault, after in zip(attempts[::2], attempts[1::2], strict=True):
        assert fault.startswith("StoreFull There is no room left")
        assert after == "kept"
    assert len(attempts) == 8


def test_a_folder_that_may_only_be_read_is_said(open_ground: Path) -> None:
    """School machines lock folders; the person must hear it before they write a page."""
    assert children.lines("save_as_nobody", open_ground) == ["saved"]
    before = files(open_ground)
    open_ground.chmod(0o500)
    (open_ground / "answers.lock").chmod(0o400)

    (said,) = children.lines("save_as_nobody", open_ground)

    assert said.startswith("StoreUnwritable The folder")
    assert files(open_ground) == before


def test_a_store_that_may_only_be_read_is_said(open_ground: Path) -> None:
    """A file marked read-only opens well enough to deceive; it must be said at once."""
    assert children.lines("save_as_nobody", open_ground) == ["saved"]
    (open_ground / STORE_FILE).chmod(0o400)

    (said,) = children.lines("save_as_nobody", open_ground)

    assert said.startswith("StoreUnwritable")
    assert "may only be read" in said


def test_a_folder_locked_while_open_can_be_unlocked(open_ground: Path) -> None:
    """Rights may change under an open window; the words stay and the next try saves."""
    fault, last = children.lines("locked_while_open", open_ground)

    assert fault.startswith("StoreUnwritable The folder")
    assert last == "saved"


def test_a_folder_that_nobody_may_look_at_for_a_while_is_said(open_ground: Path) -> None:
    """A ticket that ran out, a share that dropped: "Saving…" stood there for ever after it."""
    fault, last = children.lines("shut_out_while_open", open_ground)

    assert fault.startswith("StoreUnwritable ")
    assert last == "saved"


def test_a_worker_can_be_asked_again_after_a_failed_start(
    kept: Path, new_worker: NewWorker
) -> None:
    """A person puts the file back and presses "try again": no restart needed."""
    store = kept / STORE_FILE
    away = kept / "away"
    store.rename(away)
    worker: StoreWorker = new_worker()
    for asked in (worker.open(), worker.list()):
        with pytest.raises(StoreDamaged, match="missing"):
            asked.result(60)

    away.rename(store)
    worker.open().result(60)

    assert worker.load("one").result(60) == samples.full()


def test_what_only_waited_for_another_program_needs_no_new_opening(
    kept: Path, new_worker: NewWorker
) -> None:
    """A command had the store as the window began: all that was typed in it stayed unsaved."""
    first = new_worker()
    first.open().result(60)
    worker = new_worker()
    run = samples.answered(samples.full(), "q9", "meanwhile")
    for asked in (worker.open(), worker.list(), worker.save(run, samples.both("q9"), (4, 5))):
        with pytest.raises(StoreBusy, match="already open"):
            asked.result(60)
    first.close().result(60)

    worker.save(run, samples.both("q9"), (4, 5)).result(60)

    assert worker.load("one").result(60) == run


def test_room_made_after_the_start_is_enough(folder: Path) -> None:
    """A first use on a full disk: "make some room and try again" was said, and was not so."""
    opening, creating, last = children.lines("no_room_at_first", folder)

    # Before it is open, a limit for files does not tell itself apart from a missing right.
    assert {opening, creating} <= {"StoreFull", "StoreUnwritable"}
    assert last == "saved"


def test_a_folder_that_could_not_be_written_to_at_the_start_is_tried_again(
    open_ground: Path,
) -> None:
    """Rights given while the window is open: what was typed until then must be saved."""
    opening, last = children.lines("locked_at_first", open_ground)

    assert opening.startswith("StoreUnwritable The folder")
    assert last == "saved"


def test_a_file_that_another_program_holds_is_said_and_tried_again(
    kept: Path, new_worker: NewWorker
) -> None:
    """A backup program reads the file: a short wait, a sentence, and the next try saves."""
    worker = new_worker()
    worker.open().result(60)
    run = samples.answered(samples.full(), "q9", "meanwhile")
    holder = database.open_file(kept / STORE_FILE, own_login_key(kept))
    holder.execute("BEGIN EXCLUSIVE")

    with pytest.raises(StoreBusy, match="Another program"):
        worker.save(run, samples.both("q9"), (4, 5)).result(60)

    holder.execute("ROLLBACK")
    holder.close()
    worker.save(run, samples.both("q9"), (4, 5)).result(60)
    assert worker.load("one").result(60) == run


@pytest.mark.parametrize("refusals", [1, 4, 1000])
def test_a_store_that_can_not_be_looked_at_for_a_moment_is_not_begun_anew(
    refusals: int, kept: Path, new_worker: NewWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share said nothing as the program started: an empty store went over all answers."""
    names = {STORE_FILE, MARKER_FILE, BACKUP_FOLDER}
    looks, refused = os.lstat, [0]

    def refuse(path: str | Path, **more: Any) -> os.stat_result:
        if Path(path).name in names and refused[0] < refusals:
            refused[0] += 1
            raise TimeoutError(errno.ETIMEDOUT, "timed out")
        return looks(path, **more)

    shutil.rmtree(kept / BACKUP_FOLDER, ignore_errors=True)
    with monkeypatch.context() as patch, suppress(StoreProblem):
        patch.setattr(os, "lstat", refuse)
        worker = new_worker()
        worker.open().result(60)
    worker.close().result(60)

    again = new_worker()
    again.open().result(60)
    assert again.load("one").result(60).answers["q1"].note == samples.SECRET
    assert refused[0]
