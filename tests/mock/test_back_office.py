"""Customers, coupons, taxes, webhooks, zones, gateways, settings and what the store says of itself."""

from __future__ import annotations

import base64
import hashlib
import hmac
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from mock.talk import code, read, send
from wooclient.mock import MockStore


def customer(store: MockStore, **fields: Any) -> Any:
    return read(send(store, "POST", "/customers", {"email": "ada@example.com", **fields}))


def test_a_customer_gets_a_user_name(store: MockStore) -> None:
    assert customer(store, first_name="Ada", last_name="Byron", email="Ada.B@example.com")["username"] == "ada.b"
    assert customer(store, email="info@kiln.example")["username"] == "kiln.example"
    assert customer(store, email="info@sub.kiln.example", username="Kiln")["username"] == "Kiln"


def test_what_is_taken_is_refused(store: MockStore) -> None:
    customer(store, username="ada")
    same = send(store, "POST", "/customers", {"email": "ADA@example.com"})
    assert code(same) == (400, "registration-error-email-exists")
    name = send(store, "POST", "/customers", {"email": "b@example.com", "username": "ada"})
    assert code(name) == (400, "registration-error-username-exists")
    assert code(send(store, "POST", "/customers", {"email": "bad"})) == (400, "customer_invalid_email")
    assert code(send(store, "PUT", "/customers/7", {"email": "bad"})) == (400, "rest_invalid_param")
    assert code(send(store, "PUT", "/customers/7", {"username": "x"}))[1].endswith("customer_invalid_argument")


def test_parts_of_an_address_change_alone(store: MockStore) -> None:
    before = read(send(store, "GET", "/customers/7"))["billing"]
    after = read(send(store, "PUT", "/customers/7", {"billing": {"city": "Salem"}}))["billing"]
    assert after == {**before, "city": "Salem"}


def test_staff_is_not_deleted(store: MockStore) -> None:
    assert code(send(store, "DELETE", "/customers/1", query="force=true")) == (403, "woocommerce_rest_cannot_delete")
    assert code(send(store, "DELETE", "/customers/7")) == (501, "woocommerce_rest_trash_not_supported")


def test_coupons_are_unique_in_any_letter_case(store: MockStore) -> None:
    made = read(send(store, "POST", "/coupons", {"code": "Frost", "amount": "3", "usage_limit": 2}))
    assert (made["code"], made["amount"], made["usage_limit"]) == ("frost", "3.00", 2)
    again = send(store, "POST", "/coupons", {"code": "FROST"})
    assert code(again) == (400, "woocommerce_rest_coupon_code_already_exists")
    changed = read(send(store, "PUT", f"/coupons/{made['id']}", {"usage_limit": None, "date_expires": None}))
    assert changed["usage_limit"] is None


@pytest.mark.parametrize(("release", "hasty"), [("10.0.2", "0.00"), ("10.5.0", "coupon_invalid_amount")])
def test_no_coupon_takes_off_more_than_everything(release: str, hasty: str) -> None:
    """Earlier releases held the amount against the type that the coupon had before. Both as real stores answered."""
    store = MockStore(release=release)

    def change(**fields: str) -> str:
        answer = send(store, "PUT", f"/coupons/{number}", fields)
        return str(read(answer)["amount"] if answer.status == 200 else code(answer)[1])

    number = read(send(store, "POST", "/coupons", {"code": "frost", "amount": "150"}))["id"]
    assert change(amount="101", discount_type="percent") == hasty
    assert change(discount_type="percent") == "0.00"
    assert change(amount="250") == "coupon_invalid_amount"
    assert change(discount_type="fixed_cart") == ("101.00" if hasty == "0.00" else "150.00")
    assert change(minimum_amount="3", maximum_amount="2") == "coupon_invalid_maximum_amount"


def test_tax_rates(store: MockStore) -> None:
    given = {
        "country": "us",
        "rate": "19,5",
        "postcodes": ["97201", "97202"],
        "cities": ["salem"],
        "class": "zero-rate",
    }
    made = read(send(store, "POST", "/taxes", given))
    assert (made["country"], made["rate"], made["postcode"], made["city"]) == ("US", "19.0000", "97202", "SALEM")
    assert code(send(store, "PUT", f"/taxes/{made['id']}", {"class": "nope"})) == (400, "rest_invalid_param")
    assert send(store, "DELETE", "/taxes/classes/zero-rate", query="force=true").status == 200
    assert send(store, "GET", f"/taxes/{made['id']}").status == 404
    assert read(send(store, "GET", "/taxes/classes/standard"))[0]["slug"] == "standard"


class Receiver(HTTPServer):
    """Keeps what webhooks send."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taker)
        self.got: list[tuple[Any, bytes]] = []
        self.status = 200


class Taker(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        self.server.got.append((self.headers, self.rfile.read(int(self.headers["content-length"]))))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def subscribe(store: MockStore, receiver: Receiver) -> Any:
    given = {
        "topic": "coupon.created", "secret": "a&amp;b", "delivery_url": f"http://127.0.0.1:{receiver.server_port}/in",
    }  # fmt: skip
    return read(send(store, "POST", "/webhooks", given))


def test_a_webhook_pings_and_signs(store: MockStore, receiver: Receiver) -> None:
    made = subscribe(store, receiver)
    assert "secret" not in made
    assert (made["status"], made["hooks"][1]) == ("active", "woocommerce_new_coupon")
    coupon = read(send(store, "POST", "/coupons", {"code": "ping"}))
    store.deliveries.wait()
    (first, ping), (headers, body) = receiver.got
    assert (ping, "x-wc-webhook-signature" in first) == (f"webhook_id={made['id']}".encode(), False)
    expected = base64.b64encode(hmac.new(b"a&b", body, hashlib.sha256).digest()).decode()
    assert headers["X-WC-Webhook-Signature"] == expected
    assert headers["X-WC-Webhook-Topic"] == "coupon.created"
    assert f'"id":{coupon["id"]}'.encode() in body


def test_a_receiver_that_fails_is_given_up(store: MockStore, receiver: Receiver) -> None:
    made = subscribe(store, receiver)
    receiver.status = 500
    for number in range(7):
        send(store, "POST", "/coupons", {"code": f"c{number}"})
        store.deliveries.wait()
    assert read(send(store, "GET", f"/webhooks/{made['id']}"))["status"] == "disabled"


@pytest.mark.parametrize(
    ("topic", "url", "word"), [("nope", "http://a/", "topic"), ("order.created", "a", "delivery_url")]
)
def test_a_webhook_needs_sense(store: MockStore, topic: str, url: str, word: str) -> None:
    answer = send(store, "POST", "/webhooks", {"topic": topic, "delivery_url": url})
    assert code(answer) == (400, f"woocommerce_rest_shop_webhook_invalid_{word}")


def test_zones(store: MockStore) -> None:
    zone = read(send(store, "POST", "/shipping/zones", {"name": "North", "order": 3}))
    places = [{"code": "NO", "type": "country"}, {"code": "x", "type": "bogus"}, {"code": "90*", "type": "postcode"}]
    found = read(send(store, "PUT", f"/shipping/zones/{zone['id']}/locations", places))
    assert [place["code"] for place in found] == ["NO", "90*"]
    path = f"/shipping/zones/{zone['id']}/methods"
    answer = send(store, "POST", path, {"method_id": "flat_rate", "settings": {"cost": "9"}})
    method = read(answer)
    assert (answer.status, method["settings"]["cost"]["value"], method["enabled"]) == (200, "9", True)
    renamed = read(send(store, "PUT", f"{path}/{method['id']}", {"settings": {"title": "Sled"}}))
    assert (renamed["title"], renamed["settings"]["title"]["value"]) == (method["title"], "Sled")
    assert read(send(store, "GET", f"{path}/{method['id']}"))["title"] == "Sled"
    refused = send(store, "PUT", f"{path}/{method['id']}", {"settings": {"tax_status": "bogus"}})
    assert code(refused) == (400, "rest_setting_value_invalid")
    assert send(store, "POST", path, {"method_id": "bogus"}).status == 500
    assert send(store, "DELETE", f"/shipping/zones/{zone['id']}", query="force=true").status == 200
    assert send(store, "GET", path).status == 404
    assert send(store, "PUT", "/shipping/zones/0", {"name": "x"}).status == 403


def test_gateways(store: MockStore) -> None:
    changed = read(send(store, "PUT", "/payment_gateways/bacs", {"title": "Wire", "order": 3, "settings": {"no": "x"}}))
    assert (changed["title"], changed["settings"]["title"]["value"], changed["order"]) == ("Wire", "Wire", 3)
    assert "no" not in changed["settings"]


def test_settings(store: MockStore) -> None:
    path = "/settings/general/woocommerce_currency"
    changed = read(send(store, "PUT", path, {"value": "EUR"}))
    assert (changed["value"], changed["group_id"]) == ("EUR", "general")
    assert read(send(store, "GET", "/data/currencies/current"))["code"] == "EUR"
    assert read(send(store, "GET", "/system_status"))["settings"]["currency"] == "EUR"
    assert code(send(store, "PUT", path, {"value": "bogus"})) == (400, "rest_setting_value_invalid")
    assert code(send(store, "GET", "/settings/general/bogus")) == (404, "rest_setting_setting_invalid")
    assert code(send(store, "GET", "/settings/bogus")) == (404, "rest_setting_setting_group_invalid")
    several = read(
        send(store, "POST", "/settings/general/batch", {"update": [{"id": "woocommerce_currency", "value": "USD"}]})
    )
    assert several["update"][0]["value"] == "USD"


def test_settings_of_several_groups_cannot_be_changed_at_once(store: MockStore) -> None:
    answer = send(store, "POST", "/settings/batch", {"update": [{"group_id": "general", "id": "x", "value": "y"}]})
    assert read(answer)["update"][0]["error"]["code"] == "invalid-method"


def test_codes_of_the_world_in_any_letter_case(store: MockStore) -> None:
    for path in ("/data/countries/us", "/data/countries/US", "/data/continents/oc", "/data/currencies/usd"):
        assert send(store, "GET", path).status == 200
    assert code(send(store, "GET", "/data/countries/zz")) == (404, "woocommerce_rest_data_invalid_location")


def test_tools_and_layouts(store: MockStore) -> None:
    used = read(send(store, "PUT", "/system_status/tools/empty_kiln_waitlist", {"confirm": True}))
    assert used["success"] is True
    assert list(read(send(store, "GET", "/layout-templates"))) == ["teaware-form"]
    assert read(send(store, "GET", "/layout-templates", query="area=nope")) == []


def test_a_batch_checks_no_types(store: MockStore) -> None:
    given = [{"email": {"a": 1}}, {"email": 5}, {}]
    made = read(send(store, "POST", "/customers/batch", {"create": given}))["create"]
    codes = [item["error"]["code"] for item in made]
    assert codes == ["customer_invalid_email", "customer_invalid_email", "registration-error-invalid-email"]


def test_a_rate_with_a_name_that_is_no_text_is_called_by_a_word_for_all(store: MockStore) -> None:
    """`sanitize_text_field` makes nothing of a list; alone the request is refused."""
    rates = [{"name": ["a"]}, {"name": {"a": "b"}}, {"name": "VAT"}]
    made = read(send(store, "POST", "/taxes/batch", {"create": rates}))["create"]
    assert [rate["name"] for rate in made] == ["Tax", "Tax", "VAT"]
    assert code(send(store, "POST", "/taxes", rates[0])) == (400, "rest_invalid_param")
