"""Starts the program: ``python -m wizard`` is the same as ``python app.py``."""

import sys

STOPPED = 130


def main() -> int:
    """Run a command, or the window; Ctrl+C ends it without a word, however early it comes."""
    try:
        from wizard.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
