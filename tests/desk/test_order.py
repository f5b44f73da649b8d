"""Work on the store that overtakes other work: what is older never stands for what is newer."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from tests.desk.failing import gone_for_a_moment
from tests.store.stuck_disk import StuckDisk
from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.clock import FixedClock
from wizard.desk.assessment.out_there import OutThere
from wizard.desk.assessment.runs import Runs
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import InputFault
from wizard.model.answers import Answer
from wizard.model.run import Run
from wizard.pack.source import FolderSource
from wizard.safe.key import own_login_key
from wizard.store.worker import StoreWorker

RENAMED = {
    "questions": QUESTIONS.replace("t-words", "t-said"),
    "journey": JOURNEY.replace("t-words", "t-said"),
    "retired": "kind\tid\tbecame\tin\ttext\nquestion\tt-words\tt-said\t2\tWhat?\n",
}

ACTS = ("write", "write", "write", "take away", "bring back", "delete", "open", "open")


class Store(StoreWorker):
    """Tells when somebody has asked for a self-assessment."""

    is_asked: Event

    def load(self, run_id: str) -> Future[Run]:
        """As any store."""
        work = super().load(run_id)
        self.is_asked.set()
        return work


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Tiny content and an empty data folder."""
    content = write_tiny(tmp_path / "content")
    clock = FixedClock(datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    return Places(tmp_path / "data", content, None, clock)


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    """An open store."""
    places.data.mkdir()
    store = Store(places.data, own_login_key(places.data), places.clock)
    store.is_asked = Event()
    store.open().result()
    yield store
    store.close().result()


def test_what_is_saved_at_last_as_it_is_opened_again_is_there(places: Places, store: Store) -> None:
    """It was read, then saved, and then taken for saved already: older words came on screen."""
    runs = Runs(store, FolderSource(places.content), SchoolDesk(places), places.clock)
    session = runs.start("tiny", "all").result()
    session.answer("t-words", "first")
    assert runs.owed() is None
    away = places.data.rename(places.data.with_name("away"))
    session.answer("t-words", "second")
    assert runs.owed() is session
    away.rename(places.data)

    disk = StuckDisk(store.copies)
    store.is_asked.clear()
    opening = runs.open(session.run.id)
    store.is_asked.wait()
    runs.retry(is_asked=False)
    disk.let_go()

    assert opening.result().answers["t-words"].value == "second"
    runs.close()


def test_answers_under_newer_questions_are_saved_whole_or_not_at_all(places: Places) -> None:
    """The disk refused them once: the next word alone was saved, beside the newer questions."""
    desk = Desk(places)
    desk.ready.result()
    old = desk.runs.start("tiny", "all").result()
    old.answer("t-words", "first")
    desk.close()
    write_tiny(places.content, **RENAMED)
    desk = Desk(places)
    other = desk.runs.start("tiny", "all").result()
    other.answer("t-picture", "no")
    session = desk.runs.open(old.run.id).result()
    assert desk.runs.owed() is None
    with gone_for_a_moment(desk, places.data):
        session.answer("t-picture", "yes")
        session.answer("t-faces", "no")
    desk.runs.look(old.run.id).result()
    desk.close()
    desk = Desk(places)
    answers = desk.runs.open(old.run.id).result().answers
    desk.close()

    assert answers["t-said"] == Answer("first")


def test_a_file_that_is_written_while_others_are_looked_at_stops_nobody(tmp_path: Path) -> None:
    """The window could not say what would be left behind, and closed the second time unasked."""
    files, paths = OutThere(), [tmp_path / str(number) for number in range(200)]
    for path in paths[:100]:
        path.write_bytes(b"")
        files.wrote(path, [path.name])
    with ThreadPoolExecutor(max_workers=1) as beside:
        looking = beside.submit(lambda: files.marks)
        for path in paths[100:]:
            files.wrote(path, [path.name])

    assert looking.result() >= {path.name for path in paths[:100]}


@pytest.mark.parametrize("seed", range(24))
def test_what_is_opened_is_what_was_written_last_whatever_the_disk_does(
    places: Places, seed: int
) -> None:
    """In any order: written, refused, tried again, opened again, deleted."""
    chance, away, last = random.Random(seed), places.data.with_name("away"), dict[str, str]()
    desk = Desk(places)
    desk.ready.result()
    sessions = {one.run.id: one for one in (desk.runs.start("tiny", "all").result() for _ in "ab")}
    for number in range(40):
        act, run_id = chance.choice(ACTS), chance.choice(list(sessions))
        if act == "write" or run_id not in last:
            last[run_id] = str(number)
            sessions[run_id].answer("t-words", last[run_id])
        elif act == "take away" and not away.exists():
            places.data.rename(away)
        elif act == "bring back" and away.exists():
            away.rename(places.data)
        elif act == "delete" and not (away.exists() or desk.runs.erase(run_id).exception()):
            del last[run_id], sessions[run_id]
            other = desk.runs.start("tiny", "all").result()
            sessions[other.run.id] = other
        elif act == "open":
            opening = desk.runs.open(run_id)
            desk.runs.retry()
            if isinstance(opening.exception(), InputFault):
                # The disk refused to make it so far, and does so no more: it is being made now.
                continue
            sessions[run_id] = opening.result()
            assert sessions[run_id].answers["t-words"].value == last[run_id]
    if away.exists():
        away.rename(places.data)
    while desk.runs.owed() is not None:
        desk.runs.retry()
    kept = {one.id: desk.runs.look(one.id).result() for one in desk.runs.list().result()}
    desk.close()

    assert {one: run.answers["t-words"].value for one, run in kept.items()} == last
