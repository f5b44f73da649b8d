"""The door of this room: a report in, the bytes of its PDF out.

Pure: the same report gives the same bytes on the same machine, dated by the report
itself.  The file claims PDF/UA-1 (a screen reader reads it in order) and PDF/A-3a (an
archive takes it).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from wizard.report import blocks
from wizard.report.blocks import Report
from wizard.report.pdf import answers, blank, chart, first_page, fonts, furniture, risks, signoff
from wizard.report.pdf.archive import Archive
from wizard.report.pdf.attach import attach
from wizard.report.pdf.layout import Item
from wizard.report.pdf.logo import read_logo
from wizard.report.pdf.pages import BREAK, Pages
from wizard.report.pdf.pen import Typecase
from wizard.report.pdf.sheet import Sheet
from wizard.report.pdf.text import tidy

_ROOMS: dict[type, Callable[[Sheet, Any], list[Item]]] = {
    blocks.Text: first_page.draw_text,
    blocks.Bullets: first_page.draw_bullets,
    blocks.Notice: first_page.draw_notice,
    blocks.Facts: first_page.draw_facts,
    blocks.Verdict: first_page.draw_verdict,
    blocks.Points: first_page.draw_points,
    blocks.Overview: chart.draw_overview,
    blocks.Actions: answers.draw_actions,
    blocks.AnswerList: answers.draw_answers,
    blocks.Risks: risks.draw_risks,
    blocks.BlankQuestion: blank.draw_blank_question,
    blocks.SignOffPage: signoff.draw_sign_off,
}


def draw(report: Report) -> bytes:
    """Draw ``report`` and return the PDF.

    Letters the type does not have are shown as empty squares and named in a notice on
    the first page.  Raises ``ValueError`` if ``report.made`` is not an ISO moment.
    """
    sheet = Sheet(report)
    logo = read_logo(report.logo)
    head = furniture.masthead(sheet, report, logo)
    at = len(sheet.root.kids)
    flow: list[Item] = []
    before: blocks.Block | None = None
    for block in report.blocks:
        items = _boxes(sheet, block)
        if isinstance(block, blocks.Text) and isinstance(before, blocks.Heading):
            # A remark under a heading says what the section is about and goes with it.
            items = [dataclasses.replace(item, keep=True) for item in items]
        flow += items
        before = block
    if sheet.missing:
        body, sheet.root.kids[at:] = sheet.root.kids[at:], []
        head += _letters(sheet)
        sheet.root.kids += body
    typecase = Typecase()
    pages = Pages(sheet.looks, typecase)
    pages.place([*head, *flow])
    furniture.furnish(pages.pens, sheet, report)
    title = " – ".join(tidy(part) for part in (report.title, report.subtitle) if part)
    archive = Archive(title, report.language, report.made)
    images = {"Logo": logo.stream()} if logo else {}
    further = {}
    if report.attachment:
        told = sheet.say("carries.described")
        further = attach(archive, report.attachment, told, report.made)
    return archive.close(pages.pens, typecase, sheet.structure, images, further)


def _boxes(sheet: Sheet, block: blocks.Block) -> list[Item]:
    if isinstance(block, blocks.PageBreak):
        return [BREAK]
    if isinstance(block, blocks.Heading):
        gaps = {1: 6.5, 2: 4.5}
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
