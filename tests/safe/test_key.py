"""The key beside the store: made once, never twice, for this user alone."""

from __future__ import annotations

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from tests.store import children
from wizard.errors import StoreDamaged, StoreUnwritable
from wizard.safe.key import BACKUP_FOLDER, KEY_FILE, MARKER_FILE, STORE_FILE, own_login_key
from wizard.safe.key_change import NEXT_KEY_FILE, next_key


def test_the_key_is_made_once(tmp_path: Path) -> None:
    """A second key would make the first one's answers unreadable."""
    folder = tmp_path / "new" / "answers"

    key = own_login_key(folder)

    assert len(key) == 32
    assert own_login_key(folder) == key
    assert [path.name for path in folder.iterdir()] == [KEY_FILE]
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_two_programs_at_once_get_one_key(tmp_path: Path) -> None:
    """Started twice by an impatient double click, both must use the same key."""
    for number in range(20):
        folder = tmp_path / str(number)
        keys: list[bytes] = []
        gate = threading.Barrier(4)

        def ask(folder: Path = folder, keys: list[bytes] = keys) -> None:
            gate.wait()  # noqa: B023
            keys.append(own_login_key(folder))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(keys) == 4
        assert len(set(keys)) == 1


@pytest.mark.parametrize("trace", [STORE_FILE, MARKER_FILE, BACKUP_FOLDER])
def test_a_missing_key_beside_answers_is_never_replaced(tmp_path: Path, trace: str) -> None:
    """A new key would look like a fresh start and hide that the answers are still there."""
    (tmp_path / trace).write_bytes(b"something")

    with pytest.raises(StoreDamaged, match="is missing"):
        own_login_key(tmp_path)

    assert not (tmp_path / KEY_FILE).exists()


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 33])
def test_a_damaged_key_is_said_and_left(tmp_path: Path, content: bytes) -> None:
    """Half a key opens nothing; it must not be taken for one or written over."""
    (tmp_path / KEY_FILE).write_bytes(content)

    with pytest.raises(StoreDamaged, match="is damaged"):
        own_login_key(tmp_path)

    assert (tmp_path / KEY_FILE).read_bytes() == content


def test_a_key_that_was_written_over_is_no_key(tmp_path: Path) -> None:
    """A program died as it took a key away: what was kept next was sealed with zeros."""
    (tmp_path / KEY_FILE).write_bytes(bytes(32))
    (tmp_path / NEXT_KEY_FILE).write_bytes(bytes(32))

    key = own_login_key(tmp_path)

    assert key != bytes(32)
    assert own_login_key(tmp_path) == key
    assert next_key(tmp_path) is None
    (tmp_path / KEY_FILE).write_bytes(bytes(32))
    (tmp_path / STORE_FILE).write_bytes(b"something")
    with pytest.raises(StoreDamaged, match="is missing"):
        own_login_key(tmp_path)


def test_a_link_is_no_key(tmp_path: Path) -> None:
    """Somebody on a shared machine could point it at a file they can read."""
    (tmp_path / "elsewhere").write_bytes(b"x" * 32)
    (tmp_path / KEY_FILE).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(StoreDamaged, match="something else"):
        own_login_key(tmp_path)


@pytest.mark.parametrize("rights", [0o644, 0o400])
def test_a_key_is_its_owners_alone_to_read_and_to_change(tmp_path: Path, rights: int) -> None:
    """Copying a folder often loosens the rights; one that may only be read could never go."""
    key = own_login_key(tmp_path)
    (tmp_path / KEY_FILE).chmod(rights)

    assert own_login_key(tmp_path) == key
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="a right as POSIX has it")
def test_a_key_that_an_administrator_put_back_opens_and_is_its_users_again(tmp_path: Path) -> None:
    """It could be read, not given other rights, and nothing opened."""
    key, path = own_login_key(tmp_path), tmp_path / KEY_FILE
    path.chmod(0o644)
    theirs = path.stat().st_ino

    def refuse(event: str, given: tuple[object, ...]) -> None:
        is_written = event == "open" and isinstance(given[2], int) and given[2] & os.O_WRONLY
        is_asked = (event == "os.chmod" or is_written) and str(given[0]) == str(path)
        if is_asked and path.stat().st_ino == theirs:
            raise PermissionError(errno.EPERM, "not yours")

    sys.addaudithook(refuse)

    assert own_login_key(tmp_path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_ino != theirs


@pytest.mark.skipif(sys.platform == "win32", reason="a right as POSIX has it")
def test_a_key_on_a_stick_that_knows_no_rights_stays_where_it_lies(tmp_path: Path) -> None:
    """Each start put it down anew, and left it in clear in one more free block."""
    key, path = own_login_key(tmp_path), tmp_path / KEY_FILE
    path.chmod(0o644)
    before = path.stat().st_ino
    (tmp_path / "held").hardlink_to(path)

    def refuse(event: str, given: tuple[object, ...]) -> None:
        if event == "os.chmod" and str(given[0]).startswith(str(tmp_path)):
            raise PermissionError(errno.EPERM, "no rights here")

    sys.addaudithook(refuse)

    assert own_login_key(tmp_path) == key
    assert path.stat().st_ino == before


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path, open_ground: Path) -> None:
    """A file in the place of the folder, or no rights: a sentence at the start."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreUnwritable, match="cannot be used"):
        own_login_key(tmp_path / "file")

    open_ground.chmod(0o500)
    (said,) = children.lines("save_as_nobody", open_ground)
    assert said.startswith("StoreUnwritable")
