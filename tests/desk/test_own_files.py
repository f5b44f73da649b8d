"""What keeps the answers is no place to save anything else, whatever dialog or command asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, put_down
from wizard.desk import files
from wizard.errors import OutputFault


def test_nothing_goes_over_what_keeps_the_answers(
    lock_of: Maker, folder: Path, tmp_path: Path
) -> None:
    """Asked whether to replace it, nobody reads that it is all they wrote, or the key to it."""
    lock = lock_of()
    put_down(lock)
    lock.choose(OLD).result(60)
    lock.lock_now()
    copies = folder / "answers-backups"
    copies.mkdir(exist_ok=True)
    (copies / "answers-000000000001-20261121.db").write_bytes(b"a copy")
    (tmp_path / "link.pdf").symlink_to(folder / "answers.db")
    kept = [path for path in folder.rglob("*") if path.is_file()]
    before = {path: path.read_bytes() for path in kept}
    assert len(kept) > 4

    for path in (*kept, tmp_path / "link.pdf"):
        with pytest.raises(OutputFault, match="you may not write"):
            files.write(path, b"a paper")

    assert {path: path.read_bytes() for path in kept} == before
    files.write(tmp_path / "lock.json", b"{}")
    files.write(tmp_path / "lock.json", b"[]")
    files.write(folder / "school.yaml", b"")
    files.write(folder / "school.yaml", b"name: x")
