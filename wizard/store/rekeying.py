"""Changing the key of the store, so that a program that dies in between loses nothing.

Whoever keeps the keys puts the new one down first; then the store is written whole under
it and takes the old one's name; then the old key goes.  At each moment one of the keys
that lie there fits the file that lies there.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from wizard.store import backup, set_aside
from wizard.store.opening import OpenStore


class KeyChange(Protocol):
    """Where the keys are kept while one takes the place of another.  Raises ``OSError``."""

    @property
    def key(self) -> bytes:
        """The new key: 32 bytes."""
        ...

    def announce(self, current: bytes) -> None:
        """Keep the new key beside ``current``, the one that the store has now."""
        ...

    def settle(self) -> None:
        """The store has the new key: keep no other."""
        ...

    def take_back(self) -> None:
        """The store kept the key it had: what was announced opens nothing, if it may go."""
        ...


def rekey(store: OpenStore, folder: Path, change: KeyChange) -> None:
    """Write an open store anew under the announced key.  Copies under the old one go.

    What would not go opens no more, once that key has gone.
    """
    store.rekey(folder, change.key)
    with suppress(OSError):
        backup.remove_all(folder)
        set_aside.remove_all(folder)
