"""What can be said before the answers are opened: enough to paint home and choose from it.

Every start waits for this, so it imports only what reads an index.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from wizard import there
from wizard.desk.lock.state import State, is_unsaid, state
from wizard.desk.places import Places, has_people
from wizard.desk.school.place import school_file
from wizard.errors import StoreProblem
from wizard.model.card import JourneyCard
from wizard.pack.index import read_index
from wizard.pack.source import FolderSource
from wizard.words import spoken


class Front(NamedTuple):
    """What home shows in the first picture.

    ``school`` is the school's name, as far as it is known by then.  ``is_first`` if nobody
    has used this login before, ``is_shared`` if nothing is kept here, ``is_unsaid`` while
    nobody has said whose computer this is.
    """

    cards: tuple[JourneyCard, ...]
    school: str = ""
    is_first: bool = False
    is_shared: bool = False
    is_unsaid: bool = False


def look(places: Places) -> Front | None:
    """Return what to show, or None where something has to be asked first.

    Raises ``ContentFaults`` if the index can not be read.
    """
    if not places.person and has_people(places.data):
        return None
    try:
        stands, unsaid = state(places.answers), is_unsaid(places.answers)
    except StoreProblem:
        # What opens the answers says why not.
        return None
    if stands not in (State.NEW, State.OPEN):
        return None
    cards = read_index(FolderSource(places.content), spoken().language)
    return Front(cards, is_first=stands is State.NEW, is_unsaid=unsaid)


def school_mark(places: Places) -> str:
    """Return what changes whenever the name of the school may; empty without a file."""
    path, _ = school_file(places.school, places.data)
    try:
        found = there.soon(path, Path.stat, otherwise=None)
    except OSError:
        found = None
    if found is None:
        return ""
    return f"{found.st_mtime_ns} {found.st_size} {path}"
