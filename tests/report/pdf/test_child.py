"""Drawing in a process of its own: it works, it says why not, it can be stopped."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import TOP
from tests.report.pdf import samples
from wizard import paths
from wizard.errors import OutputFault
from wizard.report.pdf.draw import draw
from wizard.report.pdf_child import Drawing


def test_child_draws_the_same_bytes_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process must not change the paper, nor depend on where the person stands."""
    monkeypatch.chdir(tmp_path)
    drawing = Drawing.start(samples.sample_me())
    assert drawing.wait(60) == draw(samples.sample_me())
    assert drawing.poll()


def test_a_report_that_can_not_be_drawn_gives_one_sentence() -> None:
    """The person reads a sentence; a stack of calls is no answer."""
    drawing = Drawing.start(dataclasses.replace(samples.sample_me(), made="yesterday"))
    with pytest.raises(OutputFault) as failed:
        drawing.wait(60)
    assert str(failed.value).startswith("The PDF could not be drawn")
    assert "\n" not in str(failed.value)


def test_drawing_can_be_cancelled() -> None:
    """Whoever closes the dialog must not leave a process behind."""
    drawing = Drawing.start(samples.sample_slt())
    drawing.cancel()
    drawing.cancel()
    assert drawing.poll()
    with pytest.raises(OutputFault, match="cancelled"):
        drawing.wait(60)


def test_waiting_has_an_end() -> None:
    """A window asks every so often and must get its turn back."""
    drawing = Drawing.start(samples.report(samples.answers(3000)))
    try:
        with pytest.raises(TimeoutError):
            drawing.wait(0.001)
    finally:
        drawing.cancel()


def test_rubbish_instead_of_a_report_is_refused() -> None:
    """The child is told apart from a program that anybody may feed."""
    run = subprocess.run(
        paths.program_command("--draw"),
        input=b"not a report",
        capture_output=True,
        check=False,
        cwd=TOP,
    )
    assert run.returncode == 1
    assert run.stdout == b""
    assert run.stderr.count(b"\n") == 1


def assert_absent(doing: str, modules: set[str]) -> None:
    """Do something in a Python of its own and look that it loaded none of these."""
    code = f"import sys\n{doing}\nsys.exit(', '.join({modules!r} & set(sys.modules)) or 0)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=TOP)
    assert run.returncode == 0, run.stderr


def test_parent_side_loads_nothing_heavy() -> None:
    """The window has it at hand from the start; drawing is paid for when asked for."""
    assert_absent("import wizard.report.pdf_child", {"reportlab", "PIL", "pikepdf", "socket"})


def test_drawing_opens_no_way_out_of_this_machine() -> None:
    """Neither we nor ReportLab load what a network needs."""
    assert_absent(
        "from tests.report.pdf import samples\n"
        "from wizard.report.pdf.draw import draw\n"
        "draw(samples.sample_slt())",
        {"socket", "ssl", "http.client", "urllib.request", "asyncio"},
    )
