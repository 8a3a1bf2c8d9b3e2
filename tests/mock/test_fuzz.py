"""Every operation, with values of every sort: no traceback, and the state stays whole."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mock.talk import read, send
from wooclient.mock import MockStore
from wooclient.mock.description import Description, Operation, Versions

ODD = ["", "0", "abc", "-1", "1.5", "2025-01-01T00:00:00", "a@b.co", "\0", "💥", "publish"]
NUMBERS = st.integers(-5, 5) | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
KEYS = st.sampled_from(["id", "key", "value", "name", "x"])
JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=8) | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)
NEWEST = Versions().newest
OPERATIONS = [o for o in NEWEST.operations if not o.id.startswith("marketplace.")]
#: The older versions are the same resources for the most part, so that fewer requests for each operation do.
EXAMPLES = {"v3": 25, "v2": 6, "v1": 6}
CASES = [
    (description, operation)
    for description in map(Versions().named, EXAMPLES)
    for operation in description.operations
    if not operation.id.startswith("marketplace.")
]


def fitting(schema: dict[str, Any], description: Description, depth: int = 0) -> st.SearchStrategy[Any]:
    """Values that a schema allows, more or less."""
    schema = description.resolve(schema)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of([fitting(o, description, depth) for o in schema["anyOf"]])
    kind = schema.get("type")
    if isinstance(kind, list):
        return st.one_of([fitting({**schema, "type": k}, description, depth) for k in kind])
    if kind == "array":
        return st.lists(fitting(schema.get("items", {}), description, depth + 1), max_size=3)
    if kind == "object":
        known = description.properties(schema)
        if depth > 3 or not known:
            return st.just({})
        return st.fixed_dictionaries({}, optional={n: fitting(s, description, depth + 1) for n, s in known.items()})
    texts = st.text(max_size=8) | st.sampled_from(["1.50", "0", "2025-01-01T00:00:00"])
    plain = {"integer": st.integers(0, 500), "number": st.floats(0, 100), "boolean": st.booleans(), "null": st.none()}
    return plain.get(kind or "", texts)


#: All examples of an operation come one after the other: of each only what its values are drawn from is kept.
_kept = lru_cache(128)
#: What is drawn from time and again is made once: hypothesis looks through each strategy before its first use.
_SIXTH, _QUARTER, _TENTH = st.integers(0, 5), st.integers(0, 3), st.integers(0, 9)
_PERHAPS = st.booleans()
_IDS = st.sampled_from([1, 7, 21, 31, 41, 61, 101, 102, 111, 201, 202, 203, 301, 401, 501, 0, 99999])
_WORDS = st.sampled_from(["general", "US", "bacs", "USD", "x"])


@_kept
def _parameter(operation: Operation, name: str, description: Description) -> st.SearchStrategy[Any]:
    return fitting(operation.args[name], description) | JUNK


@_kept
def _field(operation: Operation, name: str, description: Description) -> st.SearchStrategy[Any]:
    return fitting(operation.body[name], description)


@_kept
def _names(operation: Operation) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(sorted(operation.body)), max_size=6, unique=True)


@st.composite
def requests(draw: st.DrawFn, operation: Operation, description: Description = NEWEST) -> tuple[str, str, Any]:
    """A path, a query and a body for an operation."""
    path = "" if operation.path == "/" else operation.path
    for name, arg in operation.args.items():
        if arg["in"] == "path":
            value = draw(_IDS if arg.get("type") == "integer" else _WORDS)
            path = path.replace(f"{{{name}}}", str(value))
    query: list[str] = []
    for name, arg in operation.args.items():
        if arg["in"] != "path" and draw(_SIXTH) == 0:
            value = draw(_parameter(operation, name, description))
            query.append(f"{name}={value}".replace("&", "").replace("#", ""))
    body: Any = None
    if operation.writes and operation.body:
        names = draw(_names(operation))
        names += [n for n in operation.required if draw(_PERHAPS)]
        body = {n: draw(_field(operation, n, description) if draw(_QUARTER) else JUNK) for n in names}
        body = draw(st.just(body) | JUNK) if draw(_TENTH) == 0 else body
    return path, "&".join(query), body


@pytest.fixture(scope="module")
def shared() -> MockStore:
    return MockStore()


def _name(part: Description | Operation) -> str:
    return part.id if isinstance(part, Operation) else part.version


@pytest.mark.parametrize(("description", "operation"), CASES, ids=_name)
def test_no_request_brings_the_store_down(shared: MockStore, description: Description, operation: Operation) -> None:
    examples = EXAMPLES[description.version]

    # Short, as hypothesis reads its text for each operation anew.
    @settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
    )
    @given(requests(operation, description))
    def run(request: tuple[str, str, Any]) -> None:
        _hold(shared, description, operation, *request)

    run()


def _hold(store: MockStore, description: Description, operation: Operation, path: str, query: str, body: Any) -> None:
    """Send a request; the answer is one that a store gives."""
    answer = send(store, operation.method, description.prefix + path, body, query)
    assert b"mock_" not in answer.body, answer.body
    if answer.status >= 500:
        # Some refusals of a real store have such a status: the description lists them.
        codes = (*operation.errors.get(str(answer.status), []), "invalid_term")
        assert read(answer)["code"] in codes, answer.body


def test_the_state_is_whole_after_all_this(shared: MockStore) -> None:
    for operation in OPERATIONS:
        if operation.verb == "list" and "{" not in operation.path:
            answer = send(shared, "GET", operation.path, query="per_page=100" if operation.paging == "pages" else "")
            assert answer.status == 200, (operation.id, answer.body[:300])
            assert isinstance(read(answer), list), operation.id
