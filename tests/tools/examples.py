"""Every example of a flat document, for the scripts beside this one. It needs nothing but Python."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]
_METHODS = ("get", "post", "put", "delete")
_MEDIA = "application/json"


class Example(NamedTuple):
    """A body: of a request if there is no `status`, else of an answer."""

    operation: str
    #: How many parameters the path has.
    depth: int
    status: str
    schema: Json
    value: Any


def examples(path: str) -> Iterator[Example]:
    """The examples of the document in a file."""
    document = json.loads(Path(path).read_text("utf-8"))
    for name, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield from _of(item[method], name.count("{"))


def _of(operation: Json, depth: int) -> Iterator[Example]:
    answers = ((status, answer) for status, answer in operation["responses"].items() if status.startswith("2"))
    for status, holder in (("", operation.get("requestBody", {})), *answers):
        media = holder.get("content", {}).get(_MEDIA, {})
        if "example" in media:
            yield Example(operation["operationId"], depth, status, media["schema"], media["example"])


def told(read: int, refused: list[str]) -> None:
    """Print what became of them."""
    print(json.dumps({"read": read, "refused": refused}, indent=1))
