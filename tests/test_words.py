"""The program's own sentences: which languages there are, and what stands in for a hole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import Source
from wizard import errors, paths, words
from wizard.words import FIRST, Words, languages

TOP = Path(__file__).resolve().parent.parent

SPOKEN_TO = frozenset(
    name for name, kind in vars(errors).items() if isinstance(kind, type) and name[0].isupper()
) | {
    "ArgumentTypeError", "UsageError", "fault", "make_fault", "note",
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle",
    "setPlaceholderText", "setTitle", "setStatusTip", "QLabel", "QAction", "QPushButton",
    "addAction", "addMenu", "information", "question", "warn", "announce", "complain", "tell",
}  # fmt: skip
"""What takes a sentence to a person: the faults, the widgets, the command line's output."""

SPOKEN_AS = frozenset({"help", "description", "title", "metavar", "usage", "epilog"})
"""The arguments that say a sentence, whatever they are given to."""

FOR_WRITERS = "wizard/ui/pictures.py"
"""It draws the pictures of the documents: no part of what a school is given to use."""

SENTENCE = re.compile(r"[A-Za-z]{2}.* |[A-Z][a-z]+.*[.?!]$")

WHOLE = re.compile(r"(?!SELECT|INSERT|UPDATE|DELETE)[A-Z]\w*,?( [^ ]+){2,}[.?!]")
"""Three words or more, from a capital to a full stop; what is said to the database apart."""

SHIPPED = paths.content_folder() / "words"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write two languages: English, and a draft of Welsh with a hole and two slips."""
    (tmp_path / "en").mkdir()
    (tmp_path / "cy").mkdir()
    (tmp_path / "languages.tsv").write_text(
        "id\tname\treviewed\tremark\ncy\tCymraeg\tno\tDrafft. A draft.\n", "utf-8"
    )
    (tmp_path / "en" / "a.tsv").write_text(
        "# id\ttext\nhello\tHello {name}\nbye\tGoodbye\nday\t{day} of {month}\nodd\tOdd {name}\n",
        "utf-8",
    )
    (tmp_path / "cy" / "a.tsv").write_text(
        "hello\tHelo {name}\nday\t{dydd} {month}\nodd\tOd {name\nbye\t\n", "utf-8"
    )
    return tmp_path


def test_a_hole_is_filled_with_english_and_told(folder: Path) -> None:
    """Half a translation must still be a whole program, and say what it lacks."""
    welsh = Words(folder, "cy")

    assert welsh.say("hello", name="Ŵyn") == "Helo Ŵyn"
    assert welsh.say("bye") == "Goodbye"
    assert welsh.missing == {"bye", "day", "odd"}


def test_a_slip_in_a_translation_is_not_a_crash(folder: Path) -> None:
    """A place the program does not fill would stop a person in mid-sentence."""
    welsh = Words(folder, "cy")

    assert welsh.say("day", day=3, month="Mai") == "3 of Mai"
    assert welsh.say("odd", name="x") == "Odd x"


def test_a_language_is_added_by_files_alone(folder: Path) -> None:
    """Whoever knows a language need not know how to program."""
    listed = folder / "languages.tsv"
    listed.write_text(listed.read_text("utf-8") + "pl\tPolski\tyes\t\n", "utf-8")
    (folder / "pl").mkdir()
    (folder / "pl" / "a.tsv").write_text("bye\tDo widzenia\n", "utf-8")

    assert [one.name for one in languages(folder)] == ["English", "Cymraeg", "Polski"]
    assert Words(folder, "pl").say("bye") == "Do widzenia"
    assert Words(folder, "pl").remark == ""


def test_a_draft_says_so(folder: Path) -> None:
    """Nobody must take a draft for what a translator has answered for."""
    assert Words(folder, "cy").remark == "Drafft. A draft."
    assert Words(folder).remark == ""


def test_the_language_chosen_is_spoken(folder: Path) -> None:
    """What is said, and what a PDF names as its language, come from one choice."""
    words.use(Words(folder, "cy"))

    assert words.say("hello", name="Ann") == "Helo Ann"
    assert words.spoken().language == "cy"


@pytest.mark.parametrize("language", [one for one in languages(SHIPPED) if one.id != "en"])
def test_every_draft_shipped_has_its_remark(language: words.Language) -> None:
    """A draft without its remark would be passed off as finished."""
    assert language.reviewed or language.remark


def test_welsh_months_are_twelve() -> None:
    """A list one short would name every date after it wrongly, or not at all."""
    words.use(Words(SHIPPED, "cy"))

    assert len(words.months()) == 12


def loose_sentences(source: Source) -> list[str]:
    """Return what a file says to a person in words of its own, with its lines."""
    return [
        f"{source.path}:{node.lineno}: {text!r} belongs in content/words"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        for text in _said(node)
        if SENTENCE.match(text)
    ]


def whole_sentences(source: Source) -> list[str]:
    """Return the literals of a file that read as a sentence, whatever is done with them."""
    remarks = {id(node.value) for node in ast.walk(source.tree) if isinstance(node, ast.Expr)}
    return [
        f"{source.path}:{node.lineno}: {node.value!r} belongs in content/words"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in remarks and WHOLE.fullmatch(node.value)
    ]


def _said(call: ast.Call) -> Iterator[str]:
    """Yield the texts that a call takes to a person."""
    called = getattr(call.func, "attr", getattr(call.func, "id", ""))
    given = [one.value for one in call.keywords if one.arg in SPOKEN_AS or called in SPOKEN_TO]
    for one in [*given, *(call.args if called in SPOKEN_TO else [])]:
        yield from _literals(one)


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the texts in an expression, leaving alone what another call is given."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not isinstance(node, ast.Call):
        for inside in ast.iter_child_nodes(node):
            if isinstance(inside, ast.expr):
                yield from _literals(inside)


def test_no_sentence_stands_in_the_code() -> None:
    """What stands in the code no translator reaches, and it is said in English to everybody."""
    files = sorted(TOP.glob("wizard/**/*.py"))
    sources = [Source(path.relative_to(TOP).as_posix(), path.read_text("utf-8")) for path in files]

    found = [one for source in sources for one in loose_sentences(source) + whole_sentences(source)]

    assert [one for one in found if not one.startswith(FOR_WRITERS)] == []


@pytest.mark.parametrize(
    "line",
    [
        "raise InputFault('There is no such file.')",
        "raise StoreFull(f'No room in {folder}.')",
        "fields.fault('not-a-date' if day else 'this is no day')",
        "label.setText('All is saved')",
        "parser.add_argument('x', help='where answers are kept')",
        "label = QLabel(title or 'No title', parent)",
    ],
)
def test_the_rule_sees_a_sentence_in_the_code(line: str) -> None:
    """A rule that finds nothing anywhere holds nothing."""
    assert loose_sentences(Source("wizard/ui/a.py", line)) != []


def test_the_rule_sees_a_sentence_that_is_said_later() -> None:
    """A name given to it at the top of a file hides it from the rule above."""
    assert whole_sentences(Source("wizard/ui/a.py", "SAVED = 'All of it is saved.'")) != []
    assert whole_sentences(Source("wizard/ui/a.py", "'All of it is saved.'")) == []


@pytest.mark.parametrize(
    "line",
    [
        "raise InputFault(say('errors.no-policy', policy=policy))",
        "label.setText(say('ui.saved'))",
        "fields.fault('not-a-date', line, text=text)",
        "label.setText(f'{number}  {title}')",
    ],
)
def test_the_rule_lets_the_catalogue_speak(line: str) -> None:
    """And one that finds everything would be switched off."""
    assert loose_sentences(Source("wizard/ui/a.py", line)) == []


def test_only_what_a_window_says_first_is_read_at_once(tmp_path: Path) -> None:
    """Sixteen files were read before home was painted, of which it says one; no other may lack."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / FIRST).write_text("ui.home\tHome\n", "utf-8")
    spoken = Words(tmp_path)
    (tmp_path / "en" / "paper.tsv").write_text("paper.title\tPaper of {name}\n", "utf-8")

    assert spoken.say("ui.home") == "Home"
    assert spoken.say("paper.title", name="Siân") == "Paper of Siân"
    assert Words(tmp_path).ids() == {"ui.home", "paper.title"}
    assert Words(tmp_path).starting("paper.") == {"title": "Paper of {name}"}
    with pytest.raises(KeyError):
        Words(tmp_path).say("paper.none")


@pytest.mark.parametrize("asked", ["ui.run.sure", "ui.paper.remove-sure", "commands.erase.ask"])
def test_whoever_deletes_is_told_what_else_goes(asked: str) -> None:
    """A damaged file that was set aside went too, and only the page on security said so."""
    assert "any file of answers that was damaged" in words.say(asked)
