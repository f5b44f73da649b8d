"""What lies in a file of the person's is not asked about as the window closes: while it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk import sheets
from tests.desk.locks import OLD
from tests.store import samples
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying, keeping, looking
from wizard.desk.handover.left_behind import left_behind
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import keep_nothing
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places
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
    cheap: None, tmp_path: Path, write: Write
) -> None:
    """A blank sheet saved over the PDF left nothing of it, and the window closed unasked."""
    path = tmp_path / "mine"
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "staffroom", content, clock=FixedClock(samples.START))
    keep_nothing(places.data)
    desk = Desk(places, Lock(places))
    desk.ready.result(60)
    session = desk.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not desk.runs.owed()
    assert left_behind(desk)
    write(desk, session, path)
    assert not left_behind(desk)

    pocket = path.rename(tmp_path / "pocket")
    assert not left_behind(desk)
    pocket.rename(path)
    assert not left_behind(desk)
    path.write_bytes(b"A blank sheet")
    assert left_behind(desk)
    desk.close()


@pytest.mark.parametrize("write", [paper, taken, archive])
def test_what_was_brought_in_counts_while_its_file_is_what_it_was(
    cheap: None, tmp_path: Path, write: Write
) -> None:
    """Another paper was saved over the PDF from home: the answers in it were in no file then."""
    path = tmp_path / "mine"
    content = write_tiny(tmp_path / "content")
    clock = FixedClock(samples.START)
    home = Desk(Places(tmp_path / "home", content, clock=clock))
    home.ready.result(60)
    session = home.runs.start("tiny", "newport").result(60)
    session.note("t-picture", samples.SECRET)
    assert not home.runs.owed()
    write(home, session, path)
    home.close()
    places = Places(tmp_path / "staffroom", content, clock=clock)
    keep_nothing(places.data)
    desk = Desk(places, Lock(places))
    desk.ready.result(60)
    if write is taken:
        carrying.bring(desk, path, OLD)
    else:
        keeping.bring_in(desk, path)
    assert not left_behind(desk)

    pocket = path.rename(tmp_path / "pocket")
    assert not left_behind(desk)
    path.write_bytes(b"A blank sheet")
    assert left_behind(desk)
    pocket.rename(path)
    assert not left_behind(desk)
    desk.close()


def test_a_form_that_was_emptied_after_it_was_looked_at_does_not_count(
    cheap: None, tmp_path: Path
) -> None:
    """Its page stood there meanwhile, and the window closed unasked on what it had held."""
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "staffroom", content, clock=FixedClock(samples.START))
    keep_nothing(places.data)
    desk = Desk(places, Lock(places))
    desk.ready.result(60)
    form = sheets.blank(places)
    path = sheets.filled(tmp_path / "form.pdf", form, {"q:t-words": samples.SECRET})
    looked = looking.look(path, places)
    path.write_bytes(form)
    looking.take_in(looked, desk)
    assert left_behind(desk)

    looked = looking.look(sheets.filled(path, form, {"q:t-words": "Others"}), places)
    before = left_behind(desk)
    looking.take_in(looked, desk)
    assert left_behind(desk) == before
    desk.close()
