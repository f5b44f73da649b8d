"""Commands where the answers are locked, and the file that carries answers away."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import TOP
from tests.tiny import write_tiny
from wizard.cli.main import main
from wizard.desk.lock.locking import Lock
from wizard.desk.places import Places
from wizard.exchange.carry_file import is_carried

PASSPHRASE, OF_THE_FILE = "seven quiet otters", "nine patient toads"
OWN = "grüne wiesen im juni"
WORD = "Nightjar"

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Tiny content."""
    return write_tiny(tmp_path / "content")


@pytest.fixture
def run(tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run one command; keywords are the options that take a passphrase from a descriptor."""

    def ran(*words: str | Path, at: str = "data", **secrets: str | bytes) -> tuple[int, str, str]:
        command = [*map(str, words), "--content", str(content), "--data", str(tmp_path / at)]
        opened = []
        for option, secret in secrets.items():
            reading, writing = os.pipe()
            line = secret.encode() if isinstance(secret, str) else secret
            os.write(writing, line + b"\n")
            os.close(writing)
            opened.append(reading)
            command += [f"--{option.replace('_', '-')}", str(reading)]
        code = main(command)
        for descriptor in opened:
            os.close(descriptor)
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def locked(tmp_path: Path, content: Path, run: Run) -> str:
    """Keep one self-assessment with the word in it and lock it; gives the recovery code."""
    path = tmp_path / "answers.json"
    assert run("template", "tiny", "-o", path)[0] == 0
    document = json.loads(path.read_text("utf-8"))
    document["answers"]["t-words"]["value"] = WORD
    path.write_text(json.dumps(document), "utf-8")
    assert run("import", path)[0] == 0
    path.unlink()
    lock = Lock(Places(tmp_path / "data", content))
    return lock.choose(PASSPHRASE).result(60)


def test_a_locked_store_asks_first(run: Run, locked: str) -> None:
    """Every command on what is saved is shut; a script is told which option it needs."""
    for command in (["saved"], ["erase", "--all", "--yes"], ["everything", "-o", "x.zip"]):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert "--passphrase-fd N" in err

    code, out, err = run("saved", passphrase_fd="not this one")
    assert (code, out) == (1, "")
    assert "not the passphrase" in err


@pytest.mark.parametrize("way", ["passphrase", "code"])
def test_a_script_opens_it_by_a_descriptor(run: Run, locked: str, way: str) -> None:
    """The command line and the environment can be read by others; a pipe can not."""
    secret = PASSPHRASE if way == "passphrase" else locked
    code, out, _ = run("saved", "--json", passphrase_fd=secret)

    assert code == 0
    assert json.loads(out)[0]["journey"] == "tiny"


def test_a_descriptor_that_is_none_is_wrong_usage(run: Run, locked: str) -> None:
    """A mistyped number ends in a sentence."""
    code, _, err = run("saved", "--passphrase-fd", "999")

    assert code == 2
    assert "nothing can be read there" in err


@pytest.mark.parametrize(
    ("secret", "told"),
    [
        (OWN.encode("latin-1"), "not UTF-8"),
        (OWN.encode("utf-16"), "not UTF-8"),
        (b"otter " * 1_000, "longer than a passphrase"),
    ],
    ids=["latin-1", "utf-16", "no end"],
)
def test_a_passphrase_that_nobody_could_type_again_seals_nothing(
    run: Run, locked: str, tmp_path: Path, secret: bytes, told: str
) -> None:
    """Its letters became signs of the unknown: typed at home, it did not open the file."""
    carried = tmp_path / "carried.answers"
    code, out, err = run("take", "-o", carried, passphrase_fd=PASSPHRASE, file_passphrase_fd=secret)

    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert told in err
    assert not carried.exists()
    assert run("saved", passphrase_fd=secret)[0] == 1


def test_letters_that_a_terminal_has_otherwise_are_refused(tmp_path: Path, content: Path) -> None:
    """Half letters were taken for them, which only the same terminal could send again."""
    carried = tmp_path / "carried.answers"
    command = [sys.executable, str(TOP / "app.py"), "take", "-o", str(carried)]
    for language in ("C", "C.UTF-8"):
        parent, terminal = pty.openpty()
        with subprocess.Popen(
            [*command, "--data", str(tmp_path / "data"), "--content", str(content)],
            stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, start_new_session=True,
            env={**os.environ, "LC_ALL": language},
        ) as child:  # fmt: skip
            os.close(terminal)
            shown = b""
            while b"passphrase" not in shown:
                shown += os.read(parent, 1000)
            os.write(parent, (OWN.encode("latin-1") + b"\n") * 2)
            child.communicate(timeout=30)
            while b"set it to UTF-8" not in shown:
                shown += os.read(parent, 1000)
        os.close(parent)
        assert child.returncode == 1
        assert not carried.exists()


def test_answers_are_carried_to_another_computer(run: Run, locked: str, tmp_path: Path) -> None:
    """From a shared computer, on a stick, to where one goes on."""
    carried = tmp_path / "carried.answers"
    secrets = {"passphrase_fd": PASSPHRASE, "file_passphrase_fd": OF_THE_FILE}
    code, out, _ = run("take", "-o", carried, **secrets)
    assert (code, out.split()[0]) == (0, "1")
    assert is_carried(carried)
    raw = carried.read_bytes()
    assert WORD.encode() not in raw
    assert b"tiny" not in raw

    code, out, _ = run("import", carried, at="other", file_passphrase_fd=OF_THE_FILE)
    assert code == 0
    code, text, _ = run("export", out.strip(), at="other")
    assert json.loads(text)["answers"]["t-words"]["value"] == WORD


def test_no_carried_file_is_written_over(run: Run, locked: str, tmp_path: Path) -> None:
    """What was taken along from a shared computer lies on that stick and nowhere else."""
    carried = tmp_path / "carried.answers"
    secrets = {"passphrase_fd": PASSPHRASE, "file_passphrase_fd": OF_THE_FILE}
    assert run("take", "-o", carried, **secrets)[0] == 0
    raw = carried.read_bytes()

    code, _, err = run("take", "-o", carried, **secrets)
    assert code == 1
    assert "holds answers already" in err
    assert carried.read_bytes() == raw


def test_a_carried_file_opens_for_its_passphrase_alone(
    run: Run, locked: str, tmp_path: Path
) -> None:
    """A stick is lost in the staffroom; a file is damaged on the way.  Nothing is kept then."""
    carried = tmp_path / "carried.answers"
    run("take", "-o", carried, passphrase_fd=PASSPHRASE, file_passphrase_fd=OF_THE_FILE)
    code, _, err = run("import", carried, at="other", file_passphrase_fd=PASSPHRASE)
    assert code == 1
    assert "not the passphrase of" in err
    whole = carried.read_bytes()
    for at in range(0, len(whole), len(whole) // 25):
        carried.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        code, _, err = run("import", carried, at="other", file_passphrase_fd=OF_THE_FILE)
        assert code == 1, at
        assert len(err.splitlines()) == 1

    assert run("saved", at="other")[1] == run("saved", at="third")[1]


def test_a_short_passphrase_writes_no_file(run: Run, locked: str, tmp_path: Path) -> None:
    """Whoever finds the file may guess for as long as they like."""
    secrets = {"passphrase_fd": PASSPHRASE, "file_passphrase_fd": "otters"}
    code, _, err = run("take", "-o", tmp_path / "carried.answers", **secrets)

    assert code == 1
    assert "at least 12 letters" in err
    assert not (tmp_path / "carried.answers").exists()


def test_a_person_is_asked_on_the_terminal(locked: str, content: Path, tmp_path: Path) -> None:
    """What is typed is not shown, and stands in no list of processes."""
    command = [sys.executable, str(TOP / "app.py"), "saved", "--json"]
    parent, terminal = pty.openpty()
    with subprocess.Popen(
        [*command, "--data", str(tmp_path / "data"), "--content", str(content)],
        stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, start_new_session=True,
    ) as child:  # fmt: skip
        os.close(terminal)
        shown = b""
        while b"recovery code: " not in shown:
            shown += os.read(parent, 1000)
        os.write(parent, f"{PASSPHRASE}\n".encode())
        out, _ = child.communicate(timeout=30)
        shown += os.read(parent, 1000)
    os.close(parent)

    assert json.loads(out)[0]["journey"] == "tiny"
    assert PASSPHRASE.encode() not in shown


def test_what_comes_while_a_passphrase_is_typed_is_not_gone_over(
    run: Run, content: Path, tmp_path: Path
) -> None:
    """Nothing lay there when it was looked, so nothing was asked about it."""
    mine, out = tmp_path / "mine.json", tmp_path / "carried.answers"
    assert run("template", "tiny", "-o", mine)[0] == 0
    assert run("import", mine)[0] == 0
    command = [sys.executable, str(TOP / "app.py"), "take", "-o", str(out)]
    parent, terminal = pty.openpty()
    with subprocess.Popen(
        [*command, "--data", str(tmp_path / "data"), "--content", str(content)],
        stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, start_new_session=True,
    ) as child:  # fmt: skip
        os.close(terminal)
        for number in (1, 2):
            shown = b""
            while not shown.rstrip(b" ").endswith(b":"):
                shown += os.read(parent, 1000)
            if number == 1:
                out.write_bytes(b"another's")
            os.write(parent, f"{OF_THE_FILE}\n".encode())
        told, _ = child.communicate(timeout=30)
    os.close(parent)

    assert out.read_bytes() == b"another's"
    assert "carried (2).answers" in told.decode()


def test_commands_heed_a_shared_computer(run: Run, tmp_path: Path, content: Path) -> None:
    """Where somebody said in the window that nothing is kept, no command keeps anything."""
    path = tmp_path / "answers.json"
    assert run("template", "tiny", "-o", path)[0] == 0
    Lock(Places(tmp_path / "data", content)).keep_nothing().result(60)
    for command in (["import", path], ["saved"], ["erase", "--all", "--yes"]):
        code, out, err = run(*command)

        assert (code, out) == (1, "")
        assert "set to keep nothing" in err
    assert {one.name for one in (tmp_path / "data").iterdir()} == {
        "keeps-nothing.here", "answers.lock",
    }  # fmt: skip


def test_commands_are_told_who(run: Run, locked: str, tmp_path: Path, content: Path) -> None:
    """Several people of one login: each sees their own, by name and passphrase."""
    lock = Lock(Places(tmp_path / "data", content))
    lock.unlock(PASSPHRASE).result(60)
    lock.choose_apart("Siân", PASSPHRASE).result(60)
    lock.lock_now()
    code, _, err = run("saved", passphrase_fd=PASSPHRASE)
    assert code == 2
    assert "--person NAME" in err
    assert "Siân" in err
    code, out, _ = run("saved", "--json", "--person", "siân", passphrase_fd=PASSPHRASE)
    assert code == 0
    assert len(json.loads(out)) == 1
    code, out, err = run("saved", "--person", "Siân", passphrase_fd=OF_THE_FILE)
    assert (code, out) == (1, "")
    assert "not the passphrase" in err
    assert run("saved", "--person", "Łukasz", passphrase_fd=PASSPHRASE)[0] == 2
