"""What home knows of a journey.

Apart from ``journey``, and a plain tuple: home is painted before anything of a journey
is read, and making a class of the other kind takes a millisecond.
"""

from __future__ import annotations

from typing import NamedTuple


class JourneyCard(NamedTuple):
    """A journey before it is opened; ``minutes`` is how long it takes, in words.

    ``again`` is after how many months it is due again: 0 for what is done once.
    """

    id: str
    title: str
    about: str
    questions: int
    minutes: str
    again: int = 0
