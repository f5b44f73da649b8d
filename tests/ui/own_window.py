"""The program's window as a process of its own has it, for what a test can not do to itself."""

from __future__ import annotations

from pathlib import Path

from tests.ui.hands import until
from wizard.desk.places import Places
from wizard.ui import start
from wizard.ui.gate.gate import Gate
from wizard.ui.shell.window import Window

NOTE = "a worry nobody else reads"
PASSPHRASE = "seven quiet otters"


def open_on(folder: Path) -> tuple[Window, Gate]:
    """Open ``data`` and ``content`` of a folder; the answers are open when this returns."""
    start.make_application([])
    window = Window()
    window.show()
    gate = Gate(window, Places(folder / "data", folder / "content"))
    gate.begin()
    until(window.bridge.desk.ready.done)
    return window, gate
