"""The commands about what is saved here: saved, export, import, everything, take, erase."""

from __future__ import annotations

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from wizard.cli import passphrase
from wizard.cli.output import ask, complain, refuse_unless, tell, tell_beside, tell_done, write_text
from wizard.desk import files
from wizard.desk.desk import Desk
from wizard.desk.handover import bringing, carrying, keeping
from wizard.desk.handover.going_over import answers_may_go, archive_may_go
from wizard.desk.handover.replacing import stands_here
from wizard.desk.lock.locking import Lock
from wizard.desk.lock.people import places_of
from wizard.desk.lock.state import LEAST_LETTERS, State
from wizard.desk.paper import made_papers
from wizard.desk.paper.decisions import described, sentence
from wizard.desk.places import Places
from wizard.errors import StoreProblem
from wizard.model.run import RunCard
from wizard.words import say

_OF_THE_STORE, _OF_THE_FILE = "--passphrase-fd", "--file-passphrase-fd"


def saved(options: Namespace, places: Places) -> int:
    """List what is saved here, newest change first."""
    with opened(options, places) as desk:
        cards = desk.runs.list().result()
        decided = desk.decisions.list().result()
        made = desk.papers.made_of().result()
    if options.json:
        listed = [
            _listed(card)
            | {"papers": made_papers.described(made, card.id)}
            | {"decisions": described(decided, card.id)}
            for card in cards
        ]
        tell(json.dumps(listed, indent=1, ensure_ascii=False))
    elif not cards:
        tell(say("commands.saved.none"))
    else:
        for card in cards:
            changed = card.changed.astimezone().strftime("%Y-%m-%d %H:%M")
            tell(f"{card.id}  {changed}  {card.answered}/{card.asked}")
            tell(_in_line(f"{card.journey}: {card.title}"))
            for told in made_papers.history(one for one in made if one.run == card.id):
                tell(_in_line(told))
            for one in decided:
                if one.run == card.id:
                    tell(_in_line(sentence(one)))
    return 0


def export(options: Namespace, places: Places) -> int:
    """Write a saved self-assessment to an answers file."""
    with opened(options, places) as desk:
        file = keeping.as_file(desk, desk.runs.open(options.id).result())
    refuse_unless(options.output, partial(answers_may_go, content=file.content))
    write_text(options.output, file.content.decode())
    return _told(() if file.doubt is None else (str(file.doubt),))


def import_(options: Namespace, places: Places) -> int:
    """Save the answers of a file here, as self-assessments of their own."""
    with opened(options, places) as desk:
        if carrying.is_carried(options.answers):
            descriptor = options.file_passphrase_fd
            secret = passphrase.ask(say("lock.ask.file"), descriptor, _OF_THE_FILE)
            brought = carrying.bring(desk, options.answers, secret)
        else:
            brought = bringing.bring_in(desk, options.answers)
    tell_done("\n".join(brought.ids))
    for told in (*brought.left_out, *brought.unread):
        complain(told)
    if not brought.unread:
        return 0
    count = len(brought.unread)
    complain(say("reading.unread-some", count=count, file=options.answers))
    return 1


def everything(options: Namespace, places: Places) -> int:
    """Write everything that is saved here to one readable archive."""
    place = files.Place(options.output)
    with opened(options, places) as desk:
        refuse_unless(options.output, partial(archive_may_go, now=partial(stands_here, desk)))
        gathering = keeping.Gathering(desk)
        gathering.save(place)
    tell_beside(place)
    return _told(gathering.unsure, gathering.lacking)


def erase(options: Namespace, places: Places) -> int:
    """Erase one self-assessment, or everything, for good."""
    with opened(options, places) as desk:
        if not options.all:
            # Also finds out whether there is one.
            desk.runs.open(options.id).result()
        if not options.yes and not _agreed(options.all):
            complain(say("commands.erase.kept"))
            return 1
        if options.all:
            desk.runs.erase_all().result()
        else:
            desk.runs.erase(options.id).result()
    tell_done(say("commands.erase.done"))
    return 0


def take(options: Namespace, places: Places) -> int:
    """Write everything that is saved here to an encrypted file."""
    # As it is now: what comes there while somebody types a passphrase is not gone over.
    place = files.Place(options.output)
    with opened(options, places) as desk:
        wanted = say("lock.ask.new-file", letters=LEAST_LETTERS)
        secret = passphrase.ask_new(wanted, options.file_passphrase_fd, _OF_THE_FILE)
        taken = carrying.take(desk, place, secret)
    tell_done(say("lock.taken", number=taken.number, file=place.path))
    return _told(taken.unsure, taken.lacking)


def _told(unsure: Sequence[str], lacking: Sequence[str] = ()) -> int:
    """Say what is not in a file or may not open again; the exit code is 1 if there is any."""
    told = keeping.told_of(unsure, lacking)
    for line in told:
        complain(line)
    return 1 if told else 0


@contextmanager
def opened(options: Namespace, places: Places) -> Iterator[Desk]:
    """Open the desk for as long as a command needs it, asking for the passphrase if locked.

    Raises ``StoreProblem`` where nothing is kept here, or the passphrase is another.
    """
    lock = Lock(places_of(places, options.person))
    if lock.state is State.SHARED:
        raise StoreProblem(say("lock.keeps-nothing"))
    if lock.state is State.LOCKED:
        secret = passphrase.ask(say("lock.ask.store"), options.passphrase_fd, _OF_THE_STORE)
        lock.unlock(secret).result()
    desk = Desk(lock.places, lock)
    try:
        desk.ready.result()
        if desk.place_warning:
            complain(desk.place_warning)
        if desk.is_put_back:
            complain(say("errors.store.put-back"))
        yield desk
    finally:
        desk.close()


def _in_line(text: str) -> str:
    """Return a text as one line; where somebody looks at it, no longer than their terminal."""
    line = "    " + " ".join(text.split())
    is_seen = sys.stdout is not None and sys.stdout.isatty()
    wide = shutil.get_terminal_size().columns if is_seen else len(line)
    return line if len(line) <= wide else f"{line[: wide - 1]}…"


def _listed(card: RunCard) -> dict[str, object]:
    return {
        "id": card.id,
        "journey": card.journey,
        "title": card.title,
        "answered": card.answered,
        "asked": card.asked,
        "started": card.started.isoformat(),
        "changed": card.changed.isoformat(),
        "finished": card.finished.isoformat() if card.finished else None,
    }


def _agreed(everything: bool) -> bool:
    question = say("commands.erase.ask-all" if everything else "commands.erase.ask")
    return ask(question).strip().casefold() in ("y", "yes")
