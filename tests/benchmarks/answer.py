"""One answer saved: asked of the worker until it is on the disk."""

from __future__ import annotations

import itertools
import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.floors import answer as floor
from tests.benchmarks.pairs import Compared, alternate
from wizard.clock import SystemClock
from wizard.model.answers import Answer
from wizard.model.run import Run
from wizard.safe.canonical import digest
from wizard.safe.key import own_login_key
from wizard.store.worker import StoreWorker

SAVES = 200
"""Pairs; one save is a matter of a millisecond and hangs on the disk's mood."""

CONTENT = b"{}"
NOTE = "We talked it over on Tuesday and will look again after half term."


def compare(folder: Path) -> list[Compared]:
    """Measure both on the disk that ``folder`` is on."""
    clock = SystemClock()
    kept = folder / "answer"
    worker = StoreWorker(kept, own_login_key(kept), clock)
    worker.open().result()
    moment = datetime.now(UTC)
    run = Run("r", "before-posting", digest(CONTENT), moment, moment)
    worker.create(run, CONTENT, (0, 40)).result()
    plain = floor.opened(folder / "plain.db")
    numbers = itertools.count()

    def ours() -> float:
        number = next(numbers)
        answer = Answer(str(number), NOTE)
        question = f"question-{number % 40}"
        answers = run.answers.with_answer(question, answer)
        begun = time.perf_counter()
        worker.save(
            replace(run, answers=answers), frozenset((f"answer:{question}",)), (1, 40)
        ).result()
        return 1000 * (time.perf_counter() - begun)

    def bare() -> float:
        number = next(numbers)
        body = json.dumps({"value": str(number), "note": NOTE})
        begun = time.perf_counter()
        floor.save(plain, f"answer:question-{number % 40}", body, str(number))
        return 1000 * (time.perf_counter() - begun)

    pairs = alternate(ours, bare, SAVES)
    worker.close().result()
    plain.close()
    mine, theirs = zip(*pairs, strict=True)
    return [Compared("one answer saved", "ms", 1.5, 1.5, mine, theirs)]
