"""The calendar file: what is planned, when to look again, and nothing private."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from tests.desk.test_slt_sees_no_more import OWN
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.assessment.planning import calendar, due, due_again
from wizard.desk.assessment.weighing import open_points
from wizard.model.answers import Action
from wizard.model.run import Run, RunCard
from wizard.pack.build import open_pack
from wizard.pack.index import read_index
from wizard.pack.source import FolderSource
from wizard.paths import content_folder
from wizard.session import Session

YEAR = 12

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A self-assessment with one open answer, noted and planned."""
    pack = open_pack(FolderSource(write_tiny(tmp_path)), "tiny")
    session = Session(pack, Run("r", "tiny", pack.digest, MOMENT, MOMENT), FixedClock(MOMENT))
    session.answer("t-picture", "yes")
    session.note("t-picture", "Private words of mine")
    session.plan("t-picture", Action("The Head; with, marks\nand lines", "2026-12-05"))
    return session


def test_planned_actions_and_next_year_stand_in_the_calendar(session: Session) -> None:
    """A real reader of such files gets the days and the words back."""
    events = icalendar.Calendar.from_ical(calendar(session, YEAR)).walk("VEVENT")

    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events] == [
        (date(2026, 12, 5), "Take the picture out."),
        (date(2027, 11, 21), "Look again: Tiny"),
    ]
    assert due_again(session, YEAR) == date(2027, 11, 21)


def test_what_is_done_once_is_not_due_again(session: Session) -> None:
    """Nobody leaves, or has the same thing go wrong, once a year."""
    cards = read_index(FolderSource(content_folder()))
    before = MOMENT - timedelta(days=800)
    runs = [RunCard(c.id, c.id, "", 1, 1, before, before, before) for c in cards]
    runs += [RunCard("now", "working-safely", "", 1, 1, MOMENT, MOMENT, None)]

    assert {run.journey for run in due(runs, MOMENT.date(), cards)} == {
        "privacy-checkup", "school-account", "school-readiness",
    }  # fmt: skip
    assert due_again(session, 0) is None
    events = icalendar.Calendar.from_ical(calendar(session, 0)).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Take the picture out."]


def test_no_answer_and_no_note_goes_into_a_calendar(session: Session) -> None:
    """Calendars are shared: what was answered and written stays here."""
    text = calendar(session, YEAR).decode()

    assert "Private" not in text


def test_no_calendar_tells_which_platforms_somebody_uses() -> None:
    """SLT's paper leaves them out, and the school's calendar had "Facebook: …", question FB3."""
    pack = open_pack(FolderSource(content_folder()), "privacy-checkup")
    run = Run("r", "privacy-checkup", pack.digest, MOMENT, MOMENT)
    session = Session(pack, run, FixedClock(MOMENT))
    (asks,) = pack.journey.asks_platforms
    which = pack.journey.question(asks)
    assert which is not None
    session.answer(asks, tuple(choice.id for choice in which.choices))
    for question in (one for section in session.sections() for one in section.questions):
        for choice in question.choices if question.id != asks else ():
            if question.id not in {one.question.id for one in open_points(session)}:
                session.answer(question.id, choice.id)
        session.plan(question.id, Action("Ann", "2026-12-05"))
    events = icalendar.Calendar.from_ical(calendar(session, YEAR)).walk("VEVENT")
    told = [f"{event['summary']} {event['description']} {event['uid']}" for event in events[:-1]]

    assert sum("account settings" in one for one in told) > len(which.choices)
    names = [section.title for section in session.sections() if section.platform]
    assert names
    lines = {
        pack.journey.lines[one.id]
        for section in session.sections() if section.platform
        for one in section.questions
    }  # fmt: skip
    assert not [one for one in told for name in names if name in one]
    assert not [one for one in told if set(one.split()) & lines]
    assert not [one for one in told if re.search(r"\b(fb|ig|tt)-", one)]


@pytest.mark.parametrize("choice", ["close", "group"])
def test_no_calendar_of_the_check_up_tells_an_answer(tmp_path: Path, choice: str) -> None:
    """By a choice's own advice, or by a question that is asked for the sake of an answer."""
    (tmp_path / "school.yaml").write_text(OWN)
    pack = open_pack(FolderSource(content_folder()), "privacy-checkup", tmp_path / "school.yaml")
    run = Run("r", "privacy-checkup", pack.digest, MOMENT, MOMENT)
    session = Session(pack, run, FixedClock(MOMENT))
    session.answer("own-governors", choice)
    session.answer("pc-names-school", "yes")
    session.answer("pc-own-views", "no")
    for one in ("own-governors", "pc-own-views"):
        session.plan(one, Action("Ann", "2026-12-05"))
    events = icalendar.Calendar.from_ical(calendar(session, 0)).walk("VEVENT")

    own, brought_up = sorted(str(event["summary"]) for event in events)
    assert (own, brought_up) == ("Ask the Head.", "Some account settings are still to change")


def test_no_entry_of_a_calendar_is_without_words(tmp_path: Path) -> None:
    """Where the choices of a school's own question alone say what to do, a day stood there bare."""
    school = tmp_path / "school.yaml"
    school.write_text(OWN.replace("      ask: Ask the Head.\n", ""))
    pack = open_pack(FolderSource(content_folder()), "privacy-checkup", school)
    run = Run("r", "privacy-checkup", pack.digest, MOMENT, MOMENT)
    session = Session(pack, run, FixedClock(MOMENT))
    session.answer("own-governors", "close")
    session.plan("own-governors", Action("Ann", "2026-12-05"))
    (event,) = icalendar.Calendar.from_ical(calendar(session, 0)).walk("VEVENT")

    assert event["summary"] == "How are you linked with governors of our school online?"


def test_a_calendar_says_who_does_it_in_the_words_of_the_person(session: Session) -> None:
    """A date without a name is nobody's; what somebody typed is no sign to the file."""
    who = f"Dŵr; BEGIN:VALARM\r\n{'ŵ' * 60}\x07\ud83d, \\n"
    session.plan("t-picture", Action(who, "2026-12-05"))
    content = calendar(session, YEAR)
    (event, _again) = icalendar.Calendar.from_ical(content).walk("VEVENT")

    assert str(event["description"]) == (
        f"Who: Dŵr; BEGIN:VALARM {'ŵ' * 60}, \\n\nTiny, question 1"
    )
    assert b"BEGIN:VALARM" not in content.splitlines()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(line.decode("utf-8") for line in content.split(b"\r\n")[:-1])


def test_every_entry_is_dated_in_the_one_time_that_calendars_share(session: Session) -> None:
    """RFC 5545 wants an id, and a stamp in UTC; a day has no time of its own."""
    lines = calendar(session, YEAR).decode().split("\r\n")

    assert lines.count("DTSTAMP:20261121T090000Z") == 2
    assert "DTSTART;VALUE=DATE:20261205" in lines
    assert "DTEND;VALUE=DATE:20261206" in lines
    assert len({line for line in lines if line.startswith("UID:")}) == 2


def test_the_same_plan_gives_the_same_file(session: Session) -> None:
    """Opened twice it must not fill the calendar twice."""
    assert calendar(session, YEAR) == calendar(session, YEAR)


def test_what_is_done_or_has_no_day_is_left_out(session: Session) -> None:
    """A calendar is for what is still to come."""
    session.plan("t-picture", Action("Me", "2026-12-05", done=True))
    assert len(icalendar.Calendar.from_ical(calendar(session, YEAR)).walk("VEVENT")) == 1

    session.plan("t-picture", Action("Me"))
    assert len(icalendar.Calendar.from_ical(calendar(session, YEAR)).walk("VEVENT")) == 1
