"""Everything about me: all that is kept here, readable, in one file."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from wizard.ui import tab_order
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage
from wizard.ui.parts.card import Card
from wizard.ui.parts.file_desk import FileDesk, SavedAs
from wizard.ui.parts.text import Body
from wizard.words import say


class EverythingPage(AsidePage):
    """Says what goes into the file, and who could read it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, say("ui.everything.title"), say("ui.everything.lead"))
        card = Card(say("ui.everything.title"), self)
        card.rows.addWidget(Body(say("ui.everything.about"), card))
        what = SavedAs(
            say("ui.everything.save"), "folder-open", (say("ui.everything.name"),), ".zip",
            say("ui.everything.kind"),
        )  # fmt: skip
        self.desk = FileDesk(bridge, what, self._save, card)
        card.rows.addWidget(self.desk)
        self.rows.addWidget(card)
        self.rows.addStretch(1)
        tab_order.follow([self.back, self.desk])

    def _save(self, path: Path) -> Future[None]:
        # What writes and draws it all is needed by nobody who only answers questions.
        from wizard.desk import files, keeping

        desk = self.bridge.desk
        return self.bridge.in_background(lambda: files.write(path, keeping.everything(desk)))
