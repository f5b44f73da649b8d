"""The process that reads a PDF: its bytes on standard input, plain facts on standard output.

It ends itself before it takes much memory or time, whatever the file makes the library do.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import asdict

from wizard.exchange.pdf import comparing, opening, streams
from wizard.exchange.pdf_child import COMPARING, HEAD, LOOKING, MEMORY


def main() -> int:
    """Be the child: a PDF (or two to compare) on standard input, facts on standard output."""
    source = sys.stdin.buffer
    first, second, exact = HEAD.unpack(source.read(HEAD.size))
    _cap(COMPARING if second else LOOKING)
    try:
        content, drawn = source.read(first), source.read(second)
        if drawn:
            said: dict[str, object] = asdict(comparing.compare(content, drawn, exact=bool(exact)))
        else:
            inside = opening.look_inside(content)
            carried = inside.carried
            packed = None if carried is None else base64.b64encode(carried).decode("ascii")
            said = {**asdict(inside), "carried": packed}
    except streams.Refused as reason:
        said = {"fault": str(reason)}
    except MemoryError:
        said = {"fault": "too-much"}
    except Exception:  # noqa: BLE001 - whatever a strange file makes the library do is its fault
        said = {"fault": "damaged"}
    sys.stdout.write(json.dumps(said))
    sys.stdout.flush()
    return 0


def _cap(seconds: float) -> None:
    """Let the system end this process when it takes too much memory or time."""
    try:
        import resource
        import signal
    except ImportError:  # Windows: the parent's patience is the only cap
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Counts the work of this process, inside the library too, and ends it unasked.
    signal.setitimer(signal.ITIMER_PROF, seconds)
