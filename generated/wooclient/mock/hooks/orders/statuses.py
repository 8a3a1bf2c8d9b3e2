"""Statuses of orders: what happens when an order gets another one."""

from __future__ import annotations

from ... import dates, money
from ...resource import Shop
from ...state import Doc
from . import accounts, bought, coupon_lines, stock
from .notes import SYSTEM, add_note
from .refunding import refund_all

#: The statuses of a shop without plugins, and how they are called.
NAMES = {
    "pending": "Pending payment",
    "processing": "Processing",
    "on-hold": "On hold",
    "completed": "Completed",
    "cancelled": "Cancelled",
    "refunded": "Refunded",
    "failed": "Failed",
    "checkout-draft": "Draft",
}
PAYABLE = ("pending", "failed", "checkout-draft")
_PAYMENT_COMPLETES = ("on-hold", "pending", "failed", "cancelled", "checkout-draft")
_DRAFTS = ("draft", "auto-draft", "new", "checkout-draft")


def names(shop: Shop) -> dict[str, str]:
    """The statuses that orders can have, by slug, and how they are called: the recorded store's, and of overlays."""
    found = {str(doc["slug"]): str(doc["name"]) for doc in shop.state.all("orders.statuses")} or NAMES
    create = shop.versions.newest.by_id.get("orders.create")
    words: list[str] = create.body.get("status", {}).get("enum", []) if create is not None else []
    added = [word for word in words if word not in {*NAMES, *found, *_DRAFTS}]
    return {**found, **{word: word.replace("-", " ").capitalize() for word in added}}


def name_of(shop: Shop, status: str) -> str:
    """How a status is called."""
    found = shop.state.get("orders.statuses", status)
    return str(found["name"]) if found else NAMES.get(status) or names(shop).get(status, status)


def needs_processing(shop: Shop, order: Doc) -> bool:
    """Whether anything in the order has to be sent or done, as it is remembered or as the lines say."""
    if (known := order.get("_processing")) is not None:
        return bool(known)
    products = (bought.of_line(shop, line) for line in order["line_items"])
    return any(product is not None and product.needs_processing for product in products)


def needs_payment(order: Doc) -> bool:
    """Whether the order waits for money."""
    return order["status"] in PAYABLE and money.decimal(order["total"]) > 0


def _paid(shop: Shop, order: Doc, *, asks_gateways: bool) -> str:
    """The status of an order that is paid. Cash on delivery comes last: its gateway says that all is done."""
    if asks_gateways and order.get("payment_method") == "cod":
        return "completed"
    return "processing" if needs_processing(shop, order) else "completed"


def move(
    shop: Shop, order: Doc, status: str, *, note: bool = True, author: str = "", remark: str = "",
    asks_gateways: bool = False,
) -> None:  # fmt: skip
    """Give an order another status, with all that follows; a remark goes before the note about it."""
    old, status = order["status"], status.removeprefix("wc-")
    if old == status:
        return
    order["status"] = status
    paid = _paid(shop, order, asks_gateways=asks_gateways)
    if status == paid or (paid == "processing" and status == "completed"):
        mark(shop, order, "date_paid", again=False)
    if status == "completed":
        mark(shop, order, "date_completed")
    _consequences(shop, order, old)
    told = "pending" if old == "auto-draft" else old  # WooCommerce has no name for that one
    if note and told != status and not (told == "checkout-draft" and shop.since(10, 5)):
        text = f"Status changed from {name_of(shop, told)} to {name_of(shop, status)}."
        add_note(shop, order["id"], f"{remark} {text}".strip(), author=author or SYSTEM)


def pay(shop: Shop, order: Doc, transaction: str, *, asks_gateways: bool = False) -> None:
    """The money is here."""
    if order["status"] not in _PAYMENT_COMPLETES:
        return
    if transaction:
        order["transaction_id"] = transaction
    mark(shop, order, "date_paid", again=False)
    move(shop, order, _paid(shop, order, asks_gateways=asks_gateways), asks_gateways=asks_gateways)
    _paying_customer(shop, order)


def mark(shop: Shop, order: Doc, name: str, *, again: bool = True) -> None:
    """Note this moment in an order."""
    if again or not order.get(name):
        order[name], order[f"{name}_gmt"] = dates.local(shop.now(), shop.zone), dates.utc(shop.now())


def _consequences(shop: Shop, order: Doc, old: str) -> None:
    status = order["status"]
    if status == "refunded":
        refund_all(shop, order)
    if status in stock.TAKEN:
        stock.reduce(shop, order)
        count_sales(shop, order, sold=True)
    elif status in ("cancelled", "pending"):
        stock.restore(shop, order)
    if status == "cancelled" and old in stock.TAKEN:
        count_sales(shop, order, sold=False)
    if status == "completed":
        _paying_customer(shop, order)
    if status in (*stock.TAKEN, "pending", "cancelled", "failed"):
        coupon_lines.count_uses(shop, order)


def count_sales(shop: Shop, order: Doc, *, sold: bool) -> None:
    """Products know how often they were sold."""
    if sold == bool(order.get("_sales_counted")):
        return
    order["_sales_counted"] = sold
    products = shop.resource("products")
    for line in order["line_items"]:
        doc = shop.state.copy("products", line.get("product_id") or 0)
        if doc is not None:
            change = abs(int(line["quantity"]))
            # It may fall below 0; what is shown has no sign.
            doc["total_sales"] = int(doc.get("total_sales") or 0) + (change if sold else -change)
            products.save(doc)


def _paying_customer(shop: Shop, order: Doc) -> None:
    doc = shop.state.copy("customers", order.get("customer_id") or 0)
    if doc is not None:
        customers = shop.resource("customers")
        if not doc["is_paying_customer"]:
            doc["is_paying_customer"] = True
            accounts.written_whole(shop, doc)
        customers.save(doc)


def adopt(order: Doc) -> None:
    """What an order of a snapshot did already, as its status tells."""
    status = order.get("status")
    rows = [row for line in order.get("line_items", []) for row in line.get("meta_data", [])]
    order["_stock_taken"] = status in stock.TAKEN or any(row.get("key") == "_reduced_stock" for row in rows)
    order["_sales_counted"] = status in (*stock.TAKEN, "refunded")
    order["_coupons_counted"] = status not in ("cancelled", "failed", "trash")
