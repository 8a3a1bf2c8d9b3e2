"""Runs a pipeline over the stores that standard input names; prints what dlt says of it."""

import json
import sys

import dlt

from wooclient import WooClient
from wooclient.dlt import woocommerce

told = json.load(sys.stdin)
stores = {name: WooClient(max_retries=0, **about) for name, about in told["stores"].items()}
pipeline = dlt.pipeline(
    "shops",
    destination=dlt.destinations.duckdb(told["database"]),
    dataset_name="woo",
    pipelines_dir=told["folder"],
)
pipeline.run(woocommerce(stores, told["resources"], deletions=told.get("deletions", True)))
with pipeline.sql_client() as client:
    print(json.dumps([client.execute_sql(query) for query in told["queries"]], default=str))
