"""A risk assessment with questions below it: what moves up when a risk is removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.tiny import write_tiny
from tests.ui.conftest import MOMENT
from tests.ui.hands import CTRL, Hands, Key, until
from tests.ui.kinds import JOURNEY, QUESTIONS
from wizard.clock import FixedClock
from wizard.desk.places import Places
from wizard.model.answers import RiskRow
from wizard.session import Session
from wizard.ui.shell.window import Window


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The journey with every kind of answer, the risks first on their page."""
    journey = JOURNEY.replace("k-line, k-text, k-date, k-risks", "k-risks, k-line, k-text, k-date")
    content = write_tiny(tmp_path / "content", questions=QUESTIONS, journey=journey)
    return Places(tmp_path / "data", content, clock=FixedClock(MOMENT))


def test_what_has_the_focus_stays_in_sight_as_risks_come_and_go(
    session: Session, window: Window, hands: Hands
) -> None:
    """The page is shorter or longer by a whole form, and the button moves out of the window."""
    window.resize(1280, 600)
    window.go("k-second")
    session.answer("k-risks", (RiskRow(hazard="Rain"),))
    hands.tab_to("Remove risk 1")
    hands.press(Key.Key_Space)
    assert hands.name == "Add a risk"
    until(lambda: _is_seen(window, hands.focus))
    hands.press(Key.Key_Z, CTRL)
    assert session.answers["k-risks"].is_given
    low = hands.focus.mapTo(hands.page, hands.focus.rect().topLeft()).y()
    until(lambda: hands.focus.mapTo(hands.page, hands.focus.rect().topLeft()).y() > low)

    until(lambda: _is_seen(window, hands.focus))


def _is_seen(window: Window, part: QWidget) -> bool:
    area = window.frame.stage
    top = part.mapTo(area.viewport(), part.rect().topLeft()).y()
    return top >= 0 and top + part.height() <= area.viewport().height()
