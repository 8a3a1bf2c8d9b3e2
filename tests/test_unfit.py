"""What people get told who call the client as they would another one: the first hour."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any

import httpx
import pytest

from fake_store import Session
from wooclient import AsyncWooClient, ConfigurationError, UnexpectedAnswer, WooClient
from wooclient._runtime.options import Changes

URL, KEY, SECRET = "https://shop.example", f"ck_{0:040}", f"cs_{1:040}"
KEYS: dict[str, Any] = {"key": KEY, "secret": SECRET}


def client(*given: Any, kind: Any = WooClient, **options: Any) -> Any:
    return kind(*given, **options)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"consumer_key": KEY, "consumer_secret": SECRET}, "no option 'consumer_key'; pass key="),
        ({**KEYS, "version": "wc/v3"}, "no option 'version'; leave it out: the client speaks the newest version"),
        ({**KEYS, "wp_api": True}, "no option 'wp_api'; leave it out"),
        ({**KEYS, "query_string_auth": True}, "no option 'query_string_auth'; pass auth=\"query\""),
        ({**KEYS, "verify_ssl": False}, r"no option 'verify_ssl'; .* pass http_client=httpx.Client\(verify=\.\.\.\)"),
        ({**KEYS, "proxies": {}}, r"no option 'proxies'; .* pass http_client=httpx.Client\(proxy=\.\.\.\)"),
        ({**KEYS, "verify": False}, r"no option 'verify'; .* pass http_client=httpx.Client\(verify=\.\.\.\)"),
        ({**KEYS, "retries": 3}, "no option 'retries'; pass max_retries="),
        ({**KEYS, "time_out": 3}, r"no option 'time_out'; did you mean timeout\?"),
        ({**KEYS, "colour": "red"}, "no option 'colour'; it has url, key, secret, auth, "),
        ({}, r'and by their names a key, its secret and options: WooClient\("https://shop.example", key="ck_\.\.\."'),
        ({"key": KEY}, "and by their names a key"),
    ],
)
def test_options_of_other_clients_are_told_by_their_names_here(options: dict[str, Any], told: str) -> None:
    with pytest.raises(TypeError, match=f"^WooClient .*{told}"):
        client(URL, **options)


def test_keys_by_position_are_told() -> None:
    with pytest.raises(TypeError, match=r"^WooClient takes the address of a store, and by their names a key"):
        client(URL, KEY, SECRET)


def test_the_async_client_is_told_of_an_async_one() -> None:
    with pytest.raises(TypeError, match=r"^AsyncWooClient .*httpx.AsyncClient\(verify=\.\.\.\)"):
        client(URL, kind=AsyncWooClient, **KEYS, verify=False)


def test_with_options_tells_the_same() -> None:
    woo: Any = WooClient(URL, **KEYS)
    with pytest.raises(TypeError, match=r"^with_options\(\) has no option 'verify'; .*httpx.Client\(verify=\.\.\.\)"):
        woo.with_options(verify=False)
    with pytest.raises(TypeError, match=r"^with_options\(\) has no option 'time_out'; did you mean timeout\?"):
        woo.with_options(time_out=5)
    assert set(Changes.__annotations__) < set(inspect.signature(WooClient).parameters)


def test_an_error_of_the_client_itself_stays_as_it_is() -> None:
    with pytest.raises(
        TypeError, match=r"^the address of the store is None; pass a text such as 'https://shop.example'$"
    ):
        client(None, **KEYS)
    with pytest.raises(ConfigurationError, match=r"^the key is no text but bytes$"):
        client(URL, key=b"ck_", secret=SECRET)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"timeout": "30"}, "timeout is '30'; pass a number"),
        ({"timeout": None}, "timeout is None; pass a number"),
        ({"total_timeout": True}, "total_timeout is True; pass a number"),
        ({"max_retries": "3"}, "max_retries is '3'; pass a number"),
        ({"max_retries": None}, "max_retries is None; pass a number"),
        ({"rate": "5"}, "rate is '5'; pass a number"),
        ({"max_concurrency": "5"}, "max_concurrency is '5'; pass a number"),
        ({"headers": {"x-shop": 1}}, "the header 'x-shop' is 1; pass text"),
        ({"hooks": print}, "hooks is .*; pass a list of functions"),
        ({"hooks": ["print"]}, "hooks holds 'print', which is no function"),
    ],
)
def test_values_of_a_wrong_kind_are_refused_at_once(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{told}$"):
        client(URL, **KEYS, **options)
    with pytest.raises(ConfigurationError, match=f"^{told}$"):
        client(URL, **KEYS).with_options(**options)


def test_the_address_of_the_dashboard_is_the_stores() -> None:
    for path in ("/wp-admin", "/wp-admin/admin.php", "/wp-json/wc/v3/"):
        assert client(f"{URL}/shop{path}", **KEYS).url == f"{URL}/shop"


def test_signatures_and_copies_are_as_before() -> None:
    woo = WooClient(URL, **KEYS)
    assert list(inspect.signature(WooClient).parameters)[:4] == ["url", "key", "secret", "auth"]
    assert "The consumer key" in (WooClient.__init__.__doc__ or "")
    assert copy.copy(woo).url == copy.deepcopy(woo).url == pickle.loads(pickle.dumps(woo)).url == URL
    assert not hasattr(woo, "product")


@pytest.mark.parametrize("verb", ["get", "post", "put", "delete", "patch", "options"])
def test_verbs_of_other_clients_are_told(verb: str) -> None:
    woo: Any = WooClient(URL, **KEYS)
    if verb == "options":  # an attribute of ours
        return
    with pytest.raises(AttributeError, match=rf'^WooClient has no {verb}\(\); .*request\("{verb.upper()}", path\)$'):
        getattr(woo, verb)("products")


def test_a_record_is_no_dict(answering: Any) -> None:
    shop: Session = answering({"id": 5, "name": "Mug", "colour": "red"})
    made: Any = shop.wait(shop.woo.products.get(5))
    with pytest.raises(TypeError, match=r"^Product is no dict: its fields are attributes, such as \.name; to_wire\(\)"):
        made["name"]
    with pytest.raises(TypeError, match=r"^Product is no dict"):
        assert "name" in made
    for name in ("get", "keys", "values"):
        assert not hasattr(made, name)
        with pytest.raises(AttributeError, match=r"^Product is no dict: its fields are attributes, such as \.id"):
            getattr(made, name)
    assert (made.colour, dict(made)["name"], getattr(made, "weight2", None)) == ("red", "Mug", None)


WRONG: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("products.create", (), {"name": "Mug", "price": "12.50"}, "products.create has no field 'price'"),
    ("products.update", (5,), {"on_sale": True}, "products.update has no field 'on_sale'"),
    ("orders.create", (), {"line_items": [{"product_id": 1, "price": "3"}]}, r"line_items\[0\] has no field 'price'"),
    ("orders.create", (), {"line_items": ({"product_id": 1, "total_tax": "3"},)}, r"\[0\] has no field 'total_tax'"),
    ("orders.create", (), {"fee_lines": [{"name": "x", "amount": "-5"}]}, r"fee_lines\[0\] has no field 'amount'"),
    (
        "orders.batch",
        (),
        {"update": [{"id": 1, "line_items": [{"id": 2, "price": 3}]}]},
        r"update\[0\].line_items\[0\]",
    ),
    ("orders.refunds.create", (1,), {"line_items": [{"id": 2, "total": "5"}]}, r"line_items\[0\] has no field 'total'"),
    ("legacy.orders.create", (), {"line_items": [{"product_id": 1, "total_tax": "3"}]}, "has no field 'total_tax'"),
]


@pytest.mark.parametrize(("call", "ids", "given", "told"), WRONG)
def test_what_stores_only_answer_is_refused_wherever_it_stands(
    sessions: Any, call: str, ids: tuple[Any, ...], given: dict[str, Any], told: str
) -> None:
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    method: Any = shop.woo
    for name in call.split("."):
        method = getattr(method, name)
    with pytest.raises(TypeError, match=f"{told}.*: the store sets it itself, and only answers it$"):
        shop.wait(method(*ids, **given))
    assert shop.queries == []


def test_names_that_python_spells_otherwise_and_unlike_ones_are_told(sessions: Any) -> None:
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    for given, told in (({"class": "reduced"}, "'class'; here it is called class_$"), ({"tax": "1"}, "in extra=")):
        with pytest.raises(TypeError, match=f"^taxes.create has no parameter {told if 'class' in given else ''}"):
            shop.wait(shop.woo.taxes.create(**given))
    with pytest.raises(TypeError, match=r"'data'; pass what only a plugin knows in extra="):
        shop.wait(shop.woo.products.create(data={"name": "Mug"}))
    assert shop.queries == []
    with pytest.raises(UnexpectedAnswer):  # a plugin's name goes out
        shop.wait(shop.woo.orders.create(line_items=[{"product_id": 1, "gift_box": True}]))
    assert len(shop.queries) == 1


@pytest.mark.parametrize(
    ("call", "fields"),
    [
        ("products.update", {"weight": 1.5}),
        ("products.update", {"regular_price": 1.5}),
        ("taxes.update", {"rate": 7.5}),
    ],
)
def test_a_float_is_refused_in_words_that_fit_sums_measures_and_rates(
    sessions: Any, call: str, fields: dict[str, float]
) -> None:
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    resource, _, verb = call.partition(".")
    with pytest.raises(
        TypeError, match=r"is a float, which cannot hold an exact decimal; pass a value such as Decimal"
    ):
        shop.wait(getattr(getattr(shop.woo, resource), verb)(5, **fields))


@pytest.mark.parametrize(
    ("call", "ids", "given", "told"),
    [
        (
            "products.update",
            (5,),
            {"regular_price": None},
            "regular_price is None; leave it out, or pass CLEAR to empty",
        ),
        ("products.update", (5,), {"stock_quantity": None}, "stock_quantity is None; leave it out"),
        ("products.update", (5,), {"name": None}, "name is None; leave it out"),
        ("products.update", (5,), {"status": None}, "status is None; leave it out"),
        ("products.create", (), {"manage_stock": None}, "manage_stock is None; leave it out"),
        ("products.batch", (), {"update": [{"id": 5, "sku": None}]}, r"update\[0\].sku is None; leave it out"),
        ("orders.create", (), {"billing": {"city": None}}, "billing.city is None; leave it out"),
        ("coupons.update", (5,), {"amount": None}, "amount is None; leave it out"),
    ],
)
def test_none_leaves_only_where_it_means_something(
    sessions: Any, call: str, ids: tuple[Any, ...], given: dict[str, Any], told: str
) -> None:
    """A real store makes an empty price of it, and a stock of 0."""
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    resource, _, verb = call.partition(".")
    with pytest.raises(TypeError, match=told):
        shop.wait(getattr(getattr(shop.woo, resource), verb)(*ids, **given))
    assert shop.queries == []
    with pytest.raises(UnexpectedAnswer):
        shop.wait(shop.woo.products.update(5, date_on_sale_to=None, meta_data=[{"key": "a", "value": None}]))
    assert shop.bodies == [{"date_on_sale_to": None, "meta_data": [{"key": "a", "value": None}]}]


@pytest.mark.parametrize("number", [10**14, -(10**14), 340434188193200012345, 1234567890.123456, 0.1 + 0.2])
def test_a_long_number_in_a_custom_field_is_sent_as_text_or_not_at_all(sessions: Any, number: float) -> None:
    """A real store keeps 14 digits of it: a tracking number would lose its end."""
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    for call in (
        lambda: shop.woo.orders.update(5, meta_data=[{"key": "trk", "value": number}]),
        lambda: shop.woo.orders.meta.set(5, "trk", number),
    ):
        with pytest.raises(ValueError, match=r"value is .*, of which the store keeps 14 digits; pass it as text"):
            shop.wait(call())
    assert shop.queries == []


def test_other_numbers_in_custom_fields_are_sent_as_they_are(sessions: Any) -> None:
    shop: Session = sessions(lambda _: httpx.Response(200, json={}))
    values = [10**14 - 1, 12.5, str(10**30), [10**17], {"a": 10**17}, 1e-7, True, 0]
    for value in values:
        with pytest.raises(UnexpectedAnswer):
            shop.wait(shop.woo.orders.update(5, meta_data=[{"key": "k", "value": value}]))
    assert [body["meta_data"][0]["value"] for body in shop.bodies] == values
    with pytest.raises(ValueError, match=r"is 9223372036854775808, and PHP has no whole number of that size"):
        shop.wait(shop.woo.orders.update(5, meta_data=[{"key": "k", "value": [2**63]}]))
