"""A dlt source: the records of one store or many in the tables of any destination that dlt writes.

Install it by `pip install 'wooclient[dlt]'`, and run it as any other source:

    import dlt
    from wooclient import WooClient
    from wooclient.dlt import woocommerce

    shops = {"acme": WooClient.from_env("ACME_"), "bolt": WooClient.from_env("BOLT_")}
    pipeline = dlt.pipeline("shops", destination="duckdb", dataset_name="woo")
    pipeline.run(woocommerce(shops, ["orders", "products"]), loader_file_format="parquet")

With DuckDB, files of Parquet (`pip install pyarrow`) keep memory flat: as SQL, which is dlt's default, 10,000 orders took
3 GB.
"""

from wooclient.dlt.source import woocommerce

__all__ = ["woocommerce"]
