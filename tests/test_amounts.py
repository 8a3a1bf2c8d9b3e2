"""What callers pass as numbers, switches, dates and moments: taken as it is meant, or refused before it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fake_store import Session
from wooclient import CLEAR, WooClient, fixtures, operations
from wooclient._runtime.inputs import arguments, query_arguments
from wooclient._runtime.models import remember
from wooclient._runtime.writing import changes
from wooclient.mock import MockStore

Make = Callable[[Any], Session]
PRODUCT: dict[str, Any] = fixtures.load("v3", "products.get")
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def session(answering: Make) -> Make:
    return answering


def called(name: str, version: str) -> Any:
    return next(o for o in operations(version) if o.id == name)


def sent(name: str, version: str = "v3", **given: Any) -> dict[str, Any]:
    """The body that keyword arguments become."""
    return arguments(called(name, version).body_type(), given, name)


def asked(name: str, version: str = "v3", **given: Any) -> dict[str, Any]:
    """The query that keyword arguments become."""
    return query_arguments(called(name, version).query_type(), given, name)


def read(name: str, version: str = "v3") -> Any:
    """The record of an example, as one that came from a store."""
    body = fixtures.load(version, name)
    model = called(name, version).decode(body)
    remember(model, json.dumps(body).encode(), ())
    return model


# decimals


def test_a_comma_is_refused_before_anything_is_sent(session: Make) -> None:
    shop = session(PRODUCT)
    woo = shop.woo
    calls = [
        lambda: woo.products.create(name="Mug", regular_price="12,50"),
        lambda: woo.products.update(7, weight="1,5"),
        lambda: woo.products.update(7, regular_price="abc"),
        lambda: woo.orders.refunds.create(7, amount="10,50"),
        lambda: woo.orders.create(line_items=[{"product_id": 7, "total": "1.234,50"}]),
        lambda: woo.coupons.create(code="x", amount="5 EUR"),
        lambda: woo.products.batch(update=[{"id": 1}, {"id": 2, "regular_price": "1e3"}]),
        lambda: woo.v1.coupons.create(code="x", minimum_amount="1,00"),
        lambda: woo.legacy.products.create(title="Mug", regular_price="12,50"),
        lambda: woo.products.list(min_price="12,50"),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="which the store would misread; pass a value such as Decimal"):
            shop.wait(call())
    assert not shop.requests


@pytest.mark.parametrize(
    ("name", "given", "place"),
    [
        (
            "products.batch",
            {"update": [{}, {}, {}, {"id": 4, "regular_price": "12,50"}]},
            "products.batch.update[3].regular_price",
        ),
        ("orders.create", {"line_items": [{}, {"total": "1,5"}]}, "orders.create.line_items[1].total"),
        ("products.update", {"dimensions": {"length": "1,5"}}, "products.update.dimensions.length"),
        ("taxes.create", {"rate": "7,25"}, "taxes.create.rate"),
    ],
)
def test_the_message_says_where_what_and_how(name: str, given: dict[str, Any], place: str) -> None:
    with pytest.raises(ValueError, match="which the store would misread") as error:
        sent(name, **given)
    text = str(error.value)
    assert text.startswith(f"{place} is '")
    assert "pass a value such as Decimal('12.50') or '12.50'" in text
    assert "extra={...}" in text


def test_a_value_is_shown_escaped_and_not_whole() -> None:
    with pytest.raises(ValueError, match=r"is '\\uff11\\uff12\\u202e', which"):
        sent("products.update", regular_price="１２\u202e")
    with pytest.raises(ValueError, match="is '999") as error:
        sent("products.update", regular_price="9" * 100_000)
    assert len(str(error.value)) < 250


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        ("12.50", "12.50"),
        ("0", "0"),
        ("-5", "-5"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0"), "0"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("1E-40"), f"0.{'0' * 39}1"),
        (7, "7"),
        (Decimal(10) / 3, "3.333333333333333333333333333"),
        ("999999999999.99", "999999999999.99"),
    ],
)
def test_plain_numbers_go_out_as_digits_with_a_point(given: Any, wire: str) -> None:
    assert sent("products.update", regular_price=given) == {"regular_price": wire}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (0.1, TypeError),
        (True, TypeError),
        (None.__class__, TypeError),
        (b"5", TypeError),
        ([5], TypeError),
        ("1e3", ValueError),
        ("+5", ValueError),
        (".5", ValueError),
        ("5.", ValueError),
        (" 5", ValueError),
        ("05", ValueError),
        ("007.50", ValueError),
        ("00", ValueError),
        ("-05", ValueError),
        ("1_000", ValueError),
        ("0x10", ValueError),
        ("NaN", ValueError),
        (Decimal("NaN"), ValueError),
        (10**15, ValueError),
        (Decimal("Infinity"), ValueError),
        (Decimal("1E+999999"), ValueError),
        (Decimal("1E-41"), ValueError),
        ("5\n", ValueError),
        ("12.50\x00", ValueError),
    ],
)
def test_a_wrong_kind_is_a_type_error_and_a_wrong_form_a_value_error(given: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"products\.update\.weight is"):
        sent("products.update", weight=given)


def test_the_store_keeps_four_decimals_of_a_rate_and_six_of_a_refund() -> None:
    assert sent("taxes.create", rate="7.12340") == {"rate": "7.12340"}
    with pytest.raises(ValueError, match=r"taxes.create.rate is '7.12345'; the store keeps 4 decimals"):
        sent("taxes.create", rate="7.12345")
    for rate in ("1000", "-100"):
        with pytest.raises(ValueError, match="the store has no room for a rate of 1000 or more"):
            sent("taxes.create", rate=rate)
    with pytest.raises(ValueError, match=r"line_items\[0\].refund_total is .*; the store keeps 6 decimals"):
        sent("orders.refunds.create", amount=1, line_items=[{"id": 1, "refund_total": Decimal(1) / 3}])


def test_a_shop_with_a_comma_has_a_way() -> None:
    given = {"extra": {"regular_price": "12,50"}, "dimensions": {"extra": {"length": "1,5"}}}
    assert sent("products.update", **given) == {"dimensions": {"length": "1,5"}, "regular_price": "12,50"}


def test_an_empty_text_clears_where_the_store_takes_it_so_and_is_refused_elsewhere() -> None:
    cleared = {"regular_price": "", "date_on_sale_to": "", "date_on_sale_to_gmt": ""}
    assert sent("products.update", **cleared) == cleared
    assert sent("coupons.update", minimum_amount=CLEAR) == {"minimum_amount": "0"}
    for name, field in (
        ("coupons.update", "minimum_amount"),
        ("coupons.update", "amount"),
        ("products.update", "menu_order"),
    ):
        with pytest.raises((TypeError, ValueError), match=f"{name}.{field} is ''"):
            sent(name, **{field: ""})


def test_a_changed_model_is_saved_exactly_or_not_at_all() -> None:
    product = read("products.get")
    update = called("products.update", "v3")
    product.regular_price = "12,50"
    with pytest.raises(ValueError, match="regular_price is '12,50'"):
        arguments(update.body_type(), changes(update, product), update.id)
    order = read("orders.get")
    change = called("orders.update", "v3")
    order.line_items[0].total = "1,5"
    with pytest.raises(ValueError, match=r"line_items\[0\].total is '1,5'"):
        arguments(change.body_type(), changes(change, order), change.id)


# whole numbers, quantities, JSON numbers, switches


@pytest.mark.parametrize(("given", "wire"), [(5, 5), ("5", 5), (5.0, 5), (Decimal("5.00"), 5), ("-1", -1)])
def test_whole_numbers(given: Any, wire: Any) -> None:
    assert sent("products.update", download_limit=given) == {"download_limit": wire}


@pytest.mark.parametrize(
    ("field", "given", "error"),
    [
        ("menu_order", True, TypeError),
        ("menu_order", None, TypeError),
        ("menu_order", 5.5, TypeError),
        ("menu_order", "５", TypeError),
        ("menu_order", "05", TypeError),
        ("menu_order", "-007", TypeError),
        ("menu_order", "00", TypeError),
        ("menu_order", "5.0", TypeError),
        ("menu_order", "1e3", TypeError),
        ("menu_order", float("nan"), TypeError),
        ("menu_order", Decimal("sNaN"), TypeError),
        ("menu_order", 2**31, ValueError),
        ("download_limit", -2, ValueError),
        ("parent_id", -1, ValueError),
        ("parent_id", 2**63, ValueError),
        ("stock_quantity", 1.5, ValueError),
        ("stock_quantity", "1.5", TypeError),
        ("stock_quantity", True, TypeError),
        ("manage_stock", "yes", TypeError),
        ("manage_stock", "off", TypeError),
        ("manage_stock", 2, TypeError),
        ("manage_stock", 1.0, TypeError),
    ],
)
def test_numbers_and_switches_that_stores_change_are_refused(field: str, given: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=f"products.update.{field} is"):
        sent("products.update", **{field: given})


def test_a_plugin_that_keeps_fractions_has_a_way() -> None:
    with pytest.raises(ValueError, match=r"of which a store without a plugin keeps 1; .* extra=\{...\}"):
        sent("products.update", stock_quantity=1.5)
    assert sent("products.update", extra={"stock_quantity": 1.5}) == {"stock_quantity": 1.5}


@pytest.mark.parametrize(("given", "wire"), [(True, True), ("false", False), ("TRUE", True), (1, True), ("0", False)])
def test_switches_go_out_as_switches(given: Any, wire: bool) -> None:
    assert sent("products.update", manage_stock=given)["manage_stock"] is wire


def test_costs_go_out_as_numbers() -> None:
    cost = {"cost_of_goods_sold": {"values": [{"defined_value": Decimal("12.50")}, {"defined_value": 3}]}}
    assert sent("products.update", **cost)["cost_of_goods_sold"]["values"] == [
        {"defined_value": 12.5},
        {"defined_value": 3},
    ]
    for wrong in ("12,50", float("nan"), Decimal(1) / 3):
        with pytest.raises((TypeError, ValueError), match=r"values\[0\].defined_value is"):
            sent("products.update", cost_of_goods_sold={"values": [{"defined_value": wrong}]})


# dates and moments

NOON = datetime(2027, 12, 31, 12)


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        (NOON, "2027-12-31T12:00:00"),
        (NOON.replace(microsecond=999_999), "2027-12-31T12:00:00"),
        (NOON.replace(tzinfo=BERLIN), "2027-12-31T11:00:00Z"),
        ("2027-12-31 12:00", "2027-12-31T12:00:00"),
        ("2027-12-31T12:00:00Z", "2027-12-31T12:00:00Z"),
        ("2027-12-31T12:00:00.123-0930", "2027-12-31T21:30:00Z"),
        (NOON.replace(tzinfo=timezone(timedelta(hours=5, minutes=53, seconds=28))), "2027-12-31T06:06:32Z"),
    ],
)
def test_moments_go_out_in_the_one_form_that_stores_read(given: Any, wire: str) -> None:
    assert sent("products.update", date_on_sale_to=given) == {"date_on_sale_to": wire}


@pytest.mark.parametrize(
    "given",
    [
        "31.12.2027",
        "12/31/2027",
        "20271231",
        "1830000000",
        "tomorrow",
        "2027-02-29T00:00:00",
        "2027-12-31T24:00:00",
        "2027-12-31T23:59:60",
        "12027-01-01T00:00:00",
        "0999-01-01T00:00:00",
        "2027-W10-1T00:00:00",
        "2027-12-31T12:00:00+25:00",
        "2027-12-31T12:00:00\n",
        "２０２７-12-31T12:00:00",
        datetime.min,
        datetime.max,
    ],
)
def test_what_is_no_moment_is_refused(given: Any) -> None:
    for name, field in (("products.update", "date_on_sale_to"), ("products.update", "date_on_sale_to_gmt")):
        with pytest.raises(ValueError, match=f"{name}.{field} is"):
            sent(name, **{field: given})
    with pytest.raises(ValueError, match=r"products.list.after is"):
        asked("products.list", after=given)


@pytest.mark.parametrize("given", ["2027-12-31", date(2027, 12, 31)])
def test_a_day_is_no_moment_of_a_sale_but_the_first_one_of_a_filter(given: Any) -> None:
    with pytest.raises(
        ValueError, match=r"pass '2027-12-31T00:00:00' for its start or '2027-12-31T23:59:59' for its end"
    ):
        sent("products.update", date_on_sale_to=given)
    assert asked("orders.list", after=given) == {"after": "2027-12-31T00:00:00"}
    assert asked("orders.list", "legacy-v3", filter={"created_at_min": given})["filter"] == {
        "created_at_min": "2027-12-31T00:00:00"
    }
    # Where the store itself speaks of days, it is one.
    assert sent("coupons.create", "legacy-v3", code="x", expiry_date=given)["expiry_date"] == "2027-12-31"
    assert asked("reports.sales.list", date_min=given) == {"date_min": "2027-12-31"}


def test_moments_of_filters_beside_dates_are_gmt_are_utc_as_text_too() -> None:
    moments = {"after": "2027-12-31T12:00:00+02:00", "before": datetime(2028, 1, 1, tzinfo=BERLIN)}
    assert asked("orders.list", **moments, dates_are_gmt=True) == {
        "after": "2027-12-31T10:00:00",
        "before": "2027-12-31T23:00:00",
        "dates_are_gmt": True,
    }
    assert asked("orders.list", after="2027-12-31T12:00:00+02:00")["after"] == "2027-12-31T10:00:00Z"


def test_lists_of_webhooks_get_moments_with_a_blank_as_they_find_nothing_else() -> None:
    assert asked("webhooks.list", after="2027-12-31T12:00:00+02:00") == {"after": "2027-12-31 10:00:00"}
    with (
        MockStore() as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        everything = len(woo.webhooks.list())
        assert (
            everything
            == len(woo.webhooks.list(after=date(2000, 1, 1)))
            > len(woo.webhooks.list(after=date(2100, 1, 1)))
        )
        assert len(woo.v1.webhooks.list(before=date(2000, 1, 1))) == 0


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(TypeError, match=r"date_min is a datetime; pass its .date\(\)"):
        asked("reports.sales.list", date_min=NOON)
    for wrong in ("2027-02-30", "31.12.2027", "2027-1-5"):
        with pytest.raises(ValueError, match="date_min is"):
            asked("reports.sales.list", date_min=wrong)


def test_a_field_that_is_read_in_another_zone_than_it_is_shown_in_needs_the_zone() -> None:
    with pytest.raises(ValueError, match="pass an aware datetime or a text with an offset"):
        sent("products.update", date_created="2020-01-01T10:00:00")
    assert sent("products.update", date_created=datetime(2020, 1, 1, 10, tzinfo=BERLIN)) == {
        "date_created": "2020-01-01T09:00:00Z"
    }
    assert sent("products.update", date_created_gmt="2020-01-01T10:00:00+02:00") == {
        "date_created_gmt": "2020-01-01T08:00:00"
    }
    with pytest.raises(ValueError, match="the store drops offsets here"):
        sent("products.reviews.update", "v2", date_created=datetime(2020, 1, 1, tzinfo=UTC))


def test_a_moment_of_utc_that_is_saved_where_the_store_reads_shop_time_says_so() -> None:
    coupon = read("coupons.get", "v1")
    coupon.expiry_date = datetime(2027, 12, 31, 12, tzinfo=UTC)
    update = called("coupons.update", "v1")
    found = arguments(update.body_type(), changes(update, coupon), update.id)
    assert found == {"expiry_date": "2027-12-31T12:00:00Z"}


def test_a_copy_of_a_product_takes_over_what_the_request_says() -> None:
    with (
        MockStore() as store,
        WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        made = woo.products.duplicate(101, name="Other", regular_price="33")
        copy = woo.products.get(made.id)
        assert (copy.name, copy.regular_price) == ("Other (Copy)", Decimal(33))
        assert woo.products.get(101).regular_price != Decimal(33)
