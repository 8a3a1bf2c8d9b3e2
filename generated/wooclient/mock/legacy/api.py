"""One version of the legacy API over a shop: its description and its resources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from ..resource import Shop

LegacyResource = TypeVar("LegacyResource", covariant=True)


class Registry(Protocol[LegacyResource]):
    """Who knows how a kind of thing behaves in a version: whoever makes an API hands one in."""

    def __call__(self, kind: str, version: int) -> Callable[[Any], LegacyResource]:
        """What makes the resource of a kind, from an API."""
        ...


class Api(Generic[LegacyResource]):
    """What `/wc-api/v3`, or an older version, is to a shop."""

    def __init__(self, shop: Shop, version: int, registry: Registry[LegacyResource]) -> None:
        self.shop = shop
        self.version = version
        self.description = shop.versions.named(f"legacy-v{version}")
        self._registry = registry
        self._resources: dict[str, LegacyResource] = {}

    @property
    def url(self) -> str:
        """The address of this version."""
        return self.shop.url + self.description.prefix

    def resource(self, kind: str) -> LegacyResource:
        """The resource of a kind."""
        found = self._resources.get(kind)
        if found is None:
            found = self._resources[kind] = self._registry(kind, self.version)(self)
        return found
