"""Send the mock store what a real one was sent, and hold the answers against each other.

`python tests/replay/replay.py [--package DIR] [--show] [RESOURCE ...]` prints the table; with `--show` the differences.
`--recording FILE` sends another recording, of any version of wc; `--snapshot FILE` begins with another store.
Requests of all resources are always sent, since later ones build on earlier ones; names only limit the report.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bars import share
from evidence import plain
from evidence.store import CARRIED, REDUCED, SHARED
from replay import compare
from replay.ids import Ids, resource_of, space_of

#: Where recordings and the store that they begin with are, unless told otherwise.
PLACE = SHARED if SHARED.is_dir() else CARRIED
KEYS = {
    "rw": ("ck_000000000000000000000000000000000000rw00", "cs_111111111111111111111111111111111111rw11"),
    "ro": ("ck_000000000000000000000000000000000000ro00", "cs_111111111111111111111111111111111111ro11"),
    "wo": ("ck_000000000000000000000000000000000000wo00", "cs_111111111111111111111111111111111111wo11"),
}
#: Orders by date: where WordPress knows no such order, as in the older versions, it takes the date.
_BY_DATE = ("date", "price", "popularity", "rating")
_PERMISSIONS = {"rw": "read_write", "ro": "read", "wo": "write"}


@dataclass
class Outcome:
    """One exchange and how ours differed."""

    number: int
    record: dict[str, Any]
    status: int = 0
    status_differs: str = ""
    code_differs: str = ""
    shape: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    @property
    def resource(self) -> str:
        return resource_of(self.record["path"])


def records(path: Path) -> list[dict[str, Any]]:
    """The recorded exchanges. `form` is how much of an answer is known: all, or what reduced recordings keep."""
    with path.open("rb") as file:
        rows = [json.loads(line) for line in file]
    if path.parent != REDUCED:
        return [{**row, "form": _whole} for row in rows]
    left_out = {"auth": "rw", "request_headers": None, "headers": {}}
    return [{**left_out, "response": row.get("outline"), **row, "form": plain.form(row)} for row in rows]


def _whole(body: Any) -> Any:
    return body


def recorded_now(snapshot: dict[str, Any]) -> datetime:
    """The moment of the recording, a minute after the snapshot's last order: reports, sales and lists go by it."""
    last = max(order["date_created_gmt"] for order in snapshot["orders"])
    return datetime.fromisoformat(last).replace(tzinfo=UTC) + timedelta(minutes=1)


def replay(rows: list[dict[str, Any]], snapshot: dict[str, Any]) -> list[Outcome]:
    """All exchanges, in order."""
    import base64

    from wooclient.mock import MockStore
    from wooclient.mock.wire import Request

    key, secret = KEYS["rw"]
    store = MockStore(seed=snapshot, key=key, secret=secret)
    # The recorded store never got to send what its webhooks had to tell: its cron was off.
    store.shop.listeners.clear()
    now = recorded_now(snapshot)
    store.shop.clock = lambda: now
    for name in ("ro", "wo"):
        store.keys.create(_PERMISSIONS[name], key=KEYS[name][0], secret=KEYS[name][1])
    ids, found = Ids(), []
    for number, row in enumerate(rows):
        space = space_of(row["path"])
        headers = {k.lower(): v for k, v in (row["request_headers"] or {}).items()}
        custom = row.get("auth")
        if custom in KEYS:
            headers["authorization"] = "Basic " + base64.b64encode(":".join(KEYS[custom]).encode()).decode()
        elif custom == "custom" and "authorization" not in headers:
            is_known = "authentication_error" in json.dumps(row["response"])
            wrong = f"{KEYS['rw'][0]}:cs_wrong" if is_known else "ck_unknown:cs_unknown"
            headers["authorization"] = "Basic " + base64.b64encode(wrong.encode()).decode()
        body = b""
        sent = row["request"]
        if isinstance(sent, dict) and "__raw__" in sent:
            body = sent["__raw__"].encode()
        elif sent is not None:
            body = json.dumps(ids.body(sent, space)).encode()
            headers.setdefault("content-type", "application/json")
        query = ids.query(row["query"], space)
        answer = store.handle(Request(row["method"], ids.path(row["path"]), query, headers, body))
        form = row["form"]
        ours = form(None if not answer.body or answer.body.startswith(b"/**/") else json.loads(answer.body))
        by_date = dict(parse_qsl(query)).get("orderby", "date") in _BY_DATE
        if by_date and _is_other_choice(row["response"], ours, ids, space):
            everything = [(n, v) for n, v in parse_qsl(query) if n not in ("page", "per_page", "offset")]
            wide = urlencode([*everything, ("per_page", "100")])
            whole = json.loads(store.handle(Request("GET", ids.path(row["path"]), wide, headers, b"")).body)
            ours = form(_same_choice(_mapped(row["response"], ids, space), ours, whole))
        found.append(_judge(number, row, answer.status, ours, ids, space))
        _compare_totals(found[-1], answer.headers)
    return found


def _judge(number: int, row: dict[str, Any], status: int, ours: Any, ids: Ids, space: str) -> Outcome:
    outcome = Outcome(number, row, status)
    theirs = row["response"]
    if status != row["status"]:
        outcome.status_differs = f"{row['status']} there, {status} here"
    code, other = _code(theirs), _code(ours)
    if code != other:
        outcome.code_differs = f"{code} there, {other} here"
    if status == row["status"]:
        if row["method"] == "POST" and status < 300:
            ids.learn(theirs, ours, space)
        theirs = _mapped(theirs, ids, space)
        outcome.shape = compare.shapes(theirs, ours)
        outcome.values = compare.values(theirs, ours)
    else:
        outcome.shape = outcome.values = ["another status"]
    return outcome


def _is_other_choice(theirs: Any, ours: Any, ids: Ids, space: str) -> bool:
    """Whether two pages hold as many dated things, but not the same ones."""
    if not (isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours)):
        return False
    if not all(isinstance(item, dict) and "date_created" in item for item in (*theirs, *ours)):
        return False
    return {item["id"] for item in _mapped(theirs, ids, space)} != {item["id"] for item in ours}


def _same_choice(theirs: list[Any], ours: list[Any], whole: list[Any]) -> list[Any]:
    """Our form of the things on their page, if our list has all of them and their dates are those of our page.

    Among equal dates a store gives any order: which things fall on a page is chance, which are in the list is not.
    """
    if not isinstance(whole, list):
        return ours
    known = {item["id"]: item for item in whole}
    wanted = [item["id"] for item in theirs]
    if not all(number in known for number in wanted):
        return ours
    chosen = [known[number] for number in wanted]
    return chosen if [c["date_created"] for c in chosen] == [o["date_created"] for o in ours] else ours


def _compare_totals(outcome: Outcome, headers: dict[str, str]) -> None:
    """How many things a list has in all is a value too."""
    mine = {name.lower(): value for name, value in headers.items()}
    for name in ("x-wp-total", "x-wp-totalpages"):
        told = {n.lower(): v for n, v in (outcome.record.get("headers") or {}).items()}.get(name)
        if told is not None and not outcome.status_differs and mine.get(name) != told:
            outcome.values.append(f"{name}: {told} there, {mine.get(name)} here")


def _mapped(value: Any, ids: Ids, space: str) -> Any:
    return ids.body(value, space) if isinstance(value, list) else value


def _code(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    own = str(value["code"]) if {"code", "message", "data"} <= value.keys() else ""
    parts = [i["error"]["code"] if "error" in i else "" for n in ("create", "update", "delete")
             for i in (value.get(n) if isinstance(value.get(n), list) else []) if isinstance(i, dict)
             and isinstance(i.get("error", {}), dict) and "code" in i.get("error", {"code": ""})]  # fmt: skip
    details = value.get("data", {}).get("details", {}) if isinstance(value.get("data"), dict) else {}
    inner = sorted(f"{n}:{d['code']}" for n, d in details.items()) if isinstance(details, dict) else []
    return " ".join([own, *parts, *inner]).strip()


def table(outcomes: list[Outcome]) -> str:
    """The table by resource, with the sum last."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.resource].append(outcome)
    lines = [f"{'resource':34} {'all':>4} {'status':>7} {'code':>7} {'shape':>7} {'values':>7}"]
    lines += [_line(name, group) for name, group in sorted(groups.items())]
    return "\n".join([*lines, _line("all", outcomes)])


def rates(outcomes: list[Outcome]) -> dict[str, float]:
    """How many exchanges there are, and shares of them that agree, in percent."""
    differing = {
        "status": [o.status_differs for o in outcomes],
        "code": [o.code_differs for o in outcomes],
        "shape": [o.shape for o in outcomes],
        "values": [o.values for o in outcomes],
    }
    shares = {name: share(sum(not one for one in found), len(found)) for name, found in differing.items()}
    return {"exchanges": len(outcomes), **shares}


def _line(name: str, group: list[Outcome]) -> str:
    count, *shares = rates(group).values()
    return f"{name:34} {count:4} " + " ".join(f"{rate:7.1f}" for rate in shares)


def report(outcomes: list[Outcome]) -> str:
    """The differences, one exchange after the other."""
    lines: list[str] = []
    for o in outcomes:
        if o.status_differs or o.code_differs or o.shape or o.values:
            r = o.record
            sent = json.dumps(r["request"])[:300] if r["request"] else ""
            lines.append(f"#{o.number} {r['method']} {r['path']} {r['query'] or ''} {sent}")
            lines += [
                f"   {label}: {text}"
                for label, text in (("status", o.status_differs), ("code", o.code_differs))
                if text
            ]
            lines += [f"   shape: {text}" for text in o.shape[:12]] + [f"   value: {text}" for text in o.values[:12]]
    return "\n".join(lines)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("resources", nargs="*", help="only these resources in the report")
    parser.add_argument("--package", default="generated", help="the folder that holds wooclient")
    parser.add_argument("--show", action="store_true", help="print the differences too")
    parser.add_argument("--recording", default=str(PLACE / "recordings" / "wc-v3.jsonl"), help="what was said")
    parser.add_argument("--snapshot", default=str(PLACE / "snapshot.json"), help="what was there before")
    options = parser.parse_args()
    sys.path.insert(0, options.package)
    snapshot = json.loads(Path(options.snapshot).read_text("utf-8"))
    outcomes = replay(records(Path(options.recording)), snapshot)
    if options.resources:
        outcomes = [o for o in outcomes if o.resource in options.resources]
    if options.show:
        print(report(outcomes))
    print(table(outcomes))


if __name__ == "__main__":
    main()
