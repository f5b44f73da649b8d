"""A window with its gate before it, as the program opens both, at the least cost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from wizard.desk.places import Places
from wizard.ui.shell import idle
from wizard.ui.shell.gate import Gate
from wizard.ui.shell.window import Window


@pytest.fixture(autouse=True)
def at_least_cost(cheap: None) -> None:
    """Lock and unlock at once, in every test here."""


@pytest.fixture
def soon_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate made after this waits for no more than a moment before it locks."""
    monkeypatch.setattr(idle, "IDLE_MINUTES", 0.001)


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
