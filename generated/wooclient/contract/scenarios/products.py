"""Products as a shop works with them: every type, prices, stock, what sorts them, copies, images."""

from __future__ import annotations

from functools import partial
from typing import Any

from ..calls.steps import Steps
from ..described.bodies import items
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import MANY, NOBODY, keep
from .orders import money
from .tables.places import made, product

_CALLS = ("products.create", "products.get", "products.update", "products.list")
_FAR = "2099-01-01T00:00:00"
#: What products of each type are made with; `{child}` is another product's id.
_TYPES: dict[str, dict[str, Any]] = {
    "external": {"external_url": "https://woospec.invalid/buy", "button_text": "Buy there", "regular_price": "30.00"},
    "simple": {"virtual": True, "downloadable": True, "download_limit": 3, "download_expiry": 30},
    "variable": {"attributes": [{"name": "Size", "visible": True, "variation": True, "options": ["S", "M"]}]},
}

#: Whether there is any, of products whose pieces nobody counts: the first as wc/v3 says it, the second as others do.
_OUT: dict[str, Any] = {"stock_status": "outofstock", "in_stock": False}
_IN: dict[str, Any] = {"stock_status": "instock", "in_stock": True}


def scenarios(version: str) -> list[Scenario]:
    """Those of the version."""
    found = [
        Scenario(f"a product of type {type_}", version, known(version, *_CALLS), partial(_type, type_))
        for type_ in _TYPES
    ]
    found += [
        Scenario("a product that groups others", version, known(version, "products.create"), _grouped),
        Scenario("prices of a product", version, known(version, *_CALLS[:-1]), _prices),
        Scenario("stock of a product", version, known(version, "products.update"), _stock),
        Scenario("a product is sorted", version, known(version, *_CALLS), _sorted),
        Scenario("a product takes an image", version, known(version, "products.update"), _image),
        Scenario("products in a batch", version, known(version, "products.batch"), _batch),
        Scenario("a copy of a product", version, known(version, "products.duplicate"), _copy),
        Scenario("names of custom fields", version, known(version, "products.custom_fields.names"), _field_names),
        Scenario("products like another", version, known(version, "products.related"), _related),
        Scenario(
            "suggested products", version, known(version, "products.suggested_products"), _suggested, writes=False
        ),
    ]
    return [scenario for scenario in found if scenario.covers]


def _type(type_: str, run: Run) -> Steps[None]:
    new = run.fit("products.create", {"type": type_, **_TYPES[type_]})
    body = yield from product(run, **new)
    run.same(new, body)
    read = yield from run.needed("products.get", body["id"], context="edit")
    run.same(new, read.body)
    listed = yield from run.answer("products.list", type=type_, sku=body["sku"])
    found = [item["id"] for item in listed.items]
    run.expect(found == [body["id"]], f"a list by type and sku has {found}, not {[body['id']]}")
    other = next(name for name in _TYPES if name != type_)
    listed = yield from run.answer("products.list", type=other, sku=body["sku"])
    run.expect(listed.body == [], f"a list of {other} products has one of type {type_}")


def _grouped(run: Run) -> Steps[None]:
    """A group names its products; products name others to go with them."""
    child = yield from product(run)
    fields = {"grouped_products": [child["id"]], "upsell_ids": [child["id"]], "cross_sell_ids": [child["id"]]}
    new = run.fit("products.create", {**fields, "type": "grouped"})
    group = yield from product(run, **{**new, "sku": f"{run.mark}-g", "regular_price": ""})
    run.same(new, group)


def _prices(run: Run) -> Steps[None]:
    """What it costs now: the sale's price while the sale is on, and only if it is the lower one."""
    body = yield from product(run, sale_price="15.00")
    run.expect(money(body["price"]) == 15, f"on sale for 15 it costs {body['price']}", "/price")
    run.expect(body["on_sale"] is True, "it is not on sale", "/on_sale")
    later = yield from run.needed("products.update", body["id"], date_on_sale_from=_FAR)
    run.expect(later.body["on_sale"] is False, "it is on sale before the sale begins", "/on_sale")
    read = yield from run.needed("products.get", body["id"])
    run.expect(money(read.body["price"]) == 20, f"before the sale it costs {read.body['price']}", "/price")
    none = yield from run.needed("products.update", body["id"], sale_price="", date_on_sale_from="")
    run.expect(none.body["sale_price"] == "", f"the sale's price is still {none.body['sale_price']}", "/sale_price")
    high = yield from run.needed("products.update", body["id"], sale_price="25.00")
    run.expect(high.body["on_sale"] is False, "a sale that costs more is on", "/on_sale")
    run.expect(money(high.body["price"]) == 20, f"with a sale that costs more it costs {high.body['price']}", "/price")


def _stock(run: Run) -> Steps[None]:
    """What is left says whether it can be bought; changes by a difference add up.

    That nothing is left is told to whoever minds the stock. So it is only said where such mail is switched off; else
    just of a product whose pieces nobody counts.
    """
    body = yield from product(run, manage_stock=True, stock_quantity=MANY)
    steps: list[tuple[dict[str, Any], int | None, str]] = [
        ({"stock_quantity": MANY + 5}, MANY + 5, "instock"),
        ({"inventory_delta": 3}, MANY + 8, "instock"),
        ({"inventory_delta": -2}, MANY + 6, "instock"),
    ]
    if (yield from _no_mail_of_stock(run)):
        steps += [({"stock_quantity": 0}, 0, "outofstock"), ({"backorders": "notify"}, 0, "onbackorder")]
    steps += [({"manage_stock": False, **_OUT}, None, "outofstock"), (_IN, None, "instock")]
    for change, quantity, status in steps:
        changed = yield from run.needed("products.update", body["id"], **run.fit("products.update", change))
        what = f"after {change} "
        left = changed.body["stock_quantity"]
        run.expect(left == quantity, f"{what}there are {left}, not {quantity}", "/stock_quantity")
        _available(run, changed.body, status, what)


def _no_mail_of_stock(run: Run) -> Steps[bool]:
    """Whether the shop wants no mail of what runs out. A shop that does not say so may want it."""
    rows = yield from run.staged("settings.options.list", "products")
    return any(row["id"] == "woocommerce_notify_no_stock" and row["value"] == "no" for row in items(rows))


def _available(run: Run, body: Any, status: str, what: str) -> None:
    """Its status; before v3 there is only whether it can be had."""
    if "stock_status" in body:
        run.expect(body["stock_status"] == status, f"{what}it is {body['stock_status']}, not {status}", "/stock_status")
    else:
        there = status != "outofstock"
        run.expect(body["in_stock"] is there, f"{what}in_stock is {body['in_stock']}", "/in_stock")


def _sorted(run: Run) -> Steps[None]:
    """Category, tag, shipping class and an attribute of the whole shop: set by id, found by each."""
    category = yield from made(run, "products.categories", name=run.mark)
    tag = yield from made(run, "products.tags", name=run.mark)
    shipping = yield from made(run, "products.shipping_classes", name=run.mark)
    attribute = yield from made(run, "products.attributes", name=run.mark)
    term = yield from run.needed("products.attributes.terms.create", attribute["id"], name="Red")
    named = {"id": attribute["id"], "options": ["Red"], "visible": True, "variation": False}
    sorts = {"categories": [{"id": category["id"]}], "tags": [{"id": tag["id"]}], "attributes": [named]}
    body = yield from product(run, **sorts, shipping_class=shipping["slug"])
    run.same({**sorts, "shipping_class": shipping["slug"], "shipping_class_id": shipping["id"]}, body)
    run.expect(body["categories"][0]["slug"] == category["slug"], "its category has another slug", "/categories/0/slug")
    filters: tuple[dict[str, Any], ...] = (
        {"category": str(category["id"])},
        {"tag": str(tag["id"])},
        {"shipping_class": str(shipping["id"])},
        {"attribute": attribute["slug"], "attribute_term": str(term.body["id"])},
    )
    for given in filters:
        listed = yield from run.answer("products.list", **given)
        found = [item["id"] for item in listed.items]
        run.expect(found == [body["id"]], f"a list by {' and '.join(given)} has {found}, not {[body['id']]}")


def _image(run: Run) -> Steps[None]:
    """An image that the shop has already, since a new one would have to be fetched from somewhere."""
    listed = yield from run.answer("products.list", per_page=50)
    image = next((item["images"][0] for item in listed.items if item["images"] and item["images"][0]["id"]), None)
    body = yield from product(run)
    kept: list[int] = []
    if image is not None:
        changed = yield from run.needed("products.update", body["id"], images=[{"id": image["id"]}])
        shown = [(one["id"], one["src"]) for one in changed.body["images"]]
        run.expect(shown == [(image["id"], image["src"])], f"its images are {shown}", "/images")
        # v1 takes an empty list for nothing to do.
        kept = [image["id"]] if run.version == "v1" else []
    bare = yield from run.needed("products.update", body["id"], images=[])
    left = [one["id"] for one in bare.body["images"] if one["id"]]
    run.expect(left == kept, f"after an empty list its images are {left}, not {kept}", "/images")
    wrong = [{"id": NOBODY}]
    yield from run.refused("woocommerce_product_invalid_image_id", "products.update", body["id"], images=wrong)


def _batch(run: Run) -> Steps[None]:
    """What cannot be made, for its sku is taken, says which product has it; the others are made all the same."""
    first = yield from product(run)
    new = {"name": run.mark, "status": "private", "regular_price": "1.00"}
    taken, free = {**new, "sku": first["sku"]}, {**new, "sku": f"{run.mark}-q"}
    done = yield from run.needed(
        "products.batch", create=[taken, free], update=[{"id": first["id"], "name": "Changed"}]
    )
    failed, other = done.body["create"]
    error = failed.get("error", {})
    run.expect(error.get("code") == "product_invalid_sku", f"it fails with {error.get('code')}", "/create/0/error")
    holder = error.get("data", {}).get("resource_id")
    run.expect(holder == first["id"], f"the sku is said to be of {holder}", "/create/0/error/data/resource_id")
    if run.expect(bool(other.get("id")), f"the other is not made: {other}", "/create/1"):
        keep(run, "products", (other["id"],))
    run.expect(done.body["update"][0]["name"] == "Changed", "the one before is not changed", "/update/0/name")


def _copy(run: Run) -> Steps[None]:
    """A draft with another name, id and sku, and the rest the same."""
    body = yield from product(run, short_description="Short", weight="2")
    copy = yield from run.needed("products.duplicate", body["id"])
    keep(run, "products", (copy.body["id"],))
    run.expect(copy.body["id"] != body["id"], "the copy has the same id", "/id")
    run.expect(copy.body["sku"] != body["sku"], "the copy has the same sku", "/sku")
    run.same({"status": "draft", "regular_price": "20.00", "weight": "2"}, copy.body)


def _field_names(run: Run) -> Steps[None]:
    """The name of a custom field is known as soon as a product has one."""
    name = f"{run.mark}-field"
    yield from product(run, meta_data=[{"key": name, "value": "1"}])
    listed = yield from run.answer("products.custom_fields.names", search=name)
    run.expect(listed.body == [name], f"a search by the name finds {listed.body}")


def _related(run: Run) -> Steps[None]:
    """A product alone in its category and with no tag is like no other, least of all like itself."""
    category = yield from made(run, "products.categories", name=run.mark)
    body = yield from product(run, categories=[{"id": category["id"]}])
    found = yield from run.needed("products.related", body["id"])
    ids = found.member("related_ids")
    run.expect(ids == [], f"it is like {ids}")


def _suggested(run: Run) -> Steps[None]:
    listed = yield from run.answer("products.suggested_products", limit=3)
    run.expect(len(listed.items) <= 3, "more came than were asked for")
