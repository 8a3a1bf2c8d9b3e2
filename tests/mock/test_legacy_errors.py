"""What the client makes of the legacy API's refusals, many of which have a misleading status, and of its crashes."""

from __future__ import annotations

import pytest

from fake_store import COLOURS, Session, raw
from mock.talk import read, send
from wooclient import (
    AnswerError,
    AuthenticationError,
    Conflict,
    NotFound,
    NotJsonError,
    PermissionDenied,
    ServerError,
    UnexpectedAnswer,
    WooClient,
)
from wooclient.mock import MockStore

CRASH = b'{"code":"internal_server_error","message":"<p>Critical.</p>","data":{"status":500},"additional_errors":[]}'
PAGE = b"<!DOCTYPE html><html>There has been a critical error on this website.</html>"


def client(store: MockStore, key: str = "", secret: str = "") -> WooClient:
    return WooClient(store.url, key=key or store.key, secret=secret or store.secret, transport=store.transport)


def test_what_is_not_there_to_delete_is_not_found(store: MockStore) -> None:
    legacy = client(store).legacy
    for resource in (legacy.products.tags, legacy.products.categories, legacy.products.shipping_classes, legacy.taxes):
        with pytest.raises(NotFound, match="_cannot_delete_") as caught:
            resource.delete(9999)
        assert (caught.value.status, caught.value.hint) == (401, "")
    with pytest.raises(NotFound, match="_cannot_delete_tax_class"):
        legacy.taxes.classes.delete("none")


def test_every_category_can_be_deleted_even_the_default_one(store: MockStore) -> None:
    woo = client(store)
    number = next(one.id for one in woo.products.categories.iter() if one.slug == "uncategorized")
    assert send(store, "DELETE", f"/wc-api/v3/products/categories/{number}").status == 200
    with pytest.raises(NotFound):
        woo.products.categories.get(number)
    assert woo.products.create(name="Alone").categories == []


def test_a_tax_class_that_exists_is_a_conflict_although_the_status_is_200(store: MockStore) -> None:
    legacy = client(store).legacy
    legacy.taxes.classes.create(name="Clay")
    with pytest.raises(Conflict) as caught:
        legacy.taxes.classes.create(name="Clay")
    assert (caught.value.status, caught.value.code) == (200, "woocommerce_api_tax_class_exists")


def test_a_key_that_is_refused_is_not_taken_for_one_that_never_came(store: MockStore) -> None:
    woo = client(store, secret="cs_" + "0" * 40)
    for create in (woo.products.tags.create, woo.legacy.products.tags.create):
        with pytest.raises(AuthenticationError) as caught:
            create(name="x")
        assert "it may not do this" in caught.value.hint
        assert "saw no key" not in caught.value.hint


def test_a_key_that_may_only_read_is_told_to_be_one(store: MockStore) -> None:
    reader = store.keys.create("read")
    woo = client(store, reader.key, reader.secret)
    for create in (woo.products.tags.create, woo.legacy.products.tags.create):
        with pytest.raises(PermissionDenied) as caught:
            create(name="x")
        assert "This key may only read" in caught.value.hint


def test_the_crash_of_a_refund_is_wordpress_own_error(store: MockStore) -> None:
    answer = send(store, "POST", "/wc-api/v2/orders/201/refunds", {"order_refund": {"amount": "99999"}})
    assert (answer.status, read(answer).keys()) == (500, {"code", "message", "data", "additional_errors"})


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (201, b"", NotJsonError),
        (201, b"null", UnexpectedAnswer),
        (500, CRASH, ServerError),
        (500, PAGE, ServerError),
    ],
)
def test_a_legacy_order_that_was_made_although_the_store_fails(
    colour: str, status: int, body: bytes, kind: type[AnswerError]
) -> None:
    shop = Session(colour, lambda _: raw(body, status))
    with pytest.raises(kind) as caught:
        shop.wait(shop.woo.legacy.orders.create(status="pending"))
    shop.close()
    assert "look for it among the newest orders" in str(caught.value)
    assert ("null" in caught.value.message) is (body == b"null")


def test_another_answer_to_a_legacy_order_is_not_that_fault() -> None:
    shop = Session("sync", lambda _: raw(b'{"product": {}}', 201))
    with pytest.raises(UnexpectedAnswer) as caught:
        shop.woo.legacy.orders.create(status="pending")
    assert caught.value.hint == ""
