"""Several people who use one computer login, each with a place of their own.

A place is a folder with a random name, and in it the person's name, their lock and their
answers.  The list of names is no secret: whoever has the login sees it, and needs it to
say who they are.  Everything else in a place opens with that person's secret alone.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import stat
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wizard import there
from wizard.desk.lock.state import State, refuse_gone, state
from wizard.desk.places import PEOPLE, Places, has_people
from wizard.errors import InputFault, StoreProblem, UsageFault
from wizard.safe import disk, key_change
from wizard.safe.limits import TITLE_LETTERS
from wizard.safe.lock_file import remove_lock
from wizard.safe.locked import LOCK_COPY, LOCK_JSON
from wizard.safe.names import UNSEEN
from wizard.safe.regular import read_regular
from wizard.store import failures
from wizard.words import say

NAME_FILE = "name.txt"

MOST = 100
"""People of one login; a staffroom has fewer."""

GIVEN_UP = 24 * 60 * 60
"""Seconds after which a place without a lock is taken for one that somebody gave up."""

_KEPT = (State.LOCKED, State.OPEN)
_ID = re.compile(r"[0-9a-f]{16}")
_HALF_MADE = re.compile(r"\..*\.part")
_GONE = "gone-"
_JOINERS = "\u200c\u200d"
"""Not seen, but names in Persian and Bengali are not the same without them."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of several people: how they are called here, and the id of their place."""

    name: str
    id: str


def people(data: Path) -> tuple[Person, ...]:
    """Return who has a place with anything in it below ``data``, by name.

    Raises ``StoreProblem`` where that can not be seen: nobody would be asked who they are.
    """
    try:
        places = _places(data)
    except OSError as fault:
        raise failures.in_words(fault, data / PEOPLE) from fault
    found = [Person(_read_name(at), at.name) for at in places if _has_any(at)]
    return tuple(
        sorted(found, key=lambda one: (unicodedata.normalize("NFKD", one.name.casefold()), one.id))
    )


def whom_to_ask(data: Path) -> tuple[Person, ...]:
    """Return who is asked which of them they are, and take away what is left of who is gone.

    Raises ``StoreProblem`` where that can not be seen.
    """
    _refuse_unseen(data)
    clear_gone(data)
    return people(data)


def _refuse_unseen(data: Path) -> None:
    """Raise ``StoreUnwritable`` where it can not be seen who has a place, and nothing else is kept.

    Whoever has one would stand before a program that nobody has used.
    """
    if has_people(data) and state(data) not in _KEPT:
        refuse_gone(data / PEOPLE)


def name_of(places: Places) -> str:
    """Return the name of the person whose places these are."""
    return _read_name(places.answers)


def places_of(places: Places, name: str | None) -> Places:
    """Return the places of the person of this name; for None those of the login itself.

    Raises ``UsageFault`` with the names there are if nobody has this one, or if
    everybody here has one and none was given; ``StoreProblem`` as ``whom_to_ask`` does.
    """
    _refuse_unseen(places.data)
    known = people(places.data)
    names = ", ".join(one.name for one in known)
    if name is None:
        if known and state(places.data) is State.NEW:
            raise UsageFault(say("people.say-who", names=names))
        return places
    wanted = _plain(name).casefold()
    for one in known:
        if one.name.casefold() == wanted:
            return places.of(one.id)
    raise UsageFault(say("people.nobody", names=names) if known else say("people.nobody-yet"))


def make_place(data: Path, name: str) -> Person:
    """Make a place for somebody new; it counts from when it is locked.

    Raises ``InputFault`` for a name that is empty, too long or taken, and the
    ``StoreProblem`` family where the folder can not be made.
    """
    name = _plain(name)
    known = people(data)
    if not name:
        raise InputFault(say("people.no-name"))
    if len(name) > TITLE_LETTERS:
        raise InputFault(say("people.long-name", most=TITLE_LETTERS))
    if name.casefold() in {one.name.casefold() for one in known}:
        raise InputFault(say("people.taken", name=name))
    if len(known) >= MOST:
        raise InputFault(say("people.full", most=MOST))
    person = Person(name, secrets.token_hex(8))
    place = data / PEOPLE / person.id
    try:
        disk.make_folder(place)
        disk.write_over(place / NAME_FILE, f"{name}\n".encode())
    except OSError as fault:
        raise failures.in_words(fault, data) from fault
    _clear_up(data, place)
    clear_gone(data)
    return person


def remove_place(place: Path) -> None:
    """Take a person's place away with all that is in it.

    Raises ``OSError`` where that is refused; then it is there as it was.
    """
    assert place.parent.name == PEOPLE
    assert _ID.fullmatch(place.name)
    # One act for whoever looks.
    gone = place.with_name(f"{_GONE}{place.name}")
    try:
        disk.move(place, gone)
        remove_lock(gone)
    except OSError:
        if not there.is_named(gone):
            raise
        if any(there.is_named(gone / name) for name in (LOCK_JSON, LOCK_COPY)):
            disk.move(gone, place)
            raise
        if there.is_named(place):
            # It never went: that was not said for a moment.
            raise
    # Without its lock nobody opens it: what would not go now may go later.
    _remove_gone(gone)


def clear_gone(data: Path) -> None:
    """Take away what a program that died, or a disk that refused, left of places that are gone."""
    # Once they can be looked at again will do.
    with suppress(OSError):
        where = data / PEOPLE
        for gone in [where / name for name in there.names(where) if name.startswith(_GONE)]:
            if _is_place(gone):
                _remove_gone(gone)


def _remove_gone(gone: Path) -> None:
    with suppress(OSError):
        # A program died before that: a lock is to lie in no free block, either.
        remove_lock(gone)
        key_change.remove_half_made(gone)
        shutil.rmtree(gone.resolve())
        # A link, where it lay on another disk.
        disk.remove(gone)
        disk.sync_folder(gone.parent)


def _clear_up(data: Path, made: Path) -> None:
    """Take away what was given up before ``made``: places with a name alone.

    What can not be looked at, or holds anything else, stays: it may be all that somebody has.
    """
    others: list[Path] = []
    with suppress(OSError):
        others = _places(data)
    for place in others:
        with suppress(OSError):
            # Until its lock is made a place looks as if given up; another window may be at it.
            if _made_at(made) - _made_at(place) > GIVEN_UP:
                inside = list(place.iterdir())
                if all(at.name == NAME_FILE or _HALF_MADE.fullmatch(at.name) for at in inside):
                    for at in inside:
                        disk.remove(at)
                    place.rmdir()


def _made_at(place: Path) -> float:
    """Return when somebody gave a place its name, in seconds by the clock of its disk."""
    return (place / NAME_FILE).stat().st_mtime


def _places(data: Path) -> list[Path]:
    inside = [data / PEOPLE / name for name in there.names(data / PEOPLE) if _ID.fullmatch(name)]
    return [at for at in inside if _may_be_place(at)]


def _may_be_place(at: Path) -> bool:
    try:
        return _is_place(at)
    except OSError:
        # Somebody's, on a disk that says nothing for a moment.
        return True


def _is_place(at: Path) -> bool:
    kind = there.kind(at, follows=False)
    if not stat.S_ISLNK(kind):
        return stat.S_ISDIR(kind)
    leads_to, here = os.path.realpath(at), os.path.realpath(at.parent)
    if leads_to == os.path.join(here, at.name):  # noqa: PTH118
        raise OSError(errno.EIO, "where it leads was not said", str(at))
    # Somebody's on another disk, even while that is out.  One that leads to a place here is nobody
    # else.
    is_elsewhere = os.path.dirname(leads_to) != here  # noqa: PTH120
    return is_elsewhere and not stat.S_ISREG(there.kind(at))


def _has_any(place: Path) -> bool:
    """Say whether answers are in a place, or may be."""
    # One that is new was begun and given up.  One that lost its lock is there to be told of.
    try:
        if state(place) in _KEPT:
            return True
        refuse_gone(place)
    except StoreProblem:
        return True
    return False


def _read_name(place: Path) -> str:
    """Return the name kept in a place; whoever lost theirs must still find their answers."""
    try:
        read = read_regular(place / NAME_FILE, 4 * TITLE_LETTERS) or b""
        name = _plain(read.decode("utf-8", "replace"))
    except OSError:
        name = ""
    return name[:TITLE_LETTERS] or say("people.nameless", number=place.name[:4])


def _plain(name: str) -> str:
    """Return a name as it is shown: one line, and nothing in it that is not seen."""
    seen = (" " if unicodedata.category(c) in UNSEEN and c not in _JOINERS else c for c in name)
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split())
