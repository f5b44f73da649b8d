"""Says whether there is a screen at all: where there is none, Qt would end the program."""

from __future__ import annotations

import os
import sys

NAMED = ("DISPLAY", "WAYLAND_DISPLAY")
"""What a desktop of Linux calls its screen, in the two ways of having one."""

SCREENS = (*NAMED, "WAYLAND_SOCKET")
"""What it tells every program it starts."""


def is_there() -> bool:
    """Say whether Qt may try to open a window; only on Linux can there plainly be no screen."""
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return any(os.environ.get(name) for name in SCREENS)
