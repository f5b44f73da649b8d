"""Reads typed values out of a JSON document, naming the place of the first fault."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime

from wizard.errors import InputFault

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Letters that turn the reading direction round; names need none of them."""

YEARS = range(1990, 2200)
"""Years that can be meant; beyond them a machine's own calendar gives up."""


class Reading:
    """One object of a document.  ``place`` says where it stands, for the sentences."""

    def __init__(self, thing: object, shown: str, allowed: Iterable[str], place: str = "") -> None:
        self._shown = shown
        self._place = place
        if not isinstance(thing, dict):
            raise self.fault("", "is not an object ({...})")
        self._thing: dict[str, object] = thing
        for key in thing:
            self.known("", key, tuple(allowed))

    def fault(self, key: str, what: str) -> InputFault:
        """Return the fault to raise: the file, the place in it, what is wrong."""
        place = ".".join(part for part in (self._place, key) if part)
        end = "" if what.endswith("?") else "."
        return InputFault(f"{self._shown}: {place or 'it'} {what}{end}")

    def known(self, key: str, named: str, known: Iterable[str]) -> None:
        """Raise unless ``named`` is known, suggesting the near miss."""
        names = list(known)
        if named not in names:
            near = difflib.get_close_matches(named[:100], names, n=1, cutoff=0.6)
            few = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
            hint = f"did you mean '{near[0]}'?" if near else f"known are: {few}"
            raise self.fault(key, f"names '{clean(named)[:100]}', which is not known; {hint}")

    def inside(self, place: str, thing: object) -> Place:
        """Return a part of the document with its place, still to be read."""
        return Place(thing, self._shown, place)

    def within(self, place: str, thing: object) -> Place:
        """Return a part of this object with its place, still to be read."""
        return Place(thing, self._shown, f"{self._place}.{place}")

    def entries(self, key: str) -> list[tuple[str, object]]:
        """Return the keys and values of an object inside, none if it is left out."""
        thing = self._thing.get(key)
        if thing is None:
            return []
        if not isinstance(thing, dict):
            raise self.fault(key, "is not an object ({...})")
        return list(thing.items())

    def raw(self, key: str) -> object:
        """Return what stands there, unread."""
        return self._thing.get(key)

    def text(self, key: str, *, limit: int, required: bool = False) -> str:
        """Return a text of at most ``limit`` letters, without unseen letters."""
        thing = self._thing.get(key)
        if thing is None and not required:
            return ""
        if not isinstance(thing, str):
            raise self.fault(key, "is missing" if thing is None else "is not text")
        return self.words(key, thing, limit)

    def words(self, key: str, thing: str, limit: int) -> str:
        """Return words that stand in a file, checked for length and unseen letters."""
        if len(thing) > limit:
            raise self.fault(
                key, f"is {len(thing):,} letters long; at most {limit:,} fit, so shorten it"
            )
        if any(unicodedata.category(letter) == "Cs" for letter in thing):
            raise self.fault(key, "holds half a letter (a lone surrogate); type it again")
        return clean(thing)

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is left out."""
        thing = self._thing.get(key, False)
        if not isinstance(thing, bool):
            raise self.fault(key, "is not true or false")
        return thing

    def whole(self, key: str) -> int:
        """Return a whole number; 0 if it is left out."""
        thing = self._thing.get(key, 0)
        if isinstance(thing, bool) or not isinstance(thing, int):
            raise self.fault(key, "is not a whole number")
        return thing

    def day(self, key: str) -> str:
        """Return a day as ISO text, or the empty string."""
        text = self.text(key, limit=40)
        if text:
            try:
                day = date.fromisoformat(text)
            except ValueError as cause:
                raise self.fault(key, f"is '{text}', not a date like 2026-11-21") from cause
            if day.year not in YEARS:
                raise self.fault(key, f"lies outside {YEARS.start} to {YEARS.stop - 1}")
        return text

    def moment(self, key: str) -> datetime | None:
        """Return a moment with its zone, or None."""
        text = self.text(key, limit=40)
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as cause:
            raise self.fault(key, f"is '{text}', not a time like 2026-11-21T10:00:00Z") from cause
        if moment.tzinfo is None:
            raise self.fault(key, "has no time zone; end it with Z or +00:00")
        if moment.year not in YEARS:
            raise self.fault(key, f"lies outside {YEARS.start} to {YEARS.stop - 1}")
        return moment.astimezone(UTC)


class Place:
    """A part of a document that has not been read yet, and where it stands."""

    def __init__(self, thing: object, shown: str, place: str) -> None:
        self.thing = thing
        self._shown = shown
        self._place = place

    def with_value(self) -> Place:
        """Return a bare value as if it were written ``{"value": ...}``."""
        if isinstance(self.thing, dict):
            return self
        return Place({"value": self.thing}, self._shown, self._place)

    def read(self, allowed: Iterable[str]) -> Reading:
        """Read it as an object with these keys."""
        return Reading(self.thing, self._shown, allowed, self._place)


def clean(text: str) -> str:
    """Return text without control letters (but new line and tab) and direction switches."""
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in "\n\t" or (unicodedata.category(letter) != "Cc" and letter not in _TURNING)
    )
