"""The window: knows which page is in sight and how to come to the next.

Everything it shows it asks of the bridge; it keeps no answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.ui import accessible, settings
from wizard.ui.shell.menus import Menus
from wizard.ui.shell.showing import Showing
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from wizard.errors import Problem
    from wizard.session import Session
    from wizard.ui.bridge import Bridge
    from wizard.ui.pages.page import Page
    from wizard.ui.shell.frame import Frame
    from wizard.ui.shell.keeper import Keeper
    from wizard.ui.shell.more import More


class Window(Showing):
    """One window, one self-assessment.  Home stands in it at once, and ``open_on`` fills it."""

    bridge: Bridge
    frame: Frame
    more: More
    gate: Keeper

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

    def go_home(self) -> None:
        """Show home; the self-assessment stays as it is and is offered there again."""
        self._flush()
        self._leave_journey()
        self._show(self._home, is_back=True)

    def start(self, journey_id: str, copy_from: str = "") -> None:
        """Begin a journey, empty or with the answers of an earlier one."""
        policy = self.bridge.desk.school.profile.policy
        work = self.bridge.desk.runs.start(journey_id, policy, copy_from)
        self.bridge.when_done(work, self.enter)

    def open_run(self, run_id: str) -> None:
        """Go on with a self-assessment where it was left."""
        self.bridge.when_done(self.bridge.desk.runs.open(run_id), self.enter)

    def enter(self, session: Session) -> None:
        """Show a self-assessment at its place."""
        self._leave_journey()
        self.bridge.take(session)
        self._menus.in_journey(True)
        guides = session.pack.guides
        self._menus.show_guides(tuple((guide.id, guide.title) for guide in guides.values()))
        self.frame.footer.clear_state()
        self._saving = None
        self.frame.show_journey(True)
        self._arrive()
        # What carries answers between editions is not needed before a journey is opened.
        from wizard.ui.shell.carried import on_entering

        self._pages.page(session.place).remark(on_entering(session))

    def go(self, place: str) -> None:
        """Show a section, the review or the outcome.  Nothing is judged on the way."""
        self._flush()
        # What knows a journey's ways is not needed for the first picture of the window.
        from wizard.model import flow

        if place in (flow.REVIEW, flow.OUTCOME) and self._unread.holds(self.frame.stage.page):
            return
        self._came_from = ""
        self.bridge.session.go(place)
        self._arrive()

    def go_on(self) -> None:
        """Show what comes next; from a question opened out of the review, the review."""
        self._flush()
        if self._aside is not None and self._aside.carries_on():
            return
        if (self._aside is None and self._unread.holds(self.frame.stage.page)) or self._came_back():
            return
        if self._pages.is_last:
            finished = self.bridge.session
            finished.finish()
            self.go_home()
            self._home.say_finished(finished)
        else:
            self.go(self._pages.next_place)

    def go_back(self) -> None:
        """Show what came before; before the first page that is home."""
        self._flush()
        if self._came_back():
            return
        if place := self._pages.previous_place:
            self.bridge.session.go(place)
            self._arrive(is_back=True)
        else:
            self.go_home()

    def change(self, question_id: str) -> None:
        """Show one question from the review or the outcome; Carry on comes back."""
        session = self.bridge.session
        section = session.journey.section_of(question_id)
        if section is None:
            return
        if session.place != section.id:
            self._came_from = session.place
        session.go(section.id)
        self._arrive(focus=False)
        self.frame.stage.bring_question(question_id)

    def undo(self) -> None:
        """Take back the last answer, note, plan or name."""
        self._flush()
        if (undone := self.bridge.undo()) is not None:
            accessible.announce(self, say("ui.undone"))
            place, question_id = undone
            if place not in ("", self.bridge.session.place):
                self.go(place)
            self.frame.stage.show_question(question_id)

    def show_school(self) -> None:
        """Show the school's profile."""
        self._flush()
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
        self._leave_journey()

        def stay(problem: Problem) -> None:
            # It is kept as before, with whatever is on no disk yet.
            self.enter(session)
            self.bridge.failed.emit(str(problem))

        erasing = self.bridge.desk.runs.erase(session.run.id)
        self.bridge.when_done(erasing, lambda _gone: self.go_home(), stay)

    def leave_aside(self) -> None:
        """Go back from a page beside the journey to where one was."""
        if self._aside is not None and self._asides.back_from(self._aside):
            return
        self._drop_aside()
        if self.bridge.has_session:
            self._arrive(is_back=True)
        else:
            self._show(self._home, is_back=True)

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
            from wizard.ui.parts.writing.fields import keep_unread

            self._flush()
            keep_unread(self.frame.stage)
        settings.keep_geometry(self.saveGeometry())
        super().closeEvent(event)

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
        from wizard.ui.parts.writing.fields import take_unread, write_unread
        from wizard.ui.shell.spot import find_again, spoken_spot

        self._flush()
        page = self.frame.stage.page
        # These go to where words are kept only with a page that goes for good.
        days = take_unread(page) if page is not None and self._aside is None else {}
        spot = spoken_spot(self.frame.stage)
        told = self.frame.told
        aside = self._aside
        write_again = aside.half_written() if aside is not None else None
        self._pages.clear()
        self._drop_aside()
        super().dress()
        self._furnish()
        if self.bridge.has_session:
            self._arrive()
            if days and self.frame.stage.page is not None:
                write_unread(self.frame.stage.page, days)
            if self._saving is not None:
                self.frame.footer.show_state(self._saving)
        else:
            self._show(self._home)

        def settle(page: Page) -> None:
            if write_again is not None and type(page) is type(aside):
                write_again(page)
                find_again(self.frame.stage, spot)

        if aside is not None:
            self._asides.make_anew(settle)
        find_again(self.frame.stage, spot)
        if told is not None:
            self.frame.message.tell(*told)

    def _wire(self, page: Page) -> None:
        for name, act in (("wanted", self.change), ("preview_wanted", self.show_preview),
                          ("removed", self.remove_open)):  # fmt: skip
            if (signal := getattr(page, name, None)) is not None:
                signal.connect(act)

    def _came_back(self) -> bool:
        """Leave a page beside the journey, or a question opened from elsewhere, if on one."""
        if self._aside is not None:
            self.leave_aside()
            return True
        place, self._came_from = self._came_from, ""
        if place:
            self.bridge.session.go(place)
            self._arrive(is_back=True)
        return bool(place)

    def _put_aside(self, page: Page) -> None:
        if self._aside is None:
            self.frame.stage.keep_focus()
        self._drop_aside()
        self._aside = page
        left = getattr(page, "left", None)
        if left is not None:
            left.connect(self.leave_aside)
        self.frame.stage.take_in(page)
        # Such a page has a way back of its own; the journey's would only confuse.
        if self.bridge.has_session:
            self.frame.footer.setVisible(page.keeps_footer)
            self.frame.footer.show_ways(is_here=False)
        self._show(page)

    def _leave_journey(self) -> None:
        self._drop_aside()
        self._came_from = ""
        self._pages.clear()
        self.bridge.take(None)
        self._menus.in_journey(False)
        self._menus.show_guides(())
        self.frame.show_journey(False)
