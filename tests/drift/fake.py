"""A store in this process that says of itself what a real one said, and answers what it is told to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from drift.keeping import kept
from wooclient.drift.dump import Dump

KEY, SECRET = "ck_" + "0a" * 20, "cs_" + "1b" * 20
URL = "https://shop.example"


class FakeStore(httpx.BaseTransport):
    """Serves the index of each namespace of a dump; `answers` by path.

    With `help_index` false, indexes leave out what the routes say to OPTIONS.
    """

    def __init__(self, dump: Dump, answers: Mapping[str, Any], *, help_index: bool = True) -> None:
        self.dump, self.answers, self.help_index = dump, answers, help_index
        self.seen: list[tuple[str, str]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        path = request.url.path.rstrip("/")
        self.seen.append((request.method, path))
        if path in self.answers:
            found = self.answers[path]
            return found if isinstance(found, httpx.Response) else httpx.Response(200, json=found)
        if path == "/wp-json":
            return httpx.Response(200, json={"namespaces": self.dump.namespaces})
        if path == "/wp-json/wc/v3/system_status":
            return httpx.Response(200, json=self._system())
        namespace = path.removeprefix("/wp-json/").removeprefix("/")
        if namespace in self.dump.routes:
            return httpx.Response(200, json=self._index(namespace, request.url.params.get("context") == "help"))
        if request.method == "OPTIONS":
            return httpx.Response(200, json=self._route(path.removeprefix("/wp-json")))
        return httpx.Response(404, json={"code": "rest_no_route", "message": "No route", "data": {"status": 404}})

    def _system(self) -> Any:
        """The report of a real store, with the release and the plugins of the dump."""
        (told,) = [
            one.body for one in kept("10.0.2").samples if (one.namespace, one.path) == ("wc/v3", "/system_status")
        ]
        environment = {**told["environment"], "version": self.dump.release, "wp_version": "6.8"}
        plugin = told["active_plugins"][0]
        plugins = [{**plugin, "plugin": one["file"], **one} for one in self.dump.plugins or ()]
        plugins = [{name: value for name, value in one.items() if name != "file"} for one in plugins]
        return {
            **told,
            "environment": environment,
            "active_plugins": plugins,
            "dropins_mu_plugins": {"dropins": [], "mu_plugins": []},
        }

    def _index(self, namespace: str, with_help: bool) -> Any:
        routes = self.dump.routes[namespace]
        if namespace.startswith("wc-api/"):
            words = {"GET": "READ", "POST": "CREATE", "PUT": "EDIT", "DELETE": "DELETE"}
            told = {
                path.replace("{", "<").replace("}", ">"): {
                    "supports": [words.get(method, method) for methods, _ in about["endpoints"] for method in methods]
                }
                for path, about in routes.items()
            }
            return {"store": {"wc_version": self.dump.release, "routes": told}}
        told = {f"/{namespace}{'' if path == '/' else path}": said(about) for path, about in routes.items()}
        if not (with_help and self.help_index):
            told = {
                path: {name: one for name, one in about.items() if name != "schema"} for path, about in told.items()
            }
        return {"namespace": namespace, "routes": told}

    def _route(self, path: str) -> Any:
        for namespace, routes in self.dump.routes.items():
            for pattern, about in routes.items():
                if "{" not in pattern and path == f"/{namespace}{pattern}":
                    return said(about)
        return {}


def said(about: Any) -> Any:
    """What a route says of itself, as a store puts it."""
    endpoints = [{"methods": methods, "args": args or []} for methods, args in about["endpoints"]]
    return {"endpoints": endpoints, "schema": {"type": "object", "properties": about.get("schema", [])}}
