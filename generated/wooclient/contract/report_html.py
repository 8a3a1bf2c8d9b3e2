"""The report as one HTML page that needs nothing else: light and dark, for phones and for wide screens."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from .description import Json
from .html_tags import Child, Html, tag
from .report_json import ENDS, STATES, about, times

_MARKS = {"passed": "✓", "failed": "✗", "not run": "–", "not served": "·"}


def page(report: Json) -> str:
    """The page of a report as `report_json.report` gives it."""
    body = [
        _head(report),
        _counts(report),
        _notes(report),
        _failures(report),
        _other(report),
        _operations(report),
    ]
    return f"<!doctype html>\n{tag('html', _html_head(report), tag('body', body, _script()), lang='en')}\n"


def _html_head(report: Json) -> Html:
    digest = base64.b64encode(hashlib.sha256(_file("report.js").encode()).digest()).decode()
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
        tag("style", Html(_file("report.css"))),
    )


def _script() -> Html:
    return tag("script", Html(_file("report.js")))


@cache
def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _head(report: Json) -> list[Html]:
    store = report["store"]
    software = [f"{name} {store[key]}" for name, key in _SOFTWARE if store[key]]
    facts = {
        "Store": store["url"],
        "Release": ", ".join(software) or "not told",
        "Serves": ", ".join(store["served"]),
        "Mode": report["mode"],
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
    return [
        tag("h1", "Does the store do what the description says?"),
        tag("dl", rows, class_="facts"),
        tag("p", report["safety"]),
    ]


_SOFTWARE = (("WooCommerce", "woocommerce"), ("WordPress", "wordpress"), ("PHP", "php"))


def _counts(report: Json) -> Html:
    counts = report["counts"]
    tiles = [
        tag("div", tag("b", counts[state]), state, class_=f"{_slug(state)}{'' if counts[state] else ' none'}")
        for state in ("passed", "failed", "not run", "not served")
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


def _failures(report: Json, prefix: str = "") -> Iterator[Html]:
    found = [
        _failure(version["version"], operation, failure, f"{prefix}{version['version']}-{operation['id']}-{number}")
        for version in report["versions"]
        for operation in version["operations"]
        for number, failure in enumerate(operation["failures"])
    ]
    yield tag(
        "h2",
        (
            f"Differences between description and store: {len(found)}"
            if found
            else "No differences between description and store"
        ),
    )
    yield from found


def _failure(version: str, operation: Json, failure: Json, anchor: str) -> Html:
    where = failure["pointer"] or "/"
    text = " ".join([version, operation["id"], failure["message"], failure["scenario"], where]).lower()
    summary = tag(
        "summary",
        tag("b", f"{version} {operation['id']}"), " ", tag("code", where) if failure["pointer"] else None,
        tag("br"), failure["message"] + times(failure),
    )  # fmt: skip
    facts = {
        "Kind": failure["kind"],
        "Spec": failure["place"] or operation["place"],
        "Scenario": f"{failure['scenario']} ({' and '.join(failure['clients'])})",
        "Value": failure["value"],
    }
    rows = [(tag("dt", name), tag("dd", tag("code", value))) for name, value in facts.items() if value]
    body = [tag("dl", rows, class_="facts"), _exchange(failure["request"], failure["answer"])]
    return tag("details", summary, body, class_="failure", id=anchor, data_text=text, data_states="failed")


def _exchange(request: Json | None, answer: Json | None) -> Iterator[Html]:
    if request is not None:
        yield tag("div", "Request", class_="dim")
        yield tag("pre", "\n".join(filter(None, (request["line"], request["body"]))))
    if answer is not None:
        yield tag("div", f"Answer, status {answer['status']}", class_="dim")
        yield tag("pre", answer["body"])


def _other(report: Json) -> Iterator[Child]:
    """The store that was compared with: how it differs, and what its own run came to."""
    compared = report.get("compared")
    if compared is None:
        return
    counts = ", ".join(f"{compared['counts'][state]} {state}" for state in STATES)
    yield tag("h2", f"The same on {compared['store']['url']}")
    yield tag("p", f"{counts}. {compared['safety']}")
    yield _notes(compared)
    yield _failures(compared, "other-")
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
    rows = [
        _row(id, [(name, rows[id]) for name, rows in zip(names, by_id, strict=True) if id in rows], names) for id in ids
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


def _row(id: str, there: list[tuple[str, Json]], names: list[str]) -> Html:
    states = {name: operation["state"] for name, operation in there}
    marks = [
        (
            tag("span", _MARKS[states[name]], class_=f"mark {_slug(states[name])}", title=f"{name}: {states[name]}")
            if name in states
            else tag("span")
        )
        for name in names
    ]
    text = " ".join([id, *(f"{name} {operation['path']} {operation['why']}" for name, operation in there)]).lower()
    return tag(
        "details", tag("summary", tag("span", id), marks), tag("div", [_detail(*one) for one in there]),
        class_="row", data_text=text, data_states=",".join(sorted({_slug(state) for state in states.values()})),
    )  # fmt: skip


def _detail(version: str, operation: Json) -> Html:
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
    links = [
        tag("a", f" difference {number + 1}", href=f"#{version}-{operation['id']}-{number}")
        for number in range(len(operation["failures"]))
    ]
    return tag("p", said, links)


def _slug(state: str) -> str:
    return state.replace(" ", "-")
