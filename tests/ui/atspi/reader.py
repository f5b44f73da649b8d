"""A screen reader small enough to read: what it hears, and what it can press, by AT-SPI alone.

It runs on the system's Python, for that is where Debian puts the accessibility client.
It knows nothing of the program but what the accessibility tree says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found,unused-ignore]
from gi.repository import GLib  # type: ignore[import-not-found,unused-ignore]

PATIENCE = 30
"""Seconds after which what did not come will not come."""

Thing = Any
"""Something in the accessibility tree."""


class Gone(Exception):
    """What was waited for never came."""


class Reader:
    """Listens, looks things up by role and name, and presses them."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        """Every announcement, in order."""
        self.focused: list[tuple[str, str]] = []
        """Role and name of everything that took the focus, in order."""
        registry = pyatspi.Registry
        registry.registerEventListener(self._hear, "object:announcement")
        registry.registerEventListener(self._follow, "object:state-changed:focused")

    def until(self, holds: Callable[[], Any], what: str) -> Any:
        """Go round until something holds, and return it.  Raises :class:`Gone` if never."""
        context = GLib.MainContext.default()
        late: list[bool] = []
        limit = GLib.timeout_add_seconds(PATIENCE, lambda: late.append(True))
        # Without events the loop would sleep; this wakes it to look again.
        pulse = GLib.timeout_add(20, lambda: True)
        try:
            while not late:
                try:
                    if found := holds():
                        return found
                except GLib.Error:
                    pass  # it went away while it was being read: a page changed
                context.iteration(True)
        finally:
            GLib.source_remove(pulse)
            if not late:
                GLib.source_remove(limit)
        raise Gone(f"{what}; last heard: {self.heard[-3:]}, last focused: {self.focused[-3:]}")

    def program(self, process: int) -> Thing:
        """Return the program once it has said that it is there."""
        desktop = pyatspi.Registry.getDesktop(0)

        def look() -> Thing:
            return next((one for one in desktop if one and one.get_process_id() == process), None)

        return self.until(look, "the program never came to the accessibility tree")

    def find(self, within: Thing, role: str, name: str) -> Thing:
        """Wait for something in sight of this role and name."""
        return self.until(
            lambda: next((t for t in in_sight(within, role) if t.name == name), None),
            f"no {role} is called {name!r}",
        )

    def press(self, thing: Thing) -> None:
        """Do what the thing offers to do first: Press, Toggle."""
        action = thing.queryAction()
        names = [action.getName(n) for n in range(action.nActions)]
        wanted = next(n for n in names if n in ("Press", "Toggle"))
        action.doAction(names.index(wanted))

    def write(self, thing: Thing, words: str) -> None:
        """Put words in place of those in a field."""
        thing.queryEditableText().setTextContents(words)

    def _hear(self, event: Any) -> None:
        self.heard.append(str(event.any_data))

    def _follow(self, event: Any) -> None:
        if event.detail1 and event.source is not None:
            self.focused.append((event.source.getRoleName(), event.source.name))


def in_sight(within: Thing, role: str = "") -> Iterator[Thing]:
    """Go through what is showing beneath a thing, in reading order."""
    for child in within:
        if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
            continue
        if role in ("", child.getRoleName()):
            yield child
        yield from in_sight(child, role)


def everything(within: Thing) -> list[Thing]:
    """Return all there is beneath a thing, in sight or not."""
    found = []
    for child in within:
        if child is not None:
            found += [child, *everything(child)]
    return found


def words_of(things: list[Thing]) -> list[str]:
    """Return what each of these says by now; nothing of those that are gone."""
    said = []
    for thing in things:
        try:
            said.append(thing.name)
        except GLib.Error:
            continue  # the program knows nothing of it any more
    return said


def level(heading: Thing) -> str:
    """Return the level that a heading tells, empty if it tells none."""
    told = dict(part.split(":", 1) for part in heading.getAttributes())
    return str(told.get("level", ""))


def is_checked(thing: Thing) -> bool:
    """Say whether an answer is picked."""
    return bool(thing.getState().contains(pyatspi.STATE_CHECKED))
