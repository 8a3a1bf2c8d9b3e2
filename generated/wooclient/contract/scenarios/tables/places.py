"""What things live under: a product, an order, an attribute, a zone, a tax class."""

from __future__ import annotations

from typing import Any

from ...calls.steps import Broken, Steps
from ...described.description import Json
from ...running.run import Run
from ..life import Ids, Place, keep

#: Where test zones are.
ANTARCTICA = [{"code": "AQ", "type": "country"}]
#: Types of products that have the prices of others.
_PRICELESS = ("variable", "grouped")
_ZONE_0 = "this store ships to the rest of the world (zone 0): a new zone would take its shoppers over for a moment"


def made(run: Run, kind: str, key: str = "id", **values: Any) -> Steps[Any]:
    """Make a thing that the scenario needs, to be removed at the end; its wire form."""
    answer = yield from run.needed(f"{kind}.create", **run.fit(f"{kind}.create", values))
    keep(run, kind, (answer.body[key],))
    return answer.body


def product(run: Run, **values: Any) -> Steps[Any]:
    """A product that shoppers never see; its wire form."""
    standard = {"name": run.mark, "sku": f"{run.mark}-p", "status": "private"}
    price = {} if values.get("type") in _PRICELESS else {"regular_price": "20.00"}
    return (yield from made(run, "products", **{**standard, **price, **values}))


def billing(run: Run) -> Json:
    """A buyer without an address for mail, who bears the run's mark."""
    return {"first_name": run.mark, "country": "AQ"}


def order(run: Run, **values: Any) -> Steps[Any]:
    """An order that waits for payment, of a buyer without an address for mail; its wire form."""
    standard: Json = {"status": "pending", "billing": billing(run)}
    return (yield from made(run, "orders", **{**standard, **values}))


def customer(run: Run, **values: Any) -> Steps[Any]:
    """A customer whose mail goes nowhere; its wire form."""
    standard = {"email": f"{run.mark}@example.com", "username": run.mark, "password": f"not a secret of {run.mark}"}
    return (yield from made(run, "customers", **{**standard, **values}))


def under_product(run: Run) -> Steps[Place]:
    """A product to be reviewed: part of the path in v1, a field of the review later."""
    body = yield from product(run)
    nested = "product_id" in run.description.operations["products.reviews.create"].parameters
    return Place((body["id"],) if nested else (), {"product": body["id"]})


def under_variable(run: Run) -> Steps[Place]:
    """A product that comes in two colours."""
    colours = {"name": "Colour", "visible": True, "variation": True, "options": ["red", "blue"]}
    body = yield from product(run, type="variable", attributes=[colours])
    return Place((body["id"],), {"product": body["id"]})


def under_attribute(run: Run) -> Steps[Place]:
    """An attribute of the whole shop."""
    body = yield from made(run, "products.attributes", name=run.mark)
    return Place((body["id"],))


def under_order(run: Run) -> Steps[Place]:
    """An order over thirty, without tax."""
    fee = {"name": run.mark, "total": "30.00", "tax_status": "none"}
    body = yield from order(run, fee_lines=[fee])
    return Place((body["id"],), {"order": body["id"]})


def under_zone(run: Run) -> Steps[Place]:
    """A shipping zone for Antarctica, after all others."""
    yield from for_zones(run)
    body = yield from made(run, "shipping.zones", name=run.mark, order=99999)
    yield from to_antarctica(run, (body["id"],))
    return Place((body["id"],))


def for_zones(run: Run) -> Steps[Place]:
    """Zones live under nothing; but where zone 0 ships, none can be made without standing in its way for a moment.

    A zone has no place when it is made, and the store takes one that has none for whoever is in no other zone. By the
    new one nothing is shipped, so that it changes nothing for them only if by zone 0 nothing is shipped either.
    """
    methods = yield from run.needed("shipping.zones.methods.list", 0)
    if any(method.get("enabled") for method in methods.items):
        for operation in run.description.operations:
            if operation.startswith("shipping.zones."):
                run.not_run(operation, _ZONE_0)
        raise Broken
    return Place()


def to_antarctica(run: Run, ids: Ids) -> Steps[None]:
    """Put a zone where nobody lives, before there is anything to be shipped by."""
    yield from run.needed("shipping.zones.locations.update", *ids, ANTARCTICA)


def under_tax_class(run: Run) -> Steps[Place]:
    """A tax class that nothing else belongs to: named by rates, not part of their path."""
    body = yield from made(run, "taxes.classes", "slug", name=run.mark)
    return Place((), {"tax_class": body["slug"]})
