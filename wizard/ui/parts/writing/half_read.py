"""What may stand in a part and can be told to nobody: no day, no number, though somebody wrote it.

All else is told to the session as it is written, and the session gives it back.  This is
shown on one page only: that page hands it on when it is made anew, and gives it up, to be
kept where words are kept, when it is left for another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import SIGNAL, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.ui import accessible, days, sight, theme
from wizard.ui.parts.text import Warn
from wizard.ui.parts.writing.fields import LineField
from wizard.words import say


class HalfRead(QWidget):
    """``about`` is the question it answers, by which it is found on the page made anew.

    It is empty for a field within another such part, which hands it on with its row.
    """

    about = ""

    @property
    def stands(self) -> object:
        """What :meth:`take` would return; it stays."""
        raise NotImplementedError

    def take(self) -> object:
        """Take out what can not be told, and return it; nothing at all is falsy."""
        raise NotImplementedError

    def put_back(self, taken: object) -> None:
        """Write what another such part, of the same question, had taken out."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a part held, by what it is ``about``, before somebody took some of it back.

    The session never had it, and has no step that it comes back by.  What can not be read
    ``beside`` it, as in another row, stands on.
    """

    about: str
    stood: object
    beside: frozenset[str]


class ReadLine(HalfRead):
    """A line whose words mean something; ``told`` gives that, empty for nothing.

    What can not be read stays as typed, and a ``warning``, for whoever makes it to place,
    says how to write it.  ``unread`` gives it up.  ``returned`` asks for what comes next.
    """

    told = Signal(str)
    unread = Signal(str)
    returned = Signal()

    def __init__(
        self,
        name: str,
        read: Callable[[str], str | None],
        wrong: str,
        parent: QWidget | None = None,
        *,
        only_whole: bool = False,
    ) -> None:
        """``read`` returns what words mean, None where they can not be read: that is ``wrong``."""
        super().__init__(parent)
        self._read, self._is_wrong, self._kept = read, wrong, ""
        self.is_unread = False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.look().gap(0.25))
        self.line = LineField(name, self, only_whole=only_whole)
        self.line.told.connect(self._take_in)
        self.line.returnPressed.connect(self._go_on)
        rows.addWidget(self.line)
        self.warning = Warn(parent=self)
        self.warning.hide()
        self._about = ""

    def show_value(self, value: str) -> None:
        """Show what is kept; what could not be read is left as typed until that is another."""
        if self.is_unread and value == self._kept:
            return
        self._kept = value
        if not self.line.is_at_hand:
            self.give_up()
        if self._read(self.line.text()) != value:
            self.line.show_value(self.in_words(value))

    def in_words(self, value: str) -> str:
        """Return what is shown for a value."""
        return value

    def describe(self, about: str) -> None:
        """Have ``about`` read out with the line wherever nothing is wrong."""
        self._about = about
        self.line.setAccessibleDescription(about)

    def flush(self) -> None:
        """Tell now what has not been told yet."""
        self.line.flush()

    def give_up(self) -> None:
        """Hand over what is typed and can not be read; the line is empty then.

        Where nobody keeps it, it stays.
        """
        if self.receivers(SIGNAL("unread(QString)")) and (typed := self.take()):
            self.unread.emit(typed)

    @property
    def stands(self) -> str:
        """What is typed and can not be read."""
        return self.line.text().strip() if self.is_unread else ""

    def take_back(self) -> None:
        """Show what is kept in place of what can not be read."""
        self.take()
        self.line.show_value(self.in_words(self._kept))

    def take(self) -> str:
        """Return what is typed and can not be read, and leave the line empty."""
        self.flush()
        if not (typed := self.stands):
            return ""
        self.line.show_value("")
        self._warn(False)
        return typed

    def put_back(self, taken: object) -> None:
        """Write it as a person would."""
        self.line.setText(str(taken))
        self.flush()

    def _take_in(self, text: str) -> None:
        value = self._read(text)
        self._warn(value is None)
        if value is None:
            accessible.announce(self.line, self.warning.text())
            return
        self._kept = value
        self.told.emit(value)

    def _warn(self, is_wrong: bool) -> None:
        self.is_unread = is_wrong
        self.warning.setText(self._is_wrong if is_wrong else "")
        self.warning.setVisible(is_wrong)
        self.line.setAccessibleDescription(self.warning.text() or self._about)

    def _go_on(self) -> None:
        self.flush()
        if self.is_unread:
            # In large letters the key would seem dead, with the reason below the edge.
            sight.bring(self.line, self.warning)
        else:
            self.returned.emit()


class DayField(ReadLine):
    """A day, written as people write it; ``told`` gives it as ISO, or empty."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _iso, say("ui.day.unreadable"), parent, only_whole=True)
        self.line.setPlaceholderText(say("ui.day.example"))
        self.line.setMaximumWidth(theme.look().text(17))
        rows = self.layout()
        assert rows is not None
        rows.addWidget(self.warning)

    def in_words(self, value: str) -> str:
        """Return it as it is spoken."""
        return days.spoken(value)

    def _take_in(self, text: str) -> None:
        super()._take_in(text)
        if not self.is_unread:
            self.line.show_value(days.spoken(self._kept))


def take_back(field: QWidget | None) -> TakenBack | None:
    """Take back what was written in a field and can not be read; None where all can."""
    line = field.parentWidget() if field is not None else None
    if not isinstance(line, ReadLine):
        return None
    line.flush()
    part: QWidget | None = line
    while part is not None and not (isinstance(part, HalfRead) and part.about):
        part = part.parentWidget()
    if not line.is_unread or not isinstance(part, HalfRead):
        return None
    stood = part.stands
    line.take_back()
    return TakenBack(part.about, stood, _halves(part))


def bring_back(page: QWidget, taken: TakenBack) -> QWidget | None:
    """Write what was taken back, and return where; None where it has no place on the page.

    Nor has it any where something else stands by now that can not be read.
    """
    part = next((one for one in _parts(page) if one.about == taken.about), None)
    if part is None or not _halves(part) <= taken.beside:
        return None
    part.put_back(taken.stood)
    return part


def unread(inside: QWidget) -> list[ReadLine]:
    """Return the lines in which something stands that can not be read."""
    lines = [inside] if isinstance(inside, ReadLine) else inside.findChildren(ReadLine)
    return [one for one in lines if one.is_unread]


def _halves(inside: QWidget) -> frozenset[str]:
    return frozenset(one.stands for one in unread(inside))


def give_up(inside: QWidget) -> None:
    """Let nothing that can not be read be lost with what is going out of sight for good."""
    for line in unread(inside):
        line.give_up()


def take(page: QWidget) -> Mapping[str, object]:
    """Take out what can not be told of all that will stand on the page made anew, too."""
    # What is not asked any more will not: it is given up with its page.
    taken = {one.about: one.take() for one in _parts(page) if one.isVisibleTo(page)}
    return {about: half for about, half in taken.items() if half}


def put_back(page: QWidget, taken: Mapping[str, object]) -> None:
    """Write it into the parts of the same questions."""
    for part in _parts(page):
        if part.about in taken:
            part.put_back(taken[part.about])


def _parts(page: QWidget) -> Iterator[HalfRead]:
    return (one for one in page.findChildren(HalfRead) if one.about)


def _iso(text: str) -> str | None:
    if not text.strip():
        return ""
    day = days.read(text)
    return day.isoformat() if day else None
