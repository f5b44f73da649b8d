"""In sight: what has the focus, what was opened, and the words being written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui import screens
from tests.ui.every_page import every_session, some_quick
from tests.ui.hands import SHIFT, Hands, Key, press, until, words
from tests.ui.paper_hands import put
from wizard.clock import FixedClock
from wizard.exchange.carry_file import write_carried
from wizard.session import Session
from wizard.ui import pictures, theme
from wizard.ui.look import LIGHT
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.parts.folded import Folded
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.parts.text import Body
from wizard.ui.parts.writing.fields import TextField
from wizard.ui.shell.window import Window

pytestmark = pytest.mark.usefixtures("usual_size_after")


@pytest.fixture(params=[100, 400])
def large(request: pytest.FixtureRequest, window: Window) -> int:
    """The window of a small laptop, at both ends of the text sizes."""
    window.resize(1280, 720)
    theme.change(LIGHT, request.param / 100)
    window.choose_size(request.param)
    return int(request.param)


def _seen(window: Window, part: QWidget, inside: QRect | None = None) -> bool:
    """Say whether a part is in sight, or at least its first lines."""
    view = window.frame.stage.viewport()
    place = inside or part.rect()
    top = part.mapTo(view, place.topLeft()).y()
    high = min(place.height(), theme.look().text(3))
    return top >= 0 and top + high <= view.height()


def test_what_tab_comes_to_is_in_sight(large: int, session: Session, window: Window) -> None:
    """A focus that nobody sees is lost, going on, going back and coming from the side list."""
    hands = Hands(window)
    stage = window.frame.stage
    for keys in (None, SHIFT):
        for _ in range(40):
            hands.press(Key.Key_Backtab if keys else Key.Key_Tab, *([keys] if keys else []))
            if stage.isAncestorOf(hands.focus):
                until(lambda: _seen(window, hands.focus))


def test_where_the_review_begins_is_in_sight(large: int, session: Session, window: Window) -> None:
    """Beside very large letters the first line lay below the edge, and the focus with it."""
    hands = Hands(window)
    window.go("review")
    hands.on_page("Check your answers")

    until(lambda: _seen(window, hands.focus))


def settle() -> None:
    """Let what comes next settle, in a few rounds."""
    for _ in range(12):
        QApplication.processEvents()


def _left(session: Session, answered: int = -1) -> Session:
    """The same self-assessment, so many questions of each page answered: all but the last."""
    sections = session.journey.sections
    kept = {q.id for section in sections for q in section.questions[:answered]}
    answers = session.answers
    some = replace(answers, answers={k: a for k, a in answers.answers.items() if k in kept})
    return Session(session.pack, replace(session.run, answers=some), FixedClock(screens.MOMENT))


def _lost(hands: Hands) -> list[str]:
    """Name what has the focus out of sight, once all has settled."""
    stage = hands.window.frame.stage
    settle()
    focus = hands.focus
    if stage.isAncestorOf(focus) and not _seen(hands.window, focus):
        return [focus.accessibleName()]
    return []


@pytest.mark.parametrize("size", [100, 200, 300, 400])
def test_home_and_what_stands_beside_it_open_with_their_focus_in_sight(
    size: int, shipped: Window
) -> None:
    """And so does home with a year of self-assessments in it, first and coming back."""
    shipped.resize(1280, 720)
    theme.change(LIGHT, size / 100)
    shipped.choose_size(size)
    hands = Hands(shipped)
    found = [f"{name}: {what}" for name in pictures.asides(shipped) for what in _lost(hands)]
    screens.use_for_a_year(shipped, shipped.bridge.desk.places)
    shipped.go_home()
    until(lambda: len([row for row in shipped.findChildren(RunRow) if row.isVisible()]) == 5)
    found += _lost(hands)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [200, 400])
def test_home_in_larger_letters_begins_at_its_top(size: int, shipped: Window) -> None:
    """It went down to the first journey, and a newcomer saw no heading and half a greeting."""
    shipped.resize(1280, 720)
    Hands(shipped)
    theme.change(LIGHT, size / 100)
    shipped.choose_size(size)
    settle()

    assert shipped.frame.stage.verticalScrollBar().value() == 0


def test_a_page_one_goes_back_to_has_its_focus_in_sight(
    large: int, session: Session, window: Window
) -> None:
    """It is shown where it was left, at its end; its first answer may be far above."""
    hands = Hands(window)
    window.go("k-second")
    hands.tab_to("Carry on")
    hands.press(Key.Key_Space)
    until(lambda: hands.title != "In your own words")
    window.go_back()
    hands.on_page("In your own words")

    assert not _lost(hands)


@pytest.mark.parametrize("size", [200, 400])
@pytest.mark.parametrize("file", some_quick("before-posting"))
def test_every_page_opens_with_its_focus_in_sight(file: Path, size: int, shipped: Window) -> None:
    """The first answer lay below the edge: Space picked what nobody had seen."""
    shipped.resize(1280, 720)
    theme.change(LIGHT, size / 100)
    shipped.choose_size(size)
    hands = Hands(shipped)
    found = [
        f"{begun}, {name}: {what}"
        for session in every_session(file)
        for begun, one in (("all", session), ("none", _left(session, 0)), ("some", _left(session)))
        for name in pictures.pages(shipped, one)
        for what in _lost(hands)
    ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", ["Why we ask", "What the policy says", "Note"])
def test_what_was_opened_is_in_sight(
    name: str, large: int, session: Session, window: Window
) -> None:
    """Something that opens below the edge has not opened, for whoever looks."""
    hands = Hands(window)
    until(lambda: window.frame.stage.page is not None and hands.title == "The post")
    hands.tab_to(f"{name}, question 1")
    bar = window.frame.stage.verticalScrollBar()
    view = window.frame.stage.viewport()
    # The button stands at the very edge of what can be seen.
    bottom = hands.focus.mapTo(view, QPoint(0, hands.focus.height())).y()
    bar.setValue(bar.value() + bottom - view.height())
    hands.press(Key.Key_Space)
    folded = next(f for f in hands.page.findChildren(Folded) if f.isVisible())

    until(lambda: _seen(window, folded))
    # Where letters are so large that both have no room, what was opened is what is wanted.
    until(lambda: large == 400 or _seen(window, hands.focus))


def test_why_no_file_was_made_is_in_sight(window: Window) -> None:
    """Return in a field asked for it, and what was wrong stood below the edge."""
    window.resize(1280, 720)
    theme.change(LIGHT, 2)
    window.choose_size(200)
    hands = Hands(window)
    window.more.show_everything()
    hands.tab_to("Choose a passphrase for the file")
    hands.write("short")
    hands.press(Key.Key_Return)
    told = next(one for one in window.findChildren(Body) if "at least 12" in one.text())

    until(lambda: _seen(window, told))
    assert _seen(window, hands.focus)


def test_all_that_is_told_of_a_file_is_in_sight(window: Window, tmp_path: Path) -> None:
    """What was two lines long was brought into sight before there was room for the second."""
    window.resize(1280, 840)
    theme.change(LIGHT, 2)
    window.choose_size(200)
    hands = Hands(window)
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    for label in ("Choose a passphrase for the file", "The passphrase of the file once more"):
        hands.tab_to(label)
        hands.write("three plain words")
    hands.press(Key.Key_Tab)
    path = tmp_path / "My answers of the whole autumn term.answers"
    for told in ("Saved as", "holds answers already"):
        page.along.save(path)
        until(lambda told=told: told in words(window))  # type: ignore[misc]
        path.write_bytes(write_carried([b"{}"], "three plain words"))
    (line,) = (one for one in page.along.findChildren(Body) if "holds answers" in one.text())
    until(lambda: line.height() > 2 * theme.look().text(1))

    until(lambda: _seen(window, line, QRect(0, line.height() - 1, 1, 1)))


def test_the_words_being_written_stay_in_sight(
    large: int, session: Session, window: Window
) -> None:
    """A field grows with its words, and would grow out of the window."""
    window.go("k-second")
    hands = Hands(window)
    hands.on_page("In your own words")
    hands.tab_to("What does it say?")
    field = hands.focus
    assert isinstance(field, TextField)
    for _ in range(40):
        hands.write("line")
        hands.press(Key.Key_Return)

    # What was asked for before the words, and comes last, may not lead away from them again.
    settle()
    assert _seen(window, field.viewport(), field.cursorRect())


def test_what_came_of_saving_is_in_sight(session: Session, window: Window, tmp_path: Path) -> None:
    """Below the edge it looks as if the button had done nothing."""
    window.resize(1280, 720)
    hands = Hands(window)
    hands.press(Key.Key_1)
    window.go("outcome")
    press(hands, "Save PDF for SLT")
    button, view = hands.focus, window.frame.stage.viewport()
    bar = window.frame.stage.verticalScrollBar()
    # The button stands at the very edge of what can be seen.
    bottom = button.mapTo(view, QPoint(0, button.height())).y()
    bar.setValue(bar.value() + bottom - view.height())
    put(window, tmp_path / "paper.pdf")
    tray = next(tray for tray in window.findChildren(PaperTray) if tray.isVisible())

    until(lambda: _seen(window, tray))
    assert hands.focus is button


def test_what_leaves_the_page_as_there_is_room_again_is_not_scrolled_to(
    session: Session, window: Window
) -> None:
    """Its button had the focus in a low window: Qt looked for it on the page, where it was not."""
    window.resize(1180, 200)
    QApplication.processEvents()
    window.frame.footer.on_button.setFocus()
    window.resize(1180, 800)
    for _round in range(6):
        QApplication.processEvents()

    assert window.frame.stage.verticalScrollBar().value() == 0


def test_who_is_asked_stays_where_they_pressed(
    application: QApplication, session: Session, window: Window, hands: Hands
) -> None:
    """The focus went to the next question for a moment, and took the page along."""
    hands.press(Key.Key_2)
    hands.tab_to("Clear my answer, question 1")
    came: list[str] = []

    def hear(_old: QWidget | None, new: QWidget | None) -> None:
        came.append(new.accessibleName() if new is not None else "")

    application.focusChanged.connect(hear)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Space)
    application.focusChanged.disconnect(hear)

    assert came == ["No, keep it, Clear my answer, question 1", "Clear my answer, question 1"]
