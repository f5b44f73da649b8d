"""What a line says beneath itself where more was to be put into it than it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLayout, QLineEdit

from wizard.model.answers import LINE_LETTERS
from wizard.ui import accessible, sight
from wizard.ui.parts.text import Warn
from wizard.ui.reading_order import layouts_in
from wizard.words import say


class Overflow:
    """For one line.  Most are never full, so nothing is made before it is needed."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line
        self._warning: Warn | None = None
        self._said = self._about = ""

    def tell(self, what: str) -> None:
        """Say it beneath the line, and aloud once: who holds a key down heard it already.

        ``what`` is ``full`` where something was left out, ``dropped`` where all of it was.
        """
        sentence = say(f"ui.line.{what}", count=LINE_LETTERS)
        if sentence == self._said:
            return
        if not self._said:
            self._about = self._line.accessibleDescription()
        self._said = sentence
        self._line.setAccessibleDescription(sentence)
        accessible.announce(self._line, sentence)
        if self._warning is None:
            if (rows := _rows_around(self._line)) is None:
                return
            self._warning = Warn(parent=self._line.parentWidget())
            rows.insertWidget(rows.indexOf(self._line) + 1, self._warning)
        self._warning.setText(sentence)
        self._warning.show()
        sight.bring(self._line, self._warning)

    def clear(self) -> None:
        """Say it no longer: there is room again."""
        if not self._said:
            return
        if self._line.accessibleDescription() == self._said:
            self._line.setAccessibleDescription(self._about)
        self._said = ""
        if self._warning is not None:
            self._warning.hide()


def _rows_around(line: QLineEdit) -> QBoxLayout | None:
    """Return the rows in which a line stands, at whatever depth; None where it stands alone."""
    around = line.parentWidget()
    waiting: list[QLayout | None] = [around.layout() if around is not None else None]
    while waiting:
        layout = waiting.pop()
        if layout is None:
            continue
        if layout.indexOf(line) >= 0:
            return layout if isinstance(layout, QBoxLayout) else None
        waiting += layouts_in(layout)
    return None
