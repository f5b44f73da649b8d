"""Pages of two days side by side, each rightly sealed: the store is damaged, and says so."""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from wizard.desk.lock.key_changes import OwnLoginChange
from wizard.errors import StoreDamaged
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.safe.slots import new_key
from wizard.store import backup, database
from wizard.store.worker import StoreWorker

_MIXED = {
    "letters": "CAST(x'7b22c3' AS TEXT)",
    "text": "substr(body, 1, 9)",
    "parts": "'{}'",
    "kind": "'[1]'",
}
"""What is read of an answer whose second half is another day's."""


@pytest.fixture(params=list(_MIXED.values()), ids=list(_MIXED))
def mixed(request: pytest.FixtureRequest, changed_often: StoreWorker, folder: Path) -> Path:
    """Return a folder with good copies whose store has an answer that can not be read."""
    changed_often.close().result(60)
    _mix(folder / STORE_FILE, request.param)
    return folder


def test_going_back_works_where_an_answer_can_not_be_read(
    mixed: Path, new_worker: NewWorker
) -> None:
    """It ended in an error of ours for ever, with whole copies beside it."""
    worker = new_worker()
    worker.open().result(60)
    assert [card.id for card in worker.list().result(60)] == ["one"]
    with pytest.raises(StoreDamaged, match=str(mixed)):
        worker.load("one").result(60)
    copy = worker.copies().result(60)[0]

    worker.restore(copy.name).result(60)

    assert worker.load("one").result(60).answers["q1"].note == "start 7"
    assert list(mixed.glob("answers-damaged*.db"))


def test_copies_of_what_can_not_be_read_push_out_no_good_one(
    mixed: Path, new_worker: NewWorker
) -> None:
    """After six starts all five copies held the mixture."""
    before = backup.copies(mixed)
    for number in range(backup.KEPT + 1):
        worker = new_worker()
        worker.open().result(60)
        worker.create(samples.draft(f"other {number}"), samples.CONTENT, (0, 4)).result(60)
        worker.close().result(60)

    assert set(before) <= set(backup.copies(mixed))


def test_what_takes_all_copies_waits_where_they_alone_can_be_read(
    mixed: Path, new_worker: NewWorker, tmp_path: Path
) -> None:
    """To delete another one, to choose a passphrase or a name took what only the copies had."""
    worker, change = new_worker(), OwnLoginChange(mixed, new_key())
    worker.open().result(60)
    worker.create(samples.draft("two"), samples.CONTENT, (0, 4)).result(60)
    good = worker.copies().result(60)[-1]
    (tmp_path / "place").mkdir()
    for refused in (
        worker.erase("two"),
        worker.erase("two", change),
        worker.rekey(change),
        worker.move(tmp_path / "place", new_key(), nullcontext()),
    ):
        assert isinstance(refused.exception(60), StoreDamaged)

    worker.restore(good.name).result(60)
    assert worker.load("one").result(60).answers["q1"].note.startswith("start")


def test_what_can_not_be_read_can_be_deleted(mixed: Path, new_worker: NewWorker) -> None:
    """Whoever has no use for it need not go back to a copy first."""
    worker = new_worker()
    worker.open().result(60)
    worker.erase("one", OwnLoginChange(mixed, new_key())).result(60)
    assert not worker.list().result(60)
    assert not worker.copies_hold_answers().result(60)


def test_an_older_store_with_the_journal_of_another_is_told_as_damaged(
    mixed: Path, new_worker: NewWorker
) -> None:
    """Each start ended in an error of ours; nothing that was saved could be reached."""
    _mix(mixed / STORE_FILE, "body", count=1)
    before = backup.copies(mixed)
    worker = new_worker()
    with pytest.raises(StoreDamaged, match=str(mixed)):
        worker.open().result(60)
    with pytest.raises(StoreDamaged):
        worker.list().result(60)
    assert backup.copies(mixed) == before

    worker.restore(before[0].name).result(60)

    assert worker.load("one").result(60).answers["q1"].note == "start 7"


@pytest.mark.parametrize("column", ["title", "changed"])
def test_a_list_that_can_not_be_read_is_damaged(
    changed_often: StoreWorker, folder: Path, new_worker: NewWorker, column: str
) -> None:
    """The head of a self-assessment may be what was lost."""
    changed_often.close().result(60)
    key = own_login_key(folder)
    with closing(database.open_file(folder / STORE_FILE, key)) as store:
        store.execute(f"UPDATE run SET {column} = CAST(x'c3' AS TEXT)")
    worker = new_worker()
    worker.open().result(60)

    with pytest.raises(StoreDamaged, match=str(folder)):
        worker.list().result(60)


def _mix(store: Path, body: str, count: int | None = None) -> None:
    with closing(database.open_file(store, own_login_key(store.parent))) as connection:
        connection.execute(f"UPDATE answer SET body = {body}")
        if count is not None:
            backup.count(connection, count)
