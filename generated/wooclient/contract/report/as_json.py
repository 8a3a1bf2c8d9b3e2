"""The report as JSON. The other forms are made from it, so that all of them say the same and none shows a secret."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from ..._runtime.shapes import is_array, is_object
from ..calls.checking import ITEM, Finding
from ..calls.recording import Exchange
from ..described.description import Json, description
from ..described.releasing import is_in
from ..running.outcome import Outcome
from ..running.results import COLOURS, Entry, Failure, State
from ..running.scenario import Scenario
from ..safety.masking import Mask
from ..scenarios import covering_scenarios
from .grouping import Cause, causes

#: The form of the report; another number means that readers have to look again.
FORM = 2
#: What is to be said of a run by its end.
ENDS = {
    "complete": "",
    "stopped": "The run was stopped before its end: what it did not come to is shown as not run.",
    "cut short": (
        "The run was stopped, and once more before it had cleared up: what it did not come to is shown as not run, and "
        "what it had not removed yet is listed; the next writing run removes it."
    ),
    "store died": "The store stopped answering: what the run did not come to is shown as not run.",
}
STATES = ("failed", "passed", "known defect", "not run", "not served")
#: What is said of an operation whose description comes from documentation.
_UNSEEN = "known from documentation alone: no store was asked when it was described"
#: How much a report shows of a body, of the value that a finding points to, of its message, and of what a store says
#: of its software, in characters.
_BODY, _VALUE, _MESSAGE, _SOFTWARE = 2_000, 500, 600, 60


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
        "store": _store(outcome, mask),
        "mode": "read-only" if outcome.read_only else "writing",
        "strict": outcome.strict,
        "safety": outcome.safety,
        "counts": {state: counts[state] for state in STATES},
        "causes": [_cause(cause, mask) for cause in causes(outcome.results.entries)],
        "swept": [vars(thing) for thing in outcome.swept],
        "returned": [vars(thing) for thing in outcome.returned],
        "remains": [vars(thing) for thing in outcome.remains],
        "left": outcome.left,
        "crashes": outcome.results.crashes,
        "versions": versions,
    }
    masked: Json = mask.json(found)
    return masked


def located(report: Any, locate: Callable[[str], str]) -> Any:
    """A report, or a part of it, in which places in the spec are told as `locate` does: by their lines, for example."""
    if is_array(report):
        return [located(part, locate) for part in report]
    if not is_object(report):
        return report
    found = {name: located(part, locate) for name, part in report.items()}
    if isinstance(place := report.get("place"), str):
        found["place"] = locate(place) if place else ""
    if is_array(places := report.get("places")):
        found["places"] = list(dict.fromkeys(map(locate, places)))
    return found


def _store(outcome: Outcome, mask: Mask) -> Json:
    store = outcome.store
    environment: Json = store.system.get("environment") or {}
    settings: Json = store.system.get("settings") or {}
    software = {
        "woocommerce": store.release,
        "wordpress": environment.get("wp_version"),
        "php": environment.get("php_version"),
        "currency": settings.get("currency"),
    }
    told = {name: mask.short(str(value or ""), _SOFTWARE) for name, value in software.items()}
    return {"url": store.url, **told, "served": list(store.served)}


def _version(outcome: Outcome, version: str, mask: Mask) -> Json:
    described = description(version)
    covering = covering_scenarios(version)
    operations = [_operation(outcome, version, id, covering[id], mask) for id in described.operations]
    counts = Counter(operation["state"] for operation in operations)
    return {
        "version": version,
        "prefix": described.prefix,
        "served": version in outcome.store.served,
        "counts": {state: counts[state] for state in STATES},
        "operations": operations,
    }


def _operation(outcome: Outcome, version: str, id: str, covering: list[Scenario], mask: Mask) -> Json:
    entry = outcome.results.entries.get((version, id)) or Entry(description(version).operations[id], served=False)
    state = entry.state(strict=outcome.strict)
    return {
        "id": id,
        "method": entry.described.method,
        "path": entry.described.path,
        "place": entry.described.place,
        "since": entry.described.since,
        "until": entry.described.until,
        "state": state,
        "why": _said(outcome, version, entry, state, covering),
        "successes": dict(entry.successes),
        "refusals": dict(entry.refusals),
        "failures": [_failure(same, mask) for same in _merged(entry.failures)],
    }


def _said(outcome: Outcome, version: str, entry: Entry, state: State, covering: list[Scenario]) -> str:
    """What is to be said of an operation beside its state."""
    why = _why(outcome, version, entry, covering) if state in ("not run", "not served") else entry.always_refused
    return "; ".join(filter(None, (why, _UNSEEN if entry.described.evidence else "")))


def _why(outcome: Outcome, version: str, entry: Entry, covering: list[Scenario]) -> str:
    """Why an operation has no result; `covering` are the scenarios that call it."""
    if not entry.served:
        whole = version not in outcome.store.served
        return "the store does not serve this version" if whole else _absent(outcome.store.release, entry)
    if entry.why:
        return entry.why
    if outcome.read_only and all(scenario.writes for scenario in covering):
        return "it needs a writing run (--allow-writes)"
    if outcome.end != "complete":
        return "the run ended before"
    done = [colour for colour in COLOURS if entry.successes[colour]]
    return f"only the {done[0]} client called it" if done else "no call of it was possible here"


def _absent(release: str, entry: Entry) -> str:
    """Why an operation is not in a store's index: its release is too old or too new, or nobody knows."""
    since, until = entry.described.since, entry.described.until
    if release and not is_in(release, since):
        return f"new in WooCommerce {since}; the store has {release}"
    if release and not is_in(release, since, until):
        return f"gone since WooCommerce {until}; the store has {release}"
    return "not in the store's index"


def _cause(cause: Cause, mask: Mask) -> Json:
    """What is wrong, said once, with one example."""
    finding = cause.first.failure.finding
    kinds = Counter(found.failure.finding.kind for found in cause.all)
    return {
        "family": cause.family,
        "field": cause.where,
        "kind": finding.kind,
        "message": mask.short(finding.message, _MESSAGE),
        "defect": cause.defect,
        "places": cause.places,
        "operations": [{"version": version, "id": id} for version, id in cause.operations],
        "findings": dict(kinds),
        "example": _failure([found.failure for found in cause.all if found.failure.finding == finding], mask),
    }


def _merged(failures: list[Failure]) -> list[list[Failure]]:
    """Failures that differ in nothing but the client's colour, the scenario and the item of a list, together."""
    found: dict[tuple[str, str, str, str], list[Failure]] = {}
    for failure in failures:
        found.setdefault(failure.finding.sameness, []).append(failure)
    return list(found.values())


def _failure(same: list[Failure], mask: Mask) -> Json:
    first = next((failure for failure in same if failure.kept), same[0])
    exchange = first.exchange
    times = len({failure.finding for failure in same})
    return {
        "scenario": first.scenario,
        "clients": [colour for colour in COLOURS if any(failure.colour == colour for failure in same)],
        **vars(first.finding),
        "message": mask.short(first.finding.message, _MESSAGE),
        "pointer": ITEM.sub("*", first.finding.pointer) if times > 1 else first.finding.pointer,
        "times": times,
        "value": _value(first.finding, exchange, mask),
        "request": _request(exchange, mask),
        "answer": _answer(exchange, mask),
    }


def _value(finding: Finding, exchange: Exchange | None, mask: Mask) -> str:
    """What stands where the finding points to."""
    if exchange is None or not finding.pointer:
        return ""
    # Masked where it stands: what is around it may say that it is secret.
    value = _at(mask.json(exchange.body), mask.text(finding.pointer))
    return json.dumps(value, ensure_ascii=False)[:_VALUE]


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


def times(failure: Json) -> str:
    """How often a failure was found, if that was more than once; to be put behind its message."""
    return f" ({failure['times']} times)" if failure["times"] > 1 else ""


def leftovers(report: Json) -> list[str]:
    """What scenarios left, and what is still there."""
    remains = [f"left by a scenario, removed at the end: {about(thing)}" for thing in report["remains"]]
    left = [f"still in the store, the next writing run clears it: {line}" for line in report["left"]]
    return [*remains, *left]


def about(thing: Json) -> str:
    """Something that a run left, in a line."""
    failed = f", but that failed: {thing['why']}" if thing["why"] else ""
    return f"{thing['kind']} {thing['id']} ({thing['name']}){failed}"
