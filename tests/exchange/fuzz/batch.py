"""Reads many mutated papers in one process, and says of each what became of it.

Arguments: the first seed and the one after the last.  Output: JSON, one list a paper of
seed, outcome, seconds of work, and whether reading got as far as the attachment.
"""

from __future__ import annotations

import json
import resource
import sys
import time

from tests.exchange.fuzz.mutations import mutated
from tests.exchange.pages import words_shown
from tests.exchange.returned_papers import carried, paper
from wizard.errors import InputFault
from wizard.exchange.pdf import comparing, opening, streams
from wizard.exchange.verify import carried_data


def outcome(original: bytes, pdf: bytes) -> tuple[str, bool]:
    """Return what the program finds, as ``verify`` does, and whether it saw the data.

    The data of a paper that pass are those of the original, so what it is drawn from
    again is the original too.
    """
    try:
        inside = opening.look_inside(pdf)
    except streams.Refused as reason:
        return f"refused: {reason}", str(reason) in ("odd-packing", "several", "too-much")
    except Exception as fault:  # noqa: BLE001 - the child calls every other fault damage
        return f"damaged: {type(fault).__name__}", False
    seen = inside.carried is not None
    try:
        carried_data(inside, "paper")
    except InputFault:
        return "not its data", seen
    if inside.carried != carried(original):
        return "WRONG DATA TAKEN", seen
    try:
        compared = comparing.compare(pdf, original, exact=True)
    except streams.Refused as reason:
        return f"refused: {reason}", seen
    if compared.changes:
        return "altered", seen
    return ("intact" if words_shown(pdf) == words_shown(original) else "WRONG WORDS TAKEN"), seen


def main() -> None:
    """Do what the module says."""
    resource.setrlimit(resource.RLIMIT_AS, (800_000_000, 800_000_000))
    original = paper()
    found = []
    for seed in range(int(sys.argv[1]), int(sys.argv[2])):
        pdf = mutated(original, seed)
        begun = time.process_time()
        became, seen = outcome(original, pdf)
        found.append([seed, became, time.process_time() - begun, seen])
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
