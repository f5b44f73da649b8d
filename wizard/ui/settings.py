"""What the window remembers of itself: theme, text size, place of the window.  No answers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal
from zlib import crc32

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSettings, QStandardPaths
from PySide6.QtGui import QGuiApplication

from wizard import paths, there
from wizard.ui.look import CONTRAST, DARK, LIGHT, THEMES, Colours
from wizard.ui.remembered import Remembered

SIZES = (100, 125, 150, 200, 300, 400)
"""The text sizes on offer, in percent."""

THEME_NAMES = ("system", *THEMES)

Lost = Literal["draft", "decision", "file", "left"]
"""What can go with the program: a school's profile or a decision not saved, a file under way.

And whatever was left in no file where nothing is kept.
"""


_SAID = {False: "false", True: "true"}

_elsewhere: Path | None = None
_known: dict[Path, Remembered] = {}
_papers: dict[Path, Path] = {}


def stay_in(place: Path) -> None:
    """From here on remember in ``place``: pictures leave what a person chose alone."""
    global _elsewhere
    _elsewhere = place


def folder() -> Path:
    """Return the person's own folder for what windows remember; it may not exist."""
    if _elsewhere is not None:
        return _elsewhere
    # Qt remembers where settings lie for the life of the process; asked for by file, the
    # place follows the person's home, as a test's own home folder needs.
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / paths.APP


def _kept() -> Remembered:
    file = folder() / "window.ini"
    if file not in _known:
        _known[file] = Remembered(file)
    return _known[file]


def _is_on(name: str, usually: bool = False) -> bool:
    return (_kept().value(name) or _SAID[usually]) == _SAID[True]


def _keep_is_on(name: str, is_on: bool) -> None:
    _kept().keep(name, _SAID[is_on])


def leave_no_trail() -> None:
    """Let Qt keep no list of folders that its own file dialog was in.

    It would lie outside the places that ``docs/security.md`` names, for each next person at
    this login.  On Windows and macOS the dialog is the system's, which keeps its own.
    """
    # Where no file can be made Qt gives up without a word.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def theme_name() -> str:
    """Return the theme chosen: ``system`` unless somebody said otherwise."""
    name = _kept().value("theme")
    return name if name in THEME_NAMES else "system"


def keep_theme(name: str) -> None:
    """Remember a theme."""
    _kept().keep("theme", name)


def colours() -> Colours:
    """Return the colours to put on, asking the system where the person left it to it."""
    name = theme_name()
    if name != "system":
        return THEMES[name]
    hints = QGuiApplication.styleHints()
    wanted = hints.accessibility().contrastPreference()
    is_strong = wanted == QtCore.Qt.ContrastPreference.HighContrast
    if is_strong != _was_strong():
        keep_is_strong(is_strong)
    if is_strong:
        return CONTRAST
    return DARK if hints.colorScheme() == QtCore.Qt.ColorScheme.Dark else LIGHT


def first_colours() -> Colours:
    """Return the colours of the first picture: those of the system as far as a glance tells.

    Asking it outright (``colours``) takes an eighth of the start, so that is done once
    the picture stands.  Its palette tells the dark; strong contrast is as it was last.
    """
    name = theme_name()
    if name != "system":
        return THEMES[name]
    if _was_strong():
        return CONTRAST
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


def keep_is_strong(is_strong: bool) -> None:
    """Remember whether the system asked for strong contrast."""
    _keep_is_on("contrast", is_strong)


def _was_strong() -> bool:
    return _is_on("contrast")


def text_size() -> int:
    """Return the text size in percent."""
    try:
        size = int(_kept().value("text-size"))
    except ValueError:
        return 100
    return min(max(size, SIZES[0]), SIZES[-1])


def keep_text_size(percent: int) -> None:
    """Remember a text size."""
    _kept().keep("text-size", str(percent))


def is_wide() -> bool:
    """Return whether letters and words stand further apart."""
    return _is_on("wide")


def keep_is_wide(is_on: bool) -> None:
    """Remember whether letters and words stand further apart."""
    _keep_is_on("wide", is_on)


def digits_pick() -> bool:
    """Return whether a digit picks an answer; who speaks to the computer may not want it."""
    return _is_on("digits", usually=True)


def keep_digits_pick(is_on: bool) -> None:
    """Remember whether a digit picks an answer."""
    _keep_is_on("digits", is_on)


def geometry() -> QByteArray:
    """Return where the window was on the screens there are now, empty at first."""
    return QByteArray.fromBase64(_kept().value(f"geometry-{_screens()}").encode())


def keep_geometry(value: QByteArray) -> None:
    """Remember where the window is: a place at a desk is none on a laptop by itself."""
    _kept().keep(f"geometry-{_screens()}", value.toBase64().toStdString())


def _screens() -> str:
    sizes = (screen.size() for screen in QGuiApplication.screens())
    return "+".join(sorted(f"{size.width()}x{size.height()}" for size in sizes))


def paper_folder() -> Path:
    """Return the folder that a PDF was last saved in, else the person's documents."""
    kept = _papers.get(folder()) or Path(_kept().value("paper-folder"))
    is_there = kept.is_absolute() and there.soon(kept, there.is_folder, otherwise=False)
    return kept if is_there else usual_folder()


def usual_folder() -> Path:
    """Return the person's documents, or their home as long as the disk of those says nothing.

    Schools lay documents on a share.  Whoever saves a copy elsewhere does so as a disk hangs.
    """
    home = Path.home()
    documents = there.soon(home, lambda _home: paths.documents_folder(), otherwise=home)
    return documents if there.soon(documents, there.is_any, otherwise=None) is not None else home


def keep_paper_folder(place: Path) -> None:
    """Know the folder of the last PDF, until it is put down or forgotten."""
    # On no disk: a crash would leave it there for whoever comes next.
    _papers[folder()] = place


def put_down_paper_folder() -> None:
    """Remember that folder for the next start."""
    place = _papers.get(folder())
    if place is not None:
        _kept().keep("paper-folder", str(place))


def forget_paper_folder() -> None:
    """Remember none: its name may say what somebody keeps there, and another one comes next."""
    _papers.pop(folder(), None)
    _kept().keep("paper-folder", None)


def name_of_school(mark: str) -> str | None:
    """Return the name that home said last for the school's file with this mark.

    Reading the file itself takes as long as a fifth of the start.  Empty where there is
    no file and so no mark; None if the file is another than it was.
    """
    if not mark:
        return ""
    kept = _kept()
    return kept.value("school-name") if kept.value("school-mark") == mark else None


def keep_name_of_school(mark: str, name: str) -> None:
    """Remember the name that home says for the school's file with this mark."""
    kept = _kept()
    kept.keep("school-mark", mark)
    kept.keep("school-name", name)


def room_at_home() -> int:
    """Return how high what was begun stood at home last, in pixels; 0 where nothing was."""
    try:
        return max(0, int(_kept().value(f"room-{text_size()}")))
    except ValueError:
        return 0


def keep_room_at_home(height: int) -> None:
    """Remember how high what was begun stands at home, in pixels, at this size of text."""
    _kept().keep(f"room-{text_size()}", str(height))


def language() -> str:
    """Return the language chosen in the window, empty while none was."""
    return _kept().value("language")


def keep_language(language_id: str) -> None:
    """Remember a language."""
    _kept().keep("language", language_id)


def is_lost(what: Lost, answers: Path) -> bool:
    """Return whether something of somebody's went with the program.

    Asked for one folder of ``answers``: of several people at one login only the one whose
    it was is told.
    """
    return _is_on(_lost(what, answers))


def keep_lost(what: Lost, answers: Path, is_lost: bool) -> None:
    """Remember it for the next start, or leave no trace of it once it was told."""
    _kept().keep(_lost(what, answers), _SAID[True] if is_lost else None)


def _lost(what: Lost, answers: Path) -> str:
    # The name of a folder may be that of a person.
    return f"lost-{what}-{crc32(str(answers.absolute()).encode()):08x}"
