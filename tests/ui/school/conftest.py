"""The school's page over a file that somebody wrote by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.hands import Hands
from tests.ui.school_hands import open_school, with_file
from wizard.desk.places import Places
from wizard.ui.pages.school import SchoolPage
from wizard.ui.shell.window import Window


@pytest.fixture
def places(places: Places, tmp_path: Path) -> Places:
    """The same places, with a school's file that somebody wrote by hand."""
    return with_file(places, tmp_path)


@pytest.fixture
def page(window: Window, hands: Hands) -> SchoolPage:
    """The school's page, in sight."""
    return open_school(window, hands)
