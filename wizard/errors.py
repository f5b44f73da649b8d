"""Every way the program can fail on purpose, each with a sentence fit to show.

::

    Problem                    the root: ``str(problem)`` is one clear sentence
    ├── ContentFaults          content has faults; all of them, each with its place
    ├── InputFault             a file or value somebody gave us is not right
    │   └── FileNewer          written by a later version of the program
    ├── OutputFault            a file could not be written where it was asked for
    ├── UsageFault             the command line is wrong (exit 2)
    └── StoreProblem           the answers on this machine can not be used now
        ├── StoreBusy          another window or command holds them
        ├── StoreLocked        the passphrase or the recovery code is needed, or was wrong
        ├── StoreNewer         written by a later version of the program
        ├── StoreDamaged       unreadable, empty or replaced; never overwritten
        ├── StoreUnwritable    read-only folder, or the folder is gone
        │   └── StoreAstray    the file can not be read just now, or another one lies there
        ├── StoreFull          no room on the disk
        └── KeyStays           deleted as asked, but the key it had is still there

Anything else that escapes is our own mistake and is treated as such.
"""

from __future__ import annotations

from typing import NamedTuple

LONGEST_PART = 220
"""Letters of what is wrong, and of what to do, that are shown."""


class Problem(Exception):
    """The root.  Its text is one sentence: what is wrong, where, what to do."""


class Fault(NamedTuple):
    """One thing wrong in a content file, with its place and the way out.

    ``line`` counts from 1; 0 means the whole file.  ``code`` is stable, for tests
    and for looking up help.
    """

    file: str
    line: int
    what: str
    hint: str
    code: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {_short(self.what)}; {_short(self.hint)}"


def _short(text: str) -> str:
    """A quoted place can be as long as a file; a sentence must not be."""
    return text if len(text) <= LONGEST_PART else f"{text[:LONGEST_PART]}…"


class ContentFaults(Problem):
    """The content can not be used.  ``faults`` holds every fault found, in file order."""

    def __init__(self, faults: tuple[Fault, ...], sentence: str) -> None:
        self.faults = faults
        super().__init__(sentence)


class InputFault(Problem):
    """A file or a value that somebody gave us is not right.  Nothing was changed."""


class FileNewer(InputFault):
    """A later version of the program wrote a file: nothing is wrong with it."""


class OutputFault(Problem):
    """A file could not be written.  Nothing half-written is left behind."""


class UsageFault(Problem):
    """The command line asks for something that does not exist."""


class StoreProblem(Problem):
    """The answers kept on this machine can not be used now.  Nothing was changed."""


class StoreBusy(StoreProblem):
    """Another window or command holds the answers."""


class StoreLocked(StoreProblem):
    """The answers are locked and were not opened.  ``wait``: seconds until the next try."""

    def __init__(self, sentence: str, wait: int = 0) -> None:
        self.wait = wait
        super().__init__(sentence)


class StoreNewer(StoreProblem):
    """A later version of the program wrote the answers; ``known`` is what we read at most."""

    def __init__(self, sentence: str, found: int, known: int) -> None:
        self.found = found
        self.known = known
        super().__init__(sentence)


class StoreDamaged(StoreProblem):
    """The file is unreadable, empty or not ours.  It is never overwritten."""


class StoreUnwritable(StoreProblem):
    """The folder or the file can not be written."""


class StoreAstray(StoreUnwritable):
    """The file can not be read just now, or another one lies in its place."""


class StoreFull(StoreProblem):
    """There is no room on the disk."""


class StoreLacks(StoreProblem):
    """What was to be changed was deleted from here, or is not in the copy that was gone back to."""


class KeyStays(StoreProblem):
    """It is deleted, and nothing lists it any more; only its key could not be taken away yet."""
