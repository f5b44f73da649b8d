"""A PDF that somebody hands in: what it is, what it holds, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from wizard.desk.assessment.arrived import Arrived
from wizard.desk.assessment.out_there import words_in
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, comparing, returning
from wizard.desk.handover.returning import Returned
from wizard.desk.paper.inside import paper_of
from wizard.desk.places import Places
from wizard.errors import ContentFaults, FileNewer, InputFault
from wizard.exchange.form_left import beside
from wizard.exchange.form_reading import Filled
from wizard.exchange.returned import Inside, LeftOver
from wizard.model.run import RunCard
from wizard.safe.canonical import digest
from wizard.session import Session
from wizard.words import say


class Kind(Enum):
    """What a PDF turned out to be."""

    INTACT = "intact"
    ALTERED = "altered"
    NEWER = "newer"
    NOTHING = "nothing"
    FORM = "form"
    BLANK = "blank"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Looked:
    """A PDF that was looked at, and a mark of the ``words`` in it as they were then.

    ``sentence`` says what it is; ``title`` the journey it is of, empty where that is not
    known.  ``paper`` is there for a paper of ours whose data can be trusted, ``filled``
    for a form that holds anything to go on with, ``left`` what of it has no place among
    the answers.  ``kept`` is the self-assessment here that the paper was made from.
    """

    path: Path
    kind: Kind
    sentence: str
    title: str = ""
    paper: Returned | None = None
    filled: Filled | None = None
    left: tuple[LeftOver, ...] = ()
    kept: RunCard | None = None
    words: str = ""

    @property
    def has_answers(self) -> bool:
        """Whether somebody can go on with what it holds."""
        return self.filled is not None or (self.paper is not None and self.paper.has_answers)


def look(path: Path, places: Places) -> Looked:
    """Return what the PDF at ``path`` is; it takes a second, for it is drawn again to compare.

    Raises ``InputFault`` with one sentence for what can not be read at all.
    """
    content, inside = returning.opened(path)
    looked = _looked(path, content, inside, places)
    # What stands on the pages of a paper is no answer either.
    left = looked.left or (tuple(beside(inside)) if looked.paper is not None else ())
    return replace(looked, left=left, words=digest(content))


def _looked(path: Path, content: bytes, inside: Inside, places: Places) -> Looked:
    shown = path.name
    if returning.is_form(inside):
        return _form(path, returning.form_in(inside, shown, places))
    if inside.carried is None:
        ours = inside.says_ours or inside.printed
        kind = Kind.NOTHING if ours else Kind.STRANGER
        return Looked(path, kind, say(f"papers.looked.{kind.value}"))
    try:
        paper = returning.paper_in(shown, content, inside)
    except InputFault as fault:
        return Looked(path, _ill(fault), str(fault))
    title = paper_of(paper.data, shown).title
    try:
        paper = returning.compared(paper, places)
    except InputFault as fault:
        return Looked(path, _ill(fault), str(fault), title, paper)
    sentence = say("papers.looked.intact-words" if paper.words_only else "papers.looked.intact")
    if paper.saved_again:
        sentence = f"{sentence} {say('returning.saved-again')}"
    return Looked(path, Kind.INTACT, sentence, title, paper)


def _ill(fault: InputFault) -> Kind:
    """Return what is wrong with a paper; with one of a later version it may be nothing."""
    return Kind.NEWER if isinstance(fault, FileNewer) else Kind.ALTERED


def _form(path: Path, filled: Filled) -> Looked:
    pack, run = filled.pack, filled.run
    asked = [run.answers[question.id] for question in pack.journey.questions()]
    kind = Kind.FORM if filled.is_begun or filled.left else Kind.BLANK
    sentence = say(
        f"papers.looked.{kind.value}",
        count=sum(answer.is_given for answer in asked),
        asked=len(asked),
    )
    kept = filled if filled.is_begun else None
    return Looked(path, kind, sentence, pack.journey.title, filled=kept, left=filled.left)


def look_here(path: Path, desk: Desk) -> Looked:
    """Return what a PDF is, with the self-assessment kept here that it was made from."""
    words = words_in(path)
    try:
        looked = look(path, desk.places)
    except (InputFault, ContentFaults):
        desk.elsewhere.holds_more(words)
        raise
    if looked.left:
        # "They stay in the file" is what its reader is told of them.
        desk.elsewhere.holds_more(looked.words)
    if looked.paper is None:
        return looked
    cards = {card.id: card for card in desk.runs.list().result()}
    paper = returning.own_paper(looked.paper, tuple(cards), desk.papers.made_of().result())
    return replace(looked, kept=cards[paper.run] if paper is not None else None)


def take_in(looked: Looked, desk: Desk) -> str:
    """Keep the answers of a PDF as a new self-assessment, and return its id.

    Raises ``InputFault`` if it holds none.
    """
    if looked.filled is not None:
        arrived = Arrived(looked.filled.pack, looked.filled.run)
    else:
        assert looked.paper is not None
        try:
            arrived = Arrived(*returning.run_of(looked.paper, desk.places))
        except (InputFault, ContentFaults):
            desk.elsewhere.holds_more(looked.words)
            raise
    (run_id,) = bringing.keep(desk, looked.path, looked.words, arrived)
    return run_id


def differences(looked: Looked, kept: Session, places: Places) -> tuple[comparing.Difference, ...]:
    """Return the lines in which a paper and the answers kept here do not say the same."""
    assert looked.paper is not None
    return comparing.differences(looked.paper, kept.pack, kept.run, places)
