"""Fields that can be emptied: set, emptied in the field's own way, and found empty."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..._runtime.inputs import CLEAR
from ..._runtime.shapes import is_object
from ..description import Description, Json, description
from ..marks import MARKER
from ..run import Run
from ..scenario import Scenario, known
from ..steps import Steps
from .life import Ids, Life, filled
from .several import Several, several
from .tables import LIVES

_WAY = "x-clear-with"
#: What a field is set to, where its type says too little; `{other}` is another thing of the kind.
_SET: Mapping[str, Any] = {
    "regular_price": "20.00",
    "sale_price": "10.00",
    "weight": "2",
    "length": "3",
    "width": "3",
    "height": "3",
    "download_limit": 3,
    "download_expiry": 3,
    "low_stock_amount": 2,
    "menu_order": 4,
    "external_url": "https://woospec.invalid/{mark}",
    "parent": "{other}",
    "parent_id": "{other}",
    "upsell_ids": ["{other}"],
    "cross_sell_ids": ["{other}"],
    "grouped_products": ["{other}"],
    "attributes": [{"name": "Colour", "options": ["red"], "visible": True}],
    "date_on_sale_from": "2030-01-02T00:00:00",
    "date_on_sale_to": "2030-02-03T23:59:59",
    "date_expires": "2030-01-02T00:00:00",
    "expiry_date": "2030-01-02",
    "email": "{mark}@example.com",
    "country": "AQ",
    "tax_class": "{tax_class}",
    "global_unique_id": "{digits}",
    "usage_limit": 3,
    "usage_limit_per_user": 3,
    "limit_usage_to_x_items": 3,
    "minimum_amount": "1.00",
    "maximum_amount": "9.00",
    "email_restrictions": ["{mark}@example.com"],
}
#: By kind: what is set otherwise there.
_SET_FOR: Mapping[str, Json] = {"products.variations": {"attributes": [{"name": "Colour", "option": "red"}]}}
#: Fields that read as those of what the thing lives under when they are emptied.
_INHERITED: Mapping[str, frozenset[str]] = {"products.variations": frozenset({"sku", "tax_class"})}
#: What is told by another field beside it, is made anew when it is emptied, is not kept by what shoppers cannot see, or
#: needs what a scenario cannot make.
_LEFT = frozenset(
    {"slug", "date_on_sale_from_gmt", "date_on_sale_to_gmt", "date_expires_gmt", "post_password", "shipping_class"}
)
#: What a thing needs so that the store keeps the others.
_WITH: Mapping[str, Json] = {"products": {"manage_stock": True}, "products.variations": {"manage_stock": True}}
#: Fields that only a product of a certain type keeps.
_OF_TYPE: Mapping[str, str] = {"external_url": "external", "button_text": "external", "grouped_products": "grouped"}
#: What makes a product one of such a type: of these the store counts no units.
_AS_TYPE: Mapping[str, Json] = {kind: {"type": kind, "manage_stock": False} for kind in _OF_TYPE.values()}


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind that has such fields."""
    if version.startswith("legacy"):
        return []
    return [
        Scenario(
            f"emptied fields of {life.kind}",
            version,
            known(version, f"{life.kind}.create", f"{life.kind}.get", f"{life.kind}.update"),
            partial(_emptied, life),
        )
        for life in LIVES
        if f"{life.kind}.get" in description(version).operations and _clearable(description(version), life.kind)
    ]


def _clearable(described: Description, kind: str) -> Json:
    """Fields of an update that can be emptied, and objects inside with such fields."""
    operation = described.operations.get(f"{kind}.update")
    fields = described.fields(operation.body) if operation else {}
    return {name: schema for name, schema in fields.items() if name not in _LEFT and _ways(described, name, schema)}


def _ways(described: Description, name: str, schema: Json) -> Json:
    """The values that empty a field, or the fields of an object."""
    if _WAY in schema:
        return {name: schema[_WAY]}
    inside = described.fields(schema)
    return {field: inner[_WAY] for field, inner in inside.items() if _WAY in inner}


def _emptied(life: Life, run: Run) -> Steps[None]:
    things = yield from several(life, run, 2)
    words = {**things.place.words, **(yield from _words(run)), "other": things.ids[1]}
    fields = _clearable(run.description, life.kind)
    by_type: dict[str, list[str]] = {}
    for name in fields:
        by_type.setdefault(_OF_TYPE.get(name, "") if life.kind == "products" else "", []).append(name)
    for kind, names in by_type.items():
        wrote = {name: _value(run, life.kind, name, fields[name], words) for name in names}
        wrote = {name: value for name, value in wrote.items() if value not in (None, {})}
        yield from _together(run, things, {name: fields[name] for name in wrote}, wrote, _AS_TYPE.get(kind, {}))


def _words(run: Run) -> Steps[Json]:
    """What values can name: the run's word, its number, and a tax class that the store has, if it has one to stay."""
    classes = yield from run.needed("taxes.classes.list")
    slugs = [row["slug"] for row in classes.body if row["slug"] != "standard" and MARKER not in row["slug"]]
    digits = str(int(run.mark.replace("-", ""), 36))[-13:]
    return {"mark": run.mark, "digits": digits, "tax_class": slugs[0] if slugs else None}


def _together(run: Run, things: Several, fields: Json, wrote: Json, more: Json) -> Steps[None]:
    """Set and empty all of these at once."""
    operation, ids = f"{things.life.kind}.update", (*things.above, things.ids[0])
    needed = run.fit(operation, {**_WITH.get(things.life.kind, {}), **more})
    changed = yield from run.answer(operation, *ids, **needed, **wrote)
    if changed.error is not None:
        return
    kept = {name: wrote[name] for name in wrote if not _empty(changed.body.get(name), None)}
    run.expect(kept.keys() == wrote.keys(), f"were set and are empty: {sorted(wrote.keys() - kept.keys())}")
    yield from run.answer(operation, *ids, **{name: _clear(value) for name, value in kept.items()})
    yield from _all_empty(run, things.life.kind, ids, {name: fields[name] for name in kept})


def _value(run: Run, kind: str, name: str, schema: Json, words: Json) -> Any:
    """What to set a field to; None if nothing can be made up."""
    if _WAY not in schema:
        inside = run.description.fields(schema)
        values = {n: _value(run, kind, n, inner, words) for n, inner in inside.items() if _WAY in inner}
        return {n: value for n, value in values.items() if value is not None}
    known_values = {**_SET, **_SET_FOR.get(kind, {})}
    if name in known_values:
        return filled(known_values[name], words)
    types = schema.get("type", ())
    return run.mark if "string" in ([types] if isinstance(types, str) else types) else None


def _clear(value: Any) -> Any:
    return dict.fromkeys(value, CLEAR) if is_object(value) else CLEAR


def _all_empty(run: Run, kind: str, ids: Ids, fields: Json) -> Steps[None]:
    read = yield from run.answer(f"{kind}.get", *ids, **run.fit(f"{kind}.get", {"context": "edit"}))
    for name, schema in fields.items():
        here = (read.body or {}).get(name)
        for field, way in _ways(run.description, name, schema).items():
            value = here.get(field) if is_object(here) and field != name else here
            inherited = field in _INHERITED.get(kind, ())
            run.expect(inherited or _empty(value, way), f"{field} was emptied and reads {value!r}", f"/{name}")


def _empty(value: Any, way: Any) -> bool:
    """Whether a field holds nothing, be it what empties it or any other nothing."""
    if is_object(value):
        return all(_empty(inner, way) for inner in value.values())
    return not value or value == way or not str(value).strip("0.")
