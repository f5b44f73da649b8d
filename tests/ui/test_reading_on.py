"""Keys that turn a page turn it, wherever the focus was left by who picked with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.ui.hands import CTRL, NONE, SHIFT, Hands, Key, press, until
from tests.ui.test_signed_sheet import decide, picked, remember
from wizard.desk.desk import Desk
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.parts.question.side_list import StopButton
from wizard.ui.parts.writing.choices import RadioChoice
from wizard.ui.shell.window import Window

PAGES = (Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End)
ARROWS = (Key.Key_Up, Key.Key_Down)


def _click(part: QWidget) -> None:
    """As the system does: it knows the window, and that knows what is under the mouse."""
    window = part.window()
    assert isinstance(window, Window)

    def is_there() -> bool:
        window.frame.stage.ensureWidgetVisible(part)
        return window.childAt(part.mapTo(window, part.rect().center())) is part

    until(is_there)
    place = part.mapTo(window, part.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, NONE, place)


def _key(window: Window, key: Key, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.windowHandle(), key, keys)


def _pressed(hands: Hands, by: type[RadioChoice | QComboBox]) -> None:
    """Press the first of a kind with the mouse, and shut what opens."""
    part = hands.page.findChildren(by)[0]
    _click(part)
    if isinstance(part, QComboBox):
        part.hidePopup()
        part.setFocus(Qt.FocusReason.PopupFocusReason)


@pytest.mark.parametrize("key", [*PAGES, *ARROWS])
def test_who_picked_a_figure_with_the_mouse_reads_on(
    key: Key, session: Session, window: Window, hands: Hands
) -> None:
    """It walked on in the list: "5 - very likely" went to SLT, and nothing told it."""
    row = RiskRow(hazard="Rain", likelihood=2, severity=3)
    session.answer("k-risks", (row,))
    window.go("k-second")
    _pressed(hands, QComboBox)
    _key(window, key)
    window.frame.stage.flush()

    assert session.answers["k-risks"].value == (row,)


@pytest.mark.parametrize("key", ARROWS)
def test_who_picked_with_the_mouse_in_a_list_opened_by_a_key_reads_on(
    key: Key, session: Session, window: Window, hands: Hands
) -> None:
    """The list that opens is a window of its own."""
    session.answer("k-risks", (RiskRow(hazard="Rain", likelihood=2),))
    window.go("k-second")
    picker = hands.page.findChildren(QComboBox)[0]
    picker.setFocus(Qt.FocusReason.TabFocusReason)
    _key(window, Key.Key_Space)
    view = picker.view()
    place = view.visualRect(view.model().index(4, 0)).center()
    QTest.mouseMove(view.viewport(), place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert picker.currentIndex() == 4
    _key(window, key)

    assert picker.currentIndex() == 4


@pytest.mark.parametrize("is_made_anew", [False, True])
@pytest.mark.parametrize("key", [*PAGES, *ARROWS])
def test_who_picked_an_answer_with_the_mouse_reads_on(
    key: Key,
    is_made_anew: bool,
    session: Session,
    window: Window,
    hands: Hands,
    usual_size_after: None,
) -> None:
    """The arrow that was to bring the next question picked the next answer."""
    window.go("k-first")
    _pressed(hands, RadioChoice)
    picked = session.answers["k-one"].value
    assert picked
    if is_made_anew:
        window.choose_theme("dark")
        assert isinstance(hands.focus, RadioChoice)
    _key(window, key)

    assert session.answers["k-one"].value == picked


@pytest.mark.parametrize("key", ARROWS)
def test_a_blank_that_picks_nothing_new_is_read_on_by_too(
    key: Key, session: Session, window: Window, hands: Hands
) -> None:
    """As in a browser it was to bring the next screenful, and the arrow behind it picked."""
    window.go("k-first")
    _pressed(hands, RadioChoice)
    picked = session.answers["k-one"].value
    _key(window, Key.Key_Space)
    _key(window, key)

    assert session.answers["k-one"].value == picked


@pytest.mark.parametrize("press", [Key.Key_Space, Key.Key_Return])
def test_who_weighs_by_all_policies_reads_on_from_the_heading(
    press: Key, shipped: Window, usual_size_after: None
) -> None:
    """What asked for it goes as it is pressed, and left the focus to an answer."""
    hands = Hands(shipped)
    shipped.start("leaving")
    until(lambda: shipped.bridge.has_session)
    session = shipped.bridge.session
    session.choose_policy("oakfield")
    section = session.journey.sections[0]
    session.answer(section.questions[0].id, "yes")
    # The page is made anew, and offers it.
    shipped.choose_theme("dark")
    hands.on_page(section.title)
    hands.tab_to("Weigh by all five policies")
    _key(shipped, press)
    until(lambda: session.run.policy == "all")

    assert hands.name == section.title
    _key(shipped, Key.Key_Down)
    assert session.answers[section.questions[0].id].value == "yes"


def test_who_comes_back_by_tab_picks_by_arrows(
    session: Session, window: Window, hands: Hands
) -> None:
    """They work as they do everywhere for who goes by keys."""
    window.go("k-first")
    _pressed(hands, RadioChoice)
    picked = session.answers["k-one"].value
    _key(window, Key.Key_Tab)
    _key(window, Key.Key_Tab, SHIFT)
    _key(window, Key.Key_Down)

    assert session.answers["k-one"].value not in ("", picked)


@pytest.mark.parametrize("key", ARROWS)
def test_who_picked_what_slt_decided_with_the_mouse_reads_on(
    key: Key, outcome: Session, window: Window, hands: Hands, desk: Desk
) -> None:
    """Down, to come to the names below, made "Approved" a "Not yet", with SLT's name under it."""
    remember(desk, outcome, 1)
    remember(desk, outcome, 2)
    remember(desk, outcome, 3)
    page = decide(window, hands)
    radios = page.findChildren(RadioChoice)
    # What was decided is asked once the paper is picked.
    for group in dict.fromkeys(one.parentWidget() for one in radios):
        middle = [one for one in radios if one.parentWidget() is group][1]
        _click(middle)
        before = picked(page)
        _key(window, key)
        assert picked(page) == before

        _key(window, Key.Key_Tab)
        _key(window, Key.Key_Tab, SHIFT)
        _key(window, key)
        assert picked(page) != before


@pytest.mark.parametrize("key", ARROWS)
def test_who_cleared_an_answer_with_the_mouse_reads_on(
    key: Key, session: Session, window: Window, hands: Hands
) -> None:
    """The answer that was given the focus then was picked: one that nobody gave went to SLT."""
    session.answer("k-one", "yes")
    window.go("k-first")
    press(hands, "Clear my answer")
    (yes,) = (one for one in hands.page.findChildren(ForGoodButton) if one.isVisible())
    seen = QElapsedTimer()
    seen.start()
    until(lambda: seen.elapsed() > QApplication.doubleClickInterval())
    _click(yes)
    assert isinstance(hands.focus, RadioChoice)
    _key(window, key)

    assert not session.answers["k-one"].is_given


@pytest.mark.parametrize("key", ARROWS)
def test_who_came_to_a_page_with_the_mouse_reads_on(
    key: Key, session: Session, window: Window, hands: Hands
) -> None:
    """It has its focus on the first open answer, so that who goes by keys need not go there."""
    window.go("k-second")
    (stop,) = (
        one
        for one in window.findChildren(StopButton)
        if one.accessibleName().startswith("The post")
    )
    _click(stop)
    hands.on_page("The post")
    assert isinstance(hands.focus, RadioChoice)
    _key(window, key)

    assert not session.answers["k-one"].is_given


@pytest.mark.parametrize("first", [[], [Key.Key_Space]], ids=["at once", "behind a blank"])
@pytest.mark.parametrize("key", ARROWS)
def test_one_undo_too_many_leaves_the_answer_that_it_leads_to(
    key: Key, first: list[Key], session: Session, window: Window, hands: Hands
) -> None:
    """An arrow to read what had gone picked another answer, and nothing brought the words back."""
    session.answer("k-one", "yes")
    _key(window, Key.Key_Tab)
    session.note("k-one", "What I meant")
    window.go("k-second")
    _key(window, Key.Key_Z, CTRL)
    hands.on_page("The post")
    for one in (*first, key):
        _key(window, one)
    _key(window, Key.Key_Y, CTRL)

    assert session.answers["k-one"].note == "What I meant"
