"""What is not right with a form: a line beside the field, and a summary that leads there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import accessible, sight, tab_order, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.text import SectionTitle, Warn
from wizard.ui.parts.writing.fields import Labelled
from wizard.words import say


class Checked(QWidget):
    """A field with its label above and room beneath for what is wrong with it."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.field = label, field
        self._about = field.accessibleDescription()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        self._labelled = Labelled(label, field, self)
        rows.addWidget(self._labelled)
        self._warning = Warn(parent=self)
        self._warning.hide()
        rows.addWidget(self._warning)
        # Beside a higher field, the label stays at the top.
        rows.addStretch(1)

    def call(self, label: str, about: str) -> None:
        """Call the field something else; whoever writes in it goes on."""
        self.label, self._about = label, about
        self._labelled.words.setText(label)
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(self._warning.text() or about)

    def say_wrong(self, sentence: str) -> None:
        """Say beneath the field, and where it is read out, what is wrong; empty for nothing."""
        self._warning.setText(sentence)
        self._warning.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence or self._about)


Wrong = tuple[QWidget, str]
"""Where to go to put it right, and what is wrong there."""


class WrongSummary(Card):
    """Stands above a form: what is wrong, each line a way to its field.  It takes the focus."""

    def __init__(self, parent: QWidget | None = None, *, says: str = "school.wrong") -> None:
        """``says`` is what stands above the lines, with their count."""
        super().__init__("", parent)
        self._says = says
        self._title = SectionTitle("", self)
        self.rows.addWidget(self._title)
        self._links: list[LinkButton] = []
        self.hide()

    def show_wrongs(self, wrongs: Iterable[Wrong]) -> None:
        """Show what is wrong and take the focus; without anything it goes away."""
        for link in self._links:
            self.rows.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        for field, sentence in wrongs:
            link = LinkButton(sentence, "pencil", self)
            link.clicked.connect(_goes_to(field))
            self.rows.addWidget(link)
            self._links.append(link)
        self._title.say(say(self._says, count=len(self._links)))
        self.setAccessibleName(self._title.text())
        self.setVisible(bool(self._links))
        if self._links:
            tab_order.follow(self._links)
            self._links[0].setFocus()
            sight.bring(self)
            accessible.announce(self, self._title.text())


def _goes_to(field: QWidget) -> object:
    return lambda: field.setFocus()
