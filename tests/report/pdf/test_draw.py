"""The paper says what the report says, in order, the same every time."""

from __future__ import annotations

import dataclasses
import gc
import re

import pytest

from tests.report.pdf import earlier, samples
from tests.report.pdf.blank_sheets import blank_grid, blank_sheet
from tests.report.pdf.every_sample import all_samples
from tests.report.pdf.reading import opened, text_of, words_of
from wizard.model.status import Status
from wizard.report import blocks
from wizard.report.blocks import Report
from wizard.report.pdf.draw import draw
from wizard.words import spoken


@pytest.fixture(scope="module")
def slt() -> bytes:
    """A class project as SLT get it."""
    return draw(samples.sample_slt())


def test_first_page_answers_who_what_when_outcome_and_what_to_decide(slt: bytes) -> None:
    """A Head with no time reads one page: all five have to stand there."""
    page = words_of(slt, page=1)
    order = (
        "Newport Junior School", "Class project", "Year 5 river blog", "Siân Łukasz-O’Brien",
        "21 November 2026", "A decision is needed", "in place 22", "To decide and to do",
        "To do: Ask the parents of the three pupils", "Decides: Head (Mrs Jones).",
        "Exception: Is there a pilot?", "Reason: the same tool",
        "Ban for under-16s", "Overview", "Safety",
    )  # fmt: skip
    at = 0
    for words in order:
        found = page.find(words, at)
        assert found >= 0, f"{words!r} is not on the first page, or not after what goes before"
        at = found


def test_nothing_is_looked_for_among_what_is_still_needed() -> None:
    """The search for rubbish took a third of the time of a long paper, and found none.

    It goes on afterwards, also where a paper could not be drawn.
    """
    searched: list[str] = []

    def seen(phase: str, _: dict[str, int]) -> None:
        searched.append(phase)

    report = samples.report(*[samples.answers(20)] * 10)
    gc.callbacks.append(seen)
    try:
        draw(report)
        assert searched.count("start") <= 1  # once it is drawn
    finally:
        gc.callbacks.remove(seen)
    assert gc.isenabled()
    with pytest.raises(ValueError, match="isoformat"):
        draw(dataclasses.replace(report, made="some day"))
    assert gc.isenabled()


def test_no_column_cuts_its_own_name() -> None:
    """Welsh names are longer: "Lline" above "ll" reads as two words."""
    long = {**spoken().starting("paper."), "column.line": "Llinell", "column.done": "Gwnaed"}
    words = words_of(draw(samples.report(samples.MATTERS, samples.answers(2), words=long)))
    assert "Gwnaed" in words
    assert "Llinell" in words


def test_a_matter_that_begins_with_its_status_does_not_say_it_twice() -> None:
    """Read aloud, "Ask: Ask the Head" sounds like a stammer."""
    drawn = draw(samples.report(samples.MATTERS))
    assert "Ask the DSL: may pupils comment" in words_of(drawn)
    assert "Ask: Ask" not in words_of(drawn)
    matter = blocks.Matter(Status.ASK, "TikTok: Ask for help to find it.", "TT2")
    of_a_platform = words_of(draw(samples.report(blocks.Matters((matter,)))))
    assert "TikTok: Ask for help to find it." in of_a_platform
    assert of_a_platform.count("Ask") == 1


def test_an_answer_stands_on_the_line_of_its_status() -> None:
    """Two lines for "In place" and "Yes" made every paper a page longer."""
    row = blocks.AnswerRow("1", "Is it kind?", "Yes", Status.IN_PLACE)
    not_mine = dataclasses.replace(row, said="It doesn't apply", status=Status.DOESNT_APPLY)

    words = words_of(draw(samples.report(blocks.AnswerList((row, not_mine)))))

    assert "In place: Yes" in words
    assert "It doesn't apply" in words
    assert "Doesn’t apply:" not in words


def test_columns_are_named_once_and_again_where_a_table_runs_on() -> None:
    """Naming the three columns before every section is noise, aloud most of all."""
    several = [
        part for nth in range(3) for part in (blocks.Heading(f"S{nth}", 2), samples.answers(2))
    ]

    assert words_of(draw(samples.report(*several))).count("Question") == 1
    assert words_of(draw(samples.report(samples.answers(60)))).count("Question") > 2


def test_every_block_of_a_report_is_drawn(slt: bytes) -> None:
    """A block kind that nobody draws would vanish without a sound."""
    words = words_of(slt)
    for expected in (
        "5 December 2026", "Answers", "Do two adults moderate the blog?",
        "Two families asked for a paper copy", "St Luke’s (4.2, 6): required", "Reason:",
        "A stranger writes to a pupil", "4 × 5 = 20 high", "Where the rows stand",
        "Bring this paper to the meeting.", "Approved with conditions", "Discussed with",
        "Conditions", "Review date", "Signature",
    ):  # fmt: skip
        assert expected in words


def test_every_block_kind_of_the_contract_has_its_drawing() -> None:
    """When the contract grows by a block, this test is the first to say so."""
    ours = (samples.sample_slt(), blank_sheet(), blank_grid())
    whole = [block for one in (*ours, earlier.sample_earlier()) for block in one.blocks]
    assert {type(block) for block in whole} == set(blocks.Block.__args__)


def test_each_page_has_its_number_and_the_reference(slt: bytes) -> None:
    """Pages get separated in an office; each has to say where it belongs."""
    pages = len(opened(slt).pages)
    for page in range(1, pages + 1):
        words = words_of(slt, page=page)
        assert f"Page {page} of {pages}" in words
        assert "Ref 7F3K-92QX" in words
        assert "St Luke’s (date not stated)" in words
        assert "Newport Junior School" in words


def test_same_report_gives_same_bytes_dated_by_the_report() -> None:
    """The file is a record: drawing it again must not make it look like another one."""
    first, second = draw(samples.sample_slt()), draw(samples.sample_slt())
    assert first == second
    file = opened(first)
    for date in ("/CreationDate", "/ModDate"):
        assert str(file.docinfo[date]) == "D:20261121093000+00'00'"


@pytest.mark.parametrize("made", ["2026-11-21", "2026-11-21T09:30:00", "2026-06-01T10:00:00+01:00"])
def test_any_iso_moment_dates_the_file(made: str) -> None:
    """A blank sheet is dated by a day alone, a report by a moment with its zone."""
    drawn = draw(dataclasses.replace(samples.sample_me(), made=made))
    file = opened(drawn)
    assert re.match(r"D:2026\d{10}[+-]\d\d'\d\d'", str(file.docinfo["/CreationDate"]))


def test_words_at_line_ends_are_not_joined(slt: bytes) -> None:
    """Without a space at the end of a line, a screen reader says "everypupil"."""
    assert "Have the parents or carers of every pupil said yes in writing before" in " ".join(
        text_of(slt).split()
    )
    assert "writingbefore" not in text_of(slt)


def test_blank_sheet_has_lines_boxes_and_room_to_write() -> None:
    """A person fills it with a pen: numbers as on screen, every box, every hint."""
    words = words_of(draw(blank_sheet()))
    assert "8b" in words
    assert words.count("Not sure") == 22
    assert "Tick all that apply. Only if" not in words
    assert "Only if line 3 is “Yes”." in words
    assert "What should pupils learn?" in words
    assert "Edition 2026.11" in words
    assert "Ref Edition" not in words


def test_blank_sheet_holds_ten_questions_a_page() -> None:
    """Paper costs money and a thick stack costs courage."""
    assert "11 Could it put you" in words_of(draw(blank_sheet()), page=2)
    assert len(opened(draw(blank_sheet())).pages) <= 5


def test_large_print_reflows_and_loses_nothing() -> None:
    """Large print is the same paper in other type, not the same page blown up."""
    usual = draw(samples.report(*samples.sample_slt().blocks))
    large = draw(samples.report(*samples.sample_slt().blocks, large_print=True))
    assert len(opened(large).pages) > 2 * len(opened(usual).pages)
    words = words_of(large)
    for expected in ("Siân Łukasz-O’Brien", "Turn comments off", "12 January 2027", "Not yet"):
        assert expected in words


def _smallest_type(pdf: bytes) -> float:
    file = opened(pdf)
    code = b"\n".join(page.Contents.read_bytes() for page in file.pages)
    return min(float(size) for size in re.findall(rb"/[RB]\d+ ([\d.]+) Tf", code))


def test_large_print_has_nothing_below_eighteen_points() -> None:
    """The promise of large print holds for furniture, too."""
    assert _smallest_type(draw(blank_sheet(large_print=True))) >= 18
    assert _smallest_type(draw(samples.sample_slt())) >= 8


def test_an_empty_report_is_still_a_paper() -> None:
    """Nothing answered and no school set up is a usual way to start."""
    drawn = draw(all_samples()["bare"])
    assert "Page 1 of 1" in words_of(drawn)


def test_broken_logo_costs_only_the_logo() -> None:
    """A paper without its picture is better than no paper."""
    for logo in (b"not a picture", samples.logo()[:80], b"\x89PNG\r\n\x1a\n"):
        report = dataclasses.replace(samples.sample_me(), logo=logo)
        assert "Newport Junior School" in words_of(draw(report), page=1)


def test_logo_is_drawn_on_the_first_page(slt: bytes) -> None:
    """The school's own mark makes it the school's own paper."""
    file = opened(slt)
    assert "/Logo" in file.pages[0].Resources.XObject


def test_where_who_or_when_is_open_there_is_no_word_but_room() -> None:
    """An empty name must not print as "None" or shift the columns."""
    row = blocks.ActionRow(Status.TO_DO, "Write to the parents.", "3", "", "", done=False)
    words = words_of(draw(samples.report(blocks.Actions((row,)))))
    assert "Write to the parents. line\u00a03".replace("\u00a0", " ") in words
    assert "None" not in words


def _with(block: blocks.Block) -> Report:
    return samples.report(block)


@pytest.mark.parametrize(
    "empty",
    [
        blocks.Facts(()),
        blocks.Points(()),
        blocks.Overview(()),
        blocks.Actions(()),
        blocks.AnswerList(()),
        blocks.Risks(()),
        blocks.Bullets(()),
        blocks.Text(""),
        blocks.Verdict("Nothing answered yet", Status.NOT_ANSWERED, ()),
        blocks.PageBreak(),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_block_with_nothing_in_it_is_drawn_as_nothing(empty: blocks.Block) -> None:
    """Compose may hand over an empty list; the paper must still come out."""
    assert "Class project" in words_of(draw(_with(empty)), page=1)
