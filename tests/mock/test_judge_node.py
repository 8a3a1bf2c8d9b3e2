"""The official Node client against the store behind a socket, over plain http with OAuth and over https.

`make tools` installs it below tests/tools.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import needs
from mock.judging import THINGS, Ask, Json, Said, exercise, exercise_oddities, exercise_settings
from mock.serving import KEY, SECRET, serving
from needs import TOOLS

CLIENT = "@woocommerce/woocommerce-rest-api"
READER = ("ck_reader", "cs_reader")
#: Keys, and how a client with them asks.
Make = Callable[..., Ask]


class Node:
    """A process that holds the client."""

    def __init__(self, program: str, authority: Path | None) -> None:
        env = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
        if authority is not None:
            env["NODE_EXTRA_CA_CERTS"] = str(authority)
        self.process = subprocess.Popen(
            [program, "rest-client.cjs"], cwd=TOOLS, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def asking(self, options: Json) -> Ask:
        """The client's methods in the form that the exercise wants."""

        def ask(method: str, path: str, data: Any, params: Json) -> Said:
            assert self.process.stdin is not None
            assert self.process.stdout is not None
            request = {"options": options, "method": method, "path": path, "data": data, "params": params}
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
            found = json.loads(self.process.stdout.readline())
            assert "failure" not in found, found
            return Said(found["status"], found["body"], found["headers"])

        return ask

    def close(self) -> None:
        """Let it end."""
        self.process.communicate(timeout=300)


@pytest.fixture(scope="module", params=["http", "https", "https-query"])
def make(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    needs.tool(TOOLS / "node_modules" / CLIENT)
    node = needs.command("node")
    authority = None if request.param == "http" else tmp_path_factory.mktemp("tls") / "ca.pem"
    tls = ["--tls", "--ca-file", str(authority)] if authority else []
    readers = ["--read-only-key", READER[0], "--read-only-secret", READER[1]]
    with serving(*tls, *readers) as (url, _):
        process = Node(node, authority)

        def made(key: str = KEY, secret: str = SECRET) -> Ask:
            options = {"url": url, "consumerKey": key, "consumerSecret": secret, "timeout": 300_000}
            return process.asking({**options, "queryStringAuth": request.param == "https-query"})

        yield made
        process.close()


@pytest.mark.parametrize("name", THINGS)
def test_everything_can_be_done(make: Make, name: str) -> None:
    exercise(make(), THINGS[name])


def test_settings(make: Make) -> None:
    exercise_settings(make())


def test_odd_letters_and_paths(make: Make) -> None:
    exercise_oddities(make())


def test_lists_in_a_query(make: Make) -> None:
    found = make()("GET", "products", None, {"include": [101, 102], "orderby": "include"})
    assert [item["id"] for item in found.body] == [101, 102]


def test_keys_that_are_refused(make: Make) -> None:
    assert make("ck_nobody", "cs_nobody")("GET", "coupons", None, {}).status == 401
    wrong = make(KEY, "cs_wrong")("GET", "coupons", None, {})
    assert wrong.code == (401, "woocommerce_rest_authentication_error")
    reader = make(*READER)
    assert reader("GET", "coupons", None, {}).status == 200
    assert reader("POST", "coupons", {"code": "x"}, {}).status == 401
    assert reader("DELETE", "coupons/401", None, {"force": "true"}).status == 401
