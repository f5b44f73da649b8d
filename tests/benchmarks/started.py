"""Ours: the program as a person starts it, until home stands and the answers are open.

Use: ``python -m tests.benchmarks.started DATA_FOLDER``
"""

import sys

from tests.benchmarks.painted import answers_are_open, home_stands, tell_when_painted
from wizard.cli.main import main

if __name__ == "__main__":
    tell_when_painted(home_stands, answers_are_open)
    sys.argv = ["app.py", "--data", sys.argv[1]]
    sys.exit(main())
