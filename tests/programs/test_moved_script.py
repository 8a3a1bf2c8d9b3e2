"""A script that used the official package, moved over: the same shop afterwards, and what got shorter."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from woocommerce import API  # type: ignore[import-untyped]  # it has no types

from mock.serving import KEY, SECRET, served
from wooclient import NotFound, WooClient

STOCK = {"PERF-A": 7, "PERF-B": 0, "PERF-C": 12}


# --- the script as it was ---
def before(url: str, key: str, secret: str) -> dict[str, Any]:
    """Set stock by SKU, complete paid orders, report."""
    api: Any = API(url, key, secret, version="wc/v3", timeout=30)
    unknown = []
    for sku, quantity in STOCK.items():
        found = api.get("products", params={"sku": sku}).json()
        if not found:
            unknown.append(sku)
            continue
        api.put(f"products/{found[0]['id']}", {"manage_stock": True, "stock_quantity": quantity}).json()
    completed, total, page = [], 0.0, 1
    while True:
        orders = api.get("orders", params={"status": "processing", "per_page": 100, "page": page}).json()
        if not orders:
            break
        completed += [order["id"] for order in orders]
        total += sum(float(order["total"]) for order in orders)
        page += 1
    for number in completed:
        api.put(f"orders/{number}", {"status": "completed"})
    gone = api.get("orders/999999").json().get("code")
    return {"unknown": unknown, "completed": sorted(completed), "total": f"{total:.2f}", "gone": gone}


# --- and as it is ---
def after(url: str, key: str, secret: str) -> dict[str, Any]:
    """The same."""
    with WooClient(url, key=key, secret=secret) as woo:
        unknown = []
        for sku, quantity in STOCK.items():
            found = woo.products.list(sku=sku)
            if not found:
                unknown.append(sku)
                continue
            woo.products.update(found[0].id, manage_stock=True, stock_quantity=quantity)
        orders = list(woo.orders.iter(status=["processing"]))
        woo.orders.batch(update=[{"id": order.id, "status": "completed"} for order in orders]).raise_for_errors()
        total = sum((order.total for order in orders if order.total is not None), Decimal(0))
        try:
            woo.orders.get(999999)
            gone = None
        except NotFound as error:
            gone = error.code
    return {
        "unknown": unknown,
        "completed": sorted(order.id for order in orders),
        "total": str(total),
        "gone": gone,
    }


# --- until here ---


def shop(url: str) -> tuple[list[Any], list[Any]]:
    """What is left in the shop."""
    with WooClient(url, key=KEY, secret=SECRET) as woo:
        products = [(one.sku, one.manage_stock, one.stock_quantity) for one in woo.products.iter()]
        orders = [(one.id, one.status, one.total) for one in woo.orders.iter()]
    return sorted(products), sorted(orders)


def prepare(url: str) -> None:
    """Two of the three products, and four orders that are paid."""
    with WooClient(url, key=KEY, secret=SECRET) as woo:
        for sku in ("PERF-A", "PERF-C"):
            made = woo.products.create(name=sku, sku=sku, regular_price="10.10")
            for _ in range(2):
                woo.orders.create(line_items=[{"product_id": made.id, "quantity": 1}], set_paid=True)


@pytest.mark.usefixtures("no_proxy")
def test_both_leave_the_same_shop() -> None:
    reports, shops = [], []
    for program in (before, after):
        with served() as url:
            prepare(url)
            reports.append(program(url, KEY, SECRET))
            shops.append(shop(url))
    assert reports[0] == reports[1]
    assert reports[1]["unknown"] == ["PERF-B"]
    assert reports[1]["gone"] == "woocommerce_rest_shop_order_invalid_id"
    assert shops[0] == shops[1]
    assert ("PERF-A", True, 7) in shops[1][0]
