"""Started twice, asked to end: one window, and nothing lost."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.ui.hands import until
from wizard.errors import OutputFault
from wizard.store.lock import LOCK_FILE
from wizard.ui import doorbell, settings
from wizard.ui.doorbell import Doorbell, ring

ROOT = Path(__file__).parents[2]


def _command(data: Path) -> list[str]:
    return [sys.executable, str(ROOT / "app.py"), "--data", str(data)]


def test_a_second_start_rings_at_the_first(application: object, tmp_path: Path) -> None:
    """Whoever forgot the open window gets it back, not a second one that can not save."""
    assert not ring(tmp_path)
    bell = Doorbell(tmp_path)
    heard: list[bool] = []
    bell.rung.connect(lambda: heard.append(True))

    with ThreadPoolExecutor() as elsewhere:
        rung = elsewhere.submit(ring, tmp_path)
        until(rung.done)
    assert rung.result()
    until(lambda: bool(heard))
    assert not ring(tmp_path / "other")
    bell.take_down()
    assert not ring(tmp_path)


def test_a_window_on_another_screen_does_not_come_forward_unseen(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second start at another screen of the login ended, and whoever sat there saw nothing."""
    heard: list[bool] = []
    monkeypatch.setenv("DISPLAY", ":7")
    bell = Doorbell(tmp_path)
    bell.rung.connect(lambda: heard.append(True))

    def rung_on(screen: str) -> Future[bool]:
        monkeypatch.setenv("DISPLAY", screen)
        with ThreadPoolExecutor() as elsewhere:
            rung = elsewhere.submit(ring, tmp_path)
            until(rung.done)
        return rung

    with pytest.raises(OutputFault, match="another screen"):
        rung_on(":8").result()
    assert not heard
    assert rung_on(":7.0").result()
    until(lambda: bool(heard))
    bell.take_down()


def test_whoever_starts_at_another_screen_is_told_there(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the terminal at once, and in a window that says nothing else."""
    command, told = _command(tmp_path / "data"), subprocess.PIPE
    monkeypatch.setenv("DISPLAY", ":7")
    with subprocess.Popen(command) as first:
        try:
            until(lambda: (tmp_path / "data" / LOCK_FILE).exists())
            monkeypatch.setenv("DISPLAY", ":8")
            with subprocess.Popen(command, stderr=told, text=True) as second:
                assert second.stderr is not None
                assert any("open on another screen" in line for line in second.stderr)
                assert second.poll() is None
                second.kill()
        finally:
            first.kill()


@pytest.mark.skipif(os.name != "posix", reason="a link needs rights elsewhere")
def test_a_folder_under_two_names_has_one_window(application: object, tmp_path: Path) -> None:
    """A link on the desktop to the folder of answers opened a second window that can not save."""
    data, link = tmp_path / "data", tmp_path / "link"
    data.mkdir()
    link.symlink_to(data)
    bell = Doorbell(data)

    with ThreadPoolExecutor() as elsewhere:
        rung = elsewhere.submit(ring, link)
        until(rung.done)
    assert rung.result()
    bell.take_down()


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize("is_there", [False, True])
def test_what_the_window_remembers_is_for_this_user_alone(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    """Another login could read in which folder the last paper lies, and when the window opened."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    if is_there:
        # As Qt makes it, where the first thing to be remembered is not the window's lock.
        settings.keep_text_size(100)
    Doorbell(tmp_path / "data").take_down()

    assert stat.S_IMODE(settings.folder().stat().st_mode) == 0o700


def test_where_nothing_can_be_remembered_a_window_opens(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A login whose folder for settings can not be made got no window and no word."""
    (tmp_path / "taken").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "taken"))

    assert not ring(tmp_path)
    Doorbell(tmp_path).take_down()


def test_who_does_not_answer_keeps_nobody_out(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that a crash left went to another program's number: no window came, and no word."""
    monkeypatch.setattr(doorbell, "PATIENCE", 0.1)
    bell = Doorbell(tmp_path)

    # Nobody goes round for the bell, as in a window that hangs.
    assert not ring(tmp_path)
    bell.take_down()


def test_a_profile_that_was_moved_here_waits_for_no_window_of_there(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window was open as it was copied: each start on the new computer waited, for good."""
    monkeypatch.setattr(doorbell, "PATIENCE", 0.1)
    Doorbell(tmp_path).take_down()
    (bell,) = settings.folder().glob("*.bell")
    bell.with_suffix(".lock").write_text("4242\npython\nold-laptop\nhere\nthen\n")

    assert not ring(tmp_path)
    first = Doorbell(tmp_path)
    assert first.is_held
    first.take_down()


def test_who_starts_it_again_as_it_closes_waits_no_longer_than_that(
    application: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With many answers a copy of them takes a while: for ten seconds there was no window."""
    monkeypatch.setattr(doorbell, "PATIENCE", 60.0)
    bell = Doorbell(tmp_path)

    with ThreadPoolExecutor() as elsewhere:
        began, rung = time.monotonic(), elsewhere.submit(ring, tmp_path)
        while not any(path.read_bytes() for path in settings.folder().glob("*.bell")):
            pass
        # Its window is gone by then, and nobody goes round for the bell any more.
        bell.take_down()
        assert not rung.result()
    assert time.monotonic() - began < doorbell.PATIENCE


def test_the_second_program_ends_and_the_first_ends_when_asked(
    application: object, tmp_path: Path
) -> None:
    """The program as a person and the system meet it: started twice, then logged out."""
    first = subprocess.Popen(_command(tmp_path / "data"), stderr=subprocess.PIPE)
    try:
        until(lambda: any(settings.folder().glob("window-*.bell")))
        second = subprocess.run(_command(tmp_path / "data"), timeout=60, check=False)
        assert second.returncode == 0
        # Its window is painted before it listens to the system; by now it is behind it.
        until(lambda: (tmp_path / "data" / LOCK_FILE).exists())
        first.send_signal(signal.SIGTERM)
        _, said = first.communicate(timeout=60)
    finally:
        first.kill()

    assert first.returncode == 0
    assert b"Traceback" not in said


def test_of_two_started_at_once_one_window_stays(application: object, tmp_path: Path) -> None:
    """Who clicks twice because nothing is to be seen yet got two windows, one of them useless."""
    both = [subprocess.Popen(_command(tmp_path / "data")) for _ in range(2)]
    try:
        until(lambda: any(one.poll() is not None for one in both))
        left = next(one for one in both if one.poll() is None)
        until(lambda: (tmp_path / "data" / LOCK_FILE).exists())
        left.send_signal(signal.SIGTERM)
        left.wait(timeout=60)
    finally:
        for one in both:
            one.kill()

    assert [one.returncode for one in both] == [0, 0]
