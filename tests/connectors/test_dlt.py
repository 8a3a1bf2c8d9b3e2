"""The dlt source, run by dlt itself into DuckDB."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from connectors.needed import HERE, PYTHON, environment
from mock.serving import listening
from wooclient import WooClient
from wooclient.mock import MockStore

pytestmark = pytest.mark.usefixtures("connectors")


class Shops:
    """Stores that are served, and the database that a pipeline fills from them."""

    def __init__(self, folder: Path, stores: dict[str, MockStore], urls: dict[str, str]) -> None:
        self.folder, self.stores, self.urls = folder, stores, urls

    def about(self, name: str) -> dict[str, str]:
        store = self.stores[name]
        return {"url": self.urls[name], "key": store.key, "secret": store.secret}

    def client(self, name: str) -> WooClient:
        return WooClient(**self.about(name))

    def start(self, *queries: str, resources: tuple[str, ...] = ("orders",), **wrong: str) -> subprocess.Popen[str]:
        stores = {
            name: {**self.about(name), **({"secret": wrong[name]} if name in wrong else {})} for name in self.stores
        }
        told = {
            "stores": stores,
            "database": str(self.folder / "shops.duckdb"),
            "folder": str(self.folder / "pipelines"),
            "resources": resources,
            "queries": queries,
        }
        process = subprocess.Popen(
            [PYTHON, str(HERE / "run_dlt.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(),
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(json.dumps(told))
        process.stdin.close()
        process.stdin = None
        return process

    def run(self, *queries: str, **options: Any) -> list[Any]:
        out, err = (process := self.start(*queries, **options)).communicate(timeout=300)
        assert process.returncode == 0, err
        found: list[Any] = json.loads(out)
        return found


@pytest.fixture
def shops(tmp_path: Path) -> Iterator[Shops]:
    stores = {name: MockStore(url=f"http://{name}.example") for name in ("acme", "bolt")}
    with listening(*stores.values()) as urls:
        yield Shops(tmp_path, stores, dict(zip(stores, urls, strict=True)))


COUNTS = "select store, count(*) from woo.orders group by 1 order by 1"


def test_what_changed_and_what_is_gone_reaches_the_table(shops: Shops) -> None:
    with shops.client("acme") as acme, shops.client("bolt") as bolt:
        orders = {order.id: order for order in acme.orders.iter()}
        first = shops.run(COUNTS, "select sum(total) from woo.orders where store = 'acme'")
        assert first[0] == [["acme", len(orders)], ["bolt", len(orders)]]
        assert first[1] == [[f"{sum(order.total for order in orders.values()):.9f}"]]
        gone, changed = list(orders)[:2]
        acme.orders.delete(gone, force=True)
        bolt.orders.update(changed, customer_note="Ring twice")
        made = bolt.orders.create(fee_lines=[{"name": "Cup", "total": "3.50"}]).id
        note = f"select customer_note from woo.orders where store = 'bolt' and id = {changed}"
        new = f"""
            select fee.name from woo.orders__fee_lines fee join woo.orders o on fee._dlt_parent_id = o._dlt_id
            where o.store = 'bolt' and o.id = {made}
        """
        for store in shops.stores.values():
            store.requests.clear()
        again = shops.run(COUNTS, note, f"select id from woo.orders where id = {gone} and store = 'acme'", new)
    assert again[0] == [["acme", len(orders) - 1], ["bolt", len(orders) + 1]]
    assert again[1:3] == [[["Ring twice"]], []]
    assert again[3] == [["Cup"]]
    # Nothing changed at acme: the last change known, what changed since, and which ids are there.
    asked = [r.query for r in shops.stores["acme"].requests]
    assert len(asked) == 3
    assert sum("modified_after=" in query for query in asked) == 1


def test_a_store_that_cannot_be_read_stops_no_other(shops: Shops) -> None:
    counts, failures = shops.run(
        COUNTS, "select store, resource, error, status from woo.failures", acme="cs_" + "0" * 40
    )
    assert [row[0] for row in counts] == ["bolt"]
    assert failures == [["acme", "orders.list", "AuthenticationError", 401]]
    # Once it can be read, it is read whole.
    assert [row[0] for row in shops.run(COUNTS)[0]] == ["acme", "bolt"]


def test_a_run_that_is_killed_leaves_each_record_once(shops: Shops) -> None:
    with shops.client("acme") as acme:
        items = [{"fee_lines": [{"name": f"Cup {i}", "total": "1.00"}]} for i in range(150)]
        acme.orders.batch(create=items)  # type: ignore[arg-type]
    wanted = {name: len(list(shops.client(name).orders.iter(fields=["id"]))) for name in shops.stores}
    for requests in (1, 3, 4):
        shops.stores["acme"].requests.clear()
        process = shops.start()
        while len(shops.stores["acme"].requests) < requests and process.poll() is None:
            time.sleep(0.005)
        process.kill()
        process.communicate()
    counts, twice = shops.run(COUNTS, "select store, id from woo.orders group by 1, 2 having count(*) > 1")
    assert {row[0]: row[1] for row in counts} == wanted
    assert twice == []


def test_types_come_from_the_models_and_secrets_stay(shops: Shops) -> None:
    secret = "whsec-not-for-tables"
    with shops.client("acme") as acme:
        acme.webhooks.create(topic="order.created", delivery_url="https://erp.example/in", secret=secret)
    types = """
        select column_name, data_type from information_schema.columns where table_schema = 'woo'
        and table_name = 'orders' and (column_name in ('id', 'total', 'meta_data', 'prices_include_tax')
        or column_name like 'date_paid%')
    """
    names = """
        select table_name from information_schema.tables where table_schema = 'woo'
        and table_name in ('webhooks', 'taxes_classes', 'data_currencies') order by 1
    """
    resources = ("orders", "webhooks", "payment_gateways", "taxes.classes", "data.currencies")
    found, tables, gateways = shops.run(
        types,
        names,
        "select count(*) from woo.payment_gateways",
        resources=resources,
    )
    assert dict(found) == {
        "date_paid": "TIMESTAMP",
        "date_paid_gmt": "TIMESTAMP WITH TIME ZONE",
        "id": "BIGINT",
        "meta_data": "JSON",
        "prices_include_tax": "BOOLEAN",
        "total": "DECIMAL(38,9)",
    }
    assert [name for (name,) in tables] == ["data_currencies", "taxes_classes", "webhooks"]
    assert gateways[0][0] > 0
    assert secret.encode() not in (shops.folder / "shops.duckdb").read_bytes()
