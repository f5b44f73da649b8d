"""Where things are: the short way must lead where the library's leads."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from wizard import paths

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
