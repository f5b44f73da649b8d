"""What a school adds, by keyboard on its page: questions, stricter clauses, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui import naming, rulers
from tests.ui.hands import Hands, Key, press, until, words
from tests.ui.school_hands import FILE, names_downward, open_school, pick_clause, pictures
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.errors import ContentFaults
from wizard.model.school import Helpline
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.paper.paper_picture import PaperPicture
from wizard.ui.parts.school.helpline_rows import HelplineRows
from wizard.ui.parts.writing.rows_editor import RowsEditor
from wizard.ui.shell.window import Window


def _write_question(hands: Hands) -> None:
    press(hands, "Add a question")
    assert hands.name == "The question"
    hands.write("Is the school badge in it?")
    hands.tab_to("What to do if it is not right yet")
    hands.write("Cover the badge.")
    hands.tab_to("What to ask if somebody is not sure")
    hands.write("Ask if the badge may be seen.")


def test_a_question_is_added_seen_on_paper_saved_and_asked(
    page: SchoolPage, window: Window, desk: Desk, hands: Hands, places: Places
) -> None:
    """An office lead adds a question without knowing what YAML is; the next check asks it."""
    _write_question(hands)
    press(hands, "See how it looks on paper")
    assert "Picture of the question on paper. S1; Is the school badge in it?;" in "\n".join(
        pictures(page)
    )
    picture = next(one for one in page.findChildren(PaperPicture) if "S1" in one.accessibleName())
    until(lambda: picture.visibleRegion().boundingRect().height() == picture.height())
    assert places.school is not None
    assert places.school.read_text("utf-8") == FILE, "nothing is written before Save"
    press(hands, "Put it on the list")
    assert hands.name == "Add a question"
    press(hands, "Save the profile")
    window.start("tiny")
    until(lambda: window.bridge.has_session)

    asked = [question.text for question in window.bridge.session.journey.questions()]
    assert "Is the school badge in it?" in asked


def test_remarks_of_a_file_written_by_hand_stay(
    page: SchoolPage, hands: Hands, tmp_path: Path
) -> None:
    """Why a decision was made stands in a remark; a program that eats it is not used twice."""
    _write_question(hands)
    press(hands, "Put it on the list")
    press(hands, "Save the profile")

    saved = (tmp_path / "school.yaml").read_text("utf-8")
    assert saved.startswith(FILE)
    assert (tmp_path / "school.before.yaml").read_text("utf-8") == FILE
    assert f"kept as {tmp_path / 'school.before.yaml'}" in words(page).replace("\u200b", "")


def test_a_remark_that_goes_is_told(page: SchoolPage, hands: Hands) -> None:
    """What is lost from the file is found in the copy, and one knows to look."""
    press(hands, "Take out, Think first.")
    press(hands, "Yes, for good, Take out, Think first.")
    press(hands, "Save the profile")

    assert "Remarks on these lines of it had no place in the new file: 6." in words(page)


def test_an_unfinished_question_says_what_it_lacks(page: SchoolPage, hands: Hands) -> None:
    """Beside the field, and the focus goes there."""
    press(hands, "Add a question")
    hands.write("Is the school badge in it?")
    press(hands, "Put it on the list")

    assert hands.name == "What to do if it is not right yet"
    assert "Write what people should do then" in hands.focus.accessibleDescription()
    assert "Write what people should do then" in words(page)


def _show_links(page: SchoolPage) -> None:
    """Show two links; the school's helplines are such rows, too."""
    rows = page.findChildren(RowsEditor)
    next(one for one in rows if not isinstance(one, HelplineRows)).show_rows(
        [("A", "B"), ("C", "D")]
    )


@pytest.mark.parametrize("add", ["Add a question", "Make a clause stricter"])
def test_tab_goes_the_way_the_page_is_read(page: SchoolPage, hands: Hands, add: str) -> None:
    """Down the page and never back up, with a form open too."""
    _show_links(page)
    press(hands, add)
    names = names_downward(page, hands)

    assert len(names) > 15


@pytest.mark.parametrize("add", ["Add a question", "Make a clause stricter"])
def test_all_on_the_page_has_a_name_of_its_own(page: SchoolPage, hands: Hands, add: str) -> None:
    """With rows, entries and a form open, as whoever hears it meets it."""
    _show_links(page)
    lines = page.findChild(HelplineRows)
    assert lines is not None
    lines.show_lines([Helpline("A", "B", "C", "D")])
    press(hands, "Remove row 1, What the link is")
    press(hands, "Yes, for good, Remove row 1, What the link is")
    press(hands, "Add a link")
    press(hands, add)
    hands.write("think")

    assert list(naming.faults(page)) == []


def test_a_clause_is_made_stricter_by_keyboard(
    page: SchoolPage, hands: Hands, desk: Desk, places: Places
) -> None:
    """Only what is stricter is on offer, and the clause stands on the list once."""
    press(hands, "Take out, Think first.")
    press(hands, "Yes, for good, Take out, Think first.")
    pick_clause(hands)
    press(hands, "Put the clause on the list")
    press(hands, "Save the profile")

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
        press(hands, "Save the profile")
        assert "To put right before it can be saved: 1" in words(page)
        assert "“newport.rule” would weaken from required to advised" in hands.name
        hands.press(Key.Key_Space)
        assert hands.name == "Take out, Think first."
        hands.press(Key.Key_Space)
        press(hands, "Yes, for good, Take out, Think first.")
        press(hands, "Save the profile")

        assert "The profile is saved." in words(page)
        open_pack(FolderSource(places.content), "tiny", places.school)


@pytest.mark.parametrize("size", [100, 200, 400])
@pytest.mark.parametrize("add", ["Add a question", "Make a clause stricter"])
def test_a_form_that_is_open_has_room_at_every_size(
    window: Window, hands: Hands, size: int, add: str
) -> None:
    """Forms are met only after a press, where a walk through the pages does not look."""
    with rulers.at_size(window, size):
        page = open_school(window, hands)
        press(hands, add)
        hands.write("think")
        if add == "Add a question":
            press(hands, "Put it on the list")
        else:
            hands.press(Key.Key_Tab)
            hands.press(Key.Key_Space)
        page.save()
        until(lambda: rulers.faults(window) == [])
