"""No block of the disk keeps a key, or a lock, whose file went: also where that was cut short."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.desk.freed import freed
from tests.desk.locks import OLD, Maker, delete, kept, put_down, put_down_half_unlocked
from tests.desk.refusing import refuse_once
from wizard.clock import FixedClock
from wizard.safe.key import KEY_FILE
from wizard.safe.key_change import NEXT_KEY_FILE
from wizard.safe.key_copy import KEY_COPY_FILE
from wizard.safe.locked import LOCK_JSON

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Windows lets nobody take away a file that somebody reads"
)


def _with_keys(blocks: list[bytes]) -> list[bytes]:
    return [block for block in blocks if block.strip(b"\0")]


@pytest.mark.parametrize("before", range(6))
def test_a_second_key_that_is_refused_once_keeps_no_key_of_before(
    before: int, folder: Path, lock_of: Maker
) -> None:
    """By the block that was let go what had been deleted for good could be read."""
    lock = lock_of()
    put_down(lock)
    with freed(folder) as blocks:
        refuse_once(str(folder / KEY_COPY_FILE), before=before)
        delete(lock, "two")
        lock.finish()

    assert _with_keys(blocks) == []
    assert kept(lock) == {"one"}


@pytest.mark.parametrize("name", [KEY_FILE, KEY_COPY_FILE, NEXT_KEY_FILE, LOCK_JSON])
def test_what_a_program_that_died_left_half_made_is_written_over(
    name: str, folder: Path, lock_of: Maker
) -> None:
    """What tidies up before the store opens took it away as it was."""
    lock = lock_of()
    put_down(lock)
    lock.lock_now()
    left = folder / f".{name}.0123abcd.part"
    shutil.copy(folder / KEY_FILE, left)
    with freed(folder) as blocks:
        again = lock_of()
        assert kept(again) == {"one", "two"}
        again.lock_now()

    assert not left.exists()
    assert _with_keys(blocks) == []


def test_a_key_that_is_laid_twice_lies_there_once(
    folder: Path, lock_of: Maker, clock: FixedClock
) -> None:
    """The lock was half taken away; going on with that left the key's first block as it was."""
    put_down_half_unlocked(folder, lock_of, clock)
    with freed(folder) as blocks:
        again = lock_of()
        again.unlock(OLD).result(60)
        assert kept(again) == {"one", "two"}
        delete(again, "two")
        again.lock_now()

    assert _with_keys(blocks) == []
