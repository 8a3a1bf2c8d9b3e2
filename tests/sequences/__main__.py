"""`python -m sequences URL`: carry the cases out on a store made for it, and keep its answers as the expected ones.

The store's tax rates and coupons are deleted. Keys come from WOO_KEY and WOO_SECRET.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Generator
from typing import Any

import httpx

from sequences.sequences import CASES, EXPECTED, Json, carry_out

_KEY = (os.environ["WOO_KEY"], os.environ["WOO_SECRET"])


class Store:
    """A real store, and what was made in it."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.web = httpx.Client(verify=False, timeout=60, base_url=f"{self.url}/wp-json/wc/v3/")
        self.made: list[str] = []

    def send(self, method: str, path: str, body: Any = None, key: bool = True) -> tuple[int, dict[str, str], Any]:
        """Send a request; what it makes is remembered."""
        answer = self.web.request(method, path, json=body, auth=_KEY if key else None)
        found = answer.json()
        if method == "POST" and answer.status_code == 201 and "id" in found:
            self.made.append(f"{path}/{found['id']}")
        headers = {name: text.replace(self.url, "") for name, text in answer.headers.items()}
        return answer.status_code, headers, found

    @contextlib.contextmanager
    def prepared(self, case: Json) -> Generator[None]:
        """The settings of a case, no rates and no coupons; and nothing that it made afterwards."""
        for kind in ("taxes", "coupons"):
            for one in self.send("GET", f"{kind}?per_page=100")[2]:
                self.send("DELETE", f"{kind}/{one['id']}?force=true")
        before = {name: self.send("GET", f"settings/{name}")[2]["value"] for name in case.get("settings", ())}
        for name, value in case.get("settings", {}).items():
            assert self.send("PUT", f"settings/{name}", {"value": value})[0] == 200, name
        try:
            yield
        finally:
            for path in reversed(self.made):
                self.web.request("DELETE", f"{path}?force=true", auth=_KEY)
            self.made.clear()
            for name, value in before.items():
                self.send("PUT", f"settings/{name}", {"value": value})


def text_of(found: dict[str, list[Json]]) -> str:
    """The answers as JSON, a step a line."""
    cases = [
        f" {json.dumps(name)}: [\n  "
        + ",\n  ".join(json.dumps(step, sort_keys=True, ensure_ascii=False) for step in steps)
        for name, steps in sorted(found.items())
    ]
    return "{\n" + "\n ],\n".join(cases) + "\n ]\n}\n"


store = Store(sys.argv[1])
found: dict[str, list[Json]] = {}
for name, case in CASES.items():
    with store.prepared(case):
        found[name] = carry_out(case, store.send, lambda: None)
EXPECTED.write_text(text_of(found))
print(f"{len(found)} cases")
