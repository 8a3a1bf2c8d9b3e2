"""Send the mock store what a real one's legacy API was sent, and hold the answers against each other.

`python tests/replay/legacy.py [--package DIR] [--version v2] [--show] [RESOURCE ...]`: as `replay.py`.
"""

from __future__ import annotations

import argparse
import base64
import dataclasses
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from replay import compare
from replay.ids import Ids, space_of
from replay.replay import _PERMISSIONS, KEYS, PLACE, Outcome, recorded_now, records, report, table

VERSIONS = ("v3", "v2", "v1")
#: How the recorder called itself: orders remember it.
RECORDER = "python-httpx/0.28.1"
#: Headers that are compared, beside the body.
_HEADERS = ("x-wc-total", "x-wc-totalpages")


class LegacyOutcome(Outcome):
    """One exchange of the legacy API."""

    @property
    def resource(self) -> str:
        words = self.record["path"].split("/")[3:]
        kept = [w for w in words if not re.fullmatch(r"\d+|None|abc|bulk|count", w)]
        return "/".join(kept[:2] if kept[:1] != ["products"] or "attributes" not in kept else kept[:3]) or "index"


def replay(rows: list[dict[str, Any]], snapshot: dict[str, Any]) -> list[LegacyOutcome]:
    """All exchanges, in order."""
    from wooclient.mock import MockStore
    from wooclient.mock.wire import Request

    store = MockStore(seed=snapshot, key=KEYS["rw"][0], secret=KEYS["rw"][1])
    # The recorded store never got to send what its webhooks had to tell: its cron was off.
    store.shop.listeners.clear()
    now = recorded_now(snapshot)
    store.shop.clock = lambda: now
    for name in ("ro", "wo"):
        store.keys.create(_PERMISSIONS[name], key=KEYS[name][0], secret=KEYS[name][1])
    ids, found = Ids(), []
    unseen = iter(_orders_made(rows, snapshot))
    for number, row in enumerate(rows):
        space = _space(row["path"])
        body = _body(row["request"], ids, space)
        request = Request(row["method"], ids.path(row["path"]), row["query"] or "", _headers(row), body)
        answer = store.handle(request)
        form = row["form"]
        ours = form(_read(answer.body))
        if _is_other_choice(row, ours, ids):
            whole = json.loads(store.handle(dataclasses.replace(request, query=_whole(row["query"]))).body)
            ours = form(_same_choice(row, ours, ids, whole))
        if _is_silent(row):
            # The releases that were recorded make the order, then fail: 201 and no body, or WordPress's page for a
            # crash. What the answer would have been is not known, so ours is taken; later exchanges tell what was made.
            number = next(unseen, None)
            if number is not None and "order" in ours:
                ids.known["post", number] = ours["order"]["id"]
            row = {**row, "status": 201 if row["status"] == 201 else answer.status, "response": ours}
        found.append(_judge(number, row, answer.status, answer.headers, ours, ids, space))
    return found


def _is_other_choice(row: dict[str, Any], ours: Any, ids: Ids) -> bool:
    """Whether two pages hold as many dated things, but not the same ones."""
    mine, theirs = (_listed(row, body) for body in (ours, row["response"]))
    if not mine or len(mine) != len(theirs):
        return False
    return {item["id"] for item in mine} != {item["id"] for item in ids.body(theirs, _space(row["path"]))}


def _whole(query: str | None) -> str:
    """A query without its page."""
    paging = ("page", "filter[limit]", "filter[offset]")
    kept = [pair for pair in parse_qsl(query or "") if pair[0] not in paging]
    return urlencode([*kept, ("filter[limit]", "-1")])


def _same_choice(row: dict[str, Any], ours: Any, ids: Ids, whole: Any) -> Any:
    """Our form of the things on their page, if our whole list has all of them and the dates on both pages are equal.

    Among equal dates a store gives any order: which things fall on a page is chance, which are in the list is not.
    """
    known = {item["id"]: item for item in _listed(row, whole)}
    wanted = [item["id"] for item in ids.body(_listed(row, row["response"]), _space(row["path"]))]
    chosen = [known[number] for number in wanted if number in known]
    dates = [[item["created_at"] for item in page] for page in (chosen, _listed(row, ours))]
    return {row["path"].split("/")[-1]: chosen} if dates[0] == dates[1] else ours


def _listed(row: dict[str, Any], body: Any) -> list[Any]:
    """The dated things of a list; empty for anything else."""
    found = body.get(row["path"].split("/")[-1]) if isinstance(body, dict) else None
    return found if isinstance(found, list) and all("created_at" in item for item in found) else []


def _numbered(value: Any) -> Any:
    """A thing whose id is a number, also where the legacy API tells it as a text."""
    is_text = isinstance(value, dict) and isinstance(value.get("id"), str)
    return {**value, "id": int(value["id"])} if is_text else value


def _is_silent(row: dict[str, Any]) -> bool:
    """Whether the recorded store failed while it made an order."""
    crashed = row["status"] == 500 and row["response"]["code"] == "internal_server_error"
    made = row["method"] == "POST" and row["path"].endswith("/orders")
    return made and (crashed or (row["status"] == 201 and row["response"] is None))


def _read(body: bytes) -> Any:
    """A body of JSON; none and others count as null."""
    try:
        return json.loads(body)
    except ValueError:
        return None


def _orders_made(rows: list[dict[str, Any]], snapshot: dict[str, Any]) -> list[int]:
    """The ids of orders that only lists tell of, in the order in which they were made."""
    known = {order["id"] for order in snapshot["orders"]}
    bodies = [row["response"] for row in rows if isinstance(row["response"], dict)]
    lists = [body["orders"] for body in bodies if "orders" in body]
    return sorted({order["id"] for orders in lists for order in orders if "id" in order} - known)


def _space(path: str) -> str:
    return space_of(re.sub(r"/(bulk|count)$", "", path))


def _headers(row: dict[str, Any]) -> dict[str, str]:
    headers = {
        "user-agent": RECORDER,
        **{name.lower(): value for name, value in (row["request_headers"] or {}).items()},
    }
    pair = KEYS.get(row["auth"]) or (("ck_unknown", "cs_unknown") if row["auth"] == "custom" else None)
    if pair:
        headers["authorization"] = "Basic " + base64.b64encode(":".join(pair).encode()).decode()
    return headers


def _body(sent: Any, ids: Ids, space: str) -> bytes:
    if sent is None:
        return b""
    if "__raw__" in sent:
        return sent["__raw__"].encode()
    return json.dumps({name: ids.body(value, space) for name, value in sent.items()}).encode()


def _judge(
    number: int, row: dict[str, Any], status: int, headers: dict[str, str], ours: Any, ids: Ids, space: str
) -> LegacyOutcome:
    outcome, theirs = LegacyOutcome(number, row, status), row["response"]
    if status != row["status"]:
        outcome.status_differs = f"{row['status']} there, {status} here"
    if _codes(theirs) != _codes(ours):
        outcome.code_differs = f"{_codes(theirs)} there, {_codes(ours)} here"
    if outcome.status_differs:
        outcome.shape = outcome.values = ["another status"]
        return outcome
    if isinstance(theirs, dict) and isinstance(ours, dict):
        if row["method"] == "POST" and status < 300:
            for name in theirs.keys() & ours.keys():
                ids.learn(_numbered(theirs[name]), _numbered(ours[name]), space)
        theirs = {name: ids.body(value, space) if isinstance(value, list) else value for name, value in theirs.items()}
    outcome.shape = compare.shapes(theirs, ours)
    outcome.values = compare.values(theirs, ours)
    mine = {name.lower(): value for name, value in headers.items()}
    told = {name.lower(): value for name, value in (row["headers"] or {}).items()}
    outcome.values += [
        f"{name}: {told.get(name)} there, {mine.get(name)} here"
        for name in _HEADERS
        if told.get(name) != mine.get(name)
    ]
    if ("link" in told) != ("link" in mine):
        outcome.values.append(f"link: {told.get('link')} there, {mine.get('link')} here")
    return outcome


def _codes(value: Any) -> list[str]:
    """The codes of an answer's errors, and of those of the items of a bulk answer."""
    if not isinstance(value, dict):
        return []
    found = [error["code"] for error in value.get("errors", [])]
    for rows in value.values():
        if isinstance(rows, list):
            found += [r["error"]["code"] for r in rows if isinstance(r, dict) and isinstance(r.get("error"), dict)]
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("resources", nargs="*", help="only these resources in the report")
    parser.add_argument("--package", default="generated", help="the folder that holds wooclient")
    parser.add_argument("--version", default="v3", choices=VERSIONS)
    parser.add_argument("--show", action="store_true", help="print the differences too")
    parser.add_argument("--recording", help="what was said")
    parser.add_argument("--snapshot", default=str(PLACE / "snapshot.json"), help="what was there before")
    options = parser.parse_args()
    sys.path.insert(0, options.package)
    path = Path(options.recording or PLACE / "recordings" / f"legacy-{options.version}.jsonl")
    outcomes = replay(records(path), json.loads(Path(options.snapshot).read_text("utf-8")))
    if options.resources:
        outcomes = [outcome for outcome in outcomes if outcome.resource in options.resources]
    if options.show:
        print(report(outcomes))
    print(table(outcomes))


if __name__ == "__main__":
    main()
