"""Says whether there is a screen at all: where there is none, Qt would end the program."""

from __future__ import annotations

import os
import sys

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET")
"""What a desktop of Linux tells every program it starts."""


def is_there() -> bool:
    """Say whether Qt may try to open a window; only on Linux can there plainly be no screen."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return any(os.environ.get(name) for name in SCREENS)
