"""`wooclient` on the command line: `wooclient mock` runs the mock store, `wooclient contract` tries a store out."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from wooclient import __version__

_USAGE = """usage: wooclient mock [--port PORT] ...            a mock store as a server
       wooclient contract (--url URL | --mock) ... hold a store against the description
       wooclient --version                         print the version
wooclient COMMAND --help tells the rest."""


def main() -> int:
    """Run the command that the first argument names."""
    command, rest = sys.argv[1:2], sys.argv[2:]
    if command == ["mock"]:
        from wooclient.mock.__main__ import main as mock

        return mock(rest)
    if command == ["contract"]:
        return _contract(rest)
    if command == ["--version"]:
        print(f"wooclient {__version__}")
        return 0
    asked = command in (["-h"], ["--help"])
    if command and not asked:
        print(_unknown(command[0]), file=sys.stderr)
    print(_USAGE, file=sys.stdout if asked else sys.stderr)
    return 0 if asked else 2


def _unknown(command: str) -> str:
    from wooclient._runtime.inputs import nearest  # only who mistypes needs it

    close = nearest(command, ("mock", "contract"))
    return f"wooclient: there is no command {command!r}{f'; did you mean {close!r}?' if close else ''}"


def _contract(arguments: list[str]) -> int:
    if find_spec("jsonschema_rs") is None:  # without it, the suite cannot be imported
        print("wooclient: the contract suite needs jsonschema-rs: pip install 'wooclient[contract]'", file=sys.stderr)
        return 2
    from wooclient.contract.command import main as contract

    return contract(arguments)


if __name__ == "__main__":
    sys.exit(main())
