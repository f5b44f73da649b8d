"""What a PDF of ours carries, read as whoever opens it again will read it."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from wizard.desk.assessment.doubt import doubt_of
from wizard.errors import FileNewer, InputFault, Problem
from wizard.exchange.paper_data import PaperData
from wizard.exchange.pdf_child import look_inside, open_returned
from wizard.exchange.untouched import marked
from wizard.exchange.verify import carried_data
from wizard.model.pack import Pack
from wizard.report.blocks import Report
from wizard.report.carried import DRAWN, NotAPaper, from_data
from wizard.words import say


def paper_of(data: PaperData, shown: str, logo: bytes = b"") -> Report:
    """Return the paper that data describe.  Raises ``InputFault`` where they do not fit."""
    try:
        paper = from_data(data.paper, logo)
    except NotAPaper as cause:
        if data.drawn > DRAWN:
            raise FileNewer(say("returning.newer", file=shown)) from cause
        raise InputFault(say("returning.not-as-written", file=shown)) from cause
    if (paper.reader, paper.made) != (data.reader, data.made):
        raise InputFault(say("returning.not-as-written", file=shown))
    return paper


def doubt_of_paper(
    path: Path, fingerprint: str, pack: Future[Pack], now: datetime
) -> Problem | None:
    """Return what says that the answers in the PDF at ``path`` do not open, None where they do.

    It is read as it lies there, in a process of its own; another ``fingerprint`` than that of
    the paper that was drawn is a doubt, too.  ``pack`` is its journey as it is read elsewhere.
    """
    try:
        data, mark = carried_data(look_inside(open_returned(path), path.name), path.name)
        if mark != fingerprint:
            raise InputFault(say("returning.other-data", file=path.name))
        paper_of(data, path.name)
    except InputFault as doubt:
        return doubt
    return doubt_of(marked(data.answers.encode()), path.name, pack, now)
