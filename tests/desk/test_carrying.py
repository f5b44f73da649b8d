"""From a shared computer to one's own: kept for a while, carried, kept for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.locks import NEW, OLD, Maker
from tests.store import samples
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk import carrying
from wizard.desk.desk import Desk
from wizard.desk.lock_state import KEEPS_NOTHING_FILE, State, keep_nothing
from wizard.desk.locking import Lock
from wizard.desk.made_papers import find, own_reference
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.model.answers import Answer, Person
from wizard.model.decision import Decided
from wizard.model.paper import Paper


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
    assert carrying.take(staffroom, tmp_path / f"mine{carrying.ENDING}", OLD) == 1
    staffroom.close()
    assert [path.name for path in (tmp_path / "staffroom").iterdir()] == [KEEPS_NOTHING_FILE]

    home = desk_at(tmp_path / "home", content)
    (run_id,) = carrying.bring(home, tmp_path / f"mine{carrying.ENDING}", OLD)
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
    staffroom.papers.bring(run_id, (replace(paper, path=tmp_path / "Siân.pdf"),))
    carrying.take(staffroom, tmp_path / "mine", OLD)
    staffroom.close()

    home = desk_at(tmp_path / "home", content)
    (new,) = carrying.bring(home, tmp_path / "mine", OLD)
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
