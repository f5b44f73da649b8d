"""Stops once at what can not be read before another page comes: told above the page, with a way.

Nobody is kept: the second time it goes on, and what was typed goes where words are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from wizard.ui import tab_order
from wizard.words import say

if TYPE_CHECKING:
    from wizard.ui.pages.page import Page
    from wizard.ui.parts.writing.half_read import ReadLine
    from wizard.ui.parts.writing.wrong import WrongSummary


class Unread:
    """Remembers of the page in sight what was told of it."""

    def __init__(self) -> None:
        self._summary: WrongSummary | None = None
        self._told: tuple[str, ...] = ()

    def holds(self, page: Page | None) -> bool:
        """Tell what on a page can not be read, and say whether to stay there for now."""
        fields = _unread(page) if page is not None else []
        written = tuple(field.line.text() for field in fields)
        if page is None or not fields:
            self.forget()
            return False
        if written == self._told:
            # Told already; it is forgotten when another page comes.
            return False
        self._told = written
        summary = self._summary_on(page)
        lines = [
            say("ui.day.stay-line", field=field.line.accessibleName(), wrong=field.warning.text())
            for field in fields
        ]
        summary.show_wrongs(zip((field.line for field in fields), lines, strict=True))
        return True

    def forget(self) -> None:
        """Take back what was told."""
        self._told = ()
        if self._summary is not None and isValid(self._summary):
            self._summary.hide()

    def _summary_on(self, page: Page) -> WrongSummary:
        # The window is there long before anything is wrong in it.
        from wizard.ui.parts.writing.wrong import WrongSummary
        from wizard.ui.reading_order import as_laid_out

        if self._summary is None or not isValid(self._summary) or self._summary.parent() != page:
            self._summary = WrongSummary(page, says="ui.day.stay")
            page.rows.insertWidget(page.rows.indexOf(page.head) + 1, self._summary)
        summary = self._summary
        as_laid_out(page)
        tab_order.follow([page.heading, summary, *page.stops()])
        return summary


def _unread(page: Page) -> list[ReadLine]:
    """Return the days and numbers on a page that can not be read, as they stand on it."""
    from wizard.ui.parts.writing.half_read import unread

    return unread(page)
