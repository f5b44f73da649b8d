"""Where things stand on the page: nothing alone at a foot, signatures together."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from itertools import pairwise

import pytest

from tests.report.pdf import samples
from tests.report.pdf.every_sample import all_samples
from tests.report.pdf.reading import opened, operators_of, structure_of, text_of, words_of
from wizard.model.status import Status
from wizard.report import blocks
from wizard.report.pdf.draw import draw
from wizard.report.pdf.looks import PAGE_HEIGHT, PAGE_WIDTH, USUAL


@dataclass
class Run:
    """One run of text: its page, where it stands (from the bottom left), its size."""

    page: int
    x: float
    y: float
    size: float
    tag: str


def _runs(pdf: bytes) -> list[Run]:
    runs = []
    roles = {mark: node.role for node in structure_of(pdf).walk() for mark in node.marks}
    for number, page in enumerate(opened(pdf).pages):
        tag, x, y, size = "", 0.0, 0.0, 0.0
        for operator, operands in operators_of(page):
            match operator:
                case "BDC" | "BMC" if str(operands[0]) != "/Span":
                    tag = str(operands[0])[1:]
                    if tag != "Artifact":
                        tag = roles[number, int(operands[1]["/MCID"])]
                case "BT":
                    x, y = 0.0, 0.0
                case "Td":
                    x, y = x + float(operands[0]), y + float(operands[1])
                case "Tf":
                    size = float(operands[1])
                case "Tj":
                    runs.append(Run(number, x, y, size, tag))
    return runs


@pytest.mark.parametrize("name", sorted(all_samples()))
def test_nothing_is_drawn_outside_the_margins(name: str) -> None:
    """What stands outside is lost to the printer or runs into the foot."""
    report = all_samples()[name]
    for run in _runs(draw(report)):
        assert 20 < run.x < PAGE_WIDTH - 20
        if run.tag != "Artifact":
            assert 60 < run.y < PAGE_HEIGHT - 30


@pytest.mark.parametrize("lines", range(1, 60, 3))
def test_a_heading_is_never_the_last_thing_on_a_page(lines: int) -> None:
    """Wherever the page happens to end, a heading goes with what it heads."""
    filler = blocks.Text("\n".join("line" for _ in range(lines)))
    drawn = draw(
        samples.report(
            filler, blocks.Heading("Part", 1), blocks.Heading("Section", 2), samples.answers(4)
        )
    )
    runs = [run for run in _runs(drawn) if run.tag != "Artifact"]
    for before, after in pairwise(runs):
        if re.fullmatch(r"H\d", before.tag):
            assert before.page == after.page


@pytest.mark.parametrize("lines", [1, 20, 30, 40, 47])
def test_signatures_stand_together_on_one_page(lines: int) -> None:
    """A signature on another page than what it signs is worth nothing."""
    filler = blocks.Text("\n".join("line" for _ in range(lines)))
    drawn = draw(samples.report(filler, samples.SIGN_OFF))
    pages = [
        number
        for number in range(1, len(opened(drawn).pages) + 1)
        if "Signature" in words_of(drawn, page=number).replace("Signatures", "")
    ]
    assert len(pages) == 1
    words = words_of(drawn, page=pages[0])
    assert words.count("Signature") == 3
    assert "Approved with conditions" in words
    assert samples.SIGN_OFF.meaning in words


def test_the_second_persons_part_begins_at_the_top_of_its_page() -> None:
    """In large print it gets a page of its own; the gap above it hung there as if torn off."""
    filler = blocks.Text("\n".join("line" for _ in range(12)))
    runs = _runs(draw(samples.report(filler, samples.SIGN_OFF, large_print=True)))
    held = [[run for run in runs if run.page == page and run.tag != "Artifact"] for page in (1, 2)]
    tops = [page[0].y + page[0].size for page in held]
    assert {page[0].tag for page in held} == {"H2", "H3"}
    assert tops[0] == pytest.approx(tops[1], abs=6)


def test_a_question_among_the_facts_has_a_line_of_its_own() -> None:
    """Its words set how wide "Name" was, broke all the same and shared a row with the policy."""
    asked = "1 What did you see, hear or find?"
    facts = blocks.Facts(
        (("Name", "Ana"), ("Role", "Teacher"), ("Policy", "Newport"), (asked, "Bullying"))
    )
    drawn = draw(samples.report(facts))

    lines = [" ".join(line.split()) for line in text_of(drawn, layout=True).splitlines()]
    assert "Name Ana Role Teacher" in lines
    assert "Policy Newport" in lines
    assert f"{asked} Bullying" in lines


def test_head_of_a_table_is_repeated_and_read_once() -> None:
    """Each page shows what the columns are; a screen reader hears it at the start alone."""
    drawn = draw(samples.report(samples.answers(40)))
    pages = len(opened(drawn).pages)
    assert pages > 2
    for number in range(1, pages):
        assert "Line Question Answer" in words_of(drawn, page=number)
    heads = [node for node in structure_of(drawn).all("TH") if "Column" in node.attributes]
    assert [len(node.marks) for node in heads] == [1, 1]


def test_low_rows_are_never_split() -> None:
    """A question at the foot and its answer on the next page would be hard to read."""
    for lead in range(8):
        filler = blocks.Text("\n".join("line" for _ in range(lead + 1)))
        drawn = draw(samples.report(filler, samples.answers(40, note="short")))
        for number in range(1, len(opened(drawn).pages)):
            words = words_of(drawn, page=number)
            assert words.count("Have the parents") == words.count("anything with a picture")


def test_no_page_is_empty() -> None:
    """A break right where a page ends anyway must not add an empty page."""
    drawn = draw(
        samples.report(blocks.PageBreak(), blocks.PageBreak(), samples.SIGN_OFF, blocks.PageBreak())
    )
    assert len(opened(drawn).pages) <= 2


def test_a_long_answer_runs_beneath_its_question_at_full_width() -> None:
    """In the narrow column it would take three times the room."""
    long = "We write about the river, week by week, and everybody at home reads along. " * 6
    row = blocks.AnswerRow("1", "What for?", long.strip(), Status.IN_PLACE)
    drawn = draw(samples.report(blocks.AnswerList((row,))))
    assert long.strip() in words_of(drawn)
    lines = [run for run in _runs(drawn) if run.tag == "P" and run.size == USUAL.body.size]
    assert len({round(run.x) for run in lines[-4:]}) == 1
    assert lines[-1].x < PAGE_WIDTH / 4


def test_long_words_of_a_policy_stand_right_below_their_question() -> None:
    """An empty line between the two looks like a gap in the paper, and costs pages."""
    row = blocks.AnswerRow("1", "Why?", "Not yet", Status.TO_DO, cites="Newport: advised. " * 8)
    drawn = draw(samples.report(blocks.AnswerList((row,))))
    runs = [run for run in _runs(drawn) if run.tag != "Artifact"]
    question = next(run for run in runs if run.size == USUAL.body.size)
    below = [run.y for run in runs if run.size == USUAL.small.size and run.y < question.y]
    assert question.y - max(below) < USUAL.body.leading + 4


def test_a_long_label_without_a_value_stays_on_the_page() -> None:
    """A question that sets the scene may be long, and its answer still to be written."""
    for large in (False, True):
        facts = blocks.Facts((("Which class or group takes part? " * 30, ""),))
        for run in _runs(draw(samples.report(facts, large_print=large))):
            assert run.tag == "Artifact" or 60 < run.y < PAGE_HEIGHT - 30


def test_a_few_lines_get_no_page_of_their_own() -> None:
    """With a little less white they fit before the page to sign; alone they cost a sheet."""
    row = blocks.AnswerRow("1", "Do two adults moderate the blog?", "Yes", Status.IN_PLACE)
    section = (blocks.Heading("Section", 2), blocks.AnswerList((row,)))
    statement = samples.SIGN_OFF.slt_statement * 5  # so that the page to sign is a full one
    signed = dataclasses.replace(samples.SIGN_OFF, slt_statement=statement)
    for count in range(20, 40):
        drawn = draw(samples.report(*section * count, signed))
        pages = range(1, len(opened(drawn).pages) + 1)
        asked = [words_of(drawn, page=page).count("?") for page in pages]
        assert sum(asked) == count
        assert min(asked[:-1]) > 3


def test_a_matter_with_a_long_note_begins_below_its_heading() -> None:
    """Held together, it left the heading alone on one page, and an empty one before it."""
    note = " ".join(f"w{number}" for number in range(3000))
    matter = blocks.Matter(Status.TO_DO, "Ask for consent.", "1", note=note)
    drawn = draw(samples.report(blocks.Heading("To decide", 2), blocks.Matters((matter,))))
    first = words_of(drawn, page=1)
    assert "To decide" in first
    assert "Ask for consent." in first
    assert "w100" in first


def test_no_line_is_drawn_through_a_name_of_several_lines() -> None:
    """A person has the name they have, and a role may be a sentence."""
    name = " ".join(["Featherstonehaugh"] * 8)
    signed = dataclasses.replace(samples.SIGN_OFF, staff=blocks.SignatureBlock("Staff", name))
    file = opened(draw(samples.report(signed)))
    bases: list[float] = []
    rules: list[float] = []
    y = moved = 0.0
    outer: list[float] = []
    for operator, operands in operators_of(file.pages[-1]):
        match operator:
            case "BT":
                y = 0.0
            case "Td":
                y += float(operands[1])
            case "Tj" if b"Featherstonehaugh" in bytes(operands[0]):
                bases.append(y)
            case "q":
                outer.append(moved)
            case "Q":
                moved = outer.pop()
            case "cm":
                moved += float(operands[5])
            case "l":
                rules.append(moved + float(operands[1]))
    assert len(rules) > 5
    assert len(bases) >= 3
    assert [rule for rule in rules if min(bases) < rule < max(bases)] == []
