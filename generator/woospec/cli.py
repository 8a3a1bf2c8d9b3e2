"""The command `woospec`: what it takes, says and exits with."""

from __future__ import annotations

import argparse
import atexit
import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from woospec import __version__

if TYPE_CHECKING:
    from woospec.build import Outcome

_EXIT_CODES = """\
exit codes:
  0    done; with --check: the output is what it should be
  1    the description has problems, or with --check: the output differs
  2    wrong use, or something could not be read or written; the output is as it was
  130  stopped with Ctrl-C; no file is half written
"""
_BUILD = """\
Only files that the last build wrote (MANIFEST.json lists them) and nobody changed since are replaced or deleted. If a
new file must go where something else stands, nothing is written and its name is given. Other files in the output
folder are left alone and named; names that begin with a dot are passed over.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None); the exit code."""
    atexit.register(gc.freeze)  # at the end of the process, garbage may lie
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["contract"]:
        return _contract(given[1:])
    asked = _parser().parse_args(given)
    for folder in (asked.root / "spec", asked.root / "templates"):
        if not folder.is_dir():
            _say(f"there is no {folder}; run this in the project's folder or give --root")
            return 2
    try:
        return _validate(asked.root / "spec") if asked.command == "validate" else _build(asked)
    except (OSError, ValueError) as error:
        _say(str(error))
        return 2
    except KeyboardInterrupt:
        _say("stopped; no file is half written")
        return 130


def _say(text: str) -> None:
    print(f"woospec: {text}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="woospec",
        description="Turn the description of the WooCommerce API into a client.",
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"woospec {__version__}")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this folder)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("validate", help="check the description and report every problem")
    building = commands.add_parser(
        "build",
        help="check the description and write the package",
        description=_BUILD,
        epilog=_EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    building.add_argument(
        "--check", action="store_true", help="write nothing; print a diff and exit 1 if anything differs"
    )
    building.add_argument(
        "--only", action="append", metavar="VERSION", help="build only this version (may be given again)"
    )
    building.add_argument(
        "--templates", type=Path, metavar="DIR", help="files that take the place of those of the same name in templates"
    )
    building.add_argument("--out", type=Path, help="the output folder (default: generated)")
    commands.add_parser("contract", help="hold a store against the description (woospec contract --help tells more)")
    return parser


def _contract(arguments: list[str]) -> int:
    try:
        from wooclient.contract.command import main as contract
    except ModuleNotFoundError as error:
        _say(
            f"the contract suite comes with the client, and there is no {error.name} here: "
            "pip install 'wooclient[contract]'"
        )
        return 2
    from woospec.lines import Lines

    return contract(arguments, "woospec contract", Lines(Path("spec")))


def _validate(spec: Path) -> int:
    from woospec.problems import report
    from woospec.validate import collect

    problems = collect(spec)
    print(report(problems), end="")
    return 1 if problems else 0


def _build(asked: argparse.Namespace) -> int:
    from woospec.build import Folders, build
    from woospec.emit import several

    if asked.templates and not asked.templates.is_dir():
        raise ValueError(f"there is no folder {asked.templates}")
    output = asked.out or asked.root / "generated"
    folders = Folders(asked.root / "spec", asked.root / "templates", output, asked.templates)
    only = tuple(asked.only) if asked.only else None
    wait = f"another build writes to {folders.output}; waiting for it to end"
    outcome = build(folders, only=only, check=asked.check, waiting=lambda: _say(wait))
    if outcome.note:
        _say(outcome.note)
    if outcome.problems:
        from woospec.problems import report

        print(report(outcome.problems), end="")
        return 1
    if asked.check:
        print(outcome.diff, end="")
    print(_summary(outcome, asked.check))
    if outcome.changes.edited:
        _say(f"no longer needed, but changed by hand, so not deleted: {several(outcome.changes.edited)}")
    if outcome.left:
        _say(f"left alone in {folders.output}, as no build wrote it: {several(outcome.left)}")
    return 1 if asked.check and outcome.changes else 0


def _summary(outcome: Outcome, check: bool) -> str:
    if not outcome.changes:
        return "generated: up to date"
    verb = "would write" if check else "wrote"
    written, deleted = len(outcome.changes.written), len(outcome.changes.deleted)
    return f"generated: {verb} {written} of {outcome.files} files, deleted {deleted}"
