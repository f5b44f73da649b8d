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


FILM = Earlier("Was it a film?", "Yes", "no")
"""A note so short that its letters stand within many another."""

SAID = Earlier("What do they say?", "Told by the class, at length")
PICKED = Earlier("Was it a picture?", "No", is_picked=True)


def asked_again(session: Session, question_id: str, answer: Answer, *said: Earlier) -> Session:
    """Return a session in which a question that was answered before means something else."""
    answers = Answers({question_id: answer}, earlier={question_id: said})
    return Session(session.pack, replace(session.run, answers=answers), FixedClock(MOMENT))


@pytest.mark.parametrize("shown", [False, True], ids=["private", "for SLT"])
def test_what_was_written_at_an_earlier_answer_stays_beside_the_new_one(
    session: Session, shown: bool
) -> None:
    """It went with the remark, then into the note: cut short there, or on SLT's paper."""
    own = Answer("", "I know it now", show_note=shown)
    again = asked_again(session, "t-picture", own, PICKED, FILM)
    again.answer("t-picture", "no")

    assert again.answers["t-picture"] == replace(own, value="no")
    # A choice has no words of anybody's: the new one takes its place.
    assert again.answers.earlier == {"t-picture": (FILM,)}
    assert again.undo()
    assert again.answers.earlier == {"t-picture": (PICKED, FILM)}


def test_words_that_were_the_earlier_answer_stay_too(session: Session) -> None:
    """At the first letter of the new answer a page of words was gone."""
    again = asked_again(session, "t-words", Answer(), SAID)
    again.answer("t-words", "T")

    assert again.answers["t-words"] == Answer("T")
    assert again.answers.earlier == {"t-words": (SAID,)}


def test_what_stands_beside_an_answer_stays_until_it_is_taken_away(session: Session) -> None:
    """Of two questions that became one it went with a note, under words that said it stays."""
    again = asked_again(session, "t-picture", Answer("no"), PICKED)
    again.note("t-picture", "As before")
    again.answer("t-picture", "yes")

    assert again.answers.earlier == {"t-picture": (PICKED,)}


def test_who_wrote_at_an_earlier_answer_takes_it_away_themselves(session: Session) -> None:
    """Nobody else does; and a slip is put right as any other."""
    again = asked_again(session, "t-picture", Answer("no"), FILM)
    told: list[frozenset[str]] = []
    again.listen(lambda change: told.append(change.changed))
    again.take_earlier_away("t-picture")

    assert again.answers == Answers({"t-picture": Answer("no")})
    assert told == [{"earlier:t-picture"}]
    assert again.undo()
    assert again.answers.earlier == {"t-picture": (FILM,)}


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


def test_what_was_taken_back_once_too_often_comes_back(session: Session) -> None:
    """There was no way forward: a page of words went with one key, and all of it had been saved."""
    session.answer("t-picture", "yes")
    session.finish()
    session.note("t-picture", "All that was said")
    written = session.answers
    session.undo()
    stood = session.run
    session.undo()
    assert session.redo()

    assert session.answers == Answers({"t-picture": Answer("yes")})
    assert session.redo()
    assert session.answers == written
    assert (stood.finished, session.run.finished) == (MOMENT, None)
    assert not session.redo()
    assert session.undo()
    session.note("t-picture", "Something else")
    assert not session.redo()


def test_words_taken_back_by_hand_come_back(session: Session) -> None:
    """It counted as an undo: with other words in their place no key brought them back."""
    session.note("t-picture", "All that was said")
    session.note("t-picture", "")
    session.note("t-picture", "Something else")
    session.undo()
    session.undo()

    assert session.answers["t-picture"].note == "All that was said"


def test_a_tick_taken_back_by_hand_can_be_undone(session: Session) -> None:
    """What is done by hand is done, and no undo."""
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


@pytest.mark.parametrize("is_by_hand", [False, True], ids=["undone", "taken back in its field"])
def test_a_slip_that_is_taken_back_leaves_it_finished(session: Session, is_by_hand: bool) -> None:
    """A letter typed by mistake and taken back made a draft of what SLT had signed, for good."""
    session.finish()
    session.note("t-picture", "x")
    assert session.run.finished is None
    told: list[frozenset[str]] = []
    session.listen(lambda change: told.append(change.changed))
    if is_by_hand:
        session.note("t-picture", "")
    else:
        session.undo()

    assert session.run.finished == MOMENT
    assert told == [{"answer:t-picture", "head"}]


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


@pytest.mark.parametrize("is_shown", [False, True])
def test_words_a_page_puts_away_stand_with_a_note_that_comes_again(
    session: Session, is_shown: bool
) -> None:
    """Of the very same question they were in no place of the store once Ctrl+Y brought the note."""
    session.note("t-picture", "All that was said")
    if is_shown:
        session.show_note("t-picture", True)
    while session.undo():
        pass
    with session.unasked():
        session.keep_words("t-picture", "after half term")
    while session.redo():
        pass

    assert session.answers["t-picture"] == Answer("", "All that was said", show_note=is_shown)
    (kept,) = session.answers.earlier["t-picture"]
    assert kept.said == "after half term"


def test_a_name_that_was_written_over_comes_back(named: Session) -> None:
    """Undo passed it over, and took an answer in its place."""
    named.answer("t-words", "River blog")
    named.finish()
    for title in ("For Mrs Jones", "For Mr Pugh"):
        named.rename(title)
    assert named.undo()
    assert named.run.title == "For Mrs Jones"
    assert named.undo()
    assert named.run.title == "River blog"
    assert named.run.finished == MOMENT
    assert named.undo()
    assert (named.run.title, named.answers) == ("", Answers())
    for title in ("River blog", "For Mrs Jones", "For Mr Pugh"):
        assert named.redo()
        assert named.run.title == title


def test_words_that_are_no_answer_join_no_note_that_slt_sees(session: Session) -> None:
    """Typed where a day or a number was asked for, they came to stand on SLT's paper unticked."""
    session.note("t-picture", "For SLT")
    session.show_note("t-picture", True)
    session.keep_words("t-picture", "when I am back from the clinic")

    assert session.answers["t-picture"] == Answer("", "For SLT", show_note=True)
    (kept,) = session.answers.earlier["t-picture"]
    assert kept.said == "when I am back from the clinic"
