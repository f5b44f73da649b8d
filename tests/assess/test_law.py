"""The dated switch tells where a law stands on the day, and when our look is old."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assess.small_pack import answers, pack, question, section
from wizard.assess.law import is_stale, laws_that_apply
from wizard.model.condition import parse_condition
from wizard.model.law import Law

BAN = Law(
    id="ban",
    title="A ban",
    texts={"announced": "It is coming.", "in-force": "It holds."},
    announced=date(2026, 6, 15),
    in_force=date(2027, 4, 1),
    ended=date(2028, 1, 1),
    checked=date(2026, 11, 21),
    shelf_months=3,
    mark="seen",
    source="uk-frame",
    when=parse_condition("place is yes"),
    journeys=("j",),
)
SMALL = pack(section("s", question("place")), laws=(BAN,))


@pytest.mark.parametrize(
    ("given", "day", "states"),
    [
        ("yes", date(2026, 11, 21), ["announced"]),
        ("yes", date(2027, 3, 31), ["announced"]),
        ("yes", date(2027, 4, 1), ["in-force"]),
        ("yes", date(2028, 1, 1), []),
        ("no", date(2027, 4, 1), []),
        ("", date(2027, 4, 1), []),
    ],
)
def test_a_law_is_told_where_it_bears_and_as_it_stands(
    given: str, day: date, states: list[str]
) -> None:
    """Announced is not in force; a law with nothing to say in its state keeps quiet."""
    found = laws_that_apply(SMALL, answers({"place": given}), day)

    assert [state for _, state in found] == states


def test_a_law_of_another_journey_keeps_quiet() -> None:
    """What bears on a class project is no business of a privacy check-up."""
    other = pack(section("s", question("place")), laws=(BAN,), journey="other")

    assert laws_that_apply(other, answers({"place": "yes"}), date(2026, 11, 21)) == ()


@pytest.mark.parametrize(
    ("checked", "months", "day", "stale"),
    [
        (date(2026, 11, 21), 6, date(2027, 5, 21), False),
        (date(2026, 11, 21), 6, date(2027, 5, 22), True),
        (date(2026, 11, 30), 3, date(2027, 2, 28), False),
        (date(2026, 11, 30), 3, date(2027, 3, 1), True),
        (date(2026, 12, 1), 12, date(2027, 12, 1), False),
        (date(2026, 12, 1), 1, date(2027, 1, 2), True),
    ],
)
def test_shelf_life_counts_in_calendar_months(
    checked: date, months: int, day: date, stale: bool
) -> None:
    """Short months and the turn of the year are where such sums go wrong."""
    assert is_stale(checked, months, day) is stale
