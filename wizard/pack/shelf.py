"""What is collected while content is read: faults, places of ids, and what cites what."""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.errors import Fault
from wizard.model.condition import ALWAYS, Condition, OddCondition, parse_condition
from wizard.model.question import Fact
from wizard.pack.faults import listed, make_fault, near_miss
from wizard.pack.fields import Fields
from wizard.pack.load import Table, load_yaml
from wizard.pack.source import Source

FACT_KEYS = ("id", "text", "clauses", "source", "mark", "checked", "shelf-life")

FACT_MONTHS = 12
"""How long a fact of our own keeps where it says nothing else."""

SOURCES = ("uk-frame", "platforms")
"""Where our own additions come from; a fact without a clause names one of them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the content."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names something by its id."""

    kind: str
    id: str
    place: Place


@dataclass(slots=True)
class Shelf:
    """Everything noted while one journey, or all the content, is read."""

    source: Source
    faults: list[Fault] = field(default_factory=list)
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def open(self, name: str, keys: tuple[str, ...]) -> Fields | None:
        """Open a YAML file whose top has these keys; None if it can not be read."""
        table: Table | None = load_yaml(self.source, name, self.faults)
        if table is None:
            return None
        return Fields(table, self.source.shown(name), self.faults, keys)

    def claim(self, kind: str, fields: Fields, claimed: str) -> str:
        """Note where an id stands; the same id twice is a fault."""
        if not claimed:
            return claimed
        before = self.places.get((kind, claimed))
        if before is not None:
            first = f"{before.file}:{before.line}"
            fields.fault("repeated-id", fields.line_of("id"), id=claimed, first=first)
            return claimed
        self.places[(kind, claimed)] = Place(fields.shown, fields.line_of("id"))
        return claimed

    def note(self, name: str, place: Place, /, *, hint: str = "", **places: object) -> None:
        """Add the fault ``name`` (:mod:`wizard.pack.faults`) at a place already known."""
        self.faults.append(make_fault(name, place.file, place.line, hint=hint, **places))

    def mention(self, kind: str, named: str, fields: Fields, line: int) -> None:
        """Note that something is named here; :meth:`settle` says whether it exists."""
        self.mentions.append(Mention(kind, named, Place(fields.shown, line)))

    def cited(self, fields: Fields) -> tuple[str, ...]:
        """Read a list of clause ids and note that they are cited."""
        scalars = fields.scalars("clauses")
        for scalar in scalars:
            self.mention("clause", scalar.text, fields, scalar.line)
        return tuple(scalar.text for scalar in scalars)

    def role(self, fields: Fields) -> str:
        """Read a role id and note that it is named."""
        role = fields.text("who")
        if role:
            self.mention("role", role, fields, fields.line_of("who"))
        return role

    def condition(self, fields: Fields) -> Condition:
        """Read a condition; one that can not be read is a fault."""
        text = fields.text("when")
        if not text:
            return ALWAYS
        try:
            return parse_condition(text)
        except OddCondition as odd:
            name = "bad-condition" if odd.part else "bad-condition.mixed"
            fields.fault(name, fields.line_of("when"), part=odd.part)
            return ALWAYS

    def facts(self, fields: Fields, key: str) -> tuple[Fact, ...]:
        """Read points or facts, each with what it rests on."""
        found = []
        for item in fields.tables(key, FACT_KEYS):
            fact = Fact(
                self.claim("fact", item, item.id()),
                item.text("text", required=True),
                self.cited(item),
                item.text("source"),
                item.text("mark"),
                item.text("checked"),
                item.whole("shelf-life", default=FACT_MONTHS),
            )
            if bool(fact.clauses) == bool(fact.source):
                item.fault("no-basis.two" if fact.clauses else "no-basis", fact=fact.id)
            elif fact.source and fact.source not in SOURCES:
                item.fault("unknown-source", text=fact.source, known=listed(SOURCES))
            if fact.source:
                item.day("checked", required=True)
            found.append(fact)
        return tuple(found)

    def settle(self, kind: str, known: frozenset[str]) -> None:
        """Add a fault for each thing of a kind that was named and does not exist."""
        for mention in self.mentions:
            if mention.kind == kind and mention.id not in known:
                near = near_miss(mention.id, known)
                self.note(f"unknown-{kind}", mention.place, hint=near, id=mention.id)
