"""The school's side of the window: what its file holds, and how old the content is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.hands import Hands, Key, press, until, words
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.handover import carrying
from wizard.desk.places import Places
from wizard.desk.school.additions import Additions
from wizard.model.school import Helpline, School
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.session import Session
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.parts.tile import Tile
from wizard.ui.shell.window import Window


def _fill(hands: Hands, values: dict[str, str]) -> None:
    for name, value in values.items():
        hands.tab_to(name)
        hands.write(value)


def _save(hands: Hands) -> None:
    hands.tab_to("Save the profile")
    hands.press(Key.Key_Space)


def test_links_helplines_and_retention_are_kept(window: Window, desk: Desk, hands: Hands) -> None:
    """The whole of the school's file can be written without an editor for text files."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("Add a link")
    hands.press(Key.Key_Space)
    assert hands.name == "What the link is, row 1"
    hands.write("Our policy")
    _fill(hands, {"Its address, row 1": "https://school.example/policy"})
    hands.tab_to("Add a helpline")
    hands.press(Key.Key_Space)
    hands.write("Local helpline")
    _fill(hands, {"What it is for, row 1": "Worries", "Number or address, row 1": "01632 960000"})
    _fill(hands, {"Last checked on, row 1": "21 Nov 2026"})
    _fill(hands, {"Days that answers may stay on a computer": "365"})
    _save(hands)

    school = desk.school.profile
    assert school.links == (("Our policy", "https://school.example/policy"),)
    assert school.helplines == (
        Helpline("Local helpline", "Worries", "01632 960000", "", date(2026, 11, 21)),
    )
    assert school.retention_days == 365


def test_what_is_half_written_is_told_and_not_dropped(
    window: Window, desk: Desk, hands: Hands
) -> None:
    """A row that vanished on Save would be noticed a year later."""
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("Add a link")
    hands.press(Key.Key_Space)
    hands.write("Our policy")
    _save(hands)
    assert "A link needs an address." in words(window)
    hands.tab_to("Remove row 1, What the link is")
    hands.press(Key.Key_Space)
    hands.tab_to("Yes, for good, Remove row 1, What the link is")
    hands.press(Key.Key_Space)
    _fill(hands, {"Days that answers may stay on a computer": "a year"})
    _save(hands)

    assert "Write the days as a whole number" in words(window)
    assert desk.school.profile.retention_days == 0


def test_whoever_chooses_the_page_once_more_goes_on_writing(
    window: Window, desk: Desk, hands: Hands
) -> None:
    """It came anew as it was read before they saved: their words were gone from it.

    Asked whether to close on what is not saved, they are brought to it, too.
    """
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("Name of the school")
    hands.write("Riverside")
    hands.tab_to("Save the profile")
    window.show_school()
    # What was asked for is read, and not there yet.
    window.bridge.in_background(lambda: None).result()
    hands.press(Key.Key_Space)
    until(lambda: desk.school.profile.name == "Riverside")
    window.bridge.in_background(lambda: None).result()
    QApplication.processEvents()
    hands.tab_to("Name of the school")

    assert hands.focus.property("text") == "Riverside"


def test_a_day_nobody_can_read_is_told(window: Window, desk: Desk, hands: Hands) -> None:
    """Kept as no day at all it would be gone without a word."""
    desk.school.save(School(helplines=(Helpline("POSH", "staff", "01632 960000"),)))
    window.show_school()
    hands.on_page("School’s profile")
    _fill(hands, {"Last checked on, row 1": "last spring"})
    _save(hands)

    assert "Write the day like this: 21 November 2026." in words(window)
    assert desk.school.profile.helplines[0].checked is None


def test_home_says_which_helplines_to_check(window: Window, desk: Desk, hands: Hands) -> None:
    """On a bad day nobody tries a number that stopped working a year ago."""
    line = Helpline("POSH", "staff", "01632 960000", "", date(2026, 11, 21))
    undated = Helpline("Local", "staff", "01632 960001")
    desk.school.save(School(helplines=(line, undated)))
    window.go_home()
    assert "01632 960000 (checked on 21 November 2026)" in words(window)
    assert "Nobody wrote down when these were checked: Local." in words(window)
    assert "while since" not in words(window)

    desk.school.save(School(helplines=(line, replace(undated, checked=date(2027, 11, 1)))))
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(datetime(2027, 11, 23, 12, tzinfo=UTC))
    window.go_home()
    assert "It is a while since somebody did: POSH." in words(window)
    assert "Nobody wrote down" not in words(window)


def _open_content(window: Window, hands: Hands) -> None:
    window.more.show_content()
    hands.on_page("About the content")
    until(lambda: "Faults" in words(window))


@pytest.fixture
def sound(places: Places) -> Places:
    """The same places, with an index that counts right: content without a fault."""
    index = places.content / "index.tsv"
    asked = len(open_pack(FolderSource(places.content), "tiny").journey.lines)
    index.write_text(index.read_text("utf-8").replace("\t3\n", f"\t{asked}\n"), "utf-8")
    return places


def test_the_content_says_how_old_it_is(sound: Places, window: Window, hands: Hands) -> None:
    """Edition, what is past its time, and faults, on one page."""
    _open_content(window, hands)

    assert "Edition 1 of 21 November 2026" in words(window)
    assert "Nothing is past its time." in words(window)
    assert "Nothing comes up in the next two months." in words(window)


def test_what_ages_is_told_before_and_after_its_day(
    sound: Places, window: Window, hands: Hands
) -> None:
    """A holiday is time enough to look at what is due, if one knows before it."""
    law = (
        "{id: a, title: A law, texts: {announced: It comes., in-force: It is here.}, "
        "announced: 2026-01-01, checked: 2026-11-30, shelf-life: 3, mark: seen, "
        "source: uk-frame, journeys: [tiny]}"
    )
    (sound.content / "law.yaml").write_text(f"laws: [{law}]\n", "utf-8")
    clock = sound.clock
    assert isinstance(clock, FixedClock)
    clock.set(datetime(2027, 2, 1, 9, tzinfo=UTC))
    _open_content(window, hands)
    press(hands, "Within two months: 1")
    assert "A law Looked at on 30 November 2026. Good until 28 February 2027." in words(window)
    clock.set(datetime(2027, 3, 1, 9, tzinfo=UTC))
    press(hands, "Check again")

    until(lambda: "Past their time: 1" in words(window))
    assert "Look before you rely on these." in words(window)


def test_a_fault_stands_with_its_place_until_it_is_mended(
    sound: Places, window: Window, hands: Hands
) -> None:
    """File, line, what and what to do; after mending, Check again says so without a restart."""
    edition = sound.content / "edition.yaml"
    whole = edition.read_text("utf-8")
    edition.write_text(f"{whole}colour: red\n", "utf-8")
    _open_content(window, hands)
    told = words(window).replace("\u200b", "")
    assert f"{edition}:3\n“colour” is not a key that belongs here" in told
    assert "The faults come first." in told
    edition.write_text(whole, "utf-8")
    press(hands, "Check again")

    until(lambda: "No faults were found." in words(window))


def test_a_fault_of_the_schools_file_leads_to_its_page(
    sound: Places, window: Window, hands: Hands, desk: Desk
) -> None:
    """What the school added by mistake is taken out where it is shown."""
    desk.school.path.parent.mkdir(exist_ok=True)
    overlay = "overlay: {stricter: [{clause: newport.rule, strength: advised}]}"
    desk.school.path.write_text(f"name: X\n{overlay}\n", "utf-8")
    _open_content(window, hands)
    assert "would weaken from required to advised" in words(window)
    press(hands, "Open the school’s profile, fault 1")

    hands.on_page("School’s profile")


def test_a_question_just_added_is_found_and_one_taken_out_is_not(
    window: Window, desk: Desk, hands: Hands
) -> None:
    """Whoever adds a question looks for it next; a search that was made before knew of none."""
    window.show_help()
    hands.write("badge")
    until(lambda: "Nothing" in words(window))
    own = {"id": "a", "journey": "tiny", "section": "k-first", "text": "A badge?", "kind": "line"}
    desk.school.save(desk.school.profile, Additions(questions=(own,)))
    window.go_home()
    window.show_help()
    hands.write("badge")
    until(lambda: hands.page.findChild(Tile) is not None)
    hands.tab_to("A badge?")
    hands.press(Key.Key_Space)
    until(lambda: window.bridge.has_session)
    assert "A badge?" in hands.name

    desk.school.save(desk.school.profile, Additions())
    assert desk.searching.room().result().find("badge") == ()


@pytest.mark.parametrize(
    ("first", "again", "told"),
    [
        ("three plain words", "three plain wodrs", "The two are not the same, so no"),
        ("short", "short", "at least 12"),
    ],
)
def test_a_slip_in_the_passphrase_makes_no_file(
    first: str, again: str, told: str, window: Window, hands: Hands
) -> None:
    """With one slip nobody ever opens the file again: it is told before a place is asked for."""
    window.more.show_everything()
    hands.tab_to("Choose a passphrase for the file")
    hands.write(first)
    hands.tab_to("The passphrase of the file once more")
    hands.write(again)
    hands.press(Key.Key_Return)

    assert told in words(window)
    assert window.findChild(QFileDialog) is None
    assert hands.name == "Choose a passphrase for the file"


def test_answers_are_taken_along_locked(
    session: Session, window: Window, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    """What leaves a shared computer opens with the passphrase alone, here or elsewhere."""
    hands.press(Key.Key_2)
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    hands.tab_to("Choose a passphrase for the file")
    hands.write("three plain words")
    hands.tab_to("The passphrase of the file once more")
    hands.write("three plain words")
    path = tmp_path / "mine.answers"
    page.along.save(path)
    until(path.exists)
    assert carrying.is_carried(path)
    window.more.take_in(path)
    hands.on_page("Open mine.answers")
    hands.write("three plain words")
    hands.press(Key.Key_Return)

    until(lambda: len(desk.runs.list().result()) == 2)
    hands.on_page("The post")
