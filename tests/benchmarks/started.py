"""Ours: the program as a person starts it, until home stands and the answers are open.

Nothing is imported before the program does it, and in no other order: it is looked on from
the moment at which it has its window's module.

Use: ``python -m tests.benchmarks.started DATA_FOLDER``
"""

import sys
from importlib import import_module
from types import ModuleType

from wizard.cli import main as program


def watched(name: str) -> ModuleType:
    """Import a module for the program, and look on from then."""
    module = import_module(name)
    from tests.benchmarks.painted import answers_are_open, home_stands, tell_when_painted

    tell_when_painted(home_stands, answers_are_open)
    return module


if __name__ == "__main__":
    vars(program)["import_module"] = watched
    sys.exit(program.main(["--data", sys.argv[1]]))
