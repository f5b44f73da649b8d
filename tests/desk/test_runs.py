"""Self-assessments through the desk: kept from the first answer, opened where left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

import pytest

from tests.desk.failing import gone_for_a_moment
from tests.desk.no_room import no_room
from tests.tiny import JOURNEY, write_tiny
from wizard.clock import FixedClock
from wizard.desk.assessment.saving import SaveState, Saving
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying, keeping
from wizard.desk.places import Places
from wizard.errors import InputFault
from wizard.model.answers import Action, Answer, Person

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@dataclass
class Heard:
    """Keeps what was said of saving, so that a test can wait for it."""

    states: SimpleQueue[SaveState] = field(default_factory=SimpleQueue)

    def until(self, saving: Saving) -> SaveState:
        """Return the next state of this kind; a lost one fails the test by its time limit."""
        while True:
            state = self.states.get(timeout=60)
            if state.saving is saving:
                return state


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Tiny content and an empty data folder."""
    journey = JOURNEY + "not-copied: [t-words]\n"
    return Places(
        tmp_path / "data",
        write_tiny(tmp_path / "content", journey=journey),
        None,
        FixedClock(MOMENT),
    )


@pytest.fixture
def desk(places: Places) -> Iterator[Desk]:
    """An open desk."""
    desk = Desk(places)
    desk.ready.result()
    yield desk
    desk.close()


@pytest.fixture
def heard(desk: Desk) -> Heard:
    """What the desk says of saving."""
    heard = Heard()
    desk.runs.listen(heard.states.put)
    return heard


def test_a_policy_picked_before_the_first_answer_is_kept(desk: Desk, heard: Heard) -> None:
    """It is an act, as an answer is: it went without a word."""
    session = desk.runs.start("tiny", "all").result()
    session.go("review")
    session.choose_policy("newport")
    heard.until(Saving.SAVED)

    assert desk.runs.look(session.run.id).result().policy == "newport"


def test_what_was_finished_without_an_answer_is_kept(desk: Desk, heard: Heard) -> None:
    """Home says that it is found again below."""
    session = desk.runs.start("tiny", "all").result()
    session.finish()
    heard.until(Saving.SAVED)

    assert [card.finished for card in desk.runs.list().result()] == [MOMENT]


def test_nothing_is_kept_before_the_first_answer(desk: Desk) -> None:
    """Looking at a journey, and turning its pages, must leave no trace."""
    session = desk.runs.start("tiny", "all").result()
    session.go("t-last")

    assert desk.runs.list().result() == ()


def test_a_name_is_kept_also_before_the_first_answer(desk: Desk, heard: Heard) -> None:
    """A name is no turning of pages: it was typed, stood beside nothing, and was gone."""
    session = desk.runs.start("tiny", "all").result()
    session.rename("Museum trip")
    heard.until(Saving.SAVED)

    (card,) = desk.runs.list().result()
    assert card.title == "Museum trip"


def test_answers_are_there_after_saved_was_said(desk: Desk, places: Places, heard: Heard) -> None:
    """Close and open again: the same place, the same answers."""
    session = desk.runs.start("tiny", "newport").result()
    session.answer("t-picture", "yes")
    session.note("t-picture", "Ŵyn said so")
    session.go("t-last")
    heard.until(Saving.SAVED)
    desk.close()

    again = Desk(places)
    again.ready.result()
    opened = again.runs.open(session.run.id).result()
    cards = again.runs.list().result()
    again.close()

    assert opened.run == session.run
    assert opened.answers["t-picture"] == Answer("yes", "Ŵyn said so")
    assert opened.place == "t-last"
    assert [(card.answered, card.asked) for card in cards] == [(1, 3)]


def test_a_copy_leaves_behind_what_belongs_to_one_year(desk: Desk, heard: Heard) -> None:
    """Last year's project is a start, not a consent."""
    old = desk.runs.start("tiny", "all").result()
    old.answer("t-picture", "no")
    old.answer("t-words", "Signed in 2025")
    old.plan("t-picture", Action("Me"))
    old.person("staff", Person("Ann"))
    heard.until(Saving.SAVED)

    new = desk.runs.start("tiny", "all", copy_from=old.run.id).result()

    assert new.run.id != old.run.id
    assert new.answers.answers == {"t-picture": Answer("no")}
    assert new.answers.actions == {}
    assert new.answers.person("staff") == Person("Ann")


def test_a_copy_shows_slt_no_note_that_was_ticked_for_another_paper(
    desk: Desk, heard: Heard
) -> None:
    """The words stay; whom they are for is said anew, and SLT read last year's by themselves."""
    old = desk.runs.start("tiny", "all").result()
    old.answer("t-picture", "no")
    old.note("t-picture", "Ŵyn's mother said no")
    old.show_note("t-picture", True)
    heard.until(Saving.SAVED)

    new = desk.runs.start("tiny", "all", copy_from=old.run.id).result()

    assert new.answers["t-picture"] == Answer("no", "Ŵyn's mother said no")
    new.show_note("t-picture", True)
    assert new.answers["t-picture"].show_note


def test_erased_is_gone(desk: Desk, heard: Heard) -> None:
    """Erasing leaves nothing to open."""
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-picture", "no")
    heard.until(Saving.SAVED)

    desk.runs.erase(session.run.id).result()

    assert desk.runs.list().result() == ()
    with pytest.raises(InputFault):
        desk.runs.open(session.run.id).result()


def test_a_journey_that_does_not_exist_is_named(desk: Desk) -> None:
    """The near miss is suggested."""
    with pytest.raises(InputFault, match="did you mean “tiny”"):
        desk.runs.start("tny", "all").result()


@pytest.mark.parametrize("what", ["journey", "school"])
def test_what_is_kept_opens_whatever_became_of_the_content(
    desk: Desk, places: Places, heard: Heard, tmp_path: Path, what: str
) -> None:
    """A journey that is no more, a slip in the school's file: what was kept could not be had."""
    session = desk.runs.start("tiny", "all").result()
    session.answer("t-picture", "yes")
    heard.until(Saving.SAVED)
    (tmp_path / "school.yaml").write_text("name: [", "utf-8")
    now = {
        "journey": Places(places.data, None, None, places.clock),
        "school": Places(places.data, places.content, tmp_path / "school.yaml", places.clock),
    }[what]
    desk.close()

    other = Desk(now)
    opened = other.runs.open(session.run.id).result()
    assert opened.answers == session.answers
    opened.note("t-picture", "still mine")
    assert carrying.take(other, tmp_path / "mine", "three plain words").number == 1
    other.close()
    desk = Desk(places)
    opened = desk.runs.open(session.run.id).result()
    assert opened.answers["t-picture"] == Answer("yes", "still mine")
    desk.close()


def test_what_could_not_be_saved_is_in_a_copy_too(desk: Desk, places: Places, heard: Heard) -> None:
    """On a full disk it began with the older words that lie there, and nothing said so."""
    session = desk.runs.start("tiny", "all").result()
    session.note("t-picture", "first")
    heard.until(Saving.SAVED)
    with no_room():
        session.note("t-picture", "second")
        new = desk.runs.start("tiny", "all", copy_from=session.run.id).result()

    assert new.answers["t-picture"].note == "second"


def test_what_could_not_be_saved_is_there_for_who_comes_back(
    desk: Desk, places: Places, heard: Heard
) -> None:
    """Opened again from home it must not be the older answers that are on the disk."""
    session = desk.runs.start("tiny", "all").result()
    session.note("t-picture", "first")
    heard.until(Saving.SAVED)
    assert desk.runs.owed() is None
    away = places.data.rename(places.data.with_name("away"))
    session.note("t-picture", "second")
    assert desk.runs.owed() is session
    heard.until(Saving.NOT_SAVED)
    assert desk.runs.is_behind
    assert desk.runs.open(session.run.id).result() is session

    away.rename(places.data)
    again = desk.runs.open(session.run.id).result()
    desk.runs.retry(is_asked=False)

    # Unasked, nobody hears of the trying: the line beside the page would flicker.
    assert heard.states.get(timeout=60).saving is Saving.SAVED
    assert again.answers["t-picture"].note == "second"
    assert (desk.runs.owed(), desk.runs.is_behind) == (None, False)
    assert desk.runs.look(session.run.id).result().answers["t-picture"].note == "second"


def test_what_was_saved_before_its_folder_went_is_there_for_who_comes_back(
    desk: Desk, places: Places, heard: Heard
) -> None:
    """It stood in the window still, where nobody could come to it any more to save it elsewhere."""
    kept = desk.runs.start("tiny", "newport").result()
    kept.note("t-picture", "kept")
    other = desk.runs.start("tiny", "newport").result()
    other.note("t-picture", "kept, too")
    assert not desk.runs.owed()
    away = places.data.rename(places.data.with_name("away"))
    other.note("t-picture", "refused")
    assert desk.runs.owed() is other

    assert desk.runs.open(kept.run.id).result() is kept
    away.rename(places.data)


def test_who_puts_everything_into_a_file_goes_on_and_loses_nothing(
    desk: Desk, places: Places, heard: Heard, tmp_path: Path
) -> None:
    """It was read anew for the file, and what was on screen was no longer looked after."""
    session = desk.runs.start("tiny", "all").result()
    session.note("t-picture", "first")
    heard.until(Saving.SAVED)
    keeping.Gathering(desk).save(tmp_path / "all.zip")
    carrying.take(desk, tmp_path / "all.answers", "seven quiet otters")

    away = places.data.rename(places.data.with_name("away"))
    session.note("t-picture", "second")
    assert desk.runs.owed() is session

    away.rename(places.data)
    desk.runs.retry()
    assert desk.runs.owed() is None
    assert desk.runs.look(session.run.id).result().answers["t-picture"].note == "second"


def test_what_is_changed_last_is_saved_last(desk: Desk, places: Places, heard: Heard) -> None:
    """Going back to a copy saves again from a thread of its own, and came behind a newer word."""
    session = desk.runs.start("tiny", "all").result()
    session.note("t-picture", "first")
    heard.until(Saving.SAVED)
    away = places.data.rename(places.data.with_name("away"))
    session.note("t-picture", "second")
    heard.until(Saving.NOT_SAVED)
    away.rename(places.data)
    typed: list[str] = []

    def type_on(state: SaveState) -> None:
        if state.saving is Saving.ON_ITS_WAY and not typed:
            typed.append("third")
            session.note("t-picture", "third")

    desk.runs.listen(type_on)
    desk.runs.rewrite()

    assert desk.runs.owed() is None
    assert desk.runs.look(session.run.id).result().answers["t-picture"].note == "third"


def test_saved_is_not_said_while_something_before_it_is_on_no_disk(
    desk: Desk, places: Places, heard: Heard
) -> None:
    """Typed fast on a disk that fails for a moment: the second reached it, the first did not."""
    session = desk.runs.start("tiny", "all").result()
    session.note("t-picture", "first")
    heard.until(Saving.SAVED)
    with gone_for_a_moment(desk, places.data):
        session.note("t-picture", "second")
        session.answer("t-words", "third")
    kept = desk.runs.look(session.run.id).result().answers
    said = {heard.states.get().saving for _ in range(heard.states.qsize())}

    assert (kept["t-picture"].note, kept["t-words"].value) == ("first", "third")
    assert said == {Saving.ON_ITS_WAY, Saving.NOT_SAVED}
    assert desk.runs.is_behind
    desk.runs.retry(is_asked=False)
    heard.until(Saving.SAVED)
    assert desk.runs.look(session.run.id).result().answers["t-picture"].note == "second"
