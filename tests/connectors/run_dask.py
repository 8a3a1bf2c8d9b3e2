"""Reads the orders of a store by four worker processes of Dask; prints the ids that each slice gave."""

import json
import sys

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
        LocalCluster(n_workers=4, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        futures = client.map(read, slices, about=told["store"], pure=False)
        where = {key: list(workers) for key, workers in client.who_has(futures).items()}
        print(
            json.dumps(
                {"ids": client.gather(futures), "workers": len({w for all_of in where.values() for w in all_of})}
            )
        )
