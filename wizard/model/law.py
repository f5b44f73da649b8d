"""Law and national expectations that change an answer: the dated switch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wizard.model.condition import ALWAYS, Condition


@dataclass(frozen=True, slots=True)
class Law:
    """One law with its dates.  ``state_on`` tells where it stands on a day.

    ``texts`` maps a state (``announced``, ``in-force``, ``ended``) to what the
    program says of it then.  ``mark`` is how sure we are (seen, one, gk).
    ``when`` is asked of the answers of the journey that shows it.
    """

    id: str
    title: str
    texts: dict[str, str]
    announced: date | None
    in_force: date | None
    ended: date | None
    checked: date
    shelf_months: int
    mark: str
    source: str
    when: Condition = ALWAYS
    journeys: tuple[str, ...] = ()

    def state_on(self, day: date) -> str:
        """Return ``announced``, ``in-force`` or ``ended`` as of ``day``."""
        if self.ended is not None and self.ended <= day:
            return "ended"
        if self.in_force is not None and self.in_force <= day:
            return "in-force"
        return "announced"
