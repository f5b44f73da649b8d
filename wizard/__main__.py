"""``python -m wizard`` is the same as ``python app.py``."""

import sys

from wizard.cli.main import main

sys.exit(main())
