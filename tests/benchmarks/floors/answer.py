"""Floor: one answer saved by plain sqlite3, with the same durability and the same rows."""

import sqlite3
from pathlib import Path

SHAPE = """
CREATE TABLE state (id INTEGER PRIMARY KEY, changes INTEGER NOT NULL);
INSERT INTO state VALUES (1, 0);
CREATE TABLE run (id TEXT PRIMARY KEY, journey TEXT, content TEXT, policy TEXT, title TEXT,
    place TEXT, answered INTEGER, asked INTEGER, started TEXT, changed TEXT, finished TEXT,
    last_change INTEGER);
CREATE INDEX run_last_change ON run (last_change);
CREATE TABLE answer (run TEXT, item TEXT, body TEXT, PRIMARY KEY (run, item)) WITHOUT ROWID;
CREATE TABLE answer_event (sequence INTEGER PRIMARY KEY, run TEXT, item TEXT, body TEXT);
CREATE INDEX answer_event_run ON answer_event (run);
"""


def opened(path: Path) -> sqlite3.Connection:
    """Return a fresh database with one run in it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=FULL")
    connection.executescript(SHAPE)
    connection.execute(
        "INSERT INTO run VALUES ('r', 'j', 'c', 'all', '', 'p', 0, 0, '', '', NULL, 0)"
    )
    return connection


def save(connection: sqlite3.Connection, item: str, body: str, moment: str) -> None:
    """Save one answer; it is on the disk when this returns."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE state SET changes = changes + 1")
    connection.execute(
        "UPDATE run SET answered = 1, asked = 2, changed = ?, "
        "last_change = (SELECT changes FROM state) WHERE id = 'r'",
        (moment,),
    )
    connection.execute("INSERT OR REPLACE INTO answer VALUES ('r', ?, ?)", (item, body))
    connection.execute(
        "INSERT INTO answer_event (run, item, body) VALUES ('r', ?, ?)", (item, body)
    )
    connection.execute("COMMIT")
