"""PDFs from a stranger: whatever they are, one clear sentence, in little time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.exchange import costs as costs_of
from tests.exchange.returned_papers import bomb, carried, carrying, changed, held, paper
from tests.program import TOP
from wizard.safe.canonical import canonical

SECONDS, MEGABYTES = 2.0, 250
"""What one file may cost: work of all processes together, memory of the largest."""


def read(path: Path, command: str = "read") -> tuple[int, str, str]:
    """Have the program read a file; it must keep to what a file may cost."""
    heard, told = os.pipe()
    with os.fdopen(heard) as costs:
        done = subprocess.run(
            [sys.executable, "-S", costs_of.__file__, str(told),
             sys.executable, str(TOP / "app.py"), command, str(path)],
            capture_output=True, text=True, check=False, pass_fds=(told,),
        )  # fmt: skip
        os.close(told)
        seconds, kilobytes = (float(figure) for figure in costs.read().split())
    assert seconds < SECONDS
    assert kilobytes / 1000 < MEGABYTES
    return done.returncode, done.stdout, done.stderr


def locked(user: str, owner: str) -> bytes:
    """Return a paper that is locked."""
    return changed(paper(), lambda _: None, encryption=pikepdf.Encryption(user=user, owner=owner))


def second(name: str) -> bytes:
    """Return a paper with another attachment beside its own."""

    def add(file: Any) -> None:
        names = file.Root.Names.EmbeddedFiles.Names
        names.append(pikepdf.String(name))
        names.append(file.Root.AF[0])

    return changed(paper(), add)


def packed(content: bytes, filters: str = "/FlateDecode") -> bytes:
    """Return a paper whose attachment is packed like this."""

    def act(file: Any) -> None:
        held(file).write(content, filter=pikepdf.Name(filters))

    return changed(paper(), act, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def with_settings() -> bytes:
    """Return a paper whose attachment asks for a predictor."""

    def act(file: Any) -> None:
        settings = pikepdf.Dictionary(Predictor=12, Columns=4)
        held(file).write(
            zlib.compress(b"x"), filter=pikepdf.Name.FlateDecode, decode_parms=settings
        )

    return changed(paper(), act, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def circle() -> bytes:
    """Return a paper whose list of attachments leads back to itself."""

    def act(file: Any) -> None:
        tree = file.make_indirect(file.Root.Names.EmbeddedFiles)
        file.Root.Names.EmbeddedFiles = tree
        del tree.Names
        tree.Kids = pikepdf.Array([tree, tree])

    return changed(paper(), act)


def written(*objects: bytes, root: int = 1) -> bytes:
    """Return a small PDF of these objects, written by hand."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    begins = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer <</Size %d /Root %d 0 R>>\n" % (len(objects) + 1, root)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % begins)


def nested() -> bytes:
    """Return a PDF nested deeper than any reader's patience."""
    return written(b"<</Type /Catalog /Pages 2 0 R>>", b"[" * 200_000 + b"]" * 200_000)


def packed_objects() -> bytes:
    """Return a PDF whose packed objects are a bomb for the library itself."""
    content = bomb(2000)
    index = b"\0\0\0\xff" + b"\2\0\2\0" + b"\1\0\x09\0" + b"\1\0\0\0"
    head = b"<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d>>" % len(content)
    out = b"%PDF-1.7\n2 0 obj\n" + head + b"\nstream\n" + content + b"\nendstream\nendobj\n"
    begins = len(out)
    table = b"<</Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Length %d>>" % len(index)
    out += b"3 0 obj\n" + table + b"\nstream\n" + index + b"\nendstream\nendobj\n"
    return out + b"startxref\n%d\n%%%%EOF\n" % begins


def said(**other: object) -> bytes:
    """Return a paper that carries its data with something else in them."""
    return carrying(paper(), canonical(json.loads(carried(paper())) | other))


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is not a PDF"),
    "text": (lambda: b"hello", "is not a PDF"),
    "name only": (lambda: b"%PDF-1.7\n", "damaged"),
    "cut short": (lambda: paper()[: len(paper()) // 2], "damaged"),
    "no index": (lambda: paper().replace(b"startxref\n", b"startxref\n9"), "damaged"),
    "wrong index": (lambda: paper()[:9] + b" " * 40 + paper()[9:], "damaged"),
    "locked": (lambda: locked(user="one", owner="two"), "locked with a password"),
    "locked for change": (lambda: locked(user="", owner="two"), "locked with a password"),
    "two attachments": (lambda: second("scan.pdf"), "more than one attachment"),
    "two of ours": (lambda: second("before-you-post.json"), "more than one attachment"),
    "attachments in a circle": (circle, "more than one attachment"),
    "bomb inside": (lambda: packed(bomb(4000)), "more time or memory"),
    "other packing": (lambda: packed(b"x", "/DCTDecode"), "another program"),
    "settings for packing": (with_settings, "another program"),
    "packing broken": (lambda: packed(b"no such thing"), "damaged"),
    "bomb of objects": (packed_objects, "."),
    "nested": (nested, "."),
    "nested data": (lambda: carrying(paper(), b"[" * 90_000), "levels deep"),
    "long data": (lambda: carrying(paper(), b"[" + b"0," * 2_400_000 + b"0]"), "not a paper"),
    "key twice": (lambda: carrying(paper(), b'{"a":1,"a":2}'), "stands twice"),
    "no number": (lambda: carrying(paper(), b'{"a":NaN}'), "not a value"),
    "written otherwise": (lambda: carrying(paper(), carried(paper()) + b"\n"), "was changed"),
    "not text": (lambda: carrying(paper(), b"\xff\xfe"), "UTF-8"),
    "other data": (lambda: carrying(paper(), carried(paper("me"))), "fingerprint"),
    "later version": (lambda: said(version=2), "later version"),
    "other format": (lambda: said(format="x"), "not a paper of Before You Post"),
    "unknown key": (lambda: said(more=1), "more"),
    "made at no time": (lambda: said(made="soon"), "soon"),
    "nothing inside": (lambda: paper(with_data=False), "carries no answers"),
    "no pages": (lambda: written(b"<</Type /Catalog>>"), "."),
    "not ours": (
        lambda: written(
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>",
        ),
        "not a paper of Before You Post",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_not_a_paper_is_refused_in_one_sentence(case: str, tmp_path: Path) -> None:
    """SLT opens whatever was mailed; the program must neither crash, hang nor swell."""
    made, sentence = HOSTILE[case]
    path = tmp_path / "returned.pdf"
    path.write_bytes(made())

    code, told, complained = read(path)

    assert (code, told, len(complained.splitlines())) == (1, "", 1)
    assert sentence in complained
    assert "returned.pdf" in complained
    assert "Traceback" not in complained


def test_what_is_no_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """A pipe would never end, and a huge file would take the machine with it."""
    huge, pipe = tmp_path / "huge.pdf", tmp_path / "pipe.pdf"
    with huge.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(100_000_000)
    os.mkfifo(pipe)

    for path, sentence in (
        (huge, "larger than 20 MB"),
        (pipe, "not a file"),
        (tmp_path, "."),
        (tmp_path / "none.pdf", "cannot be read"),
    ):
        code, told, complained = read(path)
        assert (code, told, len(complained.splitlines())) == (1, "", 1)
        assert sentence in complained


@pytest.mark.parametrize("journey", ["before-posting", "class-project", "privacy-checkup"])
def test_the_answers_come_back_whole(journey: str, tmp_path: Path) -> None:
    """Read back and printed again, the person's own paper is the same to the byte."""
    mine, file, again = (tmp_path / name for name in ("mine.pdf", "answers.json", "again.pdf"))
    mine.write_bytes(paper("me", journey))

    subprocess.run([sys.executable, TOP / "app.py", "read", mine, "-o", file], check=True)
    subprocess.run([sys.executable, TOP / "app.py", "report", file, "-o", again], check=True)

    assert again.read_bytes() == mine.read_bytes()


def test_slt_gets_back_only_what_they_saw(tmp_path: Path) -> None:
    """What stays with the person must not travel unseen inside the file."""
    path = tmp_path / "slt.pdf"
    path.write_bytes(paper("slt", "privacy-checkup"))
    run_id = json.loads(json.loads(carried(paper("me", "privacy-checkup")))["answers"])["id"]

    code, told, _ = read(path)

    assert (code, json.loads(told)["reader"]) == (0, "slt")
    assert json.loads(told)["answers"] == ""
    for hidden in (run_id, "facebook", "Facebook", "pc-platforms"):
        assert hidden not in told


def test_however_much_a_font_holds_the_answers_come_back(tmp_path: Path) -> None:
    """With many thousand different letters the paper was told as one that somebody altered."""

    def widen(file: Any) -> None:
        fonts = file.pages[0].obj.Resources.Font
        fonts[min(fonts.keys())].Widths = pikepdf.Array([500] * 60_000)

    mine = tmp_path / "mine.pdf"
    mine.write_bytes(changed(paper("me"), widen))
    code, told, _ = read(mine)

    assert (code, json.loads(told)["id"]) == (
        0,
        json.loads(json.loads(carried(paper("me")))["answers"])["id"],
    )
