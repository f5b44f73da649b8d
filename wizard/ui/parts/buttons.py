"""Buttons: the plain one, the one filled button of a page, and the quiet link."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from wizard.ui import icons, theme


class PlainButton(QPushButton):
    """A button with a border.  ``text`` is shown as it is, ``&`` too."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_plain(text), parent)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if icon:
            self.put_icon(icon)

    def say(self, text: str) -> None:
        """Show another text, to the eye and to a screen reader."""
        self.setText(_plain(text))
        self.setAccessibleName(text)

    def put_icon(self, name: str) -> None:
        """Show an icon of the set beside the words."""
        size = theme.look().text(1.125)
        self.setIconSize(QSize(round(size * icons.BESIDE), size))
        is_behind = name == "arrow-right"
        if is_behind:
            # What leads on points on: its arrow stands behind the words.
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icons.icon(name, self._icon_colour(), size, is_behind=is_behind))

    def _icon_colour(self) -> str:
        return theme.look().colours.ink


class PrimaryButton(PlainButton):
    """The one filled button: what most people want next."""

    def _icon_colour(self) -> str:
        return theme.look().colours.on_accent


class LinkButton(PlainButton):
    """A quiet button that looks like a link."""

    def _icon_colour(self) -> str:
        return theme.look().colours.accent


def _plain(text: str) -> str:
    return text.replace("&", "&&")
