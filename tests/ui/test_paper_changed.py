"""A paper that was asked for or saved, and answers or ticks that changed since."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from tests.ui.hands import Hands, press, words
from tests.ui.paper_hands import offered, put
from wizard.session import Session
from wizard.ui.parts.paper.paper_tray import PaperTray
from wizard.ui.shell.window import Window


def test_what_changed_since_letters_were_told_is_asked_for_anew(
    outcome: Session, window: Window, hands: Hands
) -> None:
    """The tick for SLT was taken back at the question, and the note stood on the paper they got."""
    outcome.note("k-line", "a worry \U00012000")
    outcome.show_note("k-line", True)
    press(hands, "Save PDF for SLT")
    assert hands.name == "Save it all the same"

    window.change("k-line")
    press(hands, "Show this note to SLT")
    window.go_on()

    assert "U+12000" not in words(window)
    press(hands, "Save PDF for SLT")
    assert offered(window).endswith(".pdf")


def test_what_goes_inside_since_letters_were_told_is_asked_for_anew(
    outcome: Session, window: Window, hands: Hands
) -> None:
    """Whoever wanted no answers in the file, and said so last, had them in it."""
    outcome.answer("k-line", "A tablet: \U00012000")
    press(hands, "Save PDF for SLT")
    assert "U+12000" in words(window)

    press(hands, "Put these answers inside the PDF")

    assert "U+12000" not in words(window)


def test_a_day_that_can_not_be_read_is_on_the_paper_as_words(
    outcome: Session, hands: Hands
) -> None:
    """The Head signed the day of before, and what had been put in its place was told nowhere."""
    hands.tab_to("By when, question 1")
    hands.write("after half term")
    press(hands, "Save PDF for SLT")

    assert "after half term" in [plan.who for plan in outcome.answers.actions.values()]


def test_an_older_paper_is_not_offered_for_what_stands_here_now(
    outcome: Session, window: Window, hands: Hands, tmp_path: Path
) -> None:
    """The tick for SLT was taken back, and "Print" below gave them the note all the same."""
    outcome.note("k-line", "a worry of mine")
    outcome.show_note("k-line", True)
    press(hands, "Save PDF for SLT")
    put(window, tmp_path / "for SLT.pdf")
    assert tray_offers(window)

    window.change("k-line")
    press(hands, "Show this note to SLT")
    window.go_on()

    assert not tray_offers(window)
    assert "for SLT.pdf" not in words(window)


def tray_offers(window: Window) -> list[str]:
    """Return what can be done with a paper where it is saved."""
    page = window.frame.stage.page
    assert page is not None
    (tray,) = page.findChildren(PaperTray)
    return [one.text() for one in tray.findChildren(QPushButton) if one.isVisible()]
