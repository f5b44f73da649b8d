"""File names from a person's words, and files written whole or not at all."""

from __future__ import annotations

import os
import re
import struct
import sys
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import children
from wizard.errors import OutputFault
from wizard.safe import limits
from wizard.safe.names import safe_file_name, write_whole


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Year 5 – Ŵ ŵ Łukasz’s blog", "Year 5 – Ŵ ŵ Łukasz’s blog"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "C-Windows-x"),
        ("\\\\server\\share", "server-share"),
        ("con", "file con"),
        ("NUL.txt", "file NUL.txt"),
        ("report. . .", "report"),
        ("\u202efdp.exe", "fdp.exe"),
        ("a\nb\x00c", "a b c"),
        ("محمد", "محمد"),
        ("~", "self-assessment"),
        ("", "self-assessment"),
    ],
)
def test_names_are_tamed_and_stay_readable(words: str, name: str) -> None:
    """Titles are whatever a person typed; the person must still find the file by it."""
    assert safe_file_name(words) == name


@given(st.text(max_size=200))
def test_no_words_make_a_path(words: str) -> None:
    """Whatever is typed, the name stays in its folder and can be written on any system."""
    name = safe_file_name(words)

    assert name
    assert len(name) <= limits.FILE_NAME_LETTERS + len("file ")
    assert not set(name) & set('\\/:*?"<>|')
    assert name == name.strip(" .")
    assert not any(unicodedata.category(letter)[0] == "C" for letter in name)
    assert safe_file_name(name) == name


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Saving a report over the last one leaves one file, and nothing beside it."""
    target = tmp_path / "paper.pdf"
    write_whole(target, b"old")
    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["paper.pdf"]  # noqa: PTH208


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """A stick that was pulled out: the sentence names the folder and makes nothing."""
    with pytest.raises(OutputFault, match="nowhere does not exist"):
        write_whole(tmp_path / "nowhere" / "paper.pdf", b"new")

    assert not list(tmp_path.iterdir())


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path) -> None:
    """Choosing a folder by mistake must not end in a crash."""
    with pytest.raises(OutputFault, match="is a folder"):
        write_whole(tmp_path, b"new")


def test_no_permission_is_said(open_ground: Path) -> None:
    """Shared folders may often only be read."""
    open_ground.chmod(0o500)

    (said,) = children.lines("write_as_nobody", open_ground)

    assert said.startswith("OutputFault The file was not saved, because you may not write")
    assert not list(open_ground.iterdir())


def test_a_folder_that_may_not_be_looked_into_takes_a_file(open_ground: Path) -> None:
    """A letter box on a share: the file lay there, and was told as refused."""
    open_ground.chmod(0o300)

    assert children.lines("write_as_nobody", open_ground) == ["written"]

    open_ground.chmod(0o700)
    assert [path.name for path in open_ground.iterdir()] == ["paper.pdf"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Half a new report instead of the old one would be the worst of both."""
    (tmp_path / "paper.pdf").write_text("old", "utf-8")

    said, names, content = children.lines("no_room_for_output", tmp_path)

    assert said.startswith("OutputFault The file was not saved, because there is no room")
    assert names == "paper.pdf"
    assert content == "old"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_the_system_refuses_is_said(tmp_path: Path, name: str) -> None:
    """What the system refuses for its own reasons still ends in a sentence."""
    with pytest.raises(OutputFault, match="takes no file named"):
        write_whole(tmp_path / name, b"new")

    assert not list(tmp_path.iterdir())


def test_a_bare_name_is_told_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence that ends in two dots tells nobody where to look."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(OutputFault, match=re.escape(f"in {tmp_path}. Choose")):
        write_whole(Path("x" * 300), b"content")


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_a_file_made_anew_is_for_nobody_else(tmp_path: Path) -> None:
    """A paper that somebody had closed to other logins was open to all of them the next night."""
    path = tmp_path / "for me.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)

    write_whole(path, b"new")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)


def _given_to(path: Path, group: int) -> None:
    """Let one group read a file, as a school does with what only its Head may see."""
    os.chown(path, -1, group)
    path.chmod(0o640)


def _listed_for(path: Path, login: int) -> None:
    """Let one more login read a file, as ``setfacl -m u:login:r`` does."""
    path.chmod(0o600)
    owner, named, group, mask, others = 0x01, 0x02, 0x04, 0x10, 0x20
    lines = [(owner, 6, -1), (named, 4, login), (group, 0, -1), (mask, 4, -1), (others, 0, -1)]
    packed = b"".join(struct.pack("<HHi", *line) for line in lines)
    os.setxattr(path, "system.posix_acl_access", struct.pack("<I", 2) + packed)


@pytest.mark.skipif(sys.platform != "linux", reason="rights as Linux has them")
@pytest.mark.parametrize("let", [_given_to, _listed_for])
def test_a_file_made_anew_is_for_those_it_was_for(
    let: Callable[[Path, int], None], tmp_path: Path
) -> None:
    """Closed to all but one group, or one login more, it was open to everybody's group then."""
    path, before = tmp_path / "for the Head.pdf", tmp_path / "before"
    for one in (path, before):
        one.write_bytes(b"old")
        try:
            let(one, 12)
        except OSError:
            pytest.skip("only an administrator, or another disk, can have it so")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    told = [(one.stat().st_mode, one.stat().st_gid, os.listxattr(one)) for one in (path, before)]
    assert told[0] == told[1]


def test_a_file_that_is_not_to_be_written_stays(tmp_path: Path) -> None:
    """The system lets a folder's owner put another file in its place; whoever closed it did not."""
    path = tmp_path / "signed.pdf"
    path.write_bytes(b"old")
    path.chmod(0o400)

    with pytest.raises(OutputFault, match="you may not write"):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"


def test_what_a_killed_program_left_of_a_file_goes_with_the_next(tmp_path: Path) -> None:
    """A paper half on its way stayed in the folder for good: hidden, and readable by anybody."""
    left = tmp_path / ".Siân [1].pdf.1a2b3c4d.part"
    others = tmp_path / ".Siân [1].pdf.part", tmp_path / ".Mair.pdf.1a2b3c4d.part"
    for one in (left, *others):
        one.write_bytes(b"answers")

    os.utime(left, (0, 0))
    write_whole(tmp_path / "Siân [1].pdf", b"%PDF-")

    assert sorted(tmp_path.iterdir()) == sorted((*others, tmp_path / "Siân [1].pdf"))


def test_two_who_write_one_file_at_once_both_succeed(tmp_path: Path) -> None:
    """Each took the other's half-written file for one of a dead program, and away from it."""
    target = tmp_path / "paper.pdf"
    with ThreadPoolExecutor(max_workers=4) as hands:
        written = [hands.submit(write_whole, target, b"%d" % one) for one in range(200)]

    assert [one.exception() for one in written] == [None] * 200
    assert os.listdir(tmp_path) == ["paper.pdf"]  # noqa: PTH208
