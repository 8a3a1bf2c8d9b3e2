"""Writing: what is absent, cleared and set; money and moments; saving what was changed and nothing else."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bars
from fake_store import Session, ok
from wooclient import CLEAR, fixtures, operations, to_wire
from wooclient._runtime.inputs import arguments
from wooclient._runtime.models import remember
from wooclient._runtime.writing import changes
from wooclient.v3 import Product

PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
BY_ID = {o.id: o for o in operations("v3")}
Make = Callable[..., Session]


@pytest.fixture
def session(sessions: Make) -> Make:
    def make(record: dict[str, Any], **options: Any) -> Session:
        def answer(request: httpx.Request) -> httpx.Response:
            sent = json.loads(request.content) if request.content else {}
            return ok({**record, **{k: v for k, v in sent.items() if k in ("name", "description")}})

        return sessions(answer, **options)

    return make


def sent(operation: str, **fields: Any) -> dict[str, Any]:
    """The JSON that keyword arguments become."""
    return arguments(BY_ID[operation].body_type(), fields, operation)


def read(operation: str, record: dict[str, Any]) -> Any:
    """A model as the client reads it, so that changes can be told."""
    body = json.dumps(record).encode()
    model = BY_ID[operation].decode(body)
    remember(model, body, ())
    return model


# absent, cleared, set


def test_absent_is_absent_and_none_is_null() -> None:
    assert sent("products.update", name="x", low_stock_amount=None) == {"name": "x", "low_stock_amount": None}


@pytest.mark.parametrize(
    ("operation", "field", "empty"),
    [
        ("products.update", "sale_price", ""),
        ("products.update", "date_on_sale_from", ""),
        ("products.update", "low_stock_amount", None),
        ("products.update", "upsell_ids", []),
        ("products.update", "images", []),
        ("products.update", "parent_id", 0),
        ("products.update", "download_limit", -1),
        ("products.categories.update", "image", {}),
        ("coupons.update", "minimum_amount", "0"),
        ("coupons.update", "usage_limit", 0),
    ],
)
def test_clear_sends_what_empties_that_field(operation: str, field: str, empty: Any) -> None:
    assert sent(operation, **{field: CLEAR}) == {field: empty}


@pytest.mark.parametrize(
    ("operation", "fields", "lacking"),
    [
        ("products.categories.create", {"slug": "cups"}, "name"),
        ("coupons.create", {}, "code"),
        ("products.reviews.create", {"product_id": 1}, "review, reviewer, reviewer_email"),
    ],
)
def test_a_required_field_that_lacks_is_told_before_anything_is_sent(
    operation: str, fields: dict[str, Any], lacking: str
) -> None:
    with pytest.raises(TypeError, match=rf"{operation} needs {lacking}$"):
        sent(operation, **fields)


def test_every_field_that_says_how_it_is_cleared_takes_clear() -> None:
    from wooclient._runtime.inputs import clears, hints_of, required_keys

    kinds = {o.body_type() for o in BY_ID.values() if o.body}
    cleared = [(k, name) for k in kinds for name, hint in hints_of(k).items() if clears(hint)]
    bars.least("fields that can be cleared", len(cleared))
    for kind, name in cleared:
        missing = {required: 1 for required in required_keys(kind) if required != name}
        assert name in arguments(kind, {name: CLEAR, **missing}, "x")


def test_clear_reaches_nested_fields_and_batches() -> None:
    assert sent("products.update", dimensions={"length": CLEAR, "width": "2"}) == {
        "dimensions": {"length": "", "width": "2"}
    }
    assert sent("products.batch", update=[{"id": 1, "sku": CLEAR}]) == {"update": [{"id": 1, "sku": ""}]}


@pytest.mark.parametrize("fields", [{"featured": CLEAR}, {"extra": {"x": CLEAR}}, {"meta_data": CLEAR}])
def test_clear_is_refused_where_nothing_empties_the_field(fields: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"cannot be cleared|CLEAR"):
        sent("products.update", **fields)


def test_clear_is_one_of_a_kind() -> None:
    assert repr(CLEAR) == "CLEAR"
    assert pickle.loads(pickle.dumps(CLEAR)) is CLEAR
    assert copy.deepcopy(CLEAR) is CLEAR


# money and moments


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (Decimal("19.90"), "19.90"),
        ("19.90", "19.90"),
        (19, "19"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
    ],
)
def test_money_goes_as_plain_text(given: Any, text: str) -> None:
    assert sent("products.update", regular_price=given) == {"regular_price": text}


@pytest.mark.parametrize("given", [19.9, float("nan"), True, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_exact_money_is_refused(given: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="regular_price is"):
        sent("products.update", regular_price=given)


@pytest.mark.parametrize(
    "where", [{"fee_lines": [{"total": 0.1}]}, {"line_items": [{"total": 0.1}]}, {"shipping_lines": [{"total": 0.1}]}]
)
def test_floats_are_refused_in_lines_too(where: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="float"):
        sent("orders.update", **where)


FAR = datetime(2026, 3, 1, 10, 0, 0, 5, timezone(timedelta(hours=5)))
NAIVE = datetime(2026, 3, 1, 10)


@pytest.mark.parametrize(
    ("field", "moment", "text"),
    [
        ("date_on_sale_from", FAR, "2026-03-01T05:00:00Z"),
        ("date_on_sale_from", NAIVE, "2026-03-01T10:00:00"),
        ("date_on_sale_from_gmt", FAR, "2026-03-01T05:00:00"),
        ("date_on_sale_from_gmt", NAIVE, "2026-03-01T10:00:00"),
    ],
)
def test_moments_go_in_the_form_that_their_field_reads(field: str, moment: datetime, text: str) -> None:
    # Seen on a real store: offsets are honoured in shop-time fields, and taken off unread in _gmt fields.
    assert sent("products.update", **{field: moment}) == {field: text}


def test_moments_in_filters_lose_their_offset_only_beside_dates_are_gmt() -> None:
    kind = BY_ID["products.list"].query_type()
    assert arguments(kind, {"after": FAR}, "x") == {"after": "2026-03-01T05:00:00Z"}
    assert arguments(kind, {"after": FAR, "dates_are_gmt": True}, "x") == {
        "after": "2026-03-01T05:00:00",
        "dates_are_gmt": True,
    }


# saving


def test_saving_sends_only_what_was_changed(session: Make) -> None:
    shop = session(PRODUCT)
    product = shop.wait(shop.woo.products.get(PRODUCT["id"]))
    product.name = "New"
    saved = shop.wait(shop.woo.products.save(product))
    assert shop.bodies == [{"name": "New"}]
    assert (shop.requests[-1].method, shop.requests[-1].url.path) == ("PUT", f"/wp-json/wc/v3/products/{PRODUCT['id']}")
    saved.description = "Again"
    shop.wait(shop.woo.products.save(saved))
    assert shop.bodies[1:] == [{"description": "Again"}]


def test_saving_an_unchanged_model_sends_nothing(session: Make) -> None:
    shop = session(PRODUCT)
    product = shop.wait(shop.woo.products.get(1))
    assert shop.wait(shop.woo.products.save(product)) is product
    assert len(shop.requests) == 1


def test_items_of_pages_can_be_saved(session: Make) -> None:
    shop = session(PRODUCT)
    shop.answer = lambda r: ok(
        [{**PRODUCT, "id": 5}, {**PRODUCT, "id": 6}] if r.method == "GET" else {**PRODUCT, "id": 6}
    )
    page = shop.wait(shop.woo.products.list())
    page[1].name = "Six"
    shop.wait(shop.woo.products.save(page[1]))
    assert shop.requests[-1].url.path.endswith("/products/6")
    assert shop.bodies == [{"name": "Six"}]


def test_variations_are_saved_below_their_product(session: Make) -> None:
    variation = fixtures.load("v3", "products.variations.get")
    shop = session(variation)
    one = shop.wait(shop.woo.products.variations.get(7, 8))
    one.sku = "new"
    shop.wait(shop.woo.products.variations.save(7, one))
    assert shop.requests[-1].url.path.endswith(f"/products/7/variations/{variation['id']}")


def test_a_model_that_no_store_sent_cannot_be_saved(session: Make) -> None:
    shop = session(PRODUCT)
    with pytest.raises(TypeError, match="not read from a store"):
        shop.wait(shop.woo.products.save(Product.model_construct(id=1, name="x")))


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda p: p.model_copy(), lambda p: p.model_copy(deep=True)]
)
def test_copies_can_be_saved(copied: Callable[[Any], Any]) -> None:
    product = copied(read("products.get", PRODUCT))
    product.name = "n"
    assert changes(BY_ID["products.update"], product) == {"name": "n"}


def test_a_field_that_only_the_store_sets_is_not_sent_but_named() -> None:
    product = read("products.get", PRODUCT)
    product.total_sales = 5
    with pytest.raises(TypeError, match=r"Product\.total_sales"):
        changes(BY_ID["products.update"], product)


def test_fields_of_plugins_are_sent_when_changed() -> None:
    product = read("products.get", {**PRODUCT, "x_label": "a", "x_box": {"a": 1}})
    product.x_label = "b"
    assert changes(BY_ID["products.update"], product) == {"extra": {"x_label": "b"}}
    assert sent("products.update", **changes(BY_ID["products.update"], product)) == {"x_label": "b"}


def edited(edit: Callable[[Any], Any], record: dict[str, Any] = PRODUCT, of: str = "products") -> dict[str, Any]:
    """The body that saving sends after `edit`."""
    model = read(f"{of}.get", record)
    edit(model)
    return sent(f"{of}.update", **changes(BY_ID[f"{of}.update"], model))


def put(**fields: Any) -> Callable[[Any], None]:
    def edit(model: Any) -> None:
        for name, value in fields.items():
            setattr(model, name, value)

    return edit


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({"regular_price": Decimal("1.50")}, {"regular_price": "1.50"}),
        ({"regular_price": None}, {"regular_price": ""}),
        ({"date_on_sale_from": None}, {"date_on_sale_from": ""}),
        ({"date_on_sale_from": FAR}, {"date_on_sale_from": "2026-03-01T05:00:00Z"}),
        ({"date_on_sale_from_gmt": FAR}, {"date_on_sale_from_gmt": "2026-03-01T05:00:00"}),
        (
            {"date_on_sale_from_gmt": datetime(2026, 3, 1, 5, tzinfo=UTC)},
            {"date_on_sale_from_gmt": "2026-03-01T05:00:00"},
        ),
        ({"sku": CLEAR}, {"sku": ""}),
        ({"upsell_ids": [1, 2]}, {"upsell_ids": [1, 2]}),
    ],
)
def test_assigned_values_go_in_the_form_of_their_field(fields: dict[str, Any], body: dict[str, Any]) -> None:
    record = {**PRODUCT, "date_on_sale_from": "2026-01-01T00:00:00", "sku": "S", "regular_price": "3"}
    assert edited(put(**fields), record) == body


def test_an_assigned_float_is_refused_as_money() -> None:
    with pytest.raises(TypeError, match="float"):
        edited(put(regular_price=0.1))


def test_objects_send_only_their_changed_keys() -> None:
    assert edited(lambda o: setattr(o.billing, "first_name", "Zoë"), ORDER, "orders") == {
        "billing": {"first_name": "Zoë"}
    }
    assert edited(lambda p: setattr(p.dimensions, "length", Decimal(9))) == {"dimensions": {"length": "9"}}


META = [
    {"id": 1, "key": "a", "value": "1"},
    {"id": 2, "key": "_plugin", "value": {"deep": [1]}},
    {"id": 3, "key": "b", "value": "3"},
]


@pytest.mark.parametrize(
    ("edit", "rows"),
    [
        (lambda p: setattr(p.meta_data[0], "value", "new"), [{"id": 1, "key": "a", "value": "new"}]),
        (lambda p: p.meta_data.pop(2), [{"id": 3, "key": "b", "value": None}]),
        (lambda p: p.meta_data.append({"key": "c", "value": [1]}), [{"key": "c", "value": [1]}]),
        (lambda p: p.meta_data[1].value["deep"].append(2), [{"id": 2, "key": "_plugin", "value": {"deep": [1, 2]}}]),
    ],
)
def test_only_touched_custom_fields_are_sent(edit: Callable[[Any], Any], rows: list[Any]) -> None:
    assert edited(edit, {**PRODUCT, "meta_data": META}) == {"meta_data": rows}


def test_lines_of_an_order_are_changed_added_and_removed_by_id() -> None:
    line = ORDER["line_items"][0]
    record = {**ORDER, "line_items": [{**line, "id": 1}, {**line, "id": 2}, {**line, "id": 3}]}

    def edit(order: Any) -> None:
        order.line_items[0].quantity = 7
        order.line_items[0].meta_data = []
        del order.line_items[1]
        order.line_items.append({"product_id": 5, "quantity": 1})

    rows = edited(edit, record, "orders")["line_items"]
    assert [row.get("id") for row in rows] == [1, None, 2]
    assert rows[0]["quantity"] == 7
    assert rows[1:] == [{"product_id": 5, "quantity": 1}, {"id": 2, "product_id": None}]


def test_an_object_cannot_be_set_to_none() -> None:
    with pytest.raises(TypeError, match=r"Order\.billing was set to None"):
        edited(put(billing=None), ORDER, "orders")


def test_pictures_the_store_has_are_sent_by_id_without_their_address() -> None:
    image = PRODUCT["images"][0]
    record = {
        **PRODUCT,
        "images": [{**image, "id": 1, "src": "https://a/1.png"}, {**image, "id": 2, "src": "https://a/2.png"}],
    }
    rows = edited(lambda p: p.images.append({"src": "https://b/3.png"}), record)["images"]
    assert [(row.get("id"), row.get("src")) for row in rows] == [(1, None), (2, None), (None, "https://b/3.png")]
    rows = edited(lambda p: setattr(p.images[1], "src", "https://b/9.png"), record)["images"]
    assert [(row.get("id"), row.get("src")) for row in rows] == [(1, None), (None, "https://b/9.png")]


def test_the_picture_of_a_category_keeps_its_id_when_its_text_changes() -> None:
    category = fixtures.load("v3", "products.categories.get")
    image = {**PRODUCT["images"][0], "id": 4}
    assert edited(lambda c: setattr(c.image, "alt", "new"), {**category, "image": image}, "products.categories") == {
        "image": {"alt": "new", "id": 4}
    }
    assert edited(put(image=None), {**category, "image": image}, "products.categories") == {"image": {}}


def test_models_can_be_passed_where_dicts_are_and_lose_what_cannot_be_set() -> None:
    order = read("orders.get", ORDER)
    body = sent("orders.create", billing=order.billing, line_items=order.line_items[:1])
    assert body["billing"]["first_name"] == ORDER["billing"]["first_name"]
    assert "taxes" not in body["line_items"][0]


WRITABLE = ["name", "slug", "description", "sku", "featured", "menu_order", "upsell_ids", "regular_price"]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(WRITABLE),
        st.none() | st.text(max_size=5) | st.integers(0, 9) | st.lists(st.integers(), max_size=3),
    )
)
def test_what_is_sent_is_exactly_what_differs(values: dict[str, Any]) -> None:
    product = read("products.get", PRODUCT)
    for name, value in values.items():
        setattr(product, name, value)
    changed = changes(BY_ID["products.update"], product)
    after = to_wire(product)
    assert set(changed) == {name for name in values if json.dumps(after[name]) != json.dumps(PRODUCT[name])}
