"""Flags of Qt by their numbers, for what stands in the first picture of the window.

Naming one flag of the ``Qt`` namespace makes Python build all 1,500 of its names: 22 ms,
an eighth of the start.  Until somebody types or clicks nothing here does, so it gives
numbers where Qt takes them and sets properties by name; everywhere else flags are named.
``tests/ui/test_start.py`` holds each number to its name.
"""

from __future__ import annotations

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText``"""

NO_FOCUS = 0
"""``Qt.FocusPolicy.NoFocus``"""

BAR_OFF, BAR_ON = 1, 2
"""``Qt.ScrollBarPolicy.ScrollBarAlwaysOff`` and ``ScrollBarAlwaysOn``"""

WRAPPED = 0x1000 | 0x0020 | 0x0001
"""``Qt.TextFlag.TextWordWrap``, ``Qt.AlignmentFlag.AlignTop`` and ``AlignLeft``"""

RIGHT_TO_LEFT = 1
"""``Qt.LayoutDirection.RightToLeft``"""
