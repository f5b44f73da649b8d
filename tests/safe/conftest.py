"""What tests of keys, names and limits share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import children


@pytest.fixture
def open_ground() -> Iterator[Path]:
    """Return a folder that a user without rights can reach."""
    with children.open_ground() as place:
        yield place
