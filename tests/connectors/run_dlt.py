"""Runs a pipeline over the stores that standard input names; prints what dlt says of it."""

import json
import os
import resource
import sys
import time
from typing import ClassVar

import dlt

from wooclient import WooClient
from wooclient.dlt import source as woocommerce_source
from wooclient.dlt import woocommerce
from wooclient.dlt.progress import Progress


def most() -> int:
    """The most memory that this process held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def held() -> int:
    """The memory that this process holds now, in MB."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20


class Noted(Progress):
    """Notes the memory whenever a list was read to its end."""

    by_lists: ClassVar[list[int]] = []

    def kept(self) -> dict[str, str]:
        self.by_lists.append(held())
        return super().kept()


told = json.load(sys.stdin)
if told.get("figures"):
    woocommerce_source.Progress = Noted  # type: ignore[misc]
stores = {name: WooClient(max_retries=0, **about) for name, about in told["stores"].items()}
pipeline = dlt.pipeline(
    "shops",
    destination=dlt.destinations.duckdb(told["database"]),
    dataset_name="woo",
    pipelines_dir=told["folder"],
)
source = woocommerce(stores, told["resources"])
begun = time.perf_counter()
pipeline.extract(source, loader_file_format="parquet")
read = time.perf_counter()
pipeline.normalize()
normalized = most()
pipeline.load()
done = time.perf_counter()
with pipeline.sql_client() as client:
    answers = [client.execute_sql(query) for query in told["queries"]]
if told.get("figures"):
    times = {"reading": read - begun, "seconds": done - begun}
    answers = {"answers": answers, **times, "held": Noted.by_lists, "normalized": normalized, "most": most()}
print(json.dumps(answers, default=str))
