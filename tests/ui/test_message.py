"""What went wrong, told in a line above the footer: whole in any letters, and kept with them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.hands import Hands, press, until
from wizard.ui.shell.window import Window

LONG = (
    "a file with quite a long name that was damaged on its way home.json ends too early. It was"
    " cut off while it was copied or sent. Copy it again, or ask for it to be sent once more."
)

pytestmark = pytest.mark.usefixtures("usual_size_after")


def _words(window: Window) -> QLabel:
    labels = window.frame.message.findChildren(QLabel)
    return next(one for one in labels if one.text() == LONG)


@pytest.mark.parametrize("size", [100, 200, 400])
def test_a_long_message_is_seen_whole(window: Window, hands: Hands, size: int) -> None:
    """In very large letters its lines were cut, and of the page a strip was left."""
    window.resize(1280, 720)
    window.choose_size(size)
    window.frame.message.tell(LONG)
    words = _words(window)
    until(lambda: words.height() >= words.heightForWidth(words.width()))

    until(lambda: words.visibleRegion().boundingRect().top() == 0)
    press(hands, "Hide this")
    until(lambda: window.frame.stage.height() > 400)


def test_larger_letters_keep_the_message(window: Window, hands: Hands) -> None:
    """Whoever can not read it asks for larger letters, and it was gone."""
    window.frame.message.tell(LONG)
    window.choose_size(200)

    assert _words(window).isVisible()
