"""The papers that were made are remembered by what stands on their foot, and forgotten whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.store import samples
from wizard.clock import FixedClock
from wizard.errors import StoreProblem
from wizard.model.paper import Paper
from wizard.safe.key import BACKUP_FOLDER, own_login_key
from wizard.store import backup, database, migrations
from wizard.store.migrations import STEPS
from wizard.store.worker import StoreWorker

MADE = Paper(
    run="one",
    reference="7F3K-92QX",
    fingerprint="QPYW GUD4 VBOO U74I WEOD OZTX HY",
    reader="slt",
    made=samples.START,
    has_data=True,
    path=Path("/papers/ŵ.pdf"),
)


@pytest.fixture
def worker(folder: Path, clock: FixedClock) -> StoreWorker:
    """Return an open store with one self-assessment."""
    opened = StoreWorker(folder, own_login_key(folder), clock)
    opened.open().result(60)
    opened.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
    return opened


def test_a_store_of_the_second_version_learns_fingerprints(folder: Path, clock: FixedClock) -> None:
    """Papers saved before are still offered at home; a copy of before is kept."""
    old = StoreWorker(folder, own_login_key(folder), clock, STEPS[:2])
    old.open().result(60)
    old.create(samples.full(), samples.CONTENT, (3, 4)).result(60)
    old.close().result(60)
    connection = database.open_file(folder / "answers.db", own_login_key(folder))
    connection.execute(
        "INSERT INTO paper (run, reference, reader, made, path) VALUES (?, ?, ?, ?, ?)",
        ("one", "7F3K-92QX", "slt", samples.START.isoformat(), "/papers/ŵ.pdf".encode()),
    )
    connection.close()

    worker = StoreWorker(folder, own_login_key(folder), clock)
    worker.open().result(60)
    before = replace(MADE, fingerprint="")
    assert worker.papers().result(60) == (before,)
    assert worker.load("one").result(60) == samples.full()
    # Saved again where it lies: what is known of it now takes its place.
    worker.add_paper(MADE).result(60)
    assert worker.papers("one").result(60) == (MADE,)
    worker.close().result(60)

    copy = backup.copies(folder)[-1]
    kept = database.open_file(folder / BACKUP_FOLDER / copy.name, own_login_key(folder))
    assert migrations.version(kept) == 2
    kept.close()


def test_papers_are_remembered_once_for_each_place(worker: StoreWorker) -> None:
    """Home lists the PDFs; one saved again over itself stands there once."""
    second = replace(MADE, reader="me", fingerprint="another", path=Path("C:/papers/me.pdf"))

    for paper in (MADE, second, MADE):
        worker.add_paper(paper).result(60)

    assert worker.papers("one").result(60) == (MADE, second)
    assert worker.papers().result(60) == (MADE, second)
    assert worker.papers("other").result(60) == ()
    worker.close().result(60)


def test_what_was_saved_over_is_still_known(worker: StoreWorker) -> None:
    """The first print is on the Head's desk; the second took its place in the folder only."""
    later = replace(MADE, fingerprint="another", made=samples.START + timedelta(hours=1))
    for paper in (MADE, later):
        worker.add_paper(paper).result(60)
    assert worker.papers().result(60) == (later, replace(MADE, path=None))

    worker.add_paper(replace(MADE, path=Path("/papers/again.pdf"))).result(60)

    found = worker.papers().result(60)
    assert [one.path for one in found] == [Path("/papers/again.pdf"), later.path]
    worker.close().result(60)


def test_a_paper_without_its_answers_is_another_file(worker: StoreWorker) -> None:
    """It says the same, but only one of the two may be sent on."""
    for paper in (MADE, replace(MADE, has_data=False)):
        worker.add_paper(paper).result(60)

    assert [one.has_data for one in worker.papers().result(60)] == [False, True]
    worker.close().result(60)


def test_a_paper_goes_with_its_self_assessment(worker: StoreWorker) -> None:
    """Deleted means gone; and a paper that is ready only then is not put down again."""
    worker.add_paper(MADE).result(60)
    worker.erase("one").result(60)

    assert worker.papers().result(60) == ()
    with pytest.raises(StoreProblem):
        worker.add_paper(MADE).result(60)
    worker.close().result(60)
