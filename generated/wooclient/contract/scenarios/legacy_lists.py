"""Lists of the legacy API: narrowed, chosen from, walked, and counted; for v1 all that it can do with products."""

from __future__ import annotations

from functools import partial
from typing import Any

from ..calls.steps import Steps
from ..described.bodies import items
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario, known
from .legacy import gone, inside
from .life import NOBODY

#: Kinds whose lists have pages, how wc/v3 makes one, and by which filter those of a run are found.
_KINDS: dict[str, Json] = {
    "products": {"name": "{n} {mark}", "catalog_visibility": "hidden"},
    "coupons": {"code": "{mark}-{n}"},
    "customers": {"email": "{mark}-{n}@example.com", "username": "{mark}-{n}", "password": "{mark}-word"},
}
#: Kinds whose search finds parts of a name; that of customers wants the whole of it.
_SEARCHED = ("products", "coupons")
_LOOKUPS = {"coupons": ("coupons.by_code", "code"), "customers": ("customers.by_email", "email")}


def scenarios(version: str) -> list[Scenario]:
    """One a kind."""
    return [
        Scenario(
            f"pages of {kind}",
            version,
            known(version, *(f"{kind}.{verb}" for verb in ("list", "count", "get")), _LOOKUPS.get(kind, ("",))[0]),
            partial(_pages, kind),
        )
        for kind in _KINDS
        if f"{kind}.list" in description(version).operations
    ]


def _pages(kind: str, run: Run) -> Steps[None]:
    """Five are made; every page shows others, and the walk through all shows each once."""
    things: list[Json] = []
    for n in range(5):
        new = {name: text.format(mark=run.mark, n=n) for name, text in _KINDS[kind].items()}
        things.append((yield from run.staged(f"{kind}.create", **new)))
        run.made(f"{kind}.delete", things[-1]["id"], stage="v3", force=True)
    made = sorted(thing["id"] for thing in things)
    if kind in _SEARCHED:
        yield from _searched(kind, run)
    narrowed = {"q": run.mark} if kind in _SEARCHED else {}
    # A walk through everybody's things meets those that others make and remove meanwhile: the fewer pages, the better.
    size = 2 if narrowed else 50
    walked = yield from run.answer(f"{kind}.list", method="iter", filter={**narrowed, "limit": size})
    walk: list[Any] = walked.result or []
    here = [int(item.id) for item in walk]
    run.expect(set(made) <= set(here), f"a walk shows {sorted(here)}, made were {made}")
    run.expect(len(set(here)) == len(here), f"a walk shows things twice: {sorted(here)}")
    counted = yield from run.answer(f"{kind}.count", filter=narrowed)
    count = inside(counted)
    run.expect(count == 5 if narrowed else count >= 5, f"it counts {count!r} after 5 were made")
    yield from _one(kind, run, things[0])


def _searched(kind: str, run: Run) -> Steps[None]:
    for page, expected in ((1, 2), (2, 2), (3, 1)):
        listed = yield from run.answer(f"{kind}.list", filter={"q": run.mark, "limit": 2}, page=page)
        found = items(inside(listed))
        run.expect(len(found) == expected, f"page {page} of 5 by 2 has {len(found)} things, not {expected}")
        totals = [listed.headers.get(name) for name in ("x-wc-total", "x-wc-totalpages")]
        run.expect(totals == ["5", "3"], f"the headers tell of {totals} things and pages, not of 5 and 3")


def _one(kind: str, run: Run, thing: Json) -> Steps[None]:
    read = yield from run.answer(f"{kind}.get", thing["id"])
    run.same({"id": thing["id"]}, inside(read))
    operation, by = _LOOKUPS.get(kind, ("", ""))
    if run.served(operation):
        found = yield from run.answer(operation, thing[by])
        run.same({"id": thing["id"]}, inside(found))
    yield from run.refused(gone(run, f"{kind}.get"), f"{kind}.get", NOBODY)
