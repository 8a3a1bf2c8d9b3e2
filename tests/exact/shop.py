"""A store to write to, the mock one or a real one, with one record of each kind in it that is ours."""

from __future__ import annotations

import json
import os
import secrets
import ssl
from itertools import count
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import httpx

from wooclient import ConfigurationError, WooClient
from wooclient._runtime.operation import Operation
from wooclient.mock import MockStore

Json = dict[str, Any]
_V3 = "wp-json/wc/v3"
_FREE = count(1)
#: Runs against one store that end badly leave records behind; the next one must not trip over their names.
_RUN = secrets.token_hex(3)


def free(word: str) -> str:
    """A word that no other record has."""
    return f"exact-{word}-{_RUN}{next(_FREE)}"


class Answer(NamedTuple):
    """What the store said."""

    status: int
    body: Any


class Shop:
    """A store, a client of it, and the ids of our records by the name that paths have for them."""

    def __init__(self, url: str = "", key: str = "", secret: str = "") -> None:
        self.mock = None if url else MockStore()
        if self.mock is not None:
            url, key, secret = self.mock.url, self.mock.key, self.mock.secret
        carrier: dict[str, Any] = {"transport": self.mock.transport} if self.mock else {"verify": _trusting_all()}
        self.http = httpx.Client(**carrier, timeout=120)
        self.auth, self.url = (key, secret), url.rstrip("/")
        carrier = {"transport": self.mock.transport} if self.mock else {"http_client": self.http}
        self.client = WooClient(url, key=key, secret=secret, **carrier)
        self.ids: dict[str, Any] = {}
        self.made: list[str] = []
        self.requests = self.stock = 0
        try:
            _furnish(self)
        except BaseException:
            self.close()
            raise
        self.zone = self.mock.shop.zone if self.mock else ZoneInfo(os.environ.get("EXACT_ZONE", "UTC"))
        self.image = self.mock.snapshot() if self.mock else b""

    def ask(self, operation: Operation[Any], ids: tuple[Any, ...], given: Any) -> Answer:
        """What an operation of the client answers, as the store sent it; 400 if the client says that it is too old."""
        self.requests += 1
        try:
            _, response = self.client.ask(operation, ids, given)
        except ConfigurationError as error:
            return Answer(400, str(error))
        try:
            body = json.loads(response.body or b"null")
        except ValueError:
            body = None
        return Answer(response.status, body)

    def raw(self, method: str, path: str, body: Any = None, **query: str) -> Any:
        """The answer to a request below wc/v3, written by hand."""
        self.requests += 1
        answer = self.http.request(
            method, f"{self.url}/{_V3}/{path}", json=body, params=query or None, auth=self.auth
        )  # fmt: skip
        return answer.json() if answer.content[:1] in b"[{" else {}

    def make(self, path: str, body: Json, name: str = "") -> Any:
        """Make a record, to be deleted at the end."""
        made = self.raw("POST", path, body)
        number = made.get("id", made.get("slug")) if isinstance(made, dict) else None
        assert number, (path, body, made)
        self.made.append(f"{path}/{number}")
        if name:
            self.ids[name] = number
        return made

    def renew(self) -> None:
        """Everything as it was at the start; real stores stay as they are."""
        if self.mock is not None:
            self.mock.restore(self.image)

    def close(self) -> None:
        """Delete what was made, newest first."""
        if self.mock is None:
            for path in reversed(self.made):
                self.raw("DELETE", path, force="true")
        self.client.close()
        self.http.close()
        if self.mock is not None:
            self.mock.close()


def _trusting_all() -> ssl.SSLContext:
    unchecked = ssl.create_default_context()
    unchecked.check_hostname, unchecked.verify_mode = False, ssl.CERT_NONE
    return unchecked


def _keep_costs(store: MockStore) -> None:
    """Switch on that the store keeps track of what goods cost it."""
    options = store.shop.resource("settings.options")
    switch = {**store.state.all("settings.options")[0], "_parent": "advanced", "value": "yes"}
    options.save({**switch, "id": "woocommerce_feature_cost_of_goods_sold_enabled"})


def _furnish(shop: Shop) -> None:
    make = shop.make
    if shop.mock is not None:
        _keep_costs(shop.mock)
    attribute = make("products/attributes", {"name": free("trait")}, "attribute_id")["id"]
    make(f"products/attributes/{attribute}/terms", {"name": free("term")}, "terms")
    for name in ("categories", "tags", "shipping_classes", *(["brands"] if shop.mock else [])):
        make(f"products/{name}", {"name": free(name)}, name)
    stocked = {"manage_stock": True, "stock_quantity": 1000, "regular_price": "900000", "type": "simple"}
    make("products", {"name": free("product"), **stocked}, "products")
    choice = {"id": attribute, "options": ["a", "b"], "variation": True, "visible": True}
    parent = make("products", {"name": free("parent"), "type": "variable", "attributes": [choice]}, "product_id")["id"]
    chosen = [{"id": attribute, "option": "a"}]
    variation = {"regular_price": "900000", "manage_stock": True, "stock_quantity": 1000, "attributes": chosen}
    make(f"products/{parent}/variations", variation, "variations")
    shop.ids["code"], shop.ids["sku"], shop.ids["email"] = free("code"), free("sku"), f"{free('buyer')}@example.com"
    make("coupons", {"code": shop.ids["code"], "amount": "1", "discount_type": "fixed_cart"}, "coupons")
    make("customers", {"email": shop.ids["email"]}, "customers")
    make("products", {"name": free("product"), "sku": shop.ids["sku"]})
    shop.ids["slug"] = make("taxes/classes", {"name": free("class")})["slug"]
    shop.ids["payment_gateways"] = "bacs"
    line = {"product_id": shop.ids["products"], "quantity": 9}
    make("orders", {"status": "pending", "line_items": [{**line, "total": "9" * 14}]}, "orders")
    paid = make("orders", {"status": "completed", "line_items": [{**line, "total": "900000000"}]}, "order_id")
    shop.ids["attributes"] = attribute
    shop.ids["line"] = paid["line_items"][0]["id"]
    shop.stock = shop.raw("GET", f"products/{shop.ids['products']}")["stock_quantity"]
    back = shop.raw("POST", f"orders/{paid['id']}/refunds", {"amount": "1", "api_refund": False})
    shop.ids["refunds"] = back["id"]
    note = shop.raw("POST", f"orders/{paid['id']}/notes", {"note": free("note")})
    shop.ids["notes"] = note["id"]
    make("taxes", {"country": "XX", "rate": "5"}, "taxes")
    review = {"product_id": parent, "review": free("review"), "reviewer": "A", "reviewer_email": "a@example.com"}
    make("products/reviews", {**review, "rating": 5}, "reviews")
    make("webhooks", {"topic": "order.created", "delivery_url": "https://hooks.example/x"}, "webhooks")
    zone = make("shipping/zones", {"name": free("zone")}, "zone_id")["id"]
    shop.ids["zones"] = zone
    method = shop.raw("POST", f"shipping/zones/{zone}/methods", {"method_id": "flat_rate"})
    shop.ids["instance_id"] = method["instance_id"]
