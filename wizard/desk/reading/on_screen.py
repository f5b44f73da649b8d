"""What is read on screen as a document: guides, what the policy says, a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wizard.assess import whose
from wizard.clock import local_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.clock import Clock
    from wizard.model.guide import Guide
    from wizard.model.journey import Section
    from wizard.model.pack import Pack
    from wizard.model.question import Fact, Question
    from wizard.report.blocks import Report


def policy_panel(pack: Pack, question: Question, policy: str, clock: Clock) -> str:
    """Return what the policy says of a question, as HTML for a text view.

    What was last checked too long ago by ``clock`` says so.
    """
    # Jinja2 costs more to import than home takes to paint: only when asked for.
    from wizard.report import html

    return html.policy_panel(pack, question, policy, local_day(clock.now()))


def points(pack: Pack, question: Question, policy: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the points of a question that hold under a policy, and those of the others."""
    return whose.apart(pack, question.points, policy)


def steps(pack: Pack, section: Section, policy: str) -> tuple[str, ...]:
    """Return the points at the top of a page; one of another policy says whose it is."""
    return whose.steps(pack, section, policy)


def facts(pack: Pack, told: Iterable[Fact], policy: str) -> tuple[str, ...]:
    """Return what is folded away; what is from another policy than the one chosen names it."""
    return whose.named(pack, told, policy)


def guide(pack: Pack, guide_id: str, clock: Clock) -> str:
    """Return a guide page of a journey, as HTML for a text view."""
    return guide_page(pack, pack.guides[guide_id], clock)


def guide_page(pack: Pack, page: Guide, clock: Clock) -> str:
    """Return any guide page, as HTML for a text view; ``pack`` has the policies it is from."""
    from wizard.report import html

    return html.guide_page(pack, page, local_day(clock.now()))


def preview(report: Report) -> str:
    """Return a paper as it reads, as HTML for a text view."""
    from wizard.report import html

    return html.preview(report)
