"""Answers about index of wc-api/v1."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN


class LegacyRouteMeta(Model):
    """Where the route is. Only routes without placeholders have this."""

    __shown__ = ("self_",)

    self_: str = Field(alias="self")
    """Address of the route, under v3 whatever version was asked."""


class LegacyRoute(Model):
    """What a route can do."""

    __shown__ = ("supports", "accepts_data", "meta")

    supports: list[Literal["HEAD", "GET", "POST", "PUT", "PATCH", "DELETE"]]
    """HTTP methods of the route."""
    accepts_data: bool | None = None
    """True if any of the methods takes a body; absent otherwise."""
    meta: LegacyRouteMeta | None = None
    """Where the route is. Only routes without placeholders have this."""


class LegacyStoreLinks(Model):
    """Links for people."""

    __shown__ = ("help",)

    help: str
    """Where the API is documented."""


class LegacyStoreMeta(Model):
    """Settings of the store that matter to clients."""

    __shown__ = ("currency",)

    timezone: str
    """Time zone of the shop, a name such as `America/New_York` or an offset."""
    currency: str
    """Currency of the shop, three capital letters."""
    currency_format: str
    """Sign of the currency, with HTML entities."""
    tax_included: bool
    """Whether prices are entered with tax."""
    weight_unit: Annotated[Literal["kg", "g", "lbs", "oz"] | str, OPEN]
    """Unit of weights."""
    dimension_unit: Annotated[Literal["m", "cm", "mm", "in", "yd"] | str, OPEN]
    """Unit of measures."""
    ssl_enabled: bool
    """Whether checkout is forced to HTTPS; in v3 also true if the whole site is on HTTPS."""
    permalinks_enabled: bool
    """Whether the site has readable addresses."""
    links: LegacyStoreLinks
    """Links for people."""


class LegacyStore(Model):
    """The store, its settings and the routes of this version of the API."""

    __shown__ = ("name",)

    name: str
    """Title of the site."""
    description: str
    """Subtitle of the site; may be empty."""
    URL: str
    """Address of the site."""
    wc_version: str
    """Release of WooCommerce."""
    routes: dict[str, LegacyRoute]
    """Routes by path; names of parameters in them stand in angle brackets."""
    meta: LegacyStoreMeta
    """Settings of the store that matter to clients."""
