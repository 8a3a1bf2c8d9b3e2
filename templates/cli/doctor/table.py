"""The checks, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import access, answering, network, shop
from .finding import Finding, skipped
from .probe import Probe


class Check(NamedTuple):
    """One question to a store. If one of `needs` is broken, it is not asked."""

    name: str
    title: str
    ask: Callable[[Probe], Finding]
    needs: tuple[str, ...] = ()


_REACHED = ("name", "connection")
_API = (*_REACHED, "redirect", "firewall", "password", "index", "woocommerce")
_ACCESS = (*_API, "key")

CHECKS = (
    Check("name", "DNS", network.name),
    Check("connection", "connection and TLS", network.connection, ("name",)),
    Check("redirect", "redirects", network.redirect, _REACHED),
    Check("firewall", "firewall", answering.firewall, (*_REACHED, "redirect")),
    Check("password", "password of the web server", answering.password, (*_REACHED, "redirect")),
    Check("index", "index and permalinks", answering.index, (*_REACHED, "redirect", "firewall", "password")),
    Check("woocommerce", "WooCommerce", answering.woocommerce, _API[:-1]),
    Check("bom", "byte order mark", answering.byte_order_mark, (*_REACHED, "redirect", "firewall")),
    Check("php", "PHP messages", answering.php_messages, (*_REACHED, "redirect", "firewall")),
    Check("clock", "clock", network.clock, _REACHED),
    Check("key", "key", access.authentication, _API),
    Check("permissions", "permissions of the key", access.permissions, _ACCESS),
    Check("cache", "caches", answering.cache, _ACCESS),
    Check("webhooks", "webhooks", shop.webhooks, _ACCESS),
    Check("orders", "tables of orders", shop.order_tables, _ACCESS),
    Check("release", "release", shop.release, _ACCESS),
    Check("defects", "known defects", shop.defects, _ACCESS),
)


def examine(probe: Probe) -> Iterator[tuple[Check, Finding]]:
    """Make all checks."""
    broken: set[str] = set()
    for check in CHECKS:
        missing = [name for name in check.needs if name in broken]
        if missing:
            yield check, skipped(f"cannot be checked before `{missing[0]}` is repaired")
            continue
        found = check.ask(probe)
        if found.level == "broken":
            broken.add(check.name)
        yield check, found
