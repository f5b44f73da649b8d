"""A folder on another computer is noticed; one on this computer never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard import paths
from wizard.store.whereabouts import Whereabouts, in_table, whereabouts

TABLE = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
server:/people /people nfs4 rw 0 0
//school/staff /mnt/Staff\\040Room cifs rw 0 0
/dev/sdb1 /people/local ext4 rw 0 0
me@box: /media/box fuse.sshfs rw 0 0
//old/share /srv cifs rw 0 0
/dev/sdc1 /srv ext4 rw 0 0
half a
"""


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("/people/ann/.local/share/before-you-post", Whereabouts.NETWORK),
        ("/mnt/Staff Room/answers", Whereabouts.NETWORK),
        ("/media/box", Whereabouts.NETWORK),
        ("/people/local/ann", Whereabouts.HERE),
        ("/peoples/ann", Whereabouts.HERE),
        ("/var/lib", Whereabouts.HERE),
        ("/srv/answers", Whereabouts.HERE),
    ],
)
def test_the_deepest_and_last_mount_decides(place: str, where: Whereabouts) -> None:
    """A home folder on a server is the usual case; a local disk below it is not one."""
    assert in_table(Path(place), TABLE) is where


def test_this_computer_is_here(tmp_path: Path) -> None:
    """A warning on every start would soon be read by nobody; a missing folder is none."""
    assert whereabouts(tmp_path) is Whereabouts.HERE
    assert whereabouts(tmp_path / "not" / "there") is Whereabouts.HERE


def test_the_usual_place_is_local() -> None:
    """Never where Windows copies it to a server at log-out."""
    assert "Roaming" not in str(paths.data_folder())
