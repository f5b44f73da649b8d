"""Where a platform's setting is, what it should be, and how sure we are."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.model.platform import Confidence, Setting
from wizard.ui import days, theme
from wizard.ui.parts.card import draw_panel
from wizard.ui.parts.text import Body, Small, Strong, Warn
from wizard.words import say

_SURE = {
    Confidence.A: "ui.setting.sure-a",
    Confidence.B: "ui.setting.sure-b",
    Confidence.C: "ui.setting.sure-c",
    Confidence.D: "ui.setting.sure-d",
}


class SettingPanel(QWidget):
    """The facts of one setting.  ``stale`` says that its shelf life is over."""

    def __init__(
        self, setting: Setting, policy: str, stale: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look = theme.look()
        self.setAccessibleName(setting.label)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.gap(1), look.gap(0.75), look.gap(1), look.gap(0.75))
        rows.setSpacing(look.gap(0.25))
        own = setting.by_policy.get(policy)
        safe = own.safe if own is not None else setting.safe
        # What to choose, where that is, and what it is called there: as one goes about it.
        if safe:
            rows.addWidget(Strong(say("ui.setting.safe", safe=safe), self))
        if setting.path:
            rows.addWidget(Body(say("ui.setting.path", path=setting.path), self))
        if setting.label:
            rows.addWidget(Body(say("ui.setting.label", label=setting.label), self))
        if setting.search:
            rows.addWidget(Body(say("ui.setting.search", search=setting.search), self))
        sure = say(_SURE[setting.confidence])
        checked = days.spoken(setting.checked.isoformat())
        rows.addWidget(Small(say("ui.setting.checked", sure=sure, date=checked), self))
        if stale:
            rows.addWidget(Warn(say("ui.setting.stale"), self))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface it stands on."""
        draw_panel(self)
