"""`wooclient` on the command line: `wooclient mock` runs the mock store."""

from __future__ import annotations

import sys

_USAGE = "usage: wooclient mock [--port PORT] ...   (wooclient mock --help tells the rest)"


def main() -> int:
    """Run the command that the first argument names."""
    if sys.argv[1:2] == ["mock"]:
        from wooclient.mock.__main__ import main as mock

        return mock(sys.argv[2:])
    asked = sys.argv[1:] in (["-h"], ["--help"])
    print(_USAGE, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main())
