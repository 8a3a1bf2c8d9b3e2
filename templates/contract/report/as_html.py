"""The report as one HTML page that needs nothing else: light and dark, for phones and for wide screens."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from ..described.description import Json
from .as_json import ENDS, STATES, about
from .html_tags import Child, Html, tag

_MARKS = {"passed": "✓", "failed": "✗", "known defect": "!", "not run": "–", "not served": "·"}


def page(report: Json) -> str:
    """The page of a report as `as_json.report` gives it."""
    body = [
        _head(report),
        _counts(report),
        _notes(report),
        _causes(report),
        _about(report),
        _other(report),
        _operations(report),
    ]
    return f"<!doctype html>\n{tag('html', _html_head(report), tag('body', body, _script()), lang='en')}\n"


def _html_head(report: Json) -> Html:
    digest = base64.b64encode(hashlib.sha256(_file("page.js").encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    failed = report["counts"]["failed"] + (report["compared"]["counts"]["failed"] if "compared" in report else 0)
    return tag(
        "head",
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        tag(
            "title",
            f"{failed} failed, {report['counts']['passed']} passed: {report['store']['url']}",
        ),
        tag("style", Html(_file("page.css"))),
    )


def _script() -> Html:
    return tag("script", Html(_file("page.js")))


@cache
def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _head(report: Json) -> list[Html]:
    """What the run came to, of which store."""
    store = report["store"]
    software = [f"{name} {store[key]}" for name, key in _SOFTWARE if store[key]]
    told = f"{', '.join(software) or 'of a release that it does not tell'}; {report['mode']} run"
    return [tag("h1", _verdict(report)), tag("p", tag("b", store["url"]), " ", tag("span", told, class_="dim"))]


def _verdict(report: Json) -> str:
    causes = len([cause for cause in report["causes"] if report["strict"] or not cause["defect"]])
    if causes:
        return f"{_counted(causes, 'difference')} in {_counted(report['counts']['failed'], 'operation')}"
    if report["end"] != "complete" or report["crashes"] or report["left"]:
        return f"No difference in the {_counted(report['counts']['passed'], 'operation')} that passed"
    return "The store does what the description says"


def _about(report: Json) -> list[Html]:
    """The run itself: what it did to the store, when, how long."""
    facts = {
        "Serves": ", ".join(report["store"]["served"]),
        "Began": report["began"],
        "Took": f"{report['seconds']} seconds",
        "Run": report["run"],
    }
    if "compared" in report:
        other = report["compared"]
        facts["Beside"] = (
            f"{other['store']['url']}: {other['counts']['failed']} failed, "
            f"{len(other['differences'])} differences between the stores"
        )
    rows = [(tag("dt", name), tag("dd", value)) for name, value in facts.items()]
    return [tag("h2", "The run"), tag("p", report["safety"]), tag("dl", rows, class_="facts")]


_SOFTWARE = (("WooCommerce", "woocommerce"), ("WordPress", "wordpress"), ("PHP", "php"))


def _counts(report: Json) -> Html:
    counts = report["counts"]
    tiles = [
        tag("div", tag("b", counts[state]), state, class_=f"{_slug(state)}{'' if counts[state] else ' none'}")
        for state in ("failed", "passed", "known defect", "not run", "not served")
    ]
    return tag("div", tiles, class_="counts")


def _notes(report: Json) -> Iterator[Html]:
    if ENDS[report["end"]]:
        yield tag("p", ENDS[report["end"]], class_="bad")
    for title, key in _LISTS:
        if report[key]:
            rows = [tag("li", _note(thing)) for thing in report[key]]
            yield tag("details", tag("summary", f"{title}: {len(rows)}"), tag("ul", rows), class_=f"note {key}")
    if report["crashes"]:
        yield tag("h2", f"Scenarios that failed by a fault of their own: {len(report['crashes'])}", class_="bad")
        yield from map(_crash, report["crashes"])


def _crash(text: str) -> Html:
    first, _, rest = text.partition("\n")
    return tag(
        "details",
        tag("summary", first),
        tag("pre", rest),
        class_="failure",
        data_text=text.lower(),
        data_states="failed",
    )


_LISTS = (
    ("Put back, as a run that was killed had borrowed it", "returned"),
    ("Removed, as an earlier run had left it", "swept"),
    ("Removed at the end, as scenarios had left it", "remains"),
    ("Still in the store; the next writing run clears it", "left"),
)


def _note(thing: Any) -> str:
    return thing if isinstance(thing, str) else about(thing)


def _causes(report: Json, prefix: str = "") -> Iterator[Html]:
    """What is wrong, each thing once; known defects of the store apart."""
    numbered = [(f"{prefix}cause-{number}", cause) for number, cause in enumerate(report["causes"])]
    found = [one for one in numbered if report["strict"] or not one[1]["defect"]]
    known = [one for one in numbered if one not in found]
    if found:
        yield tag("h2", "What differs from the description")
    yield from (_cause(*one) for one in found)
    if known:
        yield tag("h2", f"{_counted(len(known), 'known defect')} of the store")
        yield tag("p", "No fault of the description, and not counted (--strict counts it).", class_="dim")
        yield from (_cause(*one) for one in known)


def _counted(count: int, what: str) -> str:
    return f"{count or 'No'} {what}{'' if count == 1 else 's'}"


def _cause(anchor: str, cause: Json) -> Html:
    """One thing that is wrong: what, where, how often; how it looked once, folded away."""
    example, operations = cause["example"], cause["operations"]
    versions = dict.fromkeys(operation["version"] for operation in operations)
    count = sum(cause["findings"].values())
    told = f"{_counted(len(operations), 'operation')} of {', '.join(versions)}, {_counted(count, 'finding')}"
    summary = tag(
        "summary",
        tag("b", cause["family"]), " ", tag("code", cause["field"]) if cause["field"] else None,
        tag("br"), cause["defect"] or cause["message"],
        tag("br"), tag("span", told, class_="dim"),
    )  # fmt: skip
    shown = [f"{operation['id']} {operation['version']}" for operation in operations]
    facts: dict[str, list[Child]] = {
        "Spec": [tag("code", place) for place in cause["places"]],
        "Value": [tag("code", example["value"])] if example["value"] else [],
        "Found in": [", ".join(f"{kind} ({_counted(n, 'time')})" for kind, n in cause["findings"].items())],
        "Answer": [cause["message"]] if cause["defect"] else [],
        "Scenario": [f"{example['scenario']} ({' and '.join(example['clients'])})"],
        "Shows in": [tag("span", name, class_="chip") for name in _by_id(operations)],
    }
    rows = [(tag("dt", name), tag("dd", _apart(values))) for name, values in facts.items() if values]
    body = [tag("dl", rows, class_="facts"), *_exchange(example["request"], example["answer"])]
    text = " ".join([cause["family"], cause["field"], cause["message"], *shown, *cause["places"]]).lower()
    kind = "known-defect" if cause["defect"] else "failed"
    return tag("details", summary, body, class_=f"failure {kind}", id=anchor, data_text=text, data_states=kind)


def _by_id(operations: list[Json]) -> list[str]:
    """Operations with their versions."""
    found: dict[str, list[str]] = {}
    for operation in operations:
        found.setdefault(operation["id"], []).append(operation["version"])
    return [f"{id} ({', '.join(versions)})" for id, versions in found.items()]


def _apart(values: Iterable[Child]) -> Iterator[Child]:
    for value in values:
        yield value
        yield " "


def _exchange(request: Json | None, answer: Json | None) -> Iterator[Html]:
    if request is not None:
        yield _folded("Request", "\n".join(filter(None, (request["line"], request["body"]))))
    if answer is not None:
        yield _folded(f"Answer, status {answer['status']}", answer["body"])


def _folded(title: str, text: str) -> Html:
    return tag("details", tag("summary", title, class_="dim"), tag("pre", text), class_="raw")


def _other(report: Json) -> Iterator[Child]:
    """The store that was compared with: how it differs, and what its own run came to."""
    compared = report.get("compared")
    if compared is None:
        return
    counts = ", ".join(f"{compared['counts'][state]} {state}" for state in STATES)
    yield tag("h2", f"The same on {compared['store']['url']}")
    yield tag("p", f"{counts}. {compared['safety']}")
    yield _notes(compared)
    yield _causes(compared, "other-")
    yield _differences(report, compared)


def _differences(report: Json, compared: Json) -> Iterator[Html]:
    rows = compared["differences"]
    yield tag("h2", f"Differences between the stores: {len(rows)}")
    for (version, operation), group in groupby(rows, key=lambda row: (row["version"], row["operation"])):
        fields = list(group)
        counts = Counter(row["what"] for row in fields)
        told = ", ".join(f"{count} × {what}" for what, count in counts.items())
        summary = tag("summary", tag("b", f"{version} {operation}"), " ", tag("span", told, class_="dim"))
        text = " ".join([version, operation, *(row["field"] for row in fields), *counts]).lower()
        inside = [part for row in fields for part in _difference(row, report, compared)]
        yield tag("details", summary, inside, class_="failure", data_text=text, data_states="failed")


def _difference(row: Json, report: Json, compared: Json) -> Iterator[Html]:
    """One field: where and what, and what each store has there."""
    yield tag("p", tag("code", row["field"]), " ", tag("span", f"{row['what']}, in {row['scenario']}", class_="dim"))
    sides = [
        tag("div", tag("div", url, class_="dim"), tag("pre", value))
        for url, value in ((report["store"]["url"], row["here"]), (compared["store"]["url"], row["there"]))
    ]
    yield tag("div", sides, class_="differs")


def _operations(report: Json) -> list[Html]:
    versions = report["versions"]
    ids = dict.fromkeys(operation["id"] for version in versions for operation in version["operations"])
    by_id = [{operation["id"]: operation for operation in version["operations"]} for version in versions]
    names = [version["version"] for version in versions]
    causes = _causes_of(report)
    rows = [
        _row(id, [(name, rows[id]) for name, rows in zip(names, by_id, strict=True) if id in rows], names, causes)
        for id in ids
    ]
    heads = [tag("span", name.replace("legacy-v", "L"), title=name) for name in names]
    key = ", ".join(f"{mark} {state}" for state, mark in _MARKS.items())
    legacy = " L3, L2, L1: the legacy versions." if any(name.startswith("legacy") for name in names) else ""
    return [
        tag("h2", "Every operation"),
        tag("p", f"{key}.{legacy} A blank: the version has no such operation.", class_="dim"),
        _filter(len(rows)),
        tag("div", tag("div", tag("span", "Operation"), heads, class_="head"), rows, style=f"--columns: {len(names)}"),
    ]


def _filter(count: int) -> Html:
    options = [tag("option", "every state", value=""), *(tag("option", state, value=_slug(state)) for state in STATES)]
    field = Html(
        '<input id="search" type="search" placeholder="Search operations and differences" aria-label="Search">'
    )
    return tag(
        "div", field, tag("select", options, id="state", aria_label="State"),
        tag("span", f"{count} of {count} operations", id="shown", class_="dim", data_all=count), class_="filter",
    )  # fmt: skip


def _causes_of(report: Json) -> dict[tuple[str, str], list[int]]:
    """The numbers of the causes that show in an operation of a version."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, cause in enumerate(report["causes"]):
        for operation in cause["operations"]:
            found.setdefault((operation["version"], operation["id"]), []).append(number)
    return found


def _row(id: str, there: list[tuple[str, Json]], names: list[str], causes: dict[tuple[str, str], list[int]]) -> Html:
    states = {name: operation["state"] for name, operation in there}
    marks = [
        (
            tag("span", _MARKS[states[name]], class_=f"mark {_slug(states[name])}", title=f"{name}: {states[name]}")
            if name in states
            else tag("span")
        )
        for name in names
    ]
    details = [_detail(version, operation, causes.get((version, id), [])) for version, operation in there]
    text = " ".join([id, *(f"{name} {operation['path']} {operation['why']}" for name, operation in there)]).lower()
    return tag(
        "details", tag("summary", tag("span", id), marks), tag("div", details),
        class_="row", data_text=text, data_states=",".join(sorted({_slug(state) for state in states.values()})),
    )  # fmt: skip


def _detail(version: str, operation: Json, causes: list[int]) -> Html:
    calls = [f"{count} {colour}" for colour, count in operation["successes"].items() if count]
    said: list[Child] = [
        tag("b", version),
        " ",
        tag("code", f"{operation['method']} {operation['path']}"),
        " ",
        operation["state"],
    ]
    said += [f": {operation['why']}"] if operation["why"] else []
    said += [f"; done {' and '.join(calls)}"] if calls else []
    said += [tag("span", f" {operation['place']}", class_="dim")]
    links = [(" ", tag("a", f"what is wrong ({number + 1})", href=f"#cause-{number}")) for number in causes]
    return tag("p", said, links)


def _slug(state: str) -> str:
    return state.replace(" ", "-")
