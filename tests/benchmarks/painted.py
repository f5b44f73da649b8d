"""Tells, from inside a process, when its first window was painted and what it weighs."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def tell_when_painted() -> None:
    """From now on ``QApplication.exec`` ends once a window is painted.

    It then prints two numbers: the moment on the clock all processes share, in seconds,
    and the memory held, in MB.
    """
    real = QApplication.exec

    def exec_until_painted(*_: object) -> int:
        timer = QTimer()

        def look() -> None:
            # Qt paints a window while it is told that the window is exposed.
            if any(window.isExposed() for window in QApplication.topLevelWindows()):
                print(time.monotonic(), resident_megabytes(), flush=True)
                timer.stop()
                QApplication.exit(0)

        timer.timeout.connect(look)
        timer.start(0)
        return real()

    QApplication.exec = exec_until_painted  # type: ignore[method-assign]


def resident_megabytes() -> float:
    """Return the memory this process holds now."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("memory is measured on Linux only")
