"""The menu entry: what the system reads about the program is right and points at it."""

from __future__ import annotations

import configparser
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.program import TOP, run
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


def _command(entry: Path) -> list[str]:
    """Return the words that a menu would start, read as the specification says."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(entry, "utf-8")
    line = parser["Desktop Entry"]["Exec"].replace("\\\\", "\\")
    # Beyond what a shell escapes within quotes.
    line = re.sub(r"\\([$`])", r"\1", line)
    return [word.replace("%%", "%") for word in shlex.split(line)]


def test_the_program_puts_itself_into_the_menu_and_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder that was copied, no package puts an entry anywhere."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    run("menu")
    entry = tmp_path / "share" / "applications" / f"{paths.APP}.desktop"
    icon = tmp_path / "share" / "icons/hicolor/scalable/apps" / f"{paths.APP}.svg"
    done = subprocess.run(
        ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
    )

    assert done.stdout + done.stderr == ""
    assert icon.read_bytes() == (ROOT / "resources" / "icons" / "program.svg").read_bytes()
    assert _command(entry) == [sys.executable, str(TOP / "app.py")]
    listed = subprocess.run(
        [*_command(entry), "journeys"], capture_output=True, text=True, check=True
    )
    assert "before-posting" in listed.stdout
    run("menu", "--remove")
    assert not entry.exists()
    assert not icon.exists()


def test_an_entry_starts_with_what_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share with the school's file may have blanks and signs in its name."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    school = tmp_path / 'our $chool "100 %"\\x' / "school.yaml"
    school.parent.mkdir()
    school.write_text("name: X\n", "utf-8")
    run("menu", "--school", school, "--language", "cy")
    entry = tmp_path / "share" / "applications" / f"{paths.APP}.desktop"

    assert _command(entry)[2:] == ["--school", str(school), "--language", "cy"]
    subprocess.run(["desktop-file-validate", str(entry)], check=True)
