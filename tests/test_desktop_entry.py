"""The menu entry: what the system reads about the program is right and points at it."""

from __future__ import annotations

import configparser
import subprocess
import tomllib
from pathlib import Path

from wizard import paths

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "desktop"
ENTRY = FOLDER / f"{paths.APP}.desktop"
ABOUT = FOLDER / f"{paths.APP}.metainfo.xml"

WITHOUT_A_DOMAIN = "cid-desktopapp-is-not-rdns"
"""The one thing the checker would like otherwise: an id from a domain, and we have none."""


def test_the_menu_entry_is_one() -> None:
    """A menu leaves out an entry with a fault, and says nothing."""
    done = subprocess.run(
        ["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, check=False
    )

    assert done.stdout + done.stderr == ""


def test_the_menu_entry_starts_the_program() -> None:
    """Its command is one that the package installs, its icon and name are the window's."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ENTRY, "utf-8")
    entry = parser["Desktop Entry"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert entry["Exec"] in project["gui-scripts"]
    assert entry["Icon"] == entry["StartupWMClass"] == paths.APP


def test_software_shops_can_show_it() -> None:
    """What a shop of programs would refuse is found here first."""
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", str(ABOUT)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]

    assert [line for line in told if WITHOUT_A_DOMAIN not in line] == []
