"""The command line: which commands there are and what each takes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from wizard.cli import phrases, values
from wizard.desk.paper.blanks import MOST_COPIES
from wizard.desk.places import Places
from wizard.model.decision import BOXES
from wizard.model.paper import READERS
from wizard.words import FALLBACK, say

DECISIONS = tuple(decided.value for decided in BOXES)


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
    phrases.speak()
    return Parsed(_parser().parse_args(words))


def named_in(words: Sequence[str], option: str) -> str:
    """Return what a command line names by an option, or nothing, before it is read.

    Help is said in the language it names, which may lie in the content it names.
    """
    for at, word in enumerate(words):
        if word == option and at + 1 < len(words):
            return words[at + 1]
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return ""


def _copies(word: str) -> int:
    return values.copies(word, MOST_COPIES)


def _file(ending: str) -> str:
    """What stands for a file of a kind."""
    return f"{say('commands.name.file')}.{ending}"


def _parser() -> argparse.ArgumentParser:
    everywhere = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_places(everywhere)
    parser = argparse.ArgumentParser(
        prog="before-you-post",
        description=say("commands.about"),
        parents=[everywhere],
        allow_abbrev=False,
        formatter_class=phrases.PlainHelp,
    )
    parser.set_defaults(command=None)
    commands = _Commands(parser, everywhere)
    _add_papers(commands)
    _add_content(commands)
    _add_saved(commands)
    one = commands.add("demo", "demo", "demo", say("commands.about.demo"))
    one.add_argument(
        "-o", dest="output", type=values.place, metavar=say("commands.name.folder"), required=True
    )
    one = commands.add("menu", "menu", "menu", say("menu.about"))
    one.add_argument("--everybody", action="store_true", help=say("menu.everybody"))
    one.add_argument("--remove", action="store_true", help=say("menu.remove"))
    return parser


class _Commands:
    """The commands of a parser, to which more are added one by one."""

    def __init__(
        self, parser: argparse.ArgumentParser, everywhere: argparse.ArgumentParser
    ) -> None:
        self._everywhere = everywhere
        self._inside = parser.add_subparsers(
            dest="command", title=say("commands.title"), metavar=say("commands.name.command")
        )

    def add(self, name: str, room: str, act: str, about: str) -> argparse.ArgumentParser:
        """Add a command that the function ``act`` of ``wizard.cli.<room>`` runs."""
        command = self._inside.add_parser(
            name,
            parents=[self._everywhere],
            help=about,
            description=about,
            allow_abbrev=False,
            formatter_class=phrases.PlainHelp,
        )
        command.set_defaults(room=room, act=act)
        return command

    def add_kept(
        self, name: str, act: str, about: str, room: str = "saved"
    ) -> argparse.ArgumentParser:
        """Add a command about what is saved, which may be locked."""
        command = self.add(name, room, act, about)
        command.add_argument(
            "--passphrase-fd",
            type=values.whole,
            metavar="N",
            help=say("commands.option.passphrase-fd"),
        )
        command.add_argument("--person", metavar="NAME", help=say("people.option"))
        return command


def _add_places(everywhere: argparse.ArgumentParser) -> None:
    folder, file = say("commands.name.folder"), say("commands.name.file")
    add = everywhere.add_argument
    add("--data", type=values.place, metavar=folder, help=say("commands.option.data"))
    add("--school", type=values.place, metavar=file, help=say("commands.option.school"))
    add("--content", type=values.place, metavar=folder, help=say("commands.option.content"))
    add("--language", metavar=say("commands.name.id"), help=say("commands.option.language"))


def _add_papers(commands: _Commands) -> None:
    journey, name = say("commands.name.journey"), say("commands.name.id")

    one = commands.add("template", "answers", "template", say("commands.about.template"))
    one.add_argument("journey", metavar=journey)
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("json"))

    one = commands.add_kept("report", "report", say("commands.about.report"), room="answers")
    said = say("commands.option.reported")
    one.add_argument("answers", type=values.place, metavar=f"{_file('json')}|{name}", help=said)
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("pdf"), required=True)
    one.add_argument("--reader", choices=READERS, default="me", help=say("commands.option.reader"))
    one.add_argument("--policy", metavar=name, help=say("commands.option.policy"))
    one.add_argument("--no-data", action="store_true", help=say("commands.option.no-data"))

    one = commands.add("read", "papers", "read", say("commands.about.read"))
    one.add_argument("paper", type=values.place, metavar=_file("pdf"))
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("json"))

    one = commands.add("verify", "papers", "verify", say("commands.about.verify"))
    one.add_argument("paper", type=values.place, metavar=_file("pdf"))
    one.add_argument(
        "saved",
        nargs="?",
        type=values.place,
        metavar=_file("json"),
        help=say("commands.option.saved"),
    )

    one = commands.add("blank", "answers", "blank", say("commands.about.blank"))
    one.add_argument("journeys", nargs="+", metavar=journey, help=say("commands.option.journeys"))
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("pdf"), required=True)
    one.add_argument("--large-print", action="store_true", help=say("commands.option.large-print"))
    one.add_argument("--fillable", action="store_true", help=say("commands.option.fillable"))
    said = say("commands.option.copies", most=MOST_COPIES)
    one.add_argument("--copies", type=_copies, default=1, metavar="N", help=said)
    said = say("commands.option.platform")
    one.add_argument("--platform", action="append", default=[], metavar=name, help=said)


def _add_content(commands: _Commands) -> None:
    one = commands.add("journeys", "content", "journeys", say("commands.about.journeys"))
    one.add_argument("--json", action="store_true", help=say("commands.option.json"))

    one = commands.add("check", "content", "check", say("commands.about.check"))
    one.add_argument("folder", nargs="?", type=values.place, metavar=say("commands.name.folder"))
    said = say("commands.option.stale")
    one.add_argument("--stale", type=values.day, metavar=say("commands.name.day"), help=said)

    one = commands.add("trace", "content", "trace", say("commands.about.trace"))
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("tsv"))
    one.add_argument("--text", action="store_true", help=say("commands.option.text"))


def _add_saved(commands: _Commands) -> None:
    name = say("commands.name.id")

    def sealed(command: argparse.ArgumentParser) -> None:
        said = say("commands.option.file-passphrase-fd")
        command.add_argument("--file-passphrase-fd", type=values.whole, metavar="N", help=said)

    one = commands.add_kept("saved", "saved", say("commands.about.saved"))
    one.add_argument("--json", action="store_true", help=say("commands.option.json"))

    one = commands.add_kept("export", "export", say("commands.about.export"))
    one.add_argument("id", metavar=name)
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("json"))

    one = commands.add_kept("import", "import_", say("commands.about.import"))
    one.add_argument("answers", type=values.place, metavar=say("commands.name.file"))
    sealed(one)

    _add_decide(commands)

    one = commands.add_kept("take", "take", say("commands.about.take"))
    one.add_argument(
        "-o", dest="output", type=values.place, metavar=_file("answers"), required=True
    )
    sealed(one)

    one = commands.add_kept("everything", "everything", say("commands.about.everything"))
    one.add_argument("-o", dest="output", type=values.place, metavar=_file("zip"), required=True)

    one = commands.add_kept("erase", "erase", say("commands.about.erase"))
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar=name)
    which.add_argument("--all", action="store_true", help=say("commands.option.all"))
    one.add_argument("--yes", action="store_true", help=say("commands.option.yes"))


def _add_decide(commands: _Commands) -> None:
    one = commands.add_kept("decide", "decide", say("commands.about.decide"), room="decide")
    said = say("commands.option.signed")
    named = f"{say('commands.name.reference')}|{_file('pdf')}"
    one.add_argument("paper", metavar=named, help=said)
    said = say("commands.option.decision")
    one.add_argument("--decision", choices=DECISIONS, required=True, help=said)
    texts, days = say("commands.name.text"), say("commands.name.day")
    one.add_argument("--who", metavar=texts, required=True, help=say("commands.option.who"))
    one.add_argument("--role", metavar=texts, default="", help=say("commands.option.role"))
    one.add_argument("--date", metavar=days, default="", help=say("commands.option.date"))
    said = say("commands.option.conditions")
    one.add_argument("--conditions", metavar=texts, default="", help=said)
    one.add_argument("--review", metavar=days, default="", help=say("commands.option.review"))
    one.add_argument("--yes", action="store_true", help=say("commands.option.instead"))
