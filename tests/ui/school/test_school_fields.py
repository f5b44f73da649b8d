"""The school's page by keyboard: its paper as one types, its fields, and where it is only shown."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.store.stuck_disk import PATIENCE
from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.school_hands import look_elsewhere, open_school, pictures
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui import start
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.school.logo_card import LogoCard
from wizard.ui.parts.school.school_fields import SchoolFields
from wizard.ui.parts.writing.picker import Picker
from wizard.ui.shell.window import Window


def _fields(page: SchoolPage) -> SchoolFields:
    found = page.findChild(SchoolFields)
    assert found is not None
    return found


def test_the_head_of_the_paper_follows_what_is_typed(page: SchoolPage, hands: Hands) -> None:
    """Whoever sets it up sees at once what the Head will see; whoever can not see hears it."""
    before = page.grab().toImage()
    hands.press(Key.Key_End)
    hands.write(" and Infants")

    until(lambda: "Riverside Junior School and Infants; Tiny" in pictures(page)[0])
    assert page.grab().toImage() != before
    assert "Policy: Newport (May 2020)" in pictures(page)[0]


def test_the_first_field_is_in_sight_in_a_low_window(window: Window, hands: Hands) -> None:
    """Who types must see what; in very large letters the field lies below the edge."""
    window.resize(900, 420)
    window.show_school()
    hands.on_page("School’s profile")
    bar, seen = window.frame.stage.verticalScrollBar(), window.frame.stage.viewport()

    until(lambda: bar.value() > 0)
    # The picture of the paper above it grows a moment later.
    until(lambda: hands.focus.mapTo(seen, hands.focus.rect().bottomLeft()).y() <= seen.height())


def test_a_logo_stands_in_the_picture_and_no_picture_is_refused(
    page: SchoolPage, tmp_path: Path
) -> None:
    """A renamed document is told beside the button, and the old logo stays."""
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / "logo.png"))
    (tmp_path / "letter.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    card = page.findChild(LogoCard)
    assert card is not None
    card.read_logo(tmp_path / "logo.png")
    until(lambda: "The school’s logo" in pictures(page)[0])
    card.read_logo(tmp_path / "letter.png")

    assert "“letter.png” cannot be shown as a picture." in words(page)
    assert _fields(page).school().logo == (tmp_path / "logo.png").read_bytes()


def test_what_is_not_saved_waits_for_the_way_back(
    page: SchoolPage, window: Window, hands: Hands, desk: Desk
) -> None:
    """A click on Home loses nothing; the file can be had back, and one press took all unasked."""
    hands.press(Key.Key_End)
    hands.write(" and Infants")
    window.go_home()
    assert desk.school.profile.name == "Riverside Junior School"
    found = open_school(window, hands)
    assert "is not saved yet" in words(window)
    assert _fields(found).school().name == "Riverside Junior School and Infants"
    press(hands, "Put it back as it is in the file")
    assert "What you wrote here and did not save goes." in words(window)
    assert hands.name == "No, keep it"
    hands.press(Key.Key_Space)
    assert _fields(found).school().name == "Riverside Junior School and Infants"
    press(hands, "Put it back as it is in the file")
    press(hands, "Yes, for good, Put it back as it is in the file")
    assert _fields(found).school().name == "Riverside Junior School"
    assert hands.name == "Name of the school"
    hands.press(Key.Key_End)
    hands.write(" again")
    look_elsewhere(window, hands)

    hands.tab_to("Put it back as it is in the file")


def test_another_nation_calls_the_roles_otherwise(application: object, tmp_path: Path) -> None:
    """In Wales a school has a DSP; the name put down stays."""
    desk = Desk(Places(tmp_path / "data", clock=FixedClock(Places().clock.now())))
    desk.ready.result()
    window = start.open_window(desk)
    hands = Hands(window)
    page = open_school(window, hands)
    hands.tab_to("DSL")
    hands.write("Priya Nair")
    nation = next(one for one in page.findChildren(Picker) if one.findText("Wales") >= 0)
    nation.setCurrentText("Wales")
    until(lambda: "DSP" in words(page))

    assert _fields(page).school().person("dsl").name == "Priya Nair"
    window.close()
    window.deleteLater()
    desk.close()


def test_who_writes_a_name_goes_on_when_the_roles_come(
    page: SchoolPage, window: Window, hands: Hands
) -> None:
    """The fields went, with the word being composed in one; the next letters came elsewhere."""
    nation = next(one for one in page.findChildren(Picker) if one.findText("Wales") >= 0)
    slow = Event()
    window.bridge.in_background(lambda: slow.wait(PATIENCE))
    nation.setCurrentText("Wales")
    hands.tab_to("Head")
    hands.write("Mair")
    QApplication.sendEvent(hands.focus, QInputMethodEvent("ysgol", []))
    slow.set()
    window.bridge.in_background(lambda: None).result()
    QApplication.processEvents()
    composed = QInputMethodEvent()
    composed.setCommitString(" ysgol")
    QApplication.sendEvent(hands.focus, composed)

    assert _fields(page).school().person("head").name == "Mair ysgol"


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that nothing may be written, as it does to all but the administrator."""
    monkeypatch.setattr(os, "access", lambda *_args, **_more: False)


def test_a_file_that_may_not_be_changed_is_shown(
    fixed: None, page: SchoolPage, tmp_path: Path
) -> None:
    """No field that can not be kept, and whose file it is."""
    said = words(page).replace("\u200b", "")

    assert f"for everybody in {tmp_path / 'school.yaml'}" in said
    assert "Name of the school: Riverside Junior School" in said
    assert "Think first.: must not" in said
    assert "Save the profile" not in said
    assert not page.can_write
