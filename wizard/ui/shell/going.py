"""The ways through the program: home, a self-assessment and its pages, beside it, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.ui import accessible, tab_order
from wizard.ui.shell.showing import Showing
from wizard.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.session import Session
    from wizard.ui.pages.home import HomePage
    from wizard.ui.pages.page import Page
    from wizard.ui.shell.asides import Asides
    from wizard.ui.shell.menus import Menus


class Going(Showing):
    """Knows which page is in sight and how to come to the next."""

    _home: HomePage
    _asides: Asides
    _menus: Menus

    def go_home(self) -> None:
        """Show home; the self-assessment stays as it is and is offered there again."""
        self._flush()
        self._leave_journey()
        self._show(self._home, is_back=True)

    def start(self, journey_id: str, copy_from: str = "") -> None:
        """Begin a journey, empty or with the answers of an earlier one."""
        policy = self.bridge.desk.school.profile.policy
        work = self.bridge.desk.runs.start(journey_id, policy, copy_from)
        self.bridge.leads(work, self.enter)

    def open_run(self, run_id: str, then: Callable[[Session], None] | None = None) -> None:
        """Go on with a self-assessment where it was left, or do with it what comes ``then``."""
        # It may be the one beneath the page in sight: all that stands there is kept first.
        self._flush()
        self.frame.stage.give_up()
        bridge = self.bridge
        if bridge.has_session and bridge.session.run.id == run_id:
            # Opened a second time, the one on screen would be tried again by nobody.
            (then or self.enter)(bridge.session)
            return
        bridge.leads(bridge.desk.runs.open(run_id), then or self.enter)

    def go_to_refused(self) -> None:
        """Go back to what could not be saved, which may be on no list yet."""
        bridge = self.bridge
        session = bridge.desk.runs.behind()
        if bridge.has_session and session in (bridge.session, None):
            self.leave_aside()
        elif session is not None:
            self._flush()
            self.frame.stage.give_up()
            self.enter(session)

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
        self._come_to(place)

    def _come_to(self, place: str) -> None:
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
            # Given up as the pages go, it would make a draft of what is finished.
            self.frame.stage.give_up()
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
        # What is pressed by voice, or by a mouse on macOS, leaves the focus in a field.
        self._flush()
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
        """Take back the last answer, note, plan or name, where it can be seen to come back.

        Before that, words in the line with the focus that can not be read: nobody is told those.
        """
        if not self._may_step():
            return
        from wizard.ui.parts.writing import half_read

        if (taken := half_read.take_back(self.focusWidget())) is not None:
            self.bridge.taken_back.append((taken, self._here, self.bridge.session.moment()))
            accessible.announce(self, say("ui.undone"))
        else:
            self._step(self.bridge.undo, "ui.undone")

    def redo(self) -> None:
        """Bring back what was taken back last, where it can be seen."""
        if self._may_step() and not self._wrote_back():
            self._step(self.bridge.redo, "ui.redone")

    @property
    def _here(self) -> str:
        """The place in sight; empty beside the journey."""
        return "" if self._aside is not None else self.bridge.session.place

    def _may_step(self) -> bool:
        self._flush()
        if self._aside is not None and not self._aside.tells:
            accessible.announce(self, say("ui.undo.elsewhere"))
            return False
        return True

    def _wrote_back(self) -> bool:
        """Write what was taken back and can not be read, if nothing was done since; say if so."""
        if not self.bridge.taken_back:
            return False
        taken, place, moment = self.bridge.taken_back[-1]
        if moment != self.bridge.session.moment():
            return False
        from wizard.ui import sight
        from wizard.ui.parts.writing import half_read

        if self._aside is None and place not in ("", self._here) and self._pages.is_asked(place):
            self._come_to(place)
        page = self.frame.stage.page
        part = half_read.bring_back(page, taken) if page is not None else None
        if part is None:
            return False
        self.bridge.taken_back.pop()
        accessible.announce(self, say("ui.redone"))
        if not sight.has_focus(part):
            tab_order.stops(part)[0].setFocus()
        return True

    def _step(self, step: Callable[..., tuple[str, str] | None], told: str) -> None:
        aside = self._aside
        if (stepped := step(is_typed_up=aside is not None)) is not None:
            from wizard.ui.presses.by_mouse import read_on

            accessible.announce(self, say(told))
            # One too many leads to an answer, which an arrow would change: no way back then.
            read_on(self)
            place, part = stepped
            here = self._here
            if self.bridge.session.journey.section_of(part) is None and place not in ("", here):
                # Done already: no day that can not be read may hold the way to it.
                self._come_to(place)
            elif aside is not None:
                aside.turn_to(part)
            elif place not in ("", here):
                self.change(part)
            self.frame.stage.show_question(part)

    def leave_aside(self) -> None:
        """Go back from a page beside the journey to where one was."""
        self.frame.stage.flush()
        if self._aside is not None and self._asides.back_from(self._aside):
            return
        self._drop_aside()
        if self.bridge.has_session:
            self._arrive(is_back=True)
        else:
            self._show(self._home, is_back=True)

    def holds(self) -> bool:
        """Tell what can not be read on the page in sight; say whether to stay there for now."""
        return self._unread.holds(self.frame.stage.page)

    def _came_back(self) -> bool:
        """Leave a page beside the journey, or a question opened from elsewhere, if on one."""
        if self._aside is not None:
            self.leave_aside()
            return True
        place, self._came_from = self._came_from, ""
        if not place or not self._pages.is_asked(place):
            return False
        self.bridge.session.go(place)
        self._arrive(is_back=True)
        return True

    def _put_aside(self, page: Page) -> None:
        # What a keyboard is still composing goes with the page it stands on.
        self.frame.stage.flush()
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
            self.frame.footer.stand(is_asked=page.tells, has_ways=False)
        self._show(page)

    def _leave_journey(self) -> None:
        # What comes by itself finds somebody typing.
        self.frame.stage.flush()
        self._drop_aside()
        self._came_from = ""
        self._pages.clear()
        self.bridge.take(None)
        self._menus.in_journey(False)
        self._menus.show_guides(())
        self.frame.show_journey(False)
