"""A file changed as its writer would have: what was not touched stays, letter for letter."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from wizard import paths
from wizard.pack.load import load_yaml, plain
from wizard.pack.rewrite import rewrite, write_yaml
from wizard.pack.source import FolderSource

BEFORE = """\
# Ours.
name: Riverside
policy: newport   # as the governors said

people:
  # Since May.
  head: {name: Ann, role: Head}
  dsl: {name: Bo, role: DSL}
links:
  - {title: Policy, address: "S:/a"}   # moved
  # The other one.
  - title: Form
    address: T:/b
note: >
  Two lines
  of text.
# The end.
"""


def _entries(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def _changed(**keys: object) -> tuple[str, tuple[int, ...]]:
    wanted = _entries(BEFORE) | keys
    done = rewrite(BEFORE, {key: value for key, value in wanted.items() if value is not None})
    return done.content.decode(), done.lost


def test_what_says_the_same_is_the_same() -> None:
    """Saving without a change must not touch the file."""
    assert _changed() == (BEFORE, ())


def test_a_text_changes_in_its_line() -> None:
    """The remark behind it stays behind it."""
    text, lost = _changed(policy="all")

    assert text == BEFORE.replace("policy: newport", "policy: all")
    assert lost == ()


def test_what_is_new_stands_where_it_belongs() -> None:
    """Behind what it follows, before the remark that is about the next."""
    wanted = _entries(BEFORE)
    entries = {"name": wanted.pop("name"), "logo": "school-logo", **wanted}
    entries["people"] = {**entries["people"], "ict": {"name": "Cy", "role": ""}}
    entries["links"] = [*entries["links"], {"title": "New", "address": "U:/c"}]
    text = rewrite(BEFORE, entries).content.decode()

    assert text.index("logo: school-logo") == text.index("policy:") - len("logo: school-logo\n")
    assert "  ict:\n    name: Cy\n    role:" in text
    assert text.index("    address: T:/b") < text.index("title: New") < text.index("note:")
    assert all(line in text.splitlines() for line in BEFORE.splitlines())


def test_what_goes_is_told_with_its_line() -> None:
    """A remark without its entry has no place; where it was is said."""
    links = _entries(BEFORE)["links"][1:]
    text, lost = _changed(links=links, people=None)

    assert lost == (6, 10)
    assert "# The other one." in text
    assert "head" not in text


@pytest.mark.parametrize(
    "before",
    [
        "{name: Riverside, policy: newport}   # all in one\n",
        "name: Riverside\r\npolicy: newport\r\n",
        "name: Riverside\npolicy: newport",
        '"name" : "Riverside"\npolicy:\n  newport\n',
        "name: Riverside\npolicy:\n",
    ],
)
def test_every_way_of_writing_can_be_changed(before: str) -> None:
    """People write YAML as they like; what comes out says what was wanted."""
    wanted = {"name": "Ysgol: 'y' #1", "policy": "all", "people": {"head": {"name": "no"}}}

    assert _entries(rewrite(before, wanted).content.decode()) == wanted


_TEXTS = st.text("ab01 :#-?'\"{}[]&*!|>%@`\\,~=\n\té日😀", max_size=20)
"""Of all that YAML reads as a sign of its own, and letters beyond the first alphabet."""
_VALUES = st.recursive(
    _TEXTS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(_TEXTS, inside, max_size=3),
)


@given(st.data())
def test_whatever_is_wanted_is_what_it_says(data: st.DataObject) -> None:
    """The strict way round: any change reads back as it was meant, by our own reader."""
    wanted = copy.deepcopy(_entries(BEFORE))
    for key in data.draw(st.lists(st.sampled_from(sorted(wanted)), unique=True)):
        wanted[key] = data.draw(_VALUES)
    if data.draw(st.booleans()):
        wanted.pop("name")
    done = rewrite(BEFORE, wanted)

    assert _entries(done.content.decode()) == wanted


def test_the_sample_reads_back_through_our_reader(tmp_path: Path) -> None:
    """What is written anew is as good as what was shipped."""
    folder = paths.content_folder() / "school-example"
    table = load_yaml(FolderSource(folder), "school.yaml", [])
    assert table is not None
    entries = plain(table)
    assert isinstance(entries, dict)
    (tmp_path / "school.yaml").write_bytes(write_yaml(entries))
    again = load_yaml(FolderSource(tmp_path), "school.yaml", [])

    assert again is not None
    assert plain(again) == entries


def test_half_a_letter_is_written_so_that_it_is_read_again() -> None:
    """A name pasted on Windows held one; nobody at the school could begin anything until noon."""
    half = "Riverside \ud83d"

    assert _entries(write_yaml({"name": half}).decode()) == {"name": "Riverside ?"}
    assert _changed(name=half)[0] == BEFORE.replace("name: Riverside", "name: Riverside ?")
