"""A part of the start: the bare window of ``window``, with all that a usable home imports.

Nothing of it is used.  What it takes beyond the floor is the price of our modules and of the
classes of Qt that they name.

Use: ``python -m tests.benchmarks.floors.imports FONTS_FOLDER SHEET_FILE``
"""

import gc
import sys
from importlib import import_module
from pathlib import Path

from tests.benchmarks.floors import window

HOME = ("wizard.ui", "wizard.cli.main", "wizard.ui.start", "wizard.ui.shell.entrance")
"""What brings in all that stands behind the first picture; the room itself first."""


def main(fonts: Path, sheet: Path) -> int:
    """Import it, then show the bare window until it is painted."""
    # As the program does, which looks for no rubbish until its window stands.
    gc.disable()
    for name in HOME:
        import_module(name)
    return window.main(fonts, sheet)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
