"""A lock that was changed or taken away: no free block of the disk holds it any longer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker, delete, kept, put_down
from tests.desk.refusing import refuse_once
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import clear_gone
from wizard.safe.locked import LOCK_COPY, LOCK_JSON

ENDS: dict[str, Callable[[Lock], object]] = {
    "passphrase": lambda lock: lock.choose(NEW).result(60),
    "sheet": lambda lock: lock.new_recovery_code().result(60),
    "deletion": lambda lock: delete(lock, "two"),
    "no lock": lambda lock: lock.choose_own_login().result(60),
}
"""Acts that end what the lock before them held: a passphrase, a sheet, a key."""

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Windows lets nobody replace a file that somebody reads"
)


@contextmanager
def _blocks(folder: Path) -> Iterator[Callable[[], list[bytes]]]:
    """Give what the blocks of both locks hold by now, whatever became of their names."""
    with ExitStack() as stack:
        files = [stack.enter_context((folder / name).open("rb")) for name in (LOCK_JSON, LOCK_COPY)]

        def read() -> list[bytes]:
            for file in files:
                file.seek(0)
            return [file.read() for file in files]

        yield read


def _locked(lock_of: Maker) -> Lock:
    """Put answers down behind a passphrase; give the open lock."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    return lock


def _anns(folder: Path, lock_of: Maker) -> tuple[Lock, Path]:
    """Put answers down in a place of Ann's; give her lock and the place."""
    lock = lock_of()
    put_down(lock)
    lock.choose_apart("Ann", OLD).result(60)
    (place,) = (path for path in (folder / "people").iterdir() if path.is_dir())
    return lock, place


@pytest.mark.parametrize("what", ENDS)
def test_a_lock_that_has_ended_lies_in_no_free_block(
    what: str, folder: Path, lock_of: Maker
) -> None:
    """Who had seen the old passphrase, or found the old sheet, opened today's key from the disk."""
    lock = _locked(lock_of)
    with _blocks(folder) as blocks:
        assert all(b"slots" in block for block in blocks())

        ENDS[what](lock)

        assert not any(block.strip(b"\0") for block in blocks())
    assert "one" in kept(lock)
    assert not [path.name for path in folder.iterdir() if path.name.endswith(".part")]


def test_the_lock_of_one_of_several_people_lies_in_no_free_block_once_they_are_forgotten(
    folder: Path, lock_of: Maker
) -> None:
    """Her sheet was in the drawer still."""
    lock, place = _anns(folder, lock_of)
    with _blocks(place) as blocks:
        lock.forget().result(60)

        assert not place.exists()
        assert not any(block.strip(b"\0") for block in blocks())


def test_the_lock_of_a_place_that_goes_at_the_next_start_lies_in_no_free_block(
    folder: Path, lock_of: Maker
) -> None:
    """The program died as somebody was forgotten."""
    lock, place = _anns(folder, lock_of)
    lock.lock_now()
    gone = place.rename(place.with_name(f"gone-{place.name}"))
    with _blocks(gone) as blocks:
        clear_gone(folder)

        assert not gone.exists()
        assert not any(block.strip(b"\0") for block in blocks())


@pytest.mark.parametrize(
    ("what", "refused", "before"),
    [
        ("passphrase", "os.link", 0),
        ("passphrase", "open", 1),
        ("forgotten", "os.link", 0),
        ("forgotten", "open", 0),
    ],
)
def test_a_disk_that_refuses_once_keeps_no_lock_that_has_ended(
    what: str, refused: str, before: int, folder: Path, lock_of: Maker
) -> None:
    """It was asked once, and told by nothing."""
    if what == "forgotten":
        lock, where = _anns(folder, lock_of)
        start = where.with_name(f"gone-{where.name}")
    else:
        lock, where, start = _locked(lock_of), folder, folder
    with _blocks(where) as blocks:
        refuse_once(f"{start}/{'' if refused == 'os.link' else '.'}lock", refused, before)
        if what == "forgotten":
            lock.forget().result(60)
        else:
            lock.choose(NEW).result(60)

        assert not any(block.strip(b"\0") for block in blocks())


def test_a_second_name_of_a_lock_keeps_what_it_held(folder: Path, lock_of: Maker) -> None:
    """What a backup of somebody's holds under a name of its own is theirs."""
    lock = _locked(lock_of)
    whole = (folder / LOCK_JSON).read_bytes()
    (folder.parent / "theirs").hardlink_to(folder / LOCK_JSON)

    lock.choose(NEW).result(60)

    assert (folder.parent / "theirs").read_bytes() == whole


def test_a_disk_without_second_names_changes_its_lock(
    folder: Path, lock_of: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A memory stick has none: what lay there stays in its blocks, and nobody is kept out."""
    lock = _locked(lock_of)

    def refuse(*_names: object) -> None:
        raise PermissionError(1, "no second names here")

    with monkeypatch.context() as disk:
        disk.setattr(os, "link", refuse)
        lock.choose(NEW).result(60)
    lock.lock_now()

    again = lock_of()
    again.unlock(NEW).result(60)
    assert kept(again) == {"one", "two"}


def test_what_a_program_that_died_left_of_an_ended_lock_is_wiped(
    folder: Path, lock_of: Maker
) -> None:
    """It died between the new lock being there and the old one being written over."""
    lock = _locked(lock_of)
    lock.lock_now()
    left = folder / f".{LOCK_JSON}.0123abcd.part"
    shutil.copy(folder / LOCK_JSON, left)
    with left.open("rb") as block:
        again = lock_of()
        again.unlock(OLD).result(60)
        assert kept(again) == {"one", "two"}

        assert not left.exists()
        assert not block.read().strip(b"\0")


def test_a_lock_that_may_not_be_written_leaves_no_second_name(
    folder: Path, lock_of: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put back from a disc, it lay beside the new one for good, and so did whatever was behind."""
    lock = _locked(lock_of)
    for name in (LOCK_JSON, LOCK_COPY):
        (folder / name).chmod(0o400)
    opened = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        # As it is for everybody but an administrator, who may run this.
        if flags & os.O_WRONLY and path.exists() and not path.stat().st_mode & 0o200:
            raise PermissionError(13, "read only")
        return opened(path, flags, mode)

    with _blocks(folder) as blocks, monkeypatch.context() as disk:
        disk.setattr(os, "open", refuse)
        lock.new_recovery_code().result(60)

        assert not any(block.strip(b"\0") for block in blocks())
    assert not [path.name for path in folder.iterdir() if path.name.endswith(".part")]
