"""What all resources share: the memory, the clock, the settings, addresses, links and events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from . import dates
from .call import Call
from .deliveries import Deliveries
from .description import Description, Json, Operation, Versions, numbers
from .hooks import resource_class
from .kinds import members
from .resource import Resource
from .state import Doc, State

#: Kinds that are only other ways to the same things.
ALIASES = {"variations": "products.variations", "refunds": "orders.refunds"}


class Shop:
    """One store, whatever version of the API looks at it."""

    def __init__(self, state: State, url: str, versions: Versions) -> None:
        self.state = state
        self.url = url.rstrip("/")
        self.versions = versions
        self.clock: Callable[[], datetime] = dates.now
        #: Told of every change: topic, event, document.
        self.listeners: list[Callable[[str, str, Doc], None]] = []
        self.deliveries = Deliveries(self)
        self._resources: dict[str, Resource] = {}
        self._zone: tuple[int, tzinfo] = (-1, UTC)
        self._release: tuple[int, tuple[int, ...]] = (-1, ())
        self._texts: dict[tuple[Any, ...], bytes] = {}
        self._texts_of: tuple[int, datetime] | None = None

    def resource(self, kind: str) -> Resource:
        """The resource of a kind."""
        kind = ALIASES.get(kind, kind)
        found = self._resources.get(kind)
        if found is None:
            found = self._resources[kind] = resource_class(kind)(self, kind)
        return found

    def now(self) -> datetime:
        """This moment."""
        return self.clock()

    def texts(self) -> dict[tuple[Any, ...], bytes]:
        """Documents as they were last shown: good until something changes, and for a second, as sales begin and end."""
        moment = (self.state.revision, self.now())
        if self._texts_of != moment:
            self._texts, self._texts_of = {}, moment
        return self._texts

    @property
    def zone(self) -> tzinfo:
        """The shop's time zone."""
        if self._zone[0] != self.state.revision:
            name = self.state.note("timezone", "UTC")
            self._zone = (self.state.revision, UTC if name == "UTC" else ZoneInfo(name))
        return self._zone[1]

    def option(self, group: str, name: str, default: str = "") -> Any:
        """The value of a setting: `option("general", "woocommerce_currency", "USD")`."""
        doc = self.state.get("settings.options", f"{group}/{name}")
        return default if doc is None else doc.get("value", default)

    @property
    def release(self) -> tuple[int, ...]:
        """The release of WooCommerce that the store imitates, as a note or its system status tells."""
        if self._release[0] != self.state.revision:
            known = self.state.note("release", "")
            report = self.state.get("system_status", "system_status") or {}
            found = numbers(known or str(members(report.get("environment")).get("version", "")))
            self._release = (self.state.revision, found)
        return self._release[1]

    @property
    def places(self) -> int:
        """How many decimals prices have."""
        value = str(self.option("general", "woocommerce_price_num_decimals", "2"))
        return int(value) if value.isdigit() else 2

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

    def links(self, call: Call, resource: Resource, doc: Doc) -> Json:
        """`_links` of a document: itself, its list, and what it stands below."""
        description = call.description
        item = description.by_id.get(f"{resource.kind}.get")
        listed = description.by_id.get(f"{resource.kind}.list") or description.by_id.get(f"{resource.kind}.create")
        found: Json = {}
        values = {"parent": doc.get("_parent"), "key": doc.get(resource.key)}
        if item is not None and "{" in item.path:
            route = description.by_path[item.path]
            href = self.rest_url(description, filled(item, values["parent"], values["key"]))
            found["self"] = [{"href": href, "targetHints": {"allow": route.methods}}]
        if listed is not None:
            path = filled(listed, values["parent"], None)
            found["collection"] = [{"href": self.rest_url(description, path)}]
        return found


def filled(operation: Operation, parent: Any, key: Any) -> str:
    """A path with its parameters filled in: the last one is the key, the one before it the parent."""
    path = operation.path
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    values = [parent, key] if len(names) == 2 else [parent if key is None else key]
    for name, value in zip(names, values, strict=False):
        path = path.replace(f"{{{name}}}", str(value))
    return path
