"""A window with its gate before it, as the program opens both, at the least cost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.hands import Hands, until
from tests.ui.locking_up import WORDS
from wizard import paths, words
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import settings
from wizard.ui.gate import idle
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window


@pytest.fixture(autouse=True)
def at_least_cost(cheap: None) -> None:
    """Lock and unlock at once, in every test here."""


@pytest.fixture
def english_after() -> Iterator[None]:
    """Speak English again, whatever a test did."""
    yield
    words.use(words.Words(paths.content_folder() / "words"))
    settings.keep_language("")


@pytest.fixture
def soon_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate made after this waits for no more than a moment before it locks."""
    # No shorter: on a busy machine it fell before anybody could look at what it takes away.
    monkeypatch.setattr(idle, "IDLE_MINUTES", 0.01)


@pytest.fixture
def gate(places: Places, application: QApplication) -> Iterator[Gate]:
    """A window as the program opens it: it opens its own answers, as a person's does."""
    window = Window()
    window.resize(1180, 800)
    window.show()
    gate = Gate(window, places)
    gate.begin()
    yield gate
    window.close()
    # Asked twice where something could not be saved.
    window.close()
    gate.close()
    window.deleteLater()


@pytest.fixture
def window(gate: Gate) -> Window:
    """The gate's window, on home."""
    window = gate.parent()
    assert isinstance(window, Window)
    return window


@pytest.fixture
def hands(window: Window, gate: Gate) -> Hands:
    """Somebody on a page, behind a passphrase."""
    window.bridge.desk.lock.choose(WORDS).result()
    gate.watch()
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    return hands


@pytest.fixture
def unsaved(window: Window, places: Places) -> Session:
    """An answer on screen whose folder has gone before it was saved."""
    hands = Hands(window)
    window.bridge.desk.ready.result()
    window.start("tiny")
    hands.on_page("The post")
    places.data.rename(away(places))
    window.bridge.session.answer("k-one", "yes")
    until(lambda: window.frame.footer.again.isVisible())
    return window.bridge.session


def away(places: Places) -> Path:
    """Return where the folder is as it has gone."""
    return places.data.with_name("away")
