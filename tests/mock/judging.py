"""What clients of others must be able to do with a store: the same exercise for each, over its own requests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Json = dict[str, Any]


class Said(NamedTuple):
    """What a client heard."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> tuple[int, str]:
        """Status and error code."""
        return self.status, self.body.get("code", "")


#: Method, endpoint, body, parameters.
Ask = Callable[[str, str, Any, Json], Said]


@dataclass(frozen=True)
class Thing:
    """A resource to be judged."""

    path: str
    create: Json
    #: A query that finds only what was created, and one that does not.
    finds: Json
    misses: Json
    #: A body that is refused, and how.
    bad: Json
    refusal: str
    missing: str
    update: Json = field(default_factory=dict[str, Any])
    #: Created again, the very same is refused with this.
    twice: str = ""
    trash: bool = False
    #: Of a batch: fields of the two that it creates.
    others: tuple[Json, ...] = ()
    #: Something to be created first; its number goes into the path.
    first: tuple[str, Json] | None = None
    #: Refunds are deleted for good whether forced or not.
    at_once: bool = False


JUDGED = {
    "name": "Jug for a judge",
    "regular_price": "21.99",
    "sku": "judge-1",
    "description": "Grès émaillé — 1,5 l",
}
ADDRESS = {"first_name": "Ida", "last_name": "Judgesson", "country": "NO", "city": "Oslo", "email": "ida@judge.example"}
ORDER = {"status": "processing", "billing": ADDRESS, "line_items": [{"product_id": 101, "quantity": 2}]}
HOOK = {
    "name": "Judged",
    "topic": "coupon.created",
    "delivery_url": "https://receiver.example/in",
}

THINGS = {
    "products": Thing(
        "products", JUDGED, {"sku": "judge-1"}, {"sku": "judge-none"}, {"type": "bogus"}, "rest_invalid_param",
        "woocommerce_rest_product_invalid_id", {"regular_price": "24.50", "featured": True}, "product_invalid_sku",
        True, ({"name": "One"}, {"name": "Two"}),
    ),
    "variations": Thing(
        "products/102/variations", {"regular_price": "9.00", "sku": "judge-v"}, {"sku": "judge-v"}, {"sku": "none"},
        {"status": "bogus"}, "rest_invalid_param", "woocommerce_rest_product_variation_invalid_id",
        {"regular_price": "8.00", "description": "<p>Small</p>\n"}, "product_invalid_sku", True,
        ({"regular_price": "1.00"}, {"regular_price": "2.00"}),
    ),
    "categories": Thing(
        "products/categories", {"name": "Judged jugs", "description": "x"}, {"search": "judged"}, {"slug": "none"},
        {}, "rest_missing_callback_param", "woocommerce_rest_term_invalid", {"name": "Jugs, judged"}, "term_exists",
        False, ({"name": "J1"}, {"name": "J2"}),
    ),
    "customers": Thing(
        "customers", {"email": "ida@judge.example", "first_name": "Ida"}, {"email": "ida@judge.example"},
        {"email": "nobody@judge.example"}, {"email": "not one"}, "customer_invalid_email",
        "wc_user_invalid_id", {"last_name": "Judgesson"}, "registration-error-email-exists", False,
        ({"email": "a@judge.example"}, {"email": "b@judge.example"}),
    ),
    "coupons": Thing(
        "coupons", {"code": "judge10", "amount": "10.00", "discount_type": "percent"}, {"code": "judge10"},
        {"code": "judge-none"}, {"code": "x-judge", "discount_type": "bogus"}, "rest_invalid_param",
        "woocommerce_rest_shop_coupon_invalid_id", {"amount": "12.50"}, "woocommerce_rest_coupon_code_already_exists",
        True, ({"code": "judge-a"}, {"code": "judge-b"}),
    ),
    "orders": Thing(
        "orders", ORDER, {"search": "Judgesson"}, {"search": "Nobodysson"}, {"status": "bogus"}, "rest_invalid_param",
        "woocommerce_rest_shop_order_invalid_id", {"status": "completed", "customer_note": "Ring twice"}, "", True,
        ({"status": "pending"}, {"status": "on-hold"}),
    ),
    "refunds": Thing(
        "orders/{}/refunds", {"amount": "3.00", "reason": "Chipped", "api_refund": False}, {}, {},
        {"amount": "9999.00", "api_refund": False}, "woocommerce_rest_cannot_create_order_refund",
        "woocommerce_rest_shop_order_refund_invalid_id", at_once=True, first=("orders", ORDER),
    ),
    "taxes": Thing(
        "taxes", {"country": "NO", "rate": "25.0000", "name": "MVA", "class": "zero-rate"}, {"class": "zero-rate"},
        {"page": 9}, {"class": "bogus"}, "rest_invalid_param", "woocommerce_rest_invalid_id",
        {"rate": "15.0000", "compound": True}, "", False, ({"rate": "1.0000"}, {"rate": "2.0000"}),
    ),
    "webhooks": Thing(
        "webhooks", HOOK, {"search": "Judged", "status": "active"}, {"search": "Nothing"},
        {**HOOK, "topic": "bogus"}, "woocommerce_rest_shop_webhook_invalid_topic",
        "woocommerce_rest_shop_webhook_invalid_id", {"name": "Judged twice", "status": "paused"}, "", False,
        (HOOK, {**HOOK, "name": "J"}),
    ),
}  # fmt: skip


def holds(found: Any, wanted: Any) -> bool:
    """Whether an answer has what was asked for; more does not matter."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(holds(found.get(name), value) for name, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(found, list) and len(found) == len(wanted) and all(map(holds, found, wanted))
    return bool(found == wanted)


def exercise(ask: Ask, thing: Thing) -> None:
    """Create, read, list, update, batch, delete, and the refusals on the way."""
    path = thing.path
    parent = None
    if thing.first is not None:
        made = ask("POST", thing.first[0], thing.first[1], {})
        assert made.status == 201, made
        parent = f"{thing.first[0]}/{made.body['id']}"
        path = path.format(made.body["id"])
    made = ask("POST", path, thing.create, {})
    assert made.status == 201, made
    # What only tells how to create something does not come back.
    create = {name: value for name, value in thing.create.items() if name != "api_refund"}
    assert holds(made.body, create), made.body
    one = f"{path}/{made.body['id']}"
    assert ask("GET", one, None, {}).body["id"] == made.body["id"]
    _lists(ask, thing, path, made.body["id"])
    if thing.twice:
        assert ask("POST", path, thing.create, {}).code[1] == thing.twice
    if thing.update:
        changed = ask("PUT", one, thing.update, {})
        assert (changed.status, holds(changed.body, {**thing.create, **thing.update})) == (200, True), changed
        assert holds(ask("GET", one, None, {}).body, thing.update)
    refused = ask("POST", path, thing.bad, {})
    assert refused.code == (_status(thing.refusal), thing.refusal), refused
    if thing.others:
        _batches(ask, thing, path)
    _deletes(ask, thing, one)
    if parent is not None:
        assert ask("DELETE", parent, None, {"force": "true"}).status == 200


def _status(refusal: str) -> int:
    return 500 if refusal == "woocommerce_rest_cannot_create_order_refund" else 400


def _lists(ask: Ask, thing: Thing, path: str, number: int) -> None:
    if thing.first is None:
        hits = ask("GET", path, None, {**thing.finds, "per_page": 5})
        assert [item["id"] for item in hits.body] == [number], hits
        assert (hits.headers["x-wp-total"], hits.headers["x-wp-totalpages"]) == ("1", "1")
        assert ask("GET", path, None, thing.misses).body == []
        page = ask("GET", path, None, {"per_page": 1, "page": 2})
        assert len(page.body) == 1
        assert 'rel="prev"' in page.headers["link"]
    else:
        assert number in [item["id"] for item in ask("GET", path, None, {}).body]
    wrong = ask("GET", path, None, {"per_page": 1000})
    assert (wrong.code, list(wrong.body["data"]["params"])) == ((400, "rest_invalid_param"), ["per_page"])


def _batches(ask: Ask, thing: Thing, path: str) -> None:
    made = ask("POST", f"{path}/batch", {"create": list(thing.others)}, {})
    assert made.status == 200, made
    assert [holds(*pair) for pair in zip(made.body["create"], thing.others, strict=True)] == [True, True], made.body
    first, second = (item["id"] for item in made.body["create"])
    change = {"update": [{**thing.update, "id": first}], "delete": [second, 999_999]}
    done = ask("POST", f"{path}/batch", change, {}).body
    assert holds(done["update"][0], {**thing.update, "id": first}), done
    assert done["delete"][0]["id"] == second
    assert done["delete"][1]["error"]["code"] == thing.missing
    assert ask("GET", f"{path}/{second}", None, {}).code == (404, thing.missing)
    assert ask("DELETE", f"{path}/{first}", None, {"force": "true"}).status == 200


def _deletes(ask: Ask, thing: Thing, one: str) -> None:
    gentle = ask("DELETE", one, None, {})
    if thing.trash:
        assert (gentle.status, ask("GET", one, None, {}).body["status"]) == (200, "trash"), gentle
    elif not thing.at_once:
        assert gentle.code == (501, "woocommerce_rest_trash_not_supported")
    assert thing.at_once or ask("DELETE", one, None, {"force": "true"}).status == 200
    assert ask("GET", one, None, {}).code == (404, thing.missing)
    again = ask("DELETE", one, None, {"force": "true"})
    # Tax rates that are not there answer 400 when they are to be deleted.
    assert again.code == (400 if thing.path == "taxes" else 404, thing.missing)


def exercise_settings(ask: Ask) -> None:
    """Settings are there already: read, change one, change some, and back."""
    assert "general" in [group["id"] for group in ask("GET", "settings", None, {}).body]
    one = "settings/general/woocommerce_store_city"
    before = ask("GET", one, None, {}).body["value"]
    assert ask("PUT", one, {"value": "Judgeville"}, {}).body["value"] == "Judgeville"
    assert ask("GET", one, None, {}).body["value"] == "Judgeville"
    back = {"update": [{"id": "woocommerce_store_city", "value": before}, {"id": "bogus", "value": "x"}]}
    done = ask("POST", "settings/general/batch", back, {}).body["update"]
    assert done[0]["value"] == before
    assert done[1]["error"]["code"] == "rest_setting_setting_invalid"
    currency = ask("PUT", "settings/general/woocommerce_currency", {"value": "bogus"}, {})
    assert currency.code == (400, "rest_setting_value_invalid")
    assert ask("GET", "settings/bogus", None, {}).code == (404, "rest_setting_setting_group_invalid")
    assert ask("GET", "settings/general/bogus", None, {}).code == (404, "rest_setting_setting_invalid")


def exercise_oddities(ask: Ask) -> None:
    """Letters that need escaping, lists, and paths that are not there."""
    made = ask("POST", "products", {"name": "Tea & “Milk” + 100% ünï 茶 ~*'()"}, {})
    hits = ask("GET", "products", None, {"search": "& “Milk” + 100% ünï 茶 ~*'()"})
    assert [item["id"] for item in hits.body] == [made.body["id"]]
    assert ask("DELETE", f"products/{made.body['id']}", None, {"force": "true"}).status == 200
    some = ask("GET", "products", None, {"include": "101,102", "orderby": "id", "order": "asc", "_fields": "id,name"})
    assert [sorted(item) for item in some.body] == [["id", "name"]] * 2
    assert [item["id"] for item in some.body] == [101, 102]
    assert ask("GET", "bogus", None, {}).code == (404, "rest_no_route")
    assert ask("OPTIONS", "products", None, {}).body["namespace"] == "wc/v3"
