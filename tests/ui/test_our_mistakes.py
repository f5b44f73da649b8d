"""A mistake of ours in what a button does is told in the window: the log is read by nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.program import TOP

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from wizard.desk.places import Places
from wizard.ui import start

application = start.make_application([])
start.make_application = lambda arguments: application
places, told = Places(Path(sys.argv[1])), []

def fail():
    raise KeyError("what was written")

def look():
    window = next((one for one in application.topLevelWidgets() if hasattr(one, "bridge")), None)
    if window is None or not window.bridge.desk.ready.done():
        return
    sentence = window.frame.sentence
    if told:
        # Told again, somebody who hears the screen would hear of nothing else.
        window.frame.message.told.connect(lambda: print("twice", flush=True))
    if sentence and len(told) < 3:
        told.append(sentence)
        QTimer.singleShot(0, fail)
    elif sentence:
        print(sentence, flush=True)
        window.close()
    else:
        fail()

looked = QTimer(interval=50)
looked.timeout.connect(look)
looked.start()
sys.exit(start.start(places, print))
"""


def test_a_button_that_fails_by_our_mistake_says_so(tmp_path: Path) -> None:
    """Where the program's folder had been renewed, "Save PDF" did nothing, and nothing told it."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "data")],
        capture_output=True, text=True, timeout=60, check=False, cwd=TOP,
    )  # fmt: skip

    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stderr[-3000:]
    assert done.stdout.startswith("Something in the program went wrong. What you answered")
