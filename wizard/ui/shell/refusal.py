"""A window in which nothing can be had: it says why, and can be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.ui import accessible
from wizard.ui.shell.greeting import Greeting

if TYPE_CHECKING:
    from wizard.ui.shell.window import Window


def say_why(window: Window, sentence: str) -> None:
    """Take everything else out of the window, and say it to whoever sees or hears."""
    greeting = Greeting(window)
    greeting.line.setText(sentence)
    window.shut(greeting)
    window.menuBar().clear()
    accessible.announce(greeting, sentence)
