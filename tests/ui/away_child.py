"""A locked-up window as a program of its own: ``python -m tests.ui.away_child FOLDER``.

It opens the answers, says ``open``, and once it is locked says what is left of them.
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress
from pathlib import Path

from apsw import Connection
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from tests.store.child import say as tell
from tests.ui.hands import Hands, until
from tests.ui.own_window import NOTE, PASSPHRASE, open_on
from wizard.model.run import Run
from wizard.session import Session
from wizard.store.lock import FolderLock
from wizard.store.worker import StoreWorker
from wizard.ui.gate.unlocking import Unlocking


def main(folder: Path) -> None:
    """Lock, unlock, type a note, wait to be locked, look around."""
    window, gate = open_on(folder)
    lock = window.bridge.desk.lock
    lock.choose(PASSPHRASE).result(60)
    gate.watch()
    window.start("tiny")
    Hands(window).on_page("The post")
    window.bridge.session.note("k-one", NOTE)
    tell("open")
    until(lambda: isinstance(window.centralWidget(), Unlocking))
    # A save that was under way is told once more, to a window that no longer listens.
    with suppress(AssertionError):
        until(lambda: not _held())
    FolderLock(folder / "data").release()
    words = [window.windowTitle()]
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel | QLineEdit):
            words.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            words.append(widget.toPlainText())
    left = {
        "state": lock.state.value,
        "keys": [name for name in vars(lock) if isinstance(vars(lock)[name], bytes)],
        "held": _held(),
        "words": "\n".join(words),
        "network": sorted(name for name in sys.modules if "QtNetwork" in name),
    }
    tell(json.dumps(left))


def _held() -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    holders = (StoreWorker, Connection, Session, Run)
    return sorted(type(one).__name__ for one in gc.get_objects() if isinstance(one, holders))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
