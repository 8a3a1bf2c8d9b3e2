"""The life of a thing: made, read, found, changed, changed in a batch, removed, gone."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..._runtime.shapes import is_array, is_object
from ..calls.steps import Steps
from ..described.description import Json
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import NOBODY, Ids, Life, Place, filled, forced, fresh, keep, made_one, settle, unseen

_VERBS = ("create", "get", "list", "update", "batch", "delete")


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind of the version; the legacy API has lives of its own."""
    return by_kind(version, "life of", _live, *_VERBS)


def _live(life: Life, run: Run) -> Steps[None]:
    place = yield from settle(life, run)
    new = fresh(life, run, place)
    made = yield from run.needed(f"{life.kind}.create", *place.ids, **new)
    ids = (*place.ids, made.body[life.key])
    yield from made_one(life, run, ids)
    _same(life, run, new, made.body)
    why = unseen(run, life.kind)
    if why:
        for verb in _VERBS[1:]:
            run.not_run(f"{life.kind}.{verb}", why)
        return
    yield from _read(life, run, ids, new)
    yield from _find(life, run, ids, place)
    if life.again:
        yield from _again(life, run, place, new)
    if run.served(f"{life.kind}.update"):
        yield from _change(life, run, ids, place)
    if run.served(f"{life.kind}.batch"):
        yield from _batch(life, run, ids, place)
    yield from _remove(life, run, ids)


def _read(life: Life, run: Run, ids: Ids, wrote: Json) -> Steps[None]:
    operation = f"{life.kind}.get"
    if not run.served(operation):
        return
    contexts = [run.fit(operation, {"context": context}) for context in ("view", "edit")]
    for given in contexts if contexts[0] else ({},):
        read = yield from run.answer(operation, *ids, **given)
        if given.get("context") != "view":
            _same(life, run, wrote, _one(read.body))


def _find(life: Life, run: Run, ids: Ids, place: Place) -> Steps[None]:
    operation = f"{life.kind}.list"
    words = {**place.words, "mark": run.mark, "id": ids[-1]}
    given = run.fit(operation, filled(life.found_by, words))
    listed = yield from run.answer(operation, *ids[:-1], **given)
    if listed.error is not None:
        return
    here = [item.get(life.key) for item in listed.body]
    run.expect(ids[-1] in here, f"a list by {', '.join(given) or 'nothing'} does not have what was just made")
    run.expect(not given or len(here) == 1, f"a list by {', '.join(given)} has {len(here)} items, not one")


def _again(life: Life, run: Run, place: Place, new: Json) -> Steps[None]:
    """What has to be unique is refused a second time."""
    operation = f"{life.kind}.create"
    codes = [code for code in run.codes(operation, 400, 409) if code in life.again]
    if not codes:
        return
    second = yield from run.refused(tuple(codes), operation, *place.ids, **new)
    if second.error is None:
        yield from made_one(life, run, (*place.ids, second.body[life.key]))


def _change(life: Life, run: Run, ids: Ids, place: Place) -> Steps[None]:
    change = run.fit(f"{life.kind}.update", filled(life.change, {**place.words, "mark": run.mark}))
    changed = yield from run.answer(f"{life.kind}.update", *ids, **change)
    _same(life, run, change, changed.body)
    read = yield from run.answer(f"{life.kind}.get", *ids, **run.fit(f"{life.kind}.get", {"context": "edit"}))
    _same(life, run, change, read.body)


def _batch(life: Life, run: Run, ids: Ids, place: Place) -> Steps[None]:
    """Change the one back, make another and remove it again; one item that fails does not keep the others from it."""
    operation = f"{life.kind}.batch"
    another = fresh(life, run, place, f"{run.mark}-b")
    back = {name: value for name, value in fresh(life, run, place).items() if name in life.change}
    done = yield from run.answer(
        operation, *ids[:-1], create=[another], update=[{life.key: ids[-1], **back}], delete=[NOBODY]
    )
    if done.error is not None:
        return
    second = done.body["create"][0].get(life.key)
    if not run.expect(bool(second), f"the batch made nothing: {done.body['create'][0]}"):
        return
    keep(run, life.kind, (*ids[:-1], second))
    _same(life, run, another, done.body["create"][0], "/create/0")
    _same(life, run, back, done.body["update"][0], "/update/0")
    _failed(life, run, done.body["delete"][0])
    removed = yield from run.answer(operation, *ids[:-1], delete=[second])
    if removed.error is None and run.expect(bool(removed.body.get("delete")), "the batch removed nothing"):
        run.gone(f"{life.kind}.delete", *ids[:-1], second)


def _failed(life: Life, run: Run, item: Any) -> None:
    """A batch says of each item why it failed, as the single operation would."""
    error = item.get("error", {})
    data: Any = error.get("data") or {}
    code, status = error.get("code"), data.get("status")
    codes = run.codes(f"{life.kind}.delete", 400, 404)
    message = f"the removal of an unknown id failed with {code}, not with {' or '.join(codes)}"
    run.expect(code in codes, message, "/delete/0/error", f"item {status} {code}")
    named = item.get("id")
    # A batch of variations names the item by all that it was asked with.
    named = named.get("id") if is_object(named) else named
    run.expect(named == NOBODY, f"the failed item has the id {named!r}", "/delete/0/id")


def _remove(life: Life, run: Run, ids: Ids) -> Steps[None]:
    operation = f"{life.kind}.delete"
    if life.bare == "refused" and forced(life.kind, run):
        yield from run.refused(run.codes(operation, 501), operation, *ids)
    if life.bare == "trash":
        yield from _trash(life, run, ids)
    given = {} if life.bare == "removes" else forced(life.kind, run)
    removed = yield from run.answer(operation, *ids, **given)
    if removed.error is None:
        run.gone(operation, *ids)
    if removed.error is None and run.served(f"{life.kind}.get"):
        yield from run.refused(run.codes(f"{life.kind}.get", 404), f"{life.kind}.get", *ids)


def _trash(life: Life, run: Run, ids: Ids) -> Steps[None]:
    """Into the trash, from which the store still shows it, and which does not take it twice."""
    yield from run.answer(f"{life.kind}.delete", *ids)
    binned = yield from run.answer(f"{life.kind}.get", *ids)
    status = binned.member("status")
    run.expect(status in ("trash", None), f"after a delete without force its status is {status!r}")
    yield from run.refused(run.codes(f"{life.kind}.delete", 410), f"{life.kind}.delete", *ids)


def _same(life: Life, run: Run, wrote: Mapping[str, Any], read: Any, pointer: str = "") -> None:
    """Expect that what was written is read: amounts as numbers, and what is hidden not at all."""
    plain = {name: value for name, value in wrote.items() if name not in {*life.hidden, *life.rounded}}
    run.same(plain, read, pointer)
    here: Json = read if is_object(read) else {}
    for name in life.hidden & here.keys():
        run.expect(False, f"{name} is shown", f"{pointer}/{name}")
    for name in life.rounded & wrote.keys():
        equal = Decimal(here.get(name) or 0) == Decimal(wrote[name])
        run.expect(equal, f"{name} was written as {wrote[name]} and reads {here.get(name)!r}", f"{pointer}/{name}")


def _one(body: Any) -> Any:
    """A thing by its id; a tax class comes as a list of one."""
    return body[0] if is_array(body) and len(body) == 1 else body
