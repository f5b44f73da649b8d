"""What our own program put on the clipboard goes with the lock, whoever had the focus."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.program import TOP

CHILD = """
from PySide6.QtGui import QGuiApplication
from wizard.ui.gate.clippings import Clippings

application = QGuiApplication([])
clippings = Clippings(application)
clipboard = application.clipboard()
clipboard.setText("What they told me")
application.processEvents()
assert QGuiApplication.focusWindow() is None
clippings.take_back()
print(repr(clipboard.text()))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """A screen with no window on it."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        yield f":{told.readline().strip()}"
    screen.terminate()
    screen.wait()


def test_what_was_copied_for_a_reader_with_the_focus_elsewhere_is_taken_back(display: str) -> None:
    """A screen reader copied out of a note while another window had the focus; it stayed."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        env=os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "''\n"
