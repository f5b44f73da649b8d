"""The points of a question: one's own school's in sight, those of others a key away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import MOMENT
from tests.ui.hands import until
from wizard import paths
from wizard.clock import FixedClock
from wizard.model.run import Run
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.session import Session
from wizard.ui.parts.folded import FoldButton
from wizard.ui.parts.policy_points import PolicyPoints
from wizard.ui.parts.text import Points

CLOCK = FixedClock(MOMENT)


@pytest.fixture
def session(application: QApplication) -> Session:
    """A check of what is about to be posted, at no particular school."""
    pack = open_pack(FolderSource(paths.content_folder()), "before-posting")
    return Session(pack, Run("r", "before-posting", pack.digest, MOMENT, MOMENT), CLOCK)


def _shown(session: Session) -> PolicyPoints:
    question = next(one for one in session.journey.questions() if one.id == "bp-what")
    return PolicyPoints(session, question, "question 1")


def _words(points: PolicyPoints) -> str:
    return "\n".join(one.text() for one in points.findChildren(Points) if one.isVisible())


def test_the_rules_of_other_schools_are_a_key_away(session: Session) -> None:
    """Four rules that do not hold here stood between the question and its answers."""
    session.choose_policy("newport")
    points = _shown(session)
    points.show()
    assert "(St Luke’s)" not in _words(points)

    fold = points.findChild(FoldButton)
    assert fold is not None
    assert fold.accessibleName() == "What other policies say, question 1"
    QTest.keyClick(fold, Qt.Key.Key_Return)

    assert "Leave out a pupil whose parents or carers said no. (St Luke’s)" in _words(points)


def test_the_rules_of_ones_own_school_are_in_sight(session: Session) -> None:
    """They are to be kept; and who has chosen another policy meanwhile sees them at once."""
    session.choose_policy("newport")
    points = _shown(session)
    points.show()

    session.choose_policy("st-lukes")
    points.refresh()

    until(lambda: "Leave out a pupil whose parents or carers said no." in _words(points))
