"""What is read on screen as a document: guides, what the policy says, a preview."""

from __future__ import annotations

from wizard.clock import Clock, local_day
from wizard.model.platform import Setting
from wizard.model.question import Question
from wizard.pack.build import Pack
from wizard.report.blocks import Report


def policy_panel(pack: Pack, question: Question, policy: str) -> str:
    """Return what the policy says of a question, as HTML for a text view."""
    # Jinja2 costs more to import than home takes to paint: only when asked for.
    from wizard.report import html

    return html.policy_panel(pack, question, policy)


def guide(pack: Pack, guide_id: str) -> str:
    """Return a guide page, as HTML for a text view."""
    from wizard.report import html

    return html.guide_page(pack, pack.guides[guide_id])


def preview(report: Report) -> str:
    """Return a paper as it reads, as HTML for a text view."""
    from wizard.report import html

    return html.preview(report)


def is_stale(setting: Setting, clock: Clock) -> bool:
    """Say whether a setting was looked at too long ago to be sure of its place."""
    from wizard.assess.law import is_stale as is_past

    return is_past(setting.checked, setting.shelf_months, local_day(clock.now()))
