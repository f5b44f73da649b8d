"""A journey as a blind person goes it: by ear and by name, from home to a saved PDF.

Use: ``dbus-run-session -- /usr/bin/python3 walk.py PYTHON APP``, with the plan as JSON on
standard input; prints as JSON what was read and heard.  Sets up a screen of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import reader  # type: ignore[import-not-found,unused-ignore]


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Give a virtual screen, as the environment that leads to it."""
    listen, tell = os.pipe()
    shown = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[tell],
        stderr=subprocess.DEVNULL,
    )
    try:
        display = f":{os.read(listen, 16).decode().strip()}"
        yield os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
    finally:
        shown.terminate()
        shown.wait()


def focus_window(title: str, environment: dict[str, str]) -> None:
    """Give a window the keyboard: without a window manager nobody else does."""
    find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
    subprocess.run([*find, "windowfocus", "--sync"], env=environment, check=True)


class Walk:
    """One person, one window, one plan."""

    def __init__(self, program: Any, ears: Any, words: dict[str, str]) -> None:
        self.program, self.ears, self.words = program, ears, words
        self.pages: list[dict[str, Any]] = []

    def answer_all(self, journey: str, answers: dict[str, str]) -> str:
        """Begin the journey and answer every question asked, by its words, up to the review."""
        self.press(journey)
        heading = self.come_to_another(self.words["home"])
        while heading != self.words["review"]:
            asked: list[str] = []
            # An answer may open a question that hangs on it, so look until nothing is new.
            while new := [pair for pair in self.questions(answers) if pair[1] not in asked]:
                for group, question in new:
                    self.answer(group, answers[question])
                    asked.append(question)
            self.pages.append({"heading": heading, "questions": asked, "side": self.side()})
            self.press(self.words["on"])
            heading = self.come_to_another(heading)
        return heading

    def questions(self, answers: dict[str, str]) -> list[tuple[Any, str]]:
        """Return the groups in sight that are named after a question of the plan."""

        def look() -> list[tuple[Any, str]]:
            panels = list(reader.in_sight(self.program, "panel"))
            return [(p, q) for q in answers for p in panels if p.name.partition(". ")[2] == q]

        found: list[tuple[Any, str]] = self.ears.until(look, f"no question of {list(answers)}")
        return found

    def answer(self, group: Any, choice: str) -> None:
        """Pick an answer by its words, and hear that it is picked."""
        button = self.ears.find(group, "radio button", choice)
        self.ears.press(button)
        self.ears.until(lambda: reader.is_checked(button), f"{choice!r} is not picked")

    def come_to_another(self, old: str) -> str:
        """Wait until another page has said its name, and the reader stands on it."""

        def look() -> str:
            headings = [thing.name for thing in reader.in_sight(self.program, "heading")]
            here = headings[0] if headings else ""
            return here if here != old and here in self.ears.heard[-3:] else ""

        return str(self.ears.until(look, f"no page came after {old!r}"))

    def side(self) -> list[str]:
        """Return what the list of sections says."""
        groups = reader.in_sight(self.program, "panel")
        side = next(group for group in groups if group.name == self.words["side"])
        return [thing.name for thing in reader.in_sight(side, "push button")]

    def press(self, name: str) -> None:
        """Press the button of this name."""
        self.ears.press(self.ears.find(self.program, "push button", name))

    def write_an_odd_day(self) -> None:
        """Dictate a day that is none, as software does that listens, and hear what is wrong."""
        field = self.ears.until(
            lambda: next((t for t in reader.in_sight(self.program, "text")
                          if t.name.startswith(self.words["by"])), None),
            "there is no field for a day",
        )  # fmt: skip
        self.ears.write(field, "some day")
        self.ears.until(lambda: self.words["odd"] in self.ears.heard, "nobody said what is wrong")

    def save_paper(self, path: str) -> None:
        """Save the PDF for SLT through the dialog of files."""
        self.press(self.words["save"])
        dialog = self.ears.until(
            lambda: next(reader.in_sight(self.program, "dialog"), None), "no dialog of files came"
        )
        field = self.ears.until(
            lambda: next(reader.in_sight(dialog, "text"), None), "the dialog has no field"
        )
        self.ears.write(field, path)
        self.ears.press(self.ears.find(dialog, "push button", "Save"))
        self.ears.until(
            lambda: any(said.startswith(self.words["saved"]) for said in self.ears.heard),
            "nobody said that the PDF is saved",
        )

    def hide(self, environment: dict[str, str]) -> tuple[list[str], list[str]]:
        """Hide everything and show it again; return what was to be read meanwhile.

        That is what the tree holds, and what of the page was known from before.
        """
        known = [thing for window in self.program for thing in reader.everything(window)]
        for thing in known:
            thing.clear_cache()
        focus_window(self.words["home"], environment)
        subprocess.run(["xdotool", "key", "F12"], env=environment, check=True)
        again = self.ears.find(self.program, "push button", self.words["again"])
        there = reader.words_of(reader.everything(self.program))
        left = reader.words_of(known)
        self.ears.press(again)
        self.ears.find(self.program, "heading", self.words["papers"])
        return there, left


def main() -> None:
    """Walk the plan, and print what was read and heard."""
    plan = json.load(sys.stdin)
    with screen() as environment:
        running = subprocess.Popen(
            [*sys.argv[1:], "--data", plan["data"]], env=environment, stderr=subprocess.DEVNULL
        )
        try:
            ears = reader.Reader()
            program = ears.program(running.pid)
            walk = Walk(program, ears, plan["words"])
            ears.find(program, "push button", plan["journey"])
            focus_window(plan["words"]["home"], environment)
            review = walk.answer_all(plan["journey"], plan["answers"])
            walk.press(plan["words"]["on"])
            outcome = walk.come_to_another(review)
            walk.write_an_odd_day()
            walk.save_paper(plan["paper"])
            there, left = walk.hide(environment)
            told = {
                "hidden": there, "left": left,
                "pages": walk.pages, "review": review, "outcome": outcome,
                "levels": [(t.name, reader.level(t)) for t in reader.in_sight(program, "heading")],
                "heard": ears.heard, "focused": ears.focused,
                "controls": [(t.getRoleName(), t.name) for t in reader.in_sight(program)],
            }  # fmt: skip
            sys.stdout.write(json.dumps(told) + "\n")
        finally:
            running.terminate()
            running.wait()


if __name__ == "__main__":
    main()
