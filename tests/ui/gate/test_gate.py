"""Who may read: locking, unlocking, keeping nothing, and the way back to a copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import CTRL, Hands, Key, until
from tests.ui.hands import words as read
from tests.ui.locking_up import WORDS, choose_lock, lock_with
from tests.ui.test_signed_sheet import decide, remember
from wizard import words
from wizard.desk.desk import Desk
from wizard.desk.lock.locking import Lock
from wizard.desk.places import Places
from wizard.ui import settings
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.pages.computer import ComputerPage
from wizard.ui.pages.decide import DecidePage
from wizard.ui.pages.everything import EverythingPage
from wizard.ui.parts.writing import half_written
from wizard.ui.shell.window import Window


def test_somebody_new_is_told_where_the_answers_live(window: Window) -> None:
    """What this is, that nothing leaves, and whose computer it is, before the first answer."""
    assert "Nothing is sent anywhere." in read(window)
    hands = Hands(window)
    hands.tab_to("Whose computer is this?")
    hands.press(Key.Key_Space)

    hands.on_page("Whose computer is this?")


def test_a_passphrase_locks_and_unlocks(window: Window) -> None:
    """The code is shown, Ctrl+L clears the window, the passphrase brings it all back."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    lock_with(window, hands, WORDS)
    hands.press(Key.Key_L, CTRL)
    asks = window.centralWidget()

    assert isinstance(asks, Unlocking)
    assert "The post" not in read(window) + window.windowTitle()
    hands.write("not these words")
    hands.press(Key.Key_Return)
    until(lambda: "That is not the passphrase" in read(window))
    asks.field.setText(WORDS)
    hands.press(Key.Key_Return)
    until(lambda: window.centralWidget() is not asks)
    until(lambda: hands.name == "Carry on, Tiny")


def test_what_was_locked_starts_locked(window: Window, gate: Gate, places: Places) -> None:
    """The next start asks, whoever it is."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    gate.close()
    other = Window()
    again = Gate(other, places)
    again.begin()

    assert isinstance(other.centralWidget(), Unlocking)
    other.deleteLater()


def test_a_shared_computer_keeps_nothing(window: Window, gate: Gate, places: Places) -> None:
    """It says "Kept until you close", and means it."""
    hands = Hands(window)
    window.more.show_computer()
    hands.tab_to("Keep nothing on this computer")
    hands.press(Key.Key_Space)
    hands.on_page("Before You Post")
    assert "When you close the window, your answers are gone." in read(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    until(lambda: window.frame.footer.state.text() == "Kept until you close")
    window.go_home()
    until(lambda: "Carry on" in read(window))
    assert not window.close()
    assert "some answers are in no file yet" in read(window)
    assert window.close()
    assert settings.room_at_home() == 0
    gate.close()

    desk = Desk(places, Lock(places))
    assert desk.runs.list().result() == ()
    desk.close()


def test_where_something_is_kept_it_is_not_left_behind(window: Window) -> None:
    """Answers must not lie forgotten behind a switch."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.more.show_computer()
    page = window.frame.stage.page
    assert isinstance(page, ComputerPage)

    until(lambda: "Answers are kept here already." in read(window))


def test_damaged_answers_offer_the_copies(places: Places, application: QApplication) -> None:
    """The sentence, and the way back where there is one."""
    desk = Desk(places)
    desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    desk.close()
    (places.data / "answers.db").write_bytes(b"")
    window = Window()
    window.show()
    gate = Gate(window, places)
    gate.begin()
    hands = Hands(window)
    hands.on_page("Copies of your answers")
    gate.close()
    window.close()
    window.deleteLater()


def test_everything_goes_into_a_file_and_comes_back(window: Window, tmp_path: Path) -> None:
    """Dropped on the window, the file is brought in; what is here stays."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    path = tmp_path / "all.zip"
    page.desk.save(path)
    until(path.exists)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), copy, data, left, nothing))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, nothing))
    runs = window.bridge.desk.runs

    until(lambda: len(runs.list().result()) == 2)
    hands.on_page("The post")


def test_another_language_is_spoken_at_once(window: Window, english_after: None) -> None:
    """Chosen in the menu, heard in menu and page, marked as a draft, and remembered."""
    window.more.speak("cy")
    until(lambda: words.spoken().remark in read(window))

    assert settings.language() == "cy"
    assert words.say("ui.home.start") in read(window)
    assert window.menuBar().actions()[0].text() == words.say("ui.menu.file")


def decided_in_half(window: Window) -> DecidePage:
    """Begin to write down a decision, and return its page."""
    hands = Hands(window)
    window.start("tiny")
    hands.on_page("The post")
    hands.press(Key.Key_2)
    window.go("outcome")
    bridge = window.bridge
    until(lambda: bridge.desk.runs.list().result() != ())
    remember(bridge.desk, bridge.session)
    page = decide(window, hands)
    hands.tab_to("Who signed for SLT")
    hands.write("Mair Price")
    return page


def test_another_language_takes_no_decision_that_is_half_written(
    window: Window, english_after: None
) -> None:
    """Who signed, and on which conditions, went with the window that was made anew."""
    page = decided_in_half(window)
    window.more.speak("cy")

    assert "The language changes the next time you start the program." in read(window)
    assert "Mair Price" in half_written.read(page).values()


def test_sharing_takes_no_decision_that_is_half_written(window: Window, gate: Gate) -> None:
    """Refused, for answers are kept here, it took the words with it all the same."""
    page = decided_in_half(window)
    gate.share()

    assert "you have begun to write down a decision" in window.frame.sentence
    assert "Mair Price" in half_written.read(page).values()


def test_another_language_takes_no_code_that_is_shown_only_once(
    window: Window, english_after: None
) -> None:
    """Neither the one in sight nor one that is still being made; written down, it may go."""
    hands = Hands(window)
    disk = StuckDisk(window.bridge.desk.runs.list)
    choose_lock(window, hands, WORDS)
    window.more.speak("cy")
    disk.let_go()
    until(lambda: "recovery sheet" in hands.name)
    window.more.speak("cy")
    assert "Your recovery code" in read(window)
    assert "The language changes the next time you start the program." in read(window)

    window.leave_aside()
    window.more.speak("cy")
    until(lambda: words.spoken().remark in read(window))


def test_the_lock_can_be_taken_away_again(window: Window) -> None:
    """The page says how it is now, after each change."""
    hands = Hands(window)
    lock_with(window, hands, WORDS)
    hands.tab_to("Keep them for my login, with no passphrase")
    hands.press(Key.Key_Space)
    is_kept = window.bridge.desk.lock.has_lock
    assert is_kept, "one press too many gave the passphrase up"
    assert "Take the passphrase away?" in read(window)
    hands.tab_to("Yes, for good, Keep them for my login, with no passphrase")
    hands.press(Key.Key_Space)
    until(lambda: "Done. This is how it is from now on." in read(window))

    assert not window.bridge.desk.lock.has_lock
    assert "Your recovery code" not in read(window)


def test_everything_can_be_stopped(window: Window, tmp_path: Path) -> None:
    """It says how far it is, and a press on Stop leaves no file and the focus where it began."""
    hands = Hands(window)
    for _ in range(4):
        window.bridge.desk.runs.start("tiny", "all").result().answer("k-one", "yes")
    window.more.show_everything()
    page = window.frame.stage.page
    assert isinstance(page, EverythingPage)
    path = tmp_path / "all.zip"
    page.desk.save(path)
    until(lambda: "of 4 are in it" in read(window))
    # However fast the machine is, and however slow whoever walks to the button.
    disk = StuckDisk(window.bridge.desk.runs.list)
    hands.tab_to("Stop")
    hands.press(Key.Key_Space)
    disk.let_go()

    until(lambda: "Stopped. Nothing was saved." in read(window))
    assert not path.exists()
    assert hands.name == "Save everything"
