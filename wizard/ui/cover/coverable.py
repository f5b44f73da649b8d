"""A window whose whole inside can be taken out at once: from sight, and from what is read out.

Where something only lies over a page, the page is still in the accessibility tree, and
whoever hears the screen hears it.  So menus and page leave the window for a place that is
never shown, and what a screen reader already held of them leads nowhere any more.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget
from shiboken6 import isValid

from wizard.ui import accessible, parting


class _Behind:
    """What waits: its place, which knows the focus, the menus, what stands in it, and its title."""

    def __init__(self, place: QWidget, bar: QMenuBar, inside: QWidget | None, title: str) -> None:
        self.place, self.bar, self.inside, self.title = place, bar, inside, title


class Sheet(QWidget):
    """What stands in the place of all that is in the window."""

    is_for_all = True
    """Whether whoever sits there may lift it."""

    def tell_kept(self) -> None:
        """Say that the window did not close on what waits behind."""
        raise NotImplementedError


class Coverable(QMainWindow):
    """While it is covered, what is put into it and what it is called wait behind the sheet.

    ``lock_wanted`` tells that somebody pressed the keys of the lock at the sheet.
    """

    lock_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._behind: _Behind | None = None

    @property
    def is_covered(self) -> bool:
        """Whether a sheet stands in the place of all that is in the window."""
        return self._behind is not None

    @property
    def is_veiled(self) -> bool:
        """Whether what covers it asks for a passphrase."""
        return self.sheet is not None and not self.sheet.is_for_all

    @property
    def sheet(self) -> Sheet | None:
        """What covers it, if anything does."""
        sheet = super().centralWidget() if self.is_covered else None
        return sheet if isinstance(sheet, Sheet) else None

    def cover(self, sheet: Sheet, title: str) -> None:
        """Let only ``sheet`` stand in the window, under a plain ``title``."""
        if self.is_covered:
            # What waits behind the one before it waits behind this one.
            super().setCentralWidget(sheet)
            super().setWindowTitle(title)
            sheet.show()
            return
        was = self.windowTitle()
        super().setWindowTitle(title)
        # Now, and the title with it: while somebody hears the screen what follows takes a second.
        sheet.repaint()
        focus: QWidget | None = self.focusWidget()
        if focus is not None:
            # What is hidden hands the focus on, and that would be read out.
            focus.clearFocus()
        # A window of its own, that goes with this one and is never shown.
        place = QWidget(self, QtCore.Qt.WindowType.Window)
        bar, inside = self.menuBar(), super().centralWidget()
        parts = [part for part in (bar, inside) if part is not None]
        for part in parts:
            # Before, for a bar that scrolls is no part of a page out of sight any more.
            accessible.forget(part)
        if inside is not None:
            self.takeCentralWidget()
            inside.setParent(place)
        layout = self.layout()
        assert layout is not None
        # The window throws its bar away when it is given another; its layout does not.
        layout.setMenuBar(QMenuBar(self))
        bar.setParent(place)
        for part in parts:
            # And after, for what is being hidden tells that it is.
            accessible.forget(part)
        if focus is not None and isValid(focus):
            # Not of the screen: a page that is made anew behind the sheet finds it again.
            focus.setFocus()
        self._behind = _Behind(place, bar, inside, was)
        super().setCentralWidget(sheet)
        sheet.show()
        self._renew_picture()

    def uncover(self) -> None:
        """Bring back all that waits, as it has become meanwhile; the sheet goes."""
        behind, self._behind = self._behind, None
        assert behind is not None
        # Whoever asked for the focus behind the sheet has it now.
        focus: QWidget | None = behind.place.focusWidget()
        super().setMenuBar(behind.bar)
        behind.bar.show()
        if behind.inside is not None:
            super().setCentralWidget(behind.inside)
            behind.inside.show()
        super().setWindowTitle(behind.title)
        parting.let_go(behind.place)
        if focus is not None and isValid(focus):
            focus.setFocus()

    def paint_now(self) -> None:
        """Have on the screen what stands in the window: nothing is painted while one waits."""
        layout, inside = self.layout(), super().centralWidget()
        assert layout is not None
        assert inside is not None
        # Qt would show it as it next goes round.
        inside.show()
        layout.activate()
        self.repaint()
        self._renew_picture()

    def _renew_picture(self) -> None:
        """Have the desktop forget what it last saw of a window that it does not show.

        One that is minimised, or on another workspace, is not painted.
        """
        if self.isMinimized():
            self.hide()
            self.showMinimized()
        elif self.isVisible() and not self.windowHandle().isExposed():
            self.hide()
            self.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.show()
            self.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    def menuBar(self) -> QMenuBar:
        """Return the menus, wherever they are."""
        return self._behind.bar if self._behind is not None else super().menuBar()

    def centralWidget(self) -> QWidget | None:
        """Return what stands in the window, or waits behind the sheet."""
        return self._behind.inside if self._behind is not None else super().centralWidget()

    def setCentralWidget(self, widget: QWidget) -> None:
        """Put something into the window, or behind the sheet while that is on."""
        behind = self._behind
        if behind is None:
            if (before := self.takeCentralWidget()) is not None and before is not widget:
                # The window would take it away at once, and a dialog that stands open with it.
                before.setParent(self)
                parting.let_go(before)
            super().setCentralWidget(widget)
            return
        if behind.inside is not None and behind.inside is not widget:
            behind.inside.hide()
            parting.let_go(behind.inside)
        behind.inside = widget
        widget.setParent(behind.place)
        widget.show()

    def setWindowTitle(self, title: str) -> None:
        """Be called so, or once the sheet is gone."""
        if self._behind is None:
            super().setWindowTitle(title)
        else:
            self._behind.title = title
