"""The data source: what it is asked for, its slices, their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.types import StructType

from wooclient import WooClient
from wooclient._runtime.operation import Operation
from wooclient._runtime.partitions import Partition, plan
from wooclient._runtime.registry import operations
from wooclient._runtime.walking import paged
from wooclient._runtime.words import nearest
from wooclient._versions import VERSIONS

from .columns import Column, columns_of

_VERSION = next(known.name for known in VERSIONS if not known.door)


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
        lists = (o for o in operations(_VERSION) if o.id.endswith(".list") and "{" not in o.path)
        known = {o.id.removesuffix(".list"): o for o in lists if o.paging == "pages"}
        if name in known:
            return known[name]
        close = nearest(name, known)
        hint = f"did you mean {close!r}?" if close else f"there are {', '.join(sorted(known))}"
        raise ValueError(f"the option `resource` is {name!r}; {hint}")

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
            planning = plan(self.operation, self.n, {}, ())
            try:
                query = next(planning)
                while True:
                    query = planning.send(paged(woo.call(self.operation, (), query)))
            except StopIteration as done:
                return [Slice(one) for one in done.value]

    def read(self, partition: InputPartition) -> Iterator[tuple[Any, ...]]:
        """The rows of a slice, in an executor."""
        with WooClient.from_env(self.env) as woo:
            for record in partition.inside.iter(woo, prefetch=2):
                yield tuple(column.of(record) for column in self.columns)
