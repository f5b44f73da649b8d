"""What the disk refused and somebody then deleted is owed no more."""

from __future__ import annotations

from tests.store.stuck_disk import StuckDisk
from tests.ui.hands import Hands, until
from wizard.desk.places import Places
from wizard.ui.gate.gate import Gate
from wizard.ui.gate.unlocking import Unlocking
from wizard.ui.shell.window import Window


def test_what_was_deleted_before_it_could_be_saved_keeps_no_lock_open(
    window: Window, gate: Gate, places: Places
) -> None:
    """Nothing told that all is saved, as nothing was left to save: it locked no more."""
    bridge = window.bridge
    bridge.desk.lock.choose("three plain words").result()
    gate.watch()
    window.start("tiny")
    Hands(window).on_page("The post")
    bridge.session.answer("k-one", "yes")
    assert bridge.desk.runs.owed() is None
    away = places.data.rename(places.data.with_name("away"))
    bridge.session.answer("k-one", "no")
    until(lambda: window.frame.footer.again.isVisible())
    away.rename(places.data)
    window.remove_open()
    until(lambda: bridge.desk.runs.list().result() == ())
    until(window.frame.footer.isHidden)
    gate.lock_now()

    until(lambda: isinstance(window.centralWidget(), Unlocking))


def test_what_was_asked_for_and_then_deleted_comes_no_more(window: Window, gate: Gate) -> None:
    """Removed before its page was there: each word on that was refused for ever."""
    runs = window.bridge.desk.runs
    kept = runs.start("tiny", "all").result()
    kept.answer("k-one", "yes")
    runs.owed()
    disk = StuckDisk(runs.list)
    window.open_run(kept.run.id)
    erasing = window.bridge.erase(kept.run.id)
    assert erasing is not None
    disk.let_go()
    gone: list[None] = []
    window.bridge.when_done(erasing, gone.append)
    until(lambda: bool(gone))

    assert not window.bridge.has_session
    assert runs.list().result() == ()
