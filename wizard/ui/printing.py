"""Printing a PDF through the system's own dialog, asked for by a click.

Qt draws nothing here: its dialog says which printer and how, and the desk hands the
file over as it is.  Qt's module is loaded on the click.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from wizard import there
from wizard.desk.paper import printing
from wizard.errors import Problem
from wizard.ui import parting
from wizard.ui.bridge import Bridge
from wizard.ui.paper_work import open_file
from wizard.words import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ASKING = "printers"
"""What is under way until the dialog comes."""


def print_file(bridge: Bridge, over: QWidget, path: Path, tell: Callable[[str], None]) -> None:
    """Ask how to print the PDF at ``path``, and do it; ``tell`` gets a sentence at the end.

    Where the system takes no PDF, its viewer opens with it instead, and prints.
    """
    if not there.soon(path, there.is_any, otherwise=True):
        tell(say("ui.paper.gone"))
    elif not printing.can_queue():
        tell(say("papers.print.viewer" if open_file(path) else "ui.paper.gone"))
    else:
        _ask(bridge, over, lambda order: printing.queue(path, order), tell)


def print_drawn(
    bridge: Bridge,
    over: QWidget,
    draw: Callable[[], bytes],
    tell: Callable[[str], None],
    sent: Callable[[], None],
) -> None:
    """Ask how to print what ``draw`` makes (it may take its time); it is written to no file.

    ``sent`` is called once the printing system has it, on the thread that gave it that, whether
    or not there is still somebody to ``tell``.  Only where the system takes PDFs as they are
    (``desk.printing.can_queue``).
    """

    def queue(order: printing.PrintOrder) -> None:
        printing.send(draw(), order)
        sent()

    _ask(bridge, over, queue, tell)


def _ask(
    bridge: Bridge,
    over: QWidget,
    queue: Callable[[printing.PrintOrder], None],
    tell: Callable[[str], None],
) -> None:
    def show(_answers: None) -> None:
        # Whoever went elsewhere, or hid the page, is asked nothing there.
        if isValid(over) and over.isVisible():
            _show(bridge, over, queue, tell)

    # Qt would ask the printing system on the window's own thread, which locks and hides it.
    asked = bridge.once(ASKING, lambda: bridge.in_background(printing.refuse_silent))
    if asked is not None:
        bridge.when_done(asked, show, partial(_fail, bridge, over, tell))


def _fail(bridge: Bridge, over: QWidget, tell: Callable[[str], None], problem: Problem) -> None:
    # Whoever went elsewhere takes it for printed.
    is_there = isValid(over) and over.isVisible()
    (tell if is_there else bridge.failed.emit)(str(problem))


def _show(
    bridge: Bridge,
    over: QWidget,
    queue: Callable[[printing.PrintOrder], None],
    tell: Callable[[str], None],
) -> None:
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        tell(say("papers.print.none"))
        return
    printer = QPrinter()
    printer.setDocName(printing.TITLE)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, over)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)

    def send() -> None:
        order = _order(printer)
        told = say("papers.print.sent", printer=order.printer)
        work = bridge.in_background(lambda: queue(order))
        bridge.when_done(work, lambda _none: tell(told), partial(_fail, bridge, over, tell))

    dialog.accepted.connect(send)
    dialog.finished.connect(lambda _code: parting.let_go(dialog))
    # Qt's own for this dialog wants a receiver by name.
    QDialog.open(dialog)


def _order(printer: QPrinter) -> printing.PrintOrder:
    from PySide6.QtPrintSupport import QPrinter

    sides = {
        QPrinter.DuplexMode.DuplexNone: "one-sided",
        QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
        QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    }
    is_range = printer.printRange() == QPrinter.PrintRange.PageRange
    return printing.PrintOrder(
        printer.printerName(),
        max(1, printer.copyCount()),
        sides.get(printer.duplex(), ""),
        printer.pageRanges().toString() if is_range else "",
        is_grey=printer.colorMode() == QPrinter.ColorMode.GrayScale,
    )
