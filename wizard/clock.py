"""The one place that asks for the time.  Tests put in their own clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime


class Clock(Protocol):
    """Gives the present moment, with its time zone."""

    def now(self) -> datetime:
        """Return this moment, aware of its zone."""
        ...


class SystemClock:
    """The machine's own clock, in universal time, to the second."""

    def now(self) -> datetime:
        """Return this moment in universal time, to the second."""
        # The window asks only once it is seen; what reckons with time takes 2 ms to import.
        from datetime import UTC, datetime

        return datetime.now(UTC).replace(microsecond=0)


class FixedClock:
    """A clock that stands still until somebody moves it."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment it was set to."""
        return self._moment

    def set(self, moment: datetime) -> None:
        """Move the clock to ``moment``."""
        self._moment = moment


def local_day(moment: datetime) -> date:
    """Return the day of ``moment`` as the person's own calendar has it."""
    try:
        return moment.astimezone().date()
    except (OverflowError, OSError, ValueError):
        # At the ends of time the machine has no zone to tell; the day itself will do.
        return moment.date()


def months_after(day: date, months: int) -> date:
    """Return the day ``months`` later; the month's last where it has no such day.

    Beyond all years there is the last day of them: somebody means for ever.
    """
    from calendar import monthrange
    from datetime import MAXYEAR, date

    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
