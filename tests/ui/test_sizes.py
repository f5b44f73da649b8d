"""Room for words: every page of every journey, at every size, in a window of 1280 by 720."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui import rulers, screens
from tests.ui.hands import until
from tests.ui.stretched import stretched_pack, stretched_words
from wizard import paths, words
from wizard.clock import FixedClock
from wizard.desk import answers
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.model.question import AnswerKind
from wizard.session import Session
from wizard.ui import pictures, start, theme
from wizard.ui.look import LIGHT
from wizard.ui.parts.run_row import RunRow
from wizard.ui.shell.window import Window

WIDTH, HEIGHT = 1280, 720
ROUNDS = 12
"""Rounds of Qt's loop after which a layout has come to rest: what grows makes others grow."""

BELOW = 3.5
"""The most empty space below the last part of a page, in ems of space."""

EXAMPLES = sorted((paths.content_folder() / "examples").glob("*.json"))


@pytest.fixture
def shipped(application: QApplication, tmp_path: Path) -> Iterator[Window]:
    """The window on all that is shipped, as large as a small laptop's screen."""
    before = theme.look()
    desk = Desk(Places(tmp_path / "data", clock=FixedClock(screens.MOMENT)))
    desk.ready.result()
    window = start.open_window(desk)
    window.resize(WIDTH, HEIGHT)
    yield window
    window.close()
    window.deleteLater()
    desk.close()
    theme.put_on(application, before)


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


def every_session(file: Path, language: str = "en") -> Iterator[Session]:
    """Open the example of a journey so that between them all its pages are asked."""
    places = Places()
    pack, run = answers.read(file, places)
    shown = stretched_pack(pack) if language == "long" else pack
    session = Session(shown, run, places.clock)
    questions = [q for section in session.journey.sections for q in section.questions]
    for question in questions:
        if question.kind is AnswerKind.SEVERAL:
            session.answer(question.id, tuple(choice.id for choice in question.choices))
    yield session
    if len(session.sections()) < len(session.journey.sections):
        for choice in questions[0].choices:
            session.answer(questions[0].id, choice.id)
            yield session


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
    for session in every_session(file, language):
        found += [f for name in pictures.pages(shipped, session) for f in _measure(shipped, name)]

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
    found = [
        fault
        for session in every_session(file, language)
        for name in pictures.pages(shipped, session)
        for fault in _measure(shipped, name)
    ]

    assert not found, "\n".join(found)


@pytest.mark.full
@pytest.mark.parametrize("size", [100, 200, 300, 400])
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_page_of_every_journey_has_room(file: Path, size: int, shipped: Window) -> None:
    """The same for all that is shipped: a long word hides where nobody looks."""
    _dress(shipped, size)
    found = [
        fault
        for session in every_session(file)
        for name in pictures.pages(shipped, session)
        for fault in _measure(shipped, name)
    ]

    assert not found, "\n".join(found)
