"""Fields that can be emptied: set, emptied in the field's own way, and found empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..._runtime.inputs import CLEAR
from ..._runtime.shapes import is_array, is_mapping, is_object
from ..calls.steps import Steps
from ..described.bodies import items, member
from ..described.description import Description, Json, description
from ..running.run import Run
from ..running.scenario import Scenario
from ..safety.marks import MARKER
from .kinds import by_kind
from .life import Life, filled
from .several import Several, several
from .tables.places import customer

_WAY = "x-clear-with"
_COLOUR: Json = {"name": "Colour", "options": ["red"], "visible": True}
#: What a field is set to, where its type says too little; `{other}` is another thing of the kind. What a store has
#: none of is left out.
_SET: Mapping[str, Any] = {
    "regular_price": "20.00",
    "sale_price": "10.00",
    "weight": "2",
    "length": "3",
    "width": "3",
    "height": "3",
    "downloads": [{"name": "{mark}", "file": "{file}"}],
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
    "customer_id": "{customer}",
    "product_ids": ["{product}"],
    "excluded_product_ids": ["{product}"],
    "product_categories": ["{category}"],
    "excluded_product_categories": ["{category}"],
    "brands": [{"id": "{brand}"}],
    "tags": [{"id": "{tag}"}],
    "image": {"id": "{image}"},
    "images": [{"id": "{image}"}],
    "gallery_image_ids": ["{image}"],
    "attributes": [_COLOUR],
    "default_attributes": [{"name": "Colour", "option": "red"}],
    "date_on_sale_from": "2030-01-02T00:00:00",
    "date_on_sale_from_gmt": "2030-01-02T00:00:00",
    "date_on_sale_to": "2030-02-03T23:59:59",
    "date_on_sale_to_gmt": "2030-02-03T23:59:59",
    "date_expires": "2030-01-02T00:00:00",
    "date_expires_gmt": "2030-01-02T00:00:00",
    "expiry_date": "2030-01-02T00:00:00Z",
    "email": "{mark}@example.com",
    "country": "AQ",
    "tax_class": "{tax_class}",
    "shipping_class": "{shipping_class}",
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
#: What values can name of what a store has: by word, its list and the field that is named.
_THERE: Mapping[str, tuple[str, str]] = {
    "product": ("products.list", "id"),
    "category": ("products.categories.list", "id"),
    "brand": ("products.brands.list", "id"),
    "tag": ("products.tags.list", "id"),
    "tax_class": ("taxes.classes.list", "slug"),
    "shipping_class": ("products.shipping_classes.list", "slug"),
}
#: Fields that read as those of the product when a variation's own are emptied.
_INHERITED: Mapping[str, frozenset[str]] = {"products.variations": frozenset({"sku", "tax_class"})}
#: What the store makes anew when it is emptied: a slug from the name, the category that stands for none.
_LEFT = frozenset({"slug", "categories"})
#: What stays full: the name that shows whose an order is.
_KEPT = {"orders": frozenset({"first_name"})}
#: Fields that are emptied together, and what a thing must be for the store to keep them. The rest comes first.
_REST: Json = {"manage_stock": True}
_GROUPS: tuple[tuple[frozenset[str], Json], ...] = (
    (frozenset({"date_on_sale_from_gmt", "date_on_sale_to_gmt", "date_expires_gmt"}), {}),
    (frozenset({"gallery_image_ids"}), {}),
    (frozenset({"post_password"}), {"status": "draft"}),
    (frozenset({"downloads", "download_limit", "download_expiry"}), {"downloadable": True}),
    (frozenset({"default_attributes"}), {"type": "variable", "attributes": [{**_COLOUR, "variation": True}]}),
    (frozenset({"external_url", "button_text"}), {"type": "external", "manage_stock": False}),
    (frozenset({"grouped_products"}), {"type": "grouped", "manage_stock": False}),
)


def scenarios(version: str) -> list[Scenario]:
    """One scenario for every kind that has such fields."""
    described = description(version)

    def clearable(life: Life) -> object:
        return f"{life.kind}.get" in described.operations and _clearable(described, life.kind)

    return by_kind(version, "emptied fields of", _emptied, "create", "get", "update", suits=clearable)


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
    words = {**things.place.words, **(yield from _words(life, run)), "other": things.ids[1]}
    clearable = _clearable(run.description, life.kind)
    fields = {name: schema for name, schema in clearable.items() if run.has(schema)}
    apart = {name for names, _ in _GROUPS for name in names}
    for names, needs in ((fields.keys() - apart, _REST), *_GROUPS):
        wrote = {name: _value(run, life.kind, name, schema, words) for name, schema in fields.items() if name in names}
        wrote = {name: value for name, value in wrote.items() if value not in (None, {})}
        if wrote:
            yield from _together(run, things, fields, wrote, needs)


def _words(life: Life, run: Run) -> Steps[Json]:
    """What values can name: the run's word, its number, and what the store has that stays."""
    digits = str(int(run.mark.replace("-", ""), 36))[-13:]
    words: Json = {"mark": run.mark, "digits": digits, "file": _file(run), "image": None}
    for word, (operation, field) in _THERE.items():
        there = (yield from _there(run, operation)) if run.served(operation) else []
        named = [row[field] for row in there if row[field] != "standard"]
        words[word] = named[0] if named else None
        images = [image["id"] for row in there for image in items(row.get("images")) if image["id"]]
        words["image"] = images[0] if images else words["image"]
    words["customer"] = (yield from customer(run))["id"] if life.kind == "orders" else None
    return words


def _there(run: Run, operation: str) -> Steps[list[Json]]:
    """What a list shows that no run made."""
    listed = yield from run.answer(operation, **run.fit(operation, {"per_page": 50}))
    return [row for row in items(listed.body) if MARKER not in str(row)]


def _file(run: Run) -> str | None:
    """An address in the folder for downloads, which needs no leave; None if the store does not tell its own."""
    home = member(run.system.get("environment"), "site_url")
    return f"{home}/wp-content/uploads/woocommerce_uploads/{run.mark}.txt" if home else None


def _together(run: Run, things: Several, fields: Json, wrote: Json, needs: Json) -> Steps[None]:
    """Set all these fields at once, then empty all at once."""
    operation, ids = f"{things.life.kind}.update", (*things.above, things.ids[0])
    changed = yield from run.answer(operation, *ids, **{**run.fit(operation, needs), **wrote})
    if changed.error is not None:
        return
    kept = {name: wrote[name] for name in wrote if not _empty(member(changed.body, name), None)}
    run.expect(kept.keys() == wrote.keys(), f"were set and are empty: {sorted(wrote.keys() - kept.keys())}")
    yield from run.answer(operation, *ids, **{name: _clear(value) for name, value in kept.items()})
    yield from _all_empty(run, things, {name: fields[name] for name in kept})


def _value(run: Run, kind: str, name: str, schema: Json, words: Json) -> Any:
    """What to set a field to; None if nothing can be made up, or the store lacks what it would name."""
    if _WAY not in schema:
        inside = run.description.fields(schema)
        names = {n: inner for n, inner in inside.items() if _WAY in inner and n not in _KEPT.get(kind, ())}
        values = {n: _value(run, kind, n, inner, words) for n, inner in names.items()}
        return {n: value for n, value in values.items() if value is not None}
    known_values = {**_SET, **_SET_FOR.get(kind, {})}
    if name in known_values:
        value = filled(known_values[name], words)
        return None if _lacks(value) else value
    types = schema.get("type", ())
    return run.mark if "string" in ([types] if isinstance(types, str) else types) else None


def _lacks(value: Any) -> bool:
    """Whether something inside could not be named."""
    if is_mapping(value):
        return any(map(_lacks, value.values()))
    return any(map(_lacks, value)) if is_array(value) else value is None


def _clear(value: Any) -> Any:
    return dict.fromkeys(value, CLEAR) if is_object(value) and not value.keys() <= {"id"} else CLEAR


def _all_empty(run: Run, things: Several, fields: Json) -> Steps[None]:
    kind, ids = things.life.kind, (*things.above, things.ids[0])
    read = yield from run.answer(f"{kind}.get", *ids, **run.fit(f"{kind}.get", {"context": "edit"}))
    inherited = _INHERITED.get(kind, frozenset()) & fields.keys()
    above = (yield from run.answer("products.get", *things.above)).body if inherited else None
    for name, schema in fields.items():
        here = member(read.body, name)
        ways = _ways(run.description, name, schema)
        for field, way in ((f, way) for f, way in ways.items() if f not in _KEPT.get(kind, ())):
            value = member(here, field) if field != name else here
            empty = _empty(value, way) or (name in inherited and value == member(above, name))
            run.expect(empty, f"{field} was emptied and reads {value!r}", f"/{name}")


def _empty(value: Any, way: Any) -> bool:
    """Whether a field holds nothing: what empties it, any other nothing, or the picture that stands for none."""
    if is_object(value):
        return (value.get("id") == 0 and "src" in value) or all(_empty(inner, way) for inner in value.values())
    if is_array(value):
        return all(_empty(inner, way) for inner in value)
    return not value or value == way or not str(value).strip("0.")
