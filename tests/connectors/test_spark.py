"""Spark's data source, in a real Spark."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from connectors.needed import HERE, PYTHON, environment
from mock.serving import listening
from needs import command
from wooclient import WooClient
from wooclient.mock import MockStore

pytestmark = pytest.mark.usefixtures("connectors")


def test_a_list_is_read_in_slices_with_the_types_of_the_models() -> None:
    command("java")
    queries = [
        "select count(*), count(distinct id), sum(total) from records",
        "select billing_city, date_created_gmt, size(from_json(line_items, 'array<struct<id: bigint>>')) from records"
        " where id = 202",
    ]
    with MockStore() as store, listening(store) as (url,):
        with WooClient(url, key=store.key, secret=store.secret) as woo:
            orders = {order.id: order for order in woo.orders.iter()}
        keys = {"WOO_URL": url, "WOO_KEY": store.key, "WOO_SECRET": store.secret}
        env = {**environment(), **keys, "PYSPARK_PYTHON": PYTHON, "SPARK_LOCAL_IP": "127.0.0.1", "TZ": "UTC"}
        asked = json.dumps({"options": {"resource": "orders", "partitions": "3"}, "queries": queries})
        program = os.fspath(HERE / "run_spark.py")
        done = subprocess.run([PYTHON, program], input=asked, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    (count, distinct, total), *_ = told["rows"][0]
    assert (count, distinct) == (len(orders), len(orders))
    assert total == f"{sum(order.total for order in orders.values()):.9f}"
    one = orders[202]
    assert told["rows"][1] == [[one.billing.city, f"{one.date_created_gmt:%Y-%m-%d %H:%M:%S}", len(one.line_items)]]
    assert told["slices"] == 3
    wanted = {"id": "bigint", "total": "decimal(38,9)", "date_paid": "timestamp_ntz", "date_paid_gmt": "timestamp"}
    assert {name: told["types"][name] for name in wanted} == wanted
