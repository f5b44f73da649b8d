"""The door of this room: a report in, the bytes of its PDF out.

Pure: the same report gives the same bytes on the same machine, dated by the report
itself.  The file claims PDF/UA-1 (a screen reader reads it in order) and PDF/A-3a (an
archive takes it).
"""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

from wizard.report import blocks
from wizard.report.blocks import Report
from wizard.report.pdf import (
    answers,
    blank,
    blank_grid,
    chart,
    first_page,
    fonts,
    furniture,
    matters,
    risks,
    signoff,
)
from wizard.report.pdf.archive import Archive
from wizard.report.pdf.attach import attach
from wizard.report.pdf.layout import Item
from wizard.report.pdf.logo import Logo, read_logo
from wizard.report.pdf.pages import BREAK, Pages
from wizard.report.pdf.pen import Pen
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.tags import Structure
from wizard.report.pdf.text import tidy
from wizard.report.pdf.typecase import Typecase

_ROOMS: dict[type, Callable[[Sheet, Any], list[Item]]] = {
    blocks.Text: first_page.draw_text,
    blocks.Bullets: first_page.draw_bullets,
    blocks.Notice: first_page.draw_notice,
    blocks.Facts: first_page.draw_facts,
    blocks.Verdict: first_page.draw_verdict,
    blocks.Matters: matters.draw_matters,
    blocks.Points: first_page.draw_points,
    blocks.Overview: chart.draw_overview,
    blocks.Actions: answers.draw_actions,
    blocks.AnswerList: answers.draw_answers,
    blocks.Risks: risks.draw_risks,
    blocks.BlankQuestion: blank.draw_blank_question,
    blocks.BlankGrid: blank_grid.draw_blank_grid,
    blocks.SignOffPage: signoff.draw_sign_off,
}


_OPENING = (blocks.Text, blocks.Bullets)
"""What may stand between a heading and what it heads."""

_MANY = 20
"""Pages of a paper that is laid out once only: in so many a short one is not noticed."""

_CLOSING = (blocks.PageBreak, blocks.SignOffPage, type(None))
"""What begins anew, so that nothing before it has to stay with it; so does a heading that
is not below the last one."""


def draw(*reports: Report) -> bytes:
    """Draw one report, or several one after the other, and return the PDF.

    Several have their own page numbers each, and the first one's date and language; only
    a single one can carry answers.  Letters the type does not have are shown as empty
    squares and named in a notice on the first page.  Raises ``ValueError`` for a date
    that is not an ISO moment.
    """
    with _unswept():
        return _draw(reports)


@contextmanager
def _unswept() -> Iterator[None]:
    """Look for no rubbish meanwhile: all that a paper is made of is needed to its end.

    To look through it again and again took a third of the time of four hundred pages.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _draw(reports: tuple[Report, ...]) -> bytes:
    first = reports[0]
    typecase = Typecase()
    structure = Structure()
    logo = read_logo(first.logo)
    pens: list[Pen] = []
    for report in reports:
        sheet, pages = _laid_out(report, logo)
        drawn = pages.draw(typecase, len(pens))
        furniture.furnish(drawn, sheet, report)
        pens += drawn
        sheet.root.role = "Part"
        structure.root.kids.append(sheet.root)
    if len(reports) == 1:
        structure = sheet.structure
        sheet.root.role = "Document"
    titles = dict.fromkeys(_title(report) for report in reports)
    archive = Archive(", ".join(titles), first.language, first.made)
    images = {"Logo": logo.stream()} if logo else {}
    further = {}
    if first.attachment:
        told = sheet.say("carries.described")
        further = attach(archive, first.attachment, told, first.made)
    return archive.close(pens, typecase, structure, images, further)


def _title(report: Report) -> str:
    return " – ".join(tidy(part) for part in (report.title, report.subtitle) if part)


def _laid_out(report: Report, logo: Logo | None) -> tuple[Sheet, Pages]:
    """Lay one report out on pages of its own.

    Where a line or two would have a page nearly to themselves, it is tried with a little
    less white between the lines, and kept if that leaves fewer of them.
    """
    sheet = Sheet(report)
    pages = Pages(sheet.looks, _flow(sheet, report, logo))
    if not pages.strays or pages.count > _MANY or report.reader == "blank":
        return sheet, pages
    closer = Sheet(report)
    closer.looks = sheet.looks.closer()
    fewer = Pages(closer.looks, _flow(closer, report, logo))
    if (fewer.count, fewer.strays) < (pages.count, pages.strays):
        return closer, fewer
    return sheet, pages


def _flow(sheet: Sheet, report: Report, logo: Logo | None) -> list[Item]:
    """Return the boxes of one report, from its head to its last page."""
    head = furniture.masthead(sheet, report, logo)
    at = len(sheet.root.kids)
    flow: list[Item] = []
    opens = False  # whether nothing but remarks and steps stands since the last heading
    level = 0
    for block, after in zip_longest(report.blocks, report.blocks[1:]):
        items = _boxes(sheet, block)
        opens = isinstance(block, blocks.Heading) or (opens and isinstance(block, _OPENING))
        level = block.level if isinstance(block, blocks.Heading) else level
        closes = isinstance(after, _CLOSING) or (
            isinstance(after, blocks.Heading) and after.level <= level
        )
        high = sum(item.gap + item.box.height for item in items)
        if opens and not closes and high < sheet.looks.opening:
            # What says what a section is about goes with its heading and its first question.
            items = [dataclasses.replace(item, keep=True) for item in items]
        flow += items
    if sheet.missing:
        body, sheet.root.kids[at:] = sheet.root.kids[at:], []
        head += _letters(sheet)
        sheet.root.kids += body
    return [*head, *flow]


def _boxes(sheet: Sheet, block: blocks.Block) -> list[Item]:
    if isinstance(block, blocks.PageBreak):
        return [BREAK]
    if isinstance(block, blocks.Heading):
        gaps = {1: 6.5, 2: 4}
        above = gaps.get(block.level, 3) * sheet.looks.unit
        return [Item(sheet.heading(block.text, block.level), above, keep=True)]
    return _ROOMS[type(block)](sheet, block)


def _letters(sheet: Sheet) -> list[Item]:
    """Say on the paper itself which letters it could not print."""
    from wizard.report.pdf.letters import name_of  # such papers are rare

    named = ", ".join(name_of(letter) for letter in sorted(sheet.missing))
    text = sheet.say("letters.text", mark=fonts.STAND_IN, letters=named)
    notice = blocks.Notice(sheet.say("letters.title"), text, "stale")
    return first_page.draw_notice(sheet, notice)
