"""The thread that a window lives on asks the disk of the answers nothing that it has to wait for.

Who hides, locks or closes it waits for that thread, and a share may say nothing for an hour.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from errno import ESTALE
from pathlib import Path
from threading import Event, Timer, current_thread, main_thread
from types import ModuleType
from typing import Any

import pytest

from tests.ui.hands import Hands, press, until, words
from tests.ui.school_hands import look_elsewhere, open_school
from wizard import paths, there
from wizard.desk.files import Place
from wizard.desk.paper import printing
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui import settings
from wizard.ui.paper_work import open_file
from wizard.ui.parts.school.logo_card import LogoCard
from wizard.ui.printing import print_drawn, print_file
from wizard.ui.shell.window import Window

ASKING = ("stat", "lstat", "open", "scandir", "listdir", "access", "readlink")
"""What looks at a disk."""


@pytest.fixture
def asked(places: Places, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the window's own thread asked the disk of the answers so far."""
    seen: list[tuple[str, str]] = []

    def hearing(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def asking(path: Any = ".", *more: Any, **named: Any) -> Any:
            is_path = isinstance(path, str | Path) and current_thread() is main_thread()
            if is_path and Path(path).is_relative_to(places.data):
                seen.append((name, str(path)))
            return act(path, *more, **named)

        return asking

    for name in ASKING:
        monkeypatch.setattr(os, name, hearing(name, getattr(os, name)))
    monkeypatch.setattr(io, "open", hearing("open", io.open))
    return seen


def hang(monkeypatch: pytest.MonkeyPatch, file: Path, *acts: tuple[ModuleType, str]) -> Event:
    """Let the disk of a file say nothing to these acts until what is returned is set."""
    goes = Event()

    def hanging(act: Callable[..., Any]) -> Callable[..., Any]:
        def asking(path: Any, *more: Any, **named: Any) -> Any:
            if file in (path, *more):
                goes.wait(20)
            return act(path, *more, **named)

        return asking

    for module, name in acts:
        monkeypatch.setattr(module, name, hanging(getattr(module, name)))
    return goes


def test_home_and_what_lies_beside_it_wait_for_no_disk(
    session: Session, window: Window, hands: Hands, asked: list[tuple[str, str]]
) -> None:
    """Nothing could be hidden or closed from home on, as long as the folder of the answers hung."""
    session.answer("k-one", "yes")
    until(lambda: not window.bridge.desk.runs.is_behind)
    window.go_home()
    hands.on_page("Before You Post")
    window.more.show_privacy()
    hands.on_page("Where your answers are")
    window.more.show_computer()
    window.go_home()
    assert window.close()

    assert asked == []


def test_what_a_file_is_and_who_may_write_the_schools_waits_for_no_disk(
    window: Window, places: Places, asked: list[tuple[str, str]]
) -> None:
    """A stick that hung held up everything as soon as a file on it was chosen or dropped."""
    school = window.bridge.desk.school
    file = places.data / "dropped.json"
    window.more.take_in(file)
    assert school.can_write
    assert school.mark == ""

    assert asked == []


def test_a_file_on_a_stick_that_hangs_is_told(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choosing it, or letting it drop, did nothing at all."""
    monkeypatch.setattr(there, "PATIENCE", 0.05)
    goes = Event()
    act = os.open

    def hanging(path: Any, *more: Any, **named: Any) -> Any:
        if path == tmp_path / "answers.json":
            goes.wait()
        return act(path, *more, **named)

    monkeypatch.setattr(os, "open", hanging)
    too_late = Timer(20, goes.set)
    too_late.start()
    window.more.take_in(tmp_path / "answers.json")
    is_told = not goes.is_set()
    too_late.cancel()
    goes.set()

    assert is_told
    assert "cannot be read" in window.frame.sentence


def test_documents_on_a_share_that_hangs_keep_nobody_from_saving_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk had not taken was to be saved elsewhere, and the window stood still for it."""
    monkeypatch.setattr(there, "PATIENCE", 0.05)
    share, goes, act = tmp_path / "share", Event(), os.stat
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(share))

    def hanging(path: Any, *more: Any, **named: Any) -> Any:
        if path == share:
            goes.wait(20)
        return act(path, *more, **named)

    monkeypatch.setattr(os, "stat", hanging)
    offered = settings.paper_folder()
    goes.set()
    monkeypatch.undo()

    assert offered != share


def test_where_the_program_lies_is_asked_once(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its share refused a look as the system turned dark: the window was left without its pages."""
    folder, act = paths.resources_folder(), os.stat

    def refusing(path: Any, *more: Any, **named: Any) -> Any:
        if isinstance(path, str | Path) and Path(path).is_relative_to(folder):
            raise OSError(ESTALE, os.strerror(ESTALE), str(path))
        return act(path, *more, **named)

    monkeypatch.setattr(os, "stat", refusing)
    window.dress()

    assert Hands(window).title == "Before You Post"


def test_a_page_is_made_anew_though_the_list_of_journeys_is_gone(
    outcome: Session, window: Window, hands: Hands, places: Places, usual_size_after: None
) -> None:
    """In other letters or colours the window was left without its pages, words and all."""
    title = hands.title
    (places.content / "index.tsv").unlink()
    window.choose_size(125)

    assert hands.title == title
    window.more.papers.show_blanks()
    hands.on_page("Blank checklists")


def test_home_is_there_though_the_schools_policy_is_gone(
    session: Session, window: Window, hands: Hands, places: Places
) -> None:
    """The page of answers went and none came, without a word, as long as the content was away."""
    school = window.bridge.desk.school
    school.save(replace(school.profile, policy="newport"))
    (places.content / "policies" / "newport" / "policy.yaml").unlink()
    window.go_home()

    hands.on_page("Before You Post")
    assert "newport" in words(window)


def test_a_place_on_a_stick_that_hangs_is_waited_for_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever chose it stood before a window that did nothing; what came there meanwhile stays."""
    monkeypatch.setattr(there, "PATIENCE", 0.05)
    chosen, goes, act = tmp_path / "copy.json", Event(), os.stat
    chosen.write_bytes(b"another's")

    def hanging(path: Any, *more: Any, **named: Any) -> Any:
        if path == chosen:
            goes.wait(20)
        return act(path, *more, **named)

    monkeypatch.setattr(os, "stat", hanging)
    place = Place(chosen)
    is_waited_for = goes.is_set()
    goes.set()
    place.write(b"mine")

    assert not is_waited_for
    assert (place.is_beside, chosen.read_bytes()) == (True, b"another's")


def test_opening_a_paper_waits_for_no_disk(
    window: Window, places: Places, asked: list[tuple[str, str]]
) -> None:
    """With its stick hanging the page stood in sight, and could not be locked, hidden or closed."""
    open_file(places.data / "gone.pdf")
    print_file(window.bridge, window, places.data / "gone.pdf", lambda _sentence: None)

    assert asked == []


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_a_print_server_that_says_nothing_is_waited_for_by_nobody(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The outcome, or a recovery code, stood in sight for as long, and nothing hid it."""
    program = tmp_path / "lpstat"
    program.write_text("#!/bin/sh\nexec sleep 30\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(printing, "SILENCE", 0.2)
    told: list[str] = []
    print_drawn(window.bridge, window, lambda: b"", told.append, lambda: None)
    assert told == []

    until(lambda: bool(told))
    assert "does not answer" in told[0]


def test_the_schools_profile_waits_for_no_disk(
    window: Window, hands: Hands, places: Places, asked: list[tuple[str, str]]
) -> None:
    """Opened or saved while its disk hung it held up the window, with the answers in sight."""
    places.data.mkdir(exist_ok=True)
    (places.data / "school.yaml").write_text("name: Hill School\n", "utf-8")
    asked.clear()
    page = open_school(window, hands)
    picture = page.findChild(LogoCard)
    assert picture is not None
    picture.read_logo(places.data / "logo.png")
    hands.tab_to("Name of the school")
    hands.write("Newport")
    press(hands, "Save the profile")
    assert "The profile is saved." in words(page)
    hands.tab_to("Name of the school")
    hands.write("Newport")
    look_elsewhere(window, hands)
    press(hands, "Put it back as it is in the file")
    press(hands, "Yes, for good, Put it back as it is in the file")

    assert asked == []


def test_a_schools_file_that_hangs_is_told_and_not_opened(
    window: Window, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was shown as one that may not be written, with nothing that the school adds."""
    monkeypatch.setattr(there, "PATIENCE", 0.05)
    goes = hang(monkeypatch, places.data / "school.yaml", (os, "stat"), (io, "open"))
    window.show_school()
    until(lambda: "cannot be read" in window.frame.sentence)
    goes.set()

    assert Hands(window).title == "Before You Post"


def test_a_profile_on_a_disk_that_hangs_is_saved_late_or_once_more(
    window: Window, hands: Hands, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was saved late was taken for somebody else's."""
    page, file = open_school(window, hands), places.data / "school.yaml"
    hands.write("Newport")
    with monkeypatch.context() as hour:
        hour.setattr(there, "PATIENCE", 0.05)
        goes = hang(hour, file, (os, "replace"))
        press(hands, "Save the profile")
    assert "may not be saved" in words(page)
    goes.set()
    until(lambda: there.soon(file, there.is_any, otherwise=False))
    press(hands, "Save the profile")

    assert "The profile is saved." in words(page)
    assert not (places.data / "school.other.yaml").exists()
