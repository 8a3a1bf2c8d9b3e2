"""Every parameter that a list has, used at least once; where the answer shows it, it must be as asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..._runtime.shapes import is_array
from ..calls.steps import Answer, Steps
from ..described.bodies import member
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from .kinds import by_kind
from .life import Life, filled, only_posts
from .several import Several, several

_COUNT = 3
_EARLY, _LATE = "2000-01-01T00:00:00", "2100-01-01T00:00:00"
#: By what `orderby` says: the fields of which the first that a thing has is sorted.
_SORTED: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "date": ("date_created",),
    "date_gmt": ("date_created_gmt",),
    "registered_date": ("date_created",),
    "modified": ("date_modified",),
    "title": ("name", "code"),
    "name": ("name",),
    "slug": ("slug",),
    "menu_order": ("menu_order",),
    "count": ("count",),
    "product": ("product_id",),
    "order": ("order",),
    "priority": ("priority",),
}
_AS_INCLUDED = ("include", "post__in")
#: Kinds of which `order=desc` turns the order of `include` round. Those that WordPress keeps as posts stay as named.
_TURNED = frozenset(
    {
        "products.categories",
        "products.tags",
        "products.brands",
        "products.shipping_classes",
        "customers",
    }
)
#: Kinds that no search finds: it looks for orders that have the word, and a refund is none.
_UNSEARCHED = frozenset({"orders.refunds"})
#: By parameter: the field that shows whether a thing was rightly in the list, and whether it must have the value.
_SHOWN: Mapping[str, tuple[str, bool]] = {
    "status": ("status", True),
    "include_status": ("status", True),
    "exclude_status": ("status", False),
    "type": ("type", True),
    "include_types": ("type", True),
    "exclude_types": ("type", False),
    "featured": ("featured", True),
    "stock_status": ("stock_status", True),
    "virtual": ("virtual", True),
    "downloadable": ("downloadable", True),
    "on_sale": ("on_sale", True),
    "role": ("role", True),
    "customer": ("customer_id", True),
    "class": ("class", True),
}
#: Values that stand for all; and the opposite of a sale, of which the list knows only what shoppers can see: the others
#: are in it, whatever they say of themselves.
_ALL: frozenset[tuple[str, Any]] = frozenset(
    {("status", "any"), ("status", "all"), ("include_status", "any"), ("role", "all"), ("on_sale", False)}
)
#: What things show in place of the value that they were asked for by.
_SHOWN_AS: Mapping[tuple[str, Any], Any] = {("status", "auto-draft"): "pending"}
#: Taken care of one by one, or by the walk through a list.
_OWN = frozenset({"context", "page", "per_page", "offset", "order", "orderby", "include", "exclude"})
_DATES = ("after", "before", "modified_after", "modified_before")
#: Values for parameters whose type says too little.
_VALUES: Mapping[str, Any] = {"attributes": [{"attribute": "Colour", "term": "red"}], "filter": {"name": "{mark}"}}
_FEW = {"per_page": 5}


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind that has a list."""
    there = description(version).operations
    return by_kind(version, "filters of", _filters, "create", "list", suits=lambda life: f"{life.kind}.list" in there)


def _filters(life: Life, run: Run) -> Steps[None]:
    things = yield from several(life, run, _COUNT)
    operation = f"{life.kind}.list"
    parameters = {n: p for n, p in run.description.operations[operation].parameters.items() if p["in"] == "query"}
    for context in parameters.get("context", {}).get("schema", {}).get("enum", ()):
        yield from run.answer(operation, *things.above, **things.own(run), context=context)
    yield from _dates(run, things, parameters)
    if "include" in parameters:
        yield from _chosen(run, things)
    if "search" in parameters:
        yield from _searched(run, things)
    if "context" in parameters:
        yield from _some_fields(run, things)
    if "orderby" in parameters and things.own(run):
        yield from _sorts(run, things, parameters)
    for name, parameter in parameters.items():
        if name not in {*_OWN, *_DATES} and run.knows(parameter["since"], parameter["until"]):
            yield from _each(run, things, name, parameter["schema"])


def _dates(run: Run, things: Several, parameters: Json) -> Steps[None]:
    """All things were made after a day long gone, and none before it."""
    ways: list[Json] = [{}, {"dates_are_gmt": True}] if "dates_are_gmt" in parameters else [{}]
    for name in (name for name in _DATES if name in parameters):
        for when in (_EARLY, _LATE):
            for way in ways:
                given: Json = {**things.own(run), **way, name: when}
                listed = yield from run.answer(f"{things.life.kind}.list", *things.above, **given)
                there = name.endswith("after") == (when == _EARLY)
                _expect(run, things, listed, things.ids if there else [], f"{name}={when}")


def _chosen(run: Run, things: Several) -> Steps[None]:
    operation = f"{things.life.kind}.list"
    one = yield from run.answer(operation, *things.above, include=things.ids[:1])
    _expect(run, things, one, things.ids[:1], "include of one")
    others = yield from run.answer(operation, *things.above, exclude=things.ids[:1], per_page=100)
    left = _ids(things, others)
    run.expect(things.ids[0] not in left, "exclude leaves in what it names")


def _searched(run: Run, things: Several) -> Steps[None]:
    """All of them, and nothing else, have the run's own word in them; no thing has another."""
    all_of_them = [] if things.life.kind in _UNSEARCHED else things.ids
    for word, wanted in ((run.mark, all_of_them), (f"{run.mark}-nothing", [])):
        found = yield from run.answer(f"{things.life.kind}.list", *things.above, search=word)
        _expect(run, things, found, wanted, f"search={word}")


def _some_fields(run: Run, things: Several) -> Steps[None]:
    """WordPress shows no more than is asked for: in a list, and of one thing, which keeps its links."""
    kind, key = things.life.kind, things.life.key
    listed = yield from run.answer(f"{kind}.list", *things.above, **things.own(run), extra={"_fields": key})
    others = {name for row in listed.items for name in row} - {key, "_links"}
    run.expect(_ids(things, listed) != [] and not others, f"_fields={key} gives {sorted(others)} besides")
    if run.served(f"{kind}.get") and run.fit(f"{kind}.get", {"context": ""}):
        one = yield from run.answer(f"{kind}.get", *things.above, things.ids[0], extra={"_fields": key})
        run.expect(member(one.body, key) == things.ids[0], f"_fields={key} gives {one.body!r}")
        others = one.body.keys() - {key, "_links"}
        run.expect(not others, f"_fields={key} gives {sorted(others)} besides")


def _sorts(run: Run, things: Several, parameters: Json) -> Steps[None]:
    """Each way to sort, both ways round."""
    for by in run.words(parameters["orderby"]["schema"]):
        for order in parameters["order"]["schema"]["enum"]:
            given: Json = {**things.own(run), "orderby": by, "order": order}
            if by in _AS_INCLUDED:
                given["include"] = things.ids[::-1]
            listed = yield from run.answer(f"{things.life.kind}.list", *things.above, **given)
            _expect(run, things, listed, things.ids, f"orderby={by}")
            if by in _AS_INCLUDED:
                turned = order == "desc" and things.life.kind in _TURNED
                wanted = things.ids if turned else things.ids[::-1]
                run.expect(_ids(things, listed) == wanted, f"orderby={by}, {order}, is not the order of include")
            else:
                _in_order(run, listed.items, by, order)


def _in_order(run: Run, things: list[Json], by: str, order: str) -> None:
    name = next((name for name in _SORTED.get(by, ()) if things and name in things[0]), None)
    if name is not None:
        values = [thing[name] for thing in things]
        wanted = sorted(values, reverse=order == "desc")
        run.expect(values == wanted, f"by {by}, {order}: {name} comes as {values}")


def _each(run: Run, things: Several, name: str, schema: Json) -> Steps[None]:
    """One parameter with every value that it is known to take; a value of which not all stores know may be refused."""
    operation = f"{things.life.kind}.list"
    few = run.fit(operation, _FEW)
    for value, sure in _values(run, name, schema):
        given = {**few, name: value}
        if sure:
            listed = yield from run.answer(operation, *things.above, **given)
        else:
            listed = yield from run.perhaps(run.codes(operation, 400), operation, *things.above, **given)
        _as_asked(run, listed, name, value)


def _values(run: Run, name: str, schema: Json) -> Iterator[tuple[Any, bool]]:
    """Values for a parameter, each with whether every store must take it."""
    kind, items = schema.get("type"), schema.get("items", {})
    if name in _VALUES:
        yield filled(_VALUES[name], {"mark": run.mark}), True
    elif choices := run.words(schema):
        yield from ((choice, "enum" in schema) for choice in choices)
    elif kind == "array":
        yield from (([value], sure) for value, sure in _values(run, name, items))
    elif kind == "boolean":
        yield from ((True, True), (False, True))
    elif kind == "integer":
        yield 2, True
    else:
        yield _text(run, schema.get("format", "")), True


def _text(run: Run, form: str) -> str:
    """A text of a format; the run's own word where that says nothing of its form."""
    if form.endswith(("date-time", "moment")):
        return _EARLY
    return {"decimal": "1", "email": f"{run.mark}@example.com", "date": _EARLY[:10]}.get(form, run.mark)


def _as_asked(run: Run, listed: Answer, name: str, value: Any) -> None:
    """Every thing of a list has the value that was asked for, or has it not."""
    wanted: Any = value[0] if is_array(value) else value
    field, has = _SHOWN.get(name, ("", True))
    if not field or (name, wanted) in _ALL or ((name, wanted) == ("status", "auto-draft") and only_posts(run)):
        return
    shown = _SHOWN_AS.get((name, wanted), wanted)
    wrong = [row[field] for row in listed.items if field in row and (row[field] == shown) is not has]
    run.expect(not wrong, f"{name}={wanted} gives things with {field} {wrong[:3]}")


def _ids(things: Several, listed: Answer) -> list[Any]:
    return [row.get(things.life.key) for row in listed.items]


def _expect(run: Run, things: Several, listed: Answer, wanted: list[Any], what: str) -> None:
    found = _ids(things, listed)
    run.expect(sorted(found) == sorted(wanted), f"{what} gives {sorted(found)}, not {sorted(wanted)}")
