"""Words on their way from the keys to the disk."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import CTRL, Hands, Key, until
from wizard.model.answers import LINE_LETTERS, Action
from wizard.session import Session
from wizard.ui import days
from wizard.ui.parts.writing import typing_pause
from wizard.ui.parts.writing.choices import CheckChoice
from wizard.ui.parts.writing.fields import LineField, TextField
from wizard.ui.shell.window import Window


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_who_types_without_a_pause_is_saved_on_the_way(
    application: QApplication, monkeypatch: pytest.MonkeyPatch, kind: type[LineField | TextField]
) -> None:
    """Minutes of a fast hand were on no disk, beside "Saved", when the computer went out."""
    monkeypatch.setattr(typing_pause, "LONGEST", 60)
    room = QWidget()
    field = kind("Note", parent=room)
    told: list[str] = []
    field.told.connect(told.append)
    # A key comes before each pause is over, for ever.
    keys = QTimer(room, interval=5)
    keys.timeout.connect(lambda: field.insert("a") if isinstance(field, LineField)
                         else field.insertPlainText("a"))  # fmt: skip
    keys.start()

    until(lambda: len(told) > 1)
    keys.stop()
    room.deleteLater()


def test_what_can_be_typed_can_be_read_from_a_file(application: QApplication) -> None:
    """A file with a year or a line beyond what files may have was refused whole."""
    line = LineField("Title")
    line.insert("x" * (LINE_LETTERS + 1))
    line.deleteLater()

    assert len(line.text()) == LINE_LETTERS
    assert days.read("21/11/206") is None
    assert days.read("21/11/2026") == date(2026, 11, 21)


@pytest.mark.parametrize("field", ["What is it called?", "What does it say?"])
def test_the_key_of_the_outcome_works_where_somebody_writes(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """On Linux a field took Ctrl+E for the end of its line, which has a key of its own."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Lambs")
    QTest.keyClick(hands.focus, Key.Key_E, CTRL)

    assert session.place == "outcome"


@pytest.mark.parametrize("typed", ["5 December 2026", "after half-term"])
def test_a_day_that_is_being_typed_stays_in_sight(
    session: Session, window: Window, hands: Hands, typed: str
) -> None:
    """A screen reader, or a mouse on macOS, ticks and leaves the focus: the day was kept unseen."""
    session.answer("k-one", "yes")
    window.go("outcome")
    hands.tab_to("By when, question 1")
    field = hands.focus
    assert isinstance(field, LineField)
    hands.write(typed)
    (done,) = (one for one in hands.page.findChildren(CheckChoice) if one.text() == "Done")
    done.setChecked(True)
    assert field.text() == typed
    field.flush()
    by = "2026-12-05" if typed[0] == "5" else ""

    assert session.answers.action("k-one") == Action(by=by, done=True)
    assert field.text() == typed
