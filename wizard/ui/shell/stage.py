"""The one scroll area of the window, and the pages shown and hidden in it.

One area for all pages, never one a page: a screen reader that asks while an area is
being hidden crashes the program (Qt looks its children up without a bounds check).
Its vertical bar is always there for the same reason: the number of children stays.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.ui import numbers, parting, tab_order, theme
from wizard.ui.soon import next_round, soon

if TYPE_CHECKING:
    from wizard.ui.pages.page import Page


class Stage(QScrollArea):
    """Shows one page at a time, and comes back to where each was left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", numbers.NO_FOCUS)
        self.setProperty("verticalScrollBarPolicy", numbers.BAR_ON)
        self.setProperty("horizontalScrollBarPolicy", numbers.BAR_OFF)
        self._ground = ground = QWidget()
        ground.setObjectName("ground")
        self.setWidget(ground)
        look = theme.look()
        self._around = QVBoxLayout(ground)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.setSpacing(0)
        self._beside = beside = QHBoxLayout()
        beside.setContentsMargins(look.gap(2), 0, look.gap(1.5), 0)
        column = QWidget(ground)
        column.setMaximumWidth(look.column)
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(0, 0, 0, 0)
        beside.addStretch(1)
        beside.addWidget(column, 1000)
        beside.addStretch(1)
        self._around.addLayout(beside, 1)
        self._page: Page | None = None
        self._left_at: dict[Page, int] = {}
        self._left_on: tuple[Page, QWidget | None] | None = None
        self._ordered: set[Page] = set()

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self._page

    def take_in(self, page: Page) -> None:
        """Put a page among those that can be shown; it stays hidden."""
        page.hide()
        self._rows.addWidget(page)

    def take_around(self, above: QWidget, below: QWidget) -> None:
        """Put something above the page in sight and below it, to scroll with it."""
        self._around.insertWidget(0, above)
        self._around.addWidget(below)

    def take_above(self, part: QWidget) -> None:
        """Put something above all else here, to scroll with it."""
        if self._around.indexOf(part) < 0:
            self._around.insertWidget(0, part)

    def show_above(self, part: QWidget) -> None:
        """Go up to what stands above all else, if it is this."""
        if self._around.indexOf(part) == 0:
            self._scroll(0)
            # The page that came just before it still brings its beginning into sight.
            soon(lambda stage, _part: stage.verticalScrollBar().setValue(0), self, part)

    def stand(self, page: Page) -> None:
        """Put the first page in sight; nobody has come to it or gone round it yet."""
        # Neither hidden nor shown: either would lay it out at a size it will never have.
        self._rows.addWidget(page)
        self._page = page

    def show_page(self, page: Page, *, is_back: bool = False) -> None:
        """Bring a page into sight, at its top or where it was left."""
        old = self._page
        # Until the new page has its height, nothing is laid out: it would be squeezed into
        # the height of the old one first, each part of it.
        self._rows.setEnabled(False)
        if old is not None and old is not page:
            old.flush()
            self._left_at[old] = self.verticalScrollBar().value()
            _let_go_of_focus(old)
            old.hide()
        self._page = page
        before = page.stops()
        page.arrive()
        page.show()
        self._rows.setEnabled(True)
        self._give_height()
        if page not in self._ordered or page.stops() != before:
            self._ordered.add(page)
            tab_order.follow([page.heading, *page.stops()])
        # What stands in sight already was last left somewhere else.
        left = self.verticalScrollBar().value() if old is page else self._left_at.get(page, 0)
        self._scroll(left if is_back else 0)

    def flush(self) -> None:
        """Have the page in sight tell what is typed, words still being composed too."""
        field: QWidget | None = self.window().focusWidget()
        if field is not None and getattr(field, "composed", False):
            # Home is painted sooner for not knowing how words are written.
            from wizard.ui.parts.writing import composing

            composing.take_in(field)
        if self._page is not None:
            self._page.flush()

    def keep_focus(self) -> None:
        """Remember what has the focus while this page is in sight, left for a moment only."""
        if self._page is not None:
            self._left_on = self._page, self.window().focusWidget()

    def left_on(self, within: QWidget) -> QWidget | None:
        """Return what ``keep_focus`` remembered, once, if it is in sight with its page again.

        Not what stands elsewhere than ``within``, as the menus, by which somebody may have gone.
        """
        left, self._left_on = self._left_on, None
        if left is None or left[0] is not self._page:
            return None
        part = left[1]
        if part is None or not isValid(part) or not part.isVisible():
            return None
        return part if within.isAncestorOf(part) else None

    def _give_height(self) -> None:
        """Let the ground be as high as the page in sight, as the area would have it next."""
        ground, inside, column = self._ground, self._ground.layout(), self._rows.parentWidget()
        if self.isVisible() and inside is not None and column is not None:
            # What these measured is the page before.
            self._rows.invalidate()
            column.updateGeometry()
            # A layout within another one is not asked again by itself.
            self._beside.invalidate()
            high = inside.totalHeightForWidth(ground.width())
            ground.resize(ground.width(), max(high, self.viewport().height()))

    def let_go(self, page: Page) -> None:
        """Forget a page for good."""
        page.flush()
        self._give_up(page)
        self._left_at.pop(page, None)
        self._ordered.discard(page)
        if self._page is page:
            self._page = None
        self._rows.removeWidget(page)
        page.hide()
        parting.let_go(page)

    def give_up(self, *, but: Page | None = None) -> None:
        """Have all pages ``but`` one put what can not be read where words are kept."""
        # Home is painted sooner without it.
        from wizard.ui.reading_order import laid_out

        for page in laid_out(self._rows):
            if page is not but:
                self._give_up(cast("Page", page))

    def _give_up(self, page: Page) -> None:
        from wizard.ui.parts.writing import half_read

        if not half_read.unread(page):
            return
        if page is not self._page:
            # It shows what was kept as it was left, and would tell that over what is now.
            page.arrive()
        bridge = page.bridge
        with bridge.session.unasked() if bridge.has_session else nullcontext():
            half_read.give_up(page)

    def bring(self, part: QWidget) -> None:
        """Scroll until a part is in sight, from its top, and no further.

        What has the focus in it is in sight then, if not all of the part can be.
        """
        soon(Stage._bring, self, part)

    def bring_focus(self) -> None:
        """Scroll until what has the focus on the page is in sight, and no further."""
        soon(Stage._bring_focus, self)

    def bring_question(self, question_id: str) -> None:
        """Bring a question of the page in sight into sight, and the focus to its answer."""
        page = self._page
        part = page.part_of(question_id) if page is not None else None
        if page is not None and part is not None:
            page.focus_on(question_id)
            self.bring(part)

    def show_question(self, question_id: str) -> None:
        """Bring a question into sight, unless the focus in it holds its place there."""
        part = self._page.part_of(question_id) if self._page is not None else None
        focused: QWidget | None = self.window().focusWidget()
        if part is not None and (focused is None or not part.isAncestorOf(focused)):
            self.bring(part)

    def lies_beyond(self, part: QWidget) -> bool:
        """Return whether the first lines of a part are out of sight, where anything is shown."""
        top = part.mapTo(self.viewport(), QPoint(0, 0)).y()
        is_seen = top >= 0 and top + self._first_lines(part) <= self.viewport().height()
        return self.isVisible() and not (is_seen and part.isVisible())

    def _bring_focus(self) -> None:
        # Something that came in meanwhile may have taken it.
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self._ground.isAncestorOf(focused):
            self._bring(focused)

    def _bring(self, part: QWidget) -> None:
        if not part.isVisible():
            # Another page came meanwhile; it begins where it begins.
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top = part.mapTo(self._ground, QPoint(0, 0)).y()
        needed = min(part.height(), high // 2)
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and part.isAncestorOf(focused):
            # A focus that nobody sees is lost: what it is on comes before what stands above.
            below = focused.mapTo(part, QPoint(0, 0)).y() + self._first_lines(focused)
            needed = max(needed, below)
            top, needed = top + max(0, needed - high), min(needed, high)
        if top < bar.value():
            # No further up than leaves the focus in sight.
            bar.setValue(max(top - theme.look().gap(2), top + needed - high))
        elif top + needed > bar.value() + high:
            # Only as far as needed: what is said above a question may be the first to read.
            bar.setValue(top + needed - high)

    def _first_lines(self, part: QWidget) -> int:
        return min(part.height(), theme.look().text(3))

    def _scroll(self, value: int) -> None:
        self.verticalScrollBar().setValue(max(0, value))
        # A page just shown has not its full height yet: the bar takes the value then.
        next_round(lambda bar: bar.setValue(max(0, value)), self.verticalScrollBar())


def _let_go_of_focus(page: QWidget) -> None:
    # What is hidden hands its focus to whatever comes next, and a screen reader reads
    # that out: a name nobody asked for, just before the one that matters.
    focused: QWidget | None = page.window().focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        focused.clearFocus()
