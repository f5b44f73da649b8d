"""What stands in the window before the desk is open: the frame, with home in it.

Home can be read and chosen from while everything behind it is still being imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wizard.ui.pages.home import HomePage
from wizard.ui.shell.frame import Frame

if TYPE_CHECKING:
    from wizard.desk.front import Front


class Entrance(NamedTuple):
    """The frame of a window and the home in it."""

    frame: Frame
    home: HomePage


def build(front: Front) -> Entrance:
    """Make both at the size and in the colours that are on; home is in sight."""
    frame = Frame()
    home = HomePage(front)
    frame.stage.stand(home)
    return Entrance(frame, home)
