"""Whether a yes to "Replace it?" may be followed: not where words would go that lie there alone.

The question is the system's and knows a file by its name.  What is none of ours goes as somebody
said; of what the program made, whatever stands here by now as well.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from wizard import there
from wizard.desk.desk import Desk
from wizard.desk.handover import keeping
from wizard.errors import FileNewer, InputFault, OutputFault, StoreProblem
from wizard.exchange import archive, carry_file, returned
from wizard.exchange.answers_file import FORMAT
from wizard.exchange.strict_json import read_json
from wizard.exchange.untouched import is_untouched_pdf
from wizard.safe import recovery
from wizard.safe.limits import ARCHIVE_BYTES
from wizard.safe.regular import read_regular
from wizard.words import say

_START = 64
"""Bytes that tell what a file is."""

_SIGNS = (
    returned.FIRST_LETTERS,
    archive.ANSWERS.encode(),
    *(FORMAT.encode(form) for form in ("ascii", "utf-16-le", "utf-16-be")),
)
"""What stands somewhere in whatever of ours can not be read; editors of Windows write UTF-16."""


def refuse_over(desk: Desk, path: Path) -> None:
    """Raise ``OutputFault`` for a file whose words may be in no other.  Waits for its disk."""
    desk.elsewhere.refuse_over(path)
    try:
        may_go = not there.kind(path) or _may_go(desk, path)
    except OSError as fault:
        # What can not be read may be another's, or is not said for a moment.
        raise OutputFault(say("errors.file.forbidden", path=path)) from fault
    if not may_go:
        raise OutputFault(say("lock.taken.there", file=path.name))


def stands_here(desk: Desk, run_id: str) -> bytes | None:
    """Return the answers file of a self-assessment as it stands here by now, if it is read."""
    try:
        session = desk.runs.read(run_id).result()
    except (*keeping.UNREADABLE, StoreProblem):
        # What an older file has of it may be all there is.
        return None
    return keeping.as_file(desk, session).content


def _may_go(desk: Desk, path: Path) -> bool:
    # What reads all that may lie there is slow to load, and mostly nothing does.
    from wizard.desk.handover.going_over import archive_may_go

    start = read_regular(path, _START)
    try:
        if start is None or desk.elsewhere.has_all(path, partial(stands_here, desk)):
            return True
        if start.startswith(carry_file.FIRST_WORDS):
            return False
        if start.startswith(returned.FIRST_LETTERS):
            return _paper_may_go(desk, path)
        if start.startswith(archive.FIRST_LETTERS):
            # What can not be read is no archive of ours, or nothing that anybody gets back.
            list(archive.read_archive(path))
            return archive_may_go(path, partial(stands_here, desk))
        return _answers_may_go(desk, path)
    except (FileNewer, StoreProblem):
        return False
    except InputFault as fault:
        if isinstance(fault.__cause__, OSError):
            raise fault.__cause__ from fault
        # Locked by another program, or with a slip in it, it may be ours all the same.
        raw = read_regular(path, ARCHIVE_BYTES) or b""
        return not any(sign in raw for sign in _SIGNS)


def _paper_may_go(desk: Desk, path: Path) -> bool:
    from wizard.desk.handover import returning

    drawn, inside = returning.opened(path)
    if any(recovery.is_meant(mark) for mark in inside.marks):
        # A recovery sheet: nothing else opens what it is for, once the passphrase is forgotten.
        return False
    # A viewer that saves it may call itself the maker.
    if not (inside.says_ours or inside.carried or inside.printed or returning.is_form(inside)):
        return True
    # A form that was filled in, a paper that was written on, is as it was drawn no more.
    made = {one.fingerprint for one in desk.papers.made_of().result()}
    return is_untouched_pdf(drawn) and made.issuperset(inside.printed)


def _answers_may_go(desk: Desk, path: Path) -> bool:
    from wizard.desk.handover.going_over import answers_may_go

    document = read_json(path)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return True
    stands = stands_here(desk, str(document.get("id")))
    return stands is not None and answers_may_go(path, stands)
