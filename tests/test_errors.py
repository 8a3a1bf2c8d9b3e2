"""One tree of errors: which class a refusal is, what it holds, and what it never shows."""

from __future__ import annotations

import json
import pickle
import traceback
from typing import Any

import pytest

import wooclient
from evidence.description import versions
from evidence.store import recordings
from refused import URL, refused, woo
from wooclient import (
    AnswerError,
    ApiError,
    AuthenticationError,
    BatchError,
    BatchInterrupted,
    ConfigurationError,
    Conflict,
    ConnectionFailed,
    ItemError,
    NoRoute,
    NotFound,
    NotJsonError,
    PermissionDenied,
    RateLimited,
    RedirectError,
    RequestError,
    ServerError,
    TimedOut,
    TooLarge,
    ValidationFailed,
    WooError,
)
from wooclient._runtime.checking import check
from wooclient._runtime.exchange import Request, Response
from wooclient._runtime.redaction import redact

KEY, SECRET = "ck_" + "a" * 40, "cs_" + "b" * 40
LEGACY = "woocommerce_api"
HTML = b"<!DOCTYPE html><html><title>502 Bad Gateway</title></html>"


def test_one_tree_with_one_root() -> None:
    def parents(kind: type) -> list[type]:
        return [k for k in kind.__mro__ if issubclass(k, WooError)]

    assert parents(TimedOut) == [TimedOut, ConnectionFailed, RequestError, WooError]
    for kind in (
        AuthenticationError,
        PermissionDenied,
        NotFound,
        NoRoute,
        ValidationFailed,
        Conflict,
        RateLimited,
        TooLarge,
        ServerError,
    ):
        assert parents(kind) == [kind, ApiError, AnswerError, RequestError, WooError]
    for kind in (NotJsonError, RedirectError):
        assert parents(kind) == [kind, AnswerError, RequestError, WooError]
    assert parents(BatchInterrupted) == [BatchInterrupted, RequestError, WooError]
    for kind in (ConfigurationError, ItemError, BatchError):
        assert issubclass(kind, WooError)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "woocommerce_rest_cannot_view", AuthenticationError),
        (401, "woocommerce_rest_authentication_error", AuthenticationError),
        (404, "woocommerce_api_authentication_error", AuthenticationError),
        (401, "woocommerce_api_user_cannot_create_coupon", PermissionDenied),
        (401, "woocommerce_api_user_cannot_delete_product_tag", PermissionDenied),
        (401, "woocommerce_api_cannot_delete_product_tag", NotFound),
        (401, "woocommerce_api_cannot_delete_product_category", NotFound),
        (401, "woocommerce_api_cannot_delete_product_shipping_class", NotFound),
        (401, "woocommerce_api_cannot_delete_tax", NotFound),
        (401, "woocommerce_api_cannot_delete_tax_class", NotFound),
        (401, "woocommerce_api_cannot_delete_product_attribute", ServerError),
        (500, "woocommerce_api_cannot_delete_product", ServerError),
        (403, "woocommerce_rest_cannot_delete", PermissionDenied),
        (404, "woocommerce_rest_product_invalid_id", NotFound),
        (400, "woocommerce_rest_product_invalid_id", NotFound),
        (400, "woocommerce_rest_shop_order_invalid_id", NotFound),
        (404, "woocommerce_rest_term_invalid", NotFound),
        (410, "woocommerce_rest_already_trashed", NotFound),
        (404, "rest_no_route", NoRoute),
        (400, "rest_invalid_param", ValidationFailed),
        (400, "woocommerce_rest_invalid_coupon", ValidationFailed),
        (400, "woocommerce_rest_invalid_item_id", ValidationFailed),
        (400, "customer_invalid_email", ValidationFailed),
        (501, "woocommerce_rest_trash_not_supported", ValidationFailed),
        (501, "rest_trash_not_supported", ValidationFailed),
        (400, "product_invalid_sku", Conflict),
        (400, "registration-error-email-exists", Conflict),
        (400, "registration-error-username-exists", Conflict),
        (400, "woocommerce_rest_coupon_code_already_exists", Conflict),
        (400, "woocommerce_rest_product_exists", Conflict),
        (400, "term_exists", Conflict),
        (409, "woocommerce_rest_comment_duplicate", Conflict),
        (413, "woocommerce_rest_request_entity_too_large", TooLarge),
        (429, "rest_too_many_requests", RateLimited),
        (500, "woocommerce_rest_cannot_create_order_refund", ValidationFailed),
        (500, "woocommerce_rest_invalid_order_refund", ValidationFailed),
        (500, "woocommerce_rest_shipping_zone_not_created", ValidationFailed),
        (500, "woocommerce_rest_review_failed_edit", ValidationFailed),
        (500, "rest_product_review_failed_edit", ValidationFailed),
        (500, "woocommerce_rest_cannot_delete", ValidationFailed),
        (500, "rest_cannot_delete", ValidationFailed),
        (500, "woocommerce_rest_invalid_order_id", NotFound),
        (500, "woocommerce_rest_invalid_order", NotFound),
        (500, "woocommerce_rest_invalid_order_refund_id", NotFound),
        (500, "invalid_term", NotFound),
        (500, "rest_setting_groups_empty", ServerError),
        (500, "woocommerce_rest_review_failed_create", ServerError),
        (401, "woocommerce_rest_cannot_delete", AuthenticationError),
        (500, "internal_server_error", ServerError),
        (503, "", ServerError),
    ],
)
def test_the_kind_of_a_refusal(status: int, code: str, kind: type[ApiError]) -> None:
    error = refused(status, woo(code, status))
    assert type(error) is kind
    assert error.status == status


@pytest.mark.parametrize("data", [500, None, "text", [], {"status": 500}])
def test_data_of_any_shape(data: Any) -> None:
    error = refused(500, {"code": "woocommerce_rest_cannot_create_order_refund", "message": "No.", "data": data})
    assert isinstance(error, ValidationFailed)
    assert error.data == data
    refusal = refused(400, {"code": "rest_invalid_param", "message": "No.", "data": data})
    assert isinstance(refusal, ValidationFailed)
    assert (refusal.params, refusal.details) == ({}, {})
    conflict = refused(409, {"code": "x", "message": "No.", "data": data})
    assert isinstance(conflict, Conflict)
    assert conflict.resource_id is None


def test_what_every_error_holds() -> None:
    error = refused(404, woo("woocommerce_rest_product_invalid_id", 404, "Invalid ID."), x_powered_by="PHP")
    assert isinstance(error, NotFound)
    assert (error.method, error.url, error.status) == ("GET", f"{URL}?page=2", 404)
    assert (error.code, error.message) == ("woocommerce_rest_product_invalid_id", "Invalid ID.")
    assert (error.data, error.attempts) == ({"status": 404}, 3)
    assert error.headers == {"x-powered-by": "PHP"}
    assert json.loads(error.body)["code"] == error.code
    assert str(error) == (f"404 woocommerce_rest_product_invalid_id: Invalid ID. (GET {URL}?page=2, 3 attempts)")


def test_params_and_details() -> None:
    detail = {"code": "rest_out_of_bounds", "message": "per_page must be …", "data": None}
    error = refused(
        400, woo("rest_invalid_param", params={"per_page": "per_page must be …"}, details={"per_page": detail})
    )
    assert isinstance(error, ValidationFailed)
    assert error.params == {"per_page": "per_page must be …"}
    assert error.details == {"per_page": detail}
    assert "per_page: per_page must be …" in str(error)
    missing = refused(400, woo("rest_missing_callback_param", params=["reason", "amount"]))
    assert isinstance(missing, ValidationFailed)
    assert missing.params == {"reason": "missing", "amount": "missing"}


def test_a_conflict_names_what_exists() -> None:
    error = refused(400, woo("product_invalid_sku", resource_id=42, unique_sku="a-1"))
    assert isinstance(error, Conflict)
    assert error.resource_id == 42


def test_legacy_errors() -> None:
    error = refused(404, {"errors": [{"code": "woocommerce_api_invalid_product_id", "message": "Invalid product ID"}]})
    assert isinstance(error, NotFound)
    assert error.code == "woocommerce_api_invalid_product_id"


def test_a_legacy_api_that_is_switched_off() -> None:
    error = refused(404, {"errors": {"code": "woocommerce_api_disabled", "message": "The API is disabled"}})
    assert isinstance(error, NoRoute)
    assert "Legacy API" in error.hint


@pytest.mark.parametrize("code", ["woocommerce_api_user_cannot_read_tax", "woocommerce_api_cannot_delete_tax"])
def test_a_legacy_401_that_is_not_about_keys_has_no_hint_at_them(code: str) -> None:
    assert refused(401, {"errors": [{"code": code, "message": "No."}]}).hint == ""


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n"])
@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (f"{LEGACY}_tax_class_exists", Conflict),
        (f"{LEGACY}_authentication_error", AuthenticationError),
        ("x", ApiError),
    ],
)
def test_a_refusal_that_comes_as_a_success(code: str, kind: type[ApiError], before: bytes) -> None:
    """Where the store forgets to set a status: a tax class that exists, v1's clock, a gateway that refuses."""
    body = before + json.dumps({"errors": [{"code": code, "message": "No."}]}).encode()
    error = refused(200, body, url="https://shop.example/wc-api/v3/taxes/classes")
    assert type(error) is kind
    assert (error.status, error.code) == (200, code)  # type: ignore[attr-defined]


@pytest.mark.parametrize("body", [b'{"errors": []}', b'{"errors": 0}', b'{"id": 5, "errors": [{"code": "x"}]}'])
def test_a_success_that_only_looks_like_a_refusal(body: bytes) -> None:
    check(Request("GET", "https://shop.example/wc-api/v3/orders"), Response(200, {}, body), "basic")


def test_every_failure_on_record_is_judged_by_its_code() -> None:
    """Of all answers with a status of 500 or more that a real store gave, none was a failure of the store."""
    seen = {
        (code, type(refused(exchange.status, exchange.response, exchange.method)))
        for version in versions()
        for exchange in recordings(version)
        if exchange.status >= 500 and (code := exchange.error_code)
    }
    assert {kind for _, kind in seen} == {ValidationFailed, NotFound}
    assert {code for code, _ in seen} >= {
        "invalid_term",
        "rest_product_review_failed_edit",
        "woocommerce_rest_cannot_create_order_refund",
        "woocommerce_rest_shipping_zone_not_created",
    }


def test_a_legacy_store_that_crashes_over_a_refund_says_what_most_likely_happened() -> None:
    body = {"code": "internal_server_error", "message": "There has been a critical error.", "data": {"status": 500}}
    request = Request("POST", "https://shop.example/wc-api/v3/orders/5/refunds", (("api_refund", "0"),))
    with pytest.raises(ServerError) as caught:
        check(request, Response(500, {}, json.dumps(body).encode()))
    assert "above what is left of the order" in caught.value.hint


@pytest.mark.parametrize(("method", "url"), [("GET", "wc-api/v3/orders"), ("POST", "wp-json/wc/v3/orders")])
def test_only_new_legacy_orders_are_known_to_be_answered_badly(method: str, url: str) -> None:
    with pytest.raises(ServerError) as caught:
        check(Request(method, f"https://shop.example/{url}"), Response(500, {}, b""), "basic")
    assert caught.value.hint == ""


@pytest.mark.parametrize("body", [HTML, b"", b"-1", b'{"a"', b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, AuthenticationError),
        (403, PermissionDenied),
        (404, NotJsonError),
        (400, NotJsonError),
        (406, NotJsonError),
        (413, TooLarge),
        (429, RateLimited),
        (500, ServerError),
        (502, ServerError),
        (524, ServerError),
    ],
)
def test_bodies_that_are_no_woocommerce_error(status: int, kind: type[AnswerError], body: bytes) -> None:
    """A missing web page must not look like a missing record, but a limit is a limit whoever sets it."""
    error = refused(status, body, content_type="text/html; charset=UTF-8")
    assert type(error) is kind
    assert error.body == body
    assert len(str(error)) < 1200
    assert str(error).startswith(f"{status}: ")
    if isinstance(error, ApiError):
        assert error.code == ""


def test_a_page_in_place_of_json() -> None:
    error = refused(404, HTML, content_type="text/html")
    assert isinstance(error, NotJsonError)
    assert (error.content_type, error.excerpt) == ("text/html", HTML.decode())
    assert "ermalinks" in error.hint
    assert len(refused(404, b"x" * 5000).excerpt) == 200  # type: ignore[attr-defined]


def test_a_byte_order_mark_hides_no_code() -> None:
    error = refused(404, b"\xef\xbb\xbf\xef\xbb\xbf" + json.dumps(woo("woocommerce_rest_term_invalid", 404)).encode())
    assert isinstance(error, NotFound)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "12"}, 12),
        ({"retry_after": "Tue, 01 Jan 2030 00:01:00 GMT", "date": "Tue, 01 Jan 2030 00:00:00 GMT"}, 60),
        ({}, None),
    ],
)
def test_a_rate_limit_says_how_long(headers: dict[str, str], seconds: float | None) -> None:
    error = refused(429, HTML, **headers)
    assert isinstance(error, RateLimited)
    assert error.retry_after == seconds


def test_any_answer_may_say_how_long_to_wait() -> None:
    told = {"retry_after": "30"}
    assert refused(503, HTML, **told).retry_after == 30
    assert refused(503, woo("x", 503), "POST", **told).retry_after == 30
    assert refused(500, woo("woocommerce_rest_cannot_create_order_refund", 500), **told).retry_after == 30
    assert refused(503, HTML).retry_after is None
    assert ConnectionFailed("why").retry_after is None


def test_a_redirect_names_the_place() -> None:
    error = refused(302, b"", method="POST", location=f"https://www.shop.example/x?consumer_secret={SECRET}")
    assert isinstance(error, RedirectError)
    assert error.location == "https://www.shop.example/x"
    assert SECRET not in f"{error} {error.headers}"
    assert "does not name" in str(refused(300))


def every_error() -> list[WooError]:
    return [
        ConfigurationError("why"),
        RequestError("why", method="GET", url=URL, attempts=2),
        ConnectionFailed("why", sent=True, method="GET", url=URL),
        TimedOut("why", sent=False, method="GET", url=URL),
        refused(401, woo("woocommerce_rest_cannot_view", 401)),
        refused(400, woo("rest_invalid_param", params={"a": "b"})),
        refused(409, woo("x", 409, resource_id=3)),
        refused(429, b"", retry_after="3"),
        refused(404, HTML),
        refused(301, b"", location="https://x.example/"),
        ItemError("why", code="c", data={"status": 400}),
        BatchError("why", errors=[ItemError("why", code="c")]),
        BatchInterrupted("why", done=[1], unsent=[2], unknown=[3]),
        BatchInterrupted("why", cause=refused(503, HTML, retry_after="3"), done=[1], unsent=[2], unknown=[3]),
    ]


@pytest.mark.parametrize("error", every_error(), ids=lambda e: type(e).__name__)
def test_errors_can_be_pickled(error: WooError) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        copy = pickle.loads(pickle.dumps(error, protocol))
        assert type(copy) is type(error)
        assert str(copy) == str(error)
        assert {k: str(v) for k, v in vars(copy).items()} == {k: str(v) for k, v in vars(error).items()}


def test_every_error_is_exported() -> None:
    kinds = {type(error) for error in every_error()} | {AnswerError, ApiError, PermissionDenied, NoRoute, TooLarge}
    assert {kind.__name__ for kind in kinds} <= set(wooclient.__all__)


@pytest.mark.parametrize(
    "text",
    [
        f"https://shop.example/?consumer_key={KEY}&consumer_secret={SECRET}",
        f"consumer_secret%3D{SECRET}",
        f'{{"consumer_secret": "{SECRET}"}}',
        f"['consumer_secret' => '{SECRET}']",
        f"the secret {SECRET} is wrong",
        f"Authorization: Basic {'QUJD' * 20}",
        "oauth_signature=AbCdEfGh%2BIj%3D&x=1",
        "consumer_secret=short&x=1",
    ],
)
def test_redaction(text: str) -> None:
    shown = redact(text)
    assert not any(secret in shown for secret in (SECRET, KEY, "QUJDQUJD", "AbCdEfGh", "short"))
    assert "***" in shown


@pytest.mark.parametrize(
    "text", ["", URL, "50 % of track_records", "Basic subscription", "SKU cs_100", "https://shop.example/?page=2"]
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


def test_no_secret_in_text_repr_or_traceback() -> None:
    page = f"<html>GET /?consumer_key={KEY}&consumer_secret={SECRET}</html>".encode()
    for error in (
        refused(404, page),
        refused(500, page),
        refused(400, woo("x", 400, f"bad {SECRET}", params={"a": SECRET})),
    ):
        shown = f"{error} {error!r} {error.args} {error.headers} {''.join(traceback.format_exception(error))}"
        assert SECRET not in shown
        assert KEY not in shown
        assert SECRET not in str(getattr(error, "excerpt", ""))
