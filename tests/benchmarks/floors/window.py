"""Floor: a bare stacked window with the same fonts and the same style sheet.

Use: ``python -m tests.benchmarks.floors.window FONTS_FOLDER SHEET_FILE``
"""

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget

from tests.benchmarks.painted import tell_when_painted


def dressed(fonts: Path, sheet: Path) -> QApplication:
    """Return an application with fonts and style sheet, which tells when it is painted."""
    tell_when_painted()
    application = QApplication([])
    application.setStyle("Fusion")
    for file in sorted(fonts.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    application.setFont(QFont("Source Sans 3", 12))
    application.setStyleSheet(sheet.read_text("utf-8"))
    return application


def main(fonts: Path, sheet: Path) -> int:
    """Show the window until it is painted."""
    application = dressed(fonts, sheet)
    window = QMainWindow()
    pages = QStackedWidget()
    pages.addWidget(QLabel("Before You Post"))
    window.setCentralWidget(pages)
    window.resize(1180, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
