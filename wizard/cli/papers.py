"""The commands about papers that come back: read, verify."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from wizard.cli.output import complain, refuse_unless, tell, write_text
from wizard.desk.handover import comparing, returning
from wizard.desk.handover.going_over import answers_may_go
from wizard.desk.places import Places
from wizard.words import say


def read(options: Namespace, places: Places) -> int:
    """Give back the answers that a PDF carries, or that were filled into a form."""
    content, left_out = returning.read_answers(options.paper, places)
    refuse_unless(options.output, partial(answers_may_go, content=content))
    write_text(options.output, content.decode())
    for one in left_out:
        complain(one)
    return 0


def verify(options: Namespace, places: Places) -> int:
    """Say whether a PDF is as it was made, and the same as a saved file if one is named."""
    returned = returning.verify(options.paper, places)
    if options.saved is not None:
        comparing.refuse_other(returned, options.saved, places)
    tell(say("returning.intact", file=returned.shown, reference=returned.reference))
    if returned.words_only:
        tell(say("returning.words-only"))
    if returned.saved_again:
        tell(say("returning.saved-again"))
    if options.saved is not None:
        tell(say("returning.same", file=options.saved.name))
    tell(say("paper.code.limits"))
    return 0
