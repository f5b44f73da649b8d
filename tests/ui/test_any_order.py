"""Whatever is done in whatever order: all that was typed and not taken back is kept somewhere."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.ui.hands import CTRL, SHIFT, Hands, Key, until
from wizard.desk.desk import Desk
from wizard.model.answers import Answers
from wizard.ui import settings, theme
from wizard.ui.look import LIGHT
from wizard.ui.pages.entry import EntryPage
from wizard.ui.pages.page import Page
from wizard.ui.parts.question.entry_row import PickField
from wizard.ui.parts.writing.choices import CheckChoice, RadioChoice
from wizard.ui.parts.writing.fields import LineField, TextField
from wizard.ui.parts.writing.half_read import ReadLine
from wizard.ui.shell.window import Window

SEEDS = [int(one) for one in os.environ.get("SEEDS", "52 55 103").split()]
"""Each is another person; more of them are tried where ``SEEDS`` names them."""

Keys = tuple[Key, Qt.KeyboardModifier]

BACK: Keys = (Key.Key_Z, CTRL)

AGAIN: list[Keys] = [(Key.Key_Z, CTRL | SHIFT), (Key.Key_Y, CTRL)]

STEPS = 30
"""What each of them does."""


@pytest.fixture(autouse=True)
def _as_before(window: Window) -> Iterator[None]:
    yield
    settings.keep_text_size(100)
    theme.change(LIGHT, 1)


class Somebody:
    """Types a word that nobody typed before, wherever the chance of a seed leads."""

    def __init__(self, window: Window, hands: Hands, desk: Desk, seed: int) -> None:
        self._window, self._hands, self._desk = window, hands, desk
        self._chance, self._seed = random.Random(seed), seed
        self._run = window.bridge.session.run.id
        self._typed: dict[str, str] = {}
        self._done: list[str] = []

    def act(self) -> None:
        """Do one thing, and see whether all words are still there."""
        acts: list[tuple[int, Callable[[], None]]] = [
            (8, self._type), (3, self._add_risk), (2, self._pick), (2, self._undo),
            (3, self._move), (2, self._type_up), (1, self._turn), (1, self._look_away),
            (1, self._other_letters), (1, self._other_colours), (1, self._go_home),
            (2, self._stay),
        ]  # fmt: skip
        weights = [weight for weight, _act in acts]
        _weight, act = self._chance.choices(acts, weights)[0]
        self._done.append(f"{act.__name__} on {self._hands.title}")
        act()
        QApplication.processEvents()
        shown = f"{self._told()} {self._on_screen()}"
        lost = {word: where for word, where in self._typed.items() if word not in shown}
        assert not lost, self._done[-6:]

    def leave(self) -> None:
        """Go home, and read in the store what is kept."""
        if not self._typed:
            # Where nobody wrote, nothing may be kept at all.
            return
        self._window.go_home()
        until(lambda: not self._desk.runs.is_behind)
        kept = _words(self._desk.runs.look(self._run).result().answers)
        kept += self._desk.runs.look(self._run).result().title
        lost = {word: where for word, where in self._typed.items() if word not in kept}
        assert not lost, self._done

    @property
    def _page(self) -> Page:
        page = self._window.frame.stage.page
        assert page is not None
        return page

    def _told(self) -> str:
        session = self._window.bridge.session
        return f"{_words(session.answers)} {session.run.title}"

    def _on_screen(self) -> str:
        return " ".join(_text(field) for field in _fields(self._window.frame.stage))

    def _type(self) -> None:
        if fields := self._free_fields():
            self._type_into(self._chance.choice(fields))

    def _free_fields(self) -> list[LineField | TextField]:
        fields = _fields(self._page)
        return [one for one in fields if one.isVisible() and not _is_picked(one)]

    def _type_into(self, field: LineField | TextField) -> None:
        word = f"w{self._seed}q{len(self._typed)}z"
        field.setFocus()
        self._hands.press(Key.Key_End, CTRL)
        self._hands.write(f" {word}")
        self._typed[word] = field.accessibleName()

    def _add_risk(self) -> None:
        for button in self._buttons("Add a risk"):
            button.click()

    def _pick(self) -> None:
        page = self._page
        choices = [*page.findChildren(RadioChoice), *page.findChildren(CheckChoice)]
        if shown := [one for one in choices if one.isVisible()]:
            self._chance.choice(shown).click()

    def _undo(self) -> None:
        """Press whatever takes back and brings back; what was kept comes again by some of it."""
        self._page.flush()
        before = self._told()
        for _press in range(self._chance.randint(1, 4)):
            self._press(self._chance.choice((BACK, *AGAIN)))
        if self._chance.random() < 0.5:
            seen = f"{self._all_by(self._chance.choice(AGAIN))} {self._all_by(BACK)}"
            assert all(one in seen for one in self._typed if one in before), self._done[-6:]
            self._all_by(self._chance.choice(AGAIN))
        after = self._told()
        for word in [one for one in self._typed if one in before and one not in after]:
            del self._typed[word]

    def _all_by(self, keys: Keys) -> str:
        """Press keys until they do nothing more, and return all that was told on the way."""
        seen = [self._told()]
        while True:
            self._press(keys)
            if (told := self._told()) == seen[-1]:
                return " ".join(seen)
            seen.append(told)

    def _press(self, keys: Keys) -> None:
        line = self._hands.focus.parentWidget()
        if isinstance(line, ReadLine) and line.is_unread and keys == BACK:
            # That was told to nobody, and goes by itself.
            unread = line.line.text()
            self._typed = {one: name for one, name in self._typed.items() if one not in unread}
        self._hands.press(*keys)

    def _move(self) -> None:
        sections = [one.id for one in self._window.bridge.session.sections()]
        self._window.go(self._chance.choice([*sections, "review", "outcome"]))

    def _type_up(self) -> None:
        self._window.more.papers.show_entry()

    def _turn(self) -> None:
        if isinstance(self._page, EntryPage):
            self._window.go_on()

    def _look_away(self) -> None:
        self._window.show_help()
        self._window.leave_aside()

    def _other_letters(self) -> None:
        self._window.choose_size(self._chance.choice((100, 125, 150)))

    def _other_colours(self) -> None:
        self._window.choose_theme(self._chance.choice(("dark", "light")))

    def _go_home(self) -> None:
        if not any(word in self._told() for word in self._typed):
            # Nothing is kept of it yet: home has no way back to it.
            return
        self._window.go_home()
        self._window.open_run(self._run)
        until(lambda: self._window.bridge.has_session)

    def _stay(self) -> None:
        """Write in every field, be asked whether to close with that on no disk, and go on."""
        self._move()
        self._add_risk()
        data = self._desk.places.data
        away = data.with_name("away")
        until(lambda: self._desk.runs.owed() is None)
        data.rename(away)
        self._write_everywhere()
        if self._desk.runs.owed() is not None:
            assert not self._window.close()
        away.rename(data)
        self._desk.runs.retry()
        until(lambda: self._desk.runs.owed() is None)
        self._write_everywhere()

    def _write_everywhere(self) -> None:
        for field in self._free_fields():
            self._type_into(field)
        self._page.flush()

    def _buttons(self, name: str) -> list[QAbstractButton]:
        found = self._page.findChildren(QAbstractButton)
        return [one for one in found if one.text() == name and one.isVisible() and one.isEnabled()]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.usefixtures("session")
def test_nothing_typed_is_lost(window: Window, hands: Hands, desk: Desk, seed: int) -> None:
    """Pages wait, go, and are made anew; each had its own way to lose a word, found by chance."""
    somebody = Somebody(window, hands, desk, seed)
    for _step in range(STEPS):
        somebody.act()
    somebody.leave()


def _fields(inside: QWidget) -> list[LineField | TextField]:
    return [*inside.findChildren(LineField), *inside.findChildren(TextField)]


def _is_picked(field: LineField | TextField) -> bool:
    """Return whether one more letter would lead on from it, with its number taken."""
    around = field.parent()
    return isinstance(around, PickField) and bool(_text(field)) and not around.is_unread


def _text(field: LineField | TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _words(answers: Answers) -> str:
    told = (answers.answers, answers.actions, answers.people, answers.earlier)
    return " ".join(repr(one) for part in told for one in part.values())
