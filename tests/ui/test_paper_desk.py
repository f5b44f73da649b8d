"""Paper out of the window, by keyboard: saving, printing, blank sheets."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.ui.hands import CTRL, Hands, Key, pick, press, until, words
from tests.ui.paper_hands import ask_to_delete, close, offered, put
from wizard.desk.desk import Desk
from wizard.desk.handover import returning
from wizard.desk.paper import blanks, papers, printing
from wizard.desk.paper.blanks import BlankOrder
from wizard.errors import OutputFault
from wizard.session import Session
from wizard.ui.pages.blanks import BlanksPage
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.shell.window import Window


def test_the_answers_inside_can_be_left_out(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """They travel unseen, so whoever sends the file decides."""
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "with.pdf")
    press(hands, "Put these answers inside the PDF")
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "without.pdf")

    with pikepdf.open(tmp_path / "with.pdf") as file:
        assert len(file.attachments) == 1
    with pikepdf.open(tmp_path / "without.pdf") as file:
        assert len(file.attachments) == 0


@pytest.mark.usefixtures("usual_size_after")
@pytest.mark.parametrize("way", ["size", "pages"])
def test_answers_left_out_stay_out_on_the_page_made_anew(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path, way: str
) -> None:
    """Other letters, or four pages in between, and they lay in SLT's file all the same."""
    press(hands, "Put these answers inside the PDF")
    if way == "size":
        window.choose_size(125)
    for place in ("k-first", "k-second", "k-third", "review", "outcome"):
        window.go(place)
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "without.pdf")

    with pikepdf.open(tmp_path / "without.pdf") as file:
        assert len(file.attachments) == 0


def test_the_name_of_the_file_has_a_persons_name_only_if_they_say_so(
    outcome: Session, window: Window, hands: Hands
) -> None:
    """A list of files is often shared; journey, day and reference say enough."""
    press(hands, "Save PDF for SLT")
    plain = offered(window)
    hands.tab_to("Your name")
    hands.write("Ŵyn Price")
    hands.press(Key.Key_Tab)
    press(hands, "Put my name in the file’s name")
    press(hands, "Save PDF for SLT")
    named = offered(window)

    desk = window.bridge.desk
    report = desk.papers.compose(outcome.pack, outcome.run, desk.school.profile, "slt")
    assert plain == f"Tiny 21 November 2026 {report.reference} for SLT.pdf"
    assert named == f"Tiny 21 November 2026 {report.reference} Ŵyn Price for SLT.pdf"


def test_what_is_still_being_typed_is_on_the_paper(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """A button pressed by voice, or with the mouse on macOS, leaves the focus in the field."""
    path = tmp_path / "for me.pdf"
    hands.tab_to("Your name")
    hands.write("Siân Price")
    next(
        one for one in hands.page.findChildren(QPushButton)
        if one.accessibleIdentifier() == "save-me"
    ).click()  # fmt: skip
    put(window, path)

    assert outcome.answers.person("staff").name == "Siân Price"
    assert "Siân Price" in str(returning.read(path).data.paper)


def test_a_paper_is_for_whom_it_was_drawn_whatever_is_pressed_meanwhile(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """SLT's stood there as one that leaves nothing out, and the window closed on the notes."""
    path = tmp_path / "for SLT.pdf"
    press(hands, "Save PDF for SLT")
    until(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    close(window)
    press(hands, "Save PDF for me")
    until(lambda: window.findChild(QFileDialog) is not None)
    until(lambda: desk.papers.made_of().result() != ())
    close(window)

    assert [one.reader for one in desk.papers.made_of().result()] == ["slt"]
    assert desk.papers.whole == frozenset()


def test_a_place_is_asked_for_the_paper_that_was_asked_for(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """Told by voice to save another one meanwhile, SLT's dialog wrote the private notes."""
    outcome.note("k-line", "a private worry")
    press(hands, "Save PDF for SLT")
    (for_slt,) = window.findChildren(QFileDialog)
    button = next(one for one in hands.page.findChildren(QPushButton)
                  if one.accessibleIdentifier() == "save-me")  # fmt: skip
    button.click()
    for_slt.fileSelected.emit(str(tmp_path / "for SLT.pdf"))
    until((tmp_path / "for SLT.pdf").exists)
    for dialog in window.findChildren(QFileDialog):
        dialog.done(0)
    until(lambda: not window.findChildren(QFileDialog))

    (made,) = window.bridge.desk.papers.made_of().result()
    assert made.reader == "slt"


def test_letters_that_can_not_be_printed_are_told_before_the_file_is_made(
    outcome: Session, window: Window, hands: Hands
) -> None:
    """An empty square where a name should be is noticed too late."""
    outcome.answer("k-line", "A tablet: \U00012000")
    press(hands, "Save PDF for SLT")

    assert "U+12000" in words(window)
    assert window.findChild(QFileDialog) is None
    assert hands.name == "Save it all the same"
    hands.press(Key.Key_Space)
    assert offered(window).endswith(".pdf")
    assert hands.name == "Save PDF for SLT"


def test_making_a_paper_can_be_stopped(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """Whoever sees that it is the wrong one need not wait for it; no half of it is left."""
    tray = window.frame.stage.page.findChild(PaperTray)  # type: ignore[union-attr]
    assert tray is not None
    # Long enough for somebody to think better of it, however fast the machine is.
    outcome.answer("k-line", "many words " * 200_000)
    press(hands, "Save PDF for SLT")
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "wrong.pdf"))
    close(window)
    hands.tab_to("Save PDF for SLT")
    until(lambda: "Making the PDF" in words(window) or not tray.is_making)
    assert tray.is_making, "it was quicker than it is worth to stop it"
    press(hands, "Stop")

    assert "Stopped. Nothing was saved." in words(window)
    assert hands.name == "Save PDF for SLT"
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printing system that keeps what it is given; returns the folder it does so in."""
    folder = tmp_path / "spool"
    folder.mkdir()
    lp = tmp_path / "bin" / "lp"
    lp.parent.mkdir()
    lp.write_text(f'#!/bin/sh\necho "$@" > {folder}/words\ncat > {folder}/paper\n[ "$2" != off ]\n')
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{lp.parent}{os.pathsep}{os.environ['PATH']}")
    return folder


def test_a_paper_reaches_the_printer_as_it_was_made(printer: Path, tmp_path: Path) -> None:
    """Drawn again by something else, its code and its fingerprint might not be there."""
    paper = tmp_path / "Mair Price.pdf"
    paper.write_bytes(b"%PDF-1.7 all of it")

    printing.queue(paper, printing.PrintOrder("office", 2, "two-sided-long-edge", "1-2"))

    assert (printer / "paper").read_bytes() == paper.read_bytes()
    said = (printer / "words").read_text()
    assert "-d office -n 2" in said
    assert "sides=two-sided-long-edge" in said
    assert "-P 1-2" in said
    assert "Mair" not in said, "a queue is seen by others"


def test_a_printer_that_does_not_take_it_is_told(printer: Path, tmp_path: Path) -> None:
    """A paper that never comes out must not be waited for."""
    paper = tmp_path / "a.pdf"
    paper.write_bytes(b"%PDF-1.7")

    with pytest.raises(OutputFault, match="did not take it"):
        printing.queue(paper, printing.PrintOrder("off"))


def test_blank_checklists_for_a_meeting(
    window: Window, hands: Hands, tmp_path: Path, desk: Desk
) -> None:
    """Ten sheets for ten people in one file."""
    hands.press(Key.Key_P, CTRL)
    hands.on_page("Blank checklists")
    press(hands, "Tiny")
    hands.tab_to("Copies of each")
    hands.press(Key.Key_A, CTRL)
    hands.write("0")
    press(hands, "Save as one PDF")
    assert "whole number from 1 to 200" in words(window)
    hands.tab_to("Copies of each")
    hands.press(Key.Key_A, CTRL)
    hands.write("3")
    press(hands, "Save as one PDF")
    path = tmp_path / "three.pdf"
    put(window, path)

    one = papers.draw(*blanks.compose(desk.places, BlankOrder(("tiny",))))
    single = tmp_path / "one.pdf"
    single.write_bytes(one)
    with pikepdf.open(path) as three, pikepdf.open(single) as alone:
        assert len(three.pages) == 3 * len(alone.pages)


def test_a_form_needs_no_copies(window: Window, hands: Hands, tmp_path: Path) -> None:
    """What does not apply is not there."""
    window.more.papers.show_blanks()
    page = window.frame.stage.page
    assert isinstance(page, BlanksPage)
    press(hands, "Tiny")
    pick(hands, "With a pen", 2)
    assert hands.name == "On a screen, as a form"
    assert "Copies of each" not in words(window)
    press(hands, "Save as one PDF")
    path = tmp_path / "form.pdf"
    put(window, path)

    with pikepdf.open(path) as file:
        assert "/AcroForm" in file.Root


def test_nothing_ticked_is_told(window: Window, hands: Hands) -> None:
    """The button works; the sentence says what is missing."""
    window.more.papers.show_blanks()
    press(hands, "Save as one PDF")

    assert "Tick at least one checklist." in words(window)


def test_a_paper_that_may_not_open_again_leaves_something_out(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """It counted as all there is: the window closed on it, and home could not read it."""
    outcome.answer("k-text", "word " * 40_001)
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    until(lambda: "may not open again" in window.frame.sentence)
    ask_to_delete(hands)

    assert "What is inside it may not open again." in words(window)
    assert desk.papers.whole == frozenset()


def test_a_paper_that_another_one_went_over_counts_no_more(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """Somebody said yes to replace it; what was on it is nowhere by then."""
    press(hands, "Save PDF for me")
    put(window, tmp_path / "paper.pdf")
    assert desk.papers.whole
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "paper.pdf")
    until(lambda: len(desk.papers.made_of().result()) > 1)

    assert desk.papers.whole == frozenset()


def test_what_can_not_be_read_is_not_deleted_for_a_paper_that_lacks_it(
    outcome: Session, window: Window, hands: Hands, desk: Desk, tmp_path: Path
) -> None:
    """A day typed wrongly was on no paper, and went for good without a word."""
    press(hands, "Save PDF for me")
    put(window, tmp_path / "for me.pdf")
    hands.tab_to("By when, question 1")
    hands.write("31 Feb 2027")
    ask_to_delete(hands)
    press(hands, "Yes, for good, Delete my answers from this computer")

    assert "Nothing was deleted" in window.frame.sentence
    assert "31 Feb 2027" in outcome.answers.action("k-one").who
    assert not desk.runs.owed()
    assert len(desk.runs.list().result()) == 1
