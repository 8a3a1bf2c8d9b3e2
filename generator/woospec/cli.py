"""The command `woospec`: what it takes, says and exits with."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from woospec import __version__
from woospec.collecting import no_collecting
from woospec.renaming import PACKAGE, check_package

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from woospec.build import Folders, Outcome
    from woospec.problems import Problems
    from woospec.worker import Worker

#: The forms of a report: see `reports`, which a run without problems need not load.
_FORMS = ("text", "json", "github", "sarif")
#: The forms of a difference: see `diff.report`.
_DIFF_FORMS = ("text", "markdown", "json")

_EXIT_CODES = """\
exit codes:
  0    done; with --check: the output is what it should be
  1    the description, or a template, has problems; with --check: the output differs; with --fail-on: something breaks
  2    wrong use, or something could not be read or written; the output is as it was
  130  stopped with Ctrl-C; no file is half written
"""
_BUILD = """\
Only files that the last build wrote (MANIFEST.json lists them) and nobody changed since are replaced or deleted. If a
new file must go where something else stands, nothing is written and its name is given. Other files in the output
folder are left alone and named; names that begin with a dot are passed over.
"""


_DIFF = """\
OLD and NEW are folders of a spec, OpenAPI documents (3.0 or 3.1, YAML or JSON), or revisions of git: REVISION for the
project's own spec, REVISION:PATH for another folder or file. Of specs, the clients that are made of both are compared
as well. The rules are in generator/DIFF.md.
"""


_RELEASE = """\
The revision of the description, info.version of its root, is the release of the client. What breaks raises its first
number (the second as long as the first is 0), what is compatible the second, and words alone the third. What changed in
templates alone is not seen: raise the revision yourself.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments`; the exit code. If None, those of the process, which ends with it."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] in (["contract"], ["drift"]):
        return _of_the_client(given[0], given[1:])
    code = _guarded(_parser().parse_args(given))
    if arguments is None:
        with suppress(BrokenPipeError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)  # a plain exit would free a million objects first, one by one
    return code


def _guarded(asked: argparse.Namespace) -> int:
    try:
        with no_collecting():
            return _run(asked)
    except (OSError, ValueError) as error:
        _say(str(error))
        return 2
    except KeyboardInterrupt:
        _say("stopped; no file is half written")
        return 130


#: The folders of a project that commands read; all others read both.
_READ = {"explain": (), "validate": ("spec",), "new": ("spec",), "editor": ("spec",)}


def _run(asked: argparse.Namespace) -> int:
    commands = {
        "validate": _validate,
        "build": _build,
        "explain": _explain,
        "new": _new,
        "editor": _editor,
        "diff": _diff,
        "release": _release,
    }
    for name in _READ.get(asked.command, ("spec", "templates")):
        if not (asked.root / name).is_dir():
            raise ValueError(f"there is no {asked.root / name}; run this in the project's folder or give --root")
    return commands[asked.command](asked)


def _say(text: str) -> None:
    print(f"woospec: {text}", file=sys.stderr)


def _told(text: str) -> dict[str, Any]:
    """What a command tells of itself, line by line, with its exit codes below."""
    form = argparse.RawDescriptionHelpFormatter
    return {"description": text, "epilog": _EXIT_CODES, "formatter_class": form}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="woospec", **_told("Turn the description of the WooCommerce API into a client.")
    )
    parser.add_argument("--version", action="version", version=f"woospec {__version__}")
    parser.add_argument("--root", type=Path, default=Path(), help="the project's folder (default: this folder)")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("validate", help="check the description and report every problem")
    building = commands.add_parser("build", help="check the description and write the package", **_told(_BUILD))
    acting = building.add_mutually_exclusive_group()
    acting.add_argument(
        "--check", action="store_true", help="write nothing; print a diff and exit 1 if anything differs"
    )
    acting.add_argument("--watch", action="store_true", help="build again after each save, until Ctrl-C")
    building.add_argument(
        "--only",
        action="append",
        metavar="VERSION",
        help="build only this version (may be given again); not with --package or --overlay",
    )
    building.add_argument(
        "--templates", type=Path, metavar="DIR", help="files that take the place of those of the same name in templates"
    )
    building.add_argument("--out", type=Path, help="the output folder (default: generated)")
    building.add_argument(
        "--overlay",
        type=Path,
        action="append",
        metavar="FILE",
        help="an OpenAPI Overlay with what your store has beyond WooCommerce (may be given again)",
    )
    building.add_argument(
        "--package", metavar="NAME", help=f"what the package is called (default: {PACKAGE}); goes with --out"
    )
    for reporting in (checking, building):
        reporting.add_argument(
            "--format",
            choices=_FORMS,
            default="text",
            help="the form of the report, also of one without problems (default: text)",
        )
    explaining = commands.add_parser("explain", help="tell why a rule is there, with an example")
    explaining.add_argument("rule", help="the word in brackets behind a problem")
    making = commands.add_parser("new", help="lay out the files of a new resource")
    making.add_argument("kind", choices=("resource",))
    making.add_argument("name", help="the name of its folder, a plural such as gift_cards")
    commands.add_parser("editor", help="write the JSON Schemas by which editors check the description")
    comparing = commands.add_parser("diff", help="tell what a change of the description breaks", **_told(_DIFF))
    comparing.add_argument("old", metavar="OLD")
    comparing.add_argument("new", metavar="NEW", nargs="?", default="spec", help="default: spec, as it is now")
    comparing.add_argument("--format", choices=_DIFF_FORMS, default="text", help="the form of the report")
    comparing.add_argument("--fail-on", choices=("breaking",), help="exit with 1 if anything is breaking")
    releasing = commands.add_parser(
        "release", help="tell the next revision of the description, and draft its changelog", **_told(_RELEASE)
    )
    releasing.add_argument("since", metavar="SINCE", nargs="?", default="", help="default: the last tag of a release")
    then = releasing.add_mutually_exclusive_group()
    then.add_argument("--write", action="store_true", help="put both into spec and CHANGELOG.md")
    then.add_argument("--check", action="store_true", help="exit with 1 if info.version of the spec is lower")
    commands.add_parser("contract", help="hold a store against the description (woospec contract --help tells more)")
    commands.add_parser(
        "drift", help="tell what a store has that the description lacks (woospec drift --help tells more)"
    )
    return parser


_OF_THE_CLIENT = {"contract": "the contract suite comes", "drift": "`drift` comes"}


def _of_the_client(command: str, arguments: list[str]) -> int:
    """Run a command that the client brings along; the exit code."""
    try:
        main: Callable[..., int] = import_module(f"wooclient.{command}.command").main
    except ModuleNotFoundError as error:
        _say(
            f"{_OF_THE_CLIENT[command]} with the client, and there is no {error.name} here: "
            f"pip install 'wooclient[{command}]'"
        )
        return 2
    from woospec.lines import Lines

    return main(arguments, f"woospec {command}", Lines(Path("spec")))


def _validate(asked: argparse.Namespace) -> int:
    from woospec.store import NAME, Store
    from woospec.validate import collect

    store = Store(asked.root / NAME)
    problems = collect(asked.root / "spec", store)
    note = store.save()
    if note:
        _say(note)
    return _report(problems, asked)


def _report(problems: Problems, asked: argparse.Namespace) -> int:
    """Print the problems in the form that was asked for; the exit code."""
    from woospec.reports import render_report

    print(render_report(problems, asked.format, (asked.root / "spec").as_posix()), end="")
    return 1 if problems else 0


def _explain(asked: argparse.Namespace) -> int:
    from woospec.rules.catalogue import explanation

    print(explanation(asked.rule), end="")
    return 0


def _new(asked: argparse.Namespace) -> int:
    from woospec.new import new_resource

    for path in new_resource(asked.root / "spec", asked.name):
        print(f"wrote {path}")
    return 0


def _diff(asked: argparse.Namespace) -> int:
    from woospec.diff.command import diff

    new = str(asked.root / "spec") if asked.new == "spec" else asked.new
    report, breaking = diff(asked.old, new, asked.root, form=asked.format)
    print(report, end="")
    return 1 if breaking and asked.fail_on else 0


def _release(asked: argparse.Namespace) -> int:
    from woospec.diff.release import release, write

    found = release(asked.since, asked.root)
    if not asked.check:
        print(found.entry, end="")
    worst = f"the worst change is {found.verdict}" if found.verdict else "nothing changed"
    _say(f"after {found.was} ({found.since}) follows {found.next}: {worst}; spec says {found.said}")
    for done in write(found, asked.root) if asked.write else ():
        _say(done)
    return 1 if asked.check and not found.is_enough else 0


def _editor(asked: argparse.Namespace) -> int:
    from woospec.editor import write

    for name in write(asked.root / "spec" / "editor"):
        print(f"wrote {asked.root / 'spec' / 'editor' / name}")
    return 0


def _build(asked: argparse.Namespace) -> int:
    from woospec.build import Folders
    from woospec.inputs import refuse_unused

    if asked.templates:
        refuse_unused(asked.templates, asked.root / "templates")
    output = asked.out or asked.root / "generated"
    overlays, package = tuple(asked.overlay or ()), asked.package or PACKAGE
    _check_overlays(asked, overlays)
    check_package(package)
    folders = Folders(asked.root / "spec", asked.root / "templates", output, asked.templates, overlays, package)
    return _watch(asked, folders) if asked.watch else _build_once(asked, folders)


def _watch(asked: argparse.Namespace, folders: Folders) -> NoReturn:
    """Build after each save until somebody stops it. What keeps one build from its end is no reason to stop."""
    from woospec.watching import saves
    from woospec.worker import Worker

    *places, last = folders.read()
    _say(f"building after each save in {', '.join(map(str, places))} and {last}; Ctrl-C stops it")
    with Worker() as worker:
        for _ in saves(*places, last):
            try:
                _build_once(asked, folders, worker)
            except (OSError, ValueError) as error:
                _say(str(error))
            sys.stdout.flush()
    raise AssertionError("saves never end")


def _build_once(asked: argparse.Namespace, folders: Folders, worker: Worker | None = None) -> int:
    from woospec.build import build
    from woospec.emit import several

    gone = [path for path in folders.read() if not path.exists()]
    if gone:  # while somebody watches, things go
        raise ValueError(f"there is no {gone[0]}")
    only = tuple(asked.only) if asked.only else None
    wait = f"another build writes to {folders.output}; waiting for it to end"
    outcome = build(folders, only=only, check=asked.check, waiting=lambda: _say(wait), worker=worker)
    if outcome.note:
        _say(outcome.note)
    if outcome.problems:
        return _report(outcome.problems, asked)
    _tell(outcome, asked)
    if outcome.changes.edited:
        _say(f"no longer needed, but changed by hand, so not deleted: {several(outcome.changes.edited)}")
    if outcome.left:
        _say(f"left alone in {folders.output}, as no build wrote it: {several(outcome.left)}")
    return 1 if asked.check and outcome.changes else 0


def _tell(outcome: Outcome, asked: argparse.Namespace) -> None:
    """Print what a build without problems came to: to programs only in the form that they asked for."""
    summary = _summary(outcome, asked)
    if asked.format == "text":
        print(f"{outcome.diff}{summary}")
        return
    from woospec.problems import Problems

    _report(outcome.stale or Problems(), asked)
    _say(summary)


def _check_overlays(asked: argparse.Namespace, overlays: Sequence[Path]) -> None:
    """Raise ValueError for options that do not go together, and for overlays that are not there."""
    if (overlays or asked.package) and not asked.out:
        raise ValueError("a package of your own goes into a folder of its own: give --out DIR")
    if overlays and not asked.package:
        raise ValueError("a package with overlays needs a name of its own: give --package NAME, such as acme_woo")
    if asked.package and asked.only:
        raise ValueError("a package of your own, with or without overlays, has every version: leave --only out")
    for path in overlays:
        if not path.is_file():
            raise ValueError(f"there is no overlay {path}")


def _summary(outcome: Outcome, asked: argparse.Namespace) -> str:
    folder = asked.out.as_posix() if asked.out else "generated"
    if not outcome.changes:
        return f"{folder}: up to date"
    verb = "would write" if asked.check else "wrote"
    written, deleted = len(outcome.changes.written), len(outcome.changes.deleted)
    return f"{folder}: {verb} {written} of {outcome.files} files, deleted {deleted}"
