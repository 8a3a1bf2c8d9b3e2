"""A mock store that is like an older release: what is newer is not there, what ended is gone."""

from __future__ import annotations

from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient import NoRoute, ValidationFailed, WooClient
from wooclient.mock import MockStore
from wooclient.mock.__main__ import parser
from wooclient.mock.description import Form, Versions
from wooclient.mock.releases import numbers

#: Some of each kind, lists and single ones.
PATHS = """
    products products/101 products/102/variations products/brands products/attributes products/reviews orders
    orders/201 orders/201/refunds orders/201/notes refunds customers coupons taxes webhooks settings/general
    shipping/zones payment_gateways reports/sales reports/orders/totals system_status data/continents
""".split()  # noqa: SIM905 - read as lines


def client(store: MockStore) -> WooClient:
    return WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


def strangers(whole: Form, there: Form, value: Any, at: str = "") -> list[str]:
    """Fields of a value that all releases together have, and one of them does not."""
    if isinstance(value, list):
        return [found for item in value for found in strangers(whole, there, item, at)]
    if not isinstance(value, dict) or whole is None or there is None:
        return []
    found = [f"{at}{name}" for name in value if name in whole and name not in there]
    for name, inner in value.items():
        if name in there:
            found += strangers(whole.get(name), there[name], inner, f"{at}{name}.")
    return found


@pytest.mark.parametrize("release", ["8.0", "10.0.2", "10.9"])
def test_no_answer_has_fields_that_its_release_does_not_have(release: str) -> None:
    store, description = MockStore(release=release), Versions().newest
    lacking: list[str] = []
    for path in PATHS:
        answer = send(store, "GET", f"/{path}")
        if answer.status == 404:
            lacking.append(path)
            continue
        assert answer.status == 200, path
        found = next(o for o in description.operations if o.method == "GET" and _fits(o.path, path))
        whole, there = (description.form_of(found.id, found.kind, one) for one in ((), numbers(release)))
        assert strangers(whole, there, read(answer)) == [], path
    assert lacking == (["products/brands", "refunds"] if release == "8.0" else [])


def _fits(described: str, path: str) -> bool:
    steps, given = described.strip("/").split("/"), path.split("/")
    return len(steps) == len(given) and all(s[:1] == "{" or s == g for s, g in zip(steps, given, strict=True))


@pytest.mark.parametrize(
    ("release", "there"), [("8.5", False), ("8.6", True), ("10.9.4", True), ("11.0", False), ("11.0.1", False)]
)
def test_a_route_is_there_from_its_first_release_on_and_before_its_end(release: str, there: bool) -> None:
    store = MockStore(release=release)
    told = read(send(store, "GET", "/wp-json/wc/v3"))["routes"]
    assert ("/wc/v3/layout-templates" in told) is there
    assert code(send(store, "GET", "/layout-templates/x")) == (
        (404, "woocommerce_rest_layout_template_invalid_id") if there else (404, "rest_no_route")
    )
    with client(store) as woo:
        if there:
            woo.layout_templates.all()
        else:
            with pytest.raises(NoRoute):
                woo.layout_templates.all()


def test_a_field_of_a_request_that_is_newer_is_as_good_as_not_sent() -> None:
    codes = {}
    for release in ("9.1", "9.2"):
        with client(MockStore(release=release)) as woo:
            made = woo.products.create(name="Jar", global_unique_id="0123456789012")
            codes[release] = made.global_unique_id if "global_unique_id" in made.model_fields_set else None
    assert codes == {"9.1": None, "9.2": "0123456789012"}


@pytest.mark.parametrize(
    ("release", "refusal"), [("9.9", "rest_invalid_param"), ("10.0", "woocommerce_rest_invalid_email_template")]
)
def test_a_word_of_an_enum_is_known_from_its_first_release_on(release: str, refusal: str) -> None:
    """The mail does not suit the order; a store that does not know it does not get that far."""
    with client(MockStore(release=release)) as woo, pytest.raises(ValidationFailed) as caught:
        woo.orders.actions.send_email(201, template_id="customer_cancelled_order")
    assert caught.value.code == refusal


def test_the_store_tells_its_release_and_only_a_release_will_do() -> None:
    with client(MockStore(release="9.8")) as woo:
        assert woo.system_status.get().environment.version == "9.8.0"
    with client(MockStore(release="8.8.5")) as woo:
        report = woo.system_status.get()
        assert report.environment.version == "8.8.5"
        assert "HPOS_feature_screen_enabled" not in (report.model_extra or {})
    with pytest.raises(ValueError, match=r"'new' is no release of WooCommerce; write it like 10\.0 or 10\.0\.2"):
        MockStore(release="new")
    assert parser().parse_args(["--release", "8.9"]).release == "8.9"
