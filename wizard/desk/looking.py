"""A PDF that somebody hands in: what it is, what it holds, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from wizard.desk import comparing, keeping, returning
from wizard.desk.decisions import paper_of
from wizard.desk.desk import Desk
from wizard.desk.places import Places
from wizard.desk.returning import Returned
from wizard.errors import InputFault
from wizard.model.pack import Pack
from wizard.model.run import Run, RunCard
from wizard.session import Session
from wizard.words import say


class Kind(Enum):
    """What a PDF turned out to be."""

    INTACT = "intact"
    ALTERED = "altered"
    NOTHING = "nothing"
    FORM = "form"
    BLANK = "blank"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Looked:
    """A PDF that was looked at.

    ``sentence`` says what it is; ``title`` the journey it is of, empty where that is not
    known.  ``paper`` is there for a paper of ours whose data can be trusted, ``filled``
    for a form.  ``kept`` is the self-assessment here that the paper was made from.
    """

    path: Path
    kind: Kind
    sentence: str
    title: str = ""
    paper: Returned | None = None
    filled: tuple[Pack, Run] | None = None
    kept: RunCard | None = None

    @property
    def counts(self) -> tuple[int, int]:
        """Answered and asked, of a form."""
        assert self.filled is not None
        pack, run = self.filled
        answered = sum(1 for one in pack.journey.questions() if run.answers[one.id].is_given)
        return answered, sum(1 for _ in pack.journey.questions())

    @property
    def has_answers(self) -> bool:
        """Whether somebody can go on with what it holds."""
        return self.kind is Kind.FORM or (self.paper is not None and self.paper.has_answers)


def look(path: Path, places: Places) -> Looked:
    """Return what the PDF at ``path`` is; it takes a second, for it is drawn again to compare.

    Raises ``InputFault`` with one sentence for what can not be read at all.
    """
    content, inside = returning.opened(path)
    shown = path.name
    if returning.is_form(inside):
        pack, run = returning.form_in(inside, shown, places)
        looked = Looked(path, Kind.FORM, "", pack.journey.title, filled=(pack, run))
        answered, asked = looked.counts
        # Notes and a name alone are worth going on with, too.
        written = any(one.is_given or one.note for one in run.answers.answers.values())
        kind = Kind.FORM if written or run.answers.people else Kind.BLANK
        key = f"papers.looked.{kind.value}"
        return replace(looked, kind=kind, sentence=say(key, count=answered, asked=asked))
    if inside.carried is None:
        ours = inside.says_ours or inside.printed
        kind = Kind.NOTHING if ours else Kind.STRANGER
        return Looked(path, kind, say(f"papers.looked.{kind.value}"))
    try:
        paper = returning.paper_in(shown, content, inside)
    except InputFault as fault:
        return Looked(path, Kind.ALTERED, str(fault))
    title = returning.paper_of(paper.data, shown).title
    try:
        paper = returning.compared(paper, places)
    except InputFault as fault:
        return Looked(path, Kind.ALTERED, str(fault), title, paper)
    sentence = say("papers.looked.intact-words" if paper.words_only else "papers.looked.intact")
    if paper.saved_again:
        sentence = f"{sentence} {say('returning.saved-again')}"
    return Looked(path, Kind.INTACT, sentence, title, paper)


def look_here(path: Path, desk: Desk) -> Looked:
    """Return what a PDF is, with the self-assessment kept here that it was made from."""
    looked = look(path, desk.places)
    if looked.paper is None:
        return looked
    cards = {card.id: card for card in desk.runs.list().result()}
    paper = paper_of(looked.paper, tuple(cards), desk.papers.made_of().result())
    return replace(looked, kept=cards[paper.run] if paper is not None else None)


def take_in(looked: Looked, desk: Desk) -> str:
    """Keep the answers of a PDF as a new self-assessment, and return its id.

    Raises ``InputFault`` if it holds none.
    """
    if looked.filled is not None:
        return keeping.keep(desk, keeping.Arrived(*looked.filled))
    assert looked.paper is not None
    return keeping.keep(desk, keeping.Arrived(*returning.run_of(looked.paper, desk.places)))


def differences(looked: Looked, kept: Session, places: Places) -> tuple[comparing.Difference, ...]:
    """Return the lines in which a paper and the answers kept here do not say the same."""
    assert looked.paper is not None
    return comparing.differences(looked.paper, kept.pack, kept.run, places)
