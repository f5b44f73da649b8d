"""What is asked of the store about self-assessments, in SQL."""

from __future__ import annotations

from datetime import datetime

import apsw

from wizard.errors import InputFault, StoreLacks
from wizard.model.run import Run, RunCard
from wizard.safe.canonical import digest
from wizard.store import bodies
from wizard.store.database import decoding, transaction
from wizard.words import say


def create(
    connection: apsw.Connection,
    run: Run,
    content: bytes,
    counts: tuple[int, int],
    *,
    again: bool = False,
) -> None:
    """Put a new self-assessment into the store, with all that it already holds.

    ``again`` says that this was tried before: what that left, if anything, is replaced.
    Otherwise an id that is taken raises ``InputFault``, and nothing is changed.
    """
    if digest(content) != run.content:
        raise ValueError("the content is not the one that the self-assessment names")
    with transaction(connection):
        if again:
            connection.execute("DELETE FROM run WHERE id = ?", (run.id,))
        elif is_there(connection, run.id):
            raise InputFault(say("errors.store.here-already", run=run.id))
        _begin(connection, run, content)
        _write(connection, run, bodies.items(run.answers), counts)


def save(
    connection: apsw.Connection, run: Run, changed: frozenset[str], counts: tuple[int, int]
) -> None:
    """Write the head of ``run`` and the ``changed`` items, all of them or nothing.

    Raises ``StoreLacks`` if the self-assessment was erased meanwhile.
    """
    with transaction(connection):
        _write(connection, run, changed, counts)


def renew(
    connection: apsw.Connection,
    run: Run,
    content: bytes,
    counts: tuple[int, int],
    *,
    even_if_gone: bool = False,
) -> None:
    """Write a self-assessment whole that was carried to newer content.

    Raises ``StoreLacks`` if it was erased meanwhile; ``even_if_gone`` puts it back.
    """
    with transaction(connection):
        if even_if_gone and not is_there(connection, run.id):
            _begin(connection, run, content)
        _keep_content(connection, run, content)
        rows = connection.execute("SELECT item FROM answer WHERE run = ?", (run.id,))
        before = frozenset(str(item) for (item,) in rows)
        _write(connection, run, bodies.items(run.answers) | before, counts)


@decoding()
def cards(connection: apsw.Connection) -> tuple[RunCard, ...]:
    """Return a card of every self-assessment, the one changed last first."""
    rows = connection.execute(
        "SELECT id, journey, title, answered, asked, started, changed, finished "
        "FROM run ORDER BY last_change DESC"
    )
    moment = datetime.fromisoformat
    return tuple(
        [
            # Made from a row as it stands: with names it takes half as long again.
            RunCard._make((*head, moment(started), moment(changed), finished and moment(finished)))
            for *head, started, changed, finished in rows
        ]
    )


@decoding()
def load(connection: apsw.Connection, run_id: str) -> Run:
    """Return one self-assessment whole.  Raises ``InputFault`` if there is none."""
    row = connection.execute(
        "SELECT journey, content, started, changed, policy, title, place, finished "
        "FROM run WHERE id = ?",
        (run_id,),
    ).fetchone()
    if row is None:
        raise not_here(run_id)
    journey, content, started, changed, policy, title, place, finished = row
    texts = connection.execute("SELECT item, body FROM answer WHERE run = ?", (run_id,))
    return Run(
        id=run_id,
        journey=journey,
        content=content,
        started=datetime.fromisoformat(started),
        changed=datetime.fromisoformat(changed),
        policy=policy,
        title=title,
        place=place,
        finished=datetime.fromisoformat(finished) if finished else None,
        answers=bodies.collect(texts),
    )


def content(connection: apsw.Connection, wanted: str) -> bytes:
    """Return the kept content with this SHA-256.  Raises ``InputFault`` if there is none."""
    row = connection.execute("SELECT body FROM content WHERE digest = ?", (wanted,)).fetchone()
    if row is None:
        raise InputFault(say("errors.store.no-questions"))
    return bytes(row[0])


def count_change(connection: apsw.Connection) -> int:
    """Count one change more and return the number; inside a transaction."""
    row = connection.execute("UPDATE state SET changes = changes + 1 RETURNING changes").fetchone()
    assert row is not None
    return int(row[0])


def changes(connection: apsw.Connection) -> int:
    """Return how many changes were made since the store began."""
    row = connection.execute("SELECT changes FROM state").fetchone()
    assert row is not None
    return int(row[0])


def changed_last(connection: apsw.Connection) -> dict[str, int]:
    """Return which few were changed last, and how many changes had been made by then."""
    rows = connection.execute("SELECT id, last_change FROM run ORDER BY last_change DESC LIMIT 5")
    return {str(one): int(last) for one, last in rows}


def changed_at(connection: apsw.Connection, run_id: str) -> int:
    """Return how many changes had been made with the last one of a self-assessment, or 0."""
    row = connection.execute("SELECT last_change FROM run WHERE id = ?", (run_id,)).fetchone()
    return int(row[0]) if row else 0


_LAST = (
    "SELECT id, changed, last_change, title, place FROM run ORDER BY last_change DESC LIMIT 1",
    """SELECT run, item, body FROM answer JOIN
        (SELECT id FROM run ORDER BY last_change DESC LIMIT 1) ON run = id""",
    "SELECT id, fingerprint, recorded FROM decision ORDER BY id DESC LIMIT 1",
    "SELECT id, reference, made FROM paper ORDER BY id DESC LIMIT 1",
)


def last_change(connection: apsw.Connection) -> str:
    """Return a mark of what was put down last: two stores that count as many differ in it.

    It takes a fifth of a save.
    """
    return digest(repr([connection.execute(last).fetchall() for last in _LAST]).encode())


def is_there(connection: apsw.Connection, run_id: str) -> bool:
    """Say whether a self-assessment is kept here."""
    found = connection.execute("SELECT 1 FROM run WHERE id = ?", (run_id,)).fetchone()
    return found is not None


def not_here(run_id: str) -> InputFault:
    """Return the sentence for an id that no self-assessment here has."""
    return InputFault(say("errors.store.not-here", run=run_id[:100]))


def _gone() -> StoreLacks:
    return StoreLacks(say("errors.store.deleted"))


def _keep_content(connection: apsw.Connection, run: Run, content: bytes) -> None:
    connection.execute(
        "INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING", (run.content, content)
    )


def _begin(connection: apsw.Connection, run: Run, content: bytes) -> None:
    _keep_content(connection, run, content)
    connection.execute(
        "INSERT INTO run VALUES (?, ?, ?, '', '', '', 0, 0, ?, '', NULL, 0)",
        (run.id, run.journey, run.content, run.started.isoformat()),
    )


def _write(
    connection: apsw.Connection, run: Run, changed: frozenset[str], counts: tuple[int, int]
) -> None:
    if not is_there(connection, run.id):
        raise _gone()
    answered, asked = counts
    connection.execute(
        "UPDATE run SET content = ?, policy = ?, title = ?, place = ?, answered = ?, asked = ?, "
        "changed = ?, finished = ?, last_change = ? WHERE id = ?",
        (
            run.content, run.policy, _storable(run.title), run.place, answered, asked,
            run.changed.isoformat(), run.finished.isoformat() if run.finished else None,
            count_change(connection), run.id,
        ),
    )  # fmt: skip
    for item in sorted(changed):
        _write_item(connection, run, item)
    if run.finished:
        # What was typed and taken back must not outlive the draft.
        connection.execute("DELETE FROM answer_event WHERE run = ?", (run.id,))


def _write_item(connection: apsw.Connection, run: Run, item: str) -> None:
    text = bodies.body(run.answers, item)
    if text is None:
        connection.execute("DELETE FROM answer WHERE run = ? AND item = ?", (run.id, item))
    else:
        connection.execute(
            "INSERT INTO answer VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
            (run.id, item, text),
        )
    connection.execute(
        "INSERT INTO answer_event (run, item, body) VALUES (?, ?, ?)", (run.id, item, text)
    )


def _storable(text: str) -> str:
    # Half a letter (a lone surrogate, pasted on Windows) is no text for the database.
    return text.encode("utf-8", "replace").decode("utf-8")
