"""Deleted means gone: no key that is still on the disk finds a word in any file, old or new."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store.copied import copies_once
from tests.store.samples import SECRET
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import State
from wizard.desk.places import Places
from wizard.model.paper import Paper
from wizard.safe.key import KEY_BYTES
from wizard.safe.lock_file import read_locks
from wizard.safe.locked import is_locked
from wizard.safe.slots import SlotKind
from wizard.store import database

PASSPHRASE = "seven quiet otters"
MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Three questions and a folder for answers."""
    content = write_tiny(tmp_path / "content")
    return Places(tmp_path / "data", content, clock=FixedClock(MOMENT))


def opened(places: Places) -> Desk:
    """Open a desk, with the passphrase where there is one."""
    lock = Lock(places)
    if lock.state is State.LOCKED:
        lock.unlock(PASSPHRASE).result(60)
    desk = Desk(places, lock)
    desk.ready.result(60)
    return desk


def put_down(places: Places) -> str:
    """Keep two self-assessments, one with the word, and a copy; return the id of that one."""
    desk = opened(places)
    desk.runs.start("tiny", "all").result(60).answer("t-words", "stays")
    session = desk.runs.start("tiny", "all").result(60)
    for number in range(20):
        session.answer("t-words", f"{number} {SECRET} {'ŵ' * number * 30}")
        session.note("t-picture", f"{SECRET} {number}")
    mark = f"{SECRET} QPYW"
    paper = Paper(session.run.id, "7F3K-92QX", mark, "slt", MOMENT, True, Path(f"{SECRET}.pdf"))
    desk.lock.open_store()[0].add_paper(paper).result()
    desk.close()
    desk = opened(places)
    copies_once(places.data)
    desk.close()
    return session.run.id


def keys(folder: Path) -> set[bytes]:
    """Return each key that can still be had: in any file, and under the lock."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".db":
            raw = path.read_bytes()
            found |= {raw[at : at + KEY_BYTES] for at in range(len(raw) - KEY_BYTES + 1)}
    if is_locked(folder):
        lock = read_locks(folder)[0]
        master = lock.master(SlotKind.PASSPHRASE, PASSPHRASE)
        assert master is not None
        found |= {master, *lock.keys(master)}
    return found


def holding(folder: Path, by: set[bytes]) -> list[str]:
    """Return the files with the word in them, as they lie and with every page decrypted."""
    forms = [SECRET.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    forms.append(json.dumps(SECRET)[1:-1].encode())
    names = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            read = [path.read_bytes()]
            for key in by if path.suffix == ".db" else ():
                if database.fits(path, key):
                    connection = database.open_file(path, key)
                    read.append(connection.serialize("main"))
                    connection.close()
            if any(form in content for content in read for form in forms):
                names.append(path.name)
    return names


@pytest.mark.parametrize("what", ["one", "all"])
@pytest.mark.parametrize("locked", [False, True], ids=["own-login", "passphrase"])
def test_deleted_is_gone_for_every_key(
    what: str, locked: bool, places: Places, tmp_path: Path
) -> None:
    """Rows, what was typed and taken back, copies, and what the disk has of files long gone."""
    if locked:
        Lock(places).choose(PASSPHRASE).result(60)
    run_id = put_down(places)
    remains = tmp_path / "remains"
    shutil.copytree(places.data, remains)
    assert len(holding(places.data, keys(places.data))) == 2, "the search must find it first"

    desk = opened(places)
    (desk.runs.erase(run_id) if what == "one" else desk.runs.erase_all()).result(60)
    desk.close()

    left = keys(places.data)
    assert holding(places.data, left) == []
    assert holding(remains, left) == []
    desk = opened(places)
    assert len(desk.runs.list().result(60)) == (1 if what == "one" else 0)
    desk.close()
