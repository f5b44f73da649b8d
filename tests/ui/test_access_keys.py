"""The underlined letters of the menus, in each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu

from wizard.ui.shell.window import Window
from wizard.words import spoken, use


@pytest.fixture(params=["en", "cy"])
def menus(request: pytest.FixtureRequest, window: Window) -> Iterator[list[QMenu]]:
    """The menus of the bar, in a language."""
    before = spoken()
    use(before.in_language(request.param))
    window.put_menus()
    window.fill_menus()
    yield [menu for line in window.menuBar().actions() if isinstance(menu := line.menu(), QMenu)]
    use(before)


def _letters(texts: list[str]) -> list[str]:
    return [text[text.index("&") + 1].lower() if "&" in text else "" for text in texts]


def test_each_line_of_a_menu_has_a_letter_of_its_own(menus: list[QMenu]) -> None:
    """A letter that two lines share only goes from one to the other."""
    assert len(menus) > 3
    for menu in menus:
        texts = [line.text() for line in menu.actions() if line.text()]
        shared = [key for key, count in Counter(_letters(texts)).items() if count > 1]
        assert not shared, texts
