"""Fields to fill in on screen, each on top of the box or line that is drawn for a pen.

A viewer that knows no forms shows the drawn boxes, and a printed form is the blank sheet
as ever.  Names say what a field is for: ``q:`` and a question's id (its values are choice
ids), ``n:`` for the note under it, ``r:`` with it, a row and a column (``r:cp-risks:1:hazard``)
for a cell of the risk assessment, ``fact:`` and ``sign:`` for the head and the signatures.
``journey`` is hidden and says which it is, and which meaning (``id:2``) of those questions is
asked that have had more than one.
"""

from __future__ import annotations

from dataclasses import dataclass

from wizard.report.pdf.tags import Widget

ONE = "one"
SEVERAL = "several"
LINE = "line"
LINES = "lines"
SIGNATURE = "signature"
HIDDEN = "hidden"


@dataclass(eq=False, slots=True)
class Field:
    """One place to fill in.  ``tip`` is what a person hears or sees on reaching it.

    ``value`` is the choice a box stands for and ``said`` that choice in words; a hidden
    field holds its value.  ``size`` is the size of type in it.
    """

    name: str
    kind: str
    tip: str
    value: str = ""
    said: str = ""
    size: float = 10.0
    page: int = 0
    rect: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    widget: Widget | None = None
