"""A window whose program is taken away: ``python -m tests.ui.gone_program_child ACT FOLDER``.

``lock`` says what stands in the window after Ctrl+L, ``share`` whether it closed at once on
answers that are kept nowhere.  The program is the copy of it that this runs in.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from tests.store.child import say as tell
from tests.ui.hands import CTRL, Hands, Key, until
from tests.ui.own_window import NOTE, PASSPHRASE, open_on

READY = 3_000
"""Milliseconds that somebody has the window open before the program goes."""


def main(act: str, folder: Path) -> None:
    """Open the answers, take the program away, and do what has to be done all the same."""
    window, gate = open_on(folder)
    if act == "lock":
        window.bridge.desk.lock.choose(PASSPHRASE).result(60)
        gate.watch()
    else:
        gate.share()
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    window.bridge.session.note("k-one", NOTE)
    until(lambda: not window.bridge.desk.runs.is_behind)
    waited = QTimer(singleShot=True, interval=READY)
    waited.start()
    until(lambda: not waited.isActive())
    here = Path.cwd()
    here.rename(here.with_name("gone"))
    if act == "lock":
        hands.press(Key.Key_L, CTRL)
        until(lambda: "are locked" in "".join(one.text() for one in window.findChildren(QLabel)))
        tell("locked" if NOTE not in repr(window.findChildren(QLabel)) else "open")
    else:
        tell("closed" if window.close() else "asked")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(sys.argv[1], Path(sys.argv[2]))
