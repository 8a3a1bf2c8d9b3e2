"""After a difference: the requests that bring both sides level, so that it counts once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

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
#: Collections in which a record may be deleted, by the space of its ids.
_BY_SPACE = {"post": ("/products", "/orders", "/coupons"), "user": ("/customers",), "term": (), "tax": ("/taxes",)}


def levelling(done: Exchange, pool: Pool) -> list[Step]:
    """The requests to send to both sides after an exchange that differs."""
    step = done.step
    if step.method == "GET":
        return [_gone(path) for path in _seen(done)]
    paths = [*made(done), *_named(step, pool)]
    if step.path.endswith(("»", "»/locations")) and not _FIXED.search(step.path):
        paths.append(step.path.removesuffix("/locations"))
    found = [_gone(path) for path in dict.fromkeys(paths) if not _FIXED.search(path)]
    if _FIXED.search(step.path):
        found.append(Step("PUT", step.path, [], _usual(done)))
    return found


def _gone(path: str) -> Step:
    return Step("DELETE", path, [("force", "true")])


def _usual(done: Exchange) -> Json:
    """A body that says what the real store now holds."""
    body = done.theirs.body if isinstance(done.theirs.body, dict) else {}
    kept = ("value", "title", "description", "enabled", "order", "email", "first_name", "last_name", "name")
    return {k: body[k] for k in kept if k in body}


def _seen(done: Exchange) -> list[str]:
    """What a read showed differently: the record itself, or those of a list that are on both sides."""
    step, body = done.step, done.theirs.body
    if step.path.rpartition("/")[2].startswith("«"):
        return [step.path] if not _FIXED.search(step.path) else []
    if (
        not isinstance(body, list)
        or not done.found.agrees("code")
        or step.path.startswith(("/settings", "/data", "/reports"))
    ):
        return []
    found: list[str] = []
    ours = (
        {str(i.get("id")) for i in done.ours.body if isinstance(i, dict)} if isinstance(done.ours.body, list) else set()
    )
    spots = {int(n) for n in re.findall(r"^\[(\d+)\]", "\n".join((*done.found.shape, *done.found.values)), re.M)}
    for i in sorted(spots):
        if i < len(body) and isinstance(body[i], dict) and isinstance(body[i].get("id"), int) and ours:
            found.append(f"{step.path}/{name(space_of(_plain(step.path)), body[i]['id'])}")
    return [path for path in found if not _FIXED.search(path)][:10]


def made(done: Exchange) -> list[str]:
    """Records that the request made or changed, as far as the answer says."""
    step, body = done.step, done.named
    place = step.path.removesuffix("/batch").removesuffix("/duplicate")
    space = space_of(_plain(place))
    if isinstance(body, dict) and len(body) == 1 and isinstance(next(iter(body.values())), dict):
        body = next(iter(body.values()))
    if not isinstance(body, dict):
        return []
    rows = (
        [i for part in ("create", "update") for i in body.get(part) or [] if isinstance(i, dict)]
        if step.path.endswith("/batch")
        else []
    )
    if done.theirs.status == 201:
        rows = [body]
    keys = [name(space, row["id"]) if space else str(row["id"]) for row in rows if row.get("id")]
    if done.theirs.status == 201 and not keys and body.get("slug"):
        keys = [str(body["slug"])]
    return [f"{place}/{key}" for key in keys]


def _named(step: Step, pool: Pool) -> list[str]:
    """Records that the body names and that what happened may have changed: their stock, their counts."""
    places = {n: c for c, names in pool.collections.items() for n in names}
    inside = Step("", "", [], step.body).names()
    return [f"{places[n]}/{n}" for n in inside if n in places and n.split(":")[0][1:] in _BY_SPACE]


def _plain(path: str) -> str:
    return "/".join("0" if part.startswith("«") else part for part in path.split("/"))
