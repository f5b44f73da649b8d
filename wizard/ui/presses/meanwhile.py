"""What somebody does while something is on its way that would take the window elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

ACTS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.Drop,
    }
)  # fmt: skip
"""What is done on purpose: a mouse that only moves does nothing."""


class Meanwhile(QObject):
    """Watches from when it is made until something is done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.has_acted = False
        """Whether somebody typed or pressed anything since it was made."""
        # The key or the press that asked for it still goes from part to part.
        QTimer.singleShot(0, self, self._watch)

    def _watch(self) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See what is done, and let it be."""
        if event.type() in ACTS:
            self.has_acted = True
            if (application := QCoreApplication.instance()) is not None:
                application.removeEventFilter(self)
        return False
