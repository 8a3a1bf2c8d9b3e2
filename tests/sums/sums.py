"""Make an order as a case says, on any store, and read all its sums back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml_text
from wooclient import ApiError, WooClient, to_wire
from wooclient.v3.models.orders import Order

Json = dict[str, Any]
#: By short name, what a line of an order says to have one: `product_id`, and `variation_id` of a variation.
Goods = dict[str, dict[str, int]]
HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
#: Of each kind of line, what is compared.
_LINES = {
    "line_items": ("quantity", "subtotal", "subtotal_tax", "total", "total_tax", "taxes"),
    "tax_lines": ("label", "compound", "rate_percent", "tax_total", "shipping_tax_total"),
    "shipping_lines": ("total", "total_tax", "taxes"),
    "fee_lines": ("total", "total_tax", "taxes"),
    "coupon_lines": ("code", "discount", "discount_tax"),
}
_ORDER = (
    "status", "discount_total", "discount_tax", "shipping_total", "shipping_tax", "cart_tax", "total", "total_tax",
    "prices_include_tax",
)  # fmt: skip
#: What a case may change, and how a new store has it.
_USUAL = {
    "woocommerce_prices_include_tax": "no",
    "woocommerce_tax_based_on": "shipping",
    "woocommerce_tax_round_at_subtotal": "no",
    "woocommerce_shipping_tax_class": "inherit",
    "woocommerce_calc_discounts_sequentially": "no",
    "woocommerce_price_num_decimals": "2",
}
_GENERAL = frozenset(
    {
        "woocommerce_calc_discounts_sequentially",
        "woocommerce_default_country",
        "woocommerce_price_num_decimals",
    }
)
#: What a coupon may name by the short names of products and categories, and the field it goes into.
_OF_COUPONS = {
    "product": "product_ids",
    "not_product": "excluded_product_ids",
    "category": "product_categories",
    "not_category": "excluded_product_categories",
}


def read(name: str) -> Any:
    """One of the files of cases."""
    return yaml_text.load((HERE / name).read_text())


CASES: dict[str, Json] = {case["name"]: case for case in read("cases.yaml")}
RATES: dict[str, list[Json]] = read("rates.yaml")
PLACES: dict[str, Json] = read("places.yaml")


def expected() -> dict[str, Json]:
    """The sums of a real store, by case."""
    found: dict[str, Json] = json.loads(EXPECTED.read_text())
    return found


def carry_out(woo: WooClient, case: Json) -> Json:
    """The sums of a case's order, or the store's refusal; those of a second order where a case has one."""
    with _prepared(woo, case) as (goods, rates):
        found = _ordered(woo, case, goods, rates)
        if "again" in case:
            second = {**case, "order": {**case["order"], **case["again"]}}
            found["again"] = _ordered(woo, second, goods, rates)
            codes = [coupon["code"] for coupon in case["coupons"]]
            found["used"] = [woo.coupons.list(code=code)[0].usage_count for code in codes]
        return found


def _ordered(woo: WooClient, case: Json, goods: Goods, rates: Mapping[int, str]) -> Json:
    try:
        order = woo.orders.create(**_order(case, goods))
    except ApiError as error:
        return {"refused": [error.status, error.code]}
    found = _sums(to_wire(order), rates)
    for number, refund in enumerate(case.get("refunds", ())):
        found[f"refund {number + 1}"] = _refund(woo, case, refund, order, rates)
    if "refunds" in case:
        products = {name: ids["product_id"] for name, ids in goods.items()}
        found["stock"] = {name: woo.products.get(number).stock_quantity for name, number in products.items()}
    return found


@contextmanager
def _prepared(woo: WooClient, case: Json) -> Iterator[tuple[Goods, dict[int, str]]]:
    """A shop with the settings, rates, products and coupons of a case, and none of those afterwards."""
    if "reduced-rate" not in {one.slug for one in woo.taxes.classes.list()}:
        woo.taxes.classes.create(name="Reduced rate")
    for name, value in {
        **_USUAL,
        "woocommerce_default_country": case.get("base", "US:CA"),
        **case.get("settings", {}),
    }.items():
        woo.settings.options.update("general" if name in _GENERAL else "tax", name, value=value)
    for old in list(woo.taxes.iter()):
        woo.taxes.delete(old.id, force=True)
    for old_coupon in list(woo.coupons.iter()):
        woo.coupons.delete(old_coupon.id, force=True)
    made = [woo.taxes.create(**{"priority": 1, "order": at, **rate}) for at, rate in enumerate(RATES[case["rates"]])]
    categories = {name: woo.products.categories.create(name=name).id for name in case.get("categories", ())}
    goods: Goods = {}
    for name, given in case["products"].items():
        goods |= _made(woo, name, given if isinstance(given, dict) else {"regular_price": given}, case, categories)
    named = {name: ids.get("variation_id", ids["product_id"]) for name, ids in goods.items()} | categories
    coupons = [woo.coupons.create(**_coupon(one, named)).id for one in case.get("coupons", ())]
    try:
        yield goods, {rate.id: rate.name for rate in made}
    finally:
        woo.products.batch(delete=[ids["product_id"] for ids in goods.values() if "variation_id" not in ids])
        for category in categories.values():
            woo.products.categories.delete(category, force=True)
        if coupons:
            woo.coupons.batch(delete=coupons)


def _made(woo: WooClient, name: str, given: Json, case: Json, categories: Mapping[str, int]) -> Goods:
    """A product of a case; with variations, which are `NAME-VARIATION` in lines, it is a variable one."""
    fields = {key: value for key, value in given.items() if key not in ("variations", "category")}
    if "category" in given:
        fields["categories"] = [{"id": categories[given["category"]]}]
    if "stock" in case:
        fields |= {"manage_stock": True, "stock_quantity": case["stock"]}
    prices: Mapping[str, str] = given.get("variations", {})
    if not prices:
        return {name: {"product_id": woo.products.create(**{"name": name, "type": "simple", **fields}).id}}
    sizes = [{"name": "Size", "options": list(prices), "variation": True, "visible": True}]
    parent = woo.products.create(**{"name": name, "type": "variable", "attributes": sizes, **fields}).id
    found: Goods = {name: {"product_id": parent}}
    for size, price in prices.items():
        attributes: list[Any] = [{"name": "Size", "option": size}]
        one = woo.products.variations.create(parent, regular_price=price, attributes=attributes)
        found[f"{name}-{size}"] = {"product_id": parent, "variation_id": one.id}
    return found


def _coupon(given: Json, named: Mapping[str, int]) -> Json:
    only = {field: [named[given[name]]] for name, field in _OF_COUPONS.items() if name in given}
    return {**{key: value for key, value in given.items() if key not in _OF_COUPONS}, **only}


def _order(case: Json, goods: Goods) -> Json:
    given = dict(case["order"])
    lines = [_line(line, goods) for line in given.pop("lines")]
    places = {part: PLACES[given.pop(part)] for part in ("billing", "shipping") if part in given}
    coupons = {"coupon_lines": [{"code": one["code"]} for one in case["coupons"]]} if "coupons" in case else {}
    return {**given, **places, **coupons, "line_items": lines}


def _line(line: Any, goods: Goods) -> Json:
    if isinstance(line, str):
        name, _, quantity = line.partition("*")
        return {**goods[name], "quantity": int(quantity)}
    return {**goods[line["product"]], **{key: value for key, value in line.items() if key != "product"}}


def _sums(order: Json, rates: Mapping[int, str]) -> Json:
    found: Json = {name: order[name] for name in _ORDER}
    for kind, names in _LINES.items():
        found[kind] = [_named({name: line.get(name) for name in names}, rates) for line in order[kind]]
    return found


def _named(line: Json, rates: Mapping[int, str]) -> Json:
    """A line whose taxes are told by their rate's name, as ids differ from store to store."""
    if "taxes" in line:
        line["taxes"] = [[rates.get(int(tax["id"]), "?"), tax["total"], tax.get("subtotal")] for tax in line["taxes"]]
    return line


def _refund(woo: WooClient, case: Json, refund: Json, order: Order, rates: Mapping[int, str]) -> Json:
    given = dict(refund)
    items = [_refunded(one, case, order, rates) for one in given.pop("lines", ())]
    try:
        made = to_wire(woo.orders.refunds.create(order.id, **given, **({"line_items": items} if items else {})))
    except ApiError as error:
        return {"refused": [error.status, error.code]}
    after = woo.orders.get(order.id)
    shown = {
        kind: [_named({name: line.get(name) for name in _LINES[kind]}, rates) for line in made[kind]]
        for kind in ("line_items", "shipping_lines", "fee_lines")
        if kind == "line_items" or made.get(kind)
    }
    return {"amount": made["amount"], **shown, "status": after.status, "total": to_wire(after)["total"]}


def _refunded(one: Json, case: Json, order: Order, rates: Mapping[int, str]) -> Json:
    """A line of a refund: `line`, `shipping` or `fee` is its place; taxes are of the rates in their order."""
    kinds = {"line": order.line_items, "shipping": order.shipping_lines, "fee": order.fee_lines}
    ((kind, place),) = ((kind, one[kind]) for kind in kinds if kind in one)
    number = {name: number for number, name in rates.items()}
    taxes = one["refund_tax"] if isinstance(one["refund_tax"], list) else [one["refund_tax"]]
    of = [number[rate["name"]] for rate in RATES[case["rates"]]]
    return {
        "id": kinds[kind][place].id,
        "quantity": one.get("quantity", 0),
        "refund_total": one["refund_total"],
        "refund_tax": [{"id": rate, "refund_total": tax} for rate, tax in zip(of, taxes, strict=False)],
    }
