"""Any name prints: shaped, in its order, and copied as it was typed."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.report.pdf import samples
from tests.report.pdf.reading import opened, structure_of, text_of
from wizard.model.status import Status
from wizard.report import blocks
from wizard.report.pdf.bidi import visual_runs
from wizard.report.pdf.draw import draw
from wizard.report.pdf.letters import unprintable

NAMES = {
    "Welsh": "Siân Ŵyn-Ŷates", "Polish": "Łukasz Żółć", "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Київ Їжакевич", "Arabic": "محمد عبد الله", "Urdu": "پاکستان کے استاد",
    "Hebrew": "שרה כהן לוי", "Bengali": "শ্রীমতী রোকেয়া বেগম", "Hindi": "श्रीमती प्रिया कृष्ण",
    "Punjabi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
}  # fmt: skip
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NOTE = "نكتب عن النهر خلف المدرسة، أسبوعًا بعد أسبوع، ويمكن للعائلات في البيت أن تقرأ معنا. " * 6


def _named(name: str) -> bytes:
    return draw(samples.report(blocks.Facts((("Name", name),)), title=name, school=name))


def _copied(pdf: bytes) -> str:
    """Return what is copied, without the marks of direction that ``pdftotext`` adds."""
    return " ".join(CONTROLS.sub("", text_of(pdf, layout=True)).split())


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_of_any_script_is_copied_as_it_was_typed(name: str) -> None:
    """A colleague's name is the first thing on the paper; it must be right."""
    drawn = _named(name)
    typed = unicodedata.normalize("NFC", name)
    assert _copied(drawn).count(typed) >= 3
    assert "could not be printed" not in _copied(drawn)


EAST = {"Chinese": "欧阳娜娜 王小明", "Japanese": "やまだ 山田太郎", "Korean": "김민준 선생님"}


@pytest.mark.parametrize("name", EAST.values(), ids=EAST)
def test_a_name_of_the_east_prints_with_a_face_of_the_machine(name: str) -> None:
    """Such faces are too large to bring along; ``.ci/setup`` puts two on the machine."""
    report = samples.report(blocks.Facts((("Name", f"{name} Ŵyn"),)), title=name, school=name)
    assert unprintable(report) == ()
    drawn = draw(report)
    copied = _copied(drawn)
    assert copied.count(name) >= 3
    assert f"{name} Ŵyn" in copied
    assert "could not be printed" not in copied
    assert draw(report) == drawn


def test_a_letter_that_no_face_here_has_is_told_before_the_file_is_made() -> None:
    """A rare sign of a name is named, so that the person can write it in by hand."""
    report = samples.report(blocks.Facts((("Name", "王 \U00030edd"),)))
    (named,) = unprintable(report)
    assert named.startswith("U+30EDD")
    assert "\U00030edd" in _copied(draw(report))


@pytest.mark.parametrize("name", ["Bengali", "Hindi", "Punjabi", "Arabic"])
def test_letters_take_their_shapes(name: str) -> None:
    """Unshaped, each letter would stand alone: shaped, a name has fewer shapes than letters."""
    file = opened(_named(NAMES[name]))
    fonts = file.pages[0].Resources.Font
    shaped = [fonts[key] for key in fonts.keys() if key.startswith("/G")]  # noqa: SIM118
    assert shaped
    for font in shaped:
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_names_of_europe_open_no_other_face() -> None:
    """Faces of other scripts are 1 MB: only who needs them waits for them."""
    file = opened(_named(NAMES["Welsh"] + NAMES["Cyrillic"]))
    keys = file.pages[0].Resources.Font.keys()
    assert not [key for key in keys if key.startswith("/G")]


def test_what_runs_from_the_right_is_read_in_the_order_it_was_typed() -> None:
    """The file holds it as it stands; the structure tells a screen reader as it is said."""
    drawn = draw(samples.report(blocks.Text("Ana محمد (Year 5)")))
    file = opened(drawn)
    told = [str(thing.ActualText) for thing in file.objects if "/ActualText" in _keys(thing)]
    assert "Ana محمد (Year 5)" in told


def _keys(thing: object) -> list[str]:
    return list(thing.keys()) if hasattr(thing, "keys") else []


def test_a_long_note_from_the_right_keeps_its_lines_in_order() -> None:
    """The first words stand on the first line, not on the last."""
    row = blocks.AnswerRow("1", "Question?", "Yes", Status.IN_PLACE, note=NOTE)
    copied = _copied(draw(samples.report(blocks.AnswerList((row,)))))
    assert copied.count("النهر") == 6
    assert copied.count("أسبوعًا") == 6


@pytest.mark.parametrize(
    ("text", "base", "seen"),
    [
        ("abc", 0, "abc"),
        ("אבג", 1, "גבא"),
        ("אב 12 גד", 1, "דג 12 בא"),
        ("ab אבג cd", 0, "ab גבא cd"),
        ("אב, cd.", 1, ".cd ,בא"),
        ("(אב)", 1, ")בא("),
        ("אב 1,234", 1, "1,234 בא"),
        ("a (אב) c", 0, "a (בא) c"),
        ("من 5%", 1, "%5 نم"),
    ],
)
def test_order_of_letters(text: str, base: int, seen: str) -> None:
    """The Unicode rules, case by case, as letters stand from left to right."""
    runs = visual_runs(text, base)
    shown = "".join(
        text[start:end][::-1] if backwards else text[start:end] for start, end, backwards in runs
    )
    assert shown == seen


def test_missing_letters_are_named_before_anything_is_drawn() -> None:
    """A person who hears it in time can write the name in another way."""
    report = samples.report(blocks.Facts((("Name", "Zoë 😀 محمد"),)), school="ᚠ")
    assert unprintable(report) == ("U+16A0 RUNIC LETTER FEHU FEOH FE F", "U+1F600 GRINNING FACE")
    assert unprintable(samples.sample_slt()) == ()


def test_all_scripts_together_give_the_same_bytes_twice() -> None:
    """A record drawn again must not look like another one."""
    text = " ".join(NAMES.values()) + " 王 😀 " + NOTE
    report = samples.report(blocks.Text(text), large_print=True)
    assert draw(report) == draw(report)
    assert structure_of(draw(report)).all("P")
