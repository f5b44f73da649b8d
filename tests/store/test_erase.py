"""Deleting means gone: not a word is left in any file that any key on the disk opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from tests.store.copied import copies_once
from wizard.errors import StoreDamaged
from wizard.model.paper import Paper
from wizard.safe.key import BACKUP_FOLDER, own_login_key
from wizard.store import backup, database
from wizard.store.worker import StoreWorker

WORD = samples.SECRET
MARK = "QPYW GUD4 VBOO U74I WEOD OZTX HY"
"""What stands on the foot of a paper."""


def decrypted(folder: Path) -> dict[str, bytes]:
    """Return each file below ``folder`` as it is, and each store with every page decrypted."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found[path.name] = path.read_bytes()
            if path.suffix == ".db":
                connection = database.open_file(path, own_login_key(folder))
                # All pages, those no longer used too.
                found[f"{path.name} decrypted"] = connection.serialize("main")
                connection.close()
    return found


def where(folder: Path, word: str = WORD) -> list[str]:
    """Return the names of what holds ``word``, as letters or as JSON writes them."""
    forms = {word.encode(), json.dumps(word)[1:-1].encode()}
    return sorted(
        name for name, content in decrypted(folder).items() if any(f in content for f in forms)
    )


@pytest.fixture
def busy(folder: Path, new_worker: NewWorker) -> StoreWorker:
    """Return a worker on a store in which the word was typed, changed, saved and copied."""
    worker = new_worker()
    worker.open().result(60)
    run = samples.full()
    worker.create(run, samples.CONTENT, (3, 4)).result(60)
    worker.create(samples.draft("other"), samples.CONTENT, (0, 4)).result(60)
    draft = samples.draft("two")
    worker.create(draft, samples.CONTENT, (0, 4)).result(60)
    for number in range(40):
        draft = samples.answered(draft, "q1", f"{WORD} {number} " + f"{WORD} " * number * 5)
        worker.save(draft, samples.both("q1"), (1, 4)).result(60)
    paper = Paper("two", "7F3K-92QX", MARK, "me", samples.START, True, Path(f"{WORD}.pdf"))
    worker.add_paper(paper).result(60)
    worker.close().result(60)
    (folder / "answers-damaged-1.db").write_bytes((folder / "answers.db").read_bytes())
    worker = new_worker()
    worker.open().result(60)
    copies_once(folder)
    return worker


def test_the_search_finds_what_is_there(busy: StoreWorker, folder: Path) -> None:
    """A search that finds nothing must be seen to find something first, and only decrypted."""
    busy.close().result(60)

    names = where(folder)

    assert len(names) == 3
    assert all(name.endswith(".db decrypted") for name in names)
    assert where(folder, MARK) == names


def test_one_self_assessment_is_gone_everywhere(busy: StoreWorker, folder: Path) -> None:
    """A person deletes one and keeps the others: its words must be nowhere."""
    for run_id in ("one", "two"):
        busy.erase(run_id).result(60)
    copies_once(folder)
    assert [card.id for card in busy.list().result(60)] == ["other"]
    busy.close().result(60)

    assert where(folder) == []
    assert where(folder, MARK) == [], "a fingerprint tells the paper on somebody's desk"
    assert "answers-damaged-1.db" not in decrypted(folder)


def test_copies_stay_while_they_alone_have_what_is_on_a_bad_page(
    busy: StoreWorker, folder: Path, new_worker: NewWorker
) -> None:
    """They went first; then nothing was deleted, and the advice was to go back to one."""
    busy.close().result(60)
    store = folder / "answers.db"
    spoilt = bytearray(store.read_bytes())
    spoilt[-2000:-1900] = bytes(100)
    store.write_bytes(spoilt)
    before = backup.copies(folder)
    worker = new_worker()
    worker.open().result(60)

    with pytest.raises(StoreDamaged):
        worker.erase("one").result(60)

    assert before
    assert set(before) <= set(backup.copies(folder))
    assert (folder / "answers-damaged-1.db").exists()


def test_all_is_gone_everywhere(busy: StoreWorker, folder: Path) -> None:
    """Delete my answers from this computer: not a word, not a title, not a file name."""
    busy.erase_all().result(60)
    copies_once(folder)
    assert busy.list().result(60) == ()
    assert busy.papers().result(60) == ()
    busy.close().result(60)

    assert where(folder) == []
    assert where(folder, MARK) == []
    assert where(folder, "Teacher") == []
    assert where(folder, "before-posting") == []


def test_what_is_not_ours_stays(busy: StoreWorker, folder: Path) -> None:
    """Somebody keeps the answers in a folder of their own; their other files are not ours."""
    theirs = [folder / "damaged-car.db", folder / "backups" / "holiday.db", folder / "x.part"]
    theirs.append(folder / BACKUP_FOLDER / "read me.txt")
    (folder / "backups").mkdir()
    for path in theirs:
        path.write_bytes(b"theirs")

    busy.erase_all().result(60)

    assert all(path.read_bytes() == b"theirs" for path in theirs)


def test_what_was_typed_and_taken_back_goes_when_it_is_finished(
    worker: StoreWorker, new_worker: NewWorker, folder: Path
) -> None:
    """A worry somebody typed and withdrew must not outlive the draft, nor get into a copy."""
    run = samples.answered(samples.draft(), "q1", WORD)
    worker.create(run, samples.CONTENT, (1, 4)).result(60)
    run = samples.answered(run, "q1", "better not")
    worker.save(run, samples.both("q1"), (1, 4)).result(60)
    worker.close().result(60)
    again = new_worker()
    again.open().result(60)
    copies_once(folder)
    again.close().result(60)
    assert where(folder) == ["answers.db decrypted"]

    last = new_worker()
    last.open().result(60)
    finished = samples.draft(answers=run.answers, finished=samples.START)
    last.save(finished, frozenset(), (1, 4)).result(60)
    last.close().result(60)

    assert where(folder) == []


def test_a_folder_called_as_one_of_ours_keeps_nobody_from_deleting(
    busy: StoreWorker, folder: Path
) -> None:
    """It lay where a store or a copy should: nothing could be deleted any more, and it stays."""
    own = (
        folder / "answers-damaged-7.db",
        folder / BACKUP_FOLDER / "answers-000000000009-20261121.db",
    )
    for one in own:
        one.mkdir()

    busy.erase_all().result(60)

    assert busy.list().result(60) == ()
    assert all(one.is_dir() for one in own)
