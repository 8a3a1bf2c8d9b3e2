"""The command `woospec`. Exit codes: 0 done, 1 the spec has problems or the output differs, 2 wrong use."""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
from pathlib import Path

from woospec import __version__
from woospec.build import Folders, Outcome, build


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None); the exit code."""
    atexit.register(gc.freeze)  # at the end of the process, garbage may lie
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["contract"]:
        return _contract(given[1:])
    asked = _parser().parse_args(given)
    folders = Folders(asked.root / "spec", asked.root / "templates", asked.out or asked.root / "generated")
    for folder in (folders.spec, folders.templates):
        if not folder.is_dir():
            print(f"woospec: there is no {folder}; run this in the project's folder or give --root", file=sys.stderr)
            return 2
    try:
        return _validate(folders) if asked.command == "validate" else _build(folders, asked)
    except (OSError, ValueError) as error:
        print(f"woospec: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="woospec", description="Turn the description of the WooCommerce API into a client."
    )
    parser.add_argument("--version", action="version", version=f"woospec {__version__}")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this folder)")
    commands = parser.add_subparsers(dest="command", required=True)
    validate = commands.add_parser("validate", help="check the description and report every problem")
    validate.set_defaults(out=None)
    building = commands.add_parser("build", help="check the description and write the package")
    building.add_argument(
        "--check", action="store_true", help="write nothing; print a diff and exit 1 if anything differs"
    )
    building.add_argument(
        "--only", action="append", metavar="VERSION", help="build only this version (may be given again)"
    )
    building.add_argument("--out", type=Path, help="the output folder (default: generated)")
    commands.add_parser("contract", help="hold a store against the description (woospec contract --help tells more)")
    return parser


def _contract(arguments: list[str]) -> int:
    try:
        from wooclient.contract.command import main as contract
    except ModuleNotFoundError as error:
        print(
            f"woospec: the contract suite comes with the client, and there is no {error.name} here: "
            "pip install 'wooclient[contract]'",
            file=sys.stderr,
        )
        return 2
    return contract(arguments, "woospec contract")


def _validate(folders: Folders) -> int:
    from woospec.problems import report
    from woospec.validate import collect

    problems = collect(folders.spec)
    print(report(problems), end="")
    return 1 if problems else 0


def _build(folders: Folders, asked: argparse.Namespace) -> int:
    outcome = build(folders, only=tuple(asked.only) if asked.only else None, check=asked.check)
    if outcome.problems:
        from woospec.problems import report

        print(report(outcome.problems), end="")
        return 1
    if asked.check:
        print(outcome.diff, end="")
    print(_summary(outcome, asked.check))
    return 1 if asked.check and outcome.changes else 0


def _summary(outcome: Outcome, check: bool) -> str:
    if not outcome.changes:
        return "generated: up to date"
    verb = "would write" if check else "wrote"
    written, deleted = len(outcome.changes.written), len(outcome.changes.deleted)
    return f"generated: {verb} {written} of {outcome.files} files, deleted {deleted}"
