"""What of a form has no place among the answers stays in its file, as its reader was told."""

from __future__ import annotations

from pathlib import Path

from tests.desk.sheets import blank, filled
from tests.ui.hands import Hands, press, until, words
from tests.ui.paper_hands import name_file
from wizard.desk.places import Places
from wizard.session import Session
from wizard.ui.pages.outcome import OutcomePage
from wizard.ui.pages.returned import ReturnedPage
from wizard.ui.shell.window import Window


def test_no_paper_goes_over_words_that_stay_in_a_form(
    outcome: Session, window: Window, hands: Hands, places: Places, tmp_path: Path
) -> None:
    """What SLT wrote as conditions was nowhere else, and the paper of its name took its place."""
    typed = {"sign:conditions": "Cover the faces.", "sign:slt-name": "Mair Price"}
    form = filled(tmp_path / "Tiny.pdf", blank(places), typed)
    before = form.read_bytes()
    window.more.take_in(form)
    until(lambda: isinstance(window.frame.stage.page, ReturnedPage))
    until(lambda: "They stay in the file." in words(window))
    window.leave_aside()
    until(lambda: isinstance(window.frame.stage.page, OutcomePage))
    press(hands, "Save PDF for me")
    name_file(window, form)

    until(lambda: "Choose another name." in words(window))
    assert form.read_bytes() == before
