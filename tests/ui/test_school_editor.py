"""The school's page by keyboard: its paper as one types, what it adds, what is refused."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui import naming, rulers
from tests.ui.hands import Hands, Key, until
from wizard.clock import FixedClock
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.errors import ContentFaults
from wizard.model.school import Helpline
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.ui import start, theme
from wizard.ui.look import LIGHT
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.paper_picture import PaperPicture
from wizard.ui.shell.window import Window

FILE = """\
# Written by hand.
name: Riverside Junior School
policy: newport   # the one the governors adopted
overlay:
  stricter:
    # A governors' decision of May.
    - {clause: newport.rule, strength: prohibited}
"""

RIGHT = """\
  right:
    - {id: yes, text: "Yes", becomes: in-place}
    - {id: no, text: "No, not yet", becomes: to-do}
    - {id: unsure, text: I am not sure, becomes: ask}
"""


@pytest.fixture
def places(places: Places, tmp_path: Path) -> Places:
    """The same places, with a school's file that somebody wrote by hand."""
    (tmp_path / "school.yaml").write_text(FILE, "utf-8")
    sets = places.content / "choices.yaml"
    sets.write_text(sets.read_text("utf-8") + RIGHT, "utf-8")
    return Places(places.data, places.content, tmp_path / "school.yaml", places.clock)


@pytest.fixture
def page(window: Window, hands: Hands) -> SchoolPage:
    """The school's page, in sight."""
    window.show_school()
    hands.on_page("School’s profile")
    found = window.frame.stage.page
    assert isinstance(found, SchoolPage)
    return found


def _words(page: SchoolPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def _press(hands: Hands, name: str) -> None:
    hands.tab_to(name)
    hands.press(Key.Key_Space)


def _pictures(page: SchoolPage) -> list[str]:
    shown = [one for one in page.findChildren(PaperPicture) if one.isVisible()]
    heard = [QAccessible.queryAccessibleInterface(one) for one in shown]
    assert all(one.role() is QAccessible.Role.Graphic for one in heard)
    return [one.text(QAccessible.Text.Name) for one in heard]


def _write_question(hands: Hands) -> None:
    _press(hands, "Add a question")
    assert hands.name == "The question"
    hands.write("Is the school badge in it?")
    hands.tab_to("What to do if it is not right yet")
    hands.write("Cover the badge.")
    hands.tab_to("What to ask if somebody is not sure")
    hands.write("Ask if the badge may be seen.")


def test_the_head_of_the_paper_follows_what_is_typed(page: SchoolPage, hands: Hands) -> None:
    """Whoever sets it up sees at once what the Head will see; whoever can not see hears it."""
    before = page.grab().toImage()
    hands.press(Key.Key_End)
    hands.write(" and Infants")

    until(lambda: "Riverside Junior School and Infants; Tiny" in _pictures(page)[0])
    assert page.grab().toImage() != before
    assert "Policy: Newport (May 2020)" in _pictures(page)[0]


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
    page._fields.read_logo(tmp_path / "logo.png")
    until(lambda: "The school’s logo" in _pictures(page)[0])
    page._fields.read_logo(tmp_path / "letter.png")

    assert "“letter.png” can not be shown as a picture." in _words(page)
    assert page._fields.school().logo == (tmp_path / "logo.png").read_bytes()


def test_a_question_is_added_seen_on_paper_saved_and_asked(
    page: SchoolPage, window: Window, desk: Desk, hands: Hands, places: Places
) -> None:
    """An office lead adds a question without knowing what YAML is; the next check asks it."""
    _write_question(hands)
    _press(hands, "See how it looks on paper")
    assert "Picture of the question on paper. S1; Is the school badge in it?;" in "\n".join(
        _pictures(page)
    )
    picture = next(one for one in page.findChildren(PaperPicture) if "S1" in one.accessibleName())
    until(lambda: picture.visibleRegion().boundingRect().height() == picture.height())
    assert places.school is not None
    assert places.school.read_text("utf-8") == FILE, "nothing is written before Save"
    _press(hands, "Put it on the list")
    assert hands.name == "Add a question"
    _press(hands, "Save the profile")
    window.start("tiny")
    until(lambda: window.bridge.has_session)

    asked = [question.text for question in window.bridge.session.journey.questions()]
    assert "Is the school badge in it?" in asked


def test_remarks_of_a_file_written_by_hand_stay(
    page: SchoolPage, hands: Hands, tmp_path: Path
) -> None:
    """Why a decision was made stands in a remark; a program that eats it is not used twice."""
    _write_question(hands)
    _press(hands, "Put it on the list")
    _press(hands, "Save the profile")

    saved = (tmp_path / "school.yaml").read_text("utf-8")
    assert saved.startswith(FILE)
    assert (tmp_path / "school.before.yaml").read_text("utf-8") == FILE
    assert f"kept as {tmp_path / 'school.before.yaml'}" in _words(page).replace("\u200b", "")


def test_a_remark_that_goes_is_told(page: SchoolPage, hands: Hands) -> None:
    """What is lost from the file is found in the copy, and one knows to look."""
    _press(hands, "Take out, Think first.")
    _press(hands, "Save the profile")

    assert "Remarks on these lines of it had no place in the new file: 6." in _words(page)


def test_an_unfinished_question_says_what_it_lacks(page: SchoolPage, hands: Hands) -> None:
    """Beside the field, and the focus goes there."""
    _press(hands, "Add a question")
    hands.write("Is the school badge in it?")
    _press(hands, "Put it on the list")

    assert hands.name == "What to do if it is not right yet"
    assert "Write what people should do then" in hands.focus.accessibleDescription()
    assert "Write what people should do then" in _words(page)


@pytest.mark.parametrize("add", ["Add a question", "Make a clause stricter"])
def test_tab_goes_the_way_the_page_is_read(page: SchoolPage, hands: Hands, add: str) -> None:
    """Down the page and never back up, with a form open too."""
    page._fields._links.show_rows([("A", "B"), ("C", "D")])
    _press(hands, add)
    hands.tab_to("Name of the school")
    tops = []
    while hands.name != "Save the profile":
        focus = hands.focus
        tops.append((focus.mapTo(page, focus.rect().center()).y(), hands.name))
        hands.press(Key.Key_Tab)

    back_up = [(a, b) for a, b in pairwise(tops) if b[0] < a[0] - focus.height()]
    assert back_up == []
    assert len(tops) > 15


@pytest.mark.parametrize("add", ["Add a question", "Make a clause stricter"])
def test_all_on_the_page_has_a_name_of_its_own(page: SchoolPage, hands: Hands, add: str) -> None:
    """With rows, entries and a form open, as whoever hears it meets it."""
    page._fields._links.show_rows([("A", "B"), ("C", "D")])
    page._fields._helplines.show_lines([Helpline("A", "B", "C", "D")])
    page._fields._links._remove(page._fields._links._fields[0][0])
    page._fields._links._add_one()
    _press(hands, add)
    hands.write("think")

    assert list(naming.faults(page)) == []


def test_a_clause_is_made_stricter_by_keyboard(
    page: SchoolPage, hands: Hands, desk: Desk, places: Places
) -> None:
    """Only what is stricter is on offer, and the clause stands on the list once."""
    _press(hands, "Take out, Think first.")
    _press(hands, "Make a clause stricter")
    hands.write("think")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)
    _press(hands, "Put the clause on the list")
    _press(hands, "Save the profile")

    stricter = [dict(entry) for entry in desk.school.additions.stricter]
    assert stricter == [{"clause": "newport.rule", "strength": "prohibited"}]
    pack = open_pack(FolderSource(places.content), "tiny", places.school)
    assert pack.policies["newport"].clauses["newport.rule"].strength.value == "prohibited"


class TestWeakened:
    """A file that somebody wrote by hand, with an entry that is refused."""

    @pytest.fixture
    def places(self, places: Places) -> Places:
        """The school's file tries to weaken a clause."""
        assert places.school is not None
        places.school.write_text(FILE.replace("prohibited", "advised"), "utf-8")
        return places

    def test_it_is_refused_by_name_with_a_way_there(
        self, page: SchoolPage, hands: Hands, places: Places
    ) -> None:
        """The summary takes the focus, leads to the entry, and taking it out is enough."""
        with pytest.raises(ContentFaults):
            open_pack(FolderSource(places.content), "tiny", places.school)
        _press(hands, "Save the profile")
        assert "To put right before it can be saved: 1" in _words(page)
        assert "“newport.rule” would weaken from required to advised" in hands.name
        hands.press(Key.Key_Space)
        assert hands.name == "Take out, Think first."
        hands.press(Key.Key_Space)
        _press(hands, "Save the profile")

        assert "The profile is saved." in _words(page)
        open_pack(FolderSource(places.content), "tiny", places.school)


def test_what_is_not_saved_waits_for_the_way_back(
    page: SchoolPage, window: Window, hands: Hands, desk: Desk
) -> None:
    """A click on Home loses nothing, and the file can be had back as it is."""
    hands.press(Key.Key_End)
    hands.write(" and Infants")
    window.go_home()
    assert desk.school.profile.name == "Riverside Junior School"
    window.show_school()
    hands.on_page("School’s profile")
    assert "is not saved yet" in "\n".join(
        one.text() for one in window.findChildren(QLabel) if one.isVisible()
    )
    found = window.frame.stage.page
    assert isinstance(found, SchoolPage)
    assert found._fields.school().name == "Riverside Junior School and Infants"
    _press(hands, "Put it back as it is in the file")

    assert found._fields.school().name == "Riverside Junior School"
    assert hands.name == "Name of the school"


def test_another_nation_calls_the_roles_otherwise(application: object, tmp_path: Path) -> None:
    """In Wales a school has a DSP; the name put down stays."""
    desk = Desk(Places(tmp_path / "data", clock=FixedClock(Places().clock.now())))
    desk.ready.result()
    window = start.open_window(desk)
    hands = Hands(window)
    window.show_school()
    hands.on_page("School’s profile")
    hands.tab_to("DSL")
    hands.write("Priya Nair")
    page = window.frame.stage.page
    assert isinstance(page, SchoolPage)
    page._fields._nation.setCurrentIndex(1)
    until(lambda: "DSP" in _words(page))

    assert page._fields.school().person("dsl").name == "Priya Nair"
    window.close()
    window.deleteLater()
    desk.close()


@pytest.mark.parametrize("size", [100, 200, 400])
@pytest.mark.parametrize("add", ["Add a question", "Make a clause stricter"])
def test_a_form_that_is_open_has_room_at_every_size(
    application: QApplication, window: Window, hands: Hands, size: int, add: str
) -> None:
    """Forms are met only after a press, where a walk through the pages does not look."""
    before = theme.look()
    window.resize(1280, 720)
    theme.change(LIGHT, size / 100)
    window.choose_size(size)
    window.show_school()
    hands.on_page("School’s profile")
    page = window.frame.stage.page
    assert isinstance(page, SchoolPage)
    _press(hands, add)
    hands.write("think")
    if add == "Add a question":
        _press(hands, "Put it on the list")
    else:
        hands.press(Key.Key_Tab)
        hands.press(Key.Key_Space)
    page.save()
    wide = window.frame.stage.viewport().width()
    until(lambda: not [*rulers.off_side(page, wide), *rulers.cut(page), *rulers.too_small(page)])
    window.choose_size(100)
    theme.put_on(application, before)


@pytest.fixture
def fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that nothing may be written, as it does to all but the administrator."""
    monkeypatch.setattr(os, "access", lambda *_args, **_more: False)


def test_a_file_that_may_not_be_changed_is_shown(
    fixed: None, page: SchoolPage, tmp_path: Path
) -> None:
    """No field that can not be kept, and whose file it is."""
    said = _words(page).replace("\u200b", "")

    assert f"for everybody in {tmp_path / 'school.yaml'}" in said
    assert "Name of the school: Riverside Junior School" in said
    assert "Think first.: prohibited" in said
    assert "Save the profile" not in said
    assert not page.can_write
