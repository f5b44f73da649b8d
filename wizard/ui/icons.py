"""The icons: one open set (Lucide), coloured as they are drawn.

Qt's SVG renders ``currentColor`` black, so the colour is put into the text first.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wizard import paths


@lru_cache(maxsize=64)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return an icon of ``size`` pixels in a colour, sharp at the screen's ``ratio``."""
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(QColor("transparent"))
    drawn.setDevicePixelRatio(ratio)
    try:
        text = (paths.resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")
    except OSError:
        # The program's own files are gone: what it stands beside has to be said all the same.
        return drawn
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
    drawn.setDevicePixelRatio(1)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


BESIDE = 1.3
"""How much wider than high a button's icon is: the room between it and the words."""


def icon(name: str, colour: str, size: int, *, is_behind: bool = False) -> QtGui.QIcon:
    """Return an icon for a button, sharp on the sharpest screen there is.

    Qt puts icon and words close together, so the icon brings the room between them,
    on its right, or on its left where it stands behind the words.
    """
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    ratio = application.devicePixelRatio()
    drawn = QPixmap(QSize(round(size * BESIDE * ratio), round(size * ratio)))
    drawn.fill(QColor("transparent"))
    painter = QPainter(drawn)
    left = drawn.width() - round(size * ratio) if is_behind else 0
    painter.drawPixmap(left, 0, pixmap(name, colour, round(size * ratio)))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return QtGui.QIcon(drawn)
