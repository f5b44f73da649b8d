"""Yesterday's store and one of its two locks are put back beside the other of today."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.locks import (
    NEW,
    OLD,
    Maker,
    begin,
    delete,
    in_copies,
    kept,
    opened,
    opens,
    put_down,
)
from tests.store.copied import copies_once
from wizard.desk.lock.locking import Lock
from wizard.errors import StoreDamaged
from wizard.safe.key import STORE_FILE
from wizard.safe.locked import LOCK_COPY, LOCK_JSON


@pytest.fixture
def night(folder: Path, tmp_path: Path, lock_of: Maker) -> tuple[Path, str]:
    """Keep answers behind a passphrase; give their folder of last night, and its sheet."""
    lock = lock_of()
    put_down(lock)
    code = lock.choose(OLD).result(60)
    lock.code_seen(code).result(60)
    lock.lock_now()
    shutil.copytree(folder, tmp_path / "night")
    return tmp_path / "night", code


def _live_on(folder: Path, lock_of: Maker, change: Callable[[Lock], str], passphrase: str) -> str:
    """Make a new sheet or passphrase, delete, write on; a copy has it.  Gives today's sheet."""
    lock = lock_of()
    assert opens(lock, OLD)
    code = change(lock)
    lock.code_seen(code).result(60)
    delete(lock, "two")
    begin(lock, "three")
    lock.lock_now()
    again = lock_of()
    assert opens(again, passphrase)
    opened(again)
    copies_once(folder)
    again.lock_now()
    return code


@pytest.mark.parametrize("name", [LOCK_JSON, LOCK_COPY])
@pytest.mark.parametrize("first", ["passphrase", "ended sheet", "new sheet"])
def test_a_sheet_that_has_ended_stays_ended(
    first: str, name: str, folder: Path, lock_of: Maker, night: tuple[Path, str]
) -> None:
    """The passphrase of every day opened, and by that the ended sheet opened all of today."""
    before, ended = night
    new = _live_on(folder, lock_of, lambda lock: lock.new_recovery_code().result(60), OLD)
    for put_back in (STORE_FILE, name):
        shutil.copy(before / put_back, folder / put_back)

    if first == "ended sheet":
        assert not opens(lock_of(), ended)
    mine = lock_of()
    assert opens(mine, OLD if first == "passphrase" else new)
    assert "three" in in_copies(mine)
    mine.lock_now()

    assert not opens(lock_of(), ended)
    for secret in (new, OLD):
        last = lock_of()
        assert opens(last, secret)
        assert "three" in in_copies(last)
        last.lock_now()


@pytest.mark.parametrize("name", [LOCK_JSON, LOCK_COPY])
def test_a_new_passphrase_opens_what_was_written_under_it_after_the_old_one_opened(
    name: str, folder: Path, lock_of: Maker, night: tuple[Path, str]
) -> None:
    """The lock of yesterday went over that of today: no copy of today opened ever after."""
    before, _code = night
    _live_on(folder, lock_of, lambda lock: lock.choose(NEW).result(60), NEW)
    for put_back in (STORE_FILE, name):
        shutil.copy(before / put_back, folder / put_back)
    for _ in range(2):
        older = lock_of()
        assert opens(older, OLD)
        assert kept(older) == {"one", "two"}
        older.lock_now()

    mine = lock_of()
    assert opens(mine, NEW)
    worker, ready = mine.open_store()
    assert isinstance(ready.exception(60), StoreDamaged)
    copies = worker.copies().result(60)
    found = set[str]()
    for copy in copies:
        try:
            worker.restore(copy.name).result(60)
        except StoreDamaged:
            continue
        found |= kept(mine)
    assert "three" in found
