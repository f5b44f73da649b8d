"""The day that a paper is of is the one that stands on it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.hands import until, words
from wizard.desk.desk import Desk
from wizard.desk.paper.papers import PaperJob
from wizard.session import Session
from wizard.ui.shell.window import Window


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A place where it is the next day already."""
    monkeypatch.setenv("TZ", "There-20")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_paper_that_comes_back_is_of_the_day_that_stands_on_it(
    outcome: Session, window: Window, desk: Desk, tmp_path: Path, elsewhere: None
) -> None:
    """Finished half an hour after midnight, in summer, it was said to be of the day before."""
    path = tmp_path / "for SLT.pdf"
    PaperJob(
        path, desk.papers.compose(outcome.pack, outcome.run, desk.school.profile, "slt")
    ).make()
    window.more.take_in(path)
    until(lambda: "Fingerprint" in words(window))

    assert "22 November 2026" in words(window)
    assert "21 November 2026" not in words(window)
