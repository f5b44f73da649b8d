"""Reads typed values out of a JSON document, naming the place of the first fault."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from wizard.errors import InputFault
from wizard.model.answers import YEARS
from wizard.words import say

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Letters that turn the reading direction round; names need none of them."""

_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85), "\n")

_FEW = 8
"""Known names that are told in a sentence, where there are many."""

MOST_TOLD = 200
"""Letters of a value that are told in a sentence."""


class Reading:
    """One object of a document.  ``place`` says where it stands, for the sentences.

    What is not of the kind that is asked for raises ``InputFault`` naming the place.
    """

    def __init__(self, thing: object, shown: str, allowed: Iterable[str], place: str = "") -> None:
        self._shown = shown
        self._place = place
        if not isinstance(thing, dict):
            raise self.fault("no-object", sample="{...}")
        self._thing: dict[str, object] = thing
        for key in thing:
            self.known("", key, tuple(allowed))

    def fault(self, name: str, key: str = "", /, **places: object) -> InputFault:
        """Return the fault to raise: the file, the place in it, what is wrong.

        Its sentence is ``reading.<name>``; of a value quoted there only the start is told.
        """
        place = ".".join(part for part in (self._place, key) if part) or say("reading.whole")
        told = {one: _start(str(value)) for one, value in places.items()}
        return InputFault(say("reading." + name, file=self._shown, place=place, **told))

    def known(self, key: str, named: str, known: Iterable[str]) -> None:
        """Raise unless ``named`` is known, suggesting the near miss."""
        names = list(known)
        if named not in names:
            near = difflib.get_close_matches(named[:100], names, n=1, cutoff=0.6)
            told = clean(named)
            if near:
                raise self.fault("unknown-near", key, named=told, near=near[0])
            few = ", ".join(names[:_FEW])
            if len(names) > _FEW:
                few = say("fault.more", first=few, number=len(names) - _FEW)
            raise self.fault("unknown", key, named=told, known=few)

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
            raise self.fault("no-object", key, sample="{...}")
        return list(thing.items())

    def listed(self, key: str, most: int) -> list[Place]:
        """Return what stands in a list inside, still to be read; none if it is left out."""
        thing = self._thing.get(key)
        if thing is None:
            return []
        if not isinstance(thing, list):
            raise self.fault("no-list", key)
        if len(thing) > most:
            raise self.fault("many", key, found=len(thing), most=most)
        return [self.inside(f"{key}.{number}", entry) for number, entry in enumerate(thing, 1)]

    def raw(self, key: str) -> object:
        """Return what stands there, unread."""
        return self._thing.get(key)

    def text(self, key: str, *, limit: int, required: bool = False) -> str:
        """Return a text of at most ``limit`` letters, without unseen letters."""
        thing = self._thing.get(key)
        if thing is None and not required:
            return ""
        if not isinstance(thing, str):
            raise self.fault("missing" if thing is None else "no-text", key)
        return self.words(key, thing, limit)

    def document(self, key: str, *, limit: int) -> str:
        """Return a text that is a document itself, letter for letter; empty if it is left out.

        Its own reader takes the unseen letters out: a new line in their place would break it.
        """
        thing = self._thing.get(key)
        if thing is None:
            return ""
        if not isinstance(thing, str):
            raise self.fault("no-text", key)
        self._bounded(key, thing, limit)
        return thing

    def words(self, key: str, thing: str, limit: int) -> str:
        """Return words that stand in a file, checked for length and unseen letters."""
        self._bounded(key, thing, limit)
        return clean(thing)

    def _bounded(self, key: str, thing: str, limit: int) -> None:
        if len(thing) > limit:
            raise self.fault("long", key, found=f"{len(thing):,}", most=f"{limit:,}")
        if any(unicodedata.category(letter) == "Cs" for letter in thing):
            raise self.fault("half-letter", key)

    def flag(self, key: str) -> bool:
        """Return true or false; false if it is left out."""
        thing = self._thing.get(key, False)
        if not isinstance(thing, bool):
            raise self.fault("no-flag", key)
        return thing

    def whole(self, key: str) -> int:
        """Return a whole number; 0 if it is left out."""
        thing = self._thing.get(key, 0)
        if isinstance(thing, bool) or not isinstance(thing, int):
            raise self.fault("no-number", key)
        return thing

    def day(self, key: str) -> str:
        """Return a day as ISO text, or the empty string."""
        text = self.text(key, limit=40)
        if text:
            try:
                day = date.fromisoformat(text)
            except ValueError as cause:
                raise self.fault("no-date", key, text=text) from cause
            if day.year not in YEARS:
                raise self.fault("year", key, first=YEARS.start, last=YEARS.stop - 1)
        return text

    def moment(self, key: str) -> datetime | None:
        """Return a moment with its zone, or None; from a clock that was far off, the nearest."""
        text = self.text(key, limit=40)
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as cause:
            raise self.fault("no-time", key, text=text) from cause
        if moment.tzinfo is None:
            raise self.fault("no-zone", key)
        # Nobody typed it: a computer with a dead battery must cost nobody their answers.
        first, end = (datetime(year, 1, 1, tzinfo=UTC) for year in (YEARS.start, YEARS.stop))
        return min(max(moment, first), end - timedelta(seconds=1)).astimezone(UTC)


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

    def each(self, most: int) -> list[Place]:
        """Return what stands in a list, still to be read; what is no list is the only one."""
        if not isinstance(self.thing, list):
            return [self]
        if len(self.thing) > most:
            whole = Reading({}, self._shown, (), self._place)
            raise whole.fault("many", found=len(self.thing), most=most)
        return [
            Place(one, self._shown, f"{self._place}.{number}")
            for number, one in enumerate(self.thing, 1)
        ]

    def read(self, allowed: Iterable[str]) -> Reading:
        """Read it as an object with these keys."""
        return Reading(self.thing, self._shown, allowed, self._place)


def _start(text: str) -> str:
    """A value can be as long as a file; a sentence must not be."""
    return text if len(text) <= MOST_TOLD else f"{text[:MOST_TOLD]}…"


def clean(text: str) -> str:
    """Return text without control letters (but new line and tab) and direction switches.

    What else parts two lines (the soft break of a word processor, say) is a new line.
    """
    return "".join(
        letter
        for letter in text.replace("\r\n", "\n").translate(_BREAKS)
        if letter in "\n\t" or (unicodedata.category(letter) != "Cc" and letter not in _TURNING)
    )
