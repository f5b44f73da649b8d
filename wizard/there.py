"""What lies at a path.

``pathlib`` raises where the system will not say: no rights above, a share that went, a ticket
that ran out.  Nobody asks whether something is there in order to fail.
"""

from __future__ import annotations

import os
from pathlib import Path


def is_folder(path: Path) -> bool:
    """Say whether a folder lies there, as far as can be seen."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Say whether a file lies there, as far as can be seen."""
    return os.path.isfile(path)  # noqa: PTH113


def is_any(path: Path) -> bool:
    """Say whether anything may lie there: what can not be looked at does, and reading it tells."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True
