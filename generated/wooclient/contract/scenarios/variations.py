"""Variable products and their variations."""

from __future__ import annotations

from typing import Any

from ..calls.steps import Steps
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import MANY, keep
from .orders import money
from .tables.places import product

_KIND = "products.variations"
_COLOURS = {"name": "Colour", "visible": True, "variation": True, "options": ["red", "blue"]}
_SIZES = {"name": "Size", "visible": True, "variation": True, "options": ["S", "M"]}


def scenarios(version: str) -> list[Scenario]:
    """Those of the version: in v1 variations are a part of the product."""
    names = [f"{_KIND}.{verb}" for verb in ("create", "get", "list", "update")]
    separate = known(version, *names)
    if not separate:
        covers = known(version, "products.create", "products.update")
        return [Scenario("variations inside their product", version, covers, _embedded)]
    found = [
        Scenario("variations of a product", version, separate, _variations),
        Scenario("every variation there can be", version, known(version, f"{_KIND}.generate"), _generated),
        Scenario("variations of all products", version, known(version, "variations.list"), _of_all),
    ]
    return [scenario for scenario in found if scenario.covers]


def _variation(run: Run, colour: str, price: str) -> dict[str, Any]:
    return {
        "sku": f"{run.mark}-{colour}",
        "regular_price": price,
        "attributes": [{"name": "Colour", "option": colour}],
    }


def _variations(run: Run) -> Steps[None]:
    """The product costs what its cheapest variation does, names them all, and lends them its stock."""
    parent = yield from product(run, type="variable", attributes=[_COLOURS])
    ids: list[int] = []
    for colour, price in (("red", "30.00"), ("blue", "20.00")):
        new = _variation(run, colour, price)
        variation = yield from run.needed(f"{_KIND}.create", parent["id"], **new)
        keep(run, _KIND, (parent["id"], variation.body["id"]))
        run.same(new, variation.body)
        ids.append(variation.body["id"])
    read = yield from run.needed("products.get", parent["id"])
    run.expect(sorted(read.body["variations"]) == sorted(ids), f"it names {read.body['variations']}", "/variations")
    run.expect(money(read.body["price"]) == 20, f"the cheapest costs 20, it {read.body['price']}", "/price")
    listed = yield from run.answer(f"{_KIND}.list", parent["id"], sku=f"{run.mark}-red")
    found = [item["id"] for item in listed.items]
    run.expect(found == ids[:1], f"a list by sku has {found}, not {ids[:1]}")
    yield from run.needed("products.update", parent["id"], manage_stock=True, stock_quantity=MANY)
    shared = yield from run.needed(f"{_KIND}.get", parent["id"], ids[0])
    run.expect(shared.body["manage_stock"] == "parent", "it does not share the product's stock", "/manage_stock")
    run.expect(shared.body["stock_quantity"] == MANY, "there are not as many as of the product", "/stock_quantity")
    other = yield from product(run, sku=f"{run.mark}-o")
    wrong = run.codes(f"{_KIND}.get", 404)
    yield from run.refused(wrong, f"{_KIND}.get", other["id"], ids[0])


def _embedded(run: Run) -> Steps[None]:
    """Made, shown and changed with the product; attributes of the product's own are named by their slugs."""
    new = [_variation(run, "red", "30.00"), _variation(run, "blue", "20.00")]
    parent = yield from product(run, type="variable", attributes=[_COLOURS], variations=new)
    shown = {item["sku"]: item for item in parent["variations"]}
    run.expect(shown.keys() == {one["sku"] for one in new}, f"its variations are {sorted(shown)}", "/variations")
    for one in new:
        named = [{**attribute, "name": attribute["name"].lower()} for attribute in one["attributes"]]
        run.same({**one, "attributes": named}, shown.get(one["sku"]), "/variations")
    dear = shown[f"{run.mark}-blue"]
    changed = yield from run.needed(
        "products.update", parent["id"], variations=[{"id": dear["id"], "regular_price": "40.00"}]
    )
    prices = {item["id"]: money(item["regular_price"]) for item in changed.body["variations"]}
    run.expect(prices.get(dear["id"]) == 40, f"it costs {prices.get(dear['id'])} after it was set to 40", "/variations")
    run.expect(len(prices) == 2, "the variation that was not named is gone", "/variations")


def _generated(run: Run) -> Steps[None]:
    """Two colours in two sizes make four; a second time there is nothing to do; what fits no more can be removed."""
    parent = yield from product(run, type="variable", attributes=[_COLOURS, _SIZES])
    operation = f"{_KIND}.generate"
    first = yield from run.needed(operation, parent["id"], default_values={"regular_price": "9.00"})
    run.expect(first.body["count"] == 4, f"{first.body['count']} were made, not 4", "/count")
    again = yield from run.needed(operation, parent["id"])
    run.expect(again.body["count"] == 0, f"a second time {again.body['count']} were made", "/count")
    listed = yield from run.needed(f"{_KIND}.list", parent["id"])
    prices = [money(item["regular_price"]) for item in listed.body]
    run.expect(prices == [9, 9, 9, 9], f"they cost {prices}")
    yield from run.needed("products.update", parent["id"], attributes=[{**_COLOURS, "options": ["red"]}, _SIZES])
    fewer = yield from run.needed(operation, parent["id"], delete=True)
    run.expect(
        fewer.body.get("deleted_count") == 2, f"the removed are {fewer.body.get('deleted_count')}", "/deleted_count"
    )


def _of_all(run: Run) -> Steps[None]:
    """A variation is found without its product."""
    parent = yield from product(run, type="variable", attributes=[_COLOURS])
    variation = yield from run.needed(f"{_KIND}.create", parent["id"], **_variation(run, "red", "30.00"))
    keep(run, _KIND, (parent["id"], variation.body["id"]))
    listed = yield from run.answer("variations.list", sku=f"{run.mark}-red")
    found = [item["id"] for item in listed.items]
    run.expect(found == [variation.body["id"]], f"a list by sku has {found}, not {[variation.body['id']]}")
