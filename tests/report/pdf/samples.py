"""Papers to draw in tests and benchmarks: made-up people, every block, awkward text."""

from __future__ import annotations

import struct
import zlib

from wizard.model.status import Status
from wizard.report.blocks import (
    ActionRow,
    Actions,
    AnswerList,
    AnswerRow,
    Block,
    Bullets,
    Facts,
    Heading,
    Matter,
    Matters,
    Notice,
    Overview,
    OverviewRow,
    Point,
    Points,
    Report,
    RiskLine,
    Risks,
    SignatureBlock,
    SignOffPage,
    Text,
    Verdict,
)
from wizard.words import spoken

STATUSES = tuple(Status)
LONG_WORD = "x" * 500
MARK_UP = "<img src=\"/etc/hostname\"> </para> <b>bold & 'wide' < > &amp; (brackets) \\backslash\\"
LETTERS = "Ŵ ŵ Ŷ ŷ Ł ż â é ’ “ – ✓ ■ ◇ ○ Ελλάδα Київ"


def report(*blocks: Block, **other: object) -> Report:
    """Return a small paper holding ``blocks``; other fields as named."""
    fields: dict[str, object] = {
        "title": "Class project",
        "subtitle": "Year 5 river blog",
        "reader": "slt",
        "school": "Newport Junior School",
        "logo": b"",
        "reference": "7F3K-92QX",
        "policy": "St Luke’s (date not stated)",
        "made": "2026-11-21T09:30:00+00:00",
        "language": "en",
        "blocks": blocks,
        "words": spoken().starting("paper."),
    } | other
    return Report(**fields)  # type: ignore[arg-type]


def logo() -> bytes:
    """Return a small PNG: a blue square with a clear corner."""
    rows = b""
    for y in range(40):
        rows += b"\0" + b"".join(bytes((31, 90, 158, 0 if x + y < 20 else 255)) for x in range(60))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", 60, 40, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PURPOSE = (
    "Pupils write about the river behind the school, week by week, and families at home can "
    "read along and leave a kind word."
)

FACTS = Facts(
    (
        ("Name", "Siân Łukasz-O’Brien"),
        ("Role", "Year 5 teacher"),
        ("Finished", "21 November 2026"),
        ("Policy", "St Luke’s (date not stated)"),
        ("Starts", "12 January 2027"),
        ("Pupils", "aged 9 to 10"),
        ("What is it for?", PURPOSE),
        ("Fingerprint", "4B7D-91AC-66E0-2F18-93BD-07C5-E2A4-118F"),
    )
)  # fmt: skip

VERDICT = Verdict(
    "A decision is needed",
    Status.TO_DO,
    (
        (Status.IN_PLACE, 22),
        (Status.TO_DO, 3),
        (Status.ASK, 2),
        (Status.EXCEPTION, 1),
        (Status.DOESNT_APPLY, 2),
        (Status.NOT_ANSWERED, 3),
    ),
)

OVERVIEW = Overview(
    (
        OverviewRow("Purpose", (Status.IN_PLACE,) * 7),
        OverviewRow("Safety", (Status.IN_PLACE,) * 3 + (Status.TO_DO,) + (Status.IN_PLACE,) * 2
                    + (Status.ASK, Status.DOESNT_APPLY)),
        OverviewRow("Consent of parents and pupils", (Status.IN_PLACE, Status.TO_DO) * 4),
        OverviewRow("Approval", (Status.NOT_ANSWERED,) * 2 + (Status.EXCEPTION, Status.IN_PLACE)),
    )
)  # fmt: skip

MATTERS = Matters(
    (
        Matter(Status.TO_DO, "Ask the parents of the three pupils who have not answered yet.", "12",
               "St Luke’s: required", "Head (Mrs Jones)", "Siân Łukasz-O’Brien",
               "5 December 2026"),
        Matter(Status.TO_DO, "Name a second adult who reads every comment before it is shown.",
               "17", "St Luke’s: required", "Deputy"),
        Matter(Status.ASK, "Ask the DSL: may pupils comment under their first name?", "21",
               "St Luke’s: strongly advised", "DSL (Mr Ahmed)", "Mr Ahmed", "", True),
        Matter(Status.EXCEPTION, "Is there a pilot?", "25", "St Luke’s: advised",
               question="Is there a pilot?", said="No", reason=True,
               note="the same tool was used last year by the same team with the same classes."),
    )
)  # fmt: skip

NOTE = (
    "We spoke about this at the team meeting. Two families asked for a paper copy of the letter, "
    "and one has moved house since September, so the office will write again."
)


def answers(count: int, note: str = "") -> AnswerList:
    """Return ``count`` answers, every third with ``note`` (or a usual one)."""
    rows = []
    for number in range(1, count + 1):
        status = STATUSES[number % len(STATUSES)]
        rows.append(
            AnswerRow(
                line=str(number),
                question="Have the parents or carers of every pupil said yes in writing before "
                "anything with a picture of their child is shown?"
                if number % 2
                else "Do two adults moderate the blog?",
                said=("Yes, all of them", "Not yet", "Not sure", "")[number % 4],
                status=None if number % 11 == 0 else status,
                note=(note or NOTE) if number % 3 == 0 else "",
                reason=status is Status.EXCEPTION,
                cites="St Luke’s (4.2, 6): required" if number % 2 else "",
            )
        )
    return AnswerList(tuple(rows))


def risks(count: int) -> Risks:
    """Return ``count`` rows of a risk assessment."""
    rows = [
        RiskLine(
            hazard="A stranger writes to a pupil through the comments",
            who_harmed="Pupils",
            already="Comments are read by an adult before they show; no surnames.",
            likelihood=number % 5 + 1,
            severity=(number * 3) % 5 + 1,
            further="Turn comments off in the holidays." if number % 2 else "",
            who_acts="Siân Łukasz-O’Brien" if number % 2 else "",
            when="12 January 2027" if number % 2 else "",
        )
        for number in range(count)
    ]
    return Risks(tuple(rows))


SIGN_OFF = SignOffPage(
    meaning="Signing means that the two of you talked about these answers. It is not a check of "
    "anyone’s accounts.",
    staff_statement="I answered as well as I can, and I will do what is listed under my name.",
    slt_statement="We talked about the answers and the actions, and decided as follows.",
    staff=SignatureBlock("Member of staff", "Siân Łukasz-O’Brien", "Year 5 teacher"),
    slt=SignatureBlock("For SLT (senior leadership team)"),
    discussed_with="Discussed with",
    decisions=("Approved", "Approved with conditions", "Not yet"),
    conditions_label="Conditions",
    review_label="Review date",
)

LAW = Notice(
    "Ban for under-16s",
    "Announced on 3 June 2026; not in force. Checked on 21 November 2026.",
    "law",
)


def first_page() -> tuple[Block, ...]:
    """Return the blocks of a first page."""
    return (
        FACTS, VERDICT, Heading("To decide and to do", 1), MATTERS, LAW,
        Heading("Overview", 1), OVERVIEW,
    )  # fmt: skip


def sample_slt() -> Report:
    """Return a class project as SLT get it: every block a report can have."""
    return report(
        *first_page(),
        Heading("Answers", 1),
        Heading("Purpose", 2),
        Text("What the project is for, and for whom.", "small"),
        answers(9),
        Heading("Safety", 2),
        answers(24),
        Heading("Risks", 2),
        risks(7),
        Bullets(("Bring this paper to the meeting.", "Keep it with the class file.")),
        SIGN_OFF,
        logo=logo(),
    )


def sample_me() -> Report:
    """Return a short check before posting, for the person alone."""
    return report(
        FACTS,
        Verdict("Nothing found to change", Status.IN_PLACE, ((Status.IN_PLACE, 7),)),
        Text("Nothing is waiting for a decision."),
        Heading("Answers", 1),
        answers(7),
        SIGN_OFF,
        title="Before you post",
        subtitle="",
        reader="me",
    )


def sample_hostile() -> Report:
    """Return a paper full of what must not crash it, or vanish from it."""
    return report(
        Facts((("Name", "أحمد عبد الله"), ("Also", "অমিত সেন"), ("And", LETTERS))),
        Heading(f"{MARK_UP} {LONG_WORD}", 2),
        Text(f"{MARK_UP}\x00\x07\x1b tab\there\u202egnp.exe {LETTERS} 😀"),
        answers(6, f"{MARK_UP} {LONG_WORD} " + "many words " * 1500),
        Actions((ActionRow(Status.TO_DO, LONG_WORD, "1", MARK_UP, LONG_WORD, False),)),
        Risks((RiskLine(LONG_WORD, MARK_UP, LONG_WORD * 4, 5, 5, "a " * 900, LONG_WORD, ""),)),
        Matters(
            (Matter(Status.ASK, LONG_WORD, LONG_WORD, MARK_UP, LONG_WORD, MARK_UP, LONG_WORD),)
        ),
        Points((Point(Status.ASK, LONG_WORD, "1", LONG_WORD, MARK_UP),)),
        Overview((OverviewRow(LONG_WORD, (Status.ASK,) * 90),)),
        SIGN_OFF,
        title=MARK_UP,
        subtitle=LONG_WORD,
        school=f"{MARK_UP} {LONG_WORD}",
        policy=LONG_WORD,
        reference=MARK_UP,
    )


def sample_eight_pages() -> Report:
    """Return a report of eight pages, for the benchmark."""
    blocks: list[Block] = [*first_page(), Heading("Answers", 1)]
    for part in range(1, 6):
        blocks += [Heading(f"Section {part}", 2), answers(9)]
    return report(*blocks, Heading("Risks", 2), risks(6), SIGN_OFF, logo=logo())
