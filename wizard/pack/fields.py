"""Reads typed values out of a table, and notes every fault with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import TypeVar

from wizard.errors import Fault
from wizard.pack.faults import listed, make_fault, near_miss
from wizard.pack.load import Items, Node, Scalar, Table

E = TypeVar("E", bound=Enum)

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


class Fields:
    """One table of a content file, read key by key.

    Reading never stops at a fault: a value that is missing or wrong comes back empty
    and a :class:`~wizard.errors.Fault` is added, so that all are told at once.
    """

    def __init__(
        self, table: Table, shown: str, faults: list[Fault], allowed: Iterable[str]
    ) -> None:
        self.line = table.line
        self.shown = shown
        self.faults = faults
        self._nodes = {key.text: node for key, node in table.entries}
        known = list(allowed)
        for key, _ in table.entries:
            if key.text not in known:
                near = near_miss(key.text, known)
                places = {"key": key.text, "keys": listed(known)}
                self.fault("unknown-key", key.line, hint=near, **places)

    def fault(
        self, name: str, line: int | None = None, /, *, hint: str = "", **places: object
    ) -> None:
        """Note the fault ``name`` (:mod:`wizard.pack.faults`) at ``line``, or where we begin."""
        self.faults.append(make_fault(name, self.shown, line or self.line, hint=hint, **places))

    def has(self, key: str) -> bool:
        """Say whether the key is there at all."""
        return key in self._nodes

    def line_of(self, key: str) -> int:
        """Return the line of a key's value, or of the table."""
        node = self._nodes.get(key)
        return node.line if node is not None else self.line

    def text(self, key: str, *, required: bool = False) -> str:
        """Return the text of a key with its white space folded, or the empty string."""
        node = self._nodes.get(key)
        if isinstance(node, Scalar):
            text = " ".join(node.text.split())
            if text or not required:
                return text
        elif node is not None:
            self.fault("not-a-text", node.line, key=key)
            return ""
        if required:
            self.fault("missing-key", key=key)
        return ""

    def id(self, key: str = "id") -> str:
        """Return an id; small letters, digits, dots and hyphens."""
        text = self.text(key, required=True)
        if text and not _ID.fullmatch(text):
            self.fault("bad-id", self.line_of(key), text=text)
            return ""
        return text

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return True for yes, False for no."""
        text = self.text(key)
        if text not in ("", "yes", "no"):
            self.fault("not-a-flag", self.line_of(key), key=key, text=text)
        return default if text == "" else text == "yes"

    def whole(self, key: str, *, default: int) -> int:
        """Return a whole number of at least 1."""
        text = self.text(key)
        if text == "":
            return default
        if not text.isascii() or not text.isdigit() or int(text[:9]) < 1:
            self.fault("not-a-number", self.line_of(key), key=key, text=text)
            return default
        return int(text[:9])

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a day written as 2026-11-21."""
        text = self.text(key, required=required)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fault("not-a-date", self.line_of(key), text=text)
            return None

    def one_of(self, key: str, kind: type[E], default: E) -> E:
        """Return a member of an enumeration by its value."""
        text = self.text(key)
        if text == "":
            return default
        return self.member(text, kind, default, self.line_of(key))

    def member(self, text: str, kind: type[E], default: E, line: int) -> E:
        """Return the member of an enumeration that ``text`` names."""
        try:
            return kind(text)
        except ValueError:
            values = [str(member.value) for member in kind]
            near = near_miss(text, values)
            self.fault("not-allowed", line, hint=near, text=text, known=listed(values))
            return default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(" ".join(scalar.text.split()) for scalar in self.scalars(key))

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """Return a list of texts, each with its line."""
        node = self._nodes.get(key)
        if node is None or (isinstance(node, Scalar) and node.text == ""):
            return ()
        if not isinstance(node, Items):
            self.fault("not-a-list", node.line, key=key)
            return ()
        found = []
        for item in node.items:
            if isinstance(item, Scalar):
                found.append(item)
            else:
                self.fault("not-a-text.list", item.line, key=key)
        return tuple(found)

    def tables(self, key: str, allowed: Iterable[str], *, required: bool = False) -> list[Fields]:
        """Return a list of tables."""
        node = self._nodes.get(key)
        if node is None:
            if required:
                self.fault("missing-key.list", key=key)
            return []
        if isinstance(node, Scalar) and node.text == "" and not required:
            return []
        return self._listed(key, node, allowed)

    def table(self, key: str, allowed: Iterable[str], *, required: bool = False) -> Fields | None:
        """Return a table, or None."""
        node = self._nodes.get(key)
        if node is None:
            if required:
                self.fault("missing-key.table", key=key)
            return None
        return self._table(key, node, allowed)

    def named_tables(self, key: str, allowed: Iterable[str]) -> dict[str, Fields]:
        """Return a table of tables, by name (for ``policies``, say)."""
        found = {}
        for name, node in self._entries(key):
            table = self._table(name.text, node, allowed)
            if table is not None:
                found[name.text] = table
        return found

    def named_texts(self, key: str) -> dict[str, Scalar]:
        """Return a table of texts, by name."""
        found = {}
        for name, node in self._entries(key):
            if isinstance(node, Scalar):
                found[name.text] = Scalar(node.line, " ".join(node.text.split()))
            else:
                self.fault("not-a-text", node.line, key=name.text)
        return found

    def named_lists(self, key: str, allowed: Iterable[str]) -> dict[str, list[Fields]]:
        """Return a table of lists of tables, by name (for sets of choices)."""
        return {
            name.text: self._listed(name.text, node, allowed) for name, node in self._entries(key)
        }

    def _entries(self, key: str) -> tuple[tuple[Scalar, Node], ...]:
        node = self._nodes.get(key)
        if node is None or (isinstance(node, Scalar) and node.text == ""):
            return ()
        if isinstance(node, Table):
            return node.entries
        self.fault("no-keys.names", node.line, key=key)
        return ()

    def _listed(self, key: str, node: Node, allowed: Iterable[str]) -> list[Fields]:
        if not isinstance(node, Items):
            self.fault("not-a-list.tables", node.line, key=key)
            return []
        return [table for item in node.items if (table := self._table(key, item, allowed))]

    def _table(self, key: str, node: Node, allowed: Iterable[str]) -> Fields | None:
        if isinstance(node, Table):
            return Fields(node, self.shown, self.faults, allowed)
        self.fault("no-keys", node.line, key=key)
        return None
