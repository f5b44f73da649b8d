"""The system ends the program: everything typed is saved first, whoever asks for the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.program import TOP
from tests.store.children import open_ground
from tests.ui import window_child
from tests.ui.hands import until
from tests.ui.login1 import Login1, login1
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui.ending import Ending

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are Linux's own ways")

WORDS = "the last words before the end"

CHILD = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.hands import Hands
from wizard.desk.places import Places
from wizard.ui import start
from wizard.ui.shell.window import Window
folder = Path(sys.argv[1])

def window():
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))

def begin():
    if not hasattr(window(), "more"):
        return
    looked.stop()
    window().start("tiny")
    typed.start()

def type_words():
    if not window().bridge.has_session:
        return
    typed.stop()
    window().go("k-second")
    hands = Hands(window())
    hands.tab_to("What does it say?")
    hands.write({WORDS!r})
    print("typed", flush=True)

application = start.make_application([])
start.make_application = lambda arguments: application
looked, typed = QTimer(interval=20), QTimer(interval=20)
looked.timeout.connect(begin)
typed.timeout.connect(type_words)
looked.start()
sys.exit(start.start(Places(folder / "data", folder / "content"), print))
"""


@pytest.fixture
def service(application: QApplication) -> Iterator[Login1]:
    """The login service, on a bus whose name is short enough for a socket."""
    with open_ground() as ground, login1(ground) as service:
        yield service


ENDS: dict[str, Callable[[subprocess.Popen[str], Login1], None]] = {
    "logout": lambda child, _service: child.send_signal(signal.SIGTERM),
    "terminal gone": lambda child, _service: child.send_signal(signal.SIGHUP),
    "shutdown": lambda _child, service: service.shut_down(True),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_was_typed_last_is_saved_when_the_session_ends(
    end: str, service: Login1, tmp_path: Path
) -> None:
    """Typed a moment ago and told to nobody: it must be on the disk when the program is gone."""
    window_child.prepare(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        stdout=subprocess.PIPE, text=True, cwd=TOP,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen",
             "DBUS_SYSTEM_BUS_ADDRESS": service.address},
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "typed\n"
        if end == "shutdown":
            until(lambda: service.is_held_back)
            service.shut_down(False)
        ENDS[end](child, service)
        until(lambda: child.poll() is not None)
    assert child.returncode == 0
    if end == "shutdown":
        assert not service.is_held_back, "the computer would still be waiting"

    desk = Desk(Places(tmp_path / "data", tmp_path / "content"))
    (card,) = desk.runs.list().result()
    assert desk.runs.look(card.id).result().answers["k-text"].value == WORDS
    desk.close()


class _Session:
    """What Qt hands over where the session speaks to it; there is none on this screen."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's own name
        """A person is there to be asked."""
        return True

    def release(self) -> None:
        """Others may ask now."""
        self.told.append("release")

    def cancel(self) -> None:
        """The session stays."""
        self.told.append("cancel")


@pytest.mark.parametrize(("closes", "told"), [(True, []), (False, ["release", "cancel"])])
def test_a_session_waits_for_what_could_not_be_saved(
    closes: bool, told: list[str], application: QApplication
) -> None:
    """Windows and macOS ask first: what is on no disk is a reason to stay."""
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    ending, session = Ending(lambda: closes, lambda: True), _Session()
    ending.commit(session)  # type: ignore[arg-type]
    signal.set_wakeup_fd(-1)
    for one, act in before.items():
        signal.signal(one, act)
    ending.deleteLater()

    assert session.told == told


def test_one_signal_asks_once(application: QApplication) -> None:
    """It was heard on each turn: what stayed for answers on no disk closed at the second."""
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    asked: list[str] = []

    def end() -> bool:
        asked.append("end")
        return False

    ending = Ending(lambda: False, end)
    os.kill(os.getpid(), signal.SIGTERM)
    until(lambda: bool(asked))
    for _ in range(5):
        QApplication.processEvents()
    signal.set_wakeup_fd(-1)
    for one, act in before.items():
        signal.signal(one, act)
    ending.deleteLater()

    assert asked == ["end"]
