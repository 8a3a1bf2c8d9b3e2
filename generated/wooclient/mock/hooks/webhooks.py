"""Webhooks: topics, addresses, the secret that never comes back, and the ping when one is made."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from datetime import UTC
from typing import Any, ClassVar

from .. import dates, lists, text
from ..call import Call
from ..description import Description, Json, Operation
from ..errors import Crashed, Refused
from ..kinds import is_list, is_map
from ..resource import Resource
from ..state import Doc, Indexed, Query

#: WooCommerce's name of what happens inside it, by topic. Of others than these nothing is known.
_HOOKS = {
    "coupon.created": ("woocommerce_process_shop_coupon_meta", "woocommerce_new_coupon"),
    "coupon.updated": ("woocommerce_process_shop_coupon_meta", "woocommerce_update_coupon"),
    "coupon.deleted": ("wp_trash_post",),
    "coupon.restored": ("untrashed_post",),
    "customer.created": ("user_register", "woocommerce_created_customer", "woocommerce_new_customer"),
    "customer.updated": ("profile_update", "woocommerce_update_customer"),
    "customer.deleted": ("delete_user",),
    "order.created": ("woocommerce_new_order",),
    "order.updated": ("woocommerce_update_order", "woocommerce_order_refunded"),
    "order.deleted": ("wp_trash_post", "woocommerce_trash_order"),
    "order.restored": ("untrashed_post", "woocommerce_untrash_order"),
    "product.created": (
        "woocommerce_process_product_meta", "woocommerce_new_product", "woocommerce_new_product_variation",
    ),
    "product.updated": (
        "woocommerce_process_product_meta", "woocommerce_update_product", "woocommerce_update_product_variation",
    ),
    "product.deleted": ("wp_trash_post",),
    "product.restored": ("untrashed_post",),
}  # fmt: skip
_ACTION = re.compile(r"action\.(woocommerce|wc)_")
_RESOURCES = ("coupon", "customer", "order", "product")
_EVENTS = ("created", "updated", "deleted", "restored", "published")
STATUSES = ("active", "paused", "disabled")


def _stretch(sign: str) -> lists.Filter:
    """From or up to a moment of UTC, which has to have a blank in it: with a `T`, the database finds none."""

    def add(query: Query, value: Any, call: Call) -> None:
        moment = dates.parse(str(value)[:19], UTC) if " " in str(value) else None
        if moment is None:
            query.nothing()
        else:
            query.add(f"d.created {sign} ?", dates.utc(moment))

    return add


class Webhooks(Resource):
    """Subscriptions to what happens in the store."""

    topic = "webhook"
    exists = "woocommerce_rest_shop_webhook_exists"
    default_order = "date"
    default_direction = "desc"
    filters: ClassVar[lists.Filters] = {
        "search": lists.phrase,
        "status": lambda query, value, _: None if value == "all" else query.one_of("status", [str(value)]),
        "after": _stretch(">="),
        "before": _stretch("<="),
    }

    def refuses_trash_first(self) -> bool:
        """Also of what is not there."""
        return True

    def list(self, call: Call) -> Any:
        """One page; an offset skips nothing, but it is the first page then, whichever was asked for."""
        if call.params.pop("offset", None):
            call.params["page"] = 1
        found = super().list(call)
        if call.get("per_page") == 1:
            # The store takes pages of one for no pages at all.
            call.headers.pop("Link", None)
            lists.headers(call, int(call.headers["X-WP-Total"]), 1, int(call.get("page") or 1))
        return found

    def stricter(self, name: str) -> Json:
        """Moments are checked as if they could be written in the usual way."""
        return {"format": "date-time"} if name in ("after", "before") else {}

    def own_checks(self, operation: Operation, description: Description) -> Mapping[str, Json]:
        """The status of a new one; the address in a change is looked at by WooCommerce only."""
        status = {"status": {"type": "string", "enum": list(STATUSES)}}
        changed = {"delivery_url": {"type": "mixed"}} if operation.verb == "update" else {}
        return status if operation.verb == "create" else changed

    def blank(self, call: Call) -> Doc:
        """Active, and never changed."""
        doc = super().blank(call)
        doc.pop("secret", None)
        doc["status"] = "active"
        return doc

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Topic and address must be there, and make sense."""
        for name, valid in (("topic", _is_topic), ("delivery_url", _is_address)):
            given = call.get(name) or ""
            if new and call.in_batch and (is_map(given) or is_list(given)):
                raise Crashed("This is a text.")
            value = "-" if is_map(given) or is_list(given) else text.filled(text.scalar_text(given))
            if (new or value) and not valid(value):
                code = f"woocommerce_rest_shop_webhook_invalid_{name}"
                raise Refused(400, code, f"A webhook needs a {name} that this store can use.")
        super().change(call, doc, new=new)
        if new:
            moment = self.shop.now().strftime("%b %d, %Y @ %I:%M %p")
            doc["name"] = doc["name"] or f"Webhook created on {moment}"
            doc["status"] = "active"
            doc.setdefault("_secret", secrets.token_urlsafe(37))
        resource, _, event = doc["topic"].partition(".")
        doc["resource"], doc["event"] = resource, event
        doc["hooks"] = [event] if resource == "action" else list(_HOOKS.get(doc["topic"], ()))

    def set_topic(self, call: Call, doc: Doc, value: Any) -> None:
        """Nothing sent changes nothing."""
        if text.filled(value):
            doc["topic"] = text.scalar_text(value)

    def set_delivery_url(self, call: Call, doc: Doc, value: Any) -> None:
        """Nothing sent changes nothing."""
        if value:
            doc["delivery_url"] = text.scalar_text(value)

    def set_name(self, call: Call, doc: Doc, value: Any) -> None:
        """An empty name changes nothing."""
        if value:
            doc["name"] = text.scalar_text(value)

    def set_secret(self, call: Call, doc: Doc, value: Any) -> None:
        """Kept, and never shown."""
        if value:
            doc["_secret"] = text.scalar_text(value)

    def set_status(self, call: Call, doc: Doc, value: Any) -> None:
        """One of three words."""
        if value:
            status = text.scalar_text(value).lower()
            if status not in STATUSES:
                raise Refused(400, "woocommerce_rest_shop_webhook_invalid_status", "A webhook has no such status.")
            # Failures stay counted: one that is switched on again ends at its next failure, unless a delivery succeeds.
            doc["status"] = status

    def stamp(self, doc: Doc, *, new: bool) -> None:
        """A new one has not been changed yet."""
        super().stamp(doc, new=new)
        if new:
            doc["date_modified"] = doc["date_modified_gmt"] = None

    def narrow(self, query: Query, call: Call) -> None:
        """All of them, whatever their status."""

    def index(self, doc: Doc) -> Indexed:
        """Found by name."""
        found = super().index(doc)
        found.text = doc.get("name", "")
        return found

    def adopt(self, doc: Doc) -> None:
        """A snapshot has no secrets. It may say in which API's form a webhook tells of things, which no API shows."""
        doc.setdefault("_secret", "")
        doc.pop("secret", None)
        doc["_api_version"] = doc.pop("api_version", "wp_api_v3")

    def seed(self, value: Any, path: Json) -> None:
        """Dates of a snapshot may lack their twins."""
        for given in value if is_list(value) else [value]:
            for name in ("date_created", "date_modified"):
                if name in given and f"{name}_gmt" not in given:
                    moment = dates.from_local(str(given[name] or ""), self.shop.zone)
                    given = {**given, f"{name}_gmt": dates.utc(moment) if moment else None}
            super().seed(given, path)


def _is_topic(topic: str) -> bool:
    resource, _, event = topic.lower().partition(".")
    return bool(_ACTION.match(topic.lower())) or (resource in _RESOURCES and event in _EVENTS)


def _is_address(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\"'/?#]+\S*", url) is not None
