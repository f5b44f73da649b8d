"""The blocks a report is made of: plain data between ``compose`` and whoever draws.

A block says what something is, never how it looks.  Text a person typed travels in
these fields as text; no drawing room may parse it as mark-up.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wizard.model.status import Status


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is the title of a part, 2 of a section, 3 below it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph.  ``tone`` is ``plain``, ``lead`` (first lines) or ``small``."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A short remark set apart: ``tone`` is ``info``, ``law`` or ``stale``."""

    title: str
    text: str
    tone: str = "info"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what stands for them: who, what, when (a label and its value each)."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome in one heading with the counts of each status that occurs beneath.

    A prompt, whatever its name in the code: it never calls a post safe.
    """

    heading: str
    tone: Status
    counts: tuple[tuple[Status, int], ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is open: what it is, its line, how strongly asked, who decides."""

    status: Status
    text: str
    line: str
    strength: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """What needs a decision or a deed, on papers before ``Matters`` said it with the actions."""

    items: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One section of the overview and the statuses of its questions, in order."""

    title: str
    statuses: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The drawn overview: each section with a mark a question.  No percentages."""

    rows: tuple[OverviewRow, ...]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: what, from which line, who does it, by when (spoken), whether done."""

    status: Status
    what: str
    line: str
    who: str
    by: str
    done: bool


@dataclass(frozen=True, slots=True)
class Actions:
    """The action list of papers before ``Matters``; they can still be drawn and compared."""

    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is open, or an exception, with all that settles it.

    ``what`` to do or decide; its ``line`` and how strongly it is asked (``strength``); who
    ``decides``; ``who`` does it ``by`` when, whether it is ``done``.  A short paper tells
    here what was asked and ``said`` as well, with the note this reader may see.
    """

    status: Status
    what: str
    line: str
    strength: str = ""
    decides: str = ""
    who: str = ""
    by: str = ""
    done: bool = False
    question: str = ""
    said: str = ""
    note: str = ""
    reason: bool = False


@dataclass(frozen=True, slots=True)
class Matters:
    """What to decide and to do, most pressing first, with room to write who and when."""

    items: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question with its answer, its note (if this reader may see it) and clauses.

    ``reason`` says that the note is the reason of an accepted exception.
    """

    line: str
    question: str
    said: str
    status: Status | None
    note: str = ""
    reason: bool = False
    cites: str = ""


@dataclass(frozen=True, slots=True)
class AnswerList:
    """The answers of one section.

    ``brief`` ones lie under a heading that says their status, so their rows need not.
    """

    rows: tuple[AnswerRow, ...]
    brief: bool = False


@dataclass(frozen=True, slots=True)
class RiskLine:
    """One row of the risk assessment, dates already spoken."""

    hazard: str
    who_harmed: str
    already: str
    likelihood: int
    severity: int
    further: str
    who_acts: str
    when: str


@dataclass(frozen=True, slots=True)
class Risks:
    """The risk assessment: its rows as a table (and as a 5 by 5 matrix).

    Blank rows have the ``id`` of their question, as a school may ask for risks, too.
    """

    rows: tuple[RiskLine, ...]
    blank_rows: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """One answer to tick on a blank sheet."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class BlankQuestion:
    """A question to answer with a pen.  ``kind`` is the value of its AnswerKind.

    ``room`` is how many lines to write on; ``hint`` says when to skip it.
    """

    id: str
    line: str
    question: str
    kind: str
    boxes: tuple[Box, ...] = ()
    hint: str = ""
    note: bool = True
    room: int = 1


@dataclass(frozen=True, slots=True)
class BlankGrid:
    """Questions that share their answers: a row for each, with a box under every answer.

    ``notes`` is how many lines to write on follow, for all of them together.
    """

    boxes: tuple[Box, ...]
    rows: tuple[BlankQuestion, ...]
    notes: int = 0


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One person who signs: the label, and name and role if they are known."""

    label: str
    name: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class SignOffPage:
    """The last page: what signing means, the decision boxes, the signatures.

    ``decisions`` are ticked by pen; conditions and a review date have room to write.
    ``code`` is what the code to scan says (ASCII), empty for none.
    """

    meaning: str
    staff_statement: str
    slt_statement: str
    staff: SignatureBlock
    slt: SignatureBlock
    discussed_with: str
    decisions: tuple[str, ...]
    conditions_label: str
    review_label: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = (
    Heading | Text | Bullets | Notice | Facts | Verdict | Matters | Points | Overview | Actions
    | AnswerList | Risks | BlankQuestion | BlankGrid | SignOffPage | PageBreak
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """A whole paper, ready to be drawn.

    ``reader`` is ``me``, ``slt`` or ``blank``.  ``reference`` stands on every page.
    ``made`` is the ISO moment that dates the file (the last answer, or the content's
    date for a blank), so that the same input gives the same bytes.  ``words`` holds
    the furniture the drawer needs in the reader's language.  ``fingerprint`` stands on
    every page beside the reference; ``attachment`` is what the file carries inside, as
    JSON, empty for nothing.  ``form`` says of a form to fill in on screen which journey it
    is of, and what its questions mean, else it is empty.
    """

    title: str
    subtitle: str
    reader: str
    school: str
    logo: bytes
    reference: str
    policy: str
    made: str
    language: str
    blocks: tuple[Block, ...]
    words: dict[str, str] = field(default_factory=dict)
    large_print: bool = False
    fingerprint: str = ""
    attachment: bytes = b""
    form: str = ""
