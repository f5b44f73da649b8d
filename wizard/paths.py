"""The only place that knows where content, resources and a person's files are.

The program runs from a checkout, from an installed wheel (content and resources lie
inside the package) or frozen into a folder; each is looked for in that order.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

APP = "before-you-post"

_IS_LINUX = sys.platform == "linux"

_PACKAGE = Path(__file__).resolve().parent

PROGRAM = _PACKAGE.parent
"""Where a child of this program stands, to find it wherever the person does."""


@cache
def _shipped(name: str) -> Path:
    """Return one of the program's own folders, looked for once: its disk may fail or hang later."""
    frozen = getattr(sys, "_MEIPASS", None)
    beside = PROGRAM / name
    if frozen is not None:
        return Path(frozen) / name
    return beside if beside.is_dir() else _PACKAGE / f"_{name}"


def settle_home() -> None:
    """Let a home that is no whole path, or none, be the one the system has for this login.

    Answers would else lie below whichever folder one stands in, and be gone the next time.
    It holds for this program and its children, whatever library asks.
    """
    if sys.platform == "win32" or Path(os.environ.get("HOME", "")).is_absolute():
        return
    import pwd

    os.environ.pop("HOME", None)
    with suppress(KeyError):
        os.environ["HOME"] = pwd.getpwuid(os.getuid()).pw_dir


def content_folder() -> Path:
    """Return the folder of the content that came with the program."""
    return _shipped("content")


def resources_folder() -> Path:
    """Return the folder of fonts, icons, style sheet and templates."""
    return _shipped("resources")


def data_folder() -> Path:
    """Return the person's own local (never roaming) folder for answers; may not exist.

    Raises ``RuntimeError`` where the system knows of no home for this login.
    """
    if _IS_LINUX:
        return _named([os.environ.get("XDG_DATA_HOME", "")], "~/.local/share") / APP
    import platformdirs

    return Path(platformdirs.user_data_path(APP, appauthor=False, roaming=False))


def program_folder() -> Path:
    """Return the folder the program itself lies in, where a school may put its file."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else PROGRAM


def machine_folder() -> Path:
    """Return the folder of settings for everybody on this machine; may not exist."""
    if _IS_LINUX:
        return _named(os.environ.get("XDG_CONFIG_DIRS", "").split(os.pathsep), "/etc/xdg") / APP
    import platformdirs

    return Path(platformdirs.site_config_path(APP, appauthor=False))


def menu_folder(*, everybody: bool) -> Path:
    """Return where Linux looks for menu entries and icons: this person's, or everybody's."""
    return Path("/usr/local/share") if everybody else data_folder().parent


def documents_folder() -> Path:
    """Return where a person would look for a saved PDF."""
    import platformdirs

    return Path(platformdirs.user_documents_path())


def _named(folders: list[str], usual: str) -> Path:
    """Return the first of these folders that can be one, as the library does it on Linux.

    Every start asks for two of them, and importing the library takes 6 ms of it.
    """
    named = (folder.strip() for folder in folders)
    return Path(next((one for one in named if Path(one).is_absolute()), usual)).expanduser()


def program_command(*arguments: str) -> list[str]:
    """Return the command that starts this program again in a child process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    # From a checkout the package is found beside app.py wherever the person stands.
    script = PROGRAM / "app.py"
    start = [str(script)] if script.is_file() else ["-m", "wizard"]
    return [sys.executable, *start, *arguments]
