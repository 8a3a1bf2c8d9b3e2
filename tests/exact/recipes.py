"""How the stage is set for a field: what has to stand beside it, and where an answer shows what became of it.

Everything else follows from the description. A name of a field is its version, operation, part and path, as in
`v3 products.batch body:create.[].regular_price`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from exact.fields import ITEM, KEY, Field
from exact.shop import Shop, free
from wooclient import fixtures
from wooclient._runtime.inputs import hints_of, required_keys, typed_dict

Json = dict[str, Any]

#: What a new record needs at least, by the end of its resource's name.
_LEAST: dict[str, Json] = {
    "products": {"name": "?", "title": "?"},
    "coupons": {"code": "?"},
    "customers": {"email": "?@example.com"},
    "taxes": {"country": "XX"},
    "orders.notes": {"note": "?"},
    "orders.refunds": {"amount": "1", "api_refund": False},
    "webhooks": {"topic": "order.created", "delivery_url": "https://hooks.example/x"},
    "products.reviews": {
        "product_id": "product_id", "reviewer": "A", "reviewer_email": "a@example.com", "review": "?", "name": "A",
        "email": "a@example.com",
    },
    "shipping.zones.methods": {"method_id": "flat_rate"},
    "orders": {},
    "products.variations": {},
}  # fmt: skip
#: What a part of a record needs beside the field.
_BESIDE: dict[str, Json] = {
    "line_items": {"product_id": "products", "quantity": 1},
    "shipping_lines": {"method_id": "flat_rate", "method_title": "x"},
    "fee_lines": {"name": "fee", "title": "fee", "total": "1"},
    "coupon_lines": {"code": "?"},
    "meta_data": {"key": "k", "value": "v"},
    "downloads": {"name": "x", "file": "https://files.example/x.pdf"},
    "attributes": {"name": "Size", "options": ["a"]},
    "variations": {"attributes": [{"name": "Size", "option": "a"}]},
    "payment_details": {"method_id": "bacs", "method_title": "x"},
}
_SIZES = {"name": "Size", "options": ["a", "b"], "variation": True, "visible": True}
#: Name of a field → what has to stand beside it in the record.
_STAGE: list[tuple[str, Json]] = [
    (r"stock_quantity$|inventory_delta$|low_stock_amount$|backorders$", {"manage_stock": True, "managing_stock": True}),
    (r"in_stock$", {"manage_stock": False, "managing_stock": False}),
    (r"sale_price$", {"extra": {"regular_price": "9" * 18}}),
    (r"download_(limit|expiry)$", {"downloadable": True}),
    (r"taxable$", {"tax_class": ""}),
]
#: Fields that are sent on their own, and those that change what others are: they go together, without the others.
_ALONE = "|".join(
    [
        r"query:.*(page|limit|dates_are_gmt)$",
        r"suggested_products query:(after|before|modified_)",
        r"legacy.* webhooks.*_at_",
        r"line_items.*(quantity|qty|subtotal)$",
    ]
)
_APART = r"sale_price$|inventory_delta$|in_stock$|(_gmt|virtual|downloadable|set_paid)$"
_WORDS = {
    **dict.fromkeys(("yes", "publish", "taxable", "instock"), True),
    **dict.fromkeys(("no", "private", "none", "outofstock"), False),
}
#: Names of fields that hold numbers of records.
_REFERENCE = r"(^|_)ids?$|(^|_)categories$|^(parent|tags|delete|products?|grouped_products)$"
#: Why no answer shows a field.
_UNSEEN: list[tuple[str, str]] = [
    (
        r"(added_by_user|api_refund|api_restock|restock_items|set_paid|manual_update|is_vat_exempt|delete|force_\w+|confirm)$",
        "says what to do, not what is kept",
    ),
    (r"enable_html_\w+$", "says how another field is read"),
    (r"image(s\.\[\]|\.\[\])?\.position$", "needs a picture, and places are counted anew"),
    (r"receipt\.create body:expiration_days$", "the answer tells the day that it comes to"),
    (r"refund_tax", "needs a tax on the line"),
    (r"password_reset|reassign", "says what to do, not what is kept"),
    (
        r"cost_of_goods_sold\.value$",
        "only where the store keeps track of costs, which the mock store does not for orders",
    ),
]
#: What stores pass over by rules of their own that the description tells: fields, the value if it is but one, and why.
_PASSED_OVER: list[tuple[str, Callable[[Any], bool], str]] = [
    (r"products\.duplicate body:date_created(_gmt)?$", lambda _: True, "a copy is made now"),
    (r"v3 products\.reviews\.(update|batch) .*rating$", lambda value: value == 0, "an update keeps the stars then"),
    # Answers about variations show it.
    (
        r"^(?!.*variations).*sale_price$",
        lambda value: value == 0,
        "the price is 0 then, but answers show no sale price",
    ),
    (
        r"variations.*(weight|length|width|height)$",
        lambda value: value == 0,
        "a variation without a measure has that of its product",
    ),
    (r"legacy-v\d orders\.refunds\.update body:amount$", lambda value: value <= 0, "an update keeps the amount then"),
]
#: Fields of which the store takes no value here, and why.
_NEVER: list[tuple[str, str]] = [
    (
        r"refunds\.(create body:compute_totals$|preview )",
        "older stores than 11.1 do not know it, and the client says so",
    ),
    (r"v3 orders\.refunds\.create .*refund_tax\.\[\]\.refund_total$", "needs a tax on the line"),
    (r"orders\.fulfillments\.", "stores serve these routes only while a feature is switched on"),
    (r"customers\.delete query:reassign$", "names another customer, who must be there"),
    (r"image(s\.\[\]|\.\[\])?\.position$", "needs a picture, and places are counted anew"),
    (r"v2 products\.reviews\.(update body:|batch body:update\.\[\]\.)date_created_gmt$", "follows date_created"),
    (r"(system_status\.tools\.update|orders\.actions\.\w+) body:", "says what to do, not what is kept"),
]
#: What stands in a path that names nothing of ours.
_PLACES: Json = {"group_id": "general", "currency": "USD", "location": "eu"}
#: Where 0 stands for nothing at all: no pieces, no money back.
_NOTHING = r"line_items.*(quantity|qty|refund_total)$"
_ROUNDED = r"^\S+ (orders|coupons)|^legacy"
#: Resource → its records in wc/v3, as the store keeps them.
_AGAIN = {
    "products": "products/{id}",
    "products.variations": "products/{product_id}/variations/{id}",
    "coupons": "coupons/{id}",
    "orders": "orders/{id}",
    "orders.refunds": "orders/{order_id}/refunds/{id}",
    "taxes": "taxes/{id}",
    "products.reviews": "products/reviews/{id}",
}
#: Names of older versions → those of wc/v3.
_RENAMED = {
    "sale_price_dates_from": "date_on_sale_from_gmt", "sale_price_dates_to": "date_on_sale_to_gmt",
    "date_on_sale_from": "date_on_sale_from_gmt", "date_on_sale_to": "date_on_sale_to_gmt",
    "expiry_date": "date_expires_gmt", "date_expires": "date_expires_gmt", "date_created": "date_created_gmt",
    "managing_stock": "manage_stock", "inventory_delta": "stock_quantity", "visible": "status", "taxable": "tax_status",
    "in_stock": "stock_status", "qty": "quantity", "refund_total": "total",
}  # fmt: skip


def is_alone(one: Field) -> bool:
    """Whether a field is not sent together with others."""
    return re.search(_ALONE, one.name) is not None


def is_apart(one: Field) -> bool:
    """Whether a field goes with others of its like only, since it changes what the rest are."""
    return re.search(_APART, one.name) is not None


def is_reference(one: Field) -> bool:
    """Whether a field names another record by its number. What the store has no record for it passes over."""
    names = [name for name in one.path if name not in (ITEM, KEY)]
    return "bool" not in one.kinds and re.search(_REFERENCE, names[-1]) is not None


def unseen(one: Field) -> str:
    """Why no answer shows a field; empty if one should."""
    return next((why for pattern, why in _UNSEEN if re.search(pattern, one.name)), "")


def passed_over(one: Field, meaning: Any) -> str:
    """Why a store passes a value over; empty if it should not."""
    found = (why for pattern, fits, why in _PASSED_OVER if re.search(pattern, one.name) and fits(meaning))
    return next(found, "")


def never(name: str) -> str:
    """Why the store takes no value of a field; empty if it should."""
    return next((why for pattern, why in _NEVER if re.search(pattern, name)), "")


def is_nothing(one: Field) -> bool:
    """Whether 0 stands for nothing here."""
    return re.search(_NOTHING, one.name) is not None


def is_rounded(one: Field) -> bool:
    """Whether answers show a rounded sum."""
    return re.search(_ROUNDED, one.name) is not None


def resource_of(one: Field) -> tuple[str, str]:
    """The resource and the verb of a field's operation."""
    resource, _, verb = one.operation.id.rpartition(".")
    return resource, verb


def beside(container: str, shop: Shop) -> Json:
    """What a part of a record needs beside the field."""
    return _filled(_BESIDE.get(container, {}), shop)


def inside(one: Field, container: str, shop: Shop) -> Json:
    """What a part needs beside the field, for this field."""
    if container == "line_items" and resource_of(one)[0] == "orders.refunds":
        return {"id": shop.ids["line"]}
    found = beside(container, shop)
    if one.path[-1] == "subtotal":  # no lower than the total
        found["total"] = "-999999999999"
    return {**found, **staged(one)} if container in ("variations", "default_values") else found


def staged(one: Field) -> Json:
    """What has to stand beside a field."""
    found: Json = {}
    for pattern, fields in _STAGE:
        if re.search(pattern, one.name):
            found |= fields
    return found


def base(one: Field, shop: Shop) -> int:
    """What a change of the stock is added to; real stores are not set back, so it is asked for before each."""
    if resource_of(one)[0] == "products.variations" and "create" not in one.name:
        return 1000 if one.path[-1] == "inventory_delta" else 0
    fresh = "create" in one.name or "variations" in one.path or one.operation.id.endswith("bulk")
    return 0 if one.path[-1] != "inventory_delta" or fresh else shop.stock


def is_negated(one: Field) -> bool:
    """Whether answers show a sum or count below 0: those of refunds, but for the amount."""
    return resource_of(one)[0] == "orders.refunds" and "line_items" in one.path


def key_of(container: str, shop: Shop) -> str:
    """A key of a map: the only one that matters is the number of a line."""
    return str(shop.ids["line"])


def ids_of(one: Field, shop: Shop) -> tuple[Any, ...]:
    """The ids in the path of an operation."""
    places = re.findall(r"/(\w+)/{(\w+)}", one.operation.path)
    return tuple(shop.ids.get(above if name == "id" else name, _PLACES.get(name, 1)) for above, name in places)


def needed(one: Field) -> Json:
    """Parameters that a query cannot do without."""
    kind = one.operation.query_type()
    return {name: "x" for name in required_keys(kind) if name != one.path[0]} if kind else {}


def request(first: Field, some: Iterable[Field], shop: Shop) -> tuple[Any, tuple[Any, ...]]:
    """The body that the fields are put into, and the ids of the path."""
    resource, verb = resource_of(first)
    names, ids = re.findall(r"{(\w+)}", first.operation.path), ids_of(first, shop)
    known = first.operation.body_type()
    part = first.path[0] if verb == "batch" else verb
    if part in ("create", "bulk"):
        body = _filled(_LEAST.get(resource, {"name": "?"}), shop)
    elif verb == "batch":
        body = {"id": shop.ids.get(resource.rpartition(".")[2], 1)}
    else:
        body = {}
    for one in some:
        if "variations" in one.path:
            body |= {"type": "variable", "attributes": [_SIZES], "manage_stock": False, "managing_stock": False}
            ids = tuple(
                shop.ids["product_id"] if name == "id" else number for name, number in zip(names, ids, strict=True)
            )
            if "id" in body:
                body["id"] = shop.ids["product_id"]
        else:
            body |= staged(one)
    body = {**_required(first), **_known(body, known, part if verb == "batch" else "")}
    return ({part: [body]} if verb == "batch" else body), ids


def _required(first: Field) -> Json:
    """What an operation cannot do without, as its example has it."""
    names = required_keys(first.operation.body_type())
    example = fixtures.load_request(first.version, first.operation.id) if names else None
    if isinstance(example, dict) and first.operation.request_envelope:
        example = example[first.operation.request_envelope]
    return {name: example[name] for name in names} if isinstance(example, dict) else {}


def _known(body: Json, kind: Any, part: str) -> Json:
    """Only what the operation knows."""
    if part:
        kind = typed_dict(hints_of(kind)[part]) if part != "delete" else None
    names = hints_of(kind) if kind is not None else {}
    return {name: value for name, value in body.items() if name in names or name == "extra"}


def again(first: Field, record: Json, ids: tuple[Any, ...], shop: Shop) -> Json:
    """The record as wc/v3 shows it, sums with eight decimals; empty if it has no such."""
    resource, verb = resource_of(first)
    path = _AGAIN.get(resource)
    if verb == "generate":
        return {"default_values": shop.raw("GET", f"products/{ids[0]}/variations")[0]}
    if path is None or "id" not in record:
        return {}
    names = re.findall(r"{(\w+)}", first.operation.path)
    known = {**shop.ids, **dict(zip(names, ids, strict=True)), "id": record["id"]}
    found = shop.raw("GET", path.format_map(known), dp="8")
    if found.get("variations"):
        found["variations"] = shop.raw("GET", f"products/{record['id']}/variations")[:1]
    return found if isinstance(found, dict) else {}


def renamed(one: Field) -> list[str]:
    """The path of a field in wc/v3."""
    path = one.path[2:] if one.operation.id.endswith(".batch") else one.path
    return [ITEM if name == KEY else name if "attributes" in path else _RENAMED.get(name, name) for name in path]


def in_utc(one: Field, name: str, *, again: bool) -> bool:
    """Whether an answer's moment is UTC without saying so."""
    return name.endswith("_gmt") or (one.version in ("v1", "legacy-v3", "legacy-v2") and not again)


def as_switch(value: Any) -> Any:
    """What an answer says of a switch, in whatever words."""
    return _WORDS.get(value, value) if isinstance(value, str) else value


def remove(first: Field, record: Json, ids: tuple[Any, ...], shop: Shop) -> None:
    """Delete a record that was made, from a real store."""
    resource, _ = resource_of(first)
    path = _AGAIN.get(resource)
    if shop.mock is None and path is not None and "id" in record:
        names = re.findall(r"{(\w+)}", first.operation.path)
        known = {**shop.ids, **dict(zip(names, ids, strict=True)), "id": record["id"]}
        shop.raw("DELETE", path.format_map(known), force="true")


def _filled(fields: Mapping[str, Any], shop: Shop) -> Json:
    """Words of their own for `?`, ids for names of records."""
    return {name: _word(value, shop) for name, value in fields.items()}


def _word(value: Any, shop: Shop) -> Any:
    if isinstance(value, str) and "?" in value:
        return value.replace("?", free("x"))
    return shop.ids.get(value, value) if isinstance(value, str) else value
