"""Walking through lists: every page, every thing once, totals that are true."""

from __future__ import annotations

from typing import Any

from ..calls.steps import Answer, Steps
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import Life, from_tables
from .several import Several, several

_COUNT = 5
_SIZE = 2
#: Kinds whose list takes an offset and pays it no heed.
_HEEDLESS = frozenset({"webhooks"})
_TOTAL, _PAGES = "x-wp-total", "x-wp-totalpages"


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind whose list comes in pages."""
    return by_kind(
        version, "walk through", _walk, "create", "list", suits=lambda life: _in_pages(version, f"{life.kind}.list")
    )


def _in_pages(version: str, operation: str) -> bool:
    """Whether a list can be taken in pieces."""
    found = description(version).operations.get(operation)
    return found is not None and found.paging == "pages" and "per_page" in found.parameters


def _walk(life: Life, run: Run) -> Steps[None]:
    things = yield from several(life, run, _COUNT)
    own = things.own(run)
    walked = yield from run.answer(f"{life.kind}.list", *things.above, method="iter", **own, per_page=_SIZE)
    _all_once(run, things, walked)
    pages = -(-_COUNT // _SIZE)
    run.expect(len(walked.exchanges) == pages, f"a walk of {pages} pages took {len(walked.exchanges)} requests")
    for exchange in walked.exchanges:
        told = (exchange.headers.get(_TOTAL), exchange.headers.get(_PAGES))
        run.expect(told == (str(_COUNT), str(pages)), f"the totals are {told}, not {_COUNT} things on {pages} pages")
    ahead = yield from run.answer(f"{life.kind}.list", *things.above, method="iter", prefetch=3, **own, per_page=_SIZE)
    _all_once(run, things, ahead)
    yield from _pieces(run, things, own)


def _all_once(run: Run, things: Several, walked: Answer) -> None:
    models: list[Any] = walked.result or []
    found = [getattr(model, things.life.key) for model in models]
    run.expect(len(set(found)) == len(found), f"a walk gave things twice: {found}")
    run.expect(set(found) == set(things.ids), f"a walk gave {sorted(found)}, not {sorted(things.ids)}")


def _pieces(run: Run, things: Several, own: Json) -> Steps[None]:
    """Past the end there is nothing, with the totals as they are; an offset leaves out as many, and the total whole.

    Orders that are kept in tables of their own are not counted where none is found.
    """
    operation = f"{things.life.kind}.list"
    beyond = yield from run.answer(operation, *things.above, **own, per_page=_SIZE, page=_COUNT + 1)
    _has(run, beyond, 0, 0 if from_tables(run, things.life.kind) else _COUNT)
    if given := run.fit(operation, {"offset": 2}):
        rest = yield from run.answer(operation, *things.above, **own, **given)
        _has(run, rest, _COUNT if things.life.kind in _HEEDLESS else _COUNT - 2, _COUNT)


def _has(run: Run, answer: Answer, count: int, total: int) -> None:
    found = len(answer.items)
    run.expect(found == count, f"{found} things came, not {count}")
    run.expect(answer.headers.get(_TOTAL) == str(total), f"the total is {answer.headers.get(_TOTAL)}, not {total}")
