"""A file counts as holding the answers once it was opened again: whatever keeps it shut is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import samples
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import keeping
from wizard.desk.handover.left_behind import left_behind
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import keep_nothing
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.exchange.archive import read_archive, write_archive
from wizard.session import Session


@pytest.fixture
def desk(cheap: None, tmp_path: Path) -> Iterator[Desk]:
    """A shared computer: what is in no file goes with the window."""
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "staffroom", content, clock=FixedClock(samples.START))
    keep_nothing(places.data)
    desk = Desk(places, Lock(places))
    desk.ready.result(60)
    yield desk
    desk.close()


def noted(desk: Desk, note: str) -> Session:
    """Answer with a note; it is kept when this returns."""
    session = desk.runs.start("tiny", "newport").result(60)
    session.note("t-picture", note)
    assert not desk.runs.owed()
    return session


def made(desk: Desk, session: Session, path: Path) -> PaperJob:
    """Draw the PDF for oneself."""
    job = PaperJob(path, desk.papers.compose(session.pack, session.run, desk.school.profile, "me"))
    job.make()
    return job


def test_a_paper_that_does_not_open_holds_nothing(desk: Desk, tmp_path: Path) -> None:
    """It was remembered by what was drawn, and nobody had looked whether that can be read."""
    path = tmp_path / "for me.pdf"
    session = noted(desk, samples.SECRET)
    job = made(desk, session, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    desk.papers.made(job).result(60)
    assert "for me.pdf is damaged" in str(desk.papers.doubt_of(job.report))
    assert left_behind(desk)

    path.write_bytes(whole)
    desk.papers.made(job).result(60)
    assert desk.papers.doubt_of(job.report) is None
    assert not left_behind(desk)


def test_another_paper_in_its_place_holds_nothing(desk: Desk, tmp_path: Path) -> None:
    """It opens very well: without what was written since."""
    path = tmp_path / "for me.pdf"
    session = noted(desk, "At first")
    made(desk, session, path)
    before = path.read_bytes()
    session.note("t-picture", samples.SECRET)
    job = made(desk, session, path)
    path.write_bytes(before)
    desk.papers.made(job).result(60)

    assert desk.papers.doubt_of(job.report) is not None
    assert left_behind(desk)


def test_an_archive_that_is_too_large_to_be_read_holds_nothing(tmp_path: Path) -> None:
    """Each of the files in it opens; all of them together are more than is ever unpacked."""
    path = tmp_path / "everything.zip"
    ids = [f"run-{number}" for number in range(25)]
    path.write_bytes(write_archive((f"{one}.json", b" " * 4_900_000) for one in ids))

    assert list(keeping.faults_in(ids, read_archive(path))) == ids


def test_one_file_of_an_archive_that_does_not_open_keeps_no_other_back(tmp_path: Path) -> None:
    """Only what is in that one is asked about."""
    path = tmp_path / "everything.zip"
    path.write_bytes(write_archive([("one.json", b"{}"), ("two.json", b"{"), ("two.pdf", b"")]))

    assert list(keeping.faults_in(["one", "two"], read_archive(path))) == ["two"]


@pytest.mark.full
def test_a_paper_of_more_pages_than_are_read_holds_nothing(cheap: None, tmp_path: Path) -> None:
    """More than two thousand were drawn, called saved, and refused where they came in."""
    path = tmp_path / "for me.pdf"
    desk = Desk(Places(tmp_path / "here", clock=FixedClock(samples.START)))
    session = desk.runs.start("class-project", "all").result(60)
    for question in [one for one in session.journey.questions() if one.note][:40]:
        session.note(question.id, "a b\n" * 3_750)
    assert not desk.runs.owed()
    job = made(desk, session, path)
    desk.papers.made(job).result(60)
    assert "more pages" in str(desk.papers.doubt_of(job.report))
    assert desk.papers.whole == frozenset()
    with pytest.raises(InputFault, match="more pages"):
        keeping.bring_in(desk, path)
    desk.close()
