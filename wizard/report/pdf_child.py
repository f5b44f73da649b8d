"""The parent's side of drawing a PDF: starts the process that draws, and can cancel it.

Imports nothing of ReportLab, so that a window can have it at hand without paying.
"""

from __future__ import annotations

import pickle
import subprocess
import threading

from wizard import paths
from wizard.errors import OutputFault
from wizard.report.blocks import Report
from wizard.words import say


class Drawing:
    """One paper being drawn in a child process.

    ``start`` returns at once; ``poll`` asks, ``wait`` waits; ``cancel`` ends the child.
    """

    def __init__(self, child: subprocess.Popen[bytes], reports: tuple[Report, ...]) -> None:
        self._child = child
        self._drawn = b""
        self._said = b""
        self._cancelled = False
        self._reader = threading.Thread(
            target=self._talk, args=(pickle.dumps(reports),), name="drawing", daemon=True
        )
        self._reader.start()

    @classmethod
    def start(cls, *reports: Report) -> Drawing:
        """Start drawing ``reports`` into one file.

        Raises ``OutputFault`` if no process can be started.
        """
        try:
            child = subprocess.Popen(
                paths.program_command("--draw"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=paths.PROGRAM,
                # No console window may flash up on Windows.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as fault:
            raise OutputFault(say("errors.drawing.no-start")) from fault
        return cls(child, reports)

    def _talk(self, message: bytes) -> None:
        self._drawn, self._said = self._child.communicate(message)

    def poll(self) -> bool:
        """Whether it has ended; ``wait`` then returns at once."""
        return not self._reader.is_alive()

    def wait(self, timeout: float | None = None) -> bytes:
        """Return the PDF, waiting at most ``timeout`` seconds.

        Raises ``TimeoutError`` while it still goes on, and ``OutputFault`` with the
        one sentence if it failed or was cancelled.
        """
        self._reader.join(timeout)
        if self._reader.is_alive():
            raise TimeoutError("still drawing")
        if self._cancelled:
            raise OutputFault(say("errors.drawing.cancelled"))
        if self._child.returncode != 0 or not self._drawn:
            said = self._said.decode("utf-8", "replace").split()
            reason = said[-1][:60] if said else say("errors.drawing.ended")
            raise OutputFault(say("errors.drawing.failed", reason=reason))
        return self._drawn

    def cancel(self) -> None:
        """End the child now.  Nothing is left behind; doing it twice does no harm."""
        self._cancelled = True
        self._child.kill()
        self._reader.join()
