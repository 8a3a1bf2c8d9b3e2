"""The legacy API's things that live under others, and what it tells without being given anything."""

from __future__ import annotations

from collections.abc import Callable

from ..calls.steps import Steps
from ..described.bodies import items
from ..described.description import Json, description
from ..running.run import Run
from ..running.scenario import Scenario, known
from .legacy import gone, inside
from .life import NOBODY, Ids

_NO_TERMS = "the plugin compares the attribute's number with a text and never finds it"
_NO_DELIVERIES = "stores have kept no record of deliveries since WooCommerce 3.3"

_TERMS = tuple(f"products.attributes.terms.{verb}" for verb in ("list", "get", "create", "update", "delete"))
_DELIVERIES = ("webhooks.deliveries.list", "webhooks.deliveries.get")
_REPORTS = ("reports.list", "reports.sales.get", "reports.sales.top_sellers.list", "index.get", "orders.statuses")


def scenarios(version: str) -> list[Scenario]:
    """Those of which the version has an operation."""
    plays: tuple[tuple[str, tuple[str, ...], Callable[[Run], Steps[None]], bool], ...] = (
        ("terms of an attribute", _TERMS, _terms, True),
        ("categories of the shop", ("products.categories.list", "products.categories.get"), _categories, True),
        ("deliveries of a webhook", _DELIVERIES, _deliveries, True),
        ("reviews and orders of a product", ("products.reviews.list", "products.orders.list"), _product_parts, True),
        (
            "orders and downloads of a customer",
            ("customers.orders.list", "customers.downloads.list"),
            _customer_parts,
            True,
        ),
        ("reports and index", _REPORTS, _reports, False),
    )
    return [
        Scenario(name, version, known(version, *operations), play, writes)
        for name, operations, play, writes in plays
        if known(version, *operations) & description(version).operations.keys()
    ]


def _terms(run: Run) -> Steps[None]:
    attribute = (yield from run.staged("products.attributes.create", name=run.mark))["id"]
    run.made("products.attributes.delete", attribute, stage="v3", force=True)
    term = (yield from run.staged("products.attributes.terms.create", attribute, name=run.mark))["id"]
    kind = "products.attributes.terms"
    listed = yield from run.answer(f"{kind}.list", attribute)
    run.expect([item["id"] for item in items(inside(listed))] == [term], "a list has not just the one term there is")
    read = yield from run.answer(f"{kind}.get", attribute, term)
    run.same({"id": term, "name": run.mark}, inside(read))
    yield from run.refused(gone(run, f"{kind}.get"), f"{kind}.get", attribute, NOBODY)
    writes: tuple[tuple[str, Ids, Json], ...] = (
        (f"{kind}.create", (attribute,), {"name": f"{run.mark} b"}),
        (f"{kind}.update", (attribute, term), {"name": f"{run.mark} c"}),
        (f"{kind}.delete", (attribute, term), {}),
    )
    for operation, ids, given in writes:
        run.always_refused(operation, _NO_TERMS)
        yield from run.refused("woocommerce_api_invalid_product_attribute_id", operation, *ids, **given)


def _categories(run: Run) -> Steps[None]:
    made = (yield from run.staged("products.categories.create", name=run.mark))["id"]
    run.made("products.categories.delete", made, stage="v3", force=True)
    listed = yield from run.answer("products.categories.list")
    run.expect(made in [item["id"] for item in items(inside(listed))], "the list does not have the new category")
    read = yield from run.answer("products.categories.get", made)
    run.same({"id": made, "name": run.mark}, inside(read))
    yield from run.refused(gone(run, "products.categories.get"), "products.categories.get", NOBODY)


def _deliveries(run: Run) -> Steps[None]:
    webhook = yield from run.staged(
        "webhooks.create", name=run.mark, topic="coupon.created", delivery_url=f"https://woospec.invalid/{run.mark}"
    )
    run.made("webhooks.delete", webhook["id"], stage="v3", force=True)
    listed = yield from run.answer("webhooks.deliveries.list", webhook["id"])
    run.expect(inside(listed) == [], f"a new webhook has deliveries: {inside(listed)}")
    operation = "webhooks.deliveries.get"
    run.always_refused(operation, _NO_DELIVERIES)
    yield from run.refused("woocommerce_api_invalid_webhook_delivery_id", operation, webhook["id"], 1)


def _product_parts(run: Run) -> Steps[None]:
    product = (yield from run.staged("products.create", name=run.mark, status="private"))["id"]
    run.made("products.delete", product, stage="v3", force=True)
    review = {"review": f"Made by {run.mark}", "reviewer": "Ada", "reviewer_email": f"{run.mark}@example.com"}
    made = yield from run.staged("products.reviews.create", product_id=product, rating=4, **review)
    run.made("products.reviews.delete", made["id"], stage="v3", force=True)
    listed = yield from run.answer("products.reviews.list", product)
    run.expect(
        [int(r["id"]) for r in items(inside(listed))] == [made["id"]],
        "the product's reviews are not the one that was made",
    )
    if run.served("products.orders.list"):
        orders = yield from run.answer("products.orders.list", product)
        run.expect(inside(orders) == [], f"a new product has been ordered: {inside(orders)}")


def _customer_parts(run: Run) -> Steps[None]:
    customer = yield from run.staged(
        "customers.create", email=f"{run.mark}@example.com", username=run.mark, password=f"{run.mark}-word"
    )
    run.made("customers.delete", customer["id"], stage="v3", force=True)
    orders = yield from run.answer("customers.orders.list", customer["id"])
    run.expect(inside(orders) == [], f"a new customer has ordered: {inside(orders)}")
    if run.served("customers.downloads.list"):
        downloads = yield from run.answer("customers.downloads.list", customer["id"])
        run.expect(inside(downloads) == [], f"a new customer has downloads: {inside(downloads)}")


def _reports(run: Run) -> Steps[None]:
    for operation in known(run.version, *_REPORTS):
        yield from run.answer(operation)
    for period in ("week", "month", "last_month", "year"):
        yield from run.answer("reports.sales.get", filter={"period": period})
    yield from run.answer("reports.sales.top_sellers.list", filter={"period": "year", "limit": 2})
