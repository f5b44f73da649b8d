"""What lies at a path whose disk says nothing: nobody waits for it for ever."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from wizard import there
from wizard.desk.places import Places
from wizard.desk.school.profile import SchoolDesk
from wizard.errors import InputFault


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk says something only once this is set."""
    monkeypatch.setattr(there, "PATIENCE", 0.05)
    event = Event()
    yield event
    event.set()


def test_a_disk_that_hangs_is_asked_once_and_waited_for_no_more(
    answers: Event, tmp_path: Path
) -> None:
    """Home, the lock and the cross stood still as long as a share did."""
    asked: list[Path] = []

    def look(path: Path) -> bool:
        asked.append(path)
        return answers.wait()

    assert there.soon(tmp_path, look, otherwise=False) is False
    assert there.soon(tmp_path, look, otherwise=False) is False
    assert asked == [tmp_path]


def test_what_a_look_brings_or_raises_comes_out(tmp_path: Path) -> None:
    """It is a look like any other, only that nobody waits for it."""
    assert there.soon(tmp_path, there.is_folder, otherwise=False)
    with pytest.raises(FileNotFoundError):
        there.soon(tmp_path / "gone", Path.stat, otherwise=None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_school_file_that_never_answers_is_told(answers: Event, tmp_path: Path) -> None:
    """Whoever unlocked, or went home, stood before a window that did nothing."""
    os.mkfifo(tmp_path / "school.yaml")

    with pytest.raises(InputFault, match="cannot be read"):
        _ = SchoolDesk(Places(tmp_path)).profile
