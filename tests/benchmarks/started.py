"""Ours: the program as a person starts it, until home stands and the answers are open.

Use: ``python -m tests.benchmarks.started DATA_FOLDER``
"""

import sys

from wizard.cli.main import main

if __name__ == "__main__":
    # Only then, as a person's start has it: what looks on loads Qt, the command line does not.
    from tests.benchmarks.painted import answers_are_open, home_stands, tell_when_painted

    tell_when_painted(home_stands, answers_are_open)
    sys.argv = ["app.py", "--data", sys.argv[1]]
    sys.exit(main())
