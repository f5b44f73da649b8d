"""The command that makes the example papers of every journey."""

from __future__ import annotations

from argparse import Namespace

from wizard.cli.output import tell_done
from wizard.desk import demo as desk_demo
from wizard.desk.places import Places
from wizard.words import say


def demo(options: Namespace, places: Places) -> int:
    """Make both readers' PDFs, the blanks and the answers files of every journey."""
    made = desk_demo.make(places, options.output)
    tell_done("\n".join(map(str, made)))
    tell_done(say("commands.demo.done", number=len(made), folder=options.output))
    return 0
