"""Reads a live store: its indexes, its plugins, and real answers if they are asked for. Nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from .._runtime.errors import WooError
from .._runtime.exchange import Request, Response
from .._runtime.shapes import is_array, is_object
from ..contract.calls.recording import Bounded, parsed
from ..contract.described.description import VERSIONS, Description, Json, description
from ..contract.safety.masking import Mask
from ..contract.store.probing import Store, probe
from ..contract.store.target import Target
from .dump import Dump
from .guarding import Bounds, Guard, Spent
from .known import knowledge
from .namespaces import namespace_of, path_of
from .sampling import sampled
from .surface import plain_index, plain_legacy, plain_route_of

#: So many namespaces of plugins are read.
_NAMESPACES = 30
#: No name of a plugin or release is longer.
_LONGEST = 120
#: Where WordPress tells which custom fields of products are registered with a type.
_META = "/wp-json/wp/v2/product"


@dataclass(frozen=True)
class Guarded(Target):
    """A store that only reads reach, within bounds."""

    bounds: Bounds = field(default_factory=Bounds)

    def sync_transport(self) -> httpx.BaseTransport:
        """What requests go through."""
        return Guard(Bounded(self.transport or httpx.HTTPTransport(verify=self.verify)), self.bounds)


def read(target: Guarded, sample: int, say: Callable[[str], None]) -> Dump:
    """Look at a store. Raises Unfit if it is none, or does not take the key; WooError if it fails."""
    store = probe(target, VERSIONS, writes=False)
    with target.client() as woo:
        reader = _Reader(target, woo.answer, _dump(target, store), say)
        reader.read([description(version) for version in store.served], sample)
    return reader.dump


def _dump(target: Target, store: Store) -> Dump:
    environment: Any = store.system.get("environment")
    told: Json = environment if is_object(environment) else {}
    software = {name: _word(told.get(key)) for name, key in (("WordPress", "wp_version"), ("PHP", "php_version"))}
    mask = Mask(target.key, target.secret)
    plugins = sorted(_plugins(store.system, mask), key=lambda plugin: str(plugin["file"]))
    return Dump(
        url=target.url,
        release=_word(store.release),
        software={name: word for name, word in software.items() if word},
        plugins=plugins if store.system else None,
    )


def _plugins(system: Json, mask: Mask) -> Iterator[Json]:
    """The plugins that are active, those that cannot be switched off included; not WooCommerce itself."""
    extra: Any = system.get("dropins_mu_plugins")
    lists = [system.get("active_plugins"), extra.get("mu_plugins") if is_object(extra) else None]
    for plugin in [one for plugins in lists if is_array(plugins) for one in plugins if is_object(one)]:
        about = {name: mask.text(_word(plugin.get(key))) for name, key in _ABOUT.items()}
        if about["file"] and not about["file"].startswith("woocommerce/"):
            yield about


_ABOUT = {"file": "plugin", "name": "name", "version": "version"}


def _word(value: Any) -> str:
    return value[:_LONGEST] if isinstance(value, str) else ""


@dataclass
class _Reader:
    """A run under way; what it came to so far is in `dump`."""

    target: Target
    answer: Callable[[Request], Response]
    dump: Dump
    say: Callable[[str], None]

    def read(self, described: list[Description], sample: int) -> None:
        """Read everything that the bounds allow."""
        try:
            for one in described:
                self._index(one)
            self._namespaces()
            self._meta()
            if sample:
                self.say("reading real answers")
                for found in sampled(self.dump, described, self.get, sample):
                    if isinstance(found, str):
                        self._note(found)
                    else:
                        self.dump.samples.append(found)
        except Spent as error:
            self._note(f"{error}: what follows was not read")

    def _index(self, one: Description) -> None:
        namespace = namespace_of(one)
        self.say(f"reading {namespace}")
        if one.is_wordpress:
            self._plain_index(namespace)
            return
        try:
            self.dump.routes[namespace] = plain_legacy(self.get(one.prefix)[1])
        except (WooError, ValueError) as error:
            self._note(f"{namespace}: {error}")

    def _plain_index(self, namespace: str) -> None:
        """Note the routes of a namespace. Its index tells in one answer what OPTIONS of each route would."""
        try:
            _, index = self.get(f"/wp-json/{namespace}", {"context": "help"})
            routes = plain_index(namespace, index)
            if routes and not any("schema" in about for about in routes.values()):
                routes |= self._asked(namespace, routes)
        except (WooError, ValueError) as error:
            self._note(f"{namespace}: its index cannot be read: {error}")
        else:
            self.dump.routes[namespace] = routes

    def _asked(self, namespace: str, routes: Json) -> Json:
        """What the routes themselves say to OPTIONS, where the index leaves their fields out."""
        found: Json = {}
        for pattern in routes:
            _, told = self._sent("OPTIONS", path_of(namespace, pattern, "1"))
            if is_object(told) and told.get("endpoints"):
                found[pattern] = plain_route_of(told)
        return found

    def _namespaces(self) -> None:
        """Note all namespaces, and the routes of those that plugins bring along."""
        described = {namespace_of(description(version)) for version in VERSIONS}
        try:
            _, root = self.get("/wp-json/", {"_fields": "namespaces"})
        except (WooError, ValueError) as error:
            self._note(f"the list of namespaces cannot be read: {error}")
            return
        names: Any = root.get("namespaces") if is_object(root) else None
        self.dump.namespaces = [_word(name) for name in names if _word(name)] if is_array(names) else []
        own = [name for name in self.dump.namespaces if name not in described and name not in knowledge().namespaces]
        for namespace in own[:_NAMESPACES]:
            self.say(f"reading {namespace}")
            self._plain_index(namespace)
        if len(own) > _NAMESPACES:
            self._note(f"only {_NAMESPACES} of {len(own)} namespaces of plugins were read")

    def _meta(self) -> None:
        """Note the custom fields of products that a plugin registered with a type."""
        try:
            _, told = self._sent("OPTIONS", _META)
        except (WooError, ValueError):  # it is one answer more, which many stores close
            return
        fields: Json = plain_route_of(told).get("schema", {}) if is_object(told) else {}
        registered: Any = fields.get("meta", {}).get("properties")
        if registered:
            self.dump.meta["product"] = registered

    def get(self, path: str, query: dict[str, str] | None = None) -> tuple[int, Any]:
        """The status and the body of one answer. Raises ValueError if it is no JSON."""
        return self._sent("GET", path, query)

    def _sent(self, method: str, path: str, query: dict[str, str] | None = None) -> tuple[int, Any]:
        answer = self.answer(Request(method, self.target.url + path, tuple((query or {}).items())))
        return answer.status, parsed(answer.body)

    def _note(self, text: str) -> None:
        self.dump.notes.append(Mask(self.target.key, self.target.secret).short(text, 300))
