"""Before You Post: start here.  ``python app.py --help`` lists the commands."""

import sys

from wizard.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
