"""Writes YAML: a new file, or changes into one that a person wrote by hand.

What does not change stays as it was written, letter for letter, with the remarks beside
it.  What changes is written anew; a remark that had its place inside goes, and is told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from wizard.pack.load import PARSER

WIDTH = 100
"""Letters in a line, beyond which a long text goes on in the next."""

_REMARK = re.compile(r"#[^\n\r]*")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new file, and the lines of the old one whose remarks found no place in it."""

    content: bytes
    lost: tuple[int, ...] = ()


class _Dumper(yaml.SafeDumper):
    """Writes every text as plainly as can be, since only text is ever read back."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set the items of a list further in than the key they belong to."""
        del indentless
        super().increase_indent(flow, False)


def write_yaml(entries: Mapping[str, object]) -> bytes:
    """Return entries as a YAML file; ``load_yaml`` reads back the same texts."""
    return _dumped(_readable(dict(entries))).encode()


def rewrite(before: str, wanted: Mapping[str, object]) -> Rewritten:
    """Return a file that says what is ``wanted``, as near to the old one as can be.

    ``before`` is a file that ``load_yaml`` takes; ``wanted`` has texts, lists and dicts.
    """
    entries = {key: _readable(value) for key, value in wanted.items()}
    root = yaml.compose(before, Loader=PARSER)
    text = ""
    if isinstance(root, yaml.MappingNode) and not root.flow_style and entries:
        text = _Weaver(before).woven(root, entries)
    # Whatever a hand-written file holds, what comes out says what was wanted, or is new.
    if not text or not _says(text, entries):
        text = _dumped(entries)
    left = Counter(remark for _line, remark in _remarks(text))
    lost = []
    for line, remark in _remarks(before):
        if left[remark]:
            left[remark] -= 1
        else:
            lost.append(line)
    return Rewritten(text.encode(), tuple(lost))


def _readable(node: object) -> object:
    """Return entries without half letters (pasted on Windows): no file gives those back."""
    if isinstance(node, str):
        return node.encode("utf-8", "replace").decode("utf-8")
    if isinstance(node, Mapping):
        return {key: _readable(value) for key, value in node.items()}
    return [_readable(value) for value in node] if isinstance(node, list | tuple) else node


def _dumped(node: object) -> str:
    return yaml.dump(node, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)


def _says(text: str, entries: Mapping[str, object]) -> bool:
    try:
        return bool(yaml.load(text, Loader=PARSER) == entries)  # noqa: S506
    except yaml.YAMLError:
        return False


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _remarks(text: str) -> list[tuple[int, str]]:
    """Return each remark with its line: what stands between two pieces of the file."""
    found, end = [], 0
    for token in yaml.scan(text, Loader=PARSER):
        start = token.start_mark.index
        for match in _REMARK.finditer(text, end, max(end, start)):
            line = text.count("\n", 0, match.start()) + 1
            found.append((line, match.group().rstrip()))
        end = max(end, token.end_mark.index)
    return found


class _Weaver:
    """Goes through a file line by line and changes only what is not as wanted."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines(keepends=True)
        if self._lines and not self._lines[-1].endswith("\n"):
            self._lines[-1] += "\n"

    def woven(self, root: yaml.MappingNode, wanted: dict[str, object]) -> str:
        """Return the text of a file whose top says what is wanted."""
        first = root.value[0][0].start_mark.line
        inside = self._table(root, wanted, first, len(self._lines))
        return "".join([*self._lines[:first], *inside])

    def _table(
        self, node: yaml.MappingNode, wanted: dict[str, object], start: int, end: int
    ) -> list[str]:
        """Return the lines of a table that stood on the lines ``start`` to ``end``."""
        starts = [key.start_mark.line for key, _value in node.value]
        column = node.value[0][0].start_mark.column
        pieces: dict[str, tuple[list[str], list[str]]] = {}
        for (key, value), at, after in zip(node.value, starts, [*starts[1:], end], strict=True):
            stop = self._stop(at, after)
            tail = self._lines[stop:after]
            if key.value in wanted:
                body = self._entry(key, value, wanted[key.value], at, stop)
            else:
                body = []
            pieces[key.value] = (body, tail)
        written = [*self._lines[start : starts[0]]]
        known = list(wanted)
        for name, (body, tail) in pieces.items():
            written += body
            # What is new comes behind what it follows, before what is said of the next.
            following = known[known.index(name) + 1 :] if name in wanted else []
            for new in following:
                if new in pieces:
                    break
                written += _set_in({new: wanted[new]}, column)
            written += tail
        first_known = next((n for n, name in enumerate(known) if name in pieces), len(known))
        ahead = known[:first_known]
        return [*(line for new in ahead for line in _set_in({new: wanted[new]}, column)), *written]

    def _entry(
        self, key: yaml.Node, value: yaml.Node, wanted: object, at: int, stop: int
    ) -> list[str]:
        if _plain(value) == wanted:
            return self._lines[at:stop]
        column = key.start_mark.column
        if isinstance(value, yaml.ScalarNode) and isinstance(wanted, str):
            line = self._one_line(key, value, wanted)
            if line and stop == at + 1:
                return [line]
        elif isinstance(value, yaml.CollectionNode) and not value.flow_style and value.value:
            inside = self._inside(value, wanted, at, stop)
            if inside:
                return inside
        return _set_in({key.value: wanted}, column)

    def _inside(self, value: yaml.CollectionNode, wanted: object, at: int, stop: int) -> list[str]:
        """Return a table or list changed within, or nothing where it must be written anew."""
        if isinstance(value, yaml.MappingNode) and isinstance(wanted, dict) and wanted:
            first = value.value[0][0].start_mark.line
            if first > at:
                return [*self._lines[at:first], *self._table(value, wanted, first, stop)]
        if isinstance(value, yaml.SequenceNode) and isinstance(wanted, list) and wanted:
            first = value.value[0].start_mark.line
            if first > at:
                return [*self._lines[at:first], *self._items(value, wanted, stop)]
        return []

    def _items(self, node: yaml.SequenceNode, wanted: list[object], end: int) -> list[str]:
        starts = [item.start_mark.line for item in node.value]
        column = self._lines[starts[0]].find("-")
        ends = [*starts[1:], end]
        old = [json.dumps(_plain(item)) for item in node.value]
        new = [json.dumps(item) for item in wanted]
        written: list[str] = []
        for how, i1, i2, j1, j2 in SequenceMatcher(None, old, new, False).get_opcodes():
            if how == "equal":
                written += self._lines[starts[i1] : ends[i2 - 1]]
                continue
            written += [line for item in wanted[j1:j2] for line in _set_in([item], column)]
            for at, after in zip(starts[i1:i2], ends[i1:i2], strict=True):
                written += self._lines[self._stop(at, after) : after]
        return written

    def _one_line(self, key: yaml.Node, value: yaml.Node, wanted: str) -> str:
        """Return a line with another text in it; empty where it does not fit on one."""
        if key.start_mark.line != value.end_mark.line:
            return ""
        text = yaml.dump(wanted, Dumper=_Dumper, allow_unicode=True, width=float("inf"))
        text = text.removesuffix("...\n").rstrip("\n")
        if "\n" in text:
            return ""
        line = self._lines[key.start_mark.line]
        return f"{line[: key.end_mark.column]}: {text}{line[value.end_mark.column :]}"

    def _stop(self, start: int, end: int) -> int:
        """Return where an entry ends and blank lines and remarks before the next begin."""
        while end > start + 1 and self._lines[end - 1].strip()[:1] in ("", "#"):
            end -= 1
        return end


def _set_in(node: object, column: int) -> list[str]:
    """Return lines that say something, ``column`` letters from the left."""
    lines = _dumped(node).splitlines(keepends=True)
    if isinstance(node, list):
        # A list by itself is set in as if it stood under a key.
        column -= len(lines[0]) - len(lines[0].lstrip(" "))
    return [" " * column + line if column >= 0 else line[-column:] for line in lines]
