"""The content of journeys as it is today, each read once while the school's part stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wizard.desk.school.profile import SchoolDesk
from wizard.errors import ContentFaults
from wizard.pack.source import FolderSource

if TYPE_CHECKING:
    from wizard.model.pack import Pack


class Packs:
    """Used on one thread, the one that reads content."""

    def __init__(self, source: FolderSource, school: SchoolDesk) -> None:
        self._source, self._school = source, school
        self._read: dict[str, Pack] = {}
        self._plain: dict[str, Pack] = {}
        self._of_save = 0

    def find(self, journey_id: str) -> Pack:
        """Return a journey's content with what the school adds."""
        if self._of_save != self._school.saves:
            # What the school adds has changed: it counts from here on.
            self._of_save = self._school.saves
            self._read.clear()
            self._plain.clear()
        if journey_id not in self._read:
            self._read[journey_id] = _open(self._source, journey_id, self._school.path)
        return self._read[journey_id]

    def find_to_read(self, journey_id: str) -> Pack:
        """Return it without the school's part where that is faulty."""
        if self._of_save == self._school.saves and journey_id in self._plain:
            return self._plain[journey_id]
        try:
            return self.find(journey_id)
        except ContentFaults:
            self._plain[journey_id] = _open(self._source, journey_id)
            return self._plain[journey_id]


def _open(source: FolderSource, journey_id: str, school_file: Path | None = None) -> Pack:
    # Home needs no journey, and YAML is slow to import.
    from wizard.pack.build import open_pack

    return open_pack(source, journey_id, school_file)
