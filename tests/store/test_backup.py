"""Copies are made when something changed, kept in bounds, and can be gone back to."""

from __future__ import annotations

import sys
from pathlib import Path

import apsw
import pytest

from tests.store import children, samples
from tests.store.conftest import NewWorker
from tests.store.copied import copies_once
from wizard.clock import FixedClock
from wizard.errors import InputFault, StoreDamaged, StoreUnwritable
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE, own_login_key
from wizard.store import backup, database
from wizard.store.worker import StoreWorker


def test_no_copy_makes_the_folder_of_a_disk_that_went(tmp_path: Path, clock: FixedClock) -> None:
    """What came back found its own place taken, by copies that lay on another disk."""
    connection = database.create_file(tmp_path / "answers.db", b"k" * 32)

    with pytest.raises(FileNotFoundError):
        backup.Copying(connection, tmp_path / "away", b"k" * 32, clock)

    assert not (tmp_path / "away").exists()
    connection.close()


def test_the_last_five_are_kept(changed_often: StoreWorker, folder: Path) -> None:
    """Copies must not fill the disk, and nothing half-made may lie among them."""
    found = changed_often.copies().result(60)

    assert len(found) == backup.KEPT
    assert [copy.changes for copy in found] == sorted((c.changes for c in found), reverse=True)
    assert {path.name for path in (folder / BACKUP_FOLDER).iterdir()} == {c.name for c in found}


@pytest.mark.parametrize("harm", ["emptied", "gone", "torn"])
def test_a_damaged_store_can_be_replaced_by_a_copy(
    changed_often: StoreWorker, folder: Path, new_worker: NewWorker, harm: str
) -> None:
    """The way out of the worst day: the last good copy, the damaged file set aside."""
    latest = changed_often.copies().result(60)[0]
    changed_often.close().result(60)
    store = folder / STORE_FILE
    if harm == "gone":
        store.unlink()
    else:
        store.write_bytes(b"" if harm == "emptied" else store.read_bytes()[:7000])
    worker = new_worker()
    with pytest.raises(StoreDamaged):
        worker.open().result(60)

    worker.restore(latest.name).result(60)

    assert worker.load("one").result(60).answers["q1"].note == "start 7"
    aside = folder / "answers-damaged-1.db"
    assert aside.exists() == (harm != "gone")
    copies_once(folder, backup.KEPT, since=latest.changes)


def test_a_store_that_was_damaged_for_a_moment_only_becomes_a_copy(
    changed_often: StoreWorker, folder: Path, new_worker: NewWorker
) -> None:
    """A stick gave nothing back, and was put in again before somebody went back to a copy.

    What had been saved since that copy was set aside as damaged, on no list any more.
    """
    run = samples.answered(changed_often.load("one").result(60), "q1", "since the last copy")
    changed_often.save(run, samples.both("q1"), (1, 4)).result(60)
    latest = changed_often.copies().result(60)[0]
    changed_often.close().result(60)
    store = folder / STORE_FILE
    whole = store.read_bytes()
    worker = new_worker()
    store.write_bytes(b"?" * len(whole))
    with pytest.raises(StoreDamaged):
        worker.open().result(60)
    store.write_bytes(whole)

    worker.restore(latest.name).result(60)
    assert not list(folder.glob("answers-damaged-*"))
    worker.restore(worker.copies().result(60)[1].name).result(60)
    assert worker.load("one").result(60) == run


def test_going_back_is_not_told_as_refused_once_it_is_done(
    changed_often: StoreWorker,
) -> None:
    """The folder could not be opened again at once: the copy stood there, and "then all stays"."""
    _, older, *_ = changed_often.copies().result(60)
    left = 1

    def refuse(event: str, given: tuple[object, ...]) -> None:
        nonlocal left
        if left and event == "open" and str(given[0]).endswith("answers.lock"):
            left -= 1
            raise PermissionError(13, "refused")

    sys.addaudithook(refuse)
    changed_often.restore(older.name).result(60)
    assert left == 0

    assert changed_often.load("one").result(60).answers["q1"].note == "start 6"


def test_an_older_copy_can_be_chosen_and_work_goes_on(changed_often: StoreWorker) -> None:
    """Somebody who deleted the wrong answer yesterday can go back two starts."""
    older = changed_often.copies().result(60)[2]

    changed_often.restore(older.name).result(60)

    run = changed_often.load("one").result(60)
    assert run.answers["q1"].note == "start 5"
    run = samples.answered(run, "q2", "after")
    changed_often.save(run, samples.both("q2"), (2, 4)).result(60)
    assert changed_often.load("one").result(60) == run


def test_who_looks_through_all_copies_for_an_answer_loses_none(
    changed_often: StoreWorker, folder: Path
) -> None:
    """Each going back made a copy of its own, and pushed out the oldest one unseen."""
    seen: list[str] = []
    for place in range(backup.KEPT):
        chosen = changed_often.copies().result(60)[place]
        changed_often.restore(chosen.name).result(60)
        seen.append(changed_often.load("one").result(60).answers["q1"].note)
        copies_once(folder, backup.KEPT)

    assert sorted(seen) == [f"start {number}" for number in range(3, 8)]


@pytest.mark.parametrize("place", [0, -1])
def test_who_went_back_to_the_wrong_copy_finds_what_there_was(
    changed_often: StoreWorker, place: int
) -> None:
    """What was saved since the last start was on no copy, and on no list any more."""
    run = samples.answered(changed_often.load("one").result(60), "q1", "this morning")
    changed_often.save(run, samples.both("q1"), (1, 4)).result(60)
    chosen = changed_often.copies().result(60)[place]
    changed_often.restore(chosen.name).result(60)
    assert changed_often.load("one").result(60) != run

    changed_often.restore(changed_often.copies().result(60)[1].name).result(60)

    assert changed_often.load("one").result(60) == run


def test_nobody_goes_back_from_what_no_copy_could_be_made_of(kept: Path) -> None:
    """The disk was nearly full: what was saved since went to where no list has it, unsaid."""
    said = children.lines("no_room_for_a_copy", kept)

    # A limit for files does not always tell itself apart from a missing right.
    assert said[0] in {"StoreFull", "StoreUnwritable"}
    assert said[1:] == ["kept", "NoneType", "changed", "found"]


def test_going_back_leaves_nothing_beside_what_the_copies_hold(
    changed_often: StoreWorker, folder: Path
) -> None:
    """Each time left a store under another name: without bound, and on no list."""
    run = samples.answered(changed_often.load("one").result(60), "q1", "this morning")
    changed_often.save(run, samples.both("q1"), (1, 4)).result(60)
    for _ in range(3):
        chosen = changed_often.copies().result(60)[1]
        changed_often.restore(chosen.name).result(60)
    assert not list(folder.glob("answers-damaged*"))


def test_what_was_put_in_the_place_of_the_open_store_is_on_the_list(
    changed_often: StoreWorker, folder: Path, tmp_path: Path
) -> None:
    """A share brought another computer's file: it was set aside as damaged, on no list."""
    latest, older, *_ = changed_often.copies().result(60)
    theirs = tmp_path / "theirs.db"
    theirs.write_bytes((folder / BACKUP_FOLDER / older.name).read_bytes())
    (folder / BACKUP_FOLDER / older.name).unlink()
    theirs.replace(folder / STORE_FILE)

    changed_often.restore(latest.name).result(60)
    assert changed_often.load("one").result(60).answers["q1"].note == "start 7"
    assert not list(folder.glob("answers-damaged*"))
    changed_often.restore(changed_often.copies().result(60)[1].name).result(60)
    assert changed_often.load("one").result(60).answers["q1"].note == "start 6"


def test_a_copy_with_a_bad_spot_holds_nothing(changed_often: StoreWorker, folder: Path) -> None:
    """It counted like the store: that one was set aside, whole, and on no list any more."""
    latest, older = changed_often.copies().result(60)[:2]
    path = folder / BACKUP_FOLDER / latest.name
    spoiled = bytearray(path.read_bytes())
    spoiled[-2000] ^= 4
    path.write_bytes(spoiled)
    changed_often.restore(older.name).result(60)
    changed_often.restore(changed_often.copies().result(60)[1].name).result(60)

    assert changed_often.load("one").result(60).answers["q1"].note == "start 7"
    assert not list(folder.glob("answers-damaged*.db"))


def test_a_damaged_copy_is_refused_and_nothing_is_changed(
    changed_often: StoreWorker, folder: Path
) -> None:
    """Going back must not replace something with something worse."""
    copy = changed_often.copies().result(60)[1]
    path = folder / BACKUP_FOLDER / copy.name
    spoiled = bytearray(path.read_bytes())
    spoiled[-2000] ^= 4
    path.write_bytes(spoiled)
    before = (folder / STORE_FILE).read_bytes()

    with pytest.raises(StoreDamaged, match="This copy is damaged too"):
        changed_often.restore(copy.name).result(60)

    assert (folder / STORE_FILE).read_bytes() == before
    assert not list(folder.glob("answers-damaged*"))
    assert changed_often.load("one").result(60).answers["q1"].note == "start 7"


def test_nobody_goes_back_from_what_another_window_locked_anew(
    changed_often: StoreWorker, folder: Path, clock: FixedClock
) -> None:
    """Each copy was called damaged, too; they and the answers are whole, under the new key."""
    changed_often.close().result(60)
    left = StoreWorker(folder, b"k" * 32, clock, lying=lambda: ())

    with pytest.raises(StoreUnwritable, match="They are safe there"):
        left.restore(backup.copies(folder)[0].name).result(60)
    left.close().result(60)


def test_only_a_copy_of_the_list_can_be_gone_back_to(changed_often: StoreWorker) -> None:
    """A name from outside must never become a path."""
    for name in ("../answers.db", "nothing", ""):
        with pytest.raises(InputFault):
            changed_often.restore(name).result(60)


def test_a_damaged_store_does_not_push_out_a_good_copy(
    changed_often: StoreWorker, folder: Path, clock: FixedClock
) -> None:
    """Five starts on a damaged store would otherwise leave five damaged copies."""
    changed_often.close().result(60)
    before = backup.copies(folder)
    store = folder / STORE_FILE
    spoiled = bytearray(store.read_bytes())
    spoiled[-2000] ^= 4
    store.write_bytes(spoiled)
    key = own_login_key(folder)
    connection = database.open_file(store, key)

    with pytest.raises(apsw.CorruptError):
        backup.make(connection, folder, key, clock)

    connection.close()
    assert backup.copies(folder) == before
    assert len(list((folder / BACKUP_FOLDER).iterdir())) == backup.KEPT


def test_what_a_dying_program_left_half_copied_is_taken_away(
    folder: Path, new_worker: NewWorker
) -> None:
    """Half copies would pile up, and hold what was deleted since."""
    (folder / BACKUP_FOLDER).mkdir()
    for half in (
        folder / ".answers.db.00aa.part",
        folder / BACKUP_FOLDER / ".answers.db.1.part",
    ):
        half.write_bytes(b"half")

    new_worker().open().result(60)

    assert not list(folder.rglob("*.part*"))
