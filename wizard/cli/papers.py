"""The commands about papers that come back: read, verify."""

from __future__ import annotations

from argparse import Namespace

from wizard.cli.output import tell, write_text
from wizard.desk import returning
from wizard.desk.places import Places
from wizard.words import say


def read(options: Namespace, _places: Places) -> int:
    """Give back the answers that a PDF carries."""
    returned = returning.read(options.paper)
    write_text(options.output, returned.answers.decode())
    return 0


def verify(options: Namespace, places: Places) -> int:
    """Say whether a PDF is as it was made, and the same as a saved file if one is named."""
    returned = returning.verify(options.paper, places)
    tell(say("returning.intact", file=returned.shown, reference=returned.reference))
    tell(say("paper.code.limits"))
    return 0
