"""Builds the policies with their clauses, and what stands between them."""

from __future__ import annotations

from wizard.model.clause import Clause, Opposite, Policy, Side, Tension
from wizard.model.status import Strength
from wizard.pack.faults import listed, refuse
from wizard.pack.fields import Fields
from wizard.pack.shelf import Place, Shelf
from wizard.pack.source import Source
from wizard.pack.tables import Row, load_table

POLICY_KEYS = ("id", "name", "edition", "who", "about", "tensions")
COLUMNS = ("id", "section", "kind", "audience", "journey", "strength", "text")
KINDS = (
    "must", "must-not", "should", "should-not", "question", "fact", "procedure", "record",
)  # fmt: skip
STRENGTHS = tuple(strength.value for strength in Strength)
POLICIES = ("oxfordshire", "lancashire", "oakfield", "newport", "st-lukes")
"""The folders under ``policies/``, in the order they are offered."""


def build_policies(shelf: Shelf) -> dict[str, Policy]:
    """Read every policy with its clauses."""
    found = {}
    for name in POLICIES:
        policy = _policy(shelf, name)
        if policy is not None:
            found[policy.id] = policy
    return found


def read_policy_name(source: Source, policy_id: str) -> str:
    """Return the name of one policy.  Raises ``ContentFaults``."""
    shelf = Shelf(source)
    top = shelf.open(f"policies/{policy_id}/policy.yaml", POLICY_KEYS)
    if top is None or shelf.faults:
        raise refuse(shelf.faults)
    return top.text("name", required=True)


def build_opposites(shelf: Shelf) -> tuple[Opposite, ...]:
    """Read ``policies/opposites.yaml``: where policies want contrary things."""
    top = shelf.open("policies/opposites.yaml", ("opposites",))
    if top is None:
        return ()
    return tuple(
        Opposite(
            shelf.claim("opposite", fields, fields.id()),
            fields.text("subject", required=True),
            fields.text("question", required=True),
            tuple(
                _side(shelf, side)
                for side in fields.tables("sides", ("policy", "says", "clauses"), required=True)
            ),
        )
        for fields in top.tables("opposites", ("id", "subject", "question", "sides"))
    )


def _policy(shelf: Shelf, name: str) -> Policy | None:
    top = shelf.open(f"policies/{name}/policy.yaml", POLICY_KEYS)
    if top is None:
        return None
    policy_id = shelf.claim("policy", top, top.id())
    return Policy(
        policy_id,
        top.text("name", required=True),
        top.text("edition", required=True),
        shelf.role(top),
        top.text("about", required=True),
        _clauses(shelf, name, policy_id),
        tuple(
            Tension(fields.id(), fields.text("text", required=True), shelf.cited(fields))
            for fields in top.tables("tensions", ("id", "text", "clauses"))
        ),
    )


def _clauses(shelf: Shelf, name: str, policy_id: str) -> dict[str, Clause]:
    file = f"policies/{name}/clauses.tsv"
    # Asked once for the file: some hundred clauses share it, in each journey opened.
    shown = shelf.source.shown(file)
    found: dict[str, Clause] = {}
    for row in load_table(shelf.source, file, COLUMNS, shelf.faults):
        place = Place(shown, row.line)
        clause = _clause(shelf, place, row, policy_id)
        before = shelf.places.setdefault(("clause", clause.id), place)
        if before != place:
            first = f"{before.file}:{before.line}"
            shelf.note("repeated-id", place, id=clause.id, first=first)
        found[clause.id] = clause
    return found


def _clause(shelf: Shelf, place: Place, row: Row, policy_id: str) -> Clause:
    cells = row.cells
    if cells["strength"] not in STRENGTHS:
        shelf.note("not-allowed", place, text=cells["strength"], known=listed(STRENGTHS))
        strength = Strength.INFORMATIONAL
    else:
        strength = Strength(cells["strength"])
    if cells["kind"] not in KINDS:
        shelf.note("not-allowed", place, text=cells["kind"], known=listed(KINDS))
    return Clause(
        cells["id"],
        policy_id,
        cells["section"],
        cells["kind"],
        cells["audience"],
        cells["journey"],
        strength,
        cells["text"],
    )


def _side(shelf: Shelf, fields: Fields) -> Side:
    policy = fields.text("policy", required=True)
    shelf.mention("policy", policy, fields, fields.line_of("policy"))
    return Side(policy, fields.text("says", required=True), shelf.cited(fields))
