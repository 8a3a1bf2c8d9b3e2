"""The description of the API as flat OpenAPI documents, one for each version.

Other tools read them, and so do the mock store and the contract suite: what they say stands in this package once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from wooclient._versions import VERSIONS

Json = dict[str, Any]

_FOLDER = Path(__file__).parents[1] / "documents"
_COMPONENTS = "#/components/"
#: The methods of a path, in the order in which its operations are told.
_METHODS = ("get", "post", "put", "delete")


def openapi(version: str) -> Json:
    """The OpenAPI 3.1 document of one version, such as `v3` or `legacy-v3`: a dict that is the caller's own.

    Words that begin with `x-` say what OpenAPI has no word for; other tools pass them over. Raises ValueError for a
    version that there is none of.
    """
    if version not in (known := [one.name for one in VERSIONS]):
        raise ValueError(f"there is no version {version!r}; there are {', '.join(known)}")
    from pydantic_core import from_json  # twice as quick as Python's own; the client itself does without

    found: Json = from_json((_FOLDER / f"{version}.json").read_bytes())
    return found


@cache
def document(version: str) -> Json:
    """The document of a version, read once a process and shared: never change it."""
    return openapi(version)


def prefix_of(document: Json) -> str:
    """What stands between a store's address and the paths, such as `/wp-json/wc/v3`."""
    server: str = document["servers"][0]["url"]
    return "/" + server.split("/", 3)[3]


def operations_of(document: Json) -> Iterator[tuple[str, str, Json]]:
    """Path, method and path item of every operation, in order."""
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, method, item


def parameters_of(document: Json, item: Json, operation: Json) -> list[Json]:
    """The parameters of an operation, those of its path first; references followed."""
    return [followed(document, p) for p in (*item.get("parameters", ()), *operation.get("parameters", ()))]


def followed(document: Json, part: Json) -> Json:
    """The component that a part refers to; the part itself if it does not."""
    if "$ref" not in part:
        return part
    kind, _, name = part["$ref"].removeprefix(_COMPONENTS).partition("/")
    found: Json = document["components"][kind][unescape(name)]
    return found


def success_of(operation: Json) -> tuple[str, Json]:
    """The status of a success, and what JSON it comes with: its schema and an example."""
    status, answer = next((s, a) for s, a in operation["responses"].items() if s.startswith("2"))
    return status, content_of(answer)


def content_of(holder: Json) -> Json:
    """What a request or an answer says of its JSON body; nothing if it has none."""
    found: Json = holder.get("content", {}).get("application/json", {})
    return found


def folded(schema: Json) -> Json:
    """A schema in which an open list of words, `anyOf` of an `enum` and any text, is `x-known-values` beside the type.

    There is an `enum` as well where stores refuse all others (`x-checked`). Any other schema is returned as it is.
    """
    options = schema.get("anyOf")
    if not options or "enum" not in options[0] or {"type": options[0].get("type")} not in options[1:]:
        return schema
    known: list[Any] = options[0]["enum"]
    kinds = [option["type"] for option in options[1:]]
    made = {word: part for word, part in schema.items() if word not in ("anyOf", "x-checked")}
    made |= {"type": kinds[0] if len(kinds) == 1 else kinds, "x-known-values": known}
    return {**made, "enum": [*known, *([None] if "null" in kinds else [])]} if "x-checked" in schema else made


def escape(token: str) -> str:
    """A key as one token of a JSON pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """One token of a JSON pointer as a key."""
    return token.replace("~1", "/").replace("~0", "~")
