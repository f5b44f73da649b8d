"""Reads the command line and hands on to the command, or opens the window.

Exit codes: 0 done; 1 the input has a fault (one sentence on standard error, nothing
written, nothing lost); 2 wrong usage; 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from wizard import paths
from wizard.cli.output import complain, refuse_over, stop_at_no_letter
from wizard.desk.crash import leave_no_memory, quote_nobody
from wizard.desk.places import Places
from wizard.errors import ContentFaults, Problem, UsageFault
from wizard.words import FALLBACK, Words, languages, say, use

CHILDREN = {
    "--draw": "wizard.report.pdf.child",
    "--read-pdf": "wizard.exchange.pdf.child",
}
"""The hidden first words with which the program starts its own children, never seen by a
person: the one that draws a PDF, the one that reads what may be anything.
"""

FOR_THE_WINDOW = ("--data", "--school", "--content", "--language")
"""What the window may be told where to find; each is followed by one word."""

DONE, FAULT, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the window if none is given.  Returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    leave_no_memory()
    paths.settle_home()
    if arguments is None:
        quote_nobody()
    stop_at_no_letter()
    if words[:1] and words[0] in CHILDREN:
        return int(import_module(CHILDREN[words[0]]).main())
    try:
        return _run(words)
    except UsageFault as problem:
        complain(problem)
        return USAGE
    except ContentFaults as problem:
        for fault in problem.faults:
            complain(fault)
        return FAULT
    except Problem as problem:
        complain(problem)
        return FAULT
    except BrokenPipeError:
        # Whoever read our output stopped reading (``| head``): nothing is wrong.
        sys.stderr.close()
        return DONE


def _run(words: list[str]) -> int:
    named = _for_the_window(words)
    if named is not None:
        language = named.pop("language", FALLBACK)
        where = {option: Path(value) for option, value in named.items()}
        places = Places(where.get("data"), where.get("content"), where.get("school"))
        return _open_window(places, language)
    # Reading any command line costs a tenth of the time in which the window is painted.
    from wizard.cli.arguments import named_in, parse

    # What is wrong with a command line, and its help, are said in the language it names.
    remark = _speak(named_in(words, "--language") or FALLBACK, named_in(words, "--content"))
    try:
        parsed = parse(words)
    except SystemExit:
        _remark(remark)
        raise
    places = parsed.places()
    if parsed.command is None:
        return _open_window(places, parsed.language)
    places.refuse_missing()
    _refuse_nowhere()
    _remark(remark)
    refuse_over(parsed.options)
    command = import_module(parsed.module)
    return int(getattr(command, parsed.function)(parsed.options, places))


def _for_the_window(words: list[str]) -> dict[str, str] | None:
    """Return what is named for the window, by option; None if more than that is asked."""
    options, values = words[::2], words[1::2]
    plain = len(options) == len(values) and all(
        value.strip() and not value.startswith("-") for value in values
    )
    if not plain or not all(option in FOR_THE_WINDOW for option in options):
        return None
    return {option.removeprefix("--"): value for option, value in zip(options, values, strict=True)}


def _refuse_nowhere() -> None:
    """Raise ``UsageFault`` in a folder that is gone: what is named from there is nowhere."""
    try:
        Path.cwd()
    except FileNotFoundError:
        raise UsageFault(say("errors.file.no-here")) from None


def _open_window(places: Places, language: str) -> int:
    # All that is made until the window stands stays: looking for rubbish in it takes 10 ms.
    gc.disable()
    places.refuse_missing()
    _speak(language, str(places.content))
    return int(import_module("wizard.ui.start").start(places, complain))


def _remark(remark: str) -> None:
    if remark:
        complain(remark)


def _speak(language: str, content: str) -> str:
    """Choose the language of everything said from here on; return what to remark on it.

    It may be one that only the ``content`` named brings along.
    """
    own = paths.content_folder() / "words"
    more = Path(content) / "words" if content else own
    try:
        words = Words(own, language, more)
    except KeyError:
        listed = ", ".join(one.id for one in languages(own, more))
        fault = say("errors.no-language", language=language[:40], known=listed)
        raise UsageFault(fault) from None
    use(words)
    return words.remark
