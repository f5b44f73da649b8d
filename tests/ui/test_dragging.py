"""Words and the mouse: none leave a text by being dragged, and none fall where they do not fit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests.ui.hands import CTRL, SHIFT, Hands, Key, words
from wizard.model.answers import LINE_LETTERS
from wizard.session import Session
from wizard.ui.parts.reading.document import Document
from wizard.ui.parts.writing.fields import LineField, TextField
from wizard.ui.shell.window import Window
from wizard.words import say

ROOT = Path(__file__).parents[2]
LEFT = Qt.MouseButton.LeftButton
WORDS = "What they told me stays here. " * 12


def _written(room: QWidget) -> TextField:
    field = TextField("Note", parent=room)
    field.setPlainText(WORDS)
    return field


def _read(room: QWidget) -> Document:
    return Document("What the policy says", f"<p>{WORDS}</p>", room)


@pytest.mark.parametrize("make", [_written, _read])
def test_what_is_selected_is_not_dragged_away(application: QApplication, make: object) -> None:
    """Dragged onto a line, a note was gone but for 500 letters, and the window heard no more."""
    room = QWidget()
    text = make(room)  # type: ignore[operator]
    text.resize(500, 300)
    room.show()
    text.selectAll()
    viewport, plain = text.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(viewport, LEFT, pos=QPoint(60, 14))
    for far in (80, 120, 160):
        # QTest's own moves a mouse of which no button is pressed.
        place, none = QPointF(far, 14), Qt.MouseButton.NoButton
        there = viewport.mapToGlobal(place)
        moved = QMouseEvent(QEvent.Type.MouseMove, place, there, none, LEFT, plain)
        QApplication.sendEvent(viewport, moved)
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(160, 14))
    selected = text.textCursor().selectedText()
    room.deleteLater()

    # What is dragged stays selected as a whole; here the mouse began to select anew.
    assert 0 < len(selected) < 40
    assert text.toPlainText().strip() == WORDS.strip()


def test_shift_and_the_mouse_go_on_selecting(application: QApplication) -> None:
    """Letting go of what is selected must not take away how keyboard and mouse select more."""
    room = QWidget()
    text = _written(room)
    text.resize(500, 300)
    room.show()
    assert isinstance(text, QPlainTextEdit)
    QTest.mouseClick(text.viewport(), LEFT, pos=QPoint(20, 14))
    QTest.mouseClick(text.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, QPoint(200, 14))
    first = text.textCursor().selectedText()
    QTest.mouseClick(text.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, QPoint(300, 14))
    more = text.textCursor().selectedText()
    room.deleteLater()

    assert first
    assert more.startswith(first)
    assert len(more) > len(first)


def _drop(field: QWidget, dropped: str) -> QDropEvent:
    data = QMimeData()
    data.setText(dropped)
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    # With Shift it is proposed to move them.
    shift = Qt.KeyboardModifier.ShiftModifier
    enters = QDragEnterEvent(QPoint(5, 5), offered, data, LEFT, shift)
    moves = QDragMoveEvent(QPoint(6, 6), offered, data, LEFT, shift)
    event = QDropEvent(QPointF(6, 6), offered, data, LEFT, shift)
    for one in (enters, moves, event):
        QApplication.sendEvent(field, one)
    # Some programs take away what was to be moved as the mouse came, whatever became of it.
    assert [one.dropAction() for one in (enters, moves)] == [Qt.DropAction.CopyAction] * 2
    return event


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_what_is_dropped_is_left_where_it_was_too(
    application: QApplication, kind: type[LineField | TextField]
) -> None:
    """Another program took its words away, though a line had refused what did not fit."""
    room = QWidget()
    field = kind("Note", parent=room)
    field.resize(300, 60)
    room.show()
    event = _drop(field.viewport() if isinstance(field, TextField) else field, "Lambs")
    field.flush()
    written = field.text() if isinstance(field, LineField) else field.toPlainText()
    room.deleteLater()

    assert written == "Lambs"
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_what_is_dropped_and_does_not_fit_stays_where_it_was(
    session: Session, window: Window, hands: Hands
) -> None:
    """Another program takes its words away as the drop says that it took them."""
    window.go("k-second")
    hands.tab_to("What is it called?")
    line = hands.focus
    assert isinstance(line, LineField)
    hands.write("Lambs")

    assert not _drop(line, "x" * LINE_LETTERS).isAccepted()
    assert line.text() == "Lambs"
    sentence = say("ui.line.dropped", count=LINE_LETTERS)
    assert sentence in words(window)
    assert line.accessibleDescription() == sentence
    assert _drop(line, "x" * (LINE_LETTERS - 5)).isAccepted()
    assert len(line.text()) == LINE_LETTERS
    assert sentence not in words(window)


@pytest.mark.parametrize("how", ["paste", "type"])
def test_what_does_not_fit_in_a_line_is_said_beside_it(
    session: Session, window: Window, hands: Hands, how: str
) -> None:
    """A line shows eighty letters: nobody saw that the end of the answer was not in it."""
    window.go("k-second")
    hands.tab_to("What is it called?")
    line = hands.focus
    assert isinstance(line, LineField)
    sentence = say("ui.line.full", count=LINE_LETTERS)
    if how == "paste":
        QApplication.clipboard().setText("word " * 160)
        hands.press(Key.Key_V, CTRL)
    else:
        QApplication.clipboard().setText("x" * LINE_LETTERS)
        hands.press(Key.Key_V, CTRL)
        assert sentence not in words(window)
        hands.write("y")

    assert len(line.text()) == LINE_LETTERS
    assert sentence in words(window)
    assert line.accessibleDescription() == sentence
    hands.press(Key.Key_Backspace)
    assert sentence not in words(window)
    assert line.accessibleDescription() == ""


def _line_with(window: Window, hands: Hands, text: str) -> LineField:
    window.go("k-second")
    hands.tab_to("What is it called?")
    line = hands.focus
    assert isinstance(line, LineField)
    line.setText(text)
    return line


def test_what_is_set_by_voice_and_does_not_fit_is_said(
    session: Session, window: Window, hands: Hands
) -> None:
    """A voice control or a screen reader was told that all was taken, and 500 letters were."""
    line = _line_with(window, hands, "Lambs")
    heard = QAccessible.queryAccessibleInterface(line)
    sentence = say("ui.line.full", count=LINE_LETTERS)
    heard.setText(QAccessible.Text.Value, "x" * LINE_LETTERS)
    assert sentence not in words(window)
    heard.setText(QAccessible.Text.Value, "word " * 160)

    assert line.text() == ("word " * 160)[:LINE_LETTERS]
    assert sentence in words(window)
    line.flush()
    assert session.answers["k-line"].value == line.text()


@pytest.mark.parametrize("letter", ["x", "\U0001f411"])
def test_what_is_put_in_by_voice_pushes_nothing_out(
    session: Session, window: Window, hands: Hands, letter: str
) -> None:
    """Put in before what stands there, it cut off the end of that, without a word."""
    stood = "Lambs" * 98
    line = _line_with(window, hands, stood)
    put_in = QAccessible.queryAccessibleInterface(line).editableTextInterface()
    put_in.insertText(5, letter * 21)

    assert line.text() == stood[:5] + letter * (10 if letter == "x" else 5) + stood[5:]
    assert say("ui.line.full", count=LINE_LETTERS) in words(window)


def test_what_does_not_fit_is_said_once(
    session: Session, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who holds a key down in a full line would hear the sentence for each letter."""
    from wizard.ui import accessible

    told: list[str] = []
    monkeypatch.setattr(accessible, "announce", lambda _part, sentence: told.append(sentence))
    window.go("k-second")
    hands.tab_to("What is it called?")
    hands.write("x" * (LINE_LETTERS + 3))

    assert told.count(say("ui.line.full", count=LINE_LETTERS)) == 1


def test_lines_that_are_pasted_become_one(session: Session, window: Window, hands: Hands) -> None:
    """An answer with a break in it fitted no line of the next content, and was asked again."""
    window.go("k-second")
    hands.tab_to("What is it called?")
    line = hands.focus
    assert isinstance(line, LineField)
    QApplication.clipboard().setText("line one\nline two")
    hands.press(Key.Key_V, CTRL)
    line.flush()
    assert session.answers["k-line"].value == "line one line two"
    hands.write("!")
    line.flush()

    assert session.answers["k-line"].value == "line one line two!"
    hands.press(Key.Key_Left, SHIFT)
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)
    line.flush()
    assert not session.answers["k-line"].is_given


def test_a_window_closed_in_the_midst_of_a_drag_ends_the_program(tmp_path: Path) -> None:
    """It went, and the program stayed unseen with the answers: no further start came up."""
    command = [sys.executable, "-m", "tests.ui.window_child", "drag", str(tmp_path)]
    ended = subprocess.run(
        command, cwd=ROOT, timeout=60, check=False, capture_output=True, text=True
    )

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["closed"]
