"""A minimised window: the desktop shows a picture of it among the others, and never a new one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit

from tests.ui.gate.conftest import away
from tests.ui.hands import Hands, words
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window


class Watched(QObject):
    """Counts how often a window was taken from the desktop, and its picture with it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at what happens to the window."""
        self.times += event.type() is QEvent.Type.Hide and not event.spontaneous()
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("is_on_no_disk", [False, True])
def test_the_picture_of_a_minimised_window_goes_with_the_lock(
    window: Window, gate: Gate, hands: Hands, places: Places, is_on_no_disk: bool
) -> None:
    """Locked after ten minutes among the minimised ones it showed the note to who looked there."""
    if is_on_no_disk:
        places.data.rename(away(places))
    window.bridge.session.note("k-one", "What they told me")
    window.showMinimized()
    watched = Watched(window)

    gate.lock_now()

    assert watched.times
    assert window.isMinimized()
    window.showNormal()
    assert "What they told me" not in words(window)
    assert isinstance(window.focusWidget(), QLineEdit)
