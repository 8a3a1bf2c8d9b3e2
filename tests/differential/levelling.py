"""After a difference: the requests that bring both sides level, so that it counts once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from differential.pairing import opened
from differential.pool import Pool
from differential.steps import Step, name
from replay.ids import space_of

if TYPE_CHECKING:
    from differential.walk import Exchange

Json = dict[str, Any]
#: Records that stay, whatever happens: they are written anew.
_FIXED = re.compile(
    r"^/(settings|payment_gateways|shipping/zones/«zone:0»|customers/«user:1»($|/)|products/categories/uncategorized)"
)
#: Lists of what is no record.
_TOLD = ("settings", "data", "reports", "payment_gateways", "system_status", "refunds")
#: Collections in which a record may be deleted, by the space of its ids.
_BY_SPACE = {"post": ("/products", "/orders", "/coupons"), "user": ("/customers",), "term": (), "tax": ("/taxes",)}


def levelling(done: Exchange, pool: Pool) -> list[Step]:
    """The requests to send to both sides after an exchange that differs."""
    step = done.step
    if step.method == "GET":
        return [gone(path) for path in _seen(done)]
    paths = [*made(done), *_named(step, pool)]
    if step.path.endswith(("»", "»/locations")) and not stays(step.path):
        paths.append(step.path.removesuffix("/locations"))
    found = [gone(path) for path in dict.fromkeys(paths) if not stays(path)]
    if stays(step.path):
        found.append(Step("PUT", step.path, [], _usual(done)))
    return found


def gone(path: str) -> Step:
    """The request that deletes a record to bring both sides level."""
    return Step("DELETE", path, [("force", "true")], level=True)


def listing_of(step: Step) -> str:
    """The collection whose records a list or a count is about; empty if they cannot be deleted one by one."""
    words = step.path.removesuffix("/count").split("/")
    if step.method != "GET" or words[1] in _TOLD or words[-1].startswith("«"):
        return ""
    return "/orders" if words[-1] == "orders" else "/".join(words)


def stays(path: str) -> bool:
    """Whether a record must not be deleted, whatever happens."""
    return bool(_FIXED.search(path))


def census(done: Exchange, place: str) -> Step:
    """The request for as many records of a collection as a list can have, after one that told how many there are."""
    is_legacy = done.step.path.endswith("/count") or "x-wc-total" in done.theirs.headers
    return Step("GET", place, [("filter[limit]" if is_legacy else "per_page", 100)], level=True)


def _usual(done: Exchange) -> Json:
    """A body that says what the real store now holds."""
    body = done.theirs.body if isinstance(done.theirs.body, dict) else {}
    kept = ("value", "title", "description", "enabled", "order", "email", "first_name", "last_name", "name")
    return {k: body[k] for k in kept if k in body}


def _seen(done: Exchange) -> list[str]:
    """The record that a read showed differently; `uneven` has those of lists."""
    step = done.step
    return [step.path] if step.path.rpartition("/")[2].startswith("«") and not stays(step.path) else []


def made(done: Exchange) -> list[str]:
    """Records that the request made or changed, as far as the answer says."""
    step, body = done.step, done.named
    place = collection_of(step)
    space = space_of(_plain(place))
    rows = rows_of(step, body)
    body = opened(body)
    if done.theirs.status == 201 and isinstance(body, dict):
        rows = [body]
    keys = [name(space, row["id"]) if space else str(row["id"]) for row in rows if row.get("id")]
    if done.theirs.status == 201 and not keys and isinstance(body, dict) and body.get("slug"):
        keys = [str(body["slug"])]
    return [f"{place}/{key}" for key in keys]


def collection_of(step: Step) -> str:
    """The path of the records that a request makes or changes."""
    return re.sub(r"/(batch|bulk|duplicate)$", "", step.path)


def rows_of(step: Step, body: Any) -> list[Json]:
    """What an answer tells of each new or changed record of a batch, in the order of the request."""
    body = opened(body)
    if step.path.endswith("/batch") and isinstance(body, dict):
        body = [row for part in ("create", "update") for row in body.get(part) or []]
    elif not step.path.endswith("/bulk"):
        return []
    return [row for row in body if isinstance(row, dict)] if isinstance(body, list) else []


def _named(step: Step, pool: Pool) -> list[str]:
    """Records that the body names and that what happened may have changed: their stock, their counts."""
    places = {n: c for c, names in pool.collections.items() for n in names}
    inside = Step("", "", [], step.body).names()
    return [f"{places[n]}/{n}" for n in inside if n in places and n.split(":")[0][1:] in _BY_SPACE]


def _plain(path: str) -> str:
    return "/".join("0" if part.startswith("«") else part for part in path.split("/"))
