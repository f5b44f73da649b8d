"""The dialogs that are Qt's own speak the language chosen, where Qt knows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from wizard import paths, words
from wizard.words import Words


@pytest.fixture
def german(tmp_path: Path) -> Words:
    """A language that Qt knows and of which we have not a word."""
    (tmp_path / "en").mkdir()
    (tmp_path / "languages.tsv").write_text("id\tname\treviewed\tremark\nde\tDeutsch\tyes\t\n")
    return Words(tmp_path, "de")


@pytest.mark.usefixtures("application")
def test_the_dialog_for_files_speaks_as_chosen(german: Words) -> None:
    """A button in another language than all the rest is the one that is not understood."""
    words.use(german)
    dialog = QFileDialog(None, "", "")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()

    said = [button.text() for button in dialog.findChildren(QDialogButtonBox)[0].buttons()]

    dialog.close()
    dialog.deleteLater()
    assert any("Abbrechen" in text for text in said)


@pytest.mark.usefixtures("application")
def test_what_is_no_dialog_is_left_to_us(german: Words) -> None:
    """All that the window itself says comes from the catalogue alone."""
    words.use(german)

    assert QCoreApplication.translate("QLineEdit", "&Undo") == "&Undo"
    assert QCoreApplication.translate("Ours", "Cancel") == "Cancel"


@pytest.mark.usefixtures("application")
def test_a_language_qt_does_not_know_stays_english() -> None:
    """Welsh is one: nothing may break, and no button may lose its words."""
    words.use(Words(paths.content_folder() / "words", "cy"))

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.usefixtures("application")
def test_the_language_may_change_while_the_window_is_open(german: Words) -> None:
    """It is chosen under Settings, and holds at once."""
    before = QCoreApplication.translate("QPlatformTheme", "Cancel")
    words.use(german)

    after = QCoreApplication.translate("QPlatformTheme", "Cancel")

    assert (before, after) == ("Cancel", "Abbrechen")
