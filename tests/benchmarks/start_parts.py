"""What a start can not do without, part by part, and the very first start of all.

Each beside the same floor as ``start``, and none with a limit.  The first two say where the
way to the floor ends: whatever we do, a home has these widgets and comes out of modules.
Only here, ``python -m tests.benchmarks start_parts``; the table without names leaves it out.

One line is the floor itself with what ``wizard.ui.first_import`` does: a bare window that
has PySide's own Python compiled, too, and so the only fair measure of what *we* add.
"""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path

from tests.benchmarks.pairs import TOLD_ONLY, Compared, alternate
from tests.benchmarks.start import started
from wizard import paths
from wizard.desk import front
from wizard.desk.places import Places
from wizard.ui import theme
from wizard.ui.shell.menus import BAR
from wizard.words import say

FLOORS = "tests.benchmarks.floors"


def compare(folder: Path) -> list[Compared]:
    """Measure each part; ``folder`` is for what they leave behind."""
    sheet, words = folder / "sheet.qss", folder / "words.txt"
    sheet.write_text(theme.sheet(theme.look()), "utf-8")
    words.write_text("\n".join(_words_of_home()), "utf-8")
    bare = (str(paths.resources_folder() / "fonts"), str(sheet))
    new = (folder / f"new-{number}" for number in count())
    parts = (
        ("a bare window, PySide compiled before", f"{FLOORS}.compiled", bare),
        ("a bare window with all that home imports", f"{FLOORS}.imports", bare),
        ("home's words and widgets, none of our code", f"{FLOORS}.home", (*bare, str(words))),
    )
    floor = partial(started, f"{FLOORS}.window", *bare)
    lines = [
        _line(name, alternate(partial(started, module, *arguments), floor), 0)
        for name, module, arguments in parts
    ]
    first = alternate(lambda: _first_start(next(new)), floor)
    return [*lines, _line("the very first start, to home with its welcome", first, 1)]


def _line(name: str, pairs: list[tuple[list[float], list[float]]], stage: int) -> Compared:
    ours = tuple(1000 * mine[stage] for mine, _ in pairs)
    return Compared(name, "ms", TOLD_ONLY, TOLD_ONLY, ours, tuple(1000 * it[0] for _, it in pairs))


def _first_start(login: Path) -> list[float]:
    """Start as somebody does who never did; what Python compiles is there, as installed."""
    own = {"HOME": str(login), "XDG_CONFIG_HOME": str(login), "XDG_DATA_HOME": str(login)}
    return started("tests.benchmarks.started", str(login / "data"), **own)


def _words_of_home() -> list[str]:
    known = front.look(Places())
    assert known is not None
    lines = [say(f"ui.menu.{name}") for name in BAR]
    lines += [say(f"ui.home.{name}") for name in ("title", "lead", "start")]
    for card in known.cards:
        lines += [card.title, card.about, say("ui.home.size", minutes=card.minutes)]
    return lines
