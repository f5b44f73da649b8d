"""Writing to a device: it is written to, never replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.errors import OutputFault
from wizard.safe.names import write_whole


def test_a_full_device_is_a_full_disk_and_stays_a_device() -> None:
    """Replacing the device by a file would take it away from the whole machine."""
    with pytest.raises(OutputFault, match="no room left"):
        write_whole(Path("/dev/full"), b"x")

    assert Path("/dev/full").is_char_device()
