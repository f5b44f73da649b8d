"""The page in sight, and all that follows when another comes: title, focus, Tab, footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from wizard.ui import accessible, tab_order
from wizard.ui.shell.first_picture import FirstPicture
from wizard.ui.shell.unread import Unread
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from wizard.desk.assessment.saving import SaveState
    from wizard.ui.bridge import Bridge
    from wizard.ui.pages.page import Page
    from wizard.ui.shell.frame import Frame
    from wizard.ui.shell.journey_pages import JourneyPages

IDLE = 120
"""Milliseconds without work after which the next page is built ahead."""


class Showing(FirstPicture):
    """Shows the page of the place where the session is, or one beside it."""

    bridge: Bridge
    frame: Frame
    _pages: JourneyPages

    def __init__(self) -> None:
        super().__init__()
        self._aside: Page | None = None
        self._came_from = self._place = ""
        self._saving: SaveState | None = None
        self._unread = Unread()
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._prepare)

    def _arrive(self, *, is_back: bool = False, focus: bool = True) -> None:
        session = self.bridge.session
        self._drop_aside()
        page = self._pages.page(session.place)
        # It would be on no disk for as long as the window is open, behind "Saved".
        self.frame.stage.give_up(but=page)
        self._place = session.place
        self.frame.side.show_session(session)
        on = "return" if self._came_from else "finish" if self._pages.is_last else "on"
        self.frame.footer.on_button.say(say(f"ui.footer.{on}"))
        self.frame.show_journey(True)
        self._show(page, is_back=is_back, focus=focus)
        self._idle.start()

    def _show(self, page: Page, *, is_back: bool = False, focus: bool = True) -> None:
        self.bridge.has_come()
        self._unread.forget()
        self.frame.turn_page()
        self.frame.stage.show_page(page, is_back=is_back)
        frame = self.frame
        # Tab goes round in a ring: behind the page comes what stands around it.
        tab_order.follow([tab_order.last(page.stops()), *frame.around()])
        name = page.heading.accessibleName()
        ours = say("ui.title")
        self.setWindowTitle(ours if name == ours else say("ui.title-page", page=name, title=ours))
        accessible.announce(page, name)
        if not focus:
            return
        first = self._beginning(page, is_back=is_back)
        first.setFocus()
        if is_back:
            # The page is found where it was left, as far as the focus can be seen there.
            frame.stage.bring_focus()
        elif (group := page.group_of(first)) is not None:
            frame.stage.bring(group)

    def _beginning(self, page: Page, *, is_back: bool) -> QWidget:
        """Return what takes the focus: where somebody has not read down to, it is not seen.

        Nothing that an arrow key changes takes it unasked: who reads on would pick another.
        """
        stage = self.frame.stage
        left = stage.left_on(self.frame) if is_back else None
        if left is not None and not page.isAncestorOf(left):
            # What stands around the page is in sight wherever that was left.
            return left
        # Without a control to begin with, the heading is where reading and Tab begin.
        first = left or page.first() or page.heading
        if stage.lies_beyond(first) and (is_back or page.begins_with(first)):
            from PySide6.QtWidgets import QComboBox, QRadioButton

            stops = [stop for part in page.stops() for stop in tab_order.stops(part)]
            calm = (one for one in stops if not isinstance(one, (QComboBox, QRadioButton)))
            seen = (part for part in (page.heading, *calm) if not stage.lies_beyond(part))
            first = next(seen, first)
        return first

    def _drop_aside(self) -> None:
        if self._aside is not None:
            self.frame.stage.let_go(self._aside)
            self._aside = None

    def _changed(self, changed: frozenset[str]) -> None:
        if self.bridge.session.place != self._place:
            # On the way to another page; it shows everything anew as it arrives.
            return
        self.frame.side.show_session(self.bridge.session)
        page = self.frame.stage.page
        if page is not None:
            page.refresh(changed)
        self._idle.start()

    def _saved(self, state: SaveState) -> None:
        self._saving = state
        self.frame.footer.show_state(state)

    def _prepare(self) -> None:
        if self.bridge.has_session and self._aside is None:
            self._pages.prepare(self._pages.next_place)

    def _flush(self) -> None:
        self.frame.stage.flush()
