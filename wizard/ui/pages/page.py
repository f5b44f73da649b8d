"""What every page is: a plain widget with a heading, kept in the shell's scroll area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme
from wizard.ui.parts.text import PageHead, Quiet
from wizard.words import say, spoken

if TYPE_CHECKING:
    from collections.abc import Callable

    from wizard.ui.bridge import Bridge


class Page(QWidget):
    """Title, lead, and rows beneath; pages put their parts into ``rows``."""

    tells = False
    """Whether what is written here is told to the session: answers, a plan, a name."""

    bridge: Bridge

    def __init__(self, bridge: Bridge | None, title: str, lead: str = "") -> None:
        """Without a ``bridge`` the page is only to be looked at until it gets one."""
        super().__init__()
        if bridge is not None:
            self.bridge = bridge
        look = theme.look()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, look.gap(2), 0, look.gap(3))
        self.rows.setSpacing(look.gap(1))
        self.head = PageHead(title, lead, self)
        self.heading, self.lead = self.head.title, self.head.lead
        self.rows.addLayout(self.head)
        if spoken().remark:
            # A translation that nobody has reviewed says so wherever it shows.
            self.rows.addWidget(Quiet(spoken().remark, self))

    def remark(self, text: str) -> None:
        """Say something under the heading, for as long as the page lives, if there is anything."""
        if not text:
            return
        # Home is painted without it.
        from wizard.ui.parts.notice import Notice

        notice = Notice("", text, "info", self)
        self.rows.insertWidget(self.rows.indexOf(self.head) + 1, notice)
        notice.show()

    def minimumSizeHint(self) -> QSize:
        """A narrow window breaks lines; it never scrolls sideways.

        Its height follows from its width alone: what its labels ask for at their narrowest
        would leave screens of nothing below the last word.
        """
        return QSize(theme.look().text(12), 0)

    def refresh(self, changed: frozenset[str]) -> None:
        """Show what an act changed."""

    def arrive(self) -> None:
        """The page comes into sight: show how everything stands now."""

    def flush(self) -> None:
        """The page goes out of sight: tell what was typed and not told yet."""

    def half_written(self) -> Callable[[Page], None]:
        """Return what writes into the page that takes this one's place what only this one has.

        That is all that stands here, or, where the session is told of it, what could not be
        read: the session gives back the rest, and knows it better than a page does.
        """
        from wizard.ui.parts.writing import half_read, half_written

        if self.tells:
            taken = half_read.take(self)
            return lambda page: half_read.put_back(page, taken)
        half = half_written.read(self)
        return lambda page: half_written.put_back(page, half)

    def first(self) -> QWidget | None:
        """Return what takes the focus on arrival; None leaves it where it is."""
        return None

    def carries_on(self) -> bool:
        """Go on as the page itself leads, and return whether it leads anywhere."""
        return False

    def part_of(self, _question_id: str) -> QWidget | None:
        """Return the part that stands for a question, to be scrolled into sight."""
        return None

    def turn_to(self, _question_id: str) -> None:
        """Show the sheet that a question stands on, where a page has several."""

    def focus_on(self, _question_id: str) -> None:
        """Bring the focus to a question's answer, where the page has it."""

    def group_of(self, _control: QWidget) -> QWidget | None:
        """Return what a control belongs to, to be seen whole when the control is reached."""
        return None

    def begins_with(self, _control: QWidget) -> bool:
        """Return whether a control is the first to be answered, with only reading above it."""
        return False

    def stops(self) -> list[QWidget]:
        """Return its parts in the order Tab goes."""
        return [self]


class AsidePage(Page):
    """A page beside the journey: its way back stands first, and takes the focus."""

    left = Signal()

    def __init__(self, bridge: Bridge, title: str, lead: str = "") -> None:
        super().__init__(bridge, title, lead)
        # Home, which is painted first, has no such way.
        from wizard.ui.parts.buttons import LinkButton

        self.back = LinkButton(say("ui.reader.back"), "arrow-left", self)
        self.back.clicked.connect(self.left)
        self.rows.insertWidget(0, self.back)

    def first(self) -> QWidget | None:
        """The way back: arrow keys then scroll, Tab goes on."""
        return self.back

    def let_escape_leave(self) -> None:
        """Let Escape lead back.  Not for pages on which something may be half written."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence, QShortcut

        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.left)
