"""Room for words: every page of every journey, at every size, in a window of 1280 by 720."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui import rulers, screens
from tests.ui.every_page import EXAMPLES, faults
from tests.ui.hands import until
from tests.ui.stretched import stretched_words
from wizard import paths, words
from wizard.ui import pictures, theme
from wizard.ui.look import LIGHT
from wizard.ui.parts.home.run_row import RunRow
from wizard.ui.shell.window import Window

ROUNDS = 12
"""Rounds of Qt's loop after which a layout has come to rest: what grows makes others grow."""

BELOW = 3.5
"""The most empty space below the last part of a page, in ems of space."""


@pytest.fixture
def language(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Speak a language of long words that nobody speaks, or Welsh, in the window and on it."""
    before = words.spoken()
    if request.param == "long":
        words.use(stretched_words(tmp_path / "words"))
    else:
        words.use(words.Words(paths.content_folder() / "words", request.param))
    yield str(request.param)
    words.use(before)


def _measure(window: Window, name: str) -> list[str]:
    stage = window.frame.stage
    page = stage.page
    assert page is not None
    around = [part for part in window.frame.around() if part.isVisible()]
    found: list[str] = []
    for _ in range(ROUNDS):
        QApplication.processEvents()
        found = rulers.off_side(page, stage.viewport().width())
        if (empty := rulers.empty_below(page)) > theme.look().gap(BELOW):
            found.append(f"{empty} px of nothing below the last word")
        found += rulers.overlapping(page)
        for part in (page, *around):
            found += rulers.cut(part) + rulers.too_small(part)
        if not found:
            break
    return [f"{name}: {fault}" for fault in found]


def _dress(window: Window, size: int) -> None:
    theme.change(LIGHT, size / 100)
    window.choose_size(size)


@pytest.mark.parametrize("size", [100, 200, 300, 400])
def test_the_pages_everybody_meets_have_room(size: int, shipped: Window) -> None:
    """Nothing cut, nothing off the side, nothing too small: home and what stands beside it."""
    _dress(shipped, size)
    found = [fault for name in pictures.asides(shipped) for fault in _measure(shipped, name)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [100, 200, 400])
def test_home_has_room_after_a_year(size: int, shipped: Window) -> None:
    """Begun, planned, finished, due, forgotten: with the longest names there are."""
    _dress(shipped, size)
    screens.use_for_a_year(shipped, shipped.bridge.desk.places)
    shipped.go_home()
    until(lambda: len([row for row in shipped.findChildren(RunRow) if row.isVisible()]) == 5)
    found = _measure(shipped, "home in use")

    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["long", "cy"], indirect=True)
@pytest.mark.parametrize("size", [100, 200, 400])
def test_another_language_has_room(language: str, size: int, shipped: Window) -> None:
    """Words a third longer, with marks above their letters: what everybody meets, and a journey."""
    _dress(shipped, size)
    found = [fault for name in pictures.asides(shipped) for fault in _measure(shipped, name)]
    file = next(file for file in EXAMPLES if file.stem == "before-posting")
    found += faults(shipped, file, _measure, language)

    assert not found, "\n".join(found)


@pytest.mark.full
@pytest.mark.parametrize("language", ["long", "cy"], indirect=True)
@pytest.mark.parametrize("size", [100, 200, 400])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_page_has_room_in_another_language(
    file: Path, size: int, language: str, shipped: Window
) -> None:
    """All that is shipped, in the languages that need the most room."""
    _dress(shipped, size)
    found = faults(shipped, file, _measure, language)

    assert not found, "\n".join(found)


@pytest.mark.full
@pytest.mark.parametrize("size", [100, 200, 300, 400])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_page_of_every_journey_has_room(file: Path, size: int, shipped: Window) -> None:
    """The same for all that is shipped: a long word hides where nobody looks."""
    _dress(shipped, size)
    found = faults(shipped, file, _measure)

    assert not found, "\n".join(found)
