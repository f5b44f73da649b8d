"""A risk assessment with questions below it: what moves up when a risk is removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.tiny import write_tiny
from tests.ui.conftest import MOMENT
from tests.ui.hands import CTRL, Hands, Key, remove, until
from tests.ui.kinds import JOURNEY, QUESTIONS
from wizard.clock import FixedClock
from wizard.desk.places import Places
from wizard.model.answers import RISK_ROWS, RiskRow
from wizard.session import Session
from wizard.ui.parts.buttons import LinkButton, PlainButton
from wizard.ui.parts.for_good import ForGoodButton
from wizard.ui.parts.text import Small
from wizard.ui.parts.writing.fields import LineField
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
    remove(hands, "Remove risk 1")
    assert hands.name == "Add a risk"
    until(lambda: _is_seen(window, hands.focus))
    hands.press(Key.Key_Z, CTRL)
    assert session.answers["k-risks"].is_given
    low = hands.focus.mapTo(hands.page, hands.focus.rect().topLeft()).y()
    until(lambda: hands.focus.mapTo(hands.page, hands.focus.rect().topLeft()).y() > low)

    until(lambda: _is_seen(window, hands.focus))


def test_what_is_half_written_in_one_risk_outlives_another(
    session: Session, window: Window, hands: Hands
) -> None:
    """All forms are made anew as one goes: a day that can not be read went with them."""
    window.go("k-second")
    session.answer("k-risks", tuple(RiskRow(hazard=word) for word in ("Rain", "Wind", "Fog")))
    hands.tab_to("By when?, risk 1")
    hands.write("soon")
    hands.tab_to("What could go wrong?, risk 2")
    hands.press(Key.Key_End)
    hands.write("y night")
    # Who presses it by voice takes the focus nowhere.
    buttons = hands.page.findChildren(LinkButton)
    next(one for one in buttons if one.text() == "Remove risk 3").click()
    sure = hands.page.findChildren(ForGoodButton)
    next(one for one in sure if "Remove risk 3" in one.accessibleName()).click()

    rows = session.answers["k-risks"].value
    assert [row.hazard for row in rows if isinstance(row, RiskRow)] == ["Rain", "Windy night"]
    hands.tab_to("By when?, risk 1")
    assert isinstance(hands.focus, LineField)
    assert hands.focus.text() == "soon"


def test_a_day_that_can_not_be_read_outlives_an_undo(
    session: Session, window: Window, hands: Hands
) -> None:
    """What comes back makes all forms anew; words of another risk are none of its business."""
    window.go("k-second")
    session.answer("k-risks", (RiskRow(hazard="Rain"), RiskRow(hazard="Wind")))
    hands.tab_to("By when?, risk 1")
    hands.write("soon")
    hands.press(Key.Key_Tab)
    session.answer("k-risks", (RiskRow(hazard="Rain"),))
    window.undo()

    hands.tab_to("By when?, risk 1")
    assert isinstance(hands.focus, LineField)
    assert hands.focus.text() == "soon"


def test_no_more_risks_can_be_typed_than_a_file_may_hold(
    session: Session, window: Window, hands: Hands
) -> None:
    """With one more the whole file to take along was refused, long after it was typed."""
    rows = tuple(RiskRow(hazard=str(number)) for number in range(RISK_ROWS - 1))
    session.answer("k-risks", rows)
    window.go("k-second")
    add = next(one for one in hands.page.findChildren(PlainButton) if one.text() == "Add a risk")
    assert add.isEnabled()
    add.click()
    hands.write("the last one")

    assert not add.isEnabled()
    told = [one for one in hands.page.findChildren(Small) if "as many as" in one.text()]
    assert [one.isVisible() for one in told] == [True]


def _is_seen(window: Window, part: QWidget) -> bool:
    area = window.frame.stage
    top = part.mapTo(area.viewport(), part.rect().topLeft()).y()
    return top >= 0 and top + part.height() <= area.viewport().height()
