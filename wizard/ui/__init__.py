"""The window.  PySide6 lives in this room and nowhere else.

``start`` opens it; ``shell`` is the frame that stays; ``pages`` are what it shows;
``parts`` are what pages are made of; ``theme`` says how all of it looks.
"""

import builtins

import PySide6.QtCore  # noqa: F401

# With its first module PySide puts itself before Python's own import and reads the source of
# whatever is imported from then on, in case it is written in PySide's other spellings
# (``from __feature__ import``).  Nothing here is.  Reading took a tenth of the start and kept
# 2 MB, so from here on things are imported as they were before; what was put away is where
# PySide says that it keeps it.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
