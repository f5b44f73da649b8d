"""What tests of what commands write share: a run on the tiny content, and answers kept there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiny import write_tiny
from wizard.cli.main import main

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command on the tiny content; gives its exit code."""
    content = write_tiny(tmp_path / "content")

    def ran(*words: object) -> int:
        places = ["--content", str(content), "--data", str(tmp_path / "data")]
        return main([*map(str, words), *places])

    return ran


@pytest.fixture
def answered(tmp_path: Path, run: Run) -> Path:
    """An answers file with one answer in it, and its self-assessment kept here."""
    path = tmp_path / "answers.json"
    assert run("template", "tiny", "-o", path) == 0
    document = json.loads(path.read_text("utf-8"))
    document["answers"]["t-picture"]["value"] = "yes"
    path.write_text(json.dumps(document), "utf-8")
    assert run("import", path) == 0
    return path
