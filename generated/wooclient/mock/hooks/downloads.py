"""Files that customers may fetch: those of downloadable products in their paid orders."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from .. import dates
from ..call import Call
from ..description import Json
from ..errors import Refused
from ..resource import Resource
from ..state import Doc, Query
from . import order_products


class CustomerDownloads(Resource):
    """Files of one customer, worked out from the orders."""

    def list(self, call: Call) -> Any:
        """All of them."""
        customer = call.path["customer_id"]
        if not self.state.has("customers", customer):
            raise Refused(404, "wc_user_invalid_id", "There is no such customer.")
        query = Query("orders")
        query.facet("customer", [customer])
        early = self.shop.option("products", "woocommerce_downloads_grant_access_after_payment", "yes") == "yes"
        query.one_of("status", ["completed", "processing"] if early else ["completed"])
        query.order = ["d.id ASC"]
        found: list[Json] = []
        for key in self.state.select(query):
            order = self.state.get("orders", key)
            for line in order["line_items"] if order else ():
                product = order_products.of_line(self.shop, line)
                if order is not None and product is not None and product.doc.get("downloadable"):
                    found += [
                        self._file(call, order, product.doc, product.name, f)
                        for f in product.doc.get("downloads") or []
                    ]
        return found

    def _file(self, call: Call, order: Doc, product: Doc, name: str, file: Doc) -> Json:
        limit, days = int(product.get("download_limit") or -1), int(product.get("download_expiry") or -1)
        until = dates.parse(str(order.get("date_created_gmt") or ""), dates.UTC) if days > 0 else None
        until = until + timedelta(days=days) if until else None
        key = f"download_file={product['id']}&order={order['order_key']}&key={file.get('id', '')}"
        url = self.shop.rest_url(call.description, f"/customers/{order['customer_id']}")
        return {
            "download_id": str(file.get("id") or ""),
            "download_url": f"{self.shop.url}/?{key}",
            "product_id": product["id"],
            "product_name": name,
            "download_name": str(file.get("name") or ""),
            "order_id": order["id"],
            "order_key": order["order_key"],
            "downloads_remaining": str(limit) if limit > 0 else "unlimited",
            "access_expires": dates.local(until, self.shop.zone) if until else "never",
            "access_expires_gmt": dates.utc(until) if until else "never",
            "file": {"name": str(file.get("name") or ""), "file": str(file.get("file") or "")},
            "_links": {
                "collection": [{"href": f"{url}/downloads"}],
                "product": [{"href": self.shop.rest_url(call.description, f"/products/{product['id']}")}],
                "order": [{"href": self.shop.rest_url(call.description, f"/orders/{order['id']}")}],
            },
        }
