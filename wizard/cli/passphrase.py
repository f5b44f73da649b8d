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
"""What a line of a descriptor may hold; one without an end would be read for ever."""


def ask(prompt: str, descriptor: int | None, option: str) -> str:
    """Return a passphrase: a line of ``descriptor``, or what is typed after ``prompt``.

    Raises ``UsageFault`` that names ``option`` if there is neither, and ``InputFault`` where
    letters of it can not be read for sure: what was sealed with others in their place would
    open for nobody.
    """
    if descriptor is not None:
        return _line(descriptor, option)
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageFault(say("errors.passphrase.nobody", option=option))
    try:
        return _typed(prompt)
    except EOFError as nobody:
        raise UsageFault(say("errors.passphrase.nobody", option=option)) from nobody


def ask_new(prompt: str, descriptor: int | None, option: str) -> str:
    """Return a new passphrase; one that is typed is typed twice.

    Raises ``InputFault`` where the two differ too, and as ``ask`` does.
    """
    first = ask(prompt, descriptor, option)
    if descriptor is None and ask(say("lock.ask.again"), None, option) != first:
        raise InputFault(say("errors.passphrase.two"))
    return first


def _typed(prompt: str) -> str:
    try:
        typed = getpass(prompt)
        # Where the terminal has other letters than this program was told, some are kept as
        # halves that nobody can type anywhere else.
        typed.encode()
    except UnicodeError as fault:
        raise InputFault(say("errors.passphrase.typed")) from fault
    return typed


def _line(descriptor: int, option: str) -> str:
    # Byte by byte: a second passphrase may follow on the same descriptor.
    places = {"option": option, "number": descriptor}
    found = b""
    try:
        while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            found += byte
            if len(found) > _MOST_BYTES:
                raise InputFault(say("errors.passphrase.long", **places, most=f"{_MOST_BYTES:,}"))
        return found.decode().removesuffix("\r")
    except OSError as fault:
        raise UsageFault(say("errors.passphrase.closed", **places)) from fault
    except UnicodeDecodeError as fault:
        raise InputFault(say("errors.passphrase.letters", **places)) from fault
