"""Reading answers: whatever a store puts around, or in place of, its JSON."""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fake_store import Session, ok, raw
from wooclient import NotJsonError, UnexpectedAnswer, fixtures, operations, to_wire
from wooclient._runtime.reading import without_bom
from wooclient._runtime.salvage import salvaged

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
BYTES = json.dumps(PRODUCT).encode()
WARNING = b"<br />\n<b>Warning</b>:  Undefined array key [0] in {closure} <b>x.php</b> on line <b>9</b><br />\n"
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(response: Any, **options: Any) -> Session:
        return sessions(lambda _: response, **options)

    return make


def with_field(**fields: Any) -> bytes:
    return json.dumps({**PRODUCT, **fields}).encode()


def failing(session: Session) -> NotJsonError:
    with pytest.raises(NotJsonError) as caught:
        session.wait(session.woo.products.get(1))
    return caught.value


@pytest.mark.parametrize("marks", [1, 2])
def test_byte_order_marks_are_dropped(session: Make, marks: int) -> None:
    shop = session(raw(b"\xef\xbb\xbf" * marks + BYTES))
    assert to_wire(shop.wait(shop.woo.products.get(1))) == PRODUCT


@pytest.mark.parametrize("kind", ["text/html", "text/plain", ""])
def test_json_is_read_whatever_it_is_called(session: Make, kind: str) -> None:
    shop = session(raw(BYTES, content_type=kind))
    assert shop.wait(shop.woo.products.get(1)).id == PRODUCT["id"]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        (b"", "nothing"),
        (b" \n", "nothing"),
        (BYTES[:-9], "breaks off"),
        (WARNING + BYTES, "salvage=True"),
        (b"<br />\n<b>Fatal error</b>:  Allowed memory size exhausted", "error log"),
        (b"Deprecated: Function x() is deprecated in y.php\n" + BYTES, "WP_DEBUG_DISPLAY"),
        (b"<!DOCTYPE html><title>Just a moment...</title>", "Cloudflare"),
        (b"<html><h1>Sucuri WebSite Firewall</h1>", "Sucuri"),
        (b"<html>Your access to this site has been limited - Wordfence", "Wordfence"),
        (b"<!doctype html><html><body>My shop</body></html>", "Permalinks"),
        (b"<html>There has been a critical error on this website.</html>", "plugin or theme"),
        (gzip.compress(BYTES), "content-encoding"),
        (b"[" * 100_000, "breaks off"),
    ],
)
def test_what_is_no_json_gives_a_hint_at_the_cause(session: Make, body: bytes, hint: str) -> None:
    error = failing(session(raw(body, content_type="text/html; charset=UTF-8")))
    assert hint in error.hint
    assert hint in str(error)
    assert (error.status, error.content_type) == (200, "text/html; charset=UTF-8")
    assert len(error.excerpt) <= 200
    assert error.body == body
    copy = pickle.loads(pickle.dumps(error))
    assert (str(copy), copy.hint, copy.excerpt) == (str(error), error.hint, error.excerpt)


def test_a_write_with_an_empty_answer_says_that_it_may_have_been_done(session: Make) -> None:
    shop = session(raw(b"", 201))
    with pytest.raises(NotJsonError, match="look before you send it again"):
        shop.wait(shop.woo.products.create(name="x"))


def test_salvage_reads_json_between_noise_only_when_asked(session: Make, caplog: pytest.LogCaptureFixture) -> None:
    noisy = WARNING + BYTES + b"\n<br /><b>Notice</b>: late [1, 2]"
    failing(session(raw(noisy)))
    shop = session(raw(noisy), salvage=True)
    with caplog.at_level(logging.WARNING, "wooclient"):
        product = shop.wait(shop.woo.products.get(1))
    assert to_wire(product) == PRODUCT
    assert "around the JSON" in caplog.text


@pytest.mark.parametrize(
    "body", [WARNING + BYTES[:-1], WARNING, b"<p>[1]</p>" + b"x" * 99, WARNING + b'[{"id": 1}, {"id"']
)
def test_salvage_takes_no_fragment_for_the_answer(session: Make, body: bytes) -> None:
    failing(session(raw(body), salvage=True))


def test_an_odd_value_is_kept_counted_and_logged_once(session: Make, caplog: pytest.LogCaptureFixture) -> None:
    page = json.dumps([{**PRODUCT, "price": 5, "featured": "many"}, {**PRODUCT, "price": 6}, PRODUCT]).encode()
    shop = session(raw(page))
    with caplog.at_level(logging.WARNING, "wooclient.drift"):
        first, second, third = shop.wait(shop.woo.products.list())
    assert (first.price, first.featured, second.price) == (5, "many", 6)
    assert repr(third.price) == "Decimal('48.00')"
    assert shop.woo.drift.counts == {"Product.price": {"number": 2}, "Product.featured": {"string": 1}}
    assert [(o.field, o.seen, o.times) for o in shop.woo.drift][1] == ("Product.price", "number", 2)
    assert len(caplog.records) == 2
    assert "many" not in caplog.text
    assert [to_wire(p) for p in (first, second, third)] == json.loads(page)
    shop.woo.drift.clear()
    assert not shop.woo.drift


@pytest.mark.parametrize(
    ("field", "came"),
    [("id", "7"), ("featured", 1), ("featured", "yes"), ("manage_stock", "yes"), ("stock_quantity", "5"), ("id", 7.0)],
)
def test_what_only_looks_alike_is_no_match(session: Make, field: str, came: Any) -> None:
    shop = session(raw(with_field(**{field: came})))
    product = shop.wait(shop.woo.products.get(1))
    assert repr(getattr(product, field)) == repr(came)
    assert repr(to_wire(product)[field]) == repr(came)
    assert list(shop.woo.drift.counts) == [f"Product.{field}"]


def test_strict_raises_where_lenient_keeps(session: Make) -> None:
    shop = session(raw(with_field(price=5)), strict=True)
    with pytest.raises(UnexpectedAnswer) as caught:
        shop.wait(shop.woo.products.get(1))
    assert any("price" in problem for problem in caught.value.problems)
    assert not shop.woo.drift


@pytest.mark.parametrize("body", [b"null", b"false", b'"no"', b"7", b"[]"])
def test_json_of_another_kind_is_an_error(session: Make, body: bytes) -> None:
    shop = session(raw(body))
    with pytest.raises(UnexpectedAnswer):
        shop.wait(shop.woo.products.get(1))


def test_an_object_in_place_of_a_list_is_an_error(session: Make) -> None:
    shop = session(ok({"id": 1, "name": "y"}))
    with pytest.raises(UnexpectedAnswer):
        shop.wait(shop.woo.products.list())


def test_a_php_list_with_gaps_is_a_list_and_written_back_as_it_came(session: Make) -> None:
    images = {str(i * 2): image for i, image in enumerate(PRODUCT["images"] * 2)}
    shop = session(raw(with_field(images=images, upsell_ids={"1": 5})))
    product = shop.wait(shop.woo.products.get(1))
    assert [image.id for image in product.images] == [image["id"] for image in images.values()]
    assert list(product.upsell_ids) == [5]
    assert to_wire(product) == {**PRODUCT, "images": images, "upsell_ids": {"1": 5}}
    assert "Product.images" in shop.woo.drift
    product.upsell_ids = [1, 2]
    assert to_wire(product)["upsell_ids"] == [1, 2]


def test_a_whole_page_can_come_as_an_object_with_indices(session: Make) -> None:
    shop = session(ok({"1": PRODUCT, "3": {**PRODUCT, "id": 7}}))
    page = shop.wait(shop.woo.products.list())
    assert [product.id for product in page] == [PRODUCT["id"], 7]
    page[1].name = "other"
    shop.answer = lambda _: ok(PRODUCT)
    shop.wait(shop.woo.products.save(page[1]))
    assert shop.bodies == [{"name": "other"}]
    assert shop.requests[-1].url.path.endswith("/7")


def test_a_pickled_model_can_be_saved_and_holds_nothing_of_its_neighbours(session: Make) -> None:
    odd = {**PRODUCT, "price": 5, "name": None, "x_plugin": {"a": 1}, "images": {"2": PRODUCT["images"][0]}}
    shop = session(ok([{**PRODUCT, "id": 8, "name": "n3ighbour"}, odd]))
    product = shop.wait(shop.woo.products.list())[1]
    product.sku = "changed"
    written = pickle.dumps(product)
    assert b"n3ighbour" not in written
    copy = pickle.loads(written)
    assert copy == product
    assert to_wire(copy) == to_wire(product) == {**odd, "sku": "changed"}
    shop.answer = lambda _: ok(PRODUCT)
    shop.wait(shop.woo.products.save(copy))
    assert shop.bodies == [{"sku": "changed"}]
    alone = pickle.loads(pickle.dumps(type(product).model_construct(id=1)))
    with pytest.raises(TypeError, match="not read from a store"):
        shop.wait(shop.woo.products.save(alone))


def test_writing_an_odd_model_out_warns_of_nothing(recwarn: pytest.WarningsRecorder) -> None:
    warnings.simplefilter("ignore", ResourceWarning)  # what other tests left open may be collected just now
    (operation,) = [o for o in operations("v3") if o.id == "products.get"]
    product: Any = operation.decode(with_field(price=["s3cret"], dimensions="s3cret", images=["s3cret"]))
    assert product.model_dump(mode="json")["dimensions"] == "s3cret"
    assert "s3cret" in product.model_dump_json()
    assert [str(one.message) for one in recwarn] == []
    product.model_dump(warnings=True)
    assert recwarn, "who asks for warnings gets them"


def test_repr_is_short_and_hides_what_is_private() -> None:
    (webhook,) = [o for o in operations("v3") if o.id == "webhooks.get"]
    (order,) = [o for o in operations("v3") if o.id == "orders.get"]
    shown = repr(order.decode(fixtures.load("v3", "orders.get")))
    assert shown.startswith("Order(id=")
    assert len(shown) < 300
    assert "@" not in shown
    assert "secret" not in repr(webhook.decode({**fixtures.load("v3", "webhooks.get"), "secret": "s3cret"}))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["0", "7", "-1", "1.5", "yes", "true", "on", "", "null", 0, 1, 1.0]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(sorted(PRODUCT)), JSON, max_size=6),
    st.dictionaries(st.text(max_size=8), JSON, max_size=2),
)
def test_any_json_in_any_field_survives_decode_and_encode(odd: dict[str, Any], more: dict[str, Any]) -> None:
    (operation,) = [o for o in operations("v3") if o.id == "products.get"]
    body = {**PRODUCT, **{f"x_{name}": value for name, value in more.items()}, **odd}
    back = operation.encode(operation.decode(json.dumps(body).encode()))
    assert json.dumps(back, sort_keys=True) == json.dumps(body, sort_keys=True), "1, 1.0 and true are three things"


NOISE = [b"\xef\xbb\xbf", b" ", b"<b>[0]</b>: {x}\n", b"Notice: a[1]\n", b"\xff"]


@given(st.lists(st.sampled_from(NOISE), max_size=9), JSON)
def test_a_whole_answer_behind_noise_is_read_as_it_is(noise: list[bytes], value: Any) -> None:
    body = json.dumps({"id": 1, "value": value, "padding": "x" * 200}).encode()
    assert salvaged(without_bom(b"".join(noise)) + body, lambda value: "padding" in value) == body
