"""``quizgen`` and ``python -m quizgen``."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly even before it is loaded."""
    try:
        from quizgen.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
