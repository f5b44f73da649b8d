"""What a crash leaves behind: nothing of what was in memory."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NOTHING = "0"
"""Of the kinds of memory that Linux may put into the picture it makes of a crash: none."""


def leave_no_memory() -> None:
    """Let the system make no picture of our memory when the program crashes; nor our children's.

    It would hold answers in clear, beside them or where the system gathers such pictures.
    On Windows an administrator decides that; nothing is asked for there.  Never raises.
    """
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A system that hands pictures on to a program of its own need not heed the limit.
        try:
            Path("/proc/self/coredump_filter").write_text(NOTHING, "ascii")
        except OSError:
            # Not every kernel has it; the limit holds all the same.
            return
