"""What lies in a file of the person's is not asked about as the window closes: while it does."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from tests.desk import sheets
from tests.desk.locks import OLD
from tests.store import samples
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.files import Place
from wizard.desk.handover import bringing, carrying, keeping, looking
from wizard.desk.handover.left_behind import left_behind
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places
from wizard.errors import InputFault, OutputFault
from wizard.exchange.archive import write_archive
from wizard.session import Session

Write = Callable[[Desk, Session, Path], None]


def paper(desk: Desk, session: Session, path: Path) -> None:
    """Save the PDF for oneself."""
    report = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    job = PaperJob(path, report)
    job.make()
    desk.papers.made(job).result(60)


def taken(desk: Desk, _session: Session, path: Path) -> None:
    """Take everything along."""
    carrying.take(desk, path, OLD)


def archive(desk: Desk, _session: Session, path: Path) -> None:
    """Save everything readable."""
    keeping.Gathering(desk).save(path)


@pytest.mark.parametrize("write", [paper, taken, archive])
def test_a_file_that_another_went_over_counts_no_more(
    staffroom: Desk, tmp_path: Path, write: Write
) -> None:
    """A blank sheet saved over the PDF left nothing of it, and the window closed unasked."""
    path = tmp_path / "mine"
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    assert left_behind(staffroom)
    write(staffroom, session, path)
    assert not left_behind(staffroom)

    pocket = path.rename(tmp_path / "pocket")
    assert not left_behind(staffroom)
    pocket.rename(path)
    assert not left_behind(staffroom)
    path.write_bytes(b"A blank sheet")
    assert left_behind(staffroom)


@pytest.mark.parametrize("write", [paper, taken, archive])
def test_what_was_brought_in_counts_while_its_file_is_what_it_was(
    staffroom: Desk, tmp_path: Path, write: Write
) -> None:
    """Another paper was saved over the PDF from home: the answers in it were in no file then."""
    path = tmp_path / "mine"
    home = Desk(Places(tmp_path / "home", staffroom.places.content, clock=staffroom.clock))
    home.ready.result(60)
    session = home.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not home.runs.owed()
    write(home, session, path)
    home.close()
    if write is taken:
        carrying.bring(staffroom, path, OLD)
    else:
        bringing.bring_in(staffroom, path)
    assert not left_behind(staffroom)

    pocket = path.rename(tmp_path / "pocket")
    assert not left_behind(staffroom)
    path.write_bytes(b"A blank sheet")
    assert left_behind(staffroom)
    pocket.rename(path)
    assert not left_behind(staffroom)


def test_a_form_that_was_emptied_after_it_was_looked_at_does_not_count(
    staffroom: Desk, tmp_path: Path
) -> None:
    """Its page stood there meanwhile, and the window closed unasked on what it had held."""
    form = sheets.blank(staffroom.places)
    path = sheets.filled(tmp_path / "form.pdf", form, {"q:t-words": samples.SECRET})
    looked = looking.look(path, staffroom.places)
    path.write_bytes(form)
    looking.take_in(looked, staffroom)
    assert left_behind(staffroom)

    looked = looking.look(sheets.filled(path, form, {"q:t-words": "Others"}), staffroom.places)
    before = left_behind(staffroom)
    looking.take_in(looked, staffroom)
    assert left_behind(staffroom) == before


class Meddling(FixedClock):
    """A clock that does something the first time that it is asked."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(samples.START)
        self._acts = [act]

    def now(self) -> datetime:
        """Return the moment, and act before it."""
        if self._acts:
            self._acts.pop()()
        return super().now()


@pytest.mark.parametrize("write", [taken, archive])
def test_what_came_back_while_a_file_was_written_does_not_count(
    staffroom: Desk, tmp_path: Path, write: Write
) -> None:
    """Taken out as another was drawn, and put back: it was written without those words."""
    sessions = [staffroom.runs.start("tiny", "newport").result(60) for _ in range(2)]
    for session in sessions:
        session.note("t-picture", samples.SECRET)
        assert not staffroom.runs.owed()

    def take_out() -> None:
        for session in sessions:
            session.note("t-picture", "")
        assert not staffroom.runs.owed()

    staffroom.clock = Meddling(take_out)
    write(staffroom, sessions[0], tmp_path / "mine")
    for session in sessions:
        session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()

    assert len(left_behind(staffroom)) == 1


@pytest.mark.parametrize("write", [taken, archive])
def test_a_file_that_another_went_over_as_it_came_in_does_not_count(
    staffroom: Desk, tmp_path: Path, write: Write
) -> None:
    """A new archive was saved over the one that was just being read."""
    path = tmp_path / "mine"
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    write(staffroom, session, path)
    staffroom.clock = Meddling(partial(path.write_text, "Another"))
    if write is taken:
        carrying.bring(staffroom, path, OLD)
    else:
        bringing.bring_in(staffroom, path)

    assert len(left_behind(staffroom)) == 2


class Overtaken(Place):
    """A place where another program writes the same file right behind us."""

    def __init__(self, path: Path, other: bytes) -> None:
        super().__init__(path)
        self._other = other

    def write(self, content: bytes) -> None:
        """Write the file, and have it gone over."""
        super().write(content)
        self.path.write_bytes(self._other)


@pytest.mark.parametrize("take", [taken, archive])
def test_a_file_that_another_went_over_at_once_does_not_count(
    staffroom: Desk, tmp_path: Path, take: Write
) -> None:
    """It opened very well, and nobody looked whether it was what had been written."""
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", "At first")
    assert not staffroom.runs.owed()
    take(staffroom, session, tmp_path / "other")
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    place = Overtaken(tmp_path / "mine", (tmp_path / "other").read_bytes())
    if take is taken:
        carrying.take(staffroom, place, OLD)
    else:
        keeping.Gathering(staffroom).save(place)

    assert left_behind(staffroom)


@pytest.mark.parametrize("write", [taken, archive])
def test_what_went_into_a_pipe_is_in_no_file(staffroom: Desk, tmp_path: Path, write: Write) -> None:
    """It was to be read again from there, and nothing ever came."""
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = Thread(target=path.read_bytes, daemon=True)
    reader.start()
    write(staffroom, session, path)
    reader.join(60)

    assert left_behind(staffroom)


@pytest.mark.parametrize("write", [taken, archive])
def test_a_file_that_holds_more_than_came_in_is_not_written_over(
    staffroom: Desk, tmp_path: Path, write: Write
) -> None:
    """Told that the file still holds it all, somebody wrote the next one of its name over it."""
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    path = tmp_path / "everything.zip"
    other = json.dumps({"format": "before-you-post answers", "version": 1, "journey": "gone"})
    alone = tmp_path / "alone.json"
    alone.write_text(other)
    with pytest.raises(InputFault):
        bringing.bring_in(staffroom, alone)
    with pytest.raises(OutputFault, match="Choose another name"):
        write(staffroom, session, alone)
    mine = keeping.as_file(staffroom, session).content
    path.write_bytes(before := write_archive([("1.json", mine), ("2.json", other.encode())]))
    assert len(bringing.bring_in(staffroom, path).unread) == 1

    with pytest.raises(OutputFault, match="Choose another name"):
        write(staffroom, session, path)

    assert path.read_bytes() == before
    renamed = path.rename(tmp_path / "renamed.zip")
    with pytest.raises(OutputFault, match="Choose another name"):
        write(staffroom, session, renamed)

    assert renamed.read_bytes() == before
    write(staffroom, session, tmp_path / "another")


@pytest.mark.parametrize("write", [taken, archive])
def test_a_form_or_a_paper_that_could_not_come_in_is_not_written_over(
    staffroom: Desk, tmp_path: Path, write: Write
) -> None:
    """Its journey is one that this computer has no more: the words are nowhere but there."""
    form = sheets.blank(staffroom.places)
    filled = sheets.filled(tmp_path / "form.pdf", form, {"q:t-words": samples.SECRET})
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    paper(staffroom, session, tmp_path / "mine.pdf")
    index = staffroom.places.content / "index.tsv"
    index.write_text(index.read_text("utf-8").replace("tiny\t", "other\t"), "utf-8")
    with pytest.raises(InputFault, match="no journey"):
        looking.look_here(filled, staffroom)
    looked = looking.look_here(tmp_path / "mine.pdf", staffroom)
    with pytest.raises(InputFault, match="no journey"):
        looking.take_in(looked, staffroom)

    for path in (filled, tmp_path / "mine.pdf"):
        with pytest.raises(OutputFault, match="Choose another name"):
            write(staffroom, session, path)


def test_a_paper_for_slt_that_was_made_since_is_in_no_file(staffroom: Desk, tmp_path: Path) -> None:
    """At home nothing knew the signed paper again, and what the Head decided had no place."""
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not staffroom.runs.owed()
    carrying.take(staffroom, tmp_path / "mine", OLD)
    assert not left_behind(staffroom)
    report = staffroom.papers.compose(session.pack, session.run, staffroom.school.profile, "slt")
    job = PaperJob(tmp_path / "for SLT.pdf", report)
    job.make()
    staffroom.papers.made(job).result(60)
    assert left_behind(staffroom)
    carrying.take(staffroom, tmp_path / "mine", OLD)
    assert not left_behind(staffroom)
