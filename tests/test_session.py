"""The session: acts in, changes out, nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tiny import JOURNEY, write_tiny
from wizard.clock import FixedClock
from wizard.model.answers import Action, Answer, Answers, Earlier, Person
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.session import Session

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at nine o'clock."""
    return FixedClock(MOMENT)


@pytest.fixture
def session(tmp_path: Path, clock: FixedClock) -> Session:
    """A new self-assessment of the tiny journey."""
    pack = open_pack(FolderSource(write_tiny(tmp_path)), "tiny")
    return Session(pack, Run("r", "tiny", pack.digest, MOMENT, MOMENT), clock)


def test_each_act_tells_what_it_changed(session: Session) -> None:
    """The store writes just what changed, so it must be told exactly that."""
    told: list[frozenset[str]] = []
    session.listen(lambda change: told.append(change.changed))

    session.answer("t-picture", "yes")
    session.note("t-picture", "A note")
    session.plan("t-picture", Action("Me", "2026-12-01"))
    session.person("staff", Person("Ŵyn"))
    session.go("t-last")

    assert told == [
        {"answer:t-picture"},
        {"answer:t-picture"},
        {"action:t-picture"},
        {"person:staff"},
        {"head"},
    ]


def asked_again(session: Session, question_id: str, said: str, answer: Answer) -> Session:
    """Return a session in which a question that was answered before means something else."""
    earlier = {question_id: Earlier("Was it a film?", said, "Of Anna, see the letter")}
    answers = Answers({question_id: answer}, earlier=earlier)
    return Session(session.pack, replace(session.run, answers=answers), FixedClock(MOMENT))


def test_the_note_on_an_earlier_answer_stays_when_it_is_answered_anew(session: Session) -> None:
    """The old answer is replaced by the new one; what somebody wrote beside it went with it."""
    again = asked_again(session, "t-picture", "Yes", Answer(note="Asked the office"))
    again.answer("t-picture", "no")

    assert again.answers["t-picture"] == Answer("no", "Asked the office\nOf Anna, see the letter")
    assert again.answers.earlier == {}
    assert again.undo()
    assert again.answers.earlier["t-picture"].said == "Yes"


def test_words_that_were_the_earlier_answer_stay_too(session: Session) -> None:
    """At the first letter of the new answer a page of words was gone."""
    again = asked_again(session, "t-words", "Told by the class, at length", Answer())
    again.answer("t-words", "T")

    note = again.answers["t-words"].note
    assert note == "Told by the class, at length\nOf Anna, see the letter"


def test_what_slt_may_read_gets_no_private_words(session: Session) -> None:
    """A note that is shown takes in nothing: the remark stays where it was."""
    again = asked_again(session, "t-picture", "Yes", Answer("", "For the Head", show_note=True))
    again.answer("t-picture", "no")

    assert again.answers["t-picture"] == Answer("no", "For the Head", show_note=True)
    assert again.answers.earlier["t-picture"].note == "Of Anna, see the letter"


def test_an_act_that_changes_nothing_is_silent(session: Session) -> None:
    """Setting the same answer again must not write to the disk."""
    session.answer("t-picture", "yes")
    told: list[object] = []
    session.listen(told.append)

    session.answer("t-picture", "yes")
    session.go(session.place)

    assert told == []


def test_undo_takes_back_one_act_at_a_time(session: Session) -> None:
    """Every answer can be undone, the note apart from the choice."""
    session.answer("t-picture", "yes")
    session.note("t-picture", "Typed by mistake")

    assert session.undo()
    assert session.answers["t-picture"] == Answer("yes")
    assert session.undo()
    assert session.answers["t-picture"] == Answer()
    assert not session.undo()


def test_a_tick_taken_back_by_hand_can_be_undone(session: Session) -> None:
    """Only words have a field of their own that takes them back before it comes to this."""
    session.plan("t-picture", Action(who="Mr Pugh"))
    session.plan("t-picture", Action(who="Mr Pugh", done=True))
    session.plan("t-picture", Action(who="Mr Pugh"))
    session.undo()

    assert session.answers.action("t-picture").done


def test_answering_again_makes_a_draft_of_a_finished_one(session: Session) -> None:
    """A paper is dated by completion: a changed answer is not complete yet."""
    session.finish()
    assert session.run.finished == MOMENT

    session.answer("t-picture", "no")

    assert session.run.finished is None


def test_changed_follows_the_clock(session: Session, clock: FixedClock) -> None:
    """Home sorts by the last change."""
    later = MOMENT.replace(hour=10)
    clock.set(later)

    session.answer("t-picture", "no")

    assert session.run.changed == later
    assert session.run.started == MOMENT


def test_a_listener_that_left_hears_nothing(session: Session) -> None:
    """A page that was closed must not be redrawn."""
    told: list[object] = []
    leave = session.listen(told.append)
    leave()

    session.answer("t-picture", "no")

    assert told == []


@pytest.fixture
def named(tmp_path: Path, clock: FixedClock) -> Session:
    """A self-assessment with a question what it is about."""
    folder = write_tiny(tmp_path, journey=JOURNEY + "named-by: t-words\n")
    pack = open_pack(FolderSource(folder), "tiny")
    return Session(pack, Run("r", "tiny", pack.digest, MOMENT, MOMENT), clock)


def test_what_a_project_is_called_names_it(named: Session) -> None:
    """Three class projects stood on home under one name; the store must hear of the new one."""
    told: list[frozenset[str]] = []
    named.listen(lambda change: told.append(change.changed))

    named.answer("t-words", " River\nblog ")
    assert named.run.title == "River blog"
    named.answer("t-words", "Sea blog")
    assert named.run.title == "Sea blog"
    named.undo()
    assert named.run.title == "River blog"

    assert told == [{"answer:t-words", "head"}] * 3


def test_a_name_of_ones_own_stays(named: Session) -> None:
    """Whoever gave it a name, or took one away, meant that."""
    named.answer("t-words", "River blog")
    named.rename("For Mrs Jones")
    named.answer("t-words", "Sea blog")
    assert named.run.title == "For Mrs Jones"

    named.rename("")
    named.answer("t-words", "Lake blog")
    assert named.run.title == ""
