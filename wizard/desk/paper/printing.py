"""Handing a PDF to the system's printing, whole as it was made.

Linux and macOS print PDFs through CUPS, whose ``lp`` takes one as it is: what comes out
is the very paper, with its code and its fingerprint.  Windows has nothing of the kind;
there the viewer prints.  Run on Linux; on macOS and Windows it was not.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from wizard.errors import OutputFault
from wizard.words import say

TITLE = "Before You Post"
"""What the queue shows, and whoever else looks at it: no name and no checklist."""

PATIENCE = 60.0
"""Seconds after which a printing system that does not answer is given up."""

SILENCE = 5.0
"""Seconds after which one that does not even say that it is there is asked for no printers."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What was chosen in the system's dialog.

    ``sides`` is ``one-sided``, ``two-sided-long-edge`` or ``two-sided-short-edge``, empty
    for the printer's own way.  ``pages`` is a range such as ``2-5``, empty for all.
    """

    printer: str
    copies: int = 1
    sides: str = ""
    pages: str = ""
    is_grey: bool = False


def can_queue() -> bool:
    """Say whether this computer takes a PDF as it is."""
    return shutil.which("lp") is not None


def refuse_silent() -> None:
    """Raise ``OutputFault`` where the printing system says nothing: whoever asks it would wait."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return
    try:
        subprocess.run([lpstat, "-r"], capture_output=True, timeout=SILENCE, check=False)
    except subprocess.TimeoutExpired as cause:
        raise OutputFault(say("papers.print.silent")) from cause
    except OSError:
        # Whoever prints is told.
        return


def queue(path: Path, order: PrintOrder) -> None:
    """Put the PDF at ``path`` into a printer's queue.  Raises ``OutputFault``."""
    try:
        content = path.read_bytes()
    except OSError as cause:
        raise OutputFault(say("ui.paper.gone")) from cause
    send(content, order)


def send(content: bytes, order: PrintOrder) -> None:
    """Put a PDF that is in no file into a printer's queue.  Raises ``OutputFault``."""
    words = ["lp", "-d", order.printer, "-n", str(order.copies), "-t", TITLE]
    words += ["-o", "collate=true"] if order.copies > 1 else []
    words += ["-o", f"sides={order.sides}"] if order.sides else []
    words += ["-o", "print-color-mode=monochrome"] if order.is_grey else []
    words += ["-P", order.pages] if order.pages else []
    try:
        done = subprocess.run(
            words, input=content, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as cause:
        raise OutputFault(say("papers.print.failed", printer=order.printer)) from cause
    if done.returncode != 0:
        raise OutputFault(say("papers.print.failed", printer=order.printer))
