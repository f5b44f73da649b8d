"""Who is named in an answers file, by role: theirs whatever roles the content of today has."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.exchange.reading import Place, Reading
from wizard.model.answers import LINE_LETTERS, NOBODY, Person
from wizard.model.pack import Pack
from wizard.safe.limits import UNASKED

KEYS = ("name", "role", "unasked")


def read_people(top: Reading, pack: Pack, *, is_other: bool) -> Mapping[str, Person]:
    """Return who is named in a file, by role; ``is_other`` says it is of another edition.

    A role that was renamed goes by its new id; one that is not known here is kept as it is.
    Raises ``InputFault`` for one that is a slip, and for more of them than anybody has.
    """
    entries = top.entries("people")
    elsewhere = [role for role, _ in entries if role not in pack.roles]
    if len(elsewhere) > UNASKED:
        raise top.fault("many", "people", found=len(elsewhere), most=UNASKED)
    people: dict[str, Person] = {}
    for role, entry in entries:
        place = top.inside(f"people.{role}", entry)
        if not (is_other or role in pack.roles_gone.texts or _is_marked(place)):
            top.known("people", role, pack.roles)
        reading = place.read(KEYS)
        name, called = (reading.text(key, limit=LINE_LETTERS) for key in ("name", "role"))
        if (person := Person(name, called)) != NOBODY:
            people[role] = person
    return pack.roles_gone.followed(people)


def write_people(pack: Pack, people: Mapping[str, Person]) -> dict[str, dict[str, object]]:
    """Return who is named, by role; a role that is not known here is marked as such."""
    return {
        role: {"name": person.name, "role": person.role}
        | ({} if role in pack.roles else {"unasked": True})
        for role, person in people.items()
    }


def _is_marked(place: Place) -> bool:
    return isinstance(place.thing, dict) and place.thing.get("unasked") is True
