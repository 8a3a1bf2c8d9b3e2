"""`wooclient` on the command line: `wooclient mock` runs the mock store, `wooclient contract` tries a store out."""

from __future__ import annotations

import sys
from importlib.util import find_spec

_USAGE = """usage: wooclient mock [--port PORT] ...            a mock store as a server
       wooclient contract (--url URL | --mock) ... hold a store against the description
wooclient COMMAND --help tells the rest."""


def main() -> int:
    """Run the command that the first argument names."""
    command, rest = sys.argv[1:2], sys.argv[2:]
    if command == ["mock"]:
        from wooclient.mock.__main__ import main as mock

        return mock(rest)
    if command == ["contract"]:
        return _contract(rest)
    asked = sys.argv[1:] in (["-h"], ["--help"])
    print(_USAGE, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


def _contract(arguments: list[str]) -> int:
    if find_spec("jsonschema_rs") is None:  # without it, the suite cannot be imported
        print("wooclient: the contract suite needs jsonschema-rs: pip install 'wooclient[contract]'", file=sys.stderr)
        return 2
    from wooclient.contract.command import main as contract

    return contract(arguments)


if __name__ == "__main__":
    sys.exit(main())
