"""Recording the decision: what stands in ink on the signed paper, beside its fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wizard import there
from wizard.desk.handover.looking import Kind, Looked, look
from wizard.desk.handover.returning import own_paper
from wizard.desk.paper.decisions import in_full
from wizard.desk.paper.made_papers import find, line, once, reason_not_found
from wizard.errors import InputFault, Problem
from wizard.model.decision import Decided, Decision
from wizard.model.paper import Paper
from wizard.ui import accessible, days, sight
from wizard.ui.bridge import Bridge
from wizard.ui.pages.page import AsidePage, Page
from wizard.ui.paper_work import ask_which
from wizard.ui.parts.buttons import LinkButton
from wizard.ui.parts.card import Card
from wizard.ui.parts.outcome.decision_form import DecisionForm
from wizard.ui.parts.paper.typed_reference import TypedReference
from wizard.ui.parts.text import Body, Quiet, SectionTitle, Small, Warn
from wizard.ui.parts.writing.half_written import Begun, Half, put_back, read
from wizard.ui.parts.writing.options import Options
from wizard.words import say

SHOWN = 5
"""Papers that are listed; older ones are found by their reference."""


class DecidePage(AsidePage):
    """Which paper was signed, then what was decided on it.

    ``made`` are the papers remembered here, of any self-assessment; ``boxes`` those on its
    page to sign; ``path`` a PDF that was handed in.  What is half written stands with the
    bridge, as far as it was told.
    """

    def __init__(
        self,
        bridge: Bridge,
        run_id: str,
        made: tuple[Paper, ...],
        boxes: tuple[Decided, ...],
        recorded: Callable[[Begun], None],
        path: Path | None = None,
    ) -> None:
        """``recorded`` is told what was put down; by then the page may be gone."""
        super().__init__(bridge, say("papers.decide.title"), say("papers.decide.page-lead"))
        self.run_id, self._made, self._tell_recorded = run_id, made, recorded
        self._mine = [one for one in made if one.run == run_id]
        self._known = {one.fingerprint: one for one in once(self._mine)}
        self._signed: Paper | None = None
        self._looked_at: Path | None = None
        self._asked = ""
        self._is_kept = False
        self._as_recorded: Begun | None = None
        self._recorded: tuple[Decision, ...] = ()
        self._which = self._which_card()
        today = days.meant(bridge.desk.clock.now().astimezone().date())
        self._form = DecisionForm(boxes, today, self)
        self._form.complete.connect(self._record)
        self.rows.addWidget(self._form)
        self.rows.addStretch(1)
        self._form.hide()
        if path is not None:
            self._look(path)
        elif len(self._offered) == 1:
            self._paper.choose(self._offered[0])
            self._pick(self._offered[0])
        bridge.when_done(bridge.desk.decisions.list(run_id), self._know)

    def stops(self) -> list[QWidget]:
        """The way back, the paper, the decision."""
        return [self.back, self._which, self._form]

    def first(self) -> QWidget | None:
        """The way back: what is signed is looked at meanwhile."""
        return self.back

    def flush(self) -> None:
        """Take what is typed as it stands."""
        self._form.flush()
        begun = self.bridge.begun
        if self._is_kept or not self._form.is_begun:
            begun.pop(self.run_id, None)
        elif (half := self._half()) != begun.get(self.run_id):
            begun[self.run_id] = half

    def end(self) -> None:
        """All that stands here is recorded: nothing of it is half written any more."""
        accessible.announce(self, say("papers.decide.kept"))
        self._is_kept = True

    def go_on_from(self, sentence: str) -> None:
        """It is recorded as it was; say so of what was written since, and stay."""

        def tell(recorded: tuple[Decision, ...]) -> None:
            # What was recorded comes above it, and pushes it down.
            self._know(recorded)
            if isValid(self):
                self._form.tell(sentence)

        self.bridge.when_done(self.bridge.desk.decisions.list(self.run_id), tell)

    def _half(self) -> Begun:
        return Begun(self._signed or self._looked_at, self._asked, read(self))

    def half_written(self) -> Callable[[Page], None]:
        """The paper that was found, too: the form hangs on it."""
        half = self._half()

        def write_again(page: Page) -> None:
            assert isinstance(page, DecidePage)
            # It may be recorded by now, and is half written no more.
            page.go_on(half.paper, half.asked, {} if self._as_recorded == half else half.written)

        return write_again

    def go_on(self, signed: Paper | Path | None, asked: str, half: Half) -> None:
        """Show the paper that such a page had found, or was looking at, and what was written."""
        self._let_go()
        if isinstance(signed, Paper):
            self._take(signed, asked)
        elif signed is not None:
            self._look(signed)
        # Not into the choice of papers: the one handed in is another than was picked before.
        put_back(self._by_hand, half)
        put_back(self._form, half)

    def _which_card(self) -> Card:
        card = Card(say("papers.decide.which"), self)
        card.rows.addWidget(SectionTitle(say("papers.decide.which"), card))
        self._offered: list[str] = []
        self._paper = Options(say("papers.decide.which"), (), card)
        for paper in list(self._known.values())[:SHOWN]:
            self._offer(paper.fingerprint, line(paper, self._known.values()))
        for old in [one.path for one in self._mine if not one.fingerprint]:
            # Saved before fingerprints were kept: the file itself has to say which it is.
            if old is not None and there.soon(old, there.is_file, otherwise=False):
                self._offer(str(old), old.name)
        self._paper.chosen.connect(self._pick)
        card.rows.addWidget(self._paper)
        if len(self._known) > SHOWN:
            card.rows.addWidget(Small(say("papers.made.more"), card))
        self._none = Quiet(say("papers.decide.none"), card)
        self._none.setVisible(not self._offered)
        card.rows.addWidget(self._none)
        self._says, self._already = Body(parent=card), Body(parent=card)
        card.rows.addWidget(self._says)
        card.rows.addWidget(self._already)
        self._already.hide()
        self._by_hand = TypedReference(card)
        self._by_hand.wanted.connect(self._find)
        self._by_hand.setVisible(bool(self._known))
        card.rows.addWidget(self._by_hand)
        # Without a paper to pick there is no other one.
        which = "papers.decide.other" if self._offered else "papers.decide.choose"
        other = LinkButton(say(which), "folder-open", card)
        other.clicked.connect(lambda: ask_which(self, self._look))
        card.rows.addWidget(other)
        self._wrong = Warn(parent=card)
        card.rows.addWidget(self._wrong)
        self._says.hide()
        self._wrong.hide()
        self.rows.addWidget(card)
        return card

    def _offer(self, value: str, words: str) -> None:
        if value not in self._offered:
            self._offered.append(value)
            self._paper.add(value, words)

    def _pick(self, value: str) -> None:
        # Looked for on this page made anew, it would take the place of what was picked since.
        self._by_hand.clear()
        if value in self._known:
            self._take(self._known[value], "papers.made.compare")
        else:
            self._look(Path(value))

    def _find(self, typed: str) -> None:
        found = find(typed, self._mine)
        if len(found) == 1:
            self._take(found[0], "papers.made.compare")
        else:
            self._let_go()
            self._tell("", self._not_one(typed, found))
        if self._signed:
            sight.bring(self._says, self._form)
        else:
            sight.bring(self._by_hand.field, self._wrong)

    def _marks(self, typed: str) -> set[str]:
        return {one.fingerprint for one in find(typed, self._mine)}

    def _not_one(self, typed: str, found: tuple[Paper, ...]) -> str:
        """Return why what was typed is not one paper."""
        if not found:
            return reason_not_found(typed, [self.run_id], self._made)
        mark = found[0].reference
        return say("papers.made.several", count=len(found), reference=mark)

    def _take(self, paper: Paper, words: str) -> None:
        """It is this one: ask what was decided on it."""
        self._looked_at, self._signed, self._asked = None, paper, words
        self._none.hide()
        self._known.setdefault(paper.fingerprint, paper)
        self._offer(paper.fingerprint, line(paper, self._known.values()))
        self._paper.choose(paper.fingerprint)
        mark = say("papers.mark", reference=paper.reference, fingerprint=paper.fingerprint)
        self._tell(say(words, mark=mark))
        self._tell_already()
        self._form.show()

    def _know(self, recorded: tuple[Decision, ...]) -> None:
        if isValid(self):
            self._recorded = recorded
            self._tell_already()

    def _tell_already(self) -> None:
        """Say what was recorded for the paper before: who comes to put it right has it in sight."""
        mark = self._signed.fingerprint if self._signed is not None else None
        found = [one for one in self._recorded if one.fingerprint == mark]
        told = say("papers.decide.already", decisions=in_full(found))
        self._already.setText("\n".join((told, say("papers.decide.again"))))
        self._already.setVisible(bool(found))

    def _let_go(self) -> None:
        self._looked_at = self._signed = None
        self._paper.choose("")
        self._form.hide()
        self._already.hide()

    def _look(self, path: Path) -> None:
        self._let_go()
        self._looked_at = path
        self._paper.choose(str(path))
        self._tell(say("papers.looking", name=path.name))
        places = self.bridge.desk.places
        work = self.bridge.in_background(lambda: look(path, places))
        self.bridge.when_done(
            work, lambda one: self._found(path, one), lambda problem: self._failed(path, problem)
        )

    def _found(self, path: Path, looked: Looked) -> None:
        if not isValid(self) or self._looked_at != path:
            return
        if looked.kind is not Kind.INTACT or looked.paper is None:
            self._tell("", looked.sentence)
        elif (paper := own_paper(looked.paper, [self.run_id], self._made)) is None:
            self._tell("", say("returning.decision.other-run", file=path.name))
        else:
            self._take(self._known.get(paper.fingerprint, paper), "papers.decide.compare")

    def _failed(self, path: Path, problem: Problem) -> None:
        if isValid(self) and self._looked_at == path:
            self._tell("", str(problem))

    def _record(self) -> None:
        form = self._form
        assert self._signed is not None
        typed = self._by_hand.not_looked_for
        if typed and self._signed.fingerprint not in self._marks(typed):
            # It is the paper in hand; the one that is picked may have been so by itself.
            self._by_hand.field.setFocus()
            self._by_hand.look_for()
            return
        sent, shelf = self._half(), self.bridge.desk.decisions
        record = partial(shelf.record, self._signed, form.decided, **form.written())
        try:
            # What was written since the first press is told once that is done.
            work = self.bridge.once(("decision", self.run_id), record)
        except InputFault as fault:
            form.refuse(str(fault))
            return

        def recorded(_none: None) -> None:
            self._as_recorded = sent
            self._tell_recorded(sent)

        if work is not None:
            self.bridge.when_done(work, recorded)

    def _tell(self, text: str, wrong: str = "") -> None:
        self._says.setText(text)
        self._says.setVisible(bool(text))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        accessible.announce(self, text or wrong)
