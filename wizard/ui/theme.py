"""Puts a look on: the shipped type, the palette and the one style sheet.

It lies on Fusion, for the platforms' own styles mix badly with a style sheet.  A style
sheet's sizes do not follow the application's font, so the sheet is made anew whenever
the text size changes.
"""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from wizard import paths
from wizard.ui.look import BASE_PIXELS, LIGHT, Colours, Look, contrast

FAMILY = "Source Sans 3"
_FACES = ("Regular", "SemiBold")

FUSION = ("-style", "Fusion")
"""What to tell the application as it is made.

Chosen later, Qt hands the style back, and naming it makes Python build 9 ms of names;
changed below a style sheet that is already on, it is what Qt does worst.
"""

HALF = 4.5
"""The contrast with white from which a surface counts as dark."""

_look = Look(LIGHT)


def look() -> Look:
    """Return the look that is on; parts that draw themselves ask here as they paint."""
    return _look


def base_pixels(application: QApplication) -> float:
    """Return the size of plain text at 100 %, never below what the system uses for its own.

    Source Sans 3 runs small, so it is set a quarter larger than the system's type.
    """
    font, screen = application.font(), application.primaryScreen()
    # Reckoned here, for Qt would load that type, which nothing is written in, only to say.
    inches = font.pointSizeF() / 72
    pixels = round(inches * screen.logicalDotsPerInchY()) if inches > 0 else font.pixelSize()
    return max(BASE_PIXELS, 1.25 * pixels)


def add_faces() -> None:
    """Register the faces the window uses, once, before a look is put on."""
    folder = paths.resources_folder() / "fonts"
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(folder / f"SourceSans3-{face}.ttf"))


def put_on(application: QApplication, new: Look) -> None:
    """Give the whole application a look.  Widgets made before are drawn anew by Qt."""
    global _look
    _look = new
    font = QFont(FAMILY)
    font.setPixelSize(new.text(1))
    if new.is_wide:
        # Between letters and between words, in ems: what WCAG 2.2 (1.4.12) asks room for.
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.12 * new.em)
        font.setWordSpacing(0.16 * new.em)
    application.setFont(font)
    application.setPalette(_palette(new))
    application.setStyleSheet(sheet(new))


def change(colours: Colours, scale: float, *, is_wide: bool = False) -> None:
    """Give the running application other colours, another text size or wider spacing."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    put_on(application, Look(colours, scale, _look.base, is_wide))


def sheet(new: Look) -> str:
    """Return the style sheet for a look."""
    return _rules().substitute(
        new.for_sheet(),
        icons=(paths.resources_folder() / "icons").as_posix(),
        shade="light" if contrast(new.colours.surface, "#ffffff") < HALF else "dark",
    )


@cache
def _rules() -> Template:
    """Return the rules of every look, read once: by the next look their file may be gone."""
    return Template((paths.resources_folder() / "styles" / "window.qss").read_text("utf-8"))


def _palette(new: Look) -> QPalette:
    c, role = new.colours, QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, c.ground), (role.Base, c.surface), (role.AlternateBase, c.soft),
        (role.Button, c.surface), (role.ToolTipBase, c.surface), (role.WindowText, c.ink),
        (role.Text, c.ink), (role.ButtonText, c.ink), (role.ToolTipText, c.ink),
        (role.PlaceholderText, c.quiet), (role.Highlight, c.accent), (role.Link, c.accent),
        (role.HighlightedText, c.on_accent), (role.Accent, c.accent),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    return palette
