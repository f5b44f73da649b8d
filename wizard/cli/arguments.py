"""The command line: which commands there are and what each takes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.desk.places import Places
from wizard.words import FALLBACK

READERS = ("me", "slt")

MOST_COPIES = 200
"""Blank sheets of one journey in a file: enough for a staff meeting of any school."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A command line that was understood.  ``command`` is None for the window."""

    options: argparse.Namespace

    @property
    def command(self) -> str | None:
        """The command's name."""
        name: str | None = self.options.command
        return name

    @property
    def module(self) -> str:
        """The module the command lives in."""
        return f"wizard.cli.{self.options.room}"

    @property
    def function(self) -> str:
        """The function of that module that runs it."""
        return str(self.options.act)

    @property
    def language(self) -> str:
        """The id of the language to speak; English unless another was named."""
        return str(vars(self.options).get("language", FALLBACK))

    def places(self) -> Places:
        """Where this run finds its content, its school and the answers."""
        named = vars(self.options)
        chosen = {key: named[key] for key in ("data", "content", "school") if key in named}
        return Places(**chosen)


def parse(words: Sequence[str]) -> Parsed:
    """Read the command line.  Wrong usage prints how it goes and exits with 2."""
    return Parsed(_parser().parse_args(words))


def _copies(word: str) -> int:
    number = int(word)
    if not 1 <= number <= MOST_COPIES:
        raise argparse.ArgumentTypeError(f"say a number from 1 to {MOST_COPIES}")
    return number


def _parser() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    everywhere.add_argument("--data", type=Path, metavar="DIR", help="where answers are kept")
    everywhere.add_argument("--school", type=Path, metavar="FILE", help="the school's file")
    everywhere.add_argument("--content", type=Path, metavar="DIR", help="other content")
    everywhere.add_argument("--language", metavar="ID", help="the language to speak (English: en)")
    parser = argparse.ArgumentParser(
        prog="before-you-post",
        description="Check your own use of social media. Without a command it opens the window.",
        parents=[everywhere],
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, room: str, act: str, about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, parents=[everywhere], help=about, description=about, allow_abbrev=False
        )
        command.set_defaults(room=room, act=act)
        return command

    one = add("journeys", "content", "journeys", "list the journeys")
    one.add_argument("--json", action="store_true", help="as JSON")

    one = add("template", "answers", "template", "make an answers file to fill in")
    one.add_argument("journey", metavar="JOURNEY")
    one.add_argument("-o", dest="output", type=Path, metavar="FILE.json")

    one = add("report", "answers", "report", "make the PDF of an answers file")
    one.add_argument("answers", type=Path, metavar="FILE.json")
    one.add_argument("-o", dest="output", type=Path, metavar="OUT.pdf", required=True)
    one.add_argument("--reader", choices=READERS, default="me", help="whom it is for")
    one.add_argument("--policy", metavar="ID", help="weigh the answers by this policy")
    one.add_argument("--no-data", action="store_true", help="carry no answers as data inside")

    one = add("read", "papers", "read", "give back the answers that a PDF carries")
    one.add_argument("paper", type=Path, metavar="FILE.pdf")
    one.add_argument("-o", dest="output", type=Path, metavar="FILE.json")

    one = add("verify", "papers", "verify", "say whether a PDF is as it was made")
    one.add_argument("paper", type=Path, metavar="FILE.pdf")
    one.add_argument("saved", nargs="?", type=Path, metavar="FILE.json", help="compare with this")

    one = add("blank", "answers", "blank", "make the blank checklist of a journey")
    one.add_argument("journeys", nargs="+", metavar="JOURNEY", help="one or several in one file")
    one.add_argument("-o", dest="output", type=Path, metavar="OUT.pdf", required=True)
    one.add_argument("--large-print", action="store_true", help="in letters of 18 points")
    one.add_argument("--fillable", action="store_true", help="with fields to fill in on screen")
    one.add_argument("--copies", type=_copies, default=1, metavar="N", help="N of each, 1 to 200")
    one.add_argument(
        "--platform", action="append", default=[], metavar="ID", help="only this one; repeatable"
    )

    one = add("check", "content", "check", "check the content, printing every fault")
    one.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    one.add_argument(
        "--stale", type=date.fromisoformat, metavar="DATE", help="what to look at again by DATE"
    )

    one = add("trace", "content", "trace", "list what carries each clause of the policies")
    one.add_argument("-o", dest="output", type=Path, metavar="FILE.tsv")
    one.add_argument("--text", action="store_true", help="with what both sides say")

    def kept(name: str, act: str, about: str) -> argparse.ArgumentParser:
        command = add(name, "saved", act, about)
        help_text = "where a script gives the passphrase, if the answers are locked"
        command.add_argument("--passphrase-fd", type=int, metavar="N", help=help_text)
        return command

    def sealed(command: argparse.ArgumentParser) -> None:
        help_text = "where a script gives the passphrase of the encrypted file"
        command.add_argument("--file-passphrase-fd", type=int, metavar="N", help=help_text)

    one = kept("saved", "saved", "list what is saved here")
    one.add_argument("--json", action="store_true", help="as JSON")

    one = kept("export", "export", "write a saved self-assessment to an answers file")
    one.add_argument("id", metavar="ID")
    one.add_argument("-o", dest="output", type=Path, metavar="FILE.json")

    one = kept("import", "import_", "save an answers file, an archive or an encrypted file here")
    one.add_argument("answers", type=Path, metavar="FILE")
    sealed(one)

    one = kept("take", "take", "write all that is saved to an encrypted file to carry away")
    one.add_argument("-o", dest="output", type=Path, metavar="FILE.answers", required=True)
    sealed(one)

    one = kept("everything", "everything", "write all that is saved to one archive")
    one.add_argument("-o", dest="output", type=Path, metavar="FILE.zip", required=True)

    one = kept("erase", "erase", "erase what is saved here")
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar="ID")
    which.add_argument("--all", action="store_true", help="everything")
    one.add_argument("--yes", action="store_true", help="do not ask")

    one = add("demo", "demo", "demo", "make the example papers of every journey")
    one.add_argument("-o", dest="output", type=Path, metavar="DIR", required=True)
    return parser
