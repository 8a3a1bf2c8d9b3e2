"""Reports of problems in the forms that people and other programs read.

`text` and `github` show a handful for each file and count the rest; `json` and `sarif` hold everything.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from woospec import __version__
from woospec.problems import Place, Problem, Problems, handful, printable, report
from woospec.rules.catalogue import rules

Json = dict[str, Any]
#: How a file of the report is found from where the command runs.
Where = Callable[[str], str]


def render_report(problems: Problems, form: str, folder: str) -> str:
    """Return the problems in one of `FORMS`; `folder` is where the spec lies, seen from where the command runs."""
    return FORMS[form](problems, lambda file: file if file in problems.outside else posixpath.join(folder, file))


def _json(problems: Problems, where: Where) -> str:
    found = [
        {
            "rule": p.rule,
            "stage": p.stage.name.lower(),
            "message": p.message,
            "hint": p.hint,
            "places": [place._replace(file=where(place.file))._asdict() for place in p.places],
        }
        for p in problems
    ]
    return json.dumps({"problems": found}, indent=1) + "\n"  # as ASCII: nothing in it can drive a terminal


def _github(problems: Problems, where: Where) -> str:
    """Workflow commands: what a spec says must not become one, nor a property of one."""
    shown, more = handful(problems)
    lines = [_command(where, p.places[0], p.rule, f"{p.message} ({p.hint})" if p.hint else p.message) for p in shown]
    lines += [_command(where, Place(file, 1, 1, ""), "", f"{n} more problems in this file") for file, n in more.items()]
    return "".join(f"{line}\n" for line in lines)


def _command(where: Where, place: Place, rule: str, message: str) -> str:
    values = {"file": where(place.file), "line": place.line, "col": place.column, "title": rule}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items() if value)
    return f"::error {properties}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Problems, where: Where) -> str:
    """SARIF 2.1.0, as code scanning reads it."""
    known = rules()
    used = sorted({p.rule for p in problems})
    driver = {
        "name": "woospec",
        "version": __version__,
        "rules": [{"id": rule, "shortDescription": {"text": known[rule].why}} for rule in used],
    }
    results = [_result(p, used.index(p.rule), where) for p in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _result(problem: Problem, index: int, where: Where) -> Json:
    first, *others = problem.places
    hint = f"\n{printable(problem.hint)}" if problem.hint else ""
    found: Json = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": printable(problem.message) + hint},
        "locations": [_location(first, where)],
    }
    return {**found, "relatedLocations": [_location(p, where) for p in others]} if others else found


def _location(place: Place, where: Where) -> Json:
    address = {"uri": quote(where(place.file))}
    return {
        "physicalLocation": {
            "artifactLocation": address,
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


FORMS: dict[str, Callable[[Problems, Where], str]] = {"text": report, "json": _json, "github": _github, "sarif": _sarif}
