"""Reads a list of the store that the environment names with Spark, and prints what is asked of it."""

import json
import sys

from pyspark.sql import SparkSession

from wooclient.spark import WooCommerce

told = json.load(sys.stdin)
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
spark.dataSource.register(WooCommerce)
frame = spark.read.format("woocommerce").options(**told["options"]).load()
frame.createOrReplaceTempView("records")
rows = [[list(row) for row in spark.sql(query).collect()] for query in told["queries"]]
print(json.dumps({"types": dict(frame.dtypes), "slices": frame.rdd.getNumPartitions(), "rows": rows}, default=str))
