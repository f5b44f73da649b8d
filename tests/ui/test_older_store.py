"""An older file of the answers came back while the program was closed: the window tells it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.store.copied import copies_once
from tests.ui.hands import Hands, press, until
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.safe.key import STORE_FILE
from wizard.ui import start


def test_an_older_file_that_was_put_back_is_told_with_the_way_to_the_copies(
    places: Places, application: QApplication
) -> None:
    """Home showed Monday's answers, and nothing said where Tuesday's were."""
    desk = Desk(places)
    desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    desk.close()
    store = places.data / STORE_FILE
    monday = store.read_bytes()
    desk = Desk(places)
    copied = copies_once(places.data)[0].changes
    (card,) = desk.runs.list().result()
    desk.runs.open(card.id).result().answer("k-more", "no")
    desk.close()
    desk = Desk(places)
    copies_once(places.data, since=copied)
    desk.close()
    store.write_bytes(monday)

    desk = Desk(places)
    desk.ready.result()
    window = start.open_window(desk)
    hands = Hands(window)
    until(lambda: "put back to an older state" in window.frame.sentence)
    press(hands, "Show the copies")
    hands.on_page("Copies of your answers")
    window.close()
    desk.close()
    window.deleteLater()
