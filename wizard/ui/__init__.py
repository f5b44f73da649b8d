"""The window.  PySide6 lives in this room and nowhere else.

``start`` opens it; ``shell`` is the frame that stays; ``pages`` are what it shows;
``parts`` are what pages are made of; ``theme`` says how all of it looks.
"""

from wizard.ui.first_import import import_first

import_first()
