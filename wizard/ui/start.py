"""Opens the window.  Only what home needs is imported before it is painted."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from wizard import paths
from wizard.desk import front
from wizard.desk.places import Places
from wizard.errors import OutputFault, Problem
from wizard.ui import display, settings, theme, translator
from wizard.ui.doorbell import Doorbell, is_locked, ring
from wizard.ui.look import Look
from wizard.ui.shell.window import Window
from wizard.words import FALLBACK, say, spoken, use

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.desk.desk import Desk
    from wizard.desk.front import Front
    from wizard.ui.gate.gate import Gate

SIZE = (66, 46)
"""How large the window opens at first, in ems."""

TITLE_BAR = 2.5
"""The room for the bar that the system puts above a window, in ems."""


def start(places: Places, tell: Callable[[object], None]) -> int:
    """Open the window on these places and run until it is closed.

    Returns the exit code: 1 where the answers could not be had, and the window said so.
    Where a window is open on them already, that one comes forward instead; if it stands on
    another screen the terminal is told, by ``tell``, and a window here.  Raises ``OutputFault``
    where there is no screen.
    """
    if not display.is_there():
        raise OutputFault(say("errors.no-screen"))
    was_locked, elsewhere = is_locked(places.data), ""
    _speak_as_chosen()
    try:
        if was_locked and ring(places.data):
            return 0
    except OutputFault as fault:
        elsewhere = str(fault)
    application = make_application(sys.argv[:1])
    window = Window()
    place(window)
    window.begin(None if elsewhere else front_of(places))
    gates: list[Gate] = []
    bells: list[Doorbell] = []

    def open_desk() -> None:
        nonlocal elsewhere
        if elsewhere:
            _only_say(window, elsewhere, tell)
            return
        bells.append(bell := Doorbell(places.data, window))
        bell.rung.connect(lambda: _come_forward(window))
        try:
            if not (bell.is_held or was_locked) and ring(places.data):
                # Both were started at once, and the other one came first.
                window.close()
                return
        except OutputFault as fault:
            elsewhere = str(fault)
            _only_say(window, elsewhere, tell)
            return
        # What lies behind the window is imported while it is already on the screen.
        from wizard.ui.ending import Ending
        from wizard.ui.gate.gate import Gate
        from wizard.ui.untold import Untold

        Ending(window.close, window.end, window)
        Untold(window.tell_our_mistake, window)
        show_icon(application)
        window.follow_system()
        gates.append(Gate(window, places))
        gates[0].begin()
        # From here on rubbish is looked for (``main`` stopped that), but not in what is here.
        gc.freeze()
        gc.enable()

    window.seen.connect(open_desk)
    # Qt waits for the last window, and the picture of what is being dragged is one, too: the
    # program would stay with the answers, unseen, and keep out every further start.
    window.closed.connect(application.exit)
    window.show()
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: window.follow_system())
    try:
        code = application.exec()
    finally:
        for gate in gates:
            gate.close()
        for bell in bells:
            bell.take_down()
    return 1 if elsewhere or any(gate.is_refused for gate in gates) else code


def front_of(places: Places) -> Front | None:
    """Return what home shows at once, or None where something must be asked or told first."""
    try:
        found = front.look(places)
    except Problem:
        # Whoever opens the desk meets it again, and tells it.
        return None
    if found is None:
        return None
    name = settings.name_of_school(front.school_mark(places))
    return found._replace(school=name) if name is not None else None


def _only_say(window: Window, sentence: str, tell: Callable[[object], None]) -> None:
    from wizard.ui.shell.refusal import say_why

    tell(sentence)
    say_why(window, sentence)


def _come_forward(window: Window) -> None:
    window.setWindowState(window.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()


def _speak_as_chosen() -> None:
    """Speak the language chosen in the window, unless the command named one."""
    chosen, now = settings.language(), spoken()
    if chosen == FALLBACK or now.language != FALLBACK:
        return
    if chosen in {one.id for one in now.known}:
        use(now.in_language(chosen))


def make_application(arguments: list[str]) -> QApplication:
    """Make the application and put the look on that was chosen last."""
    application = QApplication([*(arguments or [paths.APP]), *theme.FUSION])
    application.setApplicationName(paths.APP)
    # No display name: Qt would write it behind every title, the plain one of what is hidden too.
    application.setDesktopFileName(paths.APP)
    translator.listen(application)
    settings.leave_no_trail()
    base = theme.base_pixels(application)
    theme.add_faces()
    scale, is_wide = settings.text_size() / 100, settings.is_wide()
    theme.put_on(application, Look(settings.first_colours(), scale, base, is_wide))
    return application


def show_icon(application: QApplication) -> None:
    """Give the program its icon.  What reads it is loaded for that, so it comes second."""
    from PySide6.QtGui import QIcon

    application.setWindowIcon(QIcon(str(paths.resources_folder() / "icons" / "program.svg")))


def open_window(desk: Desk) -> Window:
    """Open the window on home, at once and whole."""
    from wizard.ui.gate.gate import Gate

    window = Window()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    show_icon(application)
    place(window)
    Gate(window, desk.places).take(desk)
    window.show()
    return window


def place(window: Window) -> None:
    """Put the window where it was last, or in a good size on the screen it is on."""
    if window.restoreGeometry(settings.geometry()):
        return
    look = theme.look()
    window.resize(look.gap(SIZE[0]), look.gap(SIZE[1]))
    room = window.screen().availableGeometry().size()
    # On a low screen the bar with the title would push the way on below its edge.
    room.setHeight(room.height() - look.gap(TITLE_BAR))
    window.resize(window.size().boundedTo(room))
