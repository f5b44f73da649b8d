"""The bare window of ``window``, with PySide's own Python compiled before, as ours has it.

Use: ``python -m tests.benchmarks.floors.compiled FONTS_FOLDER SHEET_FILE``
"""

import sys
from pathlib import Path

import wizard.ui  # noqa: F401 - it sees to that, so it comes first
from tests.benchmarks.floors import window

if __name__ == "__main__":
    sys.exit(window.main(Path(sys.argv[1]), Path(sys.argv[2])))
