"""The order of a page's questions, rearranged by keyboard on the school's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from tests.ui import naming, rulers
from tests.ui.hands import Hands, Key, press, until
from tests.ui.school_hands import names_downward, open_school
from wizard.desk.desk import Desk
from wizard.desk.school.additions import Additions
from wizard.ui import accessible
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.paper.paper_picture import PaperPicture
from wizard.ui.parts.school.additions_editor import AdditionsEditor
from wizard.ui.parts.text import Warn
from wizard.ui.shell.window import Window

FIRST = "1. Does it have a picture?"
LAST = "3. Where will it go?"
OWN = {"id": "own", "journey": "tiny", "section": "k-first", "text": "A badge?", "kind": "line"}


@pytest.fixture
def page(window: Window, hands: Hands, desk: Desk) -> SchoolPage:
    """The school's page with the form open; one question of the first page is the school's own."""
    desk.school.save(desk.school.profile, Additions(questions=(OWN,)))
    return _open(window, hands)


def _open(window: Window, hands: Hands) -> SchoolPage:
    page = open_school(window, hands)
    press(hands, "Change the order of a page")
    return page


def _asked(window: Window) -> list[str]:
    window.start("tiny")
    until(lambda: window.bridge.has_session)
    journey = window.bridge.session.journey
    return [question.id for question in journey.sections[0].questions]


def test_questions_are_moved_by_keyboard_and_asked_so(
    page: SchoolPage, window: Window, hands: Hands, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two presses move a question two places; each says where it stands now."""
    told: list[str] = []
    monkeypatch.setattr(accessible, "announce", lambda _part, sentence: told.append(sentence))
    press(hands, f"Move up, {LAST}")
    assert hands.name == f"Move up, {LAST}"
    assert told[-1] == f"“{LAST}” is now 2 of 4."
    assert hands.focus.accessibleDescription() == "2 of 4"
    hands.press(Key.Key_Space)
    assert hands.name == f"Move down, {LAST}", "at the end there is only the way back"
    press(hands, "Put it on the list")
    assert hands.name == "Change the order of a page"
    press(hands, "Save the profile")

    assert [dict(one)["questions"] for one in desk.school.additions.order] == [
        ["k-several", "k-one", "k-follow", "own"]
    ]
    assert _asked(window) == ["k-several", "k-one", "k-follow", "own"]


def test_an_order_is_changed_and_taken_back(
    page: SchoolPage, window: Window, hands: Hands, desk: Desk
) -> None:
    """A page that is put back as it was needs no entry in the file."""
    press(hands, "Move up, A badge?")
    press(hands, "Put it on the list")
    press(hands, "Change, Tiny: The post")
    press(hands, "Move down, A badge?")
    press(hands, "Put it on the list")
    press(hands, "Save the profile")

    assert desk.school.additions.order == ()
    assert _asked(window) == ["k-one", "k-follow", "k-several", "own"]


def test_the_paper_follows_each_move(page: SchoolPage, hands: Hands) -> None:
    """What the page looks like printed is seen, and heard, before it is kept."""

    def pictures() -> list[str]:
        shown = [one for one in page.findChildren(PaperPicture) if one.isVisible()]
        shown.sort(key=lambda one: one.mapTo(page, QPoint()).y())
        heard = [QAccessible.queryAccessibleInterface(one) for one in shown[1:]]
        return [one.text(QAccessible.Text.Name).split(";")[1].strip(" .") for one in heard]

    press(hands, "See how it looks on paper")
    before = pictures()
    assert before[0] == "Does it have a picture?"
    press(hands, "Move up, A badge?")
    until(lambda: pictures()[2] == "A badge?")

    assert sorted(pictures()) == sorted(before)


def test_an_order_that_can_not_be_asked_is_refused_at_once(
    page: SchoolPage, hands: Hands, desk: Desk
) -> None:
    """A question can not stand before the answer it hangs on; the form says so and stays."""
    press(hands, f"Move down, {FIRST}")
    press(hands, "Put it on the list")

    assert hands.name == "Put it on the list"
    editor = page.findChild(AdditionsEditor)
    assert editor is not None
    assert editor.additions.order == ()
    warned = [one.text() for one in page.findChildren(Warn) if one.isVisible()]
    assert [one.partition(" hangs on the answer to ")[0] for one in warned] == [
        "“2. Can you see a pupil's face?”"
    ]


def test_a_question_taken_out_leaves_the_order_too(
    page: SchoolPage, hands: Hands, desk: Desk
) -> None:
    """Nothing that would be refused at the next start is saved."""
    press(hands, "Move up, A badge?")
    press(hands, "Put it on the list")
    press(hands, "Take out, A badge?")
    press(hands, "Yes, for good, Take out, A badge?")
    press(hands, "Save the profile")

    (order,) = desk.school.additions.order
    assert order["questions"] == ["k-one", "k-follow", "k-several"]


def test_tab_goes_the_way_the_form_is_read(page: SchoolPage, hands: Hands) -> None:
    """After a move, too."""
    press(hands, f"Move down, {FIRST}")
    names = names_downward(page, hands)

    assert [name for name in names if name.endswith(FIRST)] == [
        f"Move up, {FIRST}", f"Move down, {FIRST}",
    ]  # fmt: skip
    assert list(naming.faults(page)) == []


@pytest.mark.parametrize("size", [100, 200, 400])
def test_the_form_has_room_at_every_size(window: Window, hands: Hands, size: int) -> None:
    """Open, with the paper beneath it: nothing cut, nothing off the side."""
    with rulers.at_size(window, size):
        _open(window, hands)
        press(hands, "See how it looks on paper")
        until(lambda: rulers.faults(window) == [])
