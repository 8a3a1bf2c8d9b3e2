"""Scripts as people write them for the official package: they run on the drop-in, unchanged but for the import."""

from __future__ import annotations

from typing import Any

import pytest

from mock.serving import KEY, SECRET, served
from wooclient import WooClient

OFFICIAL, DROP_IN = "from woocommerce import API", "from wooclient.compat import API"

PAGES = """
from woocommerce import API

wcapi = API(url=URL, consumer_key=KEY, consumer_secret=SECRET, wp_api=True, version="wc/v3", timeout=30)

def fetch_all(endpoint, **filters):
    page, rows = 1, []
    while True:
        r = wcapi.get(endpoint, params={"per_page": 3, "page": page, "orderby": "id", "order": "asc", **filters})
        r.raise_for_status()
        rows.extend(r.json())
        total_pages = int(r.headers["X-WP-TotalPages"])
        if page >= total_pages:
            return rows, int(r.headers.get("x-wp-total", 0)), total_pages
        page += 1

products, total, pages = fetch_all("products", status="publish")
report = {"skus": [p["sku"] for p in products], "total": total, "pages": pages}
"""

BATCH = """
import json
from woocommerce import API

wcapi = API(URL, KEY, SECRET, version="wc/v3", timeout=30)
data = {
    "create": [
        {"name": "Mug", "sku": "C-MUG", "type": "simple", "regular_price": "12.00"},
        {"name": "Again", "sku": "KC-CUP", "regular_price": "1.00"},
    ],
    "update": [{"id": 107, "regular_price": "35.50", "stock_quantity": 4, "manage_stock": True}],
    "delete": [109],
}
answer = wcapi.post("products/batch", data).json()
created = [item["sku"] if "error" not in item else item["error"]["code"] for item in answer["create"]]
updated = [(item["id"], item["regular_price"], item["stock_quantity"]) for item in answer["update"]]
wcapi.delete("products/108")
trashed = wcapi.get("products/108").json()["status"]
forced = wcapi.delete("products/110", params={"force": True})
report = {"created": created, "updated": updated, "trashed": trashed, "forced": forced.status_code,
          "after": [wcapi.get(f"products/{number}").status_code for number in (108, 109, 110)]}
"""

ORDERS = """
import requests
from woocommerce import API

class Shop:
    def __init__(self):
        self.api = API(url=URL, consumer_key=KEY, consumer_secret=SECRET, version="wc/v3", timeout=20)

    def complete(self, order_id):
        try:
            response = self.api.put(f"orders/{order_id}", data={"status": "completed"})
        except requests.exceptions.RequestException as e:
            return f"no answer: {type(e).__name__}"
        if response.status_code == 200:
            return response.json()["status"]
        elif response.status_code in (400, 404):
            return response.status_code, response.json()["code"]
        return response.text

shop = Shop()
r = shop.api.get("orders", params={"status": "processing", "per_page": 100})
done = {order["id"]: shop.complete(order["id"]) for order in r.json()}
note = shop.api.post("orders/201/notes", {"note": "Packed by the script"})
try:
    shop.api.get("orders/999999").raise_for_status()
    raised = None
except requests.exceptions.HTTPError as e:
    raised = e.response.status_code
report = {"done": done, "none": shop.complete(999999), "note": (note.status_code, note.ok, note.json()["note"]),
          "raised": raised, "left": shop.api.get("orders", params={"status": "processing"}).json()}
"""

VARIATIONS = """
from woocommerce import API

wcapi = API(URL, KEY, SECRET, wp_api=True, version="wc/v3", query_string_auth=True)
changed = []
for product in wcapi.get("products", params={"type": "variable", "per_page": 50}).json():
    pid = product["id"]
    variations = wcapi.get("products/{}/variations".format(pid), params={"per_page": 100}).json()
    for variation in variations:
        price = "%.2f" % (float(variation["regular_price"]) * 1.1)
        r = wcapi.put("products/%s/variations/%s" % (pid, variation["id"]), {"regular_price": price})
        if r.status_code != 200:
            raise SystemExit(r.text)
        changed.append((variation["id"], r.json()["regular_price"]))
    new = wcapi.post(f"products/{pid}/variations", {"regular_price": "30", "attributes": []})
    changed.append(new.status_code)
report = {"changed": changed}
"""

SKUS = ["KC-TEAPOT", "KC-APRON", "KC-SAMPLER", "KC-BREAKFAST", "KC-WORKSHOP", "KC-CUP", "KC-BOWL", "KC-SENCHA"]
SCRIPTS = {
    "pages": (
        PAGES,
        {
            "skus": SKUS,
            "total": 8,
            "pages": 3,
        },
    ),
    "batch": (
        BATCH,
        {
            "created": ["C-MUG", "product_invalid_sku"],
            "updated": [(107, "35.50", 4)],
            "trashed": "trash",
            "forced": 200,
            "after": [200, 404, 404],
        },
    ),
    "orders": (
        ORDERS,
        {
            "done": {201: "completed", 206: "completed"},
            "none": (400, "woocommerce_rest_shop_order_invalid_id"),
            "note": (201, True, "Packed by the script"),
            "raised": 404,
            "left": [],
        },
    ),
    "variations": (VARIATIONS, {"changed": [(112, "35.20"), (111, "35.20"), 201]}),
}


def ran(script: str, url: str) -> Any:
    """What a script reports."""
    names: dict[str, Any] = {"URL": url, "KEY": KEY, "SECRET": SECRET}
    exec(compile(script, "script", "exec"), names)
    return names["report"]


def left(url: str) -> Any:
    """What is in the shop afterwards."""
    with WooClient(url, key=KEY, secret=SECRET) as woo:
        products = [(p.id, p.sku, p.regular_price, p.status, p.stock_quantity) for p in woo.products.iter()]
        return sorted(products, key=str), sorted((o.id, o.status) for o in woo.orders.iter())


@pytest.mark.usefixtures("no_proxy")
@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_unchanged_but_for_the_import(name: str) -> None:
    script, expected = SCRIPTS[name]
    shops = []
    for line in (OFFICIAL, DROP_IN):
        assert script.count(OFFICIAL) == 1
        with served() as url:
            assert ran(script.replace(OFFICIAL, line), url) == expected
            shops.append(left(url))
    assert shops[0] == shops[1]
