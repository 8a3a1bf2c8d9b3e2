"""Reads the orders of a store by four worker processes of Dask; prints the ids that each slice gave."""

import json
import sys
import time

from distributed import Client, LocalCluster

from wooclient import Partition, WooClient


def read(partition: Partition, about: dict[str, str]) -> list[int]:
    with WooClient(**about) as woo:
        return [order.id for order in partition.iter(woo)]


if __name__ == "__main__":
    told = json.load(sys.stdin)
    with WooClient(**told["store"]) as woo:
        slices = woo.orders.partitions(told["n"])
    with (
        LocalCluster(n_workers=told.get("workers", 4), threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        begun = time.perf_counter()
        futures = client.map(read, slices, about=told["store"], pure=False)
        ids = client.gather(futures)
        print(json.dumps({"ids": ids, "seconds": time.perf_counter() - begun}))
