"""Tells, from inside a process, when its first window was painted and what stood there when."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def tell_when_painted(*stages: Callable[[], bool]) -> None:
    """From now on ``QApplication.exec`` ends once a window is painted and all ``stages`` hold.

    It then prints the moment of the first picture and that of each stage, on the clock all
    processes share, in seconds, and the memory held at the end, in MB.  The picture's
    moment is when Qt has told the window that it is exposed: it paints while it is told.
    A stage is looked at from then on, so one that holds with the first picture has its
    moment, too.
    """
    real = QApplication.exec

    def exec_until_all_stand(*_: object) -> int:
        timer = QTimer()
        moments: list[float] = []

        def look() -> None:
            now = time.monotonic()
            if not moments and any(window.isExposed() for window in QApplication.topLevelWindows()):
                moments.append(now)
                timer.setInterval(3)  # what follows should not pay for our looking
            while moments and len(moments) <= len(stages) and stages[len(moments) - 1]():
                moments.append(now)
            if len(moments) > len(stages):
                timer.stop()
                print(*moments, resident_megabytes(), flush=True)
                QApplication.closeAllWindows()
                QApplication.exit(0)

        timer.timeout.connect(look)
        timer.start(0)
        return real()

    QApplication.exec = exec_until_all_stand  # type: ignore[method-assign]


def home_stands() -> bool:
    """Say whether home is on the screen and its journeys can be chosen.

    One that is chosen before the answers are open is opened as soon as they are.
    """
    return any(
        widget.accessibleIdentifier().startswith("start-") and widget.isVisible()
        for widget in QApplication.allWidgets()
    )


def answers_are_open() -> bool:
    """Say whether the desk stands behind home, its store open, and the menus have their lines."""
    bridges = (getattr(window, "bridge", None) for window in QApplication.topLevelWidgets())
    return any(bridge is not None and bridge.desk.ready.done() for bridge in bridges)


def resident_megabytes() -> float:
    """Return the memory this process holds now."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("memory is measured on Linux only")
