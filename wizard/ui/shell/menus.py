"""The menus: everything the window can do, each with its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from wizard.ui import settings
from wizard.words import say, spoken

if TYPE_CHECKING:
    from typing import Protocol

    from PySide6.QtWidgets import QMainWindow, QMenu

    from wizard.ui.shell.more import More

    class Acts(Protocol):
        """What the window offers to its menus; ``more`` once the desk is open."""

        more: More

        def go_home(self) -> None:
            """Show home."""

        def go_on(self) -> None:
            """Show the next page."""

        def go_back(self) -> None:
            """Show the page before."""

        def go(self, place: str) -> None:
            """Show a section, the review or the outcome."""

        def undo(self) -> None:
            """Take back the last act."""

        def redo(self) -> None:
            """Bring back what was taken back last."""

        def show_school(self) -> None:
            """Show the school's profile."""

        def show_help(self, *, about: bool = False) -> None:
            """Show guides, glossary and search, or what is ``about`` the page in sight."""

        def choose_size(self, percent: int) -> None:
            """Change the size of text."""

        def choose_theme(self, name: str) -> None:
            """Change the colours."""

        def close(self) -> bool:
            """Close the window."""


BAR = ("file", "edit", "view", "help")
"""The menus in the bar, in their order; within a journey ``go`` stands before ``view``."""


class Menus:
    """Makes the menus of a window.  ``keys`` lists what has a key, for the sheet of keys.

    At first only the titles seen at home stand in the bar: keys and lines take as long to make as
    all of home, so they come by ``fill`` once the window is on the screen.
    """

    def __init__(self, window: QMainWindow, acts: Acts) -> None:
        self._window, self._acts = window, acts
        self.keys: list[tuple[str, str]] = []
        self._lines: list[QtGui.QAction] = []
        self._in_journey: list[QtGui.QAction] = []
        self._to_guides: list[QtGui.QAction] = []
        bar = window.menuBar()
        self._bar = {name: bar.addMenu(say(f"ui.menu.{name}")) for name in BAR}
        self._is_filled = False

    def fill(self) -> None:
        """Put every line into the menus, with its keys; a second time nothing happens."""
        if self._is_filled:
            return
        self._is_filled = True
        bar, acts = self._window.menuBar(), self._acts
        self._go = QtWidgets.QMenu(say("ui.menu.go"), bar)
        self._go.menuAction().setVisible(False)
        bar.insertMenu(self._bar["view"].menuAction(), self._go)
        self._fill_file(self._bar["file"], acts)
        self._fill_edit(self._bar["edit"], acts)
        self._fill_go(self._go, acts)
        self._fill_view(self._bar["view"], acts)
        self._fill_help(self._bar["help"], acts)

    def _fill_file(self, file: QMenu, acts: Acts) -> None:
        from wizard.ui.shell.keys import LOCK_KEYS, QUIT_KEYS

        self._add(file, "home", acts.go_home, "Alt+Home")
        self._add(file, "school", acts.show_school)
        file.addSeparator()
        self._add(file, "blanks", lambda: acts.more.papers.show_blanks(), "Ctrl+P")
        self._add(file, "paper", lambda: acts.more.papers.ask_which(), "Ctrl+Shift+O")
        self._add(file, "entry", lambda: acts.more.papers.show_entry(), "Ctrl+Shift+E")
        file.addSeparator()
        self._add(file, "bring", lambda: acts.more.bring_in(), "Ctrl+O")
        self._add(file, "everything", lambda: acts.more.show_everything())
        self._add(file, "copies", lambda: acts.more.show_copies())
        file.addSeparator()
        self._add(file, "computer", lambda: acts.more.show_computer())
        self._add(file, "lock", lambda: acts.more.lock(), LOCK_KEYS)
        file.addSeparator()
        self._add(file, "quit", acts.close, QUIT_KEYS)

    def _fill_edit(self, edit: QMenu, acts: Acts) -> None:
        self._add(edit, "undo", acts.undo, "Ctrl+Z", journey=True)
        self._add(edit, "redo", acts.redo, "Ctrl+Shift+Z", "Ctrl+Y", journey=True)
        self._add(edit, "search", acts.show_help, "Ctrl+F")

    def _fill_go(self, go: QMenu, acts: Acts) -> None:
        self._add(go, "on", acts.go_on, "Ctrl+Return", journey=True)
        self._add(go, "back", acts.go_back, "Alt+Left", journey=True)
        self._add(go, "review", lambda: acts.go("review"), "Ctrl+R", journey=True)
        self._add(go, "outcome", lambda: acts.go("outcome"), "Ctrl+E", journey=True)

    def _fill_view(self, view: QMenu, acts: Acts) -> None:
        from wizard.ui.shell.keys import HIDE_KEYS

        self._add(view, "larger", lambda: acts.choose_size(_next_size(1)), "Ctrl++")
        self._add(view, "smaller", lambda: acts.choose_size(_next_size(-1)), "Ctrl+-")
        self._choices(
            view.addMenu(say("ui.menu.size")),
            [(f"{size} %", size == settings.text_size(), _with(acts.choose_size, size))
             for size in settings.SIZES],
        )  # fmt: skip
        self._choices(
            view.addMenu(say("ui.menu.theme")),
            [(say(f"ui.theme.{name}"), name == settings.theme_name(),
              _with(acts.choose_theme, name)) for name in settings.THEME_NAMES],
        )  # fmt: skip
        self._tick(view, "wide", settings.is_wide(), lambda is_on: acts.more.space(is_on))
        self._tick(view, "digits", settings.digits_pick(), settings.keep_digits_pick)
        if len(known := spoken().known) > 1:
            self._choices(
                view.addMenu(say("ui.menu.language")),
                [(one.name, one.id == spoken().language,
                  _with(lambda which: acts.more.speak(which), one.id)) for one in known],
            )  # fmt: skip
        view.addSeparator()
        self._hide = hide = self._add(view, "hide", lambda: acts.more.hide_all(), *HIDE_KEYS)
        # An open menu or picker is a window of its own, and keeps all other keys to itself.
        hide.setShortcutContext(QtCore.Qt.ShortcutContext.ApplicationShortcut)

    def _fill_help(self, menu: QMenu, acts: Acts) -> None:
        self._add(menu, "keys", lambda: acts.more.show_keys(), "F1")
        self._add(menu, "privacy", lambda: acts.more.show_privacy())
        self._add(menu, "library", acts.show_help)
        self._add(menu, "about", lambda: acts.show_help(about=True), "Shift+F1", journey=True)
        self._add(menu, "content", lambda: acts.more.show_content())
        self._guides = menu.addMenu(say("ui.menu.guides"))
        self.show_guides(())

    def show_guides(self, guides: tuple[tuple[str, str], ...]) -> None:
        """Offer the guide pages of a journey (id and title each), and what needs a journey."""
        self._guides.clear()
        self._to_guides = []
        for guide_id, title in guides:
            action = self._guides.addAction(title.replace("&", "&&"))
            action.triggered.connect(
                _with(lambda which: self._acts.more.show_guide(which), guide_id)
            )
            self._to_guides.append(action)
        self._guides.menuAction().setVisible(bool(guides))

    def let(self, is_open: bool) -> None:
        """Let the lines be chosen, or none but what hides everything.

        A bar that is off keeps mouse and keys away; a screen reader presses the line itself.
        """
        for line in (*self._lines, *self._to_guides):
            line.setEnabled(is_open or line is self._hide)

    def in_journey(self, is_in: bool) -> None:
        """Offer what only makes sense while a self-assessment is open, or do not."""
        for action in self._in_journey:
            action.setEnabled(is_in)
            action.setVisible(is_in)
        self._go.menuAction().setVisible(is_in)

    def _add(
        self, menu: QMenu, name: str, act: Callable[[], object], *keys: str,
        journey: bool = False,
    ) -> QtGui.QAction:  # fmt: skip
        action = QtGui.QAction(say(f"ui.menu.{name}"), self._window)
        # A key held down would undo all there is, or go on to the end and finish it.
        action.setAutoRepeat(False)
        if keys:
            action.setShortcuts([QtGui.QKeySequence(key) for key in keys])
            form = QtGui.QKeySequence.SequenceFormat.NativeText
            for key in action.shortcuts():
                # Dots say in a menu that something is asked next; a key sheet has no next.
                name = action.text().replace("&", "").removesuffix("…").rstrip()
                self.keys.append((name, key.toString(form)))
        action.triggered.connect(_without(act))
        menu.addAction(action)
        self._lines.append(action)
        if journey:
            self._in_journey.append(action)
        return action

    def _tick(self, menu: QMenu, name: str, is_on: bool, act: Callable[[bool], None]) -> None:
        action = QtGui.QAction(say(f"ui.menu.{name}"), menu, checkable=True, checked=is_on)
        action.toggled.connect(act)
        menu.addAction(action)
        self._lines.append(action)

    def _choices(self, menu: QMenu, choices: list[tuple[str, bool, Callable[[], None]]]) -> None:
        group = QtGui.QActionGroup(menu)
        for text, is_on, act in choices:
            action = QtGui.QAction(text, menu, checkable=True, checked=is_on)
            action.triggered.connect(act)
            group.addAction(action)
            menu.addAction(action)
            self._lines.append(action)


def _without(act: Callable[[], object]) -> Callable[[], None]:
    """A menu tells whether the line is ticked; what has no tick does not want to know."""

    def run() -> None:
        act()

    return run


def _with(act: Callable[..., object], value: object) -> Callable[[], None]:
    def run() -> None:
        act(value)

    return run


def _next_size(step: int) -> int:
    sizes = settings.SIZES
    now = settings.text_size()
    nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
    return sizes[min(max(nearest + step, 0), len(sizes) - 1)]
