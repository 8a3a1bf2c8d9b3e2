"""Which error a refusal is, by what WooCommerce really means and not only by the status that it sends."""

from __future__ import annotations

from collections.abc import Mapping

from .errors import (
    ApiError,
    AuthenticationError,
    Conflict,
    NoRoute,
    NotFound,
    PermissionDenied,
    RateLimited,
    ServerError,
    TooLarge,
    ValidationFailed,
)

_BY_STATUS: dict[int, type[ApiError]] = {
    401: AuthenticationError,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    413: TooLarge,
    429: RateLimited,
}
_BY_CODE: dict[str, type[ApiError]] = {
    "product_invalid_sku": Conflict,
    "registration-error-email-exists": Conflict,
    "registration-error-username-exists": Conflict,
    "term_exists": Conflict,
    "rest_no_route": NoRoute,
    "woocommerce_api_no_route": NoRoute,
    "woocommerce_api_disabled": NoRoute,
    "woocommerce_api_authentication_error": AuthenticationError,
    # 401, although the key is fine: there is no such record. Stores delete whatever is there, the default category too.
    "woocommerce_api_cannot_delete_product_category": NotFound,
    "woocommerce_api_cannot_delete_product_tag": NotFound,
    "woocommerce_api_cannot_delete_product_shipping_class": NotFound,
    "woocommerce_api_cannot_delete_tax": NotFound,
    "woocommerce_api_cannot_delete_tax_class": NotFound,
    # 401 as well, if the database refuses; one that is not there has a code of its own.
    "woocommerce_api_cannot_delete_product_attribute": ServerError,
}
#: Refusals that stores send with a status of 500, as if they had failed.
_REFUSED_AS_FAILURE: dict[str, type[ApiError]] = {
    # The amount is above the rest, or the gateway cannot refund: the status stands where the data should.
    "woocommerce_rest_cannot_create_order_refund": ValidationFailed,
    "woocommerce_rest_invalid_order_refund": ValidationFailed,
    # The order of a refund: these as well have a number in place of the data.
    "woocommerce_rest_invalid_order_id": NotFound,
    "woocommerce_rest_invalid_order": NotFound,
    "woocommerce_rest_invalid_order_refund_id": NotFound,
    # The record has that status already; in v1 and v2, neither text nor date nor name of the reviewer changes.
    "woocommerce_rest_review_failed_edit": ValidationFailed,
    "rest_product_review_failed_edit": ValidationFailed,
    # No shipping method is called so.
    "woocommerce_rest_shipping_zone_not_created": ValidationFailed,
    # The default category, and whatever a plugin protects.
    "woocommerce_rest_cannot_delete": ValidationFailed,
    "rest_cannot_delete": ValidationFailed,
    # A category, tag or term of the id 0.
    "invalid_term": NotFound,
}
#: How a legacy store begins its 401 to a key that it knows, if the key's user may not do this.
_NOT_ALLOWED = "woocommerce_api_user_cannot_"
_BY_ENDING: tuple[tuple[str, type[ApiError]], ...] = (
    ("_already_exists", Conflict),
    ("_exists", Conflict),
    ("_duplicate", Conflict),
    ("_product_invalid_id", NotFound),
    ("_shop_order_invalid_id", NotFound),
    ("_shop_coupon_invalid_id", NotFound),
    # 501, although the store works: the caller has to say force=True.
    ("trash_not_supported", ValidationFailed),
)
#: What a store that speaks English says of a key that it knows, but that was made for reading or for writing only.
_MAY_NOT = ("write permission", "read permission")
#: What it says of a key that it does not know, or of a wrong secret or signature.
_NOT_PROVEN = ("signature", "timestamp", "nonce", "secret is invalid", "key is invalid")
#: The date that WordPress puts on answers to users it knows, so that nobody keeps them. A refused key has no user.
_KNOWN_USER = "Wed, 11 Jan 1984 05:00:00 GMT"
_NO_HEADERS: Mapping[str, str] = {}


def kind_of_error(
    status: int, code: str, message: str = "", headers: Mapping[str, str] = _NO_HEADERS
) -> type[ApiError]:
    """The class of a refusal.

    The code goes before the status where the store's status is wrong or vague: a missing product is 400 on a change
    and 404 on a read, a refund above the rest is 500, and a legacy store answers 404 to a wrong signature, 401 for a
    missing tag, and 200 for a tax class that exists. A key that may only read is told from an unknown one by `message`
    and `headers`.
    """
    kind = _by_code(status, code)
    return PermissionDenied if kind is AuthenticationError and lacks_permission(code, message, headers) else kind


def _by_code(status: int, code: str) -> type[ApiError]:
    if code in _BY_CODE:
        return _BY_CODE[code]
    if status >= 500 and code in _REFUSED_AS_FAILURE:
        return _REFUSED_AS_FAILURE[code]
    if code.startswith(_NOT_ALLOWED):
        return PermissionDenied
    for ending, kind in _BY_ENDING:
        if code.endswith(ending):
            return kind
    if status >= 500:
        return ServerError
    return _BY_STATUS.get(status, ValidationFailed if 400 <= status < 500 and code else ApiError)


def lacks_permission(code: str, message: str, headers: Mapping[str, str]) -> bool:
    """Whether a 401 is about a key that the store knows, but that was made for reading or for writing only.

    The message tells in English. In other languages WordPress's own header does, which the legacy API does not send.
    """
    if not code.endswith("_authentication_error"):
        return False
    told = message.lower()
    if any(words in told for words in _MAY_NOT):
        return True
    return headers.get("expires", "") == _KNOWN_USER and not any(word in told for word in _NOT_PROVEN)
