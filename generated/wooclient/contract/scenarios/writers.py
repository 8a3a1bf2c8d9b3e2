"""Two who write at the same time, or after each other without knowing: nothing is lost, nobody is left waiting."""

from __future__ import annotations

from typing import Any

from ..calls.steps import Call, Steps
from ..described.description import description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import Ids, Life, Place, fresh, made_one
from .several import several

#: Texts that two can change: the first that a kind has is written by both, the first two by one each.
#: wc/v1 shows some of them only as paragraphs, so that a text is looked for inside.
_TEXTS = ("name", "description", "short_description", "customer_note", "transaction_id", "first_name", "last_name")


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind that has texts to change."""

    def suits(life: Life) -> object:
        return f"{life.kind}.get" in description(version).operations and _texts(life, version)

    return by_kind(version, "two writers of", _writers, "create", "get", "update", suits=suits)


def _texts(life: Life, version: str) -> list[str]:
    """Texts of a kind that can be changed."""
    operation = description(version).operations.get(f"{life.kind}.update")
    fields = description(version).fields(operation.body) if operation else {}
    return [name for name in _TEXTS if name in fields and name in life.new]


def _writers(life: Life, run: Run) -> Steps[None]:
    things = yield from several(life, run, 1)
    yield from _makers(life, run, things.place)
    ids = (*things.above, things.ids[0])
    texts = _texts(life, run.version)
    yield from _same_field(life, run, ids, texts[0])
    if len(texts) > 1:
        yield from _other_fields(life, run, ids, texts[0], texts[1])


def _makers(life: Life, run: Run, place: Place) -> Steps[None]:
    """Two new things at once are two things."""
    news = [fresh(life, run, place, f"{run.mark}-{who}") for who in ("x", "y")]
    answers = yield from run.together(*(Call(f"{life.kind}.create", place.ids, new) for new in news))
    ids = [answer.body[life.key] for answer in answers if answer.error is None]
    for id in ids:
        yield from made_one(life, run, (*place.ids, id))
    run.expect(len(set(ids)) == len(answers), f"two that were made at once are called {ids}")


def _same_field(life: Life, run: Run, ids: Ids, field: str) -> Steps[None]:
    """Both are answered; in the end there is what one of them wrote, whole."""
    wrote = [f"{run.mark} {who}" for who in ("one", "two")]
    yield from run.together(*(Call(f"{life.kind}.update", ids, {field: text}) for text in wrote))
    kept = (yield from _read(life, run, ids)).get(field)
    run.expect(any(text in str(kept) for text in wrote), f"two wrote {field}, and it reads {kept!r}", f"/{field}")


def _other_fields(life: Life, run: Run, ids: Ids, first: str, second: str) -> Steps[None]:
    """Two who read the same and save different fields both find theirs kept."""
    one = yield from run.call(f"{life.kind}.get", *ids, **_edit(life, run))
    two = yield from run.call(f"{life.kind}.get", *ids, **_edit(life, run))
    setattr(one, first, f"{run.mark} first")
    setattr(two, second, f"{run.mark} second")
    for model in (one, two):
        yield from run.answer(f"{life.kind}.update", *ids[:-1], model, method="save")
    kept = yield from _read(life, run, ids)
    for name, text in ((first, f"{run.mark} first"), (second, f"{run.mark} second")):
        run.expect(
            text in str(kept.get(name)), f"{name} was saved as {text!r} and reads {kept.get(name)!r}", f"/{name}"
        )


def _read(life: Life, run: Run, ids: Ids) -> Steps[Any]:
    answer = yield from run.needed(f"{life.kind}.get", *ids, **_edit(life, run))
    return answer.body


def _edit(life: Life, run: Run) -> dict[str, Any]:
    """Texts as they were written, not as visitors see them."""
    return run.fit(f"{life.kind}.get", {"context": "edit"})
