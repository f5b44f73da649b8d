"""The side: which journey this is, how far it is, and the list of its sections."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wizard.model import flow
from wizard.session import Session
from wizard.ui import theme
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.progress import ProgressLine
from wizard.ui.parts.question.side_list import SideList, Stop
from wizard.ui.parts.text import Overline, SectionTitle, Small
from wizard.words import say


class Side(QScrollArea):
    """Stays for the life of the window; its scroll bar is always there, if unseen."""

    chosen = Signal(str)
    home = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.look()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("side")
        self.setWidget(inside)
        self.setObjectName("aside")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(look.gap(0.75), look.gap(1), look.gap(0.25), look.gap(1))
        rows.setSpacing(look.gap(0.5))
        home = LinkButton(say("ui.side.home"), "house", inside)
        home.clicked.connect(self.home)
        way_home = QVBoxLayout()
        # Its picture stands above those of the sections.
        way_home.setContentsMargins(look.gap(0.375), 0, 0, 0)
        way_home.addWidget(home)
        rows.addLayout(way_home)
        head = QVBoxLayout()
        head.setContentsMargins(look.gap(0.5), look.gap(0.5), look.gap(0.5), look.gap(0.5))
        head.setSpacing(look.gap(0.375))
        self._kind = Overline("", inside)
        self._title = SectionTitle("", inside)
        self._count = Small("", inside)
        self._line = ProgressLine(inside)
        for part in (self._kind, self._title, self._count, self._line):
            head.addWidget(part)
        rows.addLayout(head)
        self._list = SideList(inside)
        self._list.chosen.connect(self.chosen)
        rows.addWidget(self._list)
        rows.addStretch(1)

    def show_session(self, session: Session) -> None:
        """Show how the sections stand."""
        answered, asked = session.counts()
        self._kind.setText(session.journey.title)
        self._kind.setVisible(bool(session.run.title))
        self._title.say(session.run.title or session.journey.title)
        self._count.setText(say("ui.side.count", answered=answered, asked=asked))
        self._line.show_share(answered, asked)
        self._list.show_stops(stops_of(session), session.place)

    def leave(self) -> None:
        """Keep no word of a self-assessment that was left: it may be removed."""
        self._title.say("")
        for words in (self._kind, self._count):
            words.clear()

    def focus_here(self) -> None:
        """Bring the focus to the section in sight."""
        self._list.focus_here()


def stops_of(session: Session) -> tuple[Stop, ...]:
    """Return the lines of the list: each section asked now, then review and outcome."""
    stops = []
    for section, asked in session.by_section():
        done = sum(session.answers[question.id].is_given for question in asked)
        state = "done" if done == len(asked) else "part" if done else "none"
        stops.append(Stop(section.id, section.title, state, done, len(asked), section.optional))
    stops.append(Stop(flow.REVIEW, say("ui.review.title"), "review"))
    stops.append(Stop(flow.OUTCOME, say("ui.side.outcome"), "outcome"))
    return tuple(stops)
