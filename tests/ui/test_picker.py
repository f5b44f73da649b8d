"""What opens below a picker: all there is to choose, none of it cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from wizard.ui import theme
from wizard.ui.look import LIGHT, Look
from wizard.ui.parts.writing.picker import Picker

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")


@pytest.mark.parametrize("size", [1, 2])
def test_the_open_list_shows_each_choice_whole(application: QApplication, size: int) -> None:
    """It was opened over its box, a few points too low: half of the last choice was cut."""
    theme.put_on(application, Look(LIGHT, size))
    picker = Picker()
    picker.addItems(NATIONS)
    picker.resize(600, 60)
    picker.show()
    picker.showPopup()
    try:
        opened = picker.view()
        rows = [opened.visualRect(opened.model().index(row, 0)) for row in range(len(NATIONS))]

        assert all(opened.viewport().rect().contains(row) for row in rows)
        assert min(row.height() for row in rows) >= 24
    finally:
        picker.hidePopup()
        picker.deleteLater()
        theme.put_on(application, Look(LIGHT))
