"""Where a command gets a passphrase from: the terminal, or a file descriptor.

Never from the command line or the environment, where others on the machine can read it.
"""

from __future__ import annotations

import os
import sys
from getpass import getpass

from wizard.errors import InputFault, UsageFault
from wizard.words import say

_MOST_BYTES = 4_000


def ask(prompt: str, descriptor: int | None, option: str) -> str:
    """Return a passphrase: a line of ``descriptor``, or what is typed after ``prompt``.

    Raises ``UsageFault`` that names ``option`` if there is neither.
    """
    if descriptor is not None:
        return _line(descriptor, option)
    if not sys.stdin.isatty():
        raise UsageFault(say("errors.passphrase.nobody", option=option))
    return getpass(prompt)


def ask_new(prompt: str, descriptor: int | None, option: str) -> str:
    """Return a new passphrase; one that is typed is typed twice.

    Raises ``InputFault`` where the two differ, and as ``ask`` does.
    """
    first = ask(prompt, descriptor, option)
    if descriptor is None and getpass(say("lock.ask.again")) != first:
        raise InputFault(say("errors.passphrase.two"))
    return first


def _line(descriptor: int, option: str) -> str:
    # Byte by byte: a second passphrase may follow on the same descriptor.
    found = b""
    try:
        while len(found) < _MOST_BYTES and (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            found += byte
    except OSError as fault:
        places = {"option": option, "number": descriptor}
        raise UsageFault(say("errors.passphrase.closed", **places)) from fault
    return found.decode("utf-8", "replace").removesuffix("\r")
