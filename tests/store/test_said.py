"""What the store says on the side, where whoever runs a command reads it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from tests.store.copied import copies_once
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE


def test_a_spare_copy_that_fails_is_told_in_words(
    new_worker: NewWorker, kept: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody read "FullError" on their terminal, and feared for their answers."""
    for path in (kept / BACKUP_FOLDER).glob("*"):
        path.unlink()
    if (kept / BACKUP_FOLDER).is_dir():
        (kept / BACKUP_FOLDER).rmdir()
    (kept / BACKUP_FOLDER).write_text("something else", "utf-8")

    again = new_worker()
    again.open().result(60)
    again.list().result(60)
    again.close().result(60)

    assert "the answers themselves are safe" in caplog.text
    assert "Error" not in " ".join(record.getMessage() for record in caplog.records)


def test_a_damaged_store_is_not_called_safe(
    new_worker: NewWorker, kept: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """That the answers themselves are safe was said of what no copy could be made of."""
    worker = new_worker()
    worker.open().result(60)
    copy = copies_once(kept)[0]
    long = samples.answered(samples.draft(), "q1", "long " * 4000)
    worker.save(long, samples.both("q1"), (1, 4)).result(60)
    killed = tmp_path / "killed"
    shutil.copytree(kept, killed)
    store = killed / STORE_FILE
    store.write_bytes(store.read_bytes()[:-4000] + b"?" * 4000)

    new_worker(killed).restore(copy.name).result(60)

    assert "is damaged" in caplog.text
    assert "safe" not in caplog.text
