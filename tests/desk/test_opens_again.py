"""A file counts as holding the answers once it was opened again: whatever keeps it shut is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.desk.locks import OLD
from tests.store import samples
from tests.tiny import write_tiny
from wizard.cli.main import main
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, carrying, keeping
from wizard.desk.handover.keeping import AsFile, looked_over
from wizard.desk.handover.left_behind import left_behind
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.exchange.archive import read_archive, write_archive
from wizard.safe.key import STORE_FILE
from wizard.safe.key_change import own_key
from wizard.session import Session
from wizard.store import database


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


def test_a_paper_that_does_not_open_holds_nothing(staffroom: Desk, tmp_path: Path) -> None:
    """It was remembered by what was drawn, and nobody had looked whether that can be read."""
    path = tmp_path / "for me.pdf"
    session = noted(staffroom, samples.SECRET)
    job = made(staffroom, session, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    staffroom.papers.made(job).result(60)
    assert "for me.pdf is damaged" in str(staffroom.papers.doubt_of(job.report))
    assert left_behind(staffroom)

    path.write_bytes(whole)
    staffroom.papers.made(job).result(60)
    assert staffroom.papers.doubt_of(job.report) is None
    assert not left_behind(staffroom)


def test_another_paper_in_its_place_holds_nothing(staffroom: Desk, tmp_path: Path) -> None:
    """It opens very well: without what was written since."""
    path = tmp_path / "for me.pdf"
    session = noted(staffroom, "At first")
    made(staffroom, session, path)
    before = path.read_bytes()
    session.note("t-picture", samples.SECRET)
    job = made(staffroom, session, path)
    path.write_bytes(before)
    staffroom.papers.made(job).result(60)

    assert staffroom.papers.doubt_of(job.report) is not None
    assert left_behind(staffroom)


def test_a_paper_that_has_no_room_for_the_answers_says_so(staffroom: Desk, tmp_path: Path) -> None:
    """It was saved as asked, with nothing inside, and nobody heard of it before deleting."""
    session = noted(staffroom, "words " * 500_000)
    school, path = staffroom.school.profile, tmp_path / "for me.pdf"
    for is_asked in (True, False):
        report = staffroom.papers.compose(
            session.pack, session.run, school, "me", with_data=is_asked
        )
        assert not report.attachment
        path.write_bytes(b"drawn")
        staffroom.papers.remember(report, path).result(60)

        told = staffroom.papers.doubt_of(report)
        assert ("none of them is inside" in str(told)) is is_asked
        assert left_behind(staffroom)


def test_an_archive_that_is_too_large_to_be_read_holds_nothing(tmp_path: Path) -> None:
    """Each of the files in it opens; all of them together are more than is ever unpacked."""
    path = tmp_path / "everything.zip"
    files = [AsFile(str(number), b" " * 4_900_000, f"mark-{number}", None) for number in range(25)]
    path.write_bytes(write_archive((f"{one.mark}.json", one.content) for one in files))

    marks, doubts = looked_over(files, read_archive(path))
    assert not marks
    assert len(doubts) == 1


def test_an_archive_that_a_mac_packed_anew_comes_in(tmp_path: Path) -> None:
    """Half of it was said not to be read: what a Mac keeps of each file lies beside it."""
    path = tmp_path / "everything.zip"
    beside = ("__MACOSX/mine/._001 Trip.json", b"\x00\x05\x16\x07\xb0")
    path.write_bytes(write_archive([("mine/001 Trip.json", b"{}"), beside]))

    assert [document for _shown, document in read_archive(path)] == [{}]


def test_one_file_of_an_archive_that_does_not_open_keeps_no_other_back(tmp_path: Path) -> None:
    """Only what is in that one is asked about."""
    path = tmp_path / "everything.zip"
    files = [AsFile("1", b"{}", "one", None), AsFile("2", b"{", "two", None)]
    path.write_bytes(write_archive((f"{one.mark}.json", one.content) for one in files))

    marks, doubts = looked_over(files, read_archive(path))
    assert marks == ("one",)
    assert len(doubts) == 1


def test_what_no_content_asks_any_more_is_told(cheap: None, tmp_path: Path) -> None:
    """It opened here with its own questions; from a file or a paper it did nowhere, untold."""
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "here", content, clock=FixedClock(samples.START))
    desk = Desk(places)
    run_id = noted(desk, samples.SECRET).run.id
    desk.close()
    index = content / "index.tsv"
    index.write_text(index.read_text("utf-8").replace("tiny\t", "other\t"), "utf-8")

    desk = Desk(places)
    session = desk.runs.open(run_id).result(60)
    assert session.answers["t-picture"].note == samples.SECRET
    gathering = keeping.Gathering(desk)
    gathering.save(tmp_path / "all.zip")
    taken = carrying.take(desk, tmp_path / "mine.answers", OLD)
    job = made(desk, session, tmp_path / "for me.pdf")
    desk.papers.made(job).result(60)
    told = (*gathering.unsure, *taken.unsure, str(desk.papers.doubt_of(job.report)))
    assert [one.count("There is no journey “tiny”") for one in told] == [1, 1, 1]
    assert not desk.elsewhere.marks | desk.papers.whole
    desk.close()


def spoil(folder: Path) -> None:
    """Let a bad spot on the disk hit one page of several with answers."""
    store = folder / STORE_FILE
    key = own_key(folder)
    assert key is not None
    connection = database.open_file(store, key)
    pages = "SELECT pgoffset FROM dbstat WHERE name = 'answer' AND pagetype = 'leaf'"
    ((first,), *others) = connection.execute(pages)
    connection.close()
    assert others
    raw = bytearray(store.read_bytes())
    raw[first + 100] ^= 1
    store.write_bytes(raw)


def lose(folder: Path) -> None:
    """Let the end of one answer be another day's: no page is bad, and it makes no sense."""
    key = own_key(folder)
    assert key is not None
    with closing(database.open_file(folder / STORE_FILE, key)) as connection:
        one = "(SELECT id FROM run WHERE title = 'Number 3')"
        connection.execute(f"UPDATE answer SET body = substr(body, 1, 9) WHERE run = {one}")


@pytest.mark.parametrize("harm", [spoil, lose])
def test_one_that_can_not_be_read_keeps_no_other_back(
    cheap: None, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """A bad page under some of them kept all from being taken along."""
    content = write_tiny(tmp_path / "content")
    places = Places(tmp_path / "here", content, clock=FixedClock(samples.START))
    desk = Desk(places)
    for number in range(12):
        noted(desk, "Well and good. " * 60).rename(f"Number {number}")
    desk.close()
    harm(tmp_path / "here")

    desk = Desk(places)
    gathering = keeping.Gathering(desk)
    gathering.save(tmp_path / "all.zip")
    taken = carrying.take(desk, tmp_path / "mine.answers", OLD)
    assert 0 < taken.number < 12
    for lacking in (gathering.lacking, taken.lacking):
        assert len(lacking) == 12 - taken.number
        assert all(told.startswith("Number ") and "damaged" in told for told in lacking)
    # What is not in the file does not count as in it.
    assert len(desk.elsewhere.marks) == taken.number
    desk.close()

    home = Desk(Places(tmp_path / "home", content, clock=FixedClock(samples.START)))
    for brought in (
        bringing.bring_in(home, tmp_path / "all.zip"),
        carrying.bring(home, tmp_path / "mine.answers", OLD),
    ):
        assert len(brought.ids) == taken.number
    home.close()


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
        bringing.bring_in(desk, path)
    desk.close()


def test_a_paper_made_of_a_file_that_is_too_large_for_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only of what is kept here it was told; whoever keeps a file beside its PDF deletes that."""
    places = ("--content", str(write_tiny(tmp_path / "content")))
    answers = str(tmp_path / "mine.json")
    monkeypatch.setattr("wizard.desk.paper.papers.ANSWERS_FILE_BYTES", 1000)
    assert main(["template", "tiny", "-o", answers, *places]) == 0

    for number, (option, code) in enumerate((("--reader=me", 1), ("--no-data", 0))):
        paper = str(tmp_path / f"{number}.pdf")
        assert main(["report", answers, "-o", paper, option, *places]) == code
        assert ("none of them is inside" in capsys.readouterr().err) is bool(code)
