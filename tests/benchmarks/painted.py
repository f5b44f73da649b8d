"""Tells, from inside a process, when its first window was painted and when it can be used."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def tell_when_painted(is_usable: Callable[[], bool] = lambda: True) -> None:
    """From now on ``QApplication.exec`` ends once a window is painted and usable.

    It then prints three numbers: both moments on the clock all processes share, in
    seconds, and the memory held at the end, in MB.
    """
    real = QApplication.exec

    def exec_until_usable(*_: object) -> int:
        timer = QTimer()
        moments: list[float] = []

        def look() -> None:
            # Qt paints a window while it is told that the window is exposed.
            if not moments and any(window.isExposed() for window in QApplication.topLevelWindows()):
                moments.append(time.monotonic())
                timer.setInterval(3)  # what follows should not pay for our looking
            if moments and is_usable():
                timer.stop()
                print(*moments, time.monotonic(), resident_megabytes(), flush=True)
                QApplication.closeAllWindows()
                QApplication.exit(0)

        timer.timeout.connect(look)
        timer.start(0)
        return real()

    QApplication.exec = exec_until_usable  # type: ignore[method-assign]


def home_stands() -> bool:
    """Say whether the journeys can be clicked."""
    return any(
        widget.accessibleIdentifier().startswith("start-") and widget.isVisible()
        for widget in QApplication.allWidgets()
    )


def resident_megabytes() -> float:
    """Return the memory this process holds now."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("memory is measured on Linux only")
