"""`wooclient drift`: what a store has that the description lacks, and the other way round.

Exit codes: 0 nothing that the description and the release do not explain, 1 differences, 2 bad input or a store that
cannot be read, 130 stopped.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .._runtime.errors import WooError
from ..contract.described.description import VERSIONS, Json
from ..contract.report.as_json import located
from ..contract.safety.masking import Mask
from ..contract.store.probing import Unfit
from ..contract.terminal.asked import address, make_room, path, trust, writable
from ..contract.terminal.progress import SENTENCE, forgive_terminals, printable, speak
from .drafting import draft
from .dump import Dump, load, save
from .judging import judge
from .reading import Guarded, read
from .report_html import page
from .report_json import report
from .report_text import text

_QUIET = logging.NullHandler()
_DONE, _DIFFERS, _BAD_INPUT, _STOPPED = 0, 1, 2, 130
#: At most so many records of each list are read.
_MOST = 20
_EPILOG = (
    "The key is in WOO_KEY and WOO_SECRET; one that may only read is enough. Nothing but GET and OPTIONS leaves. Exit "
    "codes: 0 no differences but those that the release explains, 1 differences, 2 bad input or a store that cannot be "
    "read, 130 stopped."
)


def parser(command: str) -> argparse.ArgumentParser:
    """What the command line takes; `command` is what people call it by."""
    found = argparse.ArgumentParser(
        prog=command, epilog=_EPILOG,
        description="Tell what a WooCommerce store has that the description lacks, and the other way round.",
    )  # fmt: skip
    store = found.add_mutually_exclusive_group(required=True)
    store.add_argument("--url", help="the address of the store's front page")
    store.add_argument("--from", dest="dump", type=path, metavar="FILE", help="what --save wrote, in place of a store")
    found.add_argument("--sample", type=_count, default=0, metavar="N", help="read real answers too, N records of each")
    found.add_argument("--save", type=path, metavar="FILE", help="write what was read there, without data of people")
    found.add_argument("--json", action="store_true", help="print the report as JSON")
    found.add_argument("--report", type=path, metavar="DIR", help="write report.html and report.json there")
    found.add_argument(
        "--write-overlay", type=path, metavar="FILE", help="draft an OpenAPI overlay with what plugins add to wc/v3"
    )
    trusting = found.add_mutually_exclusive_group()
    trusting.add_argument("--ca-file", type=path, metavar="FILE", help="trust this authority's certificates")
    trusting.add_argument("--insecure", action="store_true", help="trust any certificate")
    found.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="how long to wait for an answer")
    return found


def main(
    arguments: Sequence[str] | None = None,
    command: str = "wooclient drift",
    locate: Callable[[str], str] = str,
    transport: Any = None,
) -> int:
    """Run the command; the exit code.

    `locate` turns a place in the spec, file and pointer, into what reports show. Requests go through `transport`
    instead of over the network, if there is one.
    """
    forgive_terminals()
    asked = parser(command).parse_args(arguments)
    # What the client logs of odd values would be printed as it is.
    logging.getLogger("wooclient").addHandler(_QUIET)
    mask = Mask(os.environ.get("WOO_KEY", ""), os.environ.get("WOO_SECRET", ""))
    try:
        return _run(asked, mask, locate, transport)
    except KeyboardInterrupt:
        _tell("stopped; nothing was written")
        return _STOPPED
    except (Unfit, WooError, OSError, ValueError) as error:
        _tell(mask.short(str(error), SENTENCE))
        return _BAD_INPUT


def _run(asked: argparse.Namespace, mask: Mask, locate: Callable[[str], str], transport: Any) -> int:
    reports = {} if asked.report is None else {asked.report / name: form for name, form in _FORMS.items()}
    make_room([*reports, *filter(None, (asked.save, asked.write_overlay))])
    dump = _dump(asked, transport)
    judged = judge(dump, VERSIONS)
    found = located(report(dump, judged, mask), locate)
    for place, form in reports.items():
        _write(place, form(found))
    if asked.save is not None:
        with writable(asked.save):
            save(dump, asked.save)
    if asked.write_overlay is not None:
        _write(asked.write_overlay, mask.text(draft(dump, judged)))
    speak(sys.stdout, _json(found) if asked.json else text(found))
    return _DIFFERS if judged.news else _DONE


def _dump(asked: argparse.Namespace, transport: Any) -> Dump:
    """What the store says, or said."""
    if asked.dump is not None:
        if asked.sample:
            raise Unfit("--sample reads answers of a store, and --from reads none: give it together with --save")
        return load(asked.dump)
    if asked.insecure:
        _tell("warning: --insecure trusts any certificate; whoever sits between can read the key")
    return read(_target(asked, transport), asked.sample, _tell)


def _target(asked: argparse.Namespace, transport: Any) -> Guarded:
    key, secret = _from_environment("WOO_KEY"), _from_environment("WOO_SECRET")
    url = address(asked.url)
    verify = transport is not None or trust(asked)
    return Guarded(url, key, secret, verify=verify, read_only=True, transport=transport, timeout=asked.timeout)


def _from_environment(name: str) -> str:
    found = os.environ.get(name, "").strip()
    if not found:
        raise Unfit(f"there is no {name} in the environment")
    return found


def _json(found: Json) -> str:
    return json.dumps(found, indent=1) + "\n"


_FORMS: dict[str, Callable[[Json], str]] = {"report.json": _json, "report.html": page}


def _write(place: Path, content: str) -> None:
    with writable(place):
        place.write_text(content, "utf-8")


def _tell(sentence: str) -> None:
    speak(sys.stderr, f"drift: {printable(sentence)}\n")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= _MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of records from 1 to {_MOST}")
    return int(text)
