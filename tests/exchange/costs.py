"""What a program took, measured from a small one: ``python -S costs.py FD PROGRAM WORD…``.

Linux counts to a child what its parent held when it was started.  Under a test run that
has drawn two thousand windows, that is more than any reader may take.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys


def main(told: int, words: list[str]) -> int:
    """Run the program, write seconds of work and kilobytes of the largest process to ``told``."""
    code = subprocess.run(words, check=False).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    os.write(told, f"{used.ru_utime + used.ru_stime} {used.ru_maxrss}".encode())
    return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
