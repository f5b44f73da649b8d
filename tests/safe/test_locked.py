"""Whether there is a lock, on a disk that does not say all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from wizard.safe.locked import LOCK_COPY, LOCK_JSON, is_locked


@pytest.mark.parametrize("name", [LOCK_JSON, LOCK_COPY])
def test_one_of_the_two_that_can_not_be_looked_at_keeps_nobody_out(
    name: str, tmp_path: Path
) -> None:
    """A bad entry in the folder: the other one says that there is a lock, and opens it."""
    names = {LOCK_JSON, LOCK_COPY} - {name}
    for other in names:
        (tmp_path / other).write_bytes(b"a lock")

    def refuse(path: str | Path, *given: object, **named: object) -> os.stat_result:
        if Path(path).name == name:
            raise PermissionError(errno.EACCES, "not now", str(path))
        return lstat(path)

    lstat = os.lstat
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "lstat", refuse)
        assert is_locked(tmp_path)
        for other in names:
            (tmp_path / other).unlink()
        with pytest.raises(PermissionError):
            is_locked(tmp_path)
