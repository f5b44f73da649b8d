"""One kind of apostrophe and quotation mark in all that is read: the typographic one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from wizard import paths
from wizard.errors import Fault
from wizard.pack.load import load_yaml, plain
from wizard.pack.source import FolderSource

CONTENT = paths.content_folder()
STRAIGHT = frozenset("'\"")


def said(file: Path) -> Iterator[str]:
    """Yield every text of a file of the content, without its remarks and ids."""
    if file.suffix == ".tsv":
        lines = file.read_text("utf-8").splitlines()
        yield from (line.partition("\t")[2] for line in lines if not line.startswith("#"))
    elif file.suffix == ".json":
        yield from leaves(json.loads(file.read_text("utf-8")))
    else:
        faults: list[Fault] = []
        table = load_yaml(FolderSource(file.parent), file.name, faults)
        assert table is not None, faults
        yield from leaves(plain(table))


def leaves(value: object) -> Iterator[str]:
    """Yield every text that stands somewhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)


def test_no_straight_quotes_are_read_anywhere() -> None:
    """Two kinds in one paper look careless, and a reader hears a straight one as a unit."""
    files = [file for kind in ("yaml", "tsv", "json") for file in CONTENT.rglob(f"*.{kind}")]
    read = [(file, text) for file in files for text in said(file)]

    assert len(read) > 5000
    wrong = {(str(file.relative_to(CONTENT)), text) for file, text in read if STRAIGHT & set(text)}
    assert wrong == set()
