"""The school's page on screen, over a file that somebody wrote by hand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QAccessible

from tests.ui.hands import Hands, Key, press, until
from wizard.desk.places import Places
from wizard.ui.pages.school import SchoolPage
from wizard.ui.parts.paper.paper_picture import PaperPicture
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


def with_file(places: Places, folder: Path) -> Places:
    """Return the same places, with that file in a folder, and answers of a school's own."""
    file = folder / "school.yaml"
    file.write_text(FILE, "utf-8")
    sets = places.content / "choices.yaml"
    sets.write_text(sets.read_text("utf-8") + RIGHT, "utf-8")
    return Places(places.data, places.content, file, places.clock)


def open_school(window: Window, hands: Hands) -> SchoolPage:
    """Come to the school's page, and wait until it is in sight."""
    window.show_school()
    hands.on_page("School’s profile")
    found = window.frame.stage.page
    assert isinstance(found, SchoolPage)
    return found


def write_larger(window: Window, hands: Hands) -> None:
    """Have larger letters: the page is made anew."""
    old = window.frame.stage.page
    window.choose_size(200)
    until(lambda: isinstance(window.frame.stage.page, SchoolPage))
    assert window.frame.stage.page is not old


def look_elsewhere(window: Window, hands: Hands) -> None:
    """Go home and come back to the page."""
    window.go_home()
    until(lambda: not isinstance(window.frame.stage.page, SchoolPage))
    open_school(window, hands)


def pick_clause(hands: Hands) -> None:
    """Look for a clause to take more strictly, and pick it, without putting it on the list."""
    press(hands, "Make a clause stricter")
    hands.write("think")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Space)


def names_downward(page: SchoolPage, hands: Hands) -> list[str]:
    """Go through the page by Tab, which must never lead back up; return what it met."""
    hands.tab_to("Name of the school")
    tops = []
    while hands.name != "Save the profile":
        focus = hands.focus
        tops.append((focus.mapTo(page, focus.rect().center()).y(), hands.name))
        hands.press(Key.Key_Tab)

    assert [(a, b) for a, b in pairwise(tops) if b[0] < a[0] - focus.height()] == []
    return [name for _top, name in tops]


def pictures(page: SchoolPage) -> list[str]:
    """Return what is heard of each picture of a paper."""
    shown = [one for one in page.findChildren(PaperPicture) if one.isVisible()]
    heard = [QAccessible.queryAccessibleInterface(one) for one in shown]
    assert all(one.role() is QAccessible.Role.Graphic for one in heard)
    return [one.text(QAccessible.Text.Name) for one in heard]
