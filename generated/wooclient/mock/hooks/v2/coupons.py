"""Coupons in wc/v2: lists know no status but `publish`."""

from __future__ import annotations

from .. import coupons


class Coupons(coupons.Coupons):
    """Coupons."""

    undeclared = frozenset[str]()
