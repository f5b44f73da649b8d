"""What a new recovery sheet is for, and the way to one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wizard.ui.parts.card import Card
from wizard.ui.parts.sure import SureButton
from wizard.ui.parts.text import Body, SectionTitle
from wizard.words import say


class SheetCard(Card):
    """``renew`` asks for one: the sheet of before opens nothing from then on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("lock.sheet.title"), parent)
        self.rows.addWidget(SectionTitle(say("lock.sheet.title"), self))
        self.rows.addWidget(Body(say("lock.sheet.renew.about"), self))
        self.renew = SureButton(say("lock.sheet.renew"), say("lock.sheet.renew.sure"), self)
        self.rows.addWidget(self.renew)
