"""Where things are: the short way must lead where the library's leads."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import pytest

from wizard import paths
from wizard.cli.main import main

NAMED = ("", "   ", "relative/place", "/srv/one", "/srv/one:/srv/two", "relative:/srv/two", ":/srv")


@pytest.mark.parametrize("named", NAMED)
def test_linux_finds_the_folders_the_library_finds(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """Answers found yesterday by the library must be found today without it."""
    monkeypatch.setenv("XDG_CONFIG_DIRS", named)
    if ":" not in named:
        monkeypatch.setenv("XDG_DATA_HOME", named)

    assert paths.machine_folder() == Path(platformdirs.site_config_path(paths.APP, False))
    assert paths.data_folder() == Path(platformdirs.user_data_path(paths.APP, False))


def test_linux_finds_the_usual_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most people have set none of these variables."""
    monkeypatch.delenv("XDG_CONFIG_DIRS", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)

    assert paths.machine_folder() == Path(platformdirs.site_config_path(paths.APP, False))
    assert paths.data_folder() == Path(platformdirs.user_data_path(paths.APP, False))


@pytest.mark.parametrize("home", ["relative/home", "", "~", "../beside"])
def test_a_home_that_is_no_whole_path_keeps_nothing_where_one_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    """Answers lay below the folder one happened to stand in, and were gone the next time."""
    pwd = pytest.importorskip("pwd")
    here, own = tmp_path / "in" / "here", tmp_path / "own"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    monkeypatch.setattr(pwd, "getpwuid", lambda _uid: SimpleNamespace(pw_dir=str(own)))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", home)

    assert main(["saved"]) == 0

    assert paths.data_folder().is_relative_to(own)
    assert (own / ".local" / "share" / paths.APP).is_dir()
    shutil.rmtree(own)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_no_home_at_all_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some services run without one; who names a folder needs none."""
    pwd = pytest.importorskip("pwd")

    def unknown(_uid: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", "relative")

    assert main(["saved"]) == 1
    assert "--data" in capsys.readouterr().err
    assert main(["saved", "--data", str(tmp_path / "data")]) == 0
    os.environ.pop("HOME", None)
