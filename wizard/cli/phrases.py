"""What Python's reader of command lines says on its own, in the language chosen.

It asks for each of its phrases by the English one (``argparse._``, the way it leaves open
for translations); we answer from ``content/words``.  A phrase we do not know, of a later
Python say, stays in English.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from wizard.words import say

PHRASES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "usage: ": ("commands.usage", {}),
    "options": ("commands.options", {}),
    "positional arguments": ("commands.positional", {}),
    "show this help message and exit": ("commands.help", {}),
    "%(prog)s: error: %(message)s\n": (
        "commands.wrong",
        {"program": "%(prog)s", "message": "%(message)s"},
    ),
    "argument %(argument_name)s: %(message)s": (
        "commands.wrong.argument",
        {"argument": "%(argument_name)s", "message": "%(message)s"},
    ),
    "unrecognized arguments: %s": ("commands.wrong.unknown", {"arguments": "%s"}),
    "the following arguments are required: %s": ("commands.wrong.missing", {"arguments": "%s"}),
    "one of the arguments %s is required": ("commands.wrong.one-of", {"arguments": "%s"}),
    "not allowed with argument %s": ("commands.wrong.not-with", {"argument": "%s"}),
    "expected one argument": ("commands.wrong.one", {}),
    "expected at most one argument": ("commands.wrong.at-most-one", {}),
    "expected at least one argument": ("commands.wrong.at-least-one", {}),
    "ignored explicit argument %r": ("commands.wrong.no-value", {"value": "%r"}),
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "commands.wrong.choice",
        {"value": "%(value)r", "choices": "%(choices)s"},
    ),
}
"""The English phrase, its id, and how the places of ours are called there."""


def spoken(phrase: str) -> str:
    """Return one of argparse's phrases in the language chosen, still to be filled in by it."""
    if phrase not in PHRASES:
        return phrase
    word_id, places = PHRASES[phrase]
    # A percent sign of the sentence's own is none of argparse's.
    marks = {name: f"\0{number}\0" for number, name in enumerate(places)}
    said = say(word_id, **marks).replace("%", "%%")
    for mark, place in zip(marks.values(), places.values(), strict=True):
        said = said.replace(mark, place)
    if "%" not in phrase:
        said = said.replace("%%", "%")
    return said + phrase[len(phrase.rstrip()) :]


def speak() -> None:
    """Let argparse ask us from here on."""
    vars(argparse)["_"] = spoken


class PlainHelp(argparse.HelpFormatter):
    """Help whose sentences are words and no formats: a percent sign in them is just that."""

    def _get_help_string(self, action: argparse.Action) -> str:
        return (action.help or "").replace("%", "%%")
