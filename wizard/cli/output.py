"""Where a command's words go: the only place that speaks to the terminal."""

from __future__ import annotations

import sys
from pathlib import Path


def tell(line: object) -> None:
    """Say a line on standard output."""
    sys.stdout.write(f"{line}\n")


def complain(line: object) -> None:
    """Say a line on standard error."""
    sys.stderr.write(f"{line}\n")


def write_text(path: Path | None, text: str) -> None:
    """Write text to a file, or say it where no file is named.  Raises ``OutputFault``."""
    if path is None:
        sys.stdout.write(text)
    else:
        # The child that draws a PDF comes by here too, and writes no file.
        from wizard.desk import files

        files.write(path, text.encode())
