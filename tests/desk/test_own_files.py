"""What keeps the answers is no place to save anything else, whatever dialog or command asks."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desk.locks import OLD, Maker, kept, put_down
from tests.desk.refusing import refusing
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

    # Where a disk tells no capitals apart, the key goes by this name, too.
    (folder / "LOCK.JSON").write_bytes(b"the key")
    kept.append(folder / "LOCK.JSON")
    before[kept[-1]] = b"the key"
    for path in (*kept, tmp_path / "link.pdf"):
        with pytest.raises(OutputFault, match="you may not write"):
            files.write(path, b"a paper")

    (folder / "answers.db").rename(tmp_path / "astray.db")
    with pytest.raises(OutputFault, match="you may not write"):
        files.write(folder / "lock.json", b"a paper")
    (tmp_path / "astray.db").rename(folder / "answers.db")

    assert {path: path.read_bytes() for path in kept} == before
    files.write(tmp_path / "lock.json", b"{}")
    files.write(tmp_path / "lock.json", b"[]")
    files.write(folder / "school.yaml", b"")
    files.write(folder / "school.yaml", b"name: x")


def test_nothing_new_is_called_as_what_keeps_the_answers_is(lock_of: Maker, folder: Path) -> None:
    """Saved there under that name, a copy of the answers was a lock that no passphrase opens."""
    lock = lock_of()
    put_down(lock)
    lock.lock_now()
    for name in ("lock.json", "lock-copy.json"):
        assert not (folder / name).exists()
        (folder.parent / f"{name}.pdf").symlink_to(folder / name)
        with pytest.raises(OutputFault, match="you may not write"):
            files.write(folder.parent / f"{name}.pdf", b"a paper")
        with pytest.raises(OutputFault, match="you may not write"):
            files.write(folder / name, b"{}")

    assert kept(lock_of()) == {"one", "two"}
    files.write(folder / "mine.json", b"{}")


def test_a_file_goes_over_nothing_that_came_since_it_was_asked_for(tmp_path: Path) -> None:
    """Two were asked for in one place before the first was drawn, and it went for the second."""
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"of last year")
    first, second = files.Place(path), files.Place(path)
    first.write(b"for me")
    second.write(b"for SLT")

    assert (first.path, second.path) == (path, tmp_path / "mine (2).pdf")
    assert path.read_bytes() == b"for me"


@pytest.mark.parametrize("many", [1, 2])
def test_a_file_that_can_not_be_looked_at_is_gone_over_by_none(tmp_path: Path, many: int) -> None:
    """A share said nothing of it twice, and nobody had been asked whether to replace it."""
    path = tmp_path / "mine.pdf"
    path.write_bytes(b"of last year")
    with refusing(path, 0, many):
        place = files.Place(path)
        with suppress(OutputFault):
            place.write(b"for me")

    assert path.read_bytes() == b"of last year"


def test_what_is_no_file_is_none_that_came_since(tmp_path: Path) -> None:
    """A terminal, or a folder, is touched by whoever writes there, and stays what was named."""
    (tmp_path / "out").mkdir()
    place = files.Place(tmp_path / "out")
    os.utime(tmp_path / "out", (1, 1))
    with pytest.raises(OutputFault, match="folder"):
        place.write(b"a paper")
