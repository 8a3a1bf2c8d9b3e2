"""Fulfillments of orders: which pieces go in one parcel, and what is known of it.

Refusals have numbers as codes, as in a real store.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...call import Call
from ...description import Json
from ...errors import Refused
from ...kinds import elements, is_list, is_map
from ...resource import Resource
from ...state import Doc
from ...text import scalar_text

_ITEMS, _FULFILLED, _ORDER_META = "_items", "_date_fulfilled", "_fulfillment_status"
_STATUSES = ("unfulfilled", "fulfilled")
_NO_ORDER = "woocommerce_rest_order_invalid_id"


class _Declined(Refused):
    """A refusal whose code is a number."""

    def __init__(self, message: str, number: int = 0) -> None:
        super().__init__(400, str(number), message)
        self.number = number

    def body(self) -> Json:
        """The body of the answer."""
        return {**super().body(), "code": self.number}


class _NoOrder(Refused):
    """There is no such order; the status in the body is a text."""

    def __init__(self) -> None:
        super().__init__(404, _NO_ORDER, "There is no such order.")

    def body(self) -> Json:
        """The body of the answer."""
        return {**super().body(), "data": {"status": "404"}}


class Fulfillments(Resource):
    """Fulfillments of one order. A deleted one stays where it is, unseen."""

    def may(self, call: Call) -> None:
        """A missing order is told to anybody; what belongs to an order of a guest, anybody may read."""
        order = self.state.get("orders", call.path["order_id"])
        if order is None:
            raise _NoOrder
        if not call.user and (call.operation.writes or order.get("customer_id")):
            self.guard_strangers(call)

    def list(self, call: Call) -> Any:
        """Those that were not deleted."""
        found = self.state.all("orders.fulfillments", call.path["order_id"])
        return [self._read(doc) for doc in found if not doc.get("date_deleted")]

    def create(self, call: Call) -> Any:
        """A new one, if it says which lines of the order it holds."""
        needed = ("key", "value") if self._later else ("id", "key", "value")
        rows = [row for row in elements(call.get("meta_data")) if is_map(row) and _names(row, needed)]
        if not call.gave("status"):
            raise _Declined("Such a status is not known.")
        _check(rows)
        doc: Doc = {
            "id": self.state.next_id(self.counter),
            **_status(call.get("status"), False),
            "entity_type": "WC_Order",
            "entity_id": str(call.path["order_id"]),
            "date_updated": self._now(),
            **({"date_deleted": None} if self._later else {}),
            "meta_data": [self._row(row["key"], row["value"]) for row in rows],
            "_parent": call.path["order_id"],
        }
        self._date(doc)
        self._keep(doc)
        return _shown(doc)

    def get(self, call: Call) -> Any:
        """One that was not deleted."""
        doc = self.wanted(call)
        if doc.get("date_deleted"):
            raise _Declined("There is no such fulfillment.", 404)
        return self._read(doc)

    def update(self, call: Call) -> Any:
        """Another status, and other custom fields. By release 10.7, the answer tells when it was changed before."""
        before = self.wanted(call)
        doc = self._with(call, before, elements(call.get("meta_data")))
        if call.gave("status"):
            doc.update(_status(call.get("status"), bool(before["is_fulfilled"])))
        self._date(doc)
        kept = {**doc, "date_updated": self._now()}
        self._keep(kept)
        return _shown(kept if self._later else doc)

    def delete(self, call: Call) -> Any:
        """Mark it as deleted."""
        doc = self.wanted(call)
        if not doc.get("date_deleted"):
            self._keep({**doc, "date_deleted": self._now()})
        return {"message": "The fulfillment is deleted."}

    def lookup(self, call: Call) -> Any:
        """No carriers are known here: none has such numbers."""
        return []

    def wanted(self, call: Call) -> Doc:
        """The fulfillment that the path names."""
        doc = self.state.copy("orders.fulfillments", call.path["fulfillment_id"])
        if doc is None:
            raise _Declined("There is no such fulfillment.")
        if doc["_parent"] != call.path["order_id"]:
            raise _Declined("This fulfillment is of another order.")
        return doc

    def _with(self, call: Call, doc: Doc, sent: Sequence[Any]) -> Doc:
        """A fulfillment with just the custom fields that were sent."""
        rows = {scalar_text(row.get("key")): row.get("value") for row in sent if is_map(row)}
        _check([{"key": key, "value": value} for key, value in rows.items()])
        if doc.get("date_deleted"):
            raise _Declined("This fulfillment is deleted.")
        old = {row["key"]: row["id"] for row in doc["meta_data"]}
        fields = [self._row(key, value, old.get(key)) for key, value in rows.items()]
        return {**doc, "meta_data": fields}

    def _row(self, key: str, value: Any, number: int | None = None) -> Json:
        return {"id": number or self.state.next_id("fulfillment_meta"), "key": key, "value": value}

    def _date(self, doc: Doc) -> None:
        """Note when it was fulfilled, unless that is known."""
        if doc["is_fulfilled"] and all(row["key"] != _FULFILLED for row in doc["meta_data"]):
            doc["meta_data"] = [*doc["meta_data"], self._row(_FULFILLED, self._now())]

    def _keep(self, doc: Doc) -> None:
        """Store it, and tell the order how far it is."""
        self.state.put("orders.fulfillments", doc["id"], doc, self.index(doc))
        order = self.state.copy("orders", doc["_parent"])
        if order is not None:
            others = [
                one for one in self.state.all("orders.fulfillments", doc["_parent"]) if not one.get("date_deleted")
            ]
            fields = [row for row in order.get("meta_data", []) if row["key"] != _ORDER_META]
            known = next((row["id"] for row in order.get("meta_data", []) if row["key"] == _ORDER_META), None)
            number = known or self.state.next_id("meta")
            order["meta_data"] = [*fields, {"id": number, "key": _ORDER_META, "value": _progress(order, others)}]
            self.shop.resource("orders").save(order)

    @property
    def _later(self) -> bool:
        return self.shop.since(10, 8)

    def _read(self, doc: Doc) -> Json:
        """One that is read: as its table holds it, from release 10.8 on."""
        return {**_shown(doc), "is_fulfilled": str(int(doc["is_fulfilled"]))} if self._later else _shown(doc)

    def _now(self) -> str:
        if self._later:
            return self.shop.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.shop.now().astimezone(self.shop.zone).strftime("%Y-%m-%d %H:%M:%S")


class FulfillmentFields(Fulfillments):
    """Custom fields of one fulfillment, also of a deleted one."""

    def list(self, call: Call) -> Any:
        """All of them."""
        return self.wanted(call)["meta_data"]

    def update(self, call: Call) -> Any:
        """Those that are sent, and no others."""
        return self._stored(self._with(call, self.wanted(call), elements(call.get("meta_data"))))

    def delete(self, call: Call) -> Any:
        """Those of one name."""
        doc = self.wanted(call)
        name = scalar_text(call.get("meta_key"))
        return self._stored(
            self._with(call, doc, [row for row in doc["meta_data"] if row["key"] not in (name, _FULFILLED)])
        )

    def _stored(self, doc: Doc) -> Any:
        self._date(doc)
        self._keep({**doc, "date_updated": self._now()})
        return doc["meta_data"]


def _names(row: Json, needed: Sequence[str]) -> bool:
    """Whether a new custom field is not passed over: it names all that is needed."""
    return all(row.get(name) is not None for name in needed)


def _check(rows: list[Any]) -> None:
    """Raise if custom fields do not say which lines, and how many of each."""
    items = next((row["value"] for row in rows if row["key"] == _ITEMS), None)
    if not items:
        raise _Declined("It holds no line of the order.")
    if not is_list(items):
        raise _Declined("The lines are no list.")
    if not all(
        is_map(item) and _is_count(item.get("item_id"), int) and _is_count(item.get("qty"), float) for item in items
    ):
        raise _Declined("A line is not as it must be.")


def _is_count(value: Any, kind: type[float]) -> bool:
    return isinstance(value, int | kind) and not isinstance(value, bool) and value > 0


def _status(word: Any, fulfilled: bool) -> Json:
    """What a status means; one that is not known changes nothing."""
    text = scalar_text(word)
    known = text if text in _STATUSES else _STATUSES[fulfilled]
    return {"is_fulfilled": known == "fulfilled", "status": known}


def _progress(order: Doc, fulfillments: list[Doc]) -> str:
    """How far an order is."""
    if not fulfillments:
        return "no_fulfillments"
    done = [one for one in fulfillments if one["is_fulfilled"]]
    if not done:
        return "unfulfilled"
    sent = sum(float(item["qty"]) for one in done for item in _items(one))
    wanted = sum(float(line.get("quantity") or 0) for line in order.get("line_items", []))
    return "fulfilled" if len(done) == len(fulfillments) and sent >= wanted else "partially_fulfilled"


def _items(doc: Doc) -> list[Json]:
    found: list[Json] = []
    return next((row["value"] for row in doc["meta_data"] if row["key"] == _ITEMS), found)


def _shown(doc: Doc) -> Json:
    return {name: value for name, value in doc.items() if name[:1] != "_"}
