"""The keys that may open the store of a folder, and whether the next start finds them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wizard.errors import StoreProblem
from wizard.store import database
from wizard.store.rekeying import KeyChange


class Keys:
    """The key that a store has, and ``others`` that a change which was cut short left.

    Copies may have one of those.  ``lying`` gives the keys that lie where the next start looks for
    one, None where there will be none, and ``keep`` puts one in their place: what has another one
    would never open again.  ``stay`` puts back that of the store that is there, if another took its
    place beneath it.
    """

    def __init__(
        self,
        key: bytes,
        others: tuple[bytes, ...] = (),
        lying: Callable[[], tuple[bytes, ...] | None] = lambda: None,
        keep: Callable[[bytes], None] = lambda _key: None,
        stay: Callable[[bytes], None] = lambda _key: None,
    ) -> None:
        self.key, self.others = key, others
        self._lying, self._keep, self._stay = lying, keep, stay

    @property
    def all(self) -> tuple[bytes, ...]:
        """Return every key that something in the folder may have, that of the store first."""
        return (self.key, *self.others)

    @property
    def all_there(self) -> tuple[bytes, ...]:
        """Return those and what lies in the folder: a share may have brought another's."""
        return (*self.all, *(self._lying() or ()))

    def is_kept(self, key: bytes) -> bool:
        """Say whether a key lies where the next start looks for it, if there will be one."""
        lying = self._lying()
        return lying is None or key in lying

    def of_another(self, store: Path) -> bytes | None:
        """Return the key that lies there for a store that is not ours, where ours lies no more."""
        with suppress(OSError, StoreProblem):
            lying = self._lying() or ()
            if self.key not in lying:
                return next((key for key in lying if database.fits(store, key)), None)
        return None

    def take(self, key: bytes) -> None:
        """Go on with another key; copies may have the one before it."""
        if key != self.key:
            self.key, self.others = key, tuple(other for other in self.all if other != key)

    def be(self, key: bytes) -> None:
        """Go on with one key alone: nothing in the folder has another one."""
        self.key, self.others = key, ()

    def keep(self, key: bytes) -> None:
        """Put a key where the next start looks for it, if it is not there.

        An older key may have been put there with an older store.  Raises ``OSError``, and
        ``StoreProblem`` where it can not be kept.
        """
        if not self.is_kept(key):
            self._keep(key)

    def stay(self) -> None:
        """See to it that the store opens again, as far as that can be done."""
        with suppress(OSError, StoreProblem):
            if not self.is_kept(self.key):
                self._stay(self.key)

    def follow(self, store: Path) -> None:
        """Go on with that key which a store has, as far as the next start finds it.

        A disk that was gone for a moment, as the key changed, did not say which one held.
        """
        if self.others and self.is_kept(key := database.fitting(store, self.all)):
            self.take(key)

    def settle(self, store: Path, change: KeyChange) -> None:
        """Whichever file is there after a ``change`` was cut short: go on with its key."""
        if database.fits(store, change.key):
            self.take(change.key)
        elif database.fits(store, self.key):
            change.take_back()
        else:
            self.others = (change.key, *self.others)
