"""The flat document of a version as the package has it: with the place in the spec that its parts came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from woospec.flat import operations_of
from woospec.load import escape

if TYPE_CHECKING:
    from woospec.select import Bundle

Json = dict[str, Any]
#: On operations and schemas: file and pointer, so that a report can name the line that is contradicted.
ORIGIN = "x-origin"


def published(bundle: Bundle) -> Json:
    """A copy of the document in which every operation and schema says where it stands in the spec."""
    document = bundle.document
    paths: Json = {path: dict(item) for path, item in document["paths"].items()}
    for path, method, item in operations_of(document):
        paths[path][method] = _placed(bundle, f"/paths/{escape(path)}/{method}", item[method])
    schemas = {
        name: _placed(bundle, f"/components/schemas/{escape(name)}", schema)
        for name, schema in document["components"]["schemas"].items()
    }
    return {**document, "paths": paths, "components": {**document["components"], "schemas": schemas}}


def _placed(bundle: Bundle, pointer: str, part: Json) -> Json:
    found = bundle.origin(pointer)
    if found is None:  # the build made it
        return part
    node, rest = found
    return {**part, ORIGIN: f"{node.file.shown or node.file.path}#{node.pointer}{rest}"}
