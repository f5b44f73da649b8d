"""The stage: one page after the other, each laid out once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import until
from wizard.ui.pages.page import Page
from wizard.ui.parts.text import Body
from wizard.ui.shell.stage import Stage


class Heights(QObject):
    """Remembers each height that a widget is given."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.seen: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(  # noqa: N802 - Qt's own name
        self, _watched: QObject, event: QEvent
    ) -> bool:
        """Look at it, and let it pass."""
        if isinstance(event, QResizeEvent):
            self.seen.append(event.size().height())
        return False


def test_a_page_is_never_squeezed_into_the_height_of_the_one_before(
    application: QApplication,
) -> None:
    """Laying out every question twice is half of what the next page takes."""
    stage = Stage()
    stage.resize(700, 300)
    short, tall = _page(1), _page(60)
    stage.take_in(short)
    stage.take_in(tall)
    stage.show()
    stage.show_page(tall)
    until(lambda: stage.verticalScrollBar().maximum() > 500)
    whole = tall.height()
    stage.show_page(short)
    until(lambda: stage.verticalScrollBar().maximum() == 0)
    heights = Heights(tall)
    stage.show_page(tall)
    until(lambda: stage.verticalScrollBar().maximum() > 500)

    assert set(heights.seen) <= {whole}
    assert tall.height() == whole
    stage.close()
    stage.deleteLater()


def _page(lines: int) -> Page:
    page = Page(None, "A page")
    for number in range(lines):
        page.rows.addWidget(Body(f"Line {number}", page))
    return page
