"""The blank sheet: every question, in line order, with room for a pen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.small_pack import pack, policy, question, section, setting
from tests.report.papers import blocks_of, check_up, project, text_of
from tests.report.pdf.reading import opened, words_of
from wizard import paths
from wizard.model.platform import SafeValue
from wizard.model.question import Fact
from wizard.model.school import NO_SCHOOL
from wizard.pack.build import open_pack
from wizard.pack.source import FolderSource
from wizard.report.blocks import (
    BlankGrid,
    BlankQuestion,
    Bullets,
    Facts,
    PageBreak,
    Risks,
    SignOffPage,
)
from wizard.report.compose_blank import compose_blank
from wizard.report.pdf.draw import draw


def as_kept(hint: str) -> str:
    """Return a hint whose number keeps to its "line": alone it ended the lead of a section."""
    return hint.replace("line ", "line\N{NO-BREAK SPACE}")


def test_a_blank_sheet_has_every_question_in_line_order() -> None:
    """Branches and platforms too: paper cannot fold, so it says when to skip."""
    report = compose_blank(check_up(), NO_SCHOOL, "newport", large_print=True)

    asked = blocks_of(report, BlankQuestion)
    assert [one.line for one in asked] == ["1", "2", "3", "4", "5", "6", "FB1", "FB2", "RB1", "RB2"]
    assert [box.id for box in asked[0].boxes] == ["facebook", "rainbow", "none"]
    assert asked[4].hint == as_kept("Only if you ticked “Rainbow” in line 1.")
    assert as_kept("Only if you ticked “Facebook” in line 1.") in text_of(report)
    assert asked[6].hint == "Safe choice: Friends. Where: Menu → Privacy"
    assert (report.reader, report.large_print, report.made) == ("blank", True, "2026-11-21")
    assert isinstance(report.blocks[-1], SignOffPage)


def test_a_blank_sheet_leaves_room_to_write() -> None:
    """Words need lines, choices a note, risks empty rows; nobody's name is filled in."""
    report = compose_blank(project(), NO_SCHOOL, "all", large_print=False)

    by_id = {one.id: one for one in blocks_of(report, BlankQuestion)}
    assert (by_id["cp-title"].room, by_id["cp-title"].note) == (1, False)
    assert (by_id["pilot"].room, by_id["pilot"].note) == (0, True)
    assert blocks_of(report, Risks)[0].blank_rows == 6
    assert [value for _, value in blocks_of(report, Facts)[0].rows] == ["", "", ""]
    assert report.policy == "The strictest of all five"


def test_a_blank_sheet_says_what_to_do_and_leaves_no_room_where_none_must_be() -> None:
    """Steps to take stand before the questions; of some things nothing is written down."""
    step = Fact("step", "Stop. Close the lid.")
    silent = replace(question("told"), note=False)
    small = pack(replace(section("s", silent), points=(step,)))

    report = compose_blank(small, NO_SCHOOL, "newport", large_print=False)

    assert blocks_of(report, Bullets)[0].items == ("Stop. Close the lid.",)
    assert not blocks_of(report, BlankQuestion)[0].note


@pytest.mark.parametrize(
    ("chosen", "path", "search", "hint"),
    [
        ("newport", "Menu → Privacy", "", "Safe choice: Friends. Where: Menu → Privacy"),
        ("oakfield", "Menu → Privacy", "", "Safe choice: Only me. Where: Menu → Privacy"),
        ("newport", "", "", "Safe choice: Friends"),
        ("newport", "Menu → Privacy", "future posts",
         "Safe choice: Friends. Where: Menu → Privacy. Search: future posts"),
    ],
)  # fmt: skip
def test_a_setting_on_paper_has_its_place_and_the_policys_value(
    chosen: str, path: str, search: str, hint: str
) -> None:
    """With a pen in hand there is no panel to unfold, and menus move: what to search for too."""
    own = {"oakfield": SafeValue("Only me", ())}
    plain = setting("fb-1", "facebook", "Future posts")
    one = replace(plain, by_policy=own, path=path, search=search)
    small = pack(
        section("s", question("q", setting=one)),
        policies=(policy("newport"), policy("oakfield")),
    )

    report = compose_blank(small, NO_SCHOOL, chosen, large_print=False)

    assert blocks_of(report, BlankQuestion)[0].hint == hint


@pytest.mark.parametrize(
    ("when", "hint"),
    [
        ("first is yes", "Only if you ticked “Yes” in line 1."),
        ("first is not yes", "Only if you did not tick “Yes” in line 1."),
        ("first is one of yes, no, unsure",
         "Only if you ticked “Yes”, “No, not yet” or “I am not sure” in line 1."),
        ("first is yes and second is no",
         "Only if you ticked “Yes” in line 1 and you ticked “No, not yet” in line 2."),
        ("first is yes or second is no",
         "Only if you ticked “Yes” in line 1 or you ticked “No, not yet” in line 2."),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_words(when: str, hint: str) -> None:
    """Paper can not fold, so it says in words when to skip, by the lines it has printed."""
    small = pack(section("s", question("first"), question("second"), question("q", when=when)))

    report = compose_blank(small, NO_SCHOOL, "newport", large_print=False)

    assert blocks_of(report, BlankQuestion)[2].hint == as_kept(hint)


@pytest.mark.parametrize(("large", "fillable"), [(False, False), (True, False), (False, True)])
def test_settings_of_a_platform_share_their_answers_on_a_page(large: bool, fillable: bool) -> None:
    """Seven answers under each of 150 settings took 24 pages; large print and fields need them."""
    roomy = large or fillable
    report = compose_blank(check_up(), NO_SCHOOL, "newport", large_print=large, fillable=fillable)

    grids = blocks_of(report, BlankGrid)
    lines = [row.line for grid in grids for row in grid.rows]
    assert lines == ([] if roomy else ["FB1", "FB2", "RB1", "RB2"])
    assert len(blocks_of(report, PageBreak)) == (0 if roomy else 2)
    assert all(grid.notes for grid in grids)
    asked = [block.line for block in blocks_of(report, BlankQuestion)]
    assert ("FB1" in asked) is roomy


@pytest.mark.parametrize("journey", ["privacy-checkup", "induction"])
def test_what_does_not_fit_on_a_page_begins_anew_where_its_section_does(journey: str) -> None:
    """Two settings of Facebook stood alone on a page, and four of Instagram: easily lost."""
    pack = open_pack(FolderSource(paths.content_folder()), journey)
    drawn = draw(compose_blank(pack, NO_SCHOOL, "all", large_print=False))
    pages = [words_of(drawn, page=page) for page in range(1, len(opened(drawn).pages) + 1)]

    for first, last, name in (("FB7 ", "FB18 ", "Facebook"), ("IG7 ", "IG18 ", "Instagram")):
        (page,) = [page for page in pages if last in page]
        assert first in page
        assert f"More on {name}" in page
        assert "Notes and reasons" in page
        assert any(f" {name} " in one and "Notes and reasons" in one for one in pages)
