"""Runs a pipeline over the stores that standard input names; prints what dlt says of it."""

import json
import resource
import sys
import time

import dlt

from wooclient import WooClient
from wooclient.dlt import woocommerce


def most() -> int:
    """The most memory that this process held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


told = json.load(sys.stdin)
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
read, held = time.perf_counter(), most()
pipeline.normalize()
pipeline.load()
done = time.perf_counter()
with pipeline.sql_client() as client:
    answers = [client.execute_sql(query) for query in told["queries"]]
if told.get("figures"):
    answers = {"answers": answers, "reading": read - begun, "seconds": done - begun, "held": held, "most": most()}
print(json.dumps(answers, default=str))
