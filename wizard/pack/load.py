"""The one door to YAML, in which content with structure is written.

Only text comes out.  ``yes``, ``1.10`` and ``~`` stay as they are written; anchors,
aliases, tags and repeated keys are faults; depth and size are bounded.  The tree is
built from the parser's events, one by one, because the parser's own tree builder
calls itself and a file of open brackets would bring the program down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from wizard.errors import Fault
from wizard.pack.faults import make_fault
from wizard.pack.source import Source
from wizard.pack.tables import read_text
from wizard.safe.limits import CONTENT_DEPTH

PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Whatever reads YAML reads by this one: the two that there are differ in what they take."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text and the line it begins on."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and their nodes, in the order they were written."""

    line: int
    entries: tuple[tuple[Scalar, Node], ...]


Node = Scalar | Items | Table


class _Refused(Exception):
    """The file breaks a rule of the format: which fault it is, and on which line."""

    def __init__(self, name: str, line: int) -> None:
        super().__init__(name)
        self.name, self.line = name, line


def load_yaml(source: Source, name: str, faults: list[Fault]) -> Table | None:
    """Return the table at the top of a YAML file, or None after adding to ``faults``."""
    text = read_text(source, name, faults)
    if text is None:
        return None
    shown = source.shown(name)
    try:
        return _tree(text, shown, faults)
    except _Refused as refused:
        faults.append(make_fault(refused.name, shown, refused.line, most=CONTENT_DEPTH))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 0
        faults.append(make_fault("not-yaml", shown, line))
    return None


def _tree(text: str, shown: str, faults: list[Fault]) -> Table:
    events = yaml.parse(text, Loader=PARSER)
    root = _nodes(events)
    if not isinstance(root, Table):
        line = root.line if root is not None else 0
        raise _Refused("no-keys.top", line)
    _refuse_repeats(root, shown, faults)
    return root


def _nodes(events: Iterator[yaml.Event]) -> Node | None:
    """Build the tree without recursion; open lists and tables wait on a stack."""
    open_nodes: list[tuple[int, bool, list[Node]]] = []
    root: Node | None = None
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("alias", _line(event))
        if isinstance(event, yaml.NodeEvent):
            _refuse_extras(event)
        if isinstance(event, yaml.ScalarEvent):
            done: Node = Scalar(_line(event), event.value)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(open_nodes) >= CONTENT_DEPTH:
                raise _Refused("too-deep", _line(event))
            is_table = isinstance(event, yaml.MappingStartEvent)
            open_nodes.append((_line(event), is_table, []))
            continue
        elif isinstance(event, yaml.CollectionEndEvent):
            line, is_table, inside = open_nodes.pop()
            done = _table(line, inside) if is_table else Items(line, tuple(inside))
        elif isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _Refused("two", _line(event))
        else:
            continue
        if open_nodes:
            open_nodes[-1][2].append(done)
        else:
            root = done
    return root


def _table(line: int, inside: list[Node]) -> Table:
    entries = []
    for key, value in zip(inside[::2], inside[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise _Refused("odd-key", key.line)
        entries.append((key, value))
    return Table(line, tuple(entries))


def _refuse_extras(event: yaml.NodeEvent) -> None:
    if event.anchor is not None:
        raise _Refused("anchor", _line(event))
    if getattr(event, "tag", None) not in (None, "!") or (
        isinstance(event, yaml.ScalarEvent) and event.tag == "!"
    ):
        raise _Refused("tag", _line(event))


def _refuse_repeats(root: Table, shown: str, faults: list[Fault]) -> None:
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Items):
            waiting.extend(node.items)
        elif isinstance(node, Table):
            first: dict[str, int] = {}
            for key, value in node.entries:
                if key.text in first:
                    line, before = key.line, first[key.text]
                    again = make_fault("repeated-key", shown, line, key=key.text, first=before)
                    faults.append(again)
                first.setdefault(key.text, key.line)
                waiting.append(value)


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark is not None else 0


def plain(node: Node) -> object:
    """Return a node as texts, lists and dicts, to be written again as it was read."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}
