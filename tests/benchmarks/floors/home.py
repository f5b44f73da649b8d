"""A part of the start: home's words and widgets as bare as Qt has them, and none of our code.

The same fonts and style sheet as the floor; the menus' titles, a page that scrolls, its
heading and lead, and a button for each journey with three texts on it, in two columns.  A
journey can not be chosen in it: nothing is connected, kept, asked of the disk or announced.

Use: ``python -m tests.benchmarks.floors.home FONTS_FOLDER SHEET_FILE WORDS_FILE``, the words
one a line: four menus, heading, lead, the heading of the journeys, then three for each.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.benchmarks.floors.window import dressed

MENUS, HEAD = 4, 3


# The style sheet knows its parts by these names.
class Title(QLabel):
    """The heading."""


class Lead(QLabel):
    """What stands under it."""


class SectionTitle(QLabel):
    """The heading of the journeys, and here of each."""


class Tile(QPushButton):
    """A journey."""


def main(fonts: Path, sheet: Path, words: Path) -> int:
    """Show the window until it is painted."""
    application = dressed(fonts, sheet)
    lines = words.read_text("utf-8").splitlines()
    window = QMainWindow()
    for line in lines[:MENUS]:
        window.menuBar().addMenu(line)
    area, page = QScrollArea(), QWidget()
    rows, tiles = QVBoxLayout(page), QGridLayout()
    for kind, line in zip((Title, Lead, SectionTitle), lines[MENUS:], strict=False):
        rows.addWidget(_wrapped(kind(line)))
    journeys = lines[MENUS + HEAD :]
    for place in range(0, len(journeys), 3):
        tile = Tile()
        inside = QVBoxLayout(tile)
        for kind, line in zip((SectionTitle, QLabel, QLabel), journeys[place:], strict=False):
            inside.addWidget(_wrapped(kind(line)))
        tiles.addWidget(tile, place // 6, place // 3 % 2)
    rows.addLayout(tiles)
    rows.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(page)
    window.setCentralWidget(area)
    window.resize(1180, 800)
    window.show()
    return application.exec()


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    return label


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
