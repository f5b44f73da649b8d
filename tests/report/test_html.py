"""What is read on screen: complete, and a person's text stays text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from tests.assess.small_pack import (
    TODAY,
    answers,
    clause,
    pack,
    policy,
    question,
    risk,
    run,
    section,
    setting,
)
from wizard.model.answers import Action, Answer
from wizard.model.clause import Opposite, Side, Tension
from wizard.model.guide import Guide, GuidePart
from wizard.model.pack import Pack
from wizard.model.platform import SafeValue
from wizard.model.question import AnswerKind, Fact
from wizard.model.school import School
from wizard.report import html
from wizard.report.blocks import Bullets, PageBreak, Report
from wizard.report.compose import compose
from wizard.report.compose_blank import compose_blank

HOSTILE = "<img src='file:///etc/passwd'></p><script>x</script> {{ 7 * 7 }} & \"q\""


class Reader(HTMLParser):
    """Reads a page as a text view would: tags apart from words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; but for those inside a line, it begins a new one."""
        self.tags.add(tag)
        if tag not in ("b", "span"):
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += data


SHOWN = {
    "html", "body", "h1", "h2", "h3", "p", "b", "br", "hr", "ul", "li", "span", "table", "tr",
    "th", "td",
}  # fmt: skip
"""Tags that Qt's rich text shows and our pages need."""


def two_policies() -> Pack:
    """Return a pack whose question two policies see otherwise."""
    newport = policy(
        "newport",
        clause("n.1", "newport", "required", "Shoulds"),
        clause("n.2", "newport", "informational", "Aim"),
    )
    oakfield = policy("oakfield", clause("o.1", "oakfield", "prohibited", "Personal use"))
    asked = replace(
        question("q", clauses=("n.1", "n.2", "o.1")),
        facts=(
            Fact("f1", "Posts last.", ("n.2", "o.1")),
            Fact("f2", "The limit is 13.", source="uk-frame", mark="gk", checked="2026-11-21"),
        ),
    )
    sides = (Side("newport", "Be open.", ()), Side("oakfield", "Say nothing.", ()))
    return pack(
        section("s", asked, question("silent")),
        policies=(newport, oakfield),
        opposites=(Opposite("o", "Naming", "q", sides),),
    )


def panel(question_id: str, chosen: str) -> str:
    """Return the words of a policy panel."""
    small = two_policies()
    asked = small.journey.question(question_id)
    assert asked is not None
    page = Reader(html.policy_panel(small, asked, chosen, TODAY))
    assert page.tags <= SHOWN
    return " ".join(page.words.split())


def test_the_panel_shows_the_chosen_policys_clauses_and_edition() -> None:
    """A teacher sees her own school's policy, with how strongly it asks, and no other."""
    words = panel("q", "newport")

    assert "Newport (May 2020)" in words
    assert "Text of n.1 Shoulds: required" in words
    assert "Text of n.2 Aim" in words
    assert "Text of o.1" not in words
    assert "opposite" not in words


def test_the_panel_for_all_shows_every_policy_and_both_sides() -> None:
    """Opposites are shown, never averaged."""
    words = panel("q", "all")

    assert "Text of n.1" in words
    assert "Text of o.1 Personal use: must not" in words
    assert "Be open. Newport Say nothing. Oakfield" in words


def test_policies_that_say_the_very_same_say_it_once() -> None:
    """Two counties share most of their words; who chose no policy read each list twice."""
    named = (("newport", "n.1"), ("oakfield", "o.1"), ("st-lukes", "s.1"))
    rules = [policy(one, clause(id_, one, "required", "Shoulds")) for one, id_ in named]
    same = replace(rules[1].clauses["o.1"], text=rules[0].clauses["n.1"].text)
    small = pack(
        section("s", question("q", clauses=("n.1", "o.1", "s.1"))),
        policies=(rules[0], replace(rules[1], clauses={"o.1": same}), rules[2]),
    )
    asked = small.journey.question("q")
    assert asked is not None

    words = " ".join(Reader(html.policy_panel(small, asked, "all", TODAY)).words.split())

    assert words.count("Text of n.1 Shoulds: required") == 1
    assert "Newport (May 2020) and Oakfield (May 2020) Text of n.1" in words
    assert words.endswith("(May 2020) Text of s.1 Shoulds: required")


def test_the_panel_says_where_a_fact_is_from_and_how_sure_we_are() -> None:
    """Nothing is stated without a source, and general knowledge says so."""
    words = panel("q", "newport")

    assert "Posts last. Newport, Oakfield" in words
    assert (
        "The limit is 13. From national guidance; general knowledge: check with your Head; "
        "checked 21 November 2026"
    ) in words


def test_a_policy_that_contradicts_itself_is_told_where_it_matters() -> None:
    """Contradictions inside one policy are told, not hidden, and only beside their clauses."""
    small = two_policies()
    torn = replace(
        small.policies["newport"], tensions=(Tension("t", "It wants both.", ("n.1", "n.9")),)
    )
    small = replace(small, policies={**small.policies, "newport": torn})
    asked, silent = small.journey.questions()

    assert "The policy says two things" in html.policy_panel(small, asked, "newport", TODAY)
    assert "It wants both." in html.policy_panel(small, asked, "all", TODAY)
    assert "It wants both." not in html.policy_panel(small, asked, "oakfield", TODAY)
    assert "It wants both." not in html.policy_panel(small, silent, "newport", TODAY)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("newport", "Your policy does not speak of this."),
        ("all", "None of the policies speaks of this."),
    ],
)
def test_a_silent_policy_is_said_to_be_silent(chosen: str, words: str) -> None:
    """Good practice is never passed off as the school's own rule."""
    assert words in panel("silent", chosen)


def test_a_settings_panel_has_the_policys_own_safe_value() -> None:
    """The safe value may differ by policy, and then the policy's own comes first."""
    own = {"newport": SafeValue("Only me", ("n.1",))}
    one = replace(setting("fb-1", "facebook", "Friends list"), by_policy=own)
    asked = replace(question("q", clauses=("n.1",)), setting=one)

    page = html.policy_panel(replace(two_policies(), opposites=()), asked, "newport", TODAY)

    assert "Set it to: Only me" in page


def test_a_guide_page_reads_from_top_to_bottom() -> None:
    """Title, intro, headings and points in the order they were written."""
    part = GuidePart("Before", (Fact("a", "Think & look.", ("n.1",)),))
    guide = Guide("g", "Posting", "A page to read.", (part, GuidePart("After", ())))

    page = Reader(html.guide_page(two_policies(), guide, TODAY))

    assert page.words.split() == [
        "Posting", "A", "page", "to", "read.", "Before", "Think", "&", "look.", "Newport", "After",
    ]  # fmt: skip
    assert page.tags <= SHOWN


@pytest.mark.parametrize(("day", "is_old"), [(date(2027, 2, 21), False), (date(2027, 2, 22), True)])
def test_a_fact_past_its_shelf_life_says_so_where_it_is_read(day: date, is_old: bool) -> None:
    """A helpline whose number nobody looked up again must not look like a fresh one."""
    fact = Fact("a", "Call 0344.", (), "uk-frame", "seen", "2026-11-21", 3)
    asked = replace(question("q"), facts=(fact,))
    guide = Guide("g", "Whom to call", "", (GuidePart("For you", (fact,)),))

    pages = (
        html.guide_page(two_policies(), guide, day),
        html.policy_panel(two_policies(), asked, "newport", day),
    )

    assert [("a while ago" in page) for page in pages] == [is_old, is_old]
    assert [('class="stale"' in page) for page in pages] == [is_old, is_old]


def hostile_report() -> Report:
    """Return a paper in which every word a person can type is an attack."""
    small = pack(
        section(
            "s",
            question("line", kind=AnswerKind.LINE),
            question("done"),
            question("left"),
            question("risks", kind=AnswerKind.RISKS),
        )
    )
    row = replace(risk(4, 4), hazard=HOSTILE, who_harmed=HOSTILE, already=HOSTILE, who_acts=HOSTILE)
    given = answers(
        {
            "line": HOSTILE,
            "done": Answer("no", HOSTILE),
            "left": Answer("leave", HOSTILE),
            "risks": (row,),
        }
    ).with_action("done", Action(HOSTILE, HOSTILE))
    made = run(given, title=HOSTILE)
    return compose(small, made, School(HOSTILE), "me", TODAY, reference="7F3K-92QX")


def test_a_persons_text_stays_text() -> None:
    """Mark-up in a note, a name or a title is shown as it was typed, and does nothing."""
    page = Reader(html.preview(hostile_report()))

    assert page.tags <= SHOWN
    assert page.words.count(HOSTILE) >= 9
    assert "49" not in page.words


def test_the_preview_holds_what_the_paper_holds() -> None:
    """What is read before saving is what is printed: every kind of block is drawn."""
    report = hostile_report()
    more = replace(report, blocks=(*report.blocks, Bullets(("One point",)), PageBreak()))

    words = Reader(html.preview(more)).words

    for said in ("Change this first", "To do", "Ref 7F3K-92QX", "4 × 4 = 16", "One point",
                 "Approved with conditions", "Good practice"):  # fmt: skip
        assert said in words


def test_a_blank_sheet_can_be_looked_at_too() -> None:
    """Questions, boxes and the lines they are printed with."""
    small = pack(section("s", question("q", "Is it right?"), letter="A"))

    words = Reader(html.preview(compose_blank(small, School(), "all", large_print=False))).words

    assert "A1 Is it right?" in " ".join(words.split())
    assert "☐ No, not yet" in words


def test_line_ends_in_a_note_are_kept() -> None:
    """A note of three lines reads as three lines."""
    small = pack(section("s", question("q")))
    made = run(answers({"q": Answer("no", "one\ntwo\r\nthree")}))

    page = html.preview(compose(small, made, School(), "me", TODAY))

    assert "one<br>two<br>three" in page


def test_a_missing_word_is_an_error_and_never_blank() -> None:
    """A paper with holes where words should be must not reach anybody."""
    report = hostile_report()
    holed = {key: word for key, word in report.words.items() if key != "column.what"}

    with pytest.raises(UndefinedError):
        html.preview(replace(report, words=holed))
