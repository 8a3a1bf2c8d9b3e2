"""What products and their variations have in common: SKUs, prices, stock, files, tax and shipping classes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, ClassVar

from ... import dates, lists, money, schema, text
from ...call import Call
from ...description import Json
from ...errors import Crashed, Refused
from ...kinds import elements, is_list, is_map, members
from ...resource import Resource
from ...state import Doc, Indexed, Key, Keys, Query
from ..taxes import class_slugs
from . import finding, media, pricing

KINDS = ("products", "products.variations")
#: Computed whenever something is shown, and so never stored.
COMPUTED = (
    "on_sale", "purchasable", "price_html", "permalink", "permalink_template", "generated_slug", "related_ids",
    "has_options", "backordered", "backorders_allowed", "shipping_required", "shipping_taxable", "shipping_class",
)  # fmt: skip
#: What makes WooCommerce keep a price, be it an empty one, so that filters by price find the product.
_PRICES = ("regular_price", "sale_price")
_SALE_DATES = ("date_on_sale_from", "date_on_sale_from_gmt", "date_on_sale_to")
_BACKORDERS = ("notify", "yes")
_SWITCHES = ("virtual", "downloadable", "featured", "reviews_allowed", "sold_individually", "manage_stock")
#: What requests say of stock that is counted, and of whether there is any.
_COUNTED = frozenset({"manage_stock", "stock_quantity", "inventory_delta", "backorders", "low_stock_amount"})
_STATUS = frozenset({"stock_status", "in_stock"})
TAX_STATUSES = ("taxable", "shipping", "none")
_VISIBILITIES = ("visible", "catalog", "search", "hidden")


def _has_no_parts(call: Call, doc: Doc) -> bool:
    """Whether this neither is a variable product nor becomes one."""
    return "variable" not in (call.get("type"), doc.get("type"))


def _known(value: Any, options: tuple[str, ...], code: str) -> str:
    """A word in small letters, which must be one of some."""
    word = str(value or "").lower()
    if word not in options:
        raise Refused(400, code, f"This can only be one of: {', '.join(options)}.")
    return word


def _tells_price(call: Call) -> bool:
    """Whether a request holds a sum or a date that prices depend on; a text that is no sum counts as none."""
    sums = any(money.typed(call.get(name)) for name in _PRICES)
    return sums or any(call.get(name) for name in _SALE_DATES)


class Sold(Resource):
    """Products and variations."""

    sequence = "posts"
    topic = "product"
    default_order = "date"
    default_direction = "desc"
    heeded_nulls = frozenset({"low_stock_amount"})
    orders: ClassVar[lists.Orders] = finding.ORDERS
    #: Codes of what can go wrong with this kind.
    exists: ClassVar[str]
    not_created: ClassVar[str]
    bad_upload: ClassVar[str]
    bad_image: ClassVar[str]

    # lists

    def stricter(self, name: str) -> Json:
        """Only tax classes of this store."""
        return {"enum": class_slugs(self.state)} if name == "tax_class" else {}

    def narrow(self, query: Query, call: Call) -> None:
        """By status."""
        finding.status(query, call)

    def select(self, query: Query, call: Call) -> Keys:
        """In the shop's own orders too."""
        query.order = finding.order(call) or query.order
        return super().select(query, call)

    def index(self, doc: Doc) -> Indexed:
        """SKUs are searched for on their own."""
        found = super().index(doc)
        words = (doc.get("name"), doc.get("short_description"), doc.get("description"))
        found.text = "\n".join(str(word) for word in words if word)
        return found

    # writing

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """Setters first, then what follows from all of it together."""
        if (call.get("type") or doc.get("type")) == "external":
            self._guard_external(call)
        if call.in_batch:  # where nobody looked at them
            switched = {name: text.switched_on(v) for name in _SWITCHES if isinstance(v := call.get(name), str | int)}
            call = replace(call, params={**call.params, **switched})
        kind = doc.get("type")
        nothing: Json = {"downloads": [], "download_limit": -1, "download_expiry": -1}
        before: Json = nothing if new else {name: doc.get(name) for name in nothing}
        super().change(call, doc, new=new)
        if call.get("virtual") is True:
            doc["weight"], doc["dimensions"] = "", {"length": "", "width": "", "height": ""}
        if not doc.get("downloadable") or doc.get("type") == "variable":
            doc.update(before)
        if doc.get("type") != kind or _tells_price(call):
            doc["_kept_price"] = True
        self.count_stock(call, doc)

    def _guard_external(self, call: Call) -> None:
        """What is sold elsewhere has no stock here."""
        if not self.shop.counts_stock:
            return
        if call.get("manage_stock") is True:
            raise Refused(400, "product_external_invalid_manage_stock", "What is sold elsewhere has no stock here.")
        if call.get("backorders") not in (None, "no"):
            raise Refused(400, "product_external_invalid_backorders", "What is sold elsewhere has no backorders here.")

    def unknown(self) -> frozenset[str]:
        """Costs, unless the store keeps track of them."""
        on = self.shop.option("advanced", "woocommerce_feature_cost_of_goods_sold_enabled", "no") == "yes"
        return frozenset() if on else frozenset({"cost_of_goods_sold"})

    def heard(self, call: Call, doc: Doc) -> Call:
        """What a shop hears that counts no stock: at most whether there is any."""
        if self.shop.counts_stock:
            return call
        unheard = _COUNTED if _has_no_parts(call, doc) else _COUNTED | _STATUS
        params = {name: value for name, value in call.params.items() if name not in unheard}
        return replace(call, params=params, sent=call.sent - unheard)

    def count_stock(self, call: Call, doc: Doc) -> None:
        """Quantities count only where stock is managed."""
        if doc.get("manage_stock") is True:
            if "stock_quantity" in call.sent:
                doc["stock_quantity"] = schema.to_int(call.get("stock_quantity"))
            elif call.gave("inventory_delta"):
                doc["stock_quantity"] = schema.to_int(doc.get("stock_quantity")) + schema.to_int(
                    call.get("inventory_delta")
                )
            if "low_stock_amount" in call.sent:
                low = call.params.get("low_stock_amount")
                doc["low_stock_amount"] = None if low in (None, "") else abs(schema.to_int(low))
        else:
            doc["low_stock_amount"] = None

    def set_stock_quantity(self, call: Call, doc: Doc, value: Any) -> None:
        """`count_stock` does it."""

    def looser(self, name: str) -> Json:
        """A change of the stock is not checked."""
        return {"type": "mixed"} if name == "inventory_delta" else {}

    set_low_stock_amount = set_inventory_delta = set_stock_quantity

    def finish(self, doc: Doc) -> None:
        """What is true of everything that is stored."""
        for name in COMPUTED:
            doc.pop(name, None)
        pricing.tidy(doc)
        if doc.get("manage_stock") is True:
            self.settle_stock(doc)
        else:
            doc.update(stock_quantity=None, low_stock_amount=None, backorders="no")

    def settle_stock(self, doc: Doc) -> None:
        """The status follows the quantity."""
        quantity = doc.get("stock_quantity") or 0
        limit = schema.to_int(self.shop.option("products", "woocommerce_notify_no_stock_amount", "0"))
        late = "onbackorder" if doc.get("backorders") in _BACKORDERS else "outofstock"
        doc["stock_status"] = "instock" if quantity > abs(limit) else late

    def save(self, doc: Doc) -> None:
        """Whoever writes: stock and prices agree."""
        self.finish(doc)
        super().save(doc)

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """A SKU in the trash is still in the way of a new product."""
        if new and doc.get("sku") and self.holder("any_sku", str(doc["sku"]).lower(), doc) is not None:
            raise Refused(400, self.not_created, "This SKU is in use by something in the trash.")
        super().store(call, doc, new=new)

    def take(self, call: Call, doc: Doc, name: str, field: Json, value: Any) -> None:
        """Null is 0 or no for numbers and switches, in stock for that, and is not heard for dates."""
        if value is None and field.get("format") in ("local-date-time", "utc-date-time"):
            return
        if value is None and field.get("type") in ("integer", "boolean"):
            value = 0 if field["type"] == "integer" else False
        if value is None and name == "stock_status":
            value = "instock"
        if str(field.get("format", "")).startswith("decimal"):
            value = self.number(value)
        super().take(call, doc, name, field, value)

    def number(self, value: Any) -> str:
        """A number as somebody in this shop writes it; a batch can send numbers."""
        if isinstance(value, int | float):
            return money.typed(value)
        point = str(self.shop.option("general", "woocommerce_price_decimal_sep", ".")) or "."
        return money.typed(text.scalar_text(value).replace(point, "."))

    # fields

    def set_weight(self, call: Call, doc: Doc, value: Any) -> None:
        """A number."""
        doc["weight"] = self.number(value)

    def set_dimensions(self, call: Call, doc: Doc, value: Any) -> None:
        """Numbers; sides that are not named stay."""
        given = members(value)
        sides = members(doc.get("dimensions"))
        doc["dimensions"] = {
            side: self.number(given[side]) if given.get(side) is not None else sides.get(side, "")
            for side in ("length", "width", "height")
        }

    def set_sku(self, call: Call, doc: Doc, value: Any) -> None:
        """Nobody else's."""
        sku = text.line(text.scalar_text(value))
        holder = self.holder("sku", sku.lower(), doc) if sku else None
        if holder is not None:
            data = {"resource_id": holder, "unique_sku": self.free_sku(sku)}
            raise Refused(400, "product_invalid_sku", "Another product has this SKU.", **data)
        doc["sku"] = sku

    def free_sku(self, sku: str) -> str:
        """A SKU with a number behind it that nobody has."""
        count = 1
        while self.holder("any_sku", f"{sku}-{count}".lower(), {}) is not None:
            count += 1
        return f"{sku}-{count}"

    def _next_sku(self, sku: str) -> str:
        """The SKU of a copy. Since WooCommerce 10.5 the number behind a SKU goes on, instead of a second one."""
        if not self.shop.since(10, 5):
            return self.free_sku(sku)
        root = re.sub(r"-[0-9]+$", "", sku)
        known = [str(doc.get("sku") or "") for kind in KINDS for doc in self.state.all(kind)]
        ends = [schema.to_int(one.rpartition("-")[2]) for one in known if one.lower().startswith(root.lower())]
        return f"{root}-{max([0, *ends]) + 1}" if ends else root

    def holder(self, name: str, value: str, doc: Doc) -> Key | None:
        """Who else has a SKU or the like."""
        found = (self.state.find(kind, name, value) for kind in KINDS)
        return next((key for key in found if key is not None and key != doc.get("id")), None)

    def set_global_unique_id(self, call: Call, doc: Doc, value: Any) -> None:
        """Digits and hyphens; nobody else's."""
        number = re.sub(r"[^\d-]", "", text.scalar_text(value))
        holder = self.holder("gtin", number, doc) if number else None
        if holder is not None:
            code = "product_invalid_global_unique_id"
            raise Refused(400, code, "Another product has this number.", resource_id=holder)
        doc["global_unique_id"] = number

    def set_status(self, call: Call, doc: Doc, value: Any) -> None:
        """Unknown ones, which only a batch can send, make a draft."""
        known = ("draft", "pending", "private", "publish", "future", "auto-draft", "trash")
        doc["status"] = value if value in known else "draft"

    def set_description(self, call: Call, doc: Doc, value: Any) -> None:
        """Without harmful markup."""
        doc["description"] = self.words(call, value)

    def words(self, call: Call, value: Any) -> str:
        """A text of WordPress's own table: without harmful markup, and without single backslashes."""
        return text.unslashed(call.text(self.one_text(value)))

    def one_text(self, value: Any) -> Any:
        """A text; what cleans it trips over lists, which only a batch can send."""
        if is_list(value) or is_map(value):
            raise Crashed("This is a text.")
        return value

    def set_tax_class(self, call: Call, doc: Doc, value: Any) -> None:
        """Classes that do not exist are the standard one."""
        name = text.slug(str(value or ""))
        doc["tax_class"] = name if self.state.has("taxes.classes", name) and name != "standard" else ""

    def set_tax_status(self, call: Call, doc: Doc, value: Any) -> None:
        """Unknown ones, which only a batch can send, are refused."""
        doc["tax_status"] = _known(value or "taxable", TAX_STATUSES, "product_invalid_tax_status")

    def set_catalog_visibility(self, call: Call, doc: Doc, value: Any) -> None:
        """Unknown ones, which only a batch can send, are refused."""
        doc["catalog_visibility"] = _known(value, _VISIBILITIES, "product_invalid_catalog_visibility")

    def set_cost_of_goods_sold(self, call: Call, doc: Doc, value: Any) -> None:
        """Taken over only where the feature is on."""
        if self.shop.option("advanced", "woocommerce_feature_cost_of_goods_sold_enabled", "no") == "yes":
            parts = [members(row).get("defined_value") for row in elements(members(value).get("values"))]
            cost = float(sum(money.decimal(part) for part in parts))
            values = [{"defined_value": cost, "effective_value": cost}]
            doc["cost_of_goods_sold"] = {**members(value), "values": values, "total_value": cost}

    def set_shipping_class(self, call: Call, doc: Doc, value: Any) -> None:
        """By slug."""
        query = Query("products.shipping_classes")
        query.one_of("slug", [text.line(str(value or ""))])
        doc["shipping_class_id"] = next(iter(self.state.select(query)), 0) if value else 0

    def set_shipping_class_id(self, call: Call, doc: Doc, value: Any) -> None:
        """Read only."""

    def set_downloads(self, call: Call, doc: Doc, value: Any) -> None:
        """Files, if there is anything to download at all."""
        doc["downloads"] = media.downloads(value)

    def set_virtual(self, call: Call, doc: Doc, value: Any) -> None:
        """A variable product is always sent; its variations need not be."""
        doc["virtual"] = _has_no_parts(call, doc) and schema.to_bool(value)

    def set_downloadable(self, call: Call, doc: Doc, value: Any) -> None:
        """A variable product is not downloaded, its variations are."""
        doc["downloadable"] = _has_no_parts(call, doc) and schema.to_bool(value)

    def set_backorders(self, call: Call, doc: Doc, value: Any) -> None:
        """Only known words."""
        doc["backorders"] = value if value in ("no", *_BACKORDERS) else "no"

    # showing

    def priced(self, shown: Json, doc: Doc) -> None:
        """Price and sale, as they are now."""
        shown["on_sale"] = pricing.on_sale(self.shop, doc)
        shown["price"] = pricing.price(self.shop, doc)

    def taxed(self, name: str) -> str:
        """A tax class; one that is gone is the standard one."""
        return name if name == "parent" or self.state.has("taxes.classes", name) else ""

    def shown_class(self, shown: Json) -> None:
        """The shipping class by its slug."""
        number = shown.get("shipping_class_id") or 0
        found = self.state.get("products.shipping_classes", number) if number else None
        shown["shipping_class"] = found["slug"] if found else ""

    def shown_stock(self, shown: Json) -> None:
        """What follows from stock and backorders. A shop that counts no stock shows what it counted before."""
        if not self.shop.counts_stock:
            shown["manage_stock"] = False
        allowed = shown["backorders_allowed"] = shown.get("backorders") in _BACKORDERS
        short = bool(shown.get("manage_stock")) and allowed and (shown.get("stock_quantity") or 0) < 0
        shown["backordered"] = shown.get("stock_status") == "onbackorder" or short

    def shown_meta(self, shown: Json, call: Call) -> None:
        """Only the rows that are asked for."""
        wanted, unwanted = call.params.get("include_meta"), call.params.get("exclude_meta")
        if wanted:
            shown["meta_data"] = [row for row in shown["meta_data"] if row["key"] in schema.to_list(wanted)]
        elif unwanted:
            shown["meta_data"] = [row for row in shown["meta_data"] if row["key"] not in schema.to_list(unwanted)]

    # helpers for duplicates

    def copied(self, doc: Doc, **changes: Any) -> Doc:
        """A copy with numbers, SKU and dates of its own, stored."""
        now = self.shop.now()
        moments = {"date_created": dates.local(now, self.shop.zone), "date_created_gmt": dates.utc(now)}
        moments |= {"date_modified": moments["date_created"], "date_modified_gmt": moments["date_created_gmt"]}
        rows = [{**row, "id": self.state.next_id("meta")} for row in elements(doc.get("meta_data"))]
        sku = self._next_sku(str(doc["sku"])) if doc.get("sku") else ""
        copy: Doc = {**doc, **moments, "meta_data": rows, "sku": sku, "global_unique_id": "", **changes}
        copy["id"] = self.new_key(copy)
        self.save(copy)
        return copy
