"""Slices of a list on Dask's scheduler, with four worker processes."""

from __future__ import annotations

import json
import subprocess

import pytest

from connectors.needed import HERE, PYTHON, environment
from mock.serving import listening
from wooclient import WooClient
from wooclient.mock import MockStore

pytestmark = pytest.mark.usefixtures("connectors")


def test_four_workers_give_each_order_once() -> None:
    with MockStore(url="http://shop.example") as store, listening(store) as (url,):
        with WooClient(url, key=store.key, secret=store.secret) as woo:
            every = [order.id for order in woo.orders.iter()]
        about = {"url": url, "key": store.key, "secret": store.secret}
        done = subprocess.run(
            [PYTHON, str(HERE / "run_dask.py")],
            input=json.dumps({"store": about, "n": 8}), capture_output=True, text=True, check=True, env=environment(),
        )  # fmt: skip
    told = json.loads(done.stdout)
    assert sorted(number for ids in told["ids"] for number in ids) == every
    assert len(told["ids"]) > 4
