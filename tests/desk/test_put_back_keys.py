"""The keys of an own login that an administrator put back: theirs, and all may read them."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.desk.freed import freed
from tests.desk.locks import Maker, kept, opened
from tests.desk.refusing import refuse_once
from wizard.safe.key import KEY_FILE, STORE_FILE
from wizard.safe.key_change import own_key
from wizard.safe.key_copy import KEY_COPY_FILE, copied_key

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are other ones there")

KEYS = (KEY_FILE, KEY_COPY_FILE)
FILES = (*KEYS, STORE_FILE)


def _are_theirs(folder: Path, *, has_rights: bool) -> None:
    """Let keys and store be another's, for all to write; without rights each new file, too."""
    theirs = []
    for name in FILES:
        (folder / name).chmod(0o666)
        theirs.append((folder / name).stat().st_ino)
        # No new file gets its number.
        (folder.parent / name).hardlink_to(folder / name)

    def refuse(event: str, given: tuple[object, ...]) -> None:
        if event == "os.chmod" and str(given[0]).startswith(str(folder)):
            number = os.stat(str(given[0])).st_ino  # noqa: PTH116 - as it was called
            if number in theirs or not has_rights:
                raise PermissionError(errno.EPERM, "not yours")

    sys.addaudithook(refuse)


def _state(folder: Path) -> list[tuple[int, int]]:
    found = [(folder / name).stat() for name in FILES]
    return [(one.st_ino, stat.S_IMODE(one.st_mode)) for one in found]


def test_they_are_their_users_alone_again(folder: Path, lock_of: Maker, copied: bytes) -> None:
    """Put back from a disk without rights, another login read every word by them for good."""
    _are_theirs(folder, has_rights=True)
    before = _state(folder)

    for _ in range(2):
        lock = lock_of()
        assert kept(lock) == {"one", "two"}
        lock.lock_now()

    after = _state(folder)
    assert own_key(folder) == copied_key(folder) == copied
    assert [rights for _, rights in after] == [0o600, 0o600, 0o600]
    assert not {number for number, _ in after} & {number for number, _ in before}


def test_where_they_lay_they_are_written_over(folder: Path, lock_of: Maker, copied: bytes) -> None:
    """All may write them, this user too; in a free block they would open what is deleted later."""
    _are_theirs(folder, has_rights=True)
    for name in FILES:
        (folder.parent / name).unlink()

    with freed(folder) as blocks:
        lock = lock_of()
        opened(lock)
        lock.lock_now()

    assert own_key(folder) == copied_key(folder) == copied
    assert len(blocks) >= len(KEYS)
    assert not any(block.strip(b"\0") for block in blocks)


def test_a_disk_that_knows_no_rights_keeps_them_where_they_lie(
    folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """Another one there would be theirs, too, and leave the first in a free block at each start."""
    _are_theirs(folder, has_rights=False)
    before = _state(folder)

    for _ in range(2):
        lock = lock_of()
        assert kept(lock) == {"one", "two"}
        lock.lock_now()

    assert _state(folder) == before
    assert own_key(folder) == copied_key(folder) == copied
    assert not list(folder.glob(".own-login*"))


@pytest.mark.parametrize(("what", "before"), [("open", 0), ("open", 1), ("os.rename", 0)])
def test_a_disk_that_refuses_another_store_keeps_nobody_out(
    what: str, before: int, folder: Path, lock_of: Maker, copied: bytes
) -> None:
    """It opens as it was put back, and the next start asks again."""
    _are_theirs(folder, has_rights=True)
    refuse_once(f"{folder}/.{STORE_FILE}.", what, before)

    for rights in (0o666, 0o600):
        lock = lock_of()
        assert kept(lock) == {"one", "two"}
        lock.lock_now()
        assert stat.S_IMODE((folder / STORE_FILE).stat().st_mode) == rights

    assert own_key(folder) == copied
    assert not list(folder.glob(".*"))
