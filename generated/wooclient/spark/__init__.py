"""Spark's way to the records of a store, as a Python data source of Spark 4.

    pip install 'wooclient[spark]'

    from wooclient.spark import WooCommerce

    spark.dataSource.register(WooCommerce)
    orders = spark.read.format("woocommerce").options(resource="orders", partitions=8).load()

Each executor reads its slices with a client of its own. Where the store is and its key come from the environment of the
executors (`WOO_URL`, `WOO_KEY`, `WOO_SECRET`; another beginning by the option `env`), so that no plan and no log holds
a key.
"""

from wooclient.spark.source import WooCommerce

__all__ = ["WooCommerce"]
