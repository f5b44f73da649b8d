"""Room that is held for what comes in later, so that nothing moves when it does."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import theme


class HeldRoom(QWidget):
    """As high as it was the last time until ``fit`` is called; what comes in goes to ``rows``.

    At home the journeys would else move down under the hand of whoever is about to choose one.
    """

    def __init__(self, height: int, parent: QWidget) -> None:
        """``height`` in pixels, 0 where nothing stood here."""
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(theme.look().gap(1))
        self.setMinimumHeight(height)
        self.setVisible(height > 0)

    def fit(self, is_needed: bool) -> None:
        """Be as high as what stands here; out of sight where nothing does."""
        self.setMinimumHeight(0)
        self.setVisible(is_needed)
