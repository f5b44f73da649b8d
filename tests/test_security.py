"""What the pages on security promise is tested where they say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
PAGE = (TOP / "docs" / "security.md").read_text("utf-8")
TRIED = (TOP / "docs" / "hours-of-trying.md").read_text("utf-8")


def test_each_test_that_is_named_is_there() -> None:
    """A promise whose test was renamed or dropped would stand there unproven."""
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE + TRIED)
    files = re.findall(r"`(tests/[\w/]+\.py)[` ]", PAGE + TRIED)
    missing = [file for file in files if not (TOP / file).is_file()]
    for file, name in named:
        tree = ast.parse((TOP / file).read_text("utf-8"))
        if name not in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}:
            missing.append(f"{file}::{name}")

    assert len(named) > 20
    assert missing == []


def test_each_line_of_the_threats_names_a_test() -> None:
    """What nobody shows is a hope."""
    table = PAGE[PAGE.index("| who | tries") : PAGE.index("## Why the store")].strip()

    assert [line for line in table.splitlines()[2:] if "tests/" not in line] == []
