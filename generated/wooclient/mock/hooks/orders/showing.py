"""Orders and refunds as they go out: sums with the decimals asked for, lines with what is known of their products."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from ... import money, text
from ...call import Call
from ...kinds import elements, members
from ...resource import Shop
from ...schema import to_int, to_list
from ...state import Doc
from . import bought, totals

_SUMS = ("subtotal", "subtotal_tax", "total", "total_tax", "tax_total", "shipping_tax_total")
LINES = ("line_items", "tax_lines", "shipping_lines", "fee_lines", "coupon_lines")
#: Where orders are posts, what of them stands in the table of posts.
_IN_POST = ("status", "date_created", "parent_id", "customer_note")


def places(shop: Shop, call: Call) -> int:
    """How many decimals sums have: `dp`, else those of the shop's prices."""
    wanted = call.get("dp")
    return shop.places if wanted is None else min(abs(to_int(wanted)), 20)


def version(shop: Shop) -> str:
    """The release of WooCommerce that the store is like."""
    status = members(shop.state.get("system_status", "system_status"))
    told = shop.state.note("version", "") or members(status.get("environment")).get("version")
    return str(told or "10.0.2")


def from_tables(shop: Shop) -> bool:
    """Whether orders are read from tables of their own, not from posts."""
    return bool(_settings(shop).get("HPOS_enabled"))


def in_tables(shop: Shop) -> bool:
    """Whether orders are kept in tables of their own and not as posts too: what looks for posts finds none then."""
    return from_tables(shop) and not _settings(shop).get("HPOS_sync_enabled")


def is_noted(shop: Shop, old: Doc, new: Doc) -> bool:
    """Whether a change gives an order another date: of one that is a post, only a change of the post itself does."""
    return from_tables(shop) or any(old.get(name) != new.get(name) for name in _IN_POST)


def _settings(shop: Shop) -> Doc:
    return members(members(shop.state.get("system_status", "system_status")).get("settings"))


def lines(shop: Shop, doc: Doc, name: str, decimals: int) -> list[Doc]:
    """Lines of one kind."""
    # Earlier releases wrote taxes by rate with all decimals that they have.
    exact, numbered = not shop.since(10, 0), shop.since(10, 1)
    found = [_line(shop, line, name, decimals) for line in doc[name]]
    for shown, line in zip(found, doc[name], strict=True):
        if name == "line_items" and numbered:
            product = bought.of_line(shop, line)
            shown["global_unique_id"] = product.doc.get("global_unique_id", "") if product else None
        if exact and "taxes" in shown:
            shown["taxes"] = [dict(tax) for tax in line["taxes"]]
    return found


def refund(shop: Shop, doc: Doc, decimals: int) -> Doc:
    """A refund as its order tells of it."""
    shown = {"id": doc["id"], "reason": doc["reason"] or "", "total": f"-{money.fixed(doc['amount'], decimals)}"}
    if shop.since(10, 8):
        tax = money.decimal(doc.get("_cart_tax")) + money.decimal(doc.get("_shipping_tax"))
        shown["total_tax"] = money.fixed(tax, decimals)
    return shown


def _line(shop: Shop, line: Doc, name: str, decimals: int) -> Doc:
    shown = {key: value for key, value in line.items() if not key.startswith("_")}
    for key in _SUMS:
        if key in shown:
            shown[key] = money.fixed(shown[key], decimals)
    if "taxes" in shown:
        shown["taxes"] = [
            {
                "id": tax["id"],
                "total": money.fixed(tax["total"], decimals),
                "subtotal": "" if tax.get("subtotal", "") == "" else money.fixed(tax["subtotal"], decimals),
            }
            for tax in line["taxes"]
        ]
    if shown.get("tax_class") and not shop.state.has("taxes.classes", shown["tax_class"]):
        shown["tax_class"] = ""
    product = bought.of_line(shop, line) if name == "line_items" else None
    if name == "line_items":
        # WooCommerce forgets a product that is gone when it reads a line.
        for key, kind in (("product_id", "products"), ("variation_id", "products.variations")):
            if shown.get(key) and not shop.state.has(kind, shown[key]):
                shown[key] = 0
        quantity = line["quantity"]
        each = float(money.decimal(line["total"])) / quantity if quantity else 0
        shown.update(
            sku=product.sku if product else None,
            price=totals.number_of(repr(each)),
            image=product.image() if product else {"id": 0, "src": ""},
            parent_name=(product.parent or {}).get("name") if product else None,
        )
    attributes = product.attributes if product else []
    shown["meta_data"] = meta_rows(shop, elements(line.get("meta_data")), name, attributes)
    return shown


def meta_rows(shop: Shop, rows: list[Doc], name: str, attributes: list[Doc]) -> list[Doc]:
    """Custom fields of a line, with what people read: attributes are called by name, not by slug."""
    if name == "tax_lines":
        return []
    return [_meta_row(shop, row, attributes) for row in rows]


def _meta_row(shop: Shop, row: Doc, attributes: list[Doc]) -> Doc:
    """A custom field with what people read; one without a text is told as it is stored."""
    shown: Doc = {**row, "display_key": row["key"], "display_value": row["value"]}
    if isinstance(row["value"], str) and row["value"]:
        key, value = unquote(str(row["key"])), unquote(row["value"])
        shown |= {"key": key, "value": value, "display_key": key, "display_value": text.line(value)}
        _name_attribute(shop, shown, attributes)
    return {**shown, **{name: row[name] for name in ("display_key", "display_value") if name in row}}


def _name_attribute(shop: Shop, shown: Doc, attributes: list[Doc]) -> None:
    """An attribute is called by its name, and its option too; those of the whole shop also where they were typed in."""
    key, value = shown["key"], shown["value"]
    shared = next((a for a in shop.state.all("products.attributes") if a.get("slug") == key), None)
    if shared is not None:
        term = next((t for t in shop.state.all("products.attributes.terms", shared["id"]) if t["slug"] == value), None)
        shown["display_key"] = shared["name"]
        shown["display_value"] = text.line(str(term["name"])) if term else shown["display_value"]
    for attribute in attributes:
        if key == bought.attribute_key(shop, attribute):
            shown["display_key"] = attribute.get("name") or key
            shown["display_value"] = attribute.get("option") or shown["display_value"]


def all_custom_fields(shop: Shop, call: Call, doc: Doc) -> list[Any]:
    """`meta_data`. For a single order the tables are read by an index of key and value."""
    rows: list[Any] = doc.get("meta_data") or []
    alone = call.operation.verb != "list" or call.headers.get("X-WP-Total") == "1"
    return sorted(rows, key=_place) if alone and from_tables(shop) else rows


def custom_fields(shop: Shop, call: Call, doc: Doc) -> list[Any]:
    """`meta_data`, without what `include_meta` and `exclude_meta` leave out."""
    rows = all_custom_fields(shop, call, doc)
    wanted, unwanted = to_list(call.get("include_meta")), to_list(call.get("exclude_meta"))
    if wanted:
        return [row for row in rows if row["key"] in wanted]
    return [row for row in rows if row["key"] not in unwanted] if unwanted else rows


def _place(row: Doc) -> tuple[bool, str, str, int]:
    value = row["value"] if isinstance(row["value"], str) else f"a:{len(row['value'])}:"
    return row["key"] is not None, text.collated(row["key"] or "")[:100], text.collated(value)[:82], row["id"]
