"""What the window knows of the gate before it, which knows the window as it is."""

from __future__ import annotations

from typing import Protocol


class Keeper(Protocol):
    """Opens the answers for the window, and locks them."""

    def watch(self) -> None:
        """Lock where there is a lock: after a while without anybody, and before sleep."""

    def lock_now(self) -> None:
        """Close the answers, drop what opens them and clear the window."""

    def share(self) -> None:
        """Keep nothing from here on: this computer is everybody's."""

    def forget(self) -> None:
        """Take away whoever is in, one of several people, and ask who comes next."""

    def speak(self, language: str) -> None:
        """Say everything in another language, and open the same answers anew."""
