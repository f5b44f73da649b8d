"""Floor: two bare pages in one scroll area, with the widgets of a real page and nothing else."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

KINDS = (QRadioButton, QCheckBox, QAbstractButton, QLineEdit, QPlainTextEdit, QLabel)


def bare_copy(page: QWidget) -> QWidget:
    """Return a page with a plain widget for each one in sight on ``page``."""
    copy = QWidget()
    rows = QVBoxLayout(copy)
    for widget in page.findChildren(QWidget):
        kind = next((kind for kind in KINDS if isinstance(widget, kind)), None)
        if kind is None or not widget.isVisibleTo(page):
            continue
        bare = (QPushButton if kind is QAbstractButton else kind)()
        if not isinstance(bare, QPlainTextEdit) and hasattr(widget, "text"):
            bare.setText(widget.text())
        if isinstance(bare, QLabel):
            bare.setWordWrap(True)
        rows.addWidget(bare)
    return copy


class BareWindow(QMainWindow):
    """Shows one of its pages at a time."""

    def __init__(self, pages: list[QWidget]) -> None:
        super().__init__()
        self.pages = pages
        area = QScrollArea()
        area.setWidgetResizable(True)
        ground = QWidget()
        rows = QVBoxLayout(ground)
        for page in pages:
            page.hide()
            rows.addWidget(page)
        area.setWidget(ground)
        self.setCentralWidget(area)

    def show_page(self, number: int) -> None:
        """Show one page and hide the others."""
        for other, page in enumerate(self.pages):
            if other != number:
                page.hide()
        self.pages[number].show()
