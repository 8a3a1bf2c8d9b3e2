"""What walks over real stores found out about the legacy API."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from mock.talk import read, send
from mock.test_legacy_orders import made
from wooclient.mock import MockStore


def test_a_refused_order_stays_without_lines_and_addresses(store: MockStore) -> None:
    """As 10.0.2 answers; the customer keeps the addresses."""
    before = {doc["id"] for doc in store.shop.state.all("orders")}
    order = {"customer_id": 7, "note": "ring", "billing_address": {"city": "Bend"}, "line_items": [{"product_id": 999}]}
    answer = send(store, "POST", "/wc-api/v3/orders", {"order": order})
    assert (answer.status, read(answer)["errors"][0]["code"]) == (400, "woocommerce_api_invalid_product")
    (left,) = (doc for doc in store.shop.state.all("orders") if doc["id"] not in before)
    assert (left["customer_note"], left["billing"]["city"], left["line_items"]) == ("ring", "", [])
    assert (store.shop.state.get("customers", 7) or {})["billing"]["city"] == "Bend"


def test_a_change_of_addresses_alone_is_lost_and_dates_nothing(store: MockStore) -> None:
    """As 10.0.2 answers: sums that are worked out store them, a note or a status moves the date."""
    number = made(store, note="first")["id"]
    store.shop.clock = lambda: datetime(2031, 1, 1, tzinfo=UTC)

    def changed(**fields: Any) -> tuple[str, bool]:
        order = read(send(store, "PUT", f"/wc-api/v3/orders/{number}", {"order": fields}))["order"]
        return order["billing_address"]["city"], order["updated_at"] == "2031-01-01T00:00:00Z"

    assert changed(billing_address={"city": "Bend"}) == ("", False)
    fee = {"title": "Wrapping", "total": "2"}
    assert changed(billing_address={"city": "Bend"}, fee_lines=[fee]) == ("Bend", False)
    assert changed(note="second") == ("Bend", True)
