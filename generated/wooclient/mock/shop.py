"""What all resources share: the memory, the clock, the settings, addresses, links and events."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Any, Generic, Protocol, TypeVar

from . import dates
from .call import Call
from .description import Description, Json, Versions
from .kinds import members
from .releases import numbers
from .state import Doc, Key, State
from .texts import Texts

#: The release of a store that does not say it, where releases differ in what they do.
_RELEASE = (10, 0)
#: Kinds that are only other ways to the same things.
ALIASES = {"variations": "products.variations", "refunds": "orders.refunds"}


Resource = TypeVar("Resource", covariant=True)


class Registry(Protocol[Resource]):
    """Who knows how a kind of thing behaves in a version: whoever makes a shop hands one in."""

    def __call__(self, kind: str, version: str) -> Callable[[Any, str], Resource]:
        """What makes the resource of a kind, from a shop and the kind."""
        ...


class Shop(Generic[Resource]):
    """One store, whatever version of the API looks at it."""

    def __init__(self, state: State, url: str, versions: Versions, registry: Registry[Resource]) -> None:
        self.state = state
        self.url = url.rstrip("/")
        self.versions = versions
        self.clock: Callable[[], datetime] = dates.now
        #: Told of every change: topic, event, document.
        self.listeners: list[Callable[[str, str, Doc], None]] = []
        self._registry = registry
        self._resources: dict[tuple[str, str], Resource] = {}
        self._zone: tuple[tuple[int, ...], tzinfo] = ((), UTC)
        self._release: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
        self.texts = Texts()
        self._links: dict[tuple[str, str], tuple[str, list[str], str]] = {}

    def resource(self, kind: str, description: Description | None = None) -> Resource:
        """The resource of a kind, as a version of the API has it; without one, as the newest has it."""
        kind = ALIASES.get(kind, kind)
        version = (description or self.versions.newest).version
        found = self._resources.get((kind, version))
        if found is None:
            found = self._resources[kind, version] = self._registry(kind, version)(self, kind)
        return found

    def now(self) -> datetime:
        """This moment."""
        return self.clock()

    @property
    def zone(self) -> tzinfo:
        """The shop's time zone."""
        stamp = self.state.stamp()
        if self._zone[0] != stamp:
            self._zone = (stamp, dates.zone(self.state.note("timezone", "UTC")))
        return self._zone[1]

    def option(self, group: str, name: str, default: str = "") -> Any:
        """The value of a setting: `option("general", "woocommerce_currency", "USD")`."""
        doc = self.state.get("settings.options", f"{group}/{name}")
        return default if doc is None else doc.get("value", default)

    @property
    def counts_stock(self) -> bool:
        """Whether the shop counts what is in stock at all."""
        return bool(self.option("products", "woocommerce_manage_stock", "yes") == "yes")

    @property
    def release(self) -> tuple[int, ...]:
        """The release of WooCommerce that the store imitates, as a note or its system status tells."""
        stamp = self.state.stamp("system_status")
        if self._release[0] != stamp:
            known = self.state.note("release", "")
            report = self.state.get("system_status", "system_status") or {}
            found = numbers(known or str(members(report.get("environment")).get("version", "")))
            self._release = (stamp, found)
        return self._release[1]

    def since(self, *release: int) -> bool:
        """Whether the store is like this release or a later one."""
        return (self.release or _RELEASE) >= release

    @property
    def placeholder(self) -> str:
        """The picture of a product without one, where older versions show it."""
        ending = "webp" if self.since(10, 0) else "png"
        return f"{self.url}/wp-content/uploads/woocommerce-placeholder.{ending}"

    @property
    def places(self) -> int:
        """How many decimals prices have."""
        value = str(self.option("general", "woocommerce_price_num_decimals", "2"))
        return int(value) if value.isdecimal() and len(value) < 9 else 2

    @property
    def currency(self) -> str:
        """The shop's currency."""
        return str(self.option("general", "woocommerce_currency", "USD"))

    def changed(self, topic: str, event: str, doc: Doc) -> None:
        """Something was created, updated or deleted."""
        for listener in self.listeners:
            listener(topic, event, doc)

    def rest_url(self, description: Description, path: str = "") -> str:
        """The address of a route."""
        return f"{self.url}{description.prefix}{path}"

    def links(self, call: Call, kind: str, parent: Key | None, key: Key | None) -> Json:
        """`_links` of a document: itself, and its list."""
        described = (call.description.version, kind)
        known = self._links.get(described)
        if known is None:
            known = self._links[described] = _link_forms(call.description, kind)
        item, methods, listed = known
        found: Json = {}
        if item:
            values = (parent, key) if item.count("%s") == 2 else key
            found["self"] = [{"href": self.url + item % values, "targetHints": {"allow": methods}}]
        if listed:
            found["collection"] = [{"href": self.url + (listed % parent if "%s" in listed else listed)}]
        return found


def _link_forms(description: Description, kind: str) -> tuple[str, list[str], str]:
    """The address of an item, with the methods it takes, and that of its list; parameters are `%s`."""
    item = description.by_id.get(f"{kind}.get")
    listed = description.by_id.get(f"{kind}.list") or description.by_id.get(f"{kind}.create")
    forms = [
        description.prefix + re.sub(r"\{\w+\}", "%s", operation.path) if operation else ""
        for operation in (item, listed)
    ]
    if item is None or "{" not in item.path:
        return "", [], forms[1]
    return forms[0], description.by_path[item.path].methods, forms[1]
