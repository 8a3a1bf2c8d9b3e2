"""The report as one HTML page that needs nothing else: light and dark, for phones and for wide screens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from ..contract.described.description import Json
from ..contract.report.html_tags import Html, tag
from .findings import CAUSES
from .report_text import counted, subject, verdict

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
#: What a cause looks like: classes of the style sheet.
_LOOKS = {"contradiction": "failure", "newer release": "failure known-defect", "plugin": "failure known-defect",
          "older release": "failure known-defect"}  # fmt: skip


def page(report: Json) -> str:
    """The page of a report as `report_json.report` gives it."""
    body = [
        _head(report),
        _counts(report),
        *_differences(report),
        *_by_release(report),
        *_known(report),
        _about(report),
    ]
    return f"<!doctype html>\n{tag('html', _html_head(report), tag('body', body), lang='en')}\n"


def _html_head(report: Json) -> Html:
    return tag(
        "head",
        Html('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        tag("title", f"{verdict(report)}: {report['store']['url']}"),
        tag("style", Html(_style())),
    )


@cache
def _style() -> str:
    """The style sheet that reports share, and what only this one has."""
    here = Path(__file__)
    places = (here.parents[1] / "contract" / "report" / "page.css", here.with_name("report.css"))
    return "".join(place.read_text("utf-8") for place in places)


def _head(report: Json) -> list[Html]:
    store = report["store"]
    told = [f"WooCommerce {store['release']}" if store["release"] else "release not told"]
    told += [f"{name} {release}" for name, release in store["software"].items()]
    return [
        tag("h1", verdict(report)),
        tag("p", tag("b", store["url"]), " ", tag("span", ", ".join(told), class_="dim")),
        tag("p", f"{report['release']}.", class_="dim"),
    ]


def _counts(report: Json) -> Html:
    """How many there are of each cause, and what the release explains."""
    tiles = [(count, cause, cause == "contradiction") for cause, count in report["counts"].items()]
    tiles.append((len(report["by_release"]), "explained by the release", False))
    shown = [
        tag("div", tag("b", count), name, class_="none" if not count else "failed" if is_bad else "known-defect")
        for count, name, is_bad in tiles
    ]
    return tag("div", shown, class_="counts")


def _differences(report: Json) -> Iterator[Html]:
    """What differs, by cause, and then by the plugin that is behind it."""
    for cause, title in CAUSES.items():
        rows = [one for one in report["differences"] if one["cause"] == cause]
        if rows:
            yield tag("h2", title)
        for plugin, group in groupby(rows, key=lambda one: str(one["plugin"])):
            if cause == "plugin":
                yield tag("h3", plugin or "It cannot be known which")
            yield from (_difference(one, _LOOKS[cause]) for one in group)


def _difference(one: Json, look: str) -> Html:
    summary = tag(
        "summary",
        tag("b", one["resource"]), " ", tag("code", one["name"]) if subject(one) != one["resource"] else None,
        tag("br"), one["message"],
        tag("br"), tag("span", ", ".join(one["versions"]), class_="dim"),
    )  # fmt: skip
    facts = {
        "In": ", ".join(one["in"]),
        "Operations": [tag("span", name, class_="chip") for name in one["operations"]],
        "Spec": [(tag("code", place), " ") for place in one["places"]],
        "Kind": one["kind"],
    }
    rows = [(tag("dt", name), tag("dd", value)) for name, value in facts.items() if value]
    return tag("details", summary, tag("dl", rows, class_="facts"), class_=look)


def _by_release(report: Json) -> Iterator[Html]:
    if report["by_release"]:
        yield tag("h2", "Explained by the release")
        yield tag("p", "The description says itself that this release does not have them.", class_="dim")
        rows = [tag("li", f"{subject(one)} ({', '.join(one['versions'])})") for one in report["by_release"]]
        yield tag("details", tag("summary", counted(len(rows), "thing")), tag("ul", rows), class_="raw")


def _known(report: Json) -> Iterator[Html]:
    if report["known"]:
        yield tag("h2", "Known of stores")
        yield tag("p", "What stores say wrongly of themselves. It is no difference, and not counted.", class_="dim")
        count = sum(one["count"] for one in report["known"])
        rows = [
            tag("li", one["why"], " ", tag("span", f"{one['count']} × in {', '.join(one['where'])}", class_="dim"))
            for one in report["known"]
        ]
        yield tag("details", tag("summary", counted(count, "statement")), tag("ul", rows), class_="raw")


def _about(report: Json) -> list[Html]:
    """What was read, and what was not."""
    plugins = report["store"]["plugins"]
    shown = "not shown to this key" if plugins is None else [_plugin(one) for one in plugins] or "none"
    facts = {
        "Serves": ", ".join(report["versions"]),
        "Serves not": ", ".join(report["absent"]),
        "Active plugins": shown,
        "Custom fields": [f"{kind}: {', '.join(names)} " for kind, names in report["custom_fields"].items()],
        "Answers": counted(report["answers"], "answer"),
        "Not read": [tag("div", note) for note in report["notes"]],
    }
    rows = [(tag("dt", name), tag("dd", value)) for name, value in facts.items() if value]
    return [tag("h2", "What was read"), tag("p", "Nothing was changed."), tag("dl", rows, class_="facts")]


def _plugin(one: Json) -> Html:
    return tag("span", f"{one['name'] or one['file']} {one['version']}".strip(), class_="chip")
