"""Keys that a store refuses: which error that is, and how it is explained."""

from __future__ import annotations

import json

import pytest

from refused import URL, refused, woo
from wooclient import (
    ApiError,
    AuthenticationError,
    Conflict,
    NoRoute,
    NotFound,
    PermissionDenied,
    ServerError,
    ValidationFailed,
)
from wooclient._runtime.checking import check
from wooclient._runtime.exchange import Request, Response
from wooclient._runtime.refusals import kind_of_error, lacks_permission

ENGLISH = "The API key provided does not have {} permissions."
#: What WordPress sends with every answer to a user that it knows.
KNOWN = {"expires": "Wed, 11 Jan 1984 05:00:00 GMT", "cache_control": "no-cache, must-revalidate, max-age=0"}


@pytest.mark.parametrize(
    ("method", "word", "hint"),
    [
        ("GET", "read", "This key may only write"),
        ("HEAD", "read", "This key may only write"),
        ("POST", "write", "This key may only read"),
        ("PUT", "write", "This key may only read"),
        ("DELETE", "write", "This key may only read"),
    ],
)
@pytest.mark.parametrize("legacy", [False, True])
def test_a_key_made_for_reading_or_for_writing_only(method: str, word: str, hint: str, legacy: bool) -> None:
    told = ENGLISH.format(word)
    code = f"woocommerce_{'api' if legacy else 'rest'}_authentication_error"
    error = refused(401, {"errors": [{"code": code, "message": told}]} if legacy else woo(code, 401, told), method)
    assert type(error) is PermissionDenied
    assert (error.status, error.message) == (401, told)
    assert error.hint.startswith(hint)


def test_a_key_made_for_reading_only_at_a_store_that_speaks_another_language() -> None:
    body = woo("woocommerce_rest_authentication_error", 401, "Der Schlüssel darf nicht schreiben.")
    error = refused(401, body, "POST", **KNOWN)
    assert type(error) is PermissionDenied
    assert error.hint.startswith("This key may only read")
    assert "secret or signature is wrong" in error.hint
    # No user, no such header; and a plugin may send it always.
    assert type(refused(401, body, "POST")) is AuthenticationError
    for told in ("Consumer secret is invalid.", "Invalid signature - …", "Invalid nonce - …", "Invalid timestamp."):
        body = woo("woocommerce_rest_authentication_error", 401, told)
        assert type(refused(401, body, "POST", **KNOWN)) is AuthenticationError
    unseen = woo("woocommerce_rest_cannot_view", 401)
    assert type(refused(401, unseen, **KNOWN)) is AuthenticationError


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, ValidationFailed), (402, ValidationFailed), (404, NotFound), (409, Conflict), (500, ServerError)],
)
def test_what_a_plugin_cannot_prove_elsewhere_is_no_lack_of_a_permission(status: int, kind: type[ApiError]) -> None:
    """A payment plugin that calls its own service fails there, for a user that the store knows."""
    error = refused(status, woo("plugin_authentication_error", status, "The service refuses this."), "POST", **KNOWN)
    assert (type(error), error.hint) == (kind, "")


@pytest.mark.parametrize("told", ["Der Schlüssel darf das nicht.", "The key may not write.", ""])
@pytest.mark.parametrize(
    ("code", "status", "way", "hint"),
    [
        ("woocommerce_rest_authentication_error", 401, "basic", "or it may not do this"),
        ("woocommerce_api_authentication_error", 401, "query", "or it may not do this"),
        ("woocommerce_rest_authentication_error", 401, "oauth", "or the key may not do this"),
        ("woocommerce_api_authentication_error", 401, "oauth_sha1", "or the key may not do this"),
        ("woocommerce_api_authentication_error", 404, "basic", "saw no key"),
        ("woocommerce_rest_cannot_view", 401, "basic", "saw no key"),
        ("woocommerce_rest_authentication_missing_parameter", 401, "oauth", "saw no signature"),
    ],
)
def test_a_refused_key_is_explained_in_any_language(told: str, code: str, status: int, way: str, hint: str) -> None:
    body = {"errors": [{"code": code, "message": told}]} if "_api_" in code else woo(code, status, told)
    with pytest.raises(AuthenticationError) as caught:
        check(Request("POST", URL), Response(status, {}, json.dumps(body).encode()), way)
    assert hint in caught.value.hint


def test_a_key_that_a_server_may_have_removed() -> None:
    """Of the legacy API only v3 asks for a key in this way: it says the same to no key and to a wrong secret."""
    body = {"errors": [{"code": "woocommerce_api_authentication_error", "message": "Nein."}]}
    assert 'auth="query"' in refused(401, body, www_authenticate="Basic realm=x").hint
    assert 'auth="query"' not in refused(401, body).hint


@pytest.mark.parametrize(
    "told",
    [
        "Invalid signature",
        "Invalid timestamp",
        "Invalid nonce",
        "Consumer secret is invalid.",
        "Consumer KEY is invalid.",
    ],
)
def test_a_key_that_is_not_proven_lacks_no_permission_whatever_headers_say(told: str) -> None:
    code = "woocommerce_rest_authentication_error"
    expires = {"expires": "Wed, 11 Jan 1984 05:00:00 GMT"}
    assert not lacks_permission(code, told, expires)
    assert lacks_permission(code, "Nein.", expires)
    assert not lacks_permission(code, "Nein.", {"expires": "Wed, 11 Jan 1984 05:00:01 GMT"})
    assert not lacks_permission("woocommerce_rest_cannot_view", "no write permissions", expires)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, "woocommerce_rest_shop_coupon_invalid_id", NotFound),
        (404, "woocommerce_api_no_route", NoRoute),
        (404, "woocommerce_api_disabled", NoRoute),
        (409, "of_a_plugin", Conflict),
        (410, "of_a_plugin", NotFound),
        (399, "of_a_plugin", ApiError),
        (400, "of_a_plugin", ValidationFailed),
        (499, "of_a_plugin", ValidationFailed),
        (400, "", ApiError),
        (499, "", ApiError),
        (500, "of_a_plugin", ServerError),
        (599, "", ServerError),
        # Only a status of 500 or more makes a refusal of these.
        (400, "woocommerce_rest_cannot_delete", ValidationFailed),
        (403, "rest_cannot_delete", PermissionDenied),
        (404, "woocommerce_rest_invalid_order", NotFound),
        (409, "woocommerce_rest_shipping_zone_not_created", Conflict),
        (500, "woocommerce_api_user_cannot_read", PermissionDenied),
    ],
)
def test_the_kind_of_a_refusal_at_the_bounds_of_its_status(status: int, code: str, kind: type[ApiError]) -> None:
    assert kind_of_error(status, code) is kind
