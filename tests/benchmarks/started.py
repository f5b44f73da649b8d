"""Ours: the program as a person starts it, until its first window is painted.

Use: ``python -m tests.benchmarks.started DATA_FOLDER``
"""

import sys

from tests.benchmarks.painted import tell_when_painted
from wizard.cli.main import main

if __name__ == "__main__":
    tell_when_painted()
    sys.argv = ["app.py", "--data", sys.argv[1]]
    sys.exit(main())
