"""One number after the other, each in two places: what half a save would not hold alike."""

from __future__ import annotations

from tests.store import samples
from wizard.model.run import Run


def put(run: Run, number: int, words: int) -> tuple[Run, frozenset[str]]:
    """Return ``run`` with the number in it, followed by so many words, and what that changed."""
    twin = _twin(number)
    run = samples.answered(run, "q0", str(number))
    run = samples.answered(run, twin, f"{number} " + "words " * words)
    return run, samples.both("q0") | samples.both(twin)


def found(run: Run) -> int:
    """Return the number in a run, 0 where there is none; fail if only half of it is there."""
    number = int(run.answers["q0"].note or 0)
    if number:
        twin = _twin(number)
        for words in (run.answers[twin].note, run.answers.action(twin).who):
            assert words.split()[0] == str(number), "half a save"
        assert run.answers.action("q0").who == str(number), "half a save"
    return number


def _twin(number: int) -> str:
    return f"q{1 + number % 9}"
