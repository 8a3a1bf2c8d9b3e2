"""The data source: what it is asked for, its slices, their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.types import StructType

from wooclient import WooClient
from wooclient._runtime.operation import Operation
from wooclient._runtime.partitions import Partition, cut
from wooclient._runtime.registry import chosen, top_lists

from .columns import Column, columns_of


@dataclass
class Slice(InputPartition):  # type: ignore[misc]
    """A slice of the list, as Spark hands it to an executor."""

    inside: Partition[Any]


class WooCommerce(DataSource):  # type: ignore[misc]
    """`spark.read.format("woocommerce")`: one list of one store.

    Options:
        resource: The list by its name in the client, such as `orders` or `products.categories`.
        partitions: Into how many slices it is cut at most; 4 if it is not said.
        env: What the names of the environment variables begin with; `WOO_` if it is not said.
    """

    @classmethod
    def name(cls) -> str:
        """The name of the format."""
        return "woocommerce"

    def schema(self) -> StructType:
        """The columns, from the declared types of a record's fields."""
        return StructType([column.field for column in columns_of(self._operation().item_type())])

    def reader(self, schema: StructType) -> DataSourceReader:
        """What reads the columns that Spark asks for."""
        wanted = set(schema.names)
        columns = [column for column in columns_of(self._operation().item_type()) if column.field.name in wanted]
        return _Reader(self._operation(), columns, self.options.get("env", "WOO_"), self._partitions())

    def _operation(self) -> Operation[list[Any]]:
        name = self.options.get("resource", "")
        known = {key: one for key, one in top_lists().items() if one.paging == "pages"}
        return chosen(name, known, f"the option `resource` is {name!r}")

    def _partitions(self) -> int:
        text = self.options.get("partitions", "4")
        if not text.isascii() or not text.isdigit() or int(text) < 1:
            raise ValueError(f"the option `partitions` is {text!r}; give a whole number above 0")
        return int(text)


class _Reader(DataSourceReader):  # type: ignore[misc]
    """Reads a list, slice by slice."""

    def __init__(self, operation: Operation[list[Any]], columns: list[Column], env: str, n: int) -> None:
        self.operation, self.columns, self.env, self.n = operation, columns, env, n

    def partitions(self) -> list[InputPartition]:
        """The slices, in the driver."""
        with WooClient.from_env(self.env) as woo:
            return [Slice(one) for one in cut(woo, self.operation, self.n, {}, ())]

    def read(self, partition: InputPartition) -> Iterator[tuple[Any, ...]]:
        """The rows of a slice, in an executor."""
        with WooClient.from_env(self.env) as woo:
            for record in partition.inside.iter(woo, prefetch=2):
                yield tuple(column.of(record) for column in self.columns)
