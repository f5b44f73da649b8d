"""What the tests have another program do at the window: type until killed, go through it all.

``python -m tests.ui.window_child ACT FOLDER [WORD]``.  FOLDER holds the answers (``data``)
and the content (``content``); what was done is said line by line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread
from time import sleep

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAccessible, QRasterWindow
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.store.child import say as tell
from tests.tiny import write_tiny
from tests.ui.hands import CTRL, Hands, Key, until
from tests.ui.kinds import JOURNEY, QUESTIONS
from wizard.desk.desk import Desk
from wizard.desk.paper.papers import PaperJob
from wizard.desk.places import Places
from wizard.model.answers import RiskRow
from wizard.ui import start
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.shell.window import Window
from wizard.words import say

SECOND = "In your own words"
DIGITS = 6
LONG = "words " * 200
ROUNDS = 12


def open_window(folder: Path) -> tuple[Desk, Window, Hands]:
    """Open the window on the answers in ``folder``, as a person's start does."""
    start.make_application([])
    desk = Desk(Places(folder / "data", folder / "content"))
    window = start.open_window(desk)
    return desk, window, Hands(window)


def replace_line(hands: Hands, text: str) -> None:
    """Write ``text`` in the place of what stands in the field with the focus, and leave it."""
    hands.press(Key.Key_A, CTRL)
    hands.write(text)
    hands.press(Key.Key_Tab)


def until_saved(window: Window) -> None:
    """Wait until the window says that what was just done is saved."""
    until(lambda: window.frame.footer.state.text() == say("ui.footer.saved"))


def write(folder: Path) -> None:
    """Write one number after the other and say each once the window says that it is saved."""
    desk, window, hands = open_window(folder)
    desk.ready.result()
    cards = desk.runs.list().result()
    if cards:
        window.open_run(cards[0].id)
        until(lambda: window.bridge.has_session)
        number = int(str(window.bridge.session.answers["k-line"].value or 0))
    else:
        number = 0
        window.start("tiny")
        hands.on_page("The post")
        window.go_on()
    # Where it was left, the program goes on by itself.
    hands.on_page(SECOND)
    while True:
        number += 1
        window.frame.footer.clear_state()
        hands.tab_to("What is it called?")
        replace_line(hands, f"{number:0{DIGITS}}")
        assert int(str(window.bridge.session.answers["k-line"].value or 0)) == number
        until_saved(window)
        tell(number)


def journey(folder: Path, word: str) -> None:
    """Go through a whole journey with ``word`` in its answers, notes and plans, and print it."""
    desk, window, hands = open_window(folder)
    hands.tab_to("Tiny")
    hands.press(Key.Key_Space)
    hands.on_page("The post")
    until(lambda: window.bridge.has_session)
    hands.press(Key.Key_2)
    session = window.bridge.session
    session.note("k-one", f"{word} in a note")
    until_saved(window)
    hands.press(Key.Key_Return, CTRL)
    hands.on_page(SECOND)
    hands.tab_to("What is it called?")
    replace_line(hands, f"{word} in a line")
    hands.tab_to("What does it say?")
    hands.write(f"{word} in a text")
    hands.press(Key.Key_E, CTRL)
    hands.on_page("Change this first")
    hands.tab_to("Who does it")
    hands.write(f"{word} in a plan")
    hands.press(Key.Key_Tab)
    until_saved(window)
    assert word in session.answers.action("k-one").who
    assert word in str(session.answers["k-text"].value)
    for reader in ("me", "slt"):
        window.show_preview(reader)
        window.leave_aside()
    save_paper(desk, window, folder / "asked for.pdf")
    look_for_a_file(window, hands)
    window.close()
    desk.close()
    tell("done")


def look_for_a_file(window: Window, hands: Hands) -> None:
    """Open the dialog that brings a file in, and give it up: Qt keeps a trail of such dialogs."""
    hands.press(Key.Key_O, CTRL)
    until(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    dialog.deleteLater()
    until(lambda: window.findChild(QFileDialog) is None)


def save_paper(desk: Desk, window: Window, path: Path) -> None:
    """Make the paper for oneself and wait until it is there and noted."""
    session = window.bridge.session
    report = desk.papers.compose(session.pack, session.run, desk.school.profile, "me")
    job = PaperJob(path, report)
    job.make()
    assert path.is_file()
    desk.papers.made(job).result(60)


def drag(folder: Path) -> None:
    """Start the program and close its window while something is being dragged out of it."""
    prepare(folder)

    def look() -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
        if not any(hasattr(one, "bridge") for one in windows):
            QTimer.singleShot(50, look)
            return
        QTimer.singleShot(100, windows[0], lambda: tell("closed") if windows[0].close() else None)
        # What Qt has while something is dragged: a picture that is a window, a loop of events.
        # Where there is no screen it drags nothing.
        picture = QRasterWindow()
        picture.show()
        QEventLoop().exec()

    def watch() -> None:
        # Nothing can be asked of Qt before the program has made its application.
        while (application := QApplication.instance()) is None:
            sleep(0.01)
        QTimer.singleShot(0, application, look)

    Thread(target=watch, daemon=True).start()
    sys.exit(start.start(Places(folder / "data", folder / "content"), print))


def hear(folder: Path) -> None:
    """Remove risks, each with a list open that a moment before, while somebody listens."""
    prepare(folder)
    _desk, window, hands = open_window(folder)
    window.start("tiny")
    hands.on_page("The post")
    until(lambda: window.bridge.has_session)
    window.go("k-second")
    QAccessible.setActive(True)
    for round_ in range(ROUNDS):
        rows = tuple(RiskRow(hazard=f"{round_} {place}") for place in range(4))
        window.bridge.session.answer("k-risks", rows)
        for _row in rows:
            first, second = hands.page.findChildren(Picker)[:2]
            for picker in (first, second):
                picker.showPopup()
                QApplication.processEvents()
                picker.hidePopup()
            gone = [first]
            first.destroyed.connect(gone.clear)
            buttons = hands.page.findChildren(LinkButton)
            next(one for one in buttons if one.text() == "Remove risk 1").click()
            sure = hands.page.findChildren(ForGoodButton)
            next(one for one in sure if "Remove risk 1" in one.accessibleName()).click()
            until(lambda gone=gone: not gone)  # type: ignore[misc]
    tell("done")


def look(folder: Path) -> None:
    """Ask what scrolls for a child that it had before it was hidden, as a screen reader does."""
    prepare(folder)
    _desk, window, hands = open_window(folder)
    QAccessible.setActive(True)
    window.start("tiny")
    hands.on_page("The post")
    for area in (window.frame.stage, window.frame.side):
        held = QAccessible.queryAccessibleInterface(area)
        many = held.childCount()
        area.hide()
        for place in (many - 1, many, many + 5, -1):
            held.child(place)
        area.show()
    tell("done")


def prepare(folder: Path) -> None:
    """Write the content that the acts work with."""
    write_tiny(folder / "content", questions=QUESTIONS, journey=JOURNEY)


ACTS = {"hear": hear, "look": look, "drag": drag}

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    elif sys.argv[1] in ACTS:
        ACTS[sys.argv[1]](Path(sys.argv[2]))
    else:
        journey(Path(sys.argv[2]), sys.argv[3])
