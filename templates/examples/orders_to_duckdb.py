"""Orders into DuckDB, each run only what changed since the last one, and a plot of what was sold each day.

    pip install wooclient duckdb matplotlib
    python orders_to_duckdb.py shop.duckdb sales.png

The cursor is the newest change that the shop itself told before the walk began, never this machine's clock: an order
that changes during the walk comes again next time. It is written in the same transaction as the orders, so that a run
that is killed leaves the database as it was.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import duckdb
import matplotlib as mpl

from wooclient import WooClient

mpl.use("Agg")  # draws into files; no screen is needed
import matplotlib.pyplot as plt

TABLES = """
create table if not exists orders (
    id bigint primary key, status text, currency text, total decimal(18, 4),
    created timestamptz, modified timestamptz, email text
);
create table if not exists lines (
    order_id bigint, id bigint, product_id bigint, sku text, name text, quantity decimal(18, 4), total decimal(18, 4)
);
create table if not exists cursor (until timestamptz);
"""
FIRST = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
SOLD = """
select created::date as day, sum(total) from orders
where status in ('processing', 'completed') group by day order by day
"""


def newest(woo: WooClient) -> datetime | None:
    """When the order that changed last did so."""
    last = woo.orders.list(orderby="modified", order="desc", per_page=1, fields=["id", "date_modified_gmt"])
    return last[0].date_modified_gmt if last else None


def load(woo: WooClient, database: duckdb.DuckDBPyConnection) -> int:
    """Bring the database to what the shop holds; how many orders were new or changed."""
    database.execute(TABLES)
    (since,) = database.execute("select max(until) from cursor").fetchone() or (None,)
    until = newest(woo)
    database.begin()
    try:
        count = 0
        for order in woo.orders.modified_since(since or FIRST, prefetch=2):
            database.execute("delete from lines where order_id = ?", [order.id])
            database.execute(
                "insert or replace into orders values (?, ?, ?, ?, ?, ?, ?)",
                [order.id, order.status, order.currency, order.total, order.date_created_gmt, order.date_modified_gmt,
                 order.billing.email],
            )  # fmt: skip
            for line in order.line_items:
                database.execute(
                    "insert into lines values (?, ?, ?, ?, ?, ?, ?)",
                    [order.id, line.id, line.product_id, line.sku, line.name, line.quantity, line.total],
                )
            count += 1
        database.execute("delete from cursor")
        database.execute("insert into cursor values (?)", [until])
        database.commit()
    except BaseException:
        database.rollback()
        raise
    return count


def plot(database: duckdb.DuckDBPyConnection, path: Path) -> None:
    """What was sold each day, as bars."""
    rows = database.execute(SOLD).fetchall()
    figure, axes = plt.subplots(figsize=(9, 4), layout="constrained")
    axes.bar([day for day, _ in rows], [float(total) for _, total in rows])
    axes.set_title("Sold each day")
    figure.autofmt_xdate()
    figure.savefig(path)
    plt.close(figure)


def main(database: Path, picture: Path) -> None:
    """Load and plot."""
    with WooClient.from_env() as woo, duckdb.connect(str(database)) as connection:
        print(f"{load(woo, connection)} orders were new or changed")
        plot(connection, picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
