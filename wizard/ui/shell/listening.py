"""Keeps the page in sight in its order for whoever hears it, whatever comes into it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from wizard.ui.reading_order import as_laid_out
from wizard.ui.shell.stage import Stage


class Listening(QObject):
    """Keeps the page in sight in order, whenever something came into it.

    Costs nothing while nobody listens to the accessibility tree.
    """

    def __init__(self, stage: Stage) -> None:
        # The stage is its parent and no more: a second hold on it would outlive a lock, with
        # all that was written there.
        super().__init__(stage)
        ground = stage.widget()
        if ground is not None:
            ground.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look again when something on the page wants to be laid out."""
        if event.type() == QEvent.Type.LayoutRequest and QAccessible.isActive():
            page = cast("Stage", self.parent()).page
            for part in (page, *page.findChildren(QWidget)) if page is not None else ():
                as_laid_out(part)
        return False
