"""What leads on from an outcome: a calendar file, and how it stands against last time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from wizard.desk import files
from wizard.desk.assessment import last_time, planning
from wizard.desk.assessment.last_time import LastTime
from wizard.model.run import RunCard
from wizard.session import Session
from wizard.ui.bridge import Bridge
from wizard.ui.parts.paper.file_desk import FileDesk, SavedAs
from wizard.words import say


def months_until_again(bridge: Bridge) -> int:
    """Return after how many months the journey on screen is due again, 0 for never."""
    journey = bridge.session.journey.id
    return next((card.again for card in bridge.desk.cards if card.id == journey), 0)


def calendar_desk(bridge: Bridge, parent: QWidget) -> FileDesk:
    """Return the button that saves what is planned, and next year's day, for a calendar."""
    session, months = bridge.session, months_until_again(bridge)
    what = SavedAs(
        say("ui.calendar.save"),
        "calendar",
        (session.journey.title, say("ui.calendar.name")),
        ".ics",
        say("ui.calendar.kind"),
    )

    def make(place: files.Place) -> None:
        from wizard.desk.handover import replacing

        replacing.refuse_over(bridge.desk, place.path)
        place.write(planning.calendar(session, months))

    return FileDesk(bridge, what, lambda place: bridge.in_background(lambda: make(place)), parent)


def compare_with_last_time(bridge: Bridge, then: Callable[[LastTime], None]) -> None:
    """Call ``then`` with the comparison, if this journey was finished once before."""
    session, runs = bridge.session, bridge.desk.runs

    def found(cards: tuple[RunCard, ...]) -> None:
        before = last_time.last_time(cards, session)
        if before is not None:
            bridge.when_done(runs.read(before.id), opened)

    def opened(earlier: Session) -> None:
        then(last_time.turns(earlier, session))

    bridge.when_done(runs.list(), found)
