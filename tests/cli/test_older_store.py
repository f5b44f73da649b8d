"""An older file of the answers came back while the program was closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.store.copied import copies_once
from wizard.safe.key import STORE_FILE


def test_a_command_tells_once_that_an_older_file_was_put_back(
    tmp_path: Path, run: Run, answered: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was saved since was called saved, and nobody was told that it was gone."""
    store = tmp_path / "data" / STORE_FILE
    older = store.read_bytes()
    assert run("import", answered) == 0
    assert run("saved") == 0
    copies_once(tmp_path / "data")
    store.write_bytes(older)
    capsys.readouterr()

    assert run("saved") == 0
    assert "go back to a copy" in capsys.readouterr().err
    assert run("saved") == 0
    assert "go back to a copy" not in capsys.readouterr().err
