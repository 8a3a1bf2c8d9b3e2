"""The report as JSON. The other forms are made from it, so that all of them say the same and none shows a secret."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import Any

from .._runtime.shapes import is_array, is_object
from .checking import Finding
from .description import Json, description
from .masking import Mask
from .outcome import Outcome
from .recording import Exchange
from .results import COLOURS, Entry, Failure
from .scenarios import scenarios

#: The form of the report; another number means that readers have to look again.
FORM = 1
STATES = ("failed", "passed", "not run", "not served")
#: How much of a body a report shows, and of the value that a finding points to, in characters.
_BODY, _VALUE = 2_000, 500


def report(outcome: Outcome, mask: Mask) -> Json:
    """A run's report."""
    versions = [_version(outcome, version, mask) for version in outcome.versions]
    counts: Counter[str] = Counter()
    for version in versions:
        counts.update(version["counts"])
    found = {
        "form": FORM,
        "run": outcome.name,
        "began": outcome.began.isoformat(timespec="seconds"),
        "seconds": round(outcome.seconds, 1),
        "end": outcome.end,
        "store": _store(outcome),
        "mode": "read-only" if outcome.read_only else "writing",
        "safety": outcome.safety,
        "counts": {state: counts[state] for state in STATES},
        "swept": [vars(thing) for thing in outcome.swept],
        "returned": [vars(thing) for thing in outcome.returned],
        "remains": [vars(thing) for thing in outcome.remains],
        "left": outcome.left,
        "crashes": outcome.results.crashes,
        "versions": versions,
    }
    masked: Json = mask.json(found)
    return masked


def _store(outcome: Outcome) -> Json:
    store = outcome.store
    environment: Json = store.system.get("environment") or {}
    settings: Json = store.system.get("settings") or {}
    return {
        "url": store.url,
        "woocommerce": store.release,
        "wordpress": str(environment.get("wp_version") or ""),
        "php": str(environment.get("php_version") or ""),
        "currency": str(settings.get("currency") or ""),
        "served": list(store.served),
    }


def _version(outcome: Outcome, version: str, mask: Mask) -> Json:
    described = description(version)
    operations = [_operation(outcome, version, id, mask) for id in described.operations]
    counts = Counter(operation["state"] for operation in operations)
    return {
        "version": version,
        "prefix": described.prefix,
        "served": version in outcome.store.served,
        "counts": {state: counts[state] for state in STATES},
        "operations": operations,
    }


def _operation(outcome: Outcome, version: str, id: str, mask: Mask) -> Json:
    entry = outcome.results.entries.get((version, id)) or Entry(description(version).operations[id], served=False)
    state = entry.state()
    return {
        "id": id,
        "method": entry.described.method,
        "path": entry.described.path,
        "place": entry.described.place,
        "since": entry.described.since,
        "state": state,
        "why": _why(outcome, version, entry) if state in ("not run", "not served") else entry.always_refused,
        "successes": dict(entry.successes),
        "refusals": dict(entry.refusals),
        "failures": [_failure(same, mask) for same in _merged(entry.failures)],
    }


def _why(outcome: Outcome, version: str, entry: Entry) -> str:
    """Why an operation has no result."""
    if not entry.served:
        whole = version not in outcome.store.served
        return "the store does not serve this version" if whole else "not in the store's index"
    if entry.why:
        return entry.why
    covering = [scenario for scenario in scenarios(version) if entry.described.id in scenario.covers]
    if outcome.read_only and all(scenario.writes for scenario in covering):
        return "it needs a writing run (--allow-writes)"
    if outcome.end != "complete":
        return "the run ended before"
    done = [colour for colour in COLOURS if entry.successes[colour]]
    return f"only the {done[0]} client called it" if done else "no call of it was possible here"


def _merged(failures: list[Failure]) -> list[list[Failure]]:
    """Failures that differ in nothing but the client's colour, together."""
    ordered = sorted(failures, key=_sameness)
    return [list(group) for _, group in groupby(ordered, key=_sameness)]


def _sameness(failure: Failure) -> tuple[str, str, str, str, str]:
    finding = failure.finding
    return failure.scenario, finding.kind, finding.pointer, finding.message, finding.place


def _failure(same: list[Failure], mask: Mask) -> Json:
    first = same[0]
    return {
        "scenario": first.scenario,
        "clients": [failure.colour for failure in same],
        **vars(first.finding),
        "value": _value(first.finding, first.exchange, mask),
        "request": _request(first.exchange, mask),
        "answer": _answer(first.exchange, mask),
    }


def _value(finding: Finding, exchange: Exchange | None, mask: Mask) -> str:
    """What stands where the finding points to."""
    if exchange is None or not finding.pointer:
        return ""
    # Under its own name, so that the mask knows it if it is secret.
    name = finding.pointer.rpartition("/")[2]
    value = mask.json({name: _at(exchange.body, finding.pointer)})
    return json.dumps(next(iter(value.values())), ensure_ascii=False)[:_VALUE]


def _at(value: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        if is_object(value):
            value = value.get(step)
        elif is_array(value) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def _request(exchange: Exchange | None, mask: Mask) -> Json | None:
    if exchange is None:
        return None
    query = f"?{exchange.query}" if exchange.query else ""
    line = f"{exchange.method} {exchange.path}{query}"
    return {"line": mask.text(line), "body": mask.body(exchange.request, _BODY)}


def _answer(exchange: Exchange | None, mask: Mask) -> Json | None:
    if exchange is None:
        return None
    return {"status": exchange.status, "body": mask.body(exchange.response, _BODY)}
