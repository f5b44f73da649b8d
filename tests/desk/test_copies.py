"""The ways out of a bad day: back to a copy, and what is on screen saved elsewhere."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.refusing import refusing
from tests.store.copied import copies_once
from tests.store.stuck_disk import StuckDisk
from tests.tiny import write_tiny
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.errors import InputFault, OutputFault, StoreDamaged, StoreProblem
from wizard.safe.key import BACKUP_FOLDER, STORE_FILE
from wizard.session import Session

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WORDS = "t-words"

Opener = Callable[[], Desk]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Three questions and an empty folder for answers."""
    content = write_tiny(tmp_path / "content")
    return Places(tmp_path / "data", content, clock=FixedClock(MOMENT))


@pytest.fixture
def open_desk(places: Places) -> Iterator[Opener]:
    """Open desks on the same answers; whatever was opened is closed at the end."""
    made: list[Desk] = []

    def opener() -> Desk:
        for one in made:
            one.close()
        made[:] = [Desk(places)]
        return made[0]

    yield opener
    for one in made:
        one.close()


@pytest.fixture
def copied(open_desk: Opener, places: Places) -> Opener:
    """An answer was put down and copied, and another one since."""
    desk = open_desk()
    desk.runs.start("tiny", "all").result(60).answer(WORDS, "copied")
    desk = open_desk()
    copies_once(places.data)
    (card,) = desk.runs.list().result(60)
    desk.runs.open(card.id).result(60).note(WORDS, "since")
    desk.close()
    return open_desk


def only(desk: Desk) -> tuple[object, str]:
    """Return value and note of the one self-assessment there is, read from the store."""
    (card,) = desk.runs.list().result(60)
    answer = desk.runs.open(card.id).result(60).answers[WORDS]
    return answer.value, answer.note


def test_a_store_that_would_not_open_can_go_back_to_a_copy(copied: Opener, places: Places) -> None:
    """The sentence says "go back to the last good copy": here is how."""
    (places.data / STORE_FILE).write_bytes(b"")
    desk = copied()
    with pytest.raises(StoreDamaged):
        desk.ready.result(60)
    copy = copies_once(places.data)[0]

    desk.copies.restore(copy.name).result(60)

    assert only(desk) == ("copied", "since")
    assert (places.data / "answers-damaged-1.db").read_bytes() == b""


def test_going_back_takes_back_what_came_since(copied: Opener) -> None:
    """A person who deleted too much goes back on purpose; nothing newer sneaks in."""
    desk = copied()
    assert only(desk) == ("copied", "since")
    copy = desk.copies.list().result(60)[-1]

    desk.copies.restore(copy.name).result(60)

    assert only(desk) == ("copied", "")


def test_what_is_on_screen_and_not_saved_outlives_going_back(
    copied: Opener, places: Places
) -> None:
    """The file broke in mid-sitting: the copy comes back, with all that is on the screen."""
    desk = copied()
    (card,) = desk.runs.list().result(60)
    copy = desk.copies.list().result(60)[-1]
    session = desk.runs.open(card.id).result(60)
    new = desk.runs.start("tiny", "all").result(60)
    away = places.data.with_name("away")
    shutil.copytree(places.data, away)
    shutil.rmtree(places.data)
    session.answer(WORDS, "while it was broken")
    new.answer(WORDS, "begun while it was broken")
    assert desk.runs.list().exception(60) is not None
    shutil.copytree(away, places.data)
    (places.data / STORE_FILE).write_bytes(b"rubbish" * 1000)

    desk.copies.restore(copy.name).result(60)
    desk = copied()

    found = {desk.runs.open(one.id).result(60).answers[WORDS] for one in desk.runs.list().result()}
    assert {(answer.value, answer.note) for answer in found} == {
        ("while it was broken", "since"),
        ("begun while it was broken", ""),
    }


def test_what_is_tried_again_as_somebody_goes_back_outlives_it(
    copied: Opener, places: Places
) -> None:
    """Tried every two seconds, it found nothing to be saved into, and was refused for ever."""
    desk = copied()
    copy = desk.copies.list().result(60)[-1]
    new = desk.runs.start("tiny", "all").result(60)
    new.answer(WORDS, "kept")
    desk.runs.list().result(60)
    away = places.data.with_name("away")
    places.data.rename(away)
    new.answer(WORDS, "written while it was out")
    assert desk.runs.list().exception(60) is not None
    away.rename(places.data)
    disk = StuckDisk(desk.runs.list)
    going = desk.copies.restore(copy.name)
    desk.runs.retry()
    disk.let_go()
    going.result(60)
    desk.runs.list().result(60)
    desk.runs.retry()
    desk.runs.list().result(60)

    assert desk.runs.owed() is None
    kept = desk.runs.look(new.run.id).result(60)
    assert kept.answers[WORDS].value == "written while it was out"


def test_a_copy_that_is_damaged_too_changes_nothing(copied: Opener, places: Places) -> None:
    """The next older one can still be chosen, and the store is as it was."""
    desk = copied()
    copy = desk.copies.list().result(60)[-1]
    (places.data / "answers-backups" / copy.name).write_bytes(b"")

    with pytest.raises(StoreDamaged, match="damaged too"):
        desk.copies.restore(copy.name).result(60)
    with pytest.raises(InputFault, match="no copy named"):
        desk.copies.restore("../answers.db").result(60)

    assert only(desk) == ("copied", "since")


def test_what_is_on_screen_can_be_saved_elsewhere(copied: Opener, places: Places) -> None:
    """The disk is full or the folder gone: the words leave by another way, and come back."""
    desk = copied()
    (card,) = desk.runs.list().result(60)
    session = desk.runs.open(card.id).result(60)
    shutil.rmtree(places.data)
    session.answer(WORDS, "nowhere else")
    elsewhere = places.data.parent
    path = desk.copies.suggest(session, elsewhere)

    desk.copies.save_elsewhere(session, path)

    saved = json.loads(path.read_text("utf-8"))
    assert saved["answers"][WORDS]["value"] == "nowhere else"
    assert "21" in path.name
    assert desk.copies.suggest(session, elsewhere) != path
    with pytest.raises(OutputFault):
        desk.copies.save_elsewhere(session, elsewhere / "gone" / "x.json")


def gone_back_to_nothing(copied: Opener) -> tuple[Desk, Session]:
    """Write an hour of words, and go back to a copy from before that had nothing in it."""
    desk = copied()
    (card,) = desk.runs.list().result(60)
    desk.runs.erase(card.id).result(60)
    copied().ready.result(60)
    desk = copied()
    (empty, *_) = copies_once(desk.places.data)
    session = desk.runs.start("tiny", "newport").result(60)
    session.answer(WORDS, "an hour of words")
    assert not desk.runs.owed()
    desk.copies.restore(empty.name).result(60)
    assert desk.runs.list().result(60) == ()
    return desk, session


def test_what_was_gone_back_from_is_not_taken_away_by_keeping_nothing(copied: Opener) -> None:
    """The list was empty, and the copy that alone had an hour of words went unasked."""
    desk, _session = gone_back_to_nothing(copied)

    with pytest.raises(StoreProblem, match="A copy still holds answers"):
        desk.lock.keep_nothing().result(60)
    assert desk.copies.list().result(60)


def test_a_page_turned_of_what_a_copy_lacks_is_owed_by_nobody(copied: Opener) -> None:
    """Turned as somebody went back, it was refused for ever, and nothing locked any more."""
    desk, session = gone_back_to_nothing(copied)
    session.go("review")
    desk.runs.list().result(60)
    assert not desk.runs.owed()

    session.answer(WORDS, "and a word more")
    assert desk.runs.owed() is session


@pytest.mark.parametrize("many", [1, 1000])
def test_a_copy_that_can_not_be_looked_at_keeps_nobody_from_the_others(
    places: Places, open_desk: Opener, many: int
) -> None:
    """One bad spot in the folder of them, and no copy could be gone back to."""
    folder = places.data / BACKUP_FOLDER
    desk = open_desk()
    session = desk.runs.start("tiny", "newport").result(60)
    session.note(WORDS, "Monday")
    desk.close()
    whole = next(iter(folder.iterdir()))
    shutil.copy(whole, bad := folder / "answers-000000000000-20261101.db")
    desk = open_desk()
    with refusing(bad, 0, many):
        assert [one.name for one in desk.copies.list().result(60)] == [whole.name, bad.name]
        desk.copies.restore(whole.name).result(60)
    assert len(desk.runs.list().result(60)) == 1


def test_a_folder_of_copies_that_can_not_be_looked_into_keeps_nobody_out(
    places: Places, open_desk: Opener
) -> None:
    """Put back with somebody else's rights, it kept their owner from whole answers."""
    desk = open_desk()
    session = desk.runs.start("tiny", "newport").result(60)
    session.note(WORDS, "Monday")
    desk.close()
    with refusing(places.data / BACKUP_FOLDER, 0, 1000):
        desk = open_desk()
        assert len(desk.runs.list().result(60)) == 1
