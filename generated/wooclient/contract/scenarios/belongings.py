"""What belongs to other things: reviews to a product, downloads to a customer, deliveries to a webhook, categories."""

from __future__ import annotations

from ..calls.steps import Steps
from ..described.description import Json
from ..running.run import Run
from ..running.scenario import Scenario, known
from .life import NOBODY, keep
from .orders import money
from .tables.places import customer, made, under_product

_REVIEWS = "products.reviews"
_TERMS = "products.categories"
_DELIVERIES = ("webhooks.deliveries.list", "webhooks.deliveries.get")
_NONE_KEPT = "no release since 3.3 keeps deliveries, so every id is unknown"


def scenarios(version: str) -> list[Scenario]:
    """Those of the version."""
    terms = known(version, f"{_TERMS}.create", f"{_TERMS}.list", f"{_TERMS}.delete")
    hooks = known(version, "webhooks.create", "webhooks.update")
    found = [
        Scenario("reviews make a rating", version, known(version, f"{_REVIEWS}.create"), _rating),
        Scenario("a category within another", version, terms, _nested),
        Scenario("downloads of a customer", version, known(version, "customers.downloads.list"), _downloads),
        Scenario("topics of a webhook", version, hooks, _topics),
        Scenario("deliveries of a webhook", version, known(version, *_DELIVERIES), _deliveries),
    ]
    return [scenario for scenario in found if scenario.covers]


def _rating(run: Run) -> Steps[None]:
    """Four stars and one make two and a half, once the last of them was saved again.

    The store counts while it saves a review, and a new one's stars are not there yet.
    """
    place = yield from under_product(run)
    product, ids = place.words["product"], place.ids
    for stars in (4, 1):
        new = {
            "product_id": product,
            "review": f"{stars} of {run.mark}",
            "rating": stars,
            "reviewer": run.mark,
            "reviewer_email": f"{stars}-{run.mark}@example.com",
            "name": run.mark,
            "email": f"{stars}-{run.mark}@example.com",
        }
        review = yield from run.needed(f"{_REVIEWS}.create", *place.ids, **run.fit(f"{_REVIEWS}.create", new))
        ids = (*place.ids, review.body["id"])
        keep(run, _REVIEWS, ids)
        run.expect(review.body["rating"] == stars, f"{stars} stars read {review.body['rating']}", "/rating")
    yield from run.needed(f"{_REVIEWS}.update", *ids, review=f"Changed by {run.mark}")
    read = yield from run.needed("products.get", product)
    run.expect(read.body["rating_count"] == 2, f"{read.body['rating_count']} reviews count, not 2", "/rating_count")
    rating = read.body["average_rating"]
    run.expect(money(rating) == money("2.5"), f"4 and 1 make {rating}", "/average_rating")


def _nested(run: Run) -> Steps[None]:
    """A category is found under the one above it, and moves up when that is removed."""
    above = yield from made(run, _TERMS, name=run.mark)
    below = yield from made(run, _TERMS, name=f"{run.mark}-b", parent=above["id"])
    listed = yield from run.answer(f"{_TERMS}.list", parent=above["id"])
    found = [item["id"] for item in listed.items]
    run.expect(found == [below["id"]], f"under it are {found}, not {[below['id']]}")
    removed = yield from run.answer(f"{_TERMS}.delete", above["id"], force=True)
    if removed.error is None:
        run.gone(f"{_TERMS}.delete", above["id"])
    read = yield from run.needed(f"{_TERMS}.get", below["id"])
    run.expect(read.body["parent"] == 0, f"without it, the one below is under {read.body['parent']}", "/parent")


def _downloads(run: Run) -> Steps[None]:
    """Who has bought nothing may download nothing."""
    buyer = yield from customer(run)
    listed = yield from run.needed("customers.downloads.list", buyer["id"])
    run.expect(listed.body == [], f"a new customer has {len(listed.body)} downloads")
    codes = run.codes("customers.downloads.list", 404)
    yield from run.refused(codes, "customers.downloads.list", NOBODY)


def _hook(run: Run) -> Steps[Json]:
    """A webhook for what never happens, to an address that cannot be."""
    never, nowhere = "action.woocommerce_woospec_never", f"https://woospec.invalid/{run.mark}"
    hook: Json = yield from made(run, "webhooks", name=run.mark, topic=never, delivery_url=nowhere)
    return hook


def _topics(run: Run) -> Steps[None]:
    """A topic is a resource and an event; one that the shop does not know is refused. Paused, it sends nothing."""
    hook = yield from _hook(run)
    run.same({"resource": "action", "event": "woocommerce_woospec_never", "hooks": ["woocommerce_woospec_never"]}, hook)
    yield from run.needed("webhooks.update", hook["id"], status="paused")
    changed = yield from run.needed("webhooks.update", hook["id"], topic="coupon.updated")
    run.same({"status": "paused", "resource": "coupon", "event": "updated"}, changed.body)
    code = "woocommerce_rest_shop_webhook_invalid_topic"
    yield from run.refused(code, "webhooks.update", hook["id"], topic=f"no.{run.mark}")


def _deliveries(run: Run) -> Steps[None]:
    """There are none, however often something was sent."""
    hook = yield from _hook(run)
    listed = yield from run.needed("webhooks.deliveries.list", hook["id"])
    run.expect(listed.body == [], f"{len(listed.body)} deliveries are kept")
    run.always_refused("webhooks.deliveries.get", _NONE_KEPT)
    codes = run.codes("webhooks.deliveries.get", 404)
    yield from run.refused(codes, "webhooks.deliveries.get", hook["id"], 1)
