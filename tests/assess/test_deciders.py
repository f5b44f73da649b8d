"""Asking leads to a named person wherever a name is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.small_pack import pack, question, section
from wizard.assess.deciders import who_decides
from wizard.model.answers import Answers, Person
from wizard.model.pack import Gone
from wizard.model.school import School

MAIR, LEE = Person("Mair Price", "Head"), Person("Tom Lee", "Deputy")


@pytest.mark.parametrize(
    ("role", "people", "own", "said"),
    [
        ("head", {"head": MAIR}, {}, "Mair Price (Head)"),
        ("head", {"head": MAIR}, {"head": Person("Jo Ash", "")}, "Jo Ash (Head)"),
        ("head-or-deputy", {"head": MAIR, "deputy": LEE}, {},
         "Mair Price (Head) or Tom Lee (Deputy)"),
        ("head-or-deputy", {"deputy": LEE}, {}, "Tom Lee (Deputy)"),
        ("head-or-deputy", {}, {}, "Head or Deputy"),
        ("dsl", {"head": MAIR}, {}, "DSL"),
        ("", {"head": MAIR}, {}, ""),
    ],
)  # fmt: skip
def test_who_decides_is_said_by_name(
    role: str, people: dict[str, Person], own: dict[str, Person], said: str
) -> None:
    """The person's own entry, then the school's, then the role alone."""
    found = who_decides(
        pack(section("s", question("q"))), role, School(people=people), Answers(people=own)
    )

    assert found == said


def test_whom_the_schools_file_names_under_an_older_role_is_said() -> None:
    """Our update renamed a role: the name in the school's file stood for nobody any more."""
    renamed = replace(pack(section("s", question("q"))), roles_gone=Gone({"dso": "dsl"}))

    found = who_decides(renamed, "dsl", School(people={"dso": MAIR}), Answers())

    assert found == "Mair Price (DSL)"
