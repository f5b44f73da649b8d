"""The cipher is really on: plain SQLite takes a key, ignores it and writes plain text."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import apsw
import pytest

from tests.store import samples
from tests.store.test_erase import decrypted
from wizard.safe.key import STORE_FILE, own_login_key
from wizard.store import database
from wizard.store.worker import StoreWorker


@pytest.fixture
def store(worker: StoreWorker, folder: Path) -> Path:
    """Return a closed store with something in it."""
    worker.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    worker.close().result(60)
    return folder / STORE_FILE


def test_the_library_is_the_one_with_ciphers() -> None:
    """The two libraries share one name; the lock file must have brought the right one."""
    assert "Multiple Ciphers" in apsw.mc_version  # type: ignore[attr-defined]


def test_the_settings_are_the_measured_ones(store: Path) -> None:
    """Each of them is a promise: lasting, encrypted, wiped, nothing in a temporary file."""
    connection = database.open_file(store, own_login_key(store.parent))

    found = {
        name: connection.pragma(name)
        for name in (
            "cipher", "journal_mode", "synchronous", "secure_delete", "temp_store",
            "foreign_keys", "trusted_schema",
        )
    }  # fmt: skip

    connection.close()
    assert found == {
        "cipher": "chacha20", "journal_mode": "truncate", "synchronous": 2, "secure_delete": 1,
        "temp_store": 2, "foreign_keys": 1, "trusted_schema": 0,
    }  # fmt: skip


def test_no_file_holds_a_word_in_clear(store: Path) -> None:
    """Whoever takes the disk away must find noise, not even the names of our tables."""
    found = decrypted(store.parent)

    for name, content in found.items():
        if not name.endswith("decrypted"):
            for word in (samples.SECRET, "CREATE TABLE", "SQLite format", "before-posting"):
                assert word.encode() not in content, name
    assert samples.SECRET.encode() in found["answers.db decrypted"]
    noise = Counter(found["answers.db"])
    size = noise.total()
    bits = -sum(n / size * math.log2(n / size) for n in noise.values())
    assert bits > 7.98


def test_without_a_key_it_is_no_database(store: Path) -> None:
    """What opens without our key would not be encrypted."""
    connection = apsw.Connection(str(store))
    with pytest.raises(apsw.NotADBError):
        connection.execute("SELECT * FROM run")
    connection.close()


def test_the_same_answers_make_other_bytes_in_another_store(tmp_path: Path) -> None:
    """Two files with one key must not be comparable page by page."""
    for name in ("a.db", "b.db"):
        database.create_file(tmp_path / name, bytes(32)).close()

    first, second = ((tmp_path / name).read_bytes() for name in ("a.db", "b.db"))

    assert first[:16] != second[:16]
    assert first[100:200] != second[100:200]


def test_files_are_for_this_user_alone(store: Path) -> None:
    """On a shared machine another login must not even copy them."""
    for path in (store.parent, *store.parent.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path.name
