"""What ends a form of the school's own: take it, or see it on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from wizard.ui import theme
from wizard.ui.parts.buttons import PlainButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.words import say


class FormButtons(QWidget):
    """Two buttons beside one another, below one another where letters are large."""

    def __init__(
        self,
        take: Callable[[], None],
        look: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        line = FlowRow(theme.look().gap(0.75))
        self.setLayout(line)
        for button, act in (
            (PlainButton(say("school.form.take"), "check", self), take),
            (PlainButton(say("school.form.look"), "file-text", self), look),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
            line.addWidget(button)
