"""Opens the window.  Only what home needs is imported before it is painted."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from wizard import paths
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui import accessible, settings, theme
from wizard.ui.bridge import Bridge
from wizard.ui.look import Look
from wizard.ui.shell.window import Window
from wizard.words import say

SIZE = (66, 46)
"""How large the window opens at first, in ems."""


def start(places: Places) -> int:
    """Open the window on these places and run until it is closed.  Returns the exit code.

    Raises ``StoreProblem`` if the key of the answers can not be had.
    """
    application = make_application(sys.argv[:1])
    desk = Desk(places)
    try:
        window = open_window(desk)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: window.follow_system())
        return application.exec()
    finally:
        desk.close()


def make_application(arguments: list[str]) -> QApplication:
    """Make the application and put the look on that was chosen last."""
    application = QApplication(arguments)
    application.setApplicationName(paths.APP)
    application.setApplicationDisplayName(say("ui.title"))
    application.setDesktopFileName(paths.APP)
    application.setWindowIcon(QIcon(str(paths.resources_folder() / "icons" / "program.svg")))
    accessible.install()
    base = theme.base_pixels(application)
    theme.prepare(application)
    theme.put_on(application, Look(settings.colours(), settings.text_size() / 100, base))
    return application


def open_window(desk: Desk) -> Window:
    """Open the window on home."""
    bridge = Bridge(desk)
    window = Window(bridge)
    bridge.setParent(window)
    bridge.when_done(desk.ready, lambda _none: None)
    if not window.restoreGeometry(settings.geometry()):
        look = theme.look()
        room = window.screen().availableGeometry().size()
        window.resize(look.gap(SIZE[0]), look.gap(SIZE[1]))
        window.resize(window.size().boundedTo(room))
    window.go_home()
    window.show()
    return window
