"""What the store says of itself: its status report, the tools of its back room, and layouts of its product form."""

from __future__ import annotations

from typing import Any

from ..call import Call
from ..description import Json
from ..kinds import is_list, is_map, members
from ..resource import Resource
from ..state import Doc, Query
from .named import Named
from .orders import showing

#: What WordPress calls posts, by kind; in the order of the report.
_POSTS = {
    "product": "products",
    "product_variation": "products.variations",
    "shop_coupon": "coupons",
    "shop_order": "orders",
    "shop_order_refund": "orders.refunds",
}
#: What stands among WordPress's posts for an order that is kept in a table of its own.
_PLACEHOLDER = "shop_order_placehold"
#: Settings that the report repeats: where it has them, group and name.
_SETTINGS = {
    "currency": "woocommerce_currency",
    "currency_position": "woocommerce_currency_pos",
    "thousand_separator": "woocommerce_price_thousand_sep",
    "decimal_separator": "woocommerce_price_decimal_sep",
}


class Status(Resource):
    """The status report: as the seed has it, with what the mock knows better."""

    def get(self, call: Call) -> Any:
        """The report. Whether the store reaches others is found out once; the outcome is then remembered as a text."""
        doc = self.wanted(call)
        shown = {name: value for name, value in doc.items() if name != "id" and not name.startswith("_")}
        shown["settings"] = {**members(shown.get("settings")), **self._settings()}
        shown["post_type_counts"] = self._counts(shown.get("post_type_counts"))
        environment = members(shown.get("environment"))
        if release := self.state.note("version", ""):
            shown["environment"] = environment = {**environment, "version": release}
        if self.state.note("reached others"):
            texts = {
                name: "1" if environment[name] else ""
                for name in ("remote_post_response", "remote_get_response")
                if isinstance(environment.get(name), bool)
            }
            shown["environment"] = {**environment, **texts}
        else:
            self.state.set_note("reached others", True)
        return self.dated(call, shown)

    def _settings(self) -> Json:
        found: Json = {}
        for name, option in _SETTINGS.items():
            value = self.shop.option("general", option, "")
            if value:
                found[name] = value
        currency = self.state.get("data.currencies", self.shop.currency)
        if currency is not None:
            found["currency_symbol"] = currency["symbol"]
        return {**found, "number_of_decimals": self.shop.places}

    def _counts(self, seeded: Any) -> list[Json]:
        counts: dict[str, str] = {row["type"]: row["count"] for row in seeded} if is_list(seeded) else {}
        for name, kind in _POSTS.items():
            number = self.state.count(Query(kind))
            if number or name in counts:
                counts[name] = str(number)
        if showing.in_tables(self.shop) and "shop_order" in counts:
            counts[_PLACEHOLDER] = counts.pop("shop_order")
        return [{"type": name, "count": counts[name]} for name in sorted(counts)]


class Tools(Named):
    """Tools: each says that it has done its work; one of them has something to do here."""

    def update(self, call: Call) -> Any:
        """Use a tool."""
        doc = self.wanted(call)
        if doc["id"] == "delete_taxes":
            rates = self.shop.resource("taxes")
            for rate in self.state.all("taxes"):
                rates.discard(call, rate)
        done = {**self.show(call, doc), "success": True, "message": f"{doc['name']}: done."}
        return {**done, "_links": self.links(call, doc)}

    def links(self, call: Call, doc: Doc) -> Json:
        """The tool itself, as one of several."""
        href = self.shop.rest_url(call.description, f"/system_status/tools/{doc['id']}")
        return {"item": [{"href": href, "embeddable": True}]}


class Layouts(Named):
    """Layouts of the product form, by id."""

    def all(self, call: Call) -> Any:
        """All of an area; without any, PHP writes the empty map as a list."""
        area = call.get("area")
        docs = [doc for doc in self.state.all(self.kind) if not area or doc.get("area") == area]
        return {doc["id"]: self.show(call, doc) for doc in docs} or []

    def seed(self, value: Any, path: Json) -> None:
        """A map of them, or an empty list."""
        super().seed(list(value.values()) if is_map(value) else value, path)

    def links(self, call: Call, doc: Doc) -> Json:
        """None."""
        return {}
