"""The school's part of home: its policy, links and helplines, and the way to change them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.model.school import School
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.home.home_part import HomePart
from wizard.ui.parts.school.helpline_line import helpline_line
from wizard.ui.parts.text import Quiet, Warn
from wizard.words import say


class SchoolAtHome(HomePart):
    """``wanted`` tells that somebody wants to see or change the school's profile."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("ui.home.school"), parent, is_shown=True)
        self._words, self._old = Quiet(parent=self), Warn(parent=self)
        change = LinkButton(say("ui.home.school-change"), "school", self)
        change.clicked.connect(self.wanted)
        for part in (self._words, self._old, change):
            self.rows.addWidget(part)

    def show_school(self, school: School, policy: str, today: date) -> None:
        """Show a school and what its policy is called; warn of helplines that have aged."""
        lines = [say("ui.home.has-school" if school.name else "ui.home.no-school", policy=policy)]
        lines += [say("ui.home.link", title=title, address=at) for title, at in school.links]
        lines += [helpline_line(line) for line in school.helplines]
        self._words.setText("\n".join(lines))
        self._old.setText(old := _old_helplines(school, today))
        self._old.setVisible(bool(old))


def _old_helplines(school: School, today: date) -> str:
    """Return that helplines are to be tried again, or nothing."""
    lines = school.helplines
    undated = ", ".join(line.name for line in lines if line.until is None)
    old = ", ".join(line.name for line in lines if line.until and line.until < today)
    told = (("ui.home.helplines-old", old), ("ui.home.helplines-undated", undated))
    return " ".join(say(word, names=names) for word, names in told if names)
