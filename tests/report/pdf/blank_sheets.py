"""Blank sheets to draw in tests: every kind of question, and a grid of settings."""

from __future__ import annotations

from tests.report.pdf.samples import SIGN_OFF, report
from wizard.report.blocks import (
    BlankGrid,
    BlankQuestion,
    Block,
    Box,
    Facts,
    Heading,
    PageBreak,
    Report,
    Risks,
    Text,
)


def blank_sheet(*, large_print: bool = False) -> Report:
    """Return a blank sheet with every kind of question."""
    boxes = tuple(Box(str(nth), text) for nth, text in enumerate(("Yes", "Not yet", "Not sure")))
    long_boxes = (
        *boxes,
        Box("4", "We leave it as it is, because the whole team decided so in the autumn"),
        Box("5", "Doesn’t apply"),
    )
    questions: list[Block] = []
    for number in range(1, 23):
        several = number % 5 == 0
        questions.append(
            BlankQuestion(
                id=f"q{number}",
                line=f"{number}b" if number == 8 else str(number),
                question="Could it put you or anyone else in danger?"
                if number % 2
                else "Would you say the same thing, in the same words, to a full staff room with a "
                "parent at the door?",
                kind="several" if several else "one",
                boxes=long_boxes if number % 4 == 0 else boxes,
                hint="Only if line 3 is “Yes”." if number % 7 == 0 else "",
            )
        )
    return report(
        Facts((("Name", ""), ("Role", ""), ("Date", ""))),
        Text("Tick one box for each question unless it says otherwise.", "lead"),
        Heading("The post", 2),
        Text("It could tell people that your home is empty, or where your class is.", "small"),
        *questions[:11],
        Heading("Harm and law", 2),
        *questions[11:],
        BlankQuestion("w1", "23", "What is the project called?", "line", note=False),
        BlankQuestion("w2", "24", "What should pupils learn?", "text", note=False, room=4),
        BlankQuestion("w3", "25", "When does it start?", "date", note=False),
        BlankQuestion("w4", "26", "What could go wrong?", "risks", note=False, room=0),
        Risks((), 6),
        PageBreak(),
        SIGN_OFF,
        reader="blank",
        subtitle="",
        reference="Edition 2026.11",
        made="2026-11-01",
        large_print=large_print,
    )


def blank_grid() -> Report:
    """Return a blank sheet whose questions share their answers."""
    boxes = tuple(Box(str(nth), text) for nth, text in enumerate(("Yes", "Changed it just now")))
    rows = [
        BlankQuestion(f"g{nth}", f"FB{nth}", "Is contact upload off?", "one", boxes,
                      "Safe choice: Off. Where: Settings → Contacts", note=False)
        for nth in range(1, 30)
    ]  # fmt: skip
    return report(Heading("Facebook", 2), BlankGrid(boxes, tuple(rows), 3), reader="blank")
