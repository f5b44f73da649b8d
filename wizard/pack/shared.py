"""Builds what every journey may lean on: roles, laws, guide pages, the edition."""

from __future__ import annotations

from datetime import date

from wizard.model.guide import Guide, GuidePart
from wizard.model.law import Law
from wizard.model.school import Role
from wizard.pack.faults import listed
from wizard.pack.fields import Fields
from wizard.pack.shelf import Shelf

LAW_KEYS = (
    "id", "title", "texts", "announced", "in-force", "ended", "checked", "shelf-life",
    "mark", "source", "when", "journeys",
)  # fmt: skip
ROLE_KEYS = ("id", "name", "spoken", "meaning")
STATES = ("announced", "in-force", "ended")
MARKS = ("seen", "one", "gk")


def build_roles(shelf: Shelf, nation: str = "") -> tuple[dict[str, Role], dict[str, str]]:
    """Read ``roles.yaml``: who decides or is told, and how we say it.

    Returns the roles as the nation has them, and what it calls those that England calls
    otherwise (DSP for DSL in Wales, say).
    """
    top = shelf.open("roles.yaml", ("roles",))
    if top is None:
        return {}, {}
    roles: dict[str, Role] = {}
    called: dict[str, str] = {}
    for fields in top.tables("roles", (*ROLE_KEYS, "nations"), required=True):
        shelf.claim("role", fields, fields.id())
        role = _role(fields, fields.id())
        there = fields.named_tables("nations", ROLE_KEYS[1:]).get(nation)
        if there is not None:
            called[role.name] = there.text("name", required=True)
            role = _role(there, role.id)
        roles[role.id] = role
    return roles, called


def _role(fields: Fields, role_id: str) -> Role:
    return Role(
        role_id,
        fields.text("name", required=True),
        fields.text("spoken", required=True),
        fields.text("meaning"),
    )


def build_laws(shelf: Shelf) -> tuple[Law, ...]:
    """Read ``law.yaml``: the dated switch."""
    top = shelf.open("law.yaml", ("laws",))
    if top is None:
        return ()
    laws = []
    for fields in top.tables("laws", LAW_KEYS):
        law = Law(
            id=shelf.claim("law", fields, fields.id()),
            title=fields.text("title", required=True),
            texts={state: scalar.text for state, scalar in fields.named_texts("texts").items()},
            announced=fields.day("announced"),
            in_force=fields.day("in-force"),
            ended=fields.day("ended"),
            checked=fields.day("checked", required=True) or date.min,
            shelf_months=fields.whole("shelf-life", default=3),
            mark=fields.text("mark", required=True),
            source=fields.text("source", required=True),
            when=shelf.condition(fields),
            journeys=fields.texts("journeys"),
        )
        for state in law.texts:
            if state not in STATES:
                fields.fault("not-allowed", text=state, known=listed(STATES))
        for state in _states_to_come(law):
            if state not in law.texts:
                fields.fault("missing-key.law", law=law.id, state=state)
        if law.mark not in MARKS:
            fields.fault("not-allowed", text=law.mark, known=listed(MARKS))
        laws.append(law)
    return tuple(laws)


def _states_to_come(law: Law) -> tuple[str, ...]:
    """Return the states the law is in or can come to, by its dates."""
    if law.in_force is None:
        return ("announced", "in-force")
    return ("in-force", "ended") if law.ended is not None else ("in-force",)


def build_guide(shelf: Shelf, name: str) -> Guide | None:
    """Read one page of ``guides/``."""
    top = shelf.open(f"guides/{name}.yaml", ("id", "title", "intro", "parts"))
    if top is None:
        return None
    return Guide(
        shelf.claim("guide", top, top.id()),
        top.text("title", required=True),
        top.text("intro"),
        tuple(
            GuidePart(part.text("title", required=True), shelf.facts(part, "facts"))
            for part in top.tables("parts", ("title", "facts"), required=True)
        ),
    )


def build_edition(shelf: Shelf) -> tuple[str, date]:
    """Read the edition of the content and its date."""
    top = shelf.open("edition.yaml", ("edition", "dated"))
    if top is None:
        return "", date.min
    return top.text("edition", required=True), top.day("dated", required=True) or date.min
