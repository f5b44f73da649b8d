"""A disk that fails for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from wizard.desk.assessment.saving import SaveState, Saving
from wizard.desk.desk import Desk


@contextmanager
def gone_for_a_moment(desk: Desk, folder: Path) -> Iterator[None]:
    """Take the folder of the answers away, until the first of what is asked within was refused.

    The rest, asked by then, reaches it.
    """
    away = folder.rename(folder.with_name("away"))
    all_are_asked = Event()

    def come_back(state: SaveState) -> None:
        # On the store's thread: what was asked behind it waits meanwhile.
        if state.saving is Saving.NOT_SAVED:
            all_are_asked.wait()
            away.rename(folder)

    desk.runs.listen(come_back)
    yield
    all_are_asked.set()
