"""What is put into the store comes out of it, in order, and in its own time."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store import samples
from tests.store.conftest import NewWorker
from tests.store.stuck_disk import StuckDisk
from wizard.errors import InputFault, StoreProblem
from wizard.model.answers import NO_ANSWER, NOBODY, Answers, Earlier
from wizard.model.run import RunCard
from wizard.safe.canonical import digest
from wizard.store.worker import StoreWorker


def test_everything_comes_back_after_a_restart(worker: StoreWorker, new_worker: NewWorker) -> None:
    """Nothing a person puts down may change on its way, odd letters included."""
    run = samples.full()
    worker.create(run, samples.CONTENT, (3, 4)).result(60)
    worker.close().result(60)

    again = new_worker()
    again.open().result(60)

    assert again.load("one").result(60) == run
    assert again.content(run.content).result(60) == samples.CONTENT
    (card,) = again.list().result(60)
    assert (card.title, card.answered, card.asked) == (run.title, 3, 4)
    assert card.finished == run.finished


def test_a_save_writes_what_changed_and_what_was_cleared(worker: StoreWorker) -> None:
    """Clearing an answer must clear it on the disk too."""
    run = samples.full()
    worker.create(run, samples.CONTENT, (3, 4)).result(60)
    answers = run.answers.with_answer("q2", NO_ANSWER).with_person("staff", NOBODY)
    run = samples.answered(replace(run, answers=answers, place="review"), "q5", "later")
    changed = frozenset({"answer:q2", "person:staff"}) | samples.both("q5")

    worker.save(run, changed, (3, 5)).result(60)

    assert worker.load("one").result(60) == run


def test_only_what_changed_is_written(worker: StoreWorker) -> None:
    """A save that does not name an item must not touch it: a blank never covers an answer."""
    run = samples.answered(samples.draft(), "q1", "kept")
    worker.create(run, samples.CONTENT, (1, 4)).result(60)

    worker.save(samples.draft(place="review"), frozenset(), (1, 4)).result(60)

    loaded = worker.load("one").result(60)
    assert loaded.place == "review"
    assert loaded.answers["q1"].note == "kept"


def test_the_list_follows_the_order_of_changes_not_the_clock(worker: StoreWorker) -> None:
    """A clock that went back must not hide what a person did last."""
    for run_id in ("a", "b", "c"):
        worker.create(samples.draft(run_id), samples.CONTENT, (0, 4)).result(60)
    early = samples.draft("a", changed=samples.START - timedelta(days=400))

    worker.save(early, frozenset(), (0, 4)).result(60)

    assert [card.id for card in worker.list().result(60)] == ["a", "c", "b"]


def test_nobody_waits(worker: StoreWorker) -> None:
    """A caller gets its future at once, however slow the disk; it is told on the store's thread."""
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
    threads = []
    run = samples.draft()
    disk = StuckDisk(worker.list)
    for number in range(50):
        run = samples.answered(run, "q1", str(number))
        saving = worker.save(run, samples.both("q1"), (1, 4))
    saving.add_done_callback(lambda _: threads.append(threading.current_thread().name))
    assert not saving.done()
    disk.let_go()

    worker.close().result(60)

    assert saving.done()
    assert threads == ["store"]


def test_closing_twice_is_one_closing(worker: StoreWorker, new_worker: NewWorker) -> None:
    """A window that closes while the program ends must not fail; nor one never opened."""
    assert worker.close() is worker.close()
    assert new_worker().close().result(60) is None
    with pytest.raises(RuntimeError):
        worker.list().result(60)


def test_everybody_hears_even_while_it_closes(new_worker: NewWorker) -> None:
    """A save that comes in while the window closes is done or refused, never left waiting."""
    for _ in range(20):
        worker = new_worker()
        worker.open().result(60)
        gate = threading.Barrier(3)
        asked: list[Future[tuple[RunCard, ...]]] = []

        def ask(
            worker: StoreWorker = worker,
            gate: threading.Barrier = gate,
            asked: list[Future[tuple[RunCard, ...]]] = asked,
        ) -> None:
            gate.wait()
            asked.extend(worker.list() for _ in range(20))

        threads = [threading.Thread(target=ask) for _ in range(2)]
        for thread in threads:
            thread.start()
        gate.wait()
        worker.close().result(60)
        for thread in threads:
            thread.join()
        assert len(asked) == 40
        for future in asked:
            assert future.exception(60) is None or isinstance(future.exception(), RuntimeError)


def test_a_deleted_self_assessment_is_not_brought_back_by_a_late_save(
    worker: StoreWorker,
) -> None:
    """A save that was on its way when somebody deleted must not leave half a thing."""
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
    worker.erase("one").result(60)

    with pytest.raises(StoreProblem, match="was deleted"):
        worker.save(samples.draft(), frozenset(), (0, 4)).result(60)

    assert worker.list().result(60) == ()


def test_an_unknown_id_is_said_in_words(worker: StoreWorker) -> None:
    """Commands take ids from people; a wrong one is their sentence, not our crash."""
    for asked in (worker.load("zz"), worker.erase("zz"), worker.content("zz")):
        with pytest.raises(InputFault):
            asked.result(60)


def test_a_failed_save_leaves_nothing_of_itself(worker: StoreWorker) -> None:
    """One transaction: an item that can not be written takes the others with it."""
    worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)
    run = samples.answered(samples.draft(place="review"), "q1", "words")

    with pytest.raises(ValueError, match="nothing that a self-assessment has"):
        worker.save(run, samples.both("q1") | {"weather:q1"}, (1, 4)).result(60)

    assert worker.load("one").result(60) == samples.draft()


def test_content_must_be_the_one_that_is_named(worker: StoreWorker) -> None:
    """An old self-assessment is drawn from its kept content; the wrong one would lie."""
    with pytest.raises(ValueError, match="not the one"):
        worker.create(samples.draft(), b"other", (0, 4)).result(60)


def test_answers_carried_to_newer_content_are_written_whole(worker: StoreWorker) -> None:
    """Content changes and nobody restarts: what is left of the old must not stay beside it."""
    old = samples.full()
    worker.create(old, samples.CONTENT, (3, 4)).result(60)
    newer = b'{"journey":"before-posting","edition":2}'
    answers = Answers(
        {"q9": old.answers["q1"]}, earlier={"q2": (Earlier("Which ones?", "Facebook", "a note"),)}
    )
    run = replace(old, content=digest(newer), answers=answers, finished=None)

    worker.renew(run, newer, (1, 5)).result(60)

    assert worker.load("one").result(60) == run
    assert worker.content(run.content).result(60) == newer


def test_an_id_that_is_taken_is_refused(worker: StoreWorker) -> None:
    """Bringing the same answers in twice must not cover what was answered since."""
    run = samples.full()
    worker.create(run, samples.CONTENT, (3, 4)).result(60)

    for _ in range(2):
        with pytest.raises(InputFault, match="already"):
            worker.create(samples.draft(), samples.CONTENT, (0, 4)).result(60)

    assert worker.load("one").result(60) == run


def test_a_title_with_half_a_letter_is_saved(worker: StoreWorker) -> None:
    """Windows lets people paste half an emoji; the answers beside it must still be kept."""
    worker.create(samples.draft(title="half \ud83d"), samples.CONTENT, (0, 4)).result(60)

    assert worker.load("one").result(60).title == "half ?"
