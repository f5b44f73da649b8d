"""How words come into a field without a key of their own: composed by a keyboard, or dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.ui.parts.writing import dropped

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QInputMethodEvent
    from PySide6.QtWidgets import QWidget as Field

    from wizard.ui.parts.writing.typing_pause import TypingPause
    from wizard.ui.parts.writing.underlined import Underlined
else:
    # What Qt's field does by itself is asked of the one it is mixed into.
    Field = object


class ComingIn(Field):
    """What a line and a longer text have in common; stands before Qt's own class of either."""

    _underlined: Underlined
    _pause: TypingPause

    @property
    def composed(self) -> str:
        """What a keyboard is still composing here: it stands on the screen."""
        return self._underlined.words

    @property
    def is_at_hand(self) -> bool:
        """Whether somebody is writing here: what is kept must not be shown over it."""
        return self._pause.isActive() or bool(self.composed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know what a keyboard is still composing here."""
        super().inputMethodEvent(event)
        if self._underlined.follow(event):
            self._pause.typed(is_composed=bool(self.composed))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a copy of the words."""
        super().dragEnterEvent(event)
        dropped.copy_only(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would fall, still as a copy."""
        super().dragMoveEvent(event)
        dropped.copy_only(event)
