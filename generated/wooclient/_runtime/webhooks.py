"""What a store sends by itself: checked, and read as typed events."""

from __future__ import annotations

import hmac
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import parse_qs

from .errors import WooError
from .exchange import ERROR_KEYS, parse_json
from .reading import without_bom
from .shapes import is_many, is_object, is_sequence

T = TypeVar("T")


class HasItems(Protocol):
    """Headers that give their pairs by `items()`: a mapping, the message of `http.server`, those of a framework."""

    def items(self) -> Iterable[tuple[str, Any]]:
        """Each name with its value."""
        ...


Headers = Mapping[str, str] | HasItems | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]
#: No id has more; Python refuses to read numbers of thousands.
_MOST_DIGITS = 20
_UNSIGNED = "the delivery has no signature (no X-WC-Webhook-Signature header)"
#: Gives the model for the resource of a topic, or None; of the legacy API, if the second argument says so.
Find = Callable[[str, bool], Any]


class WebhookError(WooError):
    """What came is no delivery of a WooCommerce webhook, or not one that can be read."""


class SignatureError(WebhookError):
    """The signature is missing or wrong: whoever sent this does not know the secret, or the body was altered."""


@dataclass(frozen=True, slots=True)
class Ping:
    """The request by which a store tries whether the address answers, when a webhook is made. It is not signed.

    Answer it with status 200, or the store does not switch the webhook on.
    """

    webhook_id: int


@dataclass(frozen=True, slots=True)
class Event(Generic[T]):
    """One delivery.

    Attributes:
        topic: What happened, such as `order.updated`.
        resource: What it happened to: `order`, `product`, `customer`, `coupon`, or `action` for a hook of the store.
        event: What kind of thing happened: `created`, `updated`, `deleted`, `restored`; the hook's name for an action.
        delivery_id: Name of this delivery. Keep it for a while to see whether a delivery comes twice.
        webhook_id: Number of the webhook; None if the header is missing.
        source: Address of the store, as it says itself.
        id: Number of the record; None if there is none, as for most actions.
        data: The record as a model; None for a deleted one, for actions, and where the store sends something else in
            its place: it reads the record as the user of the webhook, who may have lost the right to, and sends the
            error then. See `raw`.
        raw: The parsed JSON of the body; webhooks of the legacy API put the record below a key: `{"order": {…}}`.
    """

    topic: str
    resource: str
    event: str
    delivery_id: str
    webhook_id: int | None
    source: str
    id: int | None
    data: T | None
    raw: Any

    @property
    def is_deleted(self) -> bool:
        """Whether the record is gone; only its `id` is known then."""
        return self.event == "deleted"

    @property
    def argument(self) -> Any:
        """The first argument of the hook, for an action; None for everything else."""
        return self.raw.get("arg") if self.resource == "action" and is_object(self.raw) else None


def sign(body: bytes, secret: str) -> str:
    """The signature that a store gives `body`: for tests of a receiver."""
    return b64encode(hmac.new(_key(secret).encode(), _raw(body), sha256).digest()).decode()


def verify(body: bytes | str, signature: str | None, secret: str) -> bool:
    """Whether `signature` (the header `X-WC-Webhook-Signature`) was made from `body` with `secret`.

    `body` has to be the bytes as they came: parsed and written again, they differ. The store decodes HTML entities in
    its secret before it signs, so a secret with `&`, `<` or quotes is tried both ways. Takes the same time for any
    wrong signature. Raises TypeError for a body that is no bytes or a secret that is no text, ValueError for an empty
    secret.
    """
    raw = _raw(body)
    if not _key(secret):
        raise ValueError("the secret is empty; anyone could sign with that")
    given = (signature or "").strip().encode("utf-8", "replace")
    found = [hmac.compare_digest(sign(raw, one).encode(), given) for one in (secret, unescape(secret))]
    return any(found)


def _raw(body: Any) -> bytes:
    """A body as bytes. Raises TypeError for anything that was made from them."""
    if isinstance(body, bytes):
        return body
    if isinstance(body, bytearray) or body.__class__ is memoryview:
        return bytes(body)
    raise TypeError(
        f"body has to be the raw bytes of the request, not what was parsed from them ({type(body).__name__})"
    )


def _key(secret: object) -> str:
    """A secret. Raises TypeError for what is no text."""
    if isinstance(secret, str):
        return secret
    hint = "; pass secret.decode()" if isinstance(secret, bytes | bytearray) else ""
    raise TypeError(f"secret has to be text, as the store shows it, not {type(secret).__name__}{hint}")


def parse_with(find: Find, headers: Headers, body: bytes) -> Event[Any] | Ping:
    """The event that a delivery holds; `find` gives the model for a resource. See `wooclient.webhooks.parse`."""
    named, body = _lower(headers), _raw(body)
    topic = named.get("x-wc-webhook-topic", "")
    if not topic:
        return _ping(body)
    resource, _, event = topic.partition(".")
    try:
        text = without_bom(body)
        raw = parse_json(text)
    except (ValueError, RecursionError):
        raise WebhookError(f"the body of a delivery about {topic} is not JSON") from None
    record, legacy = _opened(resource, raw)
    number = record.get("id") if is_object(record) else None
    kind = find(resource, legacy) if event != "deleted" and is_object(record) else None
    return Event(
        topic=topic,
        resource=resource,
        event=event,
        delivery_id=named.get("x-wc-webhook-delivery-id", ""),
        webhook_id=_number(named.get("x-wc-webhook-id", "")),
        source=named.get("x-wc-webhook-source", ""),
        id=_number(str(number)) if not isinstance(number, bool) else None,
        data=_model(kind, record, text, (resource,) if legacy else ()) if kind is not None else None,
        raw=raw,
    )


def _opened(resource: str, raw: Any) -> tuple[Any, bool]:
    """The record in a body, and whether it came the legacy way: under the name of its resource, not by itself."""
    if is_object(raw) and "id" not in raw and is_object(raw.get(resource)):
        return raw[resource], True
    return raw, False


def receive_with(find: Find, headers: Headers, body: bytes, secret: str) -> Event[Any] | Ping:
    """`parse_with` for a delivery whose signature was checked; see `wooclient.webhooks.receive`."""
    named, secret = _lower(headers), _key(secret)
    if "x-wc-webhook-topic" in named:
        signature = named.get("x-wc-webhook-signature", "")
        if not verify(body, signature, secret):
            what = "the signature does not fit the body and the secret" if signature else _UNSIGNED
            raise SignatureError(what)
    return parse_with(find, named, body)


def _lower(headers: Headers) -> dict[str, str]:
    """Headers by lower-case name, also as WSGI spells them (`HTTP_X_WC_WEBHOOK_TOPIC`), and as the bytes of ASGI."""
    texts = ((_text(name), _text(value)) for name, value in _pairs(headers))
    return {name.lower().removeprefix("http_").replace("_", "-"): value for name, value in texts}


def _pairs(headers: Any) -> list[tuple[Any, Any]]:
    """Names and values, whatever holds them. Raises TypeError for what holds none."""
    listed = headers.items() if hasattr(headers, "items") else headers
    pairs = list(listed) if is_many(listed) else None
    if pairs is None or not all(is_sequence(pair) and len(pair) == 2 for pair in pairs):
        kind = type(headers).__name__
        raise TypeError(f"headers have to be a mapping or pairs of name and value, as the request has them, not {kind}")
    return pairs


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _ping(body: bytes) -> Ping:
    found = parse_qs(body.decode("utf-8", "replace")).get("webhook_id", [""])[0]
    number = _number(found)
    if number is None:
        raise WebhookError("neither a delivery (no X-WC-Webhook-Topic header) nor a ping (no webhook_id in the body)")
    return Ping(number)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def _model(kind: Any, record: dict[str, Any], body: bytes, at: tuple[str, ...]) -> Any:
    """The model of what stands at `at` in `body`; None for an object that has nothing of it, such as an error."""
    from .models import remember
    from .repair import declared, repair

    if (declared(kind) - ERROR_KEYS).isdisjoint(record):
        return None
    model = repair(kind, record, kind.__name__, _ignore)
    remember(model, body, at)
    return model


def _ignore(field: str, value: Any) -> None:
    """Oddities of deliveries are kept as they came; no client is there to count them."""
