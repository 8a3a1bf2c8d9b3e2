"""What people write who use words that plugins add: type checkers take it, and refuse others in closed lists."""

from __future__ import annotations

SAMPLE = """\
from wooclient import WooClient


def calls(woo: WooClient) -> None:
    woo.orders.update(1, status="shipped", currency="XBT")
    woo.products.create(type="subscription", status="publish")
    woo.orders.list(status=["processing", "shipped"], orderby="total", order="asc")
    woo.orders.batch(create=[{"status": "shipped"}])
    woo.products.create(status="publishd")  # refused
    woo.orders.list(order="descending")  # refused
    woo.products.list(include_status=["publishd"])  # refused
    woo.legacy.products.list(filter={"order": "up"})  # refused
"""
#: The lines that a type checker has to refuse, by number.
REFUSED = {number for number, line in enumerate(SAMPLE.splitlines(), 1) if line.endswith("# refused")}


def errors(report: str) -> set[int]:
    """The lines of the sample in which a type checker, mypy or pyright, found errors."""
    return {int(line.split(":")[1]) for line in report.splitlines() if "sample.py:" in line and " error" in line}
