"""A window whose program is taken away: ``python -m tests.ui.gone_program_child ACT FOLDER``.

``lock`` says what stands in the window after Ctrl+L, on a page or ``lock-at-home``, and ``hide``
after F12; ``share`` whether it closed at once on answers that are kept nowhere, ``along`` whether
they can be taken along, ``refuse`` whether it closed on some that the disk refused; ``larger``
whether the page stands in larger letters.  The program is the copy of it that this runs in.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from tests.store.child import say as tell
from tests.ui.hands import CTRL, Hands, Key, until, words
from tests.ui.own_window import NOTE, PASSPHRASE, open_on
from wizard.exchange.carry_file import is_carried
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.shell.window import Window

READY = 3_000
"""Milliseconds that somebody has the window open before the program goes."""


def main(act: str, folder: Path) -> None:
    """Open the answers, take the program away, and do what has to be done all the same."""
    window, gate = open_on(folder)
    if act in ("lock", "lock-at-home"):
        window.bridge.desk.lock.choose(PASSPHRASE).result(60)
        gate.watch()
    elif act in ("share", "along"):
        gate.share()
    hands = Hands(window)
    if act != "lock-at-home":
        window.start("tiny")
        hands.on_page("The post")
        window.bridge.session.note("k-one", NOTE)
        until(lambda: not window.bridge.desk.runs.is_behind)
    if act == "larger":
        window.choose_size(125)
    waited = QTimer(singleShot=True, interval=READY)
    waited.start()
    until(lambda: not waited.isActive())
    here = Path.cwd()
    here.rename(here.with_name("gone"))
    if act in ("lock", "lock-at-home"):
        hands.press(Key.Key_L, CTRL)
        until(lambda: "are locked" in "".join(one.text() for one in window.findChildren(QLabel)))
        tell("locked" if NOTE not in repr(window.findChildren(QLabel)) else "open")
    elif act == "along":
        tell("saved" if is_carried(_taken(window, hands, folder)) else "lost")
    elif act == "hide":
        hands.press(Key.Key_F12)
        tell("hidden" if window.is_covered else "in sight")
    elif act == "larger":
        window.choose_size(150)
        tell("stands" if window.isVisible() and "have a picture?" in words(window) else "broken")
    else:
        if act == "refuse":
            (folder / "data").rename(folder / "away")
            window.bridge.session.note("k-one", f"{NOTE}, and another one")
        is_closed = window.close()
        is_told = any(one.text().startswith("Not closed") for one in window.findChildren(QLabel))
        tell("closed" if is_closed else "asked" if is_told else "silent")


def _taken(window: Window, hands: Hands, folder: Path) -> Path:
    """Take all along in a locked file."""
    window.more.show_everything()
    for label in ("Choose a passphrase for the file", "The passphrase of the file once more"):
        hands.tab_to(label)
        hands.write(PASSPHRASE)
    page, path = window.frame.stage.page, folder / "mine.answers"
    assert isinstance(page, EverythingPage)
    page.along.save(path)
    until(lambda: "Saved as" in words(window))
    return path


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(sys.argv[1], Path(sys.argv[2]))
