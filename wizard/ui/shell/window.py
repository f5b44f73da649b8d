"""The window: its menus, the desk behind it, the look it wears, and its end.

Everything it shows it asks of the bridge; it keeps no answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from wizard.errors import KeyStays
from wizard.ui import accessible, settings
from wizard.ui.mistake import our_mistake
from wizard.ui.shell.going import Going
from wizard.ui.shell.menus import Menus
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from wizard.errors import Problem
    from wizard.ui.bridge import Bridge
    from wizard.ui.gate.keeper import Keeper
    from wizard.ui.pages.page import Page
    from wizard.ui.shell.more import More


class Window(Going):
    """One window, one self-assessment.  Home stands in it at once, and ``open_on`` fills it."""

    more: More
    gate: Keeper
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.put_menus()
        self._is_open = self.is_ending = False

    def put_menus(self) -> None:
        """Make the menus, anew where another language is spoken."""
        self.menuBar().clear()
        self._menus = Menus(self, self)

    def fill_menus(self) -> None:
        """Put into the menus what they offer, once the window is on the screen."""
        self._menus.fill()

    def open_on(self, bridge: Bridge) -> None:
        """Show home, with the desk behind it."""
        accessible.install()
        self.fill_menus()
        self.bridge = bridge
        bridge.setParent(self)
        bridge.changed.connect(self._changed)
        bridge.saved.connect(self._saved)
        bridge.failed.connect(lambda sentence: self.frame.message.tell(sentence))
        bridge.done.connect(lambda sentence: self.frame.message.tell(sentence, is_well=True))
        self.menuBar().setEnabled(True)
        self._menus.let(is_open=True)
        self._furnish()
        self._is_open = True
        self.go_home()
        if self.chosen_first:
            self.start(self.chosen_first)
            self.chosen_first = ""
        # A store that can not be opened is told; what is open anyway can still be read.
        bridge.when_done(bridge.desk.ready, self.more.tell_of_before, self.more.tell_shut)

    def shut(self, instead: QWidget) -> None:
        """Take everything of the person out of the window, and show something else there."""
        from PySide6.QtGui import QKeySequence, QShortcut

        from wizard.ui.shell.keys import QUIT_KEYS

        if self._is_open:
            self._flush()
            self._idle.stop()
            self._leave_journey()
            # It may be saying just now that all is saved, which is what the lock waited for.
            self.bridge.saved.disconnect(self._saved)
            self.bridge.end()
            del self.bridge, self.frame, self.more, self._pages, self._home, self._asides
        self._is_open = False
        self.stands = None
        self.fill_menus()
        self.menuBar().setEnabled(False)
        self._menus.let(is_open=False)
        # Of what is in the menus, this can be done all the same.
        quit_now = QShortcut(QKeySequence(QUIT_KEYS), instead)
        quit_now.activated.connect(self.close)
        self.setCentralWidget(instead)
        self.setWindowTitle(say("ui.title"))

    def tell_our_mistake(self) -> None:
        """Say that something went wrong, once for as long as it stands there."""
        sentence = our_mistake(self.bridge.desk) if self._is_open else ""
        if sentence and self.frame.sentence != sentence:
            self.bridge.failed.emit(sentence)

    def show_school(self) -> None:
        """Show the school's profile; whoever is writing it stays on the page they have."""
        from wizard.ui.pages.school import SchoolPage

        self._flush()
        page = self.frame.stage.page
        if isinstance(page, SchoolPage) and page.can_write:
            # Made anew of what was read before they saved, it would show the file of before that.
            self.bridge.has_come()
        else:
            self._asides.school(self._leave_journey)

    def show_help(self, *, about: bool = False) -> None:
        """Show guides, glossary and search, or what is ``about`` the page in sight."""
        self._flush()
        self._asides.help(self, about=about)

    def show_preview(self, reader: str) -> None:
        """Show a paper as it will read."""
        self._flush()
        self._asides.preview(reader)

    def remove_open(self) -> None:
        """Delete the self-assessment on screen from this computer, and show home."""
        session = self.bridge.session
        before = session.run
        self._flush()
        self.frame.stage.give_up()
        if session.run != before:
            # The yes was to what lies behind the paper.
            self.bridge.failed.emit(say("ui.paper.more-now"))
            return
        if (erasing := self.bridge.erase(session.run.id)) is None:
            return
        self._leave_journey()

        def stay(problem: Problem) -> None:
            if isinstance(problem, KeyStays):
                self.go_home()
            elif not self.bridge.has_session:
                # It is kept as before, with whatever is on no disk yet.
                self.enter(session)
            self.bridge.failed.emit(str(problem))

        self.bridge.leads(erasing, lambda _gone: self.go_home(), stay)

    def end(self) -> bool:
        """Close because the session ends: who could answer is asked nothing any more.

        Only answers that are on no disk keep it open, to be saved as soon as they can be.
        Returns whether it closed.
        """
        self.is_ending = True
        try:
            return self.close()
        finally:
            self.is_ending = False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell what was typed; the desk finishes saving when the program ends."""
        if self._is_open:
            self._flush()
            self.frame.stage.give_up()
        settings.keep_geometry(self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()

    def customEvent(self, event: QEvent) -> None:
        """Hear from a field that its words are on the screen alone, or no longer so."""
        from wizard.ui.parts.writing.typing_pause import WordsWait

        if self._is_open and isinstance(event, WordsWait):
            self.frame.show_words_wait(event.are_waiting)

    def _furnish(self) -> None:
        from wizard.ui.shell.rooms import furnish

        known = self.__dict__.get("_asides")
        rooms = furnish(self.bridge, self.stands, self._wire, self._put_aside, known)
        self.frame, self._pages, self._home = rooms.frame, rooms.pages, rooms.home
        self._asides, self.more = rooms.asides, rooms.more(self, self._menus.keys)
        if self.stands is None:
            self.setCentralWidget(self.frame)
            self.frame.show()
        else:
            self.stands.home.started.disconnect(self.start_soon)
        self.stands = None
        rooms.lead(self)
        self._menus.in_journey(self.bridge.has_session)

    def dress(self) -> None:
        """Put the look on anew: every measure hangs on it, so the frame is made anew too."""
        if not self._is_open:
            super().dress()
            return
        from wizard.ui.shell.spot import find_again, spoken_spot

        self._flush()
        page, aside = self.frame.stage.page, self._aside
        # What waits out of sight first: the page in sight then shows where its words went.
        self.frame.stage.give_up(but=page)
        spot = spoken_spot(self.frame)
        told, coming = self.frame.told, self.bridge.coming
        write_again = page.half_written() if page is not None else None
        self._pages.clear()
        self._drop_aside()
        super().dress()
        self._furnish()
        if self.bridge.has_session:
            self._arrive()
        else:
            self._show(self._home)
        if self._saving is not None:
            self.frame.footer.show_state(self._saving)

        def settle(anew: Page) -> None:
            if write_again is not None and type(anew) is type(page):
                write_again(anew)
                find_again(self.frame, spot)

        if aside is not None:
            self._asides.make_anew(settle)
        elif self.frame.stage.page is not None:
            settle(self.frame.stage.page)
        if coming is not None:
            # Other letters are no other page: what was asked for still comes.
            self.bridge.coming = coming
        find_again(self.frame, spot)
        if told is not None:
            self.frame.message.tell(*told)

    def _wire(self, page: Page) -> None:
        for name, act in (("wanted", self.change), ("preview_wanted", self.show_preview),
                          ("removed", self.remove_open)):  # fmt: skip
            if (signal := getattr(page, name, None)) is not None:
                signal.connect(act)
