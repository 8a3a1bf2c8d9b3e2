"""`wooclient` on the command line. `mock`, `contract` and `drift` work without the extra `wooclient[cli]`."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from wooclient import __version__

_NEEDED = ("click", "rich")


def main() -> int:
    """Run the command that the first argument names."""
    if all(find_spec(name) is not None for name in _NEEDED):
        from wooclient.cli.app import main as command

        return command()
    return _small(sys.argv[1:2], sys.argv[2:])


def _small(command: list[str], rest: list[str]) -> int:
    """The commands that need nothing but the library."""
    if command == ["mock"]:
        from wooclient.mock.__main__ import main as mock

        return mock(rest)
    if command == ["contract"]:
        return _contract(rest)
    if command == ["drift"]:
        return _drift(rest)
    if command == ["--version"]:
        print(f"wooclient {__version__}")
        return 0
    print("wooclient: without the extra there are only `mock`, `contract`, `drift` and `--version`", file=sys.stderr)
    print("wooclient: all other commands need click and rich: pip install 'wooclient[cli]'", file=sys.stderr)
    return 2


def _contract(arguments: list[str]) -> int:
    if find_spec("jsonschema_rs") is None:  # without it, the suite cannot be imported
        print("wooclient: the contract suite needs jsonschema-rs: pip install 'wooclient[contract]'", file=sys.stderr)
        return 2
    from wooclient.contract.command import main as contract

    return contract(arguments)


def _drift(arguments: list[str]) -> int:
    if any(find_spec(name) is None for name in ("jsonschema_rs", "yaml")):
        print("wooclient: `drift` needs jsonschema-rs and pyyaml: pip install 'wooclient[drift]'", file=sys.stderr)
        return 2
    from wooclient.drift.command import main as drift

    return drift(arguments)


if __name__ == "__main__":
    sys.exit(main())
