"""What `save` sends where a naive difference would lose, repeat or misname something."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypedDict

import pytest

from wooclient import WooClient, fixtures, operations
from wooclient._runtime.inputs import arguments
from wooclient._runtime.models import remember
from wooclient._runtime.writing import _value, changes
from wooclient.mock import MockStore

BY_ID = {o.id: o for o in operations("v3")}
PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
ORDER: dict[str, Any] = fixtures.load("v3", "orders.get")
VARIATION: dict[str, Any] = fixtures.load("v3", "products.variations.get")
GATEWAY: dict[str, Any] = fixtures.load("v3", "payment_gateways.get")
PICTURES = [{**PRODUCT["images"][0], "id": 5, "src": "https://s/5.jpg"}, {**PRODUCT["images"][0], "id": 6}]
Edit = Callable[[Any], Any]


def read(name: str, record: dict[str, Any]) -> Any:
    body = json.dumps(record).encode()
    model = BY_ID[f"{name}.get"].decode(body)
    remember(model, body, ())
    return model


def sent(name: str, record: dict[str, Any], edit: Edit) -> dict[str, Any]:
    """The body that saves a record after an edit."""
    model = read(name, record)
    edit(model)
    update = BY_ID[f"{name}.update"]
    return arguments(update.body_type(), changes(update, model), "x")


def put(path: str, value: Any) -> Edit:
    """An edit that assigns `value` to what `path` names: `billing.city`, `tags.0.name`."""

    def edit(model: Any) -> None:
        *steps, last = path.split(".")
        for step in steps:
            model = model[int(step)] if step.isdigit() else getattr(model, step, None) or model[step]
        if last.isdigit():
            model[int(last)] = value
        else:
            setattr(model, last, value)

    return edit


def add(field: str, row: dict[str, Any]) -> Edit:
    return lambda model: getattr(model, field).append(row)


META = [{"id": 1, "key": "k", "value": 0}, {"id": 2, "key": "l", "value": [1]}]


@pytest.mark.parametrize(
    ("edit", "rows"),
    [
        # Without its value, a renamed field would be deleted.
        (put("meta_data.0.key", "renamed"), [{"id": 1, "key": "renamed", "value": 0}]),
        # To the store these are "" and "0", "1" and 1.
        (put("meta_data.0.value", False), [{"id": 1, "key": "k", "value": False}]),
        (put("meta_data.1.value", [True]), [{"id": 2, "key": "l", "value": [True]}]),
    ],
)
def test_custom_fields(edit: Edit, rows: list[Any]) -> None:
    assert sent("products", {**PRODUCT, "meta_data": META}, edit) == {"meta_data": rows}


TAGS = [{"id": 31, "name": "Handmade", "slug": "handmade"}, {"id": 32, "name": "Gift", "slug": "gift"}]


def test_tags_go_by_their_ids_alone() -> None:
    """Of both, the store looks at the name first, and makes another tag if that one was renamed meanwhile."""
    record = {**PRODUCT, "tags": TAGS}
    assert sent("products", record, add("tags", {"id": 7})) == {"tags": [{"id": 31}, {"id": 32}, {"id": 7}]}
    assert sent("products", record, add("tags", {"name": "New"}))["tags"][2] == {"name": "New"}
    assert sent("products", record, put("tags.0.id", 9)) == {"tags": [{"id": 9}, {"id": 32}]}


@pytest.mark.parametrize("field", ["tags", "categories"])
def test_what_is_only_named_here_is_not_renamed_here(field: str) -> None:
    with pytest.raises(TypeError, match=rf"Product\.{field}: item \d+ was changed, but it is only named here"):
        sent("products", {**PRODUCT, field: TAGS}, put(f"{field}.0.name", "Other"))


@pytest.mark.parametrize(
    ("name", "record", "edit", "message"),
    [
        (
            "orders",
            ORDER,
            add("line_items", {"product_id": 1, "quantiy": 5}),
            "quantiy is new here; did you mean quantity",
        ),
        ("products", PRODUCT, put("stock_quantiy", 5), "stock_quantiy is new here; did you mean stock_quantity"),
        ("products", PRODUCT, put("stock_qty", 5), "stock_qty is new here; did you mean stock_quantity"),
        ("products", PRODUCT, put("dimensions.lenght", "5"), "lenght is new here; did you mean length"),
        ("payment_gateways", GATEWAY, put("settings.title.label", "N"), "title was changed, but only its value can be"),
    ],
)
def test_what_would_be_dropped_or_ignored_is_refused(name: str, record: Any, edit: Edit, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        sent(name, record, edit)


def test_fields_of_plugins_inside_of_things_are_sent() -> None:
    assert sent("orders", ORDER, put("billing.vat_number", "X")) == {"billing": {"vat_number": "X"}}
    swatch = {**PRODUCT, "attributes": [{**PRODUCT["attributes"][0], "swatch": "red"}]}
    assert sent("products", swatch, put("attributes.0.visible", False))["attributes"][0]["swatch"] == "red"


def test_settings_are_written_as_their_values() -> None:
    assert sent("payment_gateways", GATEWAY, put("settings.title.value", "N")) == {"settings": {"title": "N"}}


def test_another_picture_goes_by_its_id_and_a_new_address_without() -> None:
    record = {**VARIATION, "image": PICTURES[0]}
    other = read("products", {**PRODUCT, "images": PICTURES}).images[1]
    assert sent("products.variations", record, put("image", other))["image"]["id"] == 6
    assert "src" not in sent("products.variations", record, put("image", other))["image"]
    assert sent("products.variations", record, put("image.src", "https://new/pic.jpg")) == {
        "image": {"src": "https://new/pic.jpg"}
    }


INDEXED = {
    **PRODUCT,
    "meta_data": {"0": {"id": 1, "key": "k", "value": "a"}, "2": {"id": 2, "key": "l", "value": "b"}},
    "upsell_ids": {"1": 5, "3": 6},
}


@pytest.mark.parametrize(
    ("edit", "body"),
    [
        (put("meta_data.1.value", "z"), {"meta_data": [{"id": 2, "key": "l", "value": "z"}]}),
        (lambda p: p.meta_data.pop(), {"meta_data": [{"id": 2, "key": "l", "value": None}]}),
        (add("meta_data", {"key": "n", "value": "q"}), {"meta_data": [{"key": "n", "value": "q"}]}),
        (put("upsell_ids.0", 9), {"upsell_ids": [9, 6]}),
        (lambda _: None, {}),
    ],
)
def test_lists_that_php_wrote_as_objects(edit: Edit, body: Any) -> None:
    assert sent("products", INDEXED, edit) == body


def test_odd_rows_are_left_alone() -> None:
    odd = {**PRODUCT, "meta_data": [None, {"key": "odd"}, *META]}
    assert sent("products", odd, put("meta_data.2.value", 5)) == {"meta_data": [{"id": 1, "key": "k", "value": 5}]}


def test_a_saved_model_can_be_changed_and_saved_further() -> None:
    store = MockStore()
    woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
    order = woo.orders.create(line_items=[{"product_id": 101, "quantity": 1}])
    order.line_items.append({"product_id": 103, "quantity": 1})  # type: ignore[arg-type]
    woo.orders.save(order)
    order.customer_note = "Ring twice"
    woo.orders.save(order)
    assert json.loads(store.requests[-1].body) == {"customer_note": "Ring twice"}
    assert len(woo.orders.get(order.id).line_items) == 2
    product = woo.products.get(101)
    product.regular_price = Decimal("50")
    woo.products.save(product)
    assert woo.products.save(product) is product, "nothing is left to send"


# One field by itself


class Part(TypedDict, total=False):
    """An object inside of a record, as requests have it."""

    a: int


@pytest.mark.parametrize(
    ("before", "after", "hint", "given"),
    [
        # Of settings that are read with all that is said of them, the values are written; plain ones as they are.
        ({"x": {"value": "1"}, "y": "1"}, {"x": {"value": "2"}, "y": "1"}, Mapping[str, str], {"x": "2"}),
        ({"x": {"value": "1"}, "y": "1"}, {"x": {"value": "1"}, "y": "2"}, Mapping[str, str], {"y": "2"}),
        ({"x": "1"}, {"x": "2", "y": "1"}, Mapping[str, str], {"x": "2", "y": "1"}),
        ({"a": 1}, None, Part | None, None),
        # An id goes out only where requests have one.
        ({"id": 7, "a": 1}, {"id": 7, "a": 2}, Part, {"a": 2}),
    ],
)
def test_what_is_sent_for_a_field(before: Any, after: Any, hint: Any, given: Any) -> None:
    assert _value(before, after, hint, None, "x") == given


def test_an_object_that_the_store_never_empties_is_not_set_to_none() -> None:
    with pytest.raises(TypeError, match="x was set to None, with which the store does nothing"):
        _value({"a": 1}, None, Part, None, "x")
