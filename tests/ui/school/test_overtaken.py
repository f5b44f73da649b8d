"""The school's page over a file that somebody else changes, and what can not be read on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.hands import CTRL, Hands, Key, press, words
from tests.ui.school_hands import FILE, look_elsewhere, open_school, write_larger
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.ui import settings, theme
from wizard.ui.look import LIGHT
from wizard.ui.pages.school import SchoolPage
from wizard.ui.shell.window import Window

THEIRS = FILE.replace("overlay:", "people:\n  head: {name: Mair Price}\noverlay:")
DAYS = "Days that answers may stay on a computer"


@pytest.fixture(autouse=True)
def _as_before(window: Window) -> Iterator[None]:
    yield
    settings.keep_text_size(100)
    theme.change(LIGHT, 1)


@pytest.fixture
def file(places: Places) -> Path:
    """The school's file."""
    assert places.school is not None
    return places.school


def rename(hands: Hands, name: str) -> None:
    """Write another name of the school, and save."""
    hands.tab_to("Name of the school")
    hands.press(Key.Key_A, CTRL)
    hands.write(name)
    press(hands, "Save the profile")


def test_what_somebody_else_wrote_meanwhile_is_not_gone_over_unsaid(
    page: SchoolPage, hands: Hands, file: Path
) -> None:
    """A colleague's people were gone, and with the second save the copy of them, too."""
    file.write_text(THEIRS, "utf-8")
    rename(hands, "Newport Juniors")
    assert file.read_text("utf-8") == THEIRS
    assert "somebody has changed the school’s file" in words(page)
    press(hands, "Save the profile")
    other = file.with_name("school.other.yaml")
    assert "Newport Juniors" in file.read_text("utf-8")
    assert f"kept as {other}" in words(page).replace("\u200b", "")
    for name in ("Newport", "Newport High"):
        rename(hands, name)

    assert "Newport High" in file.read_text("utf-8")
    assert other.read_text("utf-8") == THEIRS


def test_who_asks_for_it_sees_what_somebody_else_wrote(
    page: SchoolPage, hands: Hands, file: Path
) -> None:
    """They may have written the same, and better."""
    file.write_text(THEIRS, "utf-8")
    rename(hands, "Newport Juniors")
    press(hands, "Put it back as it is in the file")
    press(hands, "Yes, for good, Put it back as it is in the file")
    hands.tab_to("Head")
    assert hands.focus.property("text") == "Mair Price"
    rename(hands, "Riverside Juniors")

    assert "Mair Price" in file.read_text("utf-8")
    assert "The profile is saved." in words(page)


def test_the_page_opens_on_the_file_as_it_is_now(
    window: Window, hands: Hands, desk: Desk, file: Path
) -> None:
    """Read once at the start, it would be hours old, and Save would put that back."""
    assert desk.school.profile.name == "Riverside Junior School"
    file.write_text(THEIRS, "utf-8")
    open_school(window, hands)
    hands.tab_to("Head")

    assert hands.focus.property("text") == "Mair Price"


def test_what_is_saved_is_nothing_unsaved(page: SchoolPage, window: Window, hands: Hands) -> None:
    """The window asked at closing about what it had just told as saved."""
    rename(hands, "Newport Juniors")
    page.flush()

    assert window.bridge.desk.school.draft is None


@pytest.mark.parametrize("leave", [write_larger, look_elsewhere])
def test_what_can_not_be_read_stays_as_it_was_written(
    page: SchoolPage, window: Window, hands: Hands, leave: Callable[[Window, Hands], None]
) -> None:
    """It was gone with a look elsewhere, and the window closed on it unasked."""
    hands.tab_to(DAYS)
    hands.write("ninety days")
    press(hands, "Add a helpline")
    hands.write("County line")
    hands.tab_to("Last checked on, row 1")
    hands.write("31 Feb")
    leave(window, hands)
    hands.tab_to("Last checked on, row 1")
    assert hands.focus.property("text") == "31 Feb"
    hands.tab_to(DAYS)
    assert hands.focus.property("text") == "ninety days"
    assert not window.close()

    assert "the school’s profile is not saved yet" in window.frame.sentence
