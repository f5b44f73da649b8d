"""The footer: back, how the answers stand, and on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizard.desk.assessment.saving import SaveState, Saving
from wizard.ui import accessible, theme
from wizard.ui.parts.buttons import LinkButton, PlainButton, PrimaryButton
from wizard.ui.parts.flow_row import FlowRow
from wizard.ui.parts.text import Small, Warn
from wizard.ui.shell.below import Below
from wizard.words import say


class Footer(Below):
    """Next is never disabled; Back only leads where there is something before."""

    back = Signal()
    on = Signal()
    retry = Signal()
    elsewhere = Signal()
    wanted = Signal()
    """Back to what could not be saved, from where it is out of sight."""

    went_wrong = Signal()
    """The answers could not be saved, or could be again; ``is_wrong`` says which."""

    def __init__(self, kept_note: Callable[[], str], parent: QWidget | None = None) -> None:
        """``kept_note`` gives what to say in the place of "Saved" where nothing is kept."""
        super().__init__(parent)
        self.is_wrong = self._do_words_wait = False
        self._is_asked = self._has_ways = False
        self._saving: Saving | None = None
        self._told: SaveState | None = None
        self._kept_note = kept_note
        look, column = theme.look(), self.column
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.gap(0.5))
        self.wrong = Warn(parent=column)
        self.wrong.hide()
        rows.addWidget(self.wrong)
        row = FlowRow(look.gap(1))
        rows.addLayout(row)
        self.back_button = PlainButton(say("ui.footer.back"), "arrow-left", column)
        self.back_button.clicked.connect(self.back)
        self.on_button = PrimaryButton(say("ui.footer.on"), "arrow-right", column)
        self.on_button.clicked.connect(self.on)
        self.state = Small(parent=column)
        self.state.setWordWrap(False)
        self.again = LinkButton(say("ui.footer.again"), "rotate-ccw", column)
        self.again.clicked.connect(self._try_again)
        self.again.hide()
        self.copy = LinkButton(say("ui.footer.elsewhere"), "folder-open", column)
        self.copy.clicked.connect(self.elsewhere)
        self.copy.hide()
        self.lead = LinkButton(say("ui.footer.lead"), "arrow-left", column)
        self.lead.clicked.connect(self.wanted)
        self.lead.hide()
        ways = (self.back_button, self.on_button)
        for part in (*ways, self.state, self.again, self.lead, self.copy):
            row.addWidget(part)
        self.hide()

    def stand(self, *, is_asked: bool, has_ways: bool) -> None:
        """Stand below a page that ``is_asked`` to show it, with or without Back and on.

        Below any other it shows only what the disk refused, and the way back to that.
        """
        self._is_asked, self._has_ways = is_asked, has_ways
        self._settle()

    def _settle(self) -> None:
        # Whoever went home before an answer was refused would hear of it nowhere.
        is_here = self._is_asked or self.is_wrong
        for way in (self.back_button, self.on_button):
            # Where the footer is away they stay, and it comes back as high as it was.
            way.setVisible(self._has_ways or not is_here)
        self.setVisible(is_here)
        self.copy.setVisible(self._is_asked and self.is_wrong)
        self.lead.setVisible(not self._is_asked and self.is_wrong)

    def show_state(self, state: SaveState) -> None:
        """Say how the answers stand.  ``Saved`` only after the store said so."""
        failed = state.saving is Saving.NOT_SAVED
        self._saving = state.saving
        self._say_how()
        self.wrong.setText(say("ui.footer.cause", cause=state.sentence) if failed else "")
        if failed != self.wrong.isVisibleTo(self):
            self.wrong.setVisible(failed)
            self.again.setVisible(failed)
            self.is_wrong = failed
            self._settle()
            self.went_wrong.emit()
        if state.saving is not Saving.ON_ITS_WAY and state != self._told:
            # Said once, for saying it after each answer would drown the questions.
            self._told = state
            accessible.announce(self, self.wrong.text() or self.state.text())

    def show_words_wait(self, are_waiting: bool) -> None:
        """Do not say that all is saved while somebody writes; a reader is not told of it."""
        self._do_words_wait = are_waiting
        self._say_how()

    def clear_state(self) -> None:
        """Nothing has been answered in this sitting yet."""
        self._saving = self._told = None
        self._say_how()

    def _try_again(self) -> None:
        # Who asks is to hear what came of it, the same as before or not.
        self._told = None
        self.retry.emit()

    def _say_how(self) -> None:
        saving = self._saving
        if self._do_words_wait and saving is not Saving.NOT_SAVED:
            saving = Saving.ON_ITS_WAY
        note = self._kept_note() if saving not in (None, Saving.NOT_SAVED) else ""
        word = say(f"ui.footer.{saving.value}") if saving is not None else ""
        self.state.setText(note or word)
