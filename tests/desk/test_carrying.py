"""From a shared computer to one's own: kept for a while, carried, kept for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker
from tests.store import samples
from tests.tiny import write_tiny
from wizard import paths
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, carrying, keeping
from wizard.desk.handover.left_behind import left_behind
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.state import KEEPS_NOTHING_FILE, State, keep_nothing
from wizard.desk.paper.made_papers import find, own_reference
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.exchange.carry_file import read_carried, write_carried
from wizard.model.answers import LINE_LETTERS, Action, Answer, Person
from wizard.model.decision import Decided
from wizard.model.paper import Paper
from wizard.safe.limits import NOTE_LETTERS
from wizard.session import Session


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Tiny content."""
    return write_tiny(tmp_path / "content")


def desk_at(folder: Path, content: Path, *, shared: bool = False) -> Desk:
    """Open a desk on a computer of its own."""
    places = Places(folder, content, clock=FixedClock(samples.START))
    if shared:
        keep_nothing(folder)
    desk = Desk(places, Lock(places))
    desk.ready.result(60)
    return desk


def test_answers_go_home_on_a_stick(cheap: None, tmp_path: Path, content: Path) -> None:
    """Begun in the staffroom, where nothing stays; gone on with at home."""
    staffroom = desk_at(tmp_path / "staffroom", content, shared=True)
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.rename("Łukasz’s blog")
    session.answer("t-picture", "yes")
    session.note("t-picture", samples.SECRET)
    session.person("staff", Person("Siân", "Teacher"))
    session.finish()
    assert carrying.take(staffroom, tmp_path / f"mine{carrying.ENDING}", OLD) == carrying.Taken(
        1, ()
    )
    staffroom.close()
    assert [path.name for path in (tmp_path / "staffroom").iterdir()] == [KEEPS_NOTHING_FILE]

    home = desk_at(tmp_path / "home", content)
    (run_id,) = carrying.bring(home, tmp_path / f"mine{carrying.ENDING}", OLD).ids
    opened = home.runs.open(run_id).result(60)
    home.close()

    assert opened.answers == session.answers
    assert (opened.run.title, opened.run.policy) == ("Łukasz’s blog", "newport")
    assert opened.run.finished == session.run.finished


def test_the_sheet_on_the_desk_is_known_at_home(cheap: None, tmp_path: Path, content: Path) -> None:
    """Printed in the staffroom, signed next week: what stands on its foot came along."""
    staffroom = desk_at(tmp_path / "staffroom", content, shared=True)
    session = staffroom.runs.start("tiny", "all").result(60)
    session.answer("t-picture", "yes")
    run_id = session.run.id
    paper = Paper(
        run_id, own_reference(run_id, "slt"), "QPYW GUD4", "slt", samples.START, has_data=False
    )
    saved = replace(paper, path=tmp_path / "Siân.pdf")
    staffroom.lock.open_store()[0].add_paper(saved).result()
    carrying.take(staffroom, tmp_path / "mine", OLD)
    staffroom.close()

    home = desk_at(tmp_path / "home", content)
    (new,) = carrying.bring(home, tmp_path / "mine", OLD).ids
    made = home.papers.made_of().result(60)
    (found,) = find(paper.reference, made)
    home.decisions.record(found, Decided.APPROVED, who="Mair Price").result(60)
    (kept,) = home.decisions.list(new).result(60)
    home.close()

    assert made == (replace(paper, run=new),)
    assert (kept.reference, kept.fingerprint) == (paper.reference, paper.fingerprint)


def test_nothing_comes_in_by_half(cheap: None, tmp_path: Path, content: Path) -> None:
    """With the wrong passphrase, or a journey this computer does not have, nothing is kept."""
    there = desk_at(tmp_path / "there", content)
    there.runs.start("tiny", "all").result(60).answer("t-picture", "no")
    carrying.take(there, tmp_path / "mine", OLD)
    there.close()
    here = desk_at(tmp_path / "here", write_tiny(tmp_path / "other"))
    with pytest.raises(InputFault, match="not the passphrase"):
        carrying.bring(here, tmp_path / "mine", NEW)

    assert here.runs.list().result(60) == ()
    here.close()


def test_what_can_be_read_comes_home_and_the_rest_is_named(
    cheap: None, tmp_path: Path, content: Path
) -> None:
    """One of a journey that home does not have kept all the others out."""
    path = tmp_path / "mine.answers"
    there = desk_at(tmp_path / "there", content)
    there.runs.start("tiny", "all").result(60).answer("t-picture", "no")
    carrying.take(there, path, OLD)
    ((_, document),) = read_carried(path, OLD)
    there.close()
    assert isinstance(document, dict)
    other = document | {"journey": "of-another", "title": "Our trip"}
    path.write_bytes(write_carried([json.dumps(one).encode() for one in (other, document)], OLD))
    home = desk_at(tmp_path / "home", content)
    brought = carrying.bring(home, path, OLD)

    assert len(brought.ids) == len(home.runs.list().result(60)) == 1
    (told,) = brought.unread
    assert "“Our trip”" in told
    assert "of-another" in told
    home.close()


def test_work_goes_on_when_a_lock_is_chosen_in_the_midst(
    cheap: None, tmp_path: Path, content: Path, lock_of: Maker
) -> None:
    """The question comes at the first save: the page stays, and what follows is kept too."""
    desk = desk_at(tmp_path / "answers", content, shared=True)
    session = desk.runs.start("tiny", "all").result(60)
    session.answer("t-picture", "yes")
    desk.lock.choose(OLD).result(60)
    session.answer("t-words", samples.SECRET)
    desk.lock.choose(NEW).result(60)
    session.note("t-words", "and more")
    desk.close()
    desk.lock.lock_now()
    assert desk.lock.state is State.LOCKED

    desk.lock.unlock(NEW).result(60)
    again = Desk(desk.places, desk.lock)
    found = again.runs.open(session.run.id).result(60).answers
    again.close()

    assert found["t-picture"] == Answer("yes")
    assert found["t-words"] == Answer(samples.SECRET, "and more")


LONG = "ŵ" * LINE_LETTERS
SAID: dict[str, Callable[[Session], None]] = {
    "a title": lambda session: session.rename(LONG),
    "who does it": lambda session: session.plan("t-picture", Action(LONG, "2026-12-01")),
    "a name": lambda session: session.person("staff", Person(LONG, LONG)),
    "a policy in a note": lambda session: session.note("t-picture", "Words. " * 15_000),
    "half a letter": lambda session: session.note("t-picture", "\ud83d"),
}


@pytest.mark.parametrize("said", SAID)
def test_all_that_can_be_typed_goes_home(
    cheap: None, tmp_path: Path, content: Path, said: str
) -> None:
    """The file was refused at home with all that was in it, and was all that was left."""
    staffroom = desk_at(tmp_path / "staffroom", content, shared=True)
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.answer("t-picture", "yes")
    SAID[said](session)
    assert carrying.take(staffroom, tmp_path / "mine.answers", OLD) == carrying.Taken(1, ())
    staffroom.close()

    home = desk_at(tmp_path / "home", content)
    (run_id,) = carrying.bring(home, tmp_path / "mine.answers", OLD).ids
    brought = home.runs.look(run_id).result(60)
    home.close()

    assert brought.title == session.run.title
    if said != "half a letter":
        assert brought.answers == session.answers


@pytest.mark.parametrize("year", [1970, 1980, 2214, 9999])
def test_a_clock_that_was_far_off_keeps_nobody_from_going_home(
    cheap: None, tmp_path: Path, content: Path, year: int
) -> None:
    """A dead battery sets a computer back to 1980, and its times were refused at home."""
    moment = datetime(year, 1, 1, tzinfo=UTC)
    places = Places(tmp_path / "staffroom", content, clock=FixedClock(moment))
    staffroom = Desk(places)
    session = staffroom.runs.start("tiny", "newport").result(60)
    session.answer("t-picture", "yes")
    session.finish()
    carrying.take(staffroom, tmp_path / "mine.answers", OLD)
    staffroom.close()

    home = desk_at(tmp_path / "home", content)
    (run_id,) = carrying.bring(home, tmp_path / "mine.answers", OLD).ids
    assert home.runs.look(run_id).result(60).answers == session.answers
    home.close()


def test_what_may_not_open_again_is_told_and_keeps_nothing_else_back(
    cheap: None, tmp_path: Path, content: Path
) -> None:
    """Whoever leaves a shared computer hears there what does not fit, not at home.

    One such self-assessment kept all others from being taken along.
    """
    path, archive = tmp_path / "mine.answers", tmp_path / "all.zip"
    staffroom = desk_at(tmp_path / "staffroom", content, shared=True)
    for note in ("w" * (NOTE_LETTERS + 1), "Well and good"):
        staffroom.runs.start("tiny", "newport").result(60).note("t-picture", note)
    gathering = keeping.Gathering(staffroom)
    gathering.save(archive)
    taken = carrying.take(staffroom, path, OLD)
    assert taken.number == 2
    for (told,) in (taken.unsure, gathering.unsure):
        assert "shorten it" in told
    # It may be nowhere else: before the window closes it is asked about.
    assert len(left_behind(staffroom)) == 1
    staffroom.close()
    home = desk_at(tmp_path / "home", content)
    for brought in (carrying.bring(home, path, OLD), bringing.bring_in(home, archive)):
        (run_id,) = brought.ids
        assert home.runs.look(run_id).result(60).answers["t-picture"].note == "Well and good"
        assert len(brought.unread) == 1
    home.close()


def test_what_is_planned_for_a_schools_own_question_goes_home(cheap: None, tmp_path: Path) -> None:
    """Its answer was taken back, the plan stayed: at home, without that school, all was refused."""
    school, clock = paths.content_folder() / "school-example", FixedClock(samples.START)
    staffroom = Desk(Places(tmp_path / "staffroom", school=school, clock=clock))
    session = staffroom.runs.start("before-posting", "all").result(60)
    own = next(one.id for one in session.journey.questions() if one.from_school)
    session.plan(own, Action("Siân", "2026-12-01"))
    carrying.take(staffroom, tmp_path / "mine.answers", OLD)
    home = Desk(Places(tmp_path / "home", clock=clock))
    carrying.bring(home, tmp_path / "mine.answers", OLD)
    carrying.take(home, tmp_path / "back.answers", OLD)
    home.close()

    (run_id,) = carrying.bring(staffroom, tmp_path / "back.answers", OLD).ids
    assert staffroom.runs.look(run_id).result(60).answers.actions == session.answers.actions
    staffroom.close()
