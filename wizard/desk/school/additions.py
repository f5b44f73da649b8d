"""What a school's file lays over the content, as it is written there, to be changed.

An entry keeps the keys and texts of the file, so that what nobody changes here is written
back as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from wizard.model.question import meaning_of

if TYPE_CHECKING:
    from wizard.model.journey import Journey

Entry = Mapping[str, object]
"""One question, clause or order: texts by key, some of them lists or tables."""

PARTS = ("stricter", "questions", "order")


@dataclass(frozen=True, slots=True)
class Additions:
    """Questions of the school's own, clauses it takes more strictly, orders of pages.

    ``written`` are the keys that stand in the file, also where they hold nothing.
    """

    stricter: tuple[Entry, ...] = ()
    questions: tuple[Entry, ...] = ()
    order: tuple[Entry, ...] = ()
    written: tuple[str, ...] = field(default=(), compare=False)

    def entries(self) -> dict[str, object]:
        """Return what stands under ``overlay`` in the file; nothing for nothing."""
        found = {part: [dict(entry) for entry in getattr(self, part)] for part in PARTS}
        if not any(found.values()):
            return {}
        keys = (*self.written, *(part for part in PARTS if part not in self.written))
        return {key: found[key] for key in keys if found[key] or key in self.written}

    def with_question(self, entry: Entry, place: int | None) -> Additions:
        """Return these with one question more, or another in a place.

        A page that has an order of its own asks the new one too, behind what it follows.
        """
        questions = list(self.questions)
        if place is None:
            questions.append(entry)
        else:
            questions[place] = entry
        order = tuple(_asking(one, entry) for one in self.order)
        return replace(self, questions=tuple(questions), order=order)

    def asked_on(self, plain: Journey, section: str) -> tuple[tuple[str, str], ...]:
        """Return id and words of what a page asks with these, in the order it asks.

        ``plain`` is its journey without what a school adds.
        """
        asked = self._as_written(plain, section)
        listed = next((one.get("questions") for one in self._orders(plain.id, section)), None)
        if isinstance(listed, list) and sorted(map(str, listed)) == sorted(asked):
            return tuple((str(one), asked[str(one)]) for one in listed)
        return tuple(asked.items())

    def with_order(self, plain: Journey, section: str, order: tuple[str, ...]) -> Additions:
        """Return these with a page in another order; none where that is the one it has anyway."""
        before = self._orders(plain.id, section)
        kept = [one for one in self.order if one not in before]
        if order != tuple(self._as_written(plain, section)):
            new = {"journey": plain.id, "section": section, "questions": list(order)}
            at = self.order.index(before[0]) if before else len(kept)
            kept.insert(at, {**(before[0] if before else {}), **new})
        return replace(self, order=tuple(kept))

    def _orders(self, journey: str, section: str) -> list[Entry]:
        wanted = (journey, section)
        return [
            one
            for one in self.order
            if (text_of(one, "journey"), text_of(one, "section")) == wanted
        ]

    def _as_written(self, plain: Journey, section: str) -> dict[str, str]:
        """Return what a page asks by id, the school's own behind what they follow."""
        page = next((one for one in plain.sections if one.id == section), None)
        asked = [(one.id, one.text) for one in page.questions] if page is not None else []
        for own in self.questions:
            if (text_of(own, "journey"), text_of(own, "section")) != (plain.id, section):
                continue
            after, ids = text_of(own, "after"), [key for key, _text in asked]
            at = ids.index(after) + 1 if after in ids else len(asked)
            asked.insert(at, (text_of(own, "id"), text_of(own, "text")))
        return dict(asked)

    def without(self, part: str, place: int) -> Additions:
        """Return these without an entry; no order of a page names it any more."""
        entries = list(getattr(self, part))
        gone = entries.pop(place)
        left = replace(self, **{part: tuple(entries)})
        if part != "questions":
            return left
        order = tuple(_not_asking(one, text_of(gone, "id")) for one in left.order)
        return replace(left, order=order)


def _asking(order: Entry, entry: Entry) -> Entry:
    listed = order.get("questions")
    name, after = text_of(entry, "id"), text_of(entry, "after")
    is_here = all(text_of(order, key) == text_of(entry, key) for key in ("journey", "section"))
    if not is_here or not isinstance(listed, list):
        return _not_asking(order, name)
    if name in listed:
        return order
    at = listed.index(after) + 1 if after in listed else len(listed)
    return {**order, "questions": [*listed[:at], name, *listed[at:]]}


def _not_asking(order: Entry, name: str) -> Entry:
    listed = order.get("questions")
    if not isinstance(listed, list) or name not in listed:
        return order
    return {**order, "questions": [one for one in listed if one != name]}


def read_additions(path: Path) -> Additions:
    """Read what a school's file adds; none where there is no file or it can not be read."""
    from wizard.pack.school_file import read_raw

    found = read_raw(path).get("overlay")
    overlay = found if isinstance(found, dict) else {}
    parts = {
        part: tuple(entry for entry in entries if isinstance(entry, Mapping))
        for part in PARTS
        if isinstance(entries := overlay.get(part), list)
    }
    return Additions(**parts, written=tuple(key for key in overlay if key in PARTS))


def text_of(entry: Entry, key: str) -> str:
    """Return a text of an entry with its white space folded; empty where it has none."""
    value = entry.get(key, "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def meaning_in(entry: Entry) -> int:
    """Return what a question of the school's own means: as the file states it, or by its words."""
    if (stated := text_of(entry, "meaning")).isdecimal():
        return int(stated)
    shared = text_of(entry, "answers")
    return meaning_of(
        text_of(entry, "text"), _words(entry, "choices"), shared, _words(entry, "points")
    )


def _words(entry: Entry, key: str) -> dict[str, str]:
    listed = entry.get(key)
    parts = listed if isinstance(listed, list) else []
    return {text_of(one, "id"): text_of(one, "text") for one in parts if isinstance(one, Mapping)}


def id_for(text: str, taken: frozenset[str], school: str) -> str:
    """Return an id that nothing has yet, made of the school's and the question's words.

    It ends in chance: an id that was taken out of the file is in somebody's answers still.
    """
    words = [*_letters(school)[:1], *[word for word in _letters(text) if len(word) > 3][:3]]
    stem = "-".join(words) or "own"
    while (found := f"{stem}-{token_hex(3)}") in taken:
        pass
    return found


def _letters(text: str) -> list[str]:
    """Return the words of a text in the letters an id may have."""
    low = text.casefold().replace("’", "").replace("'", "")
    spaced = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in low)
    return spaced.split()
