"""The school's logo as it stands on every paper: shown, chosen from a file, left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from wizard.errors import Problem
from wizard.ui import accessible, file_dialogs, settings, theme
from wizard.ui.bridge import Bridge
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.text import SectionTitle, Warn
from wizard.words import say

HEIGHT = 5
"""How high the logo is shown, in ems."""


class LogoCard(Card):
    """``changed`` tells that another one is shown, or none."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        heading = say("ui.school.logo")
        super().__init__(heading, parent)
        self._bridge = bridge
        self.logo = b""
        """The file of the picture; empty for none."""
        self.rows.addWidget(SectionTitle(heading, self))
        self._picture = QLabel(self)
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setWordWrap(True)
        self.rows.addWidget(self._picture)
        row = FlowRow(theme.look().gap(0.75))
        self.rows.addLayout(row)
        choose = PlainButton(say("ui.school.logo-choose"), "image", self)
        choose.clicked.connect(self._choose)
        self._none = LinkButton(say("ui.school.logo-remove"), "x", self)
        self._none.clicked.connect(lambda: self.show_logo(b""))
        row.addWidget(choose)
        row.addWidget(self._none)
        self._wrong = Warn(parent=self)
        self._wrong.hide()
        self.rows.addWidget(self._wrong)

    def show_logo(self, logo: bytes) -> None:
        """Show a picture as the logo; say in words that there is none."""
        self.logo = logo
        picture = QPixmap()
        picture.loadFromData(logo)
        if logo and not picture.isNull():
            high = theme.look().gap(HEIGHT)
            self._picture.setPixmap(
                picture.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation)
            )
            self._picture.setAccessibleName(say("ui.school.logo"))
        else:
            self._picture.clear()
            self._picture.setText(say("ui.school.no-logo"))
        self._none.setVisible(bool(logo))
        self._tell("")
        self.changed.emit()

    def read_logo(self, path: Path) -> None:
        """Take a picture as the logo; what is none is told beside the button."""
        try:
            logo = self._bridge.desk.school.read_logo(path)
        except Problem as problem:
            self._tell(str(problem))
            return
        if QImage.fromData(logo).isNull():
            self._tell(say("school.logo.broken", file=path.name))
            return
        self.show_logo(logo)

    def _choose(self) -> None:
        title, kind = say("ui.school.logo-choose"), say("ui.school.logo-kind")
        file_dialogs.ask_which(self, title, settings.paper_folder(), kind, self.read_logo)

    def _tell(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        accessible.announce(self, sentence)
