"""Every operation of the legacy API, with values of every sort: no traceback, and the state stays whole."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mock.talk import read, send
from mock.test_fuzz import JUNK, fitting, requests
from wooclient._runtime.documents import content_of, operations_of
from wooclient.mock import MockStore
from wooclient.mock.description import Description, Operation, Versions
from wooclient.mock.wire import php_query

DESCRIPTIONS = [Versions().named(f"legacy-v{number}") for number in (3, 2, 1)]
OPERATIONS = [(description, operation) for description in DESCRIPTIONS for operation in description.operations]
EXAMPLES = {
    (description.version, item[method]["operationId"]): content_of(item[method]["requestBody"])["example"]
    for description in DESCRIPTIONS
    for _, method, item in operations_of(description.document)
    if "example" in content_of(item[method].get("requestBody", {}))
}
#: Ids of the default store, by the first and the last word of the path in front of them.
IDS = {
    ("products", "products"): [101, 102, 103, 110, 111], ("products", "categories"): [21, 22],
    ("products", "tags"): [31, 32], ("products", "shipping_classes"): [51], ("products", "attributes"): [1],
    ("orders", "orders"): [301, 302, 303], ("customers", "customers"): [7, 8], ("coupons", "coupons"): [401, 402],
    ("taxes", "taxes"): [1, 2], ("webhooks", "webhooks"): [1, 2],
}  # fmt: skip

#: What must not be somebody else's.
_UNIQUE = {"sku": "sku-{}", "code": "code-{}", "email": "{}@kunde.example", "username": "user-{}"}

#: What is drawn from time and again is made once, as in test_fuzz.
_QUARTER, _SIXTH = st.integers(0, 3), st.integers(0, 5)
_FEW, _NUMBER = st.integers(0, 2), st.integers(1, 10**6)
_kept = lru_cache(128)


@_kept
def _id(names: tuple[str, str]) -> st.SearchStrategy[int]:
    return st.sampled_from(IDS.get(names, [1, 7, 99999]))


@_kept
def _fields(description: Description, operation: Operation, name: str) -> dict[str, Any]:
    """The fields of what an envelope holds."""
    return description.properties(operation.body.get(name, {}))


@_kept
def _names(description: Description, operation: Operation, name: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(_fields(description, operation, name))), max_size=3, unique=True)


@_kept
def _field(description: Description, operation: Operation, name: str, inner: str) -> st.SearchStrategy[Any]:
    return fitting(_fields(description, operation, name)[inner], description) | JUNK


@st.composite
def odd_requests(draw: st.DrawFn, description: Description, operation: Operation) -> tuple[str, str, Any]:
    """A request that is wrong somewhere, if anywhere: the description's example with some of its fields changed."""
    path, query, body = draw(requests(operation, description))
    if draw(_QUARTER):
        path = _existing(draw, operation.path)
    example = EXAMPLES.get((description.version, operation.id))
    if example is not None and draw(_SIXTH):
        body = {name: _changed(draw, description, operation, name, value) for name, value in example.items()}
    return path, query, body


def _existing(draw: st.DrawFn, path: str) -> str:
    """A path with ids of things that are there, as far as they are known."""
    parts = path.split("/")
    for i, part in enumerate(parts):
        if part.startswith("{"):
            parts[i] = str(draw(_id((parts[1], parts[i - 1]))))
    return "/".join(parts)


def _changed(draw: st.DrawFn, description: Description, operation: Operation, name: str, value: Any) -> Any:
    """What an envelope holds, with up to three fields that hold something else."""
    if isinstance(value, list):
        return [*value, *[draw(JUNK) for _ in range(draw(_FEW))]]
    if not isinstance(value, dict) or not _fields(description, operation, name):
        return value
    value = _renamed(value, draw(_NUMBER))
    names = draw(_names(description, operation, name))
    return {**value, **{n: draw(_field(description, operation, name, n)) for n in names}}


def _renamed(value: Any, number: int) -> Any:
    """An example whose names are not those of another."""
    if isinstance(value, list):
        return [_renamed(item, 1000 * number + i) for i, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    return {n: _UNIQUE[n].format(number) if n in _UNIQUE else _renamed(v, number) for n, v in value.items()}


@pytest.fixture(scope="module")
def shared() -> MockStore:
    return MockStore()


@pytest.mark.parametrize(
    ("description", "operation"), OPERATIONS, ids=lambda part: getattr(part, "id", getattr(part, "version", ""))
)
def test_no_request_brings_the_store_down(shared: MockStore, description: Description, operation: Operation) -> None:
    # Short, as hypothesis reads its text for each operation anew.
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    @given(odd_requests(description, operation))
    def run(request: tuple[str, str, Any]) -> None:
        _hold(shared, description, operation, *request)

    run()


def _hold(store: MockStore, description: Description, operation: Operation, path: str, query: str, body: Any) -> None:
    """Send a request; the answer is one that a store gives."""
    answer = send(store, operation.method, description.prefix + path, body, query)
    if answer.headers["Content-Type"].startswith("text/html"):
        # The page that a store dies with; test_legacy has where.
        assert answer.status == 500
        assert isinstance(php_query(query).get("filter"), str), answer.body
        return
    found = read(answer) if answer.body else None
    codes = [error["code"] for error in found.get("errors", [])] if isinstance(found, dict) else []
    assert not any(code.startswith("mock_") for code in codes), found
    if answer.status >= 500:
        # Some refusals of a real store have such a status: the description lists them.
        assert set(codes) <= set(operation.errors.get(str(answer.status), [])), found


def test_the_state_is_whole_after_all_this(shared: MockStore) -> None:
    for kind in ("products", "orders", "customers", "coupons", "products/categories", "taxes", "webhooks"):
        answer = send(shared, "GET", f"/{kind}", query="per_page=100")
        assert answer.status == 200, (kind, answer.body[:300])
    for description, operation in OPERATIONS:
        if operation.verb == "list" and "{" not in operation.path:
            answer = send(shared, "GET", f"{description.prefix}{operation.path}", query="filter%5Blimit%5D=-1")
            assert answer.status == 200, (operation.id, answer.body[:300])
