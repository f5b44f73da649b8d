"""After the ink: what SLT decided about a paper, kept beside its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Required, TypedDict, Unpack

from wizard.clock import Clock, local_day
from wizard.errors import InputFault
from wizard.model.answers import YEARS
from wizard.model.decision import Decided, Decision
from wizard.model.paper import Paper
from wizard.safe.limits import NOTE_LETTERS, TITLE_LETTERS
from wizard.store.worker import StoreWorker
from wizard.words import say, say_day

if TYPE_CHECKING:
    from wizard.model.journey import Journey


class Ink(TypedDict, total=False):
    """What stands on the paper: ``day`` (today if empty) and ``review`` are ISO days."""

    who: Required[str]
    day: str
    role: str
    conditions: str
    review: str


class DecisionShelf:
    """The decisions recorded on this machine."""

    def __init__(self, store: StoreWorker, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(self, paper: Paper, decided: Decided, **ink: Unpack[Ink]) -> Future[None]:
        """Keep what was decided about a paper, beside the self-assessment it was made from.

        Raises ``InputFault`` for a day that is none, a name that is missing or text too long.
        """
        return self._store.add_decision(self._drawn_up(paper, decided, **ink))

    def gone_over(self, paper: Paper, decided: Decided, **ink: Unpack[Ink]) -> Decision | None:
        """Return what the same person decided on the paper before, if it said anything else.

        Recording this decision takes its place.  Raises as ``record`` does.
        """
        said = self._drawn_up(paper, decided, **ink)
        before = said.goes_over(self.list(paper.run).result())
        return None if before and replace(before, recorded=said.recorded) == said else before

    def _drawn_up(
        self,
        paper: Paper,
        decided: Decided,
        *,
        who: str,
        day: str = "",
        role: str = "",
        conditions: str = "",
        review: str = "",
    ) -> Decision:
        if not who.strip():
            raise InputFault(say("returning.decision.nobody"))
        day = day or local_day(self._clock.now()).isoformat()
        for given in (day, review) if review else (day,):
            _refuse_no_day(given)
        for text, most in ((who, TITLE_LETTERS), (role, TITLE_LETTERS), (conditions, NOTE_LETTERS)):
            if len(text) > most:
                raise InputFault(say("returning.decision.long", most=most))
        return Decision(
            paper.run, paper.reference, paper.fingerprint, decided, who.strip(), role.strip(), day,
            conditions.strip(), review, self._clock.now(),
        )  # fmt: skip

    def list(self, run_id: str | None = None) -> Future[tuple[Decision, ...]]:
        """Return the decisions about one self-assessment or about all, the last first."""
        return self._store.decisions(run_id)


def boxes(journey: Journey) -> tuple[Decided, ...]:
    """Return the boxes that stand on the page to sign of a journey."""
    if journey.is_record:
        return (Decided.DISCUSSED,)
    return (Decided.APPROVED, Decided.WITH_CONDITIONS, Decided.NOT_YET)


def sentence(decision: Decision) -> str:
    """Return a decision in one line: what, by whom, when, and when to look again."""
    who = ", ".join(part for part in (decision.who, decision.role) if part)
    what = say(f"papers.decided.{decision.decided.value}")
    key = "papers.decided.line-review" if decision.review else "papers.decided.line"
    day, review = _spoken(decision.day), _spoken(decision.review)
    return say(key, what=what, who=who, day=day, review=review)


def in_full(decisions: Iterable[Decision]) -> str:
    """Return each decision in one line, and beneath it what it was given on condition of."""
    lines: list[str] = []
    for one in decisions:
        lines.append(sentence(one))
        if one.conditions:
            lines.append(say("papers.decide.given", text=one.conditions))
    return "\n".join(lines)


def described(decisions: Iterable[Decision], run_id: str) -> list[dict[str, str]]:
    """Return the decisions about one self-assessment as an answers file has them."""
    # Home shows decisions too, and writes no files.
    from wizard.exchange.decisions import write_decisions

    return write_decisions(one for one in decisions if one.run == run_id)


def _spoken(day: str) -> str:
    return say_day(date.fromisoformat(day)) if day else ""


def _refuse_no_day(given: str) -> None:
    sentence = say("returning.decision.no-day", day=given[:40])
    try:
        day = date.fromisoformat(given)
    except ValueError as cause:
        raise InputFault(sentence) from cause
    if day.year not in YEARS:
        # A slip, or the day of a computer with a dead battery: no file with it could be read.
        raise InputFault(sentence)
