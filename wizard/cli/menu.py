"""The command that puts the program into the system's menu, and takes it out again."""

from __future__ import annotations

from argparse import Namespace

from wizard.cli.output import tell_done
from wizard.desk import menu_entry
from wizard.desk.places import Places
from wizard.words import say

KEPT = ("data", "school", "content", "language")
"""What is named for the window, and named at each start from the menu, too."""


def menu(options: Namespace, places: Places) -> int:
    """Put the program into the menu, or take it out."""
    del places
    if options.remove:
        gone = menu_entry.take_out(everybody=options.everybody)
        tell_done(say("menu.gone" if gone else "menu.none"))
        return 0
    named = vars(options)
    words = [
        word
        for key in KEPT
        if key in named
        for word in (
            f"--{key}",
            named[key] if key == "language" else str(named[key].absolute()),
        )
    ]
    entry, _icon = menu_entry.put(words, everybody=options.everybody)
    tell_done(say("menu.done", entry=entry))
    return 0
