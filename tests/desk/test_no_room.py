"""A full disk: "all that you wrote here" goes into the file, kept before or not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.locks import OLD
from tests.desk.no_room import no_room
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying, keeping
from wizard.desk.handover.left_behind import left_behind
from wizard.exchange.archive import read_archive
from wizard.exchange.carry_file import read_carried

Way = Callable[[Desk, Path], object]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a limit as POSIX has it")


def everything(desk: Desk, path: Path) -> object:
    """Save everything as one readable archive; return what is in it."""
    keeping.Gathering(desk).save(path)
    return [document for _shown, document in read_archive(path)]


def along(desk: Desk, path: Path) -> object:
    """Take all of it along in a locked file; return what is in it."""
    carrying.take(desk, path, OLD)
    return [document for _shown, document in read_carried(path, OLD)]


@pytest.mark.parametrize("way", [everything, along])
def test_what_the_disk_refused_from_the_first_answer_on_goes_along(
    staffroom: Desk, tmp_path: Path, way: Way
) -> None:
    """It is on no list yet: "Saved as" was said of a file without it, on a shared computer."""
    staffroom.runs.start("tiny", "all").result(60).note("t-words", "kept before")
    with no_room():
        staffroom.runs.start("tiny", "all").result(60).note("t-words", "refused by the disk")
        assert staffroom.runs.owed() is not None

    held = repr(way(staffroom, tmp_path / "mine"))

    assert "kept before" in held
    assert "refused by the disk" in held


@pytest.mark.parametrize("way", [everything, along])
def test_what_stands_in_the_window_alone_goes_along(
    temporary: Path, staffroom: Desk, tmp_path: Path, way: Way
) -> None:
    """Its folder was tidied away: closing led to the file to take along, and that was refused."""
    staffroom.runs.start("tiny", "all").result(60).note("t-words", "kept before")
    other = staffroom.runs.start("tiny", "all").result(60)
    assert staffroom.runs.owed() is None
    for folder in temporary.iterdir():
        shutil.rmtree(folder)
    other.note("t-words", "written since")
    assert staffroom.runs.owed() is other

    held = repr(way(staffroom, tmp_path / "mine"))

    assert "kept before" in held
    assert "written since" in held
    # What SLT decided could not be read: nobody can say that all of it is in the file.
    assert left_behind(staffroom)
