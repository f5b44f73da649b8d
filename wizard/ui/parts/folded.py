"""Something folded away until it is wanted: built when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import accessible, sight, tab_order, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import draw_panel
from wizard.ui.parts.text import Overline
from wizard.words import say


class FoldButton(LinkButton):
    """The button that opens and closes; ``turned`` says which after each.

    Not one of Qt's checkable buttons: those are check boxes to a screen reader.
    """

    turned = Signal(bool)

    def __init__(self, text: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "chevron-right", parent)
        if about:
            self.setAccessibleName(f"{text}, {about}")
        self._is_open = False
        self.setAccessibleDescription(say("ui.fold.closed"))
        self.clicked.connect(lambda: self.set_open(not self._is_open))

    @property
    def is_open(self) -> bool:
        """Whether what is folded beneath is in sight."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Open or close what is folded beneath."""
        if is_open == self._is_open:
            return
        self._is_open = is_open
        self.put_icon("chevron-down" if is_open else "chevron-right")
        self.setAccessibleDescription(say("ui.fold.open" if is_open else "ui.fold.closed"))
        self.turned.emit(is_open)


class Folded(QWidget):
    """The place under a fold button; ``build`` makes what stands in it, once.

    With a ``title`` it is a panel of its own: where several open below one row of buttons,
    nobody could tell else what belongs to which.
    """

    def __init__(
        self,
        button: FoldButton,
        build: Callable[[], QWidget],
        parent: QWidget | None = None,
        *,
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self.button = button
        """What opens and closes it."""
        self._build = build
        self._title = title
        self._inside: QWidget | None = None
        self._rows = QVBoxLayout(self)
        look = theme.look()
        aside, above = (look.gap(1), look.gap(0.75)) if title else (0, 0)
        self._rows.setContentsMargins(aside, above, aside, above)
        self._rows.setSpacing(look.gap(0.25))
        if title:
            self._rows.addWidget(Overline(title, self))
        self.hide()
        button.turned.connect(self._turn)
        # Only what somebody opened is brought into sight, not what a page opens by itself.
        button.clicked.connect(self._bring)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel it stands on, where it is one."""
        if self._title:
            draw_panel(self)

    def _bring(self) -> None:
        if self.button.is_open:
            sight.bring(self.button, self)

    def renew(self) -> None:
        """Make what stands in it anew, if it was made: something it says holds no more."""
        if self._inside is None:
            return
        self._rows.removeWidget(self._inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = None
        if self.button.is_open:
            self._fill()

    def _fill(self) -> None:
        self._inside = self._build()
        self._rows.addWidget(self._inside)
        tab_order.follow((self.button, self._inside))

    def _turn(self, is_open: bool) -> None:
        if is_open and self._inside is None:
            self._fill()
        self.setVisible(is_open)
        if is_open and self._inside is not None:
            accessible.announce(self, self._inside.accessibleName())
