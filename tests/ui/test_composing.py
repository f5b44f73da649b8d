"""Words that a keyboard is still composing are on the screen, and are kept with it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, Key, until
from wizard.desk.desk import Desk
from wizard.session import Session
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.writing import typing_pause
from wizard.ui.parts.writing.fields import LineField, TextField
from wizard.ui.shell.window import Window
from wizard.words import say


@pytest.mark.parametrize("field", ["What is it called?", "What does it say?"])
@pytest.mark.parametrize("how", ["home", "close", "another size"])
def test_what_is_underlined_is_taken_in(
    session: Session, window: Window, hands: Hands, field: str, how: str
) -> None:
    """Japanese, Chinese and many touch keyboards show a word before it is in the field."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Told by ")
    QApplication.sendEvent(hands.focus, QInputMethodEvent("こんにちは", []))
    if how == "home":
        window.go_home()
    elif how == "close":
        window.close()
    else:
        window.choose_size(100)

    assert "Told by こんにちは" in [one.value for one in session.answers.answers.values()]


class _TakesAway:
    """An input method that, asked to commit, takes its words away: ibus-anthy does."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def commit(self) -> None:
        """End composing with nothing."""
        QApplication.sendEvent(self._hands.focus, QInputMethodEvent())


@pytest.mark.parametrize("field", ["What is it called?", "What does it say?"])
def test_what_is_underlined_outlives_a_method_that_takes_it_away(
    session: Session, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """Called saved for seconds, a whole sentence went from field and disk by larger letters."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Told by ")
    _compose(hands, "渡しは学校に行く")
    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: _TakesAway(hands))
    window.choose_size(125)

    assert "Told by 渡しは学校に行く" in [one.value for one in session.answers.answers.values()]


FIELDS = {"What is it called?": "k-line", "What does it say?": "k-text"}


def _compose(hands: Hands, shown: str, done: str = "") -> None:
    """Do what a keyboard does: ``done`` goes into the field, ``shown`` is underlined behind it."""
    event = QInputMethodEvent(shown, [])
    event.setCommitString(done)
    QApplication.sendEvent(hands.focus, event)


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_underlined_for_long_is_kept_and_stays_underlined(
    session: Session, window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """A whole sentence was on no disk when the computer went out; and whoever looks for the
    right sign among many is not done with the word.
    """
    monkeypatch.setattr(typing_pause, "LONGEST", 60)
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Told by us")
    for _ in "us":
        hands.press(Key.Key_Left)
    _compose(hands, "こんにち")

    def kept() -> object:
        return session.answers[FIELDS[field]].value

    until(lambda: kept() == "Told by こんにちus")
    assert isinstance(hands.focus, LineField | TextField)
    assert hands.focus.composed == "こんにち"
    _compose(hands, "は", "今日")
    until(lambda: kept() == "Told by 今日はus")
    _compose(hands, "")
    until(lambda: kept() == "Told by 今日us")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("is_told", [True, False], ids=["saved", "at once"])
def test_what_a_method_takes_away_as_the_focus_goes_is_kept(
    session: Session,
    window: Window,
    hands: Hands,
    monkeypatch: pytest.MonkeyPatch,
    field: str,
    is_told: bool,
) -> None:
    """A click elsewhere, or another program in front, took a saved sentence: fcitx ends with
    nothing as the focus goes.
    """
    if is_told:
        monkeypatch.setattr(typing_pause, "LONGEST", 60)
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Told by ")
    _compose(hands, "私達")

    def kept() -> object:
        return session.answers[FIELDS[field]].value

    if is_told:
        until(lambda: kept() == "Told by 私達")
    _compose(hands, "")
    if not is_told:
        hands.focus.clearFocus()
    window.frame.stage.flush()
    assert kept() == "Told by 私達"


@pytest.mark.parametrize("way", ["privacy", "back", "blank checklists"])
def test_what_is_underlined_on_a_page_beside_is_taken_in(
    session: Session, window: Window, hands: Hands, desk: Desk, way: str
) -> None:
    """The name of the school went without it by F1, by the way back, and by every menu."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("Name of the school")
    _compose(hands, "ysgol")
    if way == "privacy":
        window.more.show_privacy()
    elif way == "back":
        window.leave_aside()
    else:
        window.more.papers.show_blanks()

    until(lambda: not isinstance(window.frame.stage.page, SchoolPage))
    draft = desk.school.draft
    assert draft is not None
    assert "ysgol" in repr(draft)


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_given_up_at_once_is_gone(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """Escape takes back what nobody wanted; the focus stays, and nothing of it was kept."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Told by ")
    _compose(hands, "私達")
    _compose(hands, "")
    QApplication.processEvents()
    hands.focus.clearFocus()
    window.frame.stage.flush()

    assert str(session.answers[FIELDS[field]].value).strip() == "Told by"


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_underlined_is_not_called_saved(
    session: Session, window: Window, hands: Hands, field: str
) -> None:
    """The word "Saved" stood beside it for as long as it was composed."""
    window.go("k-second")
    hands.tab_to(field)
    hands.write("Lambs")
    state = window.frame.footer.state
    until(lambda: state.text() == say("ui.footer.saved"))
    _compose(hands, "こんにちは")

    assert state.text() == say("ui.footer.saving")
    _compose(hands, "")
    until(lambda: state.text() == say("ui.footer.saved"))


def test_a_pause_leaves_half_a_day_alone(session: Session, window: Window, hands: Hands) -> None:
    """Half a day is another day, and whoever composes its figures is not done with it."""
    window.go("k-second")
    hands.tab_to("When will it go up?")
    hands.write("1/2/20")
    _compose(hands, "26")
    hands.focus.flush()  # type: ignore[attr-defined]

    assert window.frame.footer.state.text() == say("ui.footer.saving")
    assert not session.answers["k-date"].is_given
    _compose(hands, "", "26")
    hands.focus.flush()  # type: ignore[attr-defined]
    assert session.answers["k-date"].value == "2026-02-01"
