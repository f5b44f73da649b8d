"""What only papers made before ``Matters`` carry; they must still be drawn and compared."""

from __future__ import annotations

from tests.report.pdf.samples import FACTS, VERDICT, report
from wizard.model.status import Status
from wizard.report.blocks import ActionRow, Actions, Heading, Point, Points, Report

POINTS = Points(
    (
        Point(Status.TO_DO, "Ask the parents of the three pupils who have not answered yet.", "12",
              "St Luke’s: required", "Head (Mrs Jones)"),
        Point(Status.TO_DO, "Name a second adult who reads every comment before it is shown.", "17",
              "St Luke’s: required", "Deputy"),
        Point(Status.ASK, "May pupils comment under their first name?", "21",
              "St Luke’s: strongly advised", "DSL (Mr Ahmed)"),
        Point(Status.EXCEPTION, "No pilot. Reason: the same tool was used last year by the same "
              "team with the same classes.", "25", "St Luke’s: advised"),
    )
)  # fmt: skip

ACTIONS = Actions(
    (
        ActionRow(Status.TO_DO, "Ask the parents of the three pupils who have not answered yet.",
                  "12", "Siân Łukasz-O’Brien", "5 December 2026", False),
        ActionRow(Status.TO_DO, "Name a second adult to read every comment.", "17", "", "", False),
        ActionRow(Status.ASK, "Ask the DSL: may pupils comment under their first name?", "21",
                  "Mr Ahmed", "", True),
    )
)  # fmt: skip


def sample_earlier() -> Report:
    """Return a paper as it was composed then."""
    return report(
        FACTS, VERDICT, Heading("A decision is needed", 2), POINTS, Heading("Actions", 1), ACTIONS
    )
