"""A line above the footer for what went wrong; it stays until it is put away.

What is only good to know stands there until another page comes.

Where it is too high for that, it stands above the page and scrolls with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wizard.ui import accessible, theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.notice import Notice
from wizard.ui.shell.below import Below
from wizard.words import say


@dataclass(frozen=True, slots=True)
class Way:
    """Where a sentence leads: the words and the icon of its button, and what that does."""

    label: str
    icon: str
    go: Callable[[], None]


class Message(Below):
    """One sentence, a button to put it away, and one that leads on where something can be done.

    Nothing is blocked meanwhile.

    ``told`` says that it has words that want room, before it is in sight.
    """

    told = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column
        # Beside very large letters the button would only take room from the words.
        is_large = theme.look().is_large
        row: QBoxLayout = QVBoxLayout(column) if is_large else QHBoxLayout(column)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.look().gap(1))
        self._wrong = Notice(say("ui.message.title"), "", "warn", column)
        self._well = Notice("", "", "info", column)
        self._well.hide()
        row.addWidget(self._wrong, 1)
        row.addWidget(self._well, 1)
        self._sentence, self._is_waiting = "", False
        self._way: Way | None = None
        self._on = LinkButton("", "", column)
        self._on.clicked.connect(self._go)
        self._on.hide()
        # An arrow behind the words would have it stand at the right edge.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        side = left if is_large else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._on, 0, side)
        away = LinkButton(say("ui.message.away"), "x", column)
        away.clicked.connect(self.hide)
        row.addWidget(away)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says; empty where it was put away."""
        return "" if self.isHidden() else self._sentence

    @property
    def says(self) -> tuple[str, Way | None, bool, bool]:
        """What it says, where that leads, whether all is well and whether it waits for a file."""
        return self.sentence, self._way, self._wrong.isHidden(), self._is_waiting

    def tell(
        self, sentence: str, way: Way | None = None, is_well: bool = False, is_waiting: bool = False
    ) -> None:
        """Show a sentence, and the way it leads if there is one.

        That all ``is_well`` is told, but never takes the place of what went wrong; only of one
        that ``is_waiting`` for a file, and holds no more when that is there.
        """
        if is_well and self.sentence and not (self._wrong.isHidden() or self._is_waiting):
            accessible.announce(self, sentence)
            return
        self._sentence, self._is_waiting = sentence, is_waiting
        self._wrong.setVisible(not is_well)
        self._well.setVisible(is_well)
        (self._well if is_well else self._wrong).words.setText(sentence)
        self._way = way
        self._on.setVisible(way is not None)
        if way is not None:
            self._on.say(way.label)
            self._on.put_icon(way.icon)
        self.told.emit()
        self.show()
        accessible.announce(self, sentence)

    def wait_no_more(self) -> bool:
        """Let go of what waited for a file, and say whether that is what it said."""
        if self._is_waiting:
            self.hide()
        return self._is_waiting

    def take_back(self, sentence: str) -> None:
        """Let go of a sentence that holds no more, if it is what it says."""
        if self.sentence == sentence:
            self.hide()

    def turn_page(self) -> None:
        """Let go of what was only good to know."""
        if self._wrong.isHidden():
            self.hide()

    def _go(self) -> None:
        if self._way is not None:
            self._way.go()
        self.hide()
