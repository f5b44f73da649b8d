"""A yes to "Replace it?" takes no words that lie in that file alone."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from tests.desk import sheets
from tests.desk.locks import OLD
from tests.desk.refusing import refuse_once, refusing
from tests.desk.test_opens_again import lose
from tests.desk.test_out_there import Write, archive, paper, taken
from tests.store import samples
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, carrying, keeping
from wizard.desk.handover.replacing import refuse_over
from wizard.desk.lock.recovery_sheet import compose_sheet
from wizard.desk.paper import papers
from wizard.desk.places import Places
from wizard.errors import OutputFault
from wizard.safe import recovery
from wizard.session import Session


def begun(desk: Desk, words: str = samples.SECRET) -> Session:
    """Return a self-assessment with a note in it that is saved."""
    session = desk.runs.start("tiny", "newport").result(60)
    session.note("t-picture", words)
    assert not desk.runs.owed()
    return session


def for_slt(desk: Desk, session: Session, path: Path) -> None:
    """Save the PDF for SLT."""
    report = desk.papers.compose(session.pack, session.run, desk.school.profile, "slt")
    path.write_bytes(papers.draw(report))
    desk.papers.remember(report, path).result(60)


def elsewhere(desk: Desk, session: Session, path: Path) -> None:
    """Save a copy elsewhere."""
    desk.copies.save_elsewhere(session, path)


def is_refused(desk: Desk, path: Path) -> bool:
    """Say whether a file may not be gone over."""
    try:
        refuse_over(desk, path)
    except OutputFault:
        return True
    return False


EACH = [paper, for_slt, taken, archive, elsewhere]


@pytest.mark.parametrize("write", EACH)
def test_what_was_deleted_here_stays_where_it_lies(
    staffroom: Desk, clock: FixedClock, tmp_path: Path, write: Write
) -> None:
    """Last term was taken along and deleted; this term's file had the same name, and a yes."""
    path = tmp_path / "mine"
    session = begun(staffroom)
    write(staffroom, session, path)
    clock.set(clock.now() + timedelta(minutes=1))
    session.note("t-picture", "More, of the same.")
    assert not staffroom.runs.owed()
    assert not is_refused(staffroom, path)

    staffroom.runs.erase(session.run.id).result(60)
    begun(staffroom, "Something else.")
    with pytest.raises(OutputFault, match=r"^mine holds answers already, maybe others than these"):
        refuse_over(staffroom, path)


@pytest.mark.parametrize("write", EACH)
def test_a_file_that_can_not_be_read_stays(staffroom: Desk, tmp_path: Path, write: Write) -> None:
    """A colleague's in a folder for all, or a share that says nothing for a moment."""
    path = tmp_path / "mine"
    session = begun(staffroom)
    write(staffroom, session, path)
    staffroom.runs.erase(session.run.id).result(60)
    for before in range(5):
        refuse_once(str(path), before=before)
        assert is_refused(staffroom, path)
    for first in range(4):
        with refusing(path, first, 1):
            assert is_refused(staffroom, path)


def test_a_locked_file_of_before_stays(staffroom: Desk, tmp_path: Path) -> None:
    """Nobody sees what is in it; once it was brought in, it may go."""
    path = tmp_path / "My answers.answers"
    session = begun(staffroom)
    carrying.take(staffroom, path, OLD)
    staffroom.runs.erase(session.run.id).result(60)
    begun(staffroom, "This week's.")
    assert is_refused(staffroom, path)

    carrying.bring(staffroom, path, OLD)
    assert not is_refused(staffroom, path)


def _rewritten(path: Path) -> None:
    document = json.loads(path.read_bytes())
    path.write_bytes(json.dumps(document | {"title": "By hand"}).encode())


@pytest.mark.parametrize(
    ("write", "act"),
    [(paper, sheets.remarked), (for_slt, sheets.remarked), (elsewhere, _rewritten)],
)
def test_what_somebody_wrote_into_a_file_of_ours_stays(
    staffroom: Desk, tmp_path: Path, write: Write, act: Callable[[Path], None]
) -> None:
    """A remark of SLT's, a title by hand: they are nowhere else."""
    path = tmp_path / "mine"
    write(staffroom, begun(staffroom), path)
    assert not is_refused(staffroom, path)
    act(path)
    assert is_refused(staffroom, path)


@pytest.mark.parametrize("make", [paper, for_slt, sheets.blank])
def test_what_a_viewer_saved_as_its_own_work_stays(
    staffroom: Desk, tmp_path: Path, make: Callable[..., object]
) -> None:
    """Preview on a Mac calls itself the maker: with a remark of SLT's it was none of ours."""
    path = tmp_path / "mine"
    if make is sheets.blank:
        sheets.filled(path, sheets.blank(staffroom.places), {"q:t-words": samples.SECRET})
    else:
        make(staffroom, begun(staffroom), path)
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.docinfo["/Producer"] = "macOS Version 15 Quartz PDFContext"
        file.save(path)
    assert is_refused(staffroom, path)


def _locked(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.save(path, encryption=pikepdf.Encryption(owner="three", user="words"))


def _by_another_editor(path: Path) -> None:
    path.write_text(path.read_text("utf-8"), "utf-16")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


@pytest.mark.parametrize(
    ("write", "act"),
    [
        (paper, _locked),
        (archive, _cut),
        (elsewhere, _cut),
        (elsewhere, _by_another_editor),
        (taken, _cut),
    ],
)
def test_what_can_not_be_looked_into_stays(
    staffroom: Desk, tmp_path: Path, write: Write, act: Callable[[Path], None]
) -> None:
    """A password was put on the paper; it counted as none of ours."""
    path = tmp_path / "mine"
    write(staffroom, begun(staffroom), path)
    act(path)
    assert is_refused(staffroom, path)


def test_a_form_that_was_filled_in_stays(staffroom: Desk, tmp_path: Path) -> None:
    """A blank one saved under its name took its answers along."""
    form = sheets.blank(staffroom.places)
    path = tmp_path / "form.pdf"
    path.write_bytes(form)
    assert not is_refused(staffroom, path)
    assert is_refused(staffroom, sheets.filled(path, form, {"q:t-words": samples.SECRET}))


@pytest.mark.parametrize("write", [taken, archive])
def test_what_can_not_be_read_here_any_more_stays_in_its_file(
    cheap: None, tmp_path: Path, write: Write
) -> None:
    """A bad spot hit one of them: the next file, which lacks it, went over the one that has it."""
    content, path = write_tiny(tmp_path / "content"), tmp_path / "mine"
    desk = Desk(Places(tmp_path / "here", content, clock=FixedClock(samples.START)))
    session = begun(desk)
    session.rename("Number 3")
    write(desk, session, path)
    assert not is_refused(desk, path)
    lose(tmp_path / "here")
    assert is_refused(desk, path)
    desk.close()


def test_a_recovery_sheet_stays(staffroom: Desk, tmp_path: Path) -> None:
    """A paper under its name took the one other way to the answers along."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(papers.draw(compose_sheet(recovery.new_code(), staffroom.places.clock.now())))
    assert is_refused(staffroom, path)


def _letter(path: Path) -> None:
    path.write_text("Dear Head")


def _numbers(path: Path) -> None:
    path.write_text("[1, 2]")


def _scan(path: Path) -> None:
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(path)


def _spreadsheet(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("sheet.xml", "<a/>")


@pytest.mark.parametrize("make", [_letter, _numbers, _scan, _spreadsheet])
def test_what_is_none_of_ours_goes_as_somebody_said(
    staffroom: Desk, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """They were asked by its name, and know it."""
    path = tmp_path / "another"
    make(path)
    refuse_over(staffroom, path)
    refuse_over(staffroom, tmp_path / "nothing")


def test_what_was_brought_in_but_for_some_of_it_stays(staffroom: Desk, tmp_path: Path) -> None:
    """What a viewer had laid beside the fields was told to have no place among the answers."""
    form = sheets.blank(staffroom.places)
    path = sheets.filled(tmp_path / "form.pdf", form, {"q:t-words": samples.SECRET})
    sheets.remarked(path)
    assert bringing.bring_in(staffroom, path).left_out
    assert is_refused(staffroom, path)


def test_an_archive_goes_once_all_of_it_stands_here(staffroom: Desk, tmp_path: Path) -> None:
    """One made at home holds more than the staffroom has, until it was brought in."""
    path = tmp_path / "Everything about me.zip"
    session = begun(staffroom)
    keeping.Gathering(staffroom).save(path)
    staffroom.runs.erase(session.run.id).result(60)
    assert is_refused(staffroom, path)
    bringing.bring_in(staffroom, path)
    assert not is_refused(staffroom, path)
