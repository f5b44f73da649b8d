"""The tiny journey, built from changed files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tiny import JOURNEY, QUESTIONS, write_tiny
from wizard.model.journey import Journey
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource

Build = Callable[..., Journey]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build the tiny journey from changed files."""

    def built(questions: str = QUESTIONS, journey: str = JOURNEY) -> Journey:
        number = str(len(list(tmp_path.iterdir())))
        asked = sum(
            line.strip().startswith(("- id: t-", "- {id: t-")) for line in questions.split("\n")
        )
        index = f"id\ttitle\tabout\tminutes\tquestions\ntiny\tTiny\tSmall.\t1\t{asked}\n"
        folder = write_tiny(tmp_path / number, questions=questions, journey=journey, index=index)
        return open_pack(FolderSource(folder), "tiny").journey

    return built
