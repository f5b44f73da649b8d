"""Whether what is about to leave could be read again: it may be all that is left of it."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import datetime

from wizard.errors import ContentFaults, InputFault, Problem
from wizard.exchange.answers_file import decisions_in, papers_in, read_answers
from wizard.exchange.strict_json import parse_json
from wizard.model.pack import Pack
from wizard.safe.limits import ANSWERS_FILE_BYTES
from wizard.words import say


def doubt_of(content: bytes, shown: str, pack: Future[Pack], now: datetime) -> Problem | None:
    """Return what says that an answers file may not open again, None where it will.

    ``shown`` is what it is called in that sentence, ``pack`` its journey as whoever brings it
    in reads it: what is kept here goes on with its own questions where there is none.
    """
    if len(content) > ANSWERS_FILE_BYTES:
        most = ANSWERS_FILE_BYTES // 1_000_000
        return InputFault(say("reading.large", file=shown, most=most))
    try:
        document = parse_json(content, shown)
        run = read_answers(document, shown, pack.result(), now)
        decisions_in(document, shown, run.id, now)
        papers_in(document, shown, run.id)
    except (InputFault, ContentFaults) as doubt:
        return doubt
    return None
