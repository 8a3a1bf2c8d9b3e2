"""What the package says of its limits is what the store does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import wooclient.mock
from mock.talk import send
from wooclient.mock import MockStore
from wooclient.mock.description import Operation, Versions

LIMITS = json.loads((Path(wooclient.mock.__file__).parent / "data" / "limits.json").read_text("utf-8"))


@pytest.mark.parametrize("operation", Versions().newest.operations, ids=lambda o: o.id)
def test_an_operation_is_imitated_unless_the_page_says_it_is_not(store: MockStore, operation: Operation) -> None:
    path = "" if operation.path == "/" else operation.path
    for name, arg in operation.args.items():
        if arg["in"] == "path":
            path = path.replace(f"{{{name}}}", "1" if arg.get("type") == "integer" else "x")
    query = "&".join(f"{n}=1" for n, a in operation.args.items() if a.get("required") and a["in"] == "query")
    needed = {n: f for n, f in operation.body.items() if n in operation.required}
    body = {n: 1 if f.get("type") == "integer" else "x" for n, f in needed.items()}
    answer = send(store, operation.method, path, body if operation.writes else None, query)
    said = any(operation.id.startswith(name) for name in LIMITS["not_imitated"])
    assert (b"mock_not_imitated" in answer.body) == said


def test_every_limit_is_about_an_operation_that_there_is() -> None:
    ids = [operation.id for operation in Versions().newest.operations]
    named = [*LIMITS["not_imitated"], *LIMITS["in_part"]]
    assert [name for name in named if not any(id.startswith(name) for id in ids)] == []
