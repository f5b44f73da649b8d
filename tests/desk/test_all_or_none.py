"""What a file holds comes in whole or not at all, so that nobody who asks again has it twice."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, keeping
from wizard.desk.places import Places
from wizard.errors import StoreProblem
from wizard.safe.key import STORE_FILE


def test_a_disk_that_fills_up_keeps_none_of_many(tmp_path: Path) -> None:
    """Some had come in and some not; brought in once more, the first ones stood there twice."""
    content = write_tiny(tmp_path / "content")
    desk = Desk(Places(tmp_path / "there", content))
    desk.ready.result(60)
    for number in range(12):
        desk.runs.start("tiny", "all").result(60).note("t-words", f"{number} " + "words " * 4000)
    path = tmp_path / "everything.zip"
    keeping.Gathering(desk).save(path)
    desk.close()

    home = Desk(Places(tmp_path / "home", content))
    home.ready.result(60)
    home.runs.start("tiny", "all").result(60).answer("t-words", "Mine")
    assert len(home.runs.list().result(60)) == 1
    # Limits on the size of a file are as a full disk, and hold for this program alone.
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = (tmp_path / "home" / STORE_FILE).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 120_000, room[1]))
    try:
        with pytest.raises(StoreProblem):
            bringing.bring_in(home, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
    left = len(home.runs.list().result(60))
    bringing.bring_in(home, path)
    after = len(home.runs.list().result(60))
    home.close()

    assert (left, after) == (1, 13)
