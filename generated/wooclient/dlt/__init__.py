"""A dlt source: the records of one store or many in the tables of any destination that dlt writes.

pip install 'wooclient[dlt]'

import dlt
from wooclient import WooClient
from wooclient.dlt import woocommerce

shops = {"acme": WooClient.from_env("ACME_"), "bolt": WooClient.from_env("BOLT_")}
pipeline = dlt.pipeline("shops", destination="duckdb", dataset_name="woo")
pipeline.run(woocommerce(shops, ["orders", "products", "customers"]))
"""

from wooclient.dlt.source import woocommerce

__all__ = ["woocommerce"]
