"""Qt's own words, for the dialogs that are Qt's: to choose a file, to print, their buttons.

Everything else is said by :mod:`wizard.words`.  Qt brings its words for some thirty
languages (not for Welsh); they are read when the first such dialog asks for one.  Where Qt
has no words for the language spoken, its English ones stay.
"""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore

from wizard.words import FALLBACK, spoken

OF_DIALOGS = frozenset({
    "QDialogButtonBox", "QFileDialog", "QFileSystemModel", "QMessageBox", "QPlatformTheme",
    "QSidebar", "QCupsJobWidget", "QPageSetupWidget", "QPageSize", "QPrintDialog",
    "QPrintPropertiesDialog", "QPrintPropertiesWidget", "QPrintSettingsOutput", "QPrintWidget",
})  # fmt: skip
"""Under which names Qt asks for the words of these dialogs."""


class DialogWords(QtCore.QTranslator):
    """What Qt asks for the words of its dialogs; in the language spoken at that moment."""

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._language = FALLBACK
        self._words: QtCore.QTranslator | None = None

    def isEmpty(self) -> bool:
        """Say that there may be words here; Qt leaves out a translator that has none."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        """Return Qt's words for one of its dialogs, or None to leave them in English."""
        if context not in OF_DIALOGS:
            return None
        if self._language != spoken().language:
            self._language = spoken().language
            self._words = self._read(self._language)
        if self._words is None:
            return None
        return self._words.translate(context, text, disambiguation, n) or None

    def _read(self, language: str) -> QtCore.QTranslator | None:
        folder = QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.TranslationsPath)
        file = Path(folder) / f"qtbase_{language}.qm"
        words = QtCore.QTranslator(self)
        return words if words.load(str(file)) else None


def listen(application: QtCore.QCoreApplication) -> None:
    """Answer Qt from here on.  Costs nothing until a dialog is shown."""
    application.installTranslator(DialogWords(application))
