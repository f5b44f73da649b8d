"""Ours: the program as a person starts it, until home can be used.

Use: ``python -m tests.benchmarks.started DATA_FOLDER``
"""

import sys

from tests.benchmarks.painted import home_stands, tell_when_painted
from wizard.cli.main import main

if __name__ == "__main__":
    tell_when_painted(home_stands)
    sys.argv = ["app.py", "--data", sys.argv[1]]
    sys.exit(main())
