"""Says whether a paper that came back is as it was made, in one sentence.

It finds accidents and careless changes.  Somebody who makes data, pages and fingerprint
anew is not found out by any of this, and the program says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from wizard.errors import InputFault
from wizard.exchange.paper_data import PaperData, unpack
from wizard.exchange.returned import Change, Inside
from wizard.words import say


def carried_data(inside: Inside, shown: str) -> tuple[PaperData, str]:
    """Return what a paper carries, and its fingerprint.

    Raises ``InputFault`` for a PDF that is not ours, carries nothing, or whose data do not
    belong to the fingerprint printed on it.
    """
    if inside.carried is None:
        ours = inside.says_ours or inside.printed
        raise InputFault(say("returning.nothing" if ours else "returning.not-ours", file=shown))
    data, mark = unpack(inside.carried, shown)
    if mark not in inside.printed:
        raise InputFault(say("returning.other-data", file=shown))
    return data, mark


def refuse_changed(changes: Sequence[Change], shown: str) -> None:
    """Raise ``InputFault`` naming the first change, and the other pages, if there are any."""
    if not changes:
        return
    first = changes[0]
    kind = first.kind
    if kind == "words" and not (first.printed and first.expected):
        kind = "more" if first.printed else "less"
    said = say(
        f"returning.altered.{kind}",
        file=shown,
        page=first.page,
        printed=first.printed,
        expected=first.expected,
    )
    others = sorted({change.page for change in changes} - {first.page})
    if others:
        listed = ", ".join(map(str, others))
        said = f"{said} {say('returning.other-pages', pages=listed)}"
    raise InputFault(said)
