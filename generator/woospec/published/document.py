"""The flat document of a version as the package has it, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from woospec.flat import operations_of
from woospec.pointers import escape
from woospec.published.deliveries import TAG, deliveries
from woospec.published.hints import RETRIES, hints
from woospec.published.links import add_links
from woospec.published.schemas import released, shallow, told, told_apart, written_out
from woospec.published.tags import groups_of, ordered_tags

if TYPE_CHECKING:
    from woospec.select import Bundle

Json = dict[str, Any]
#: On operations and schemas: file and pointer, so that a report can name the line that is contradicted.
ORIGIN = "x-origin"


def published(bundle: Bundle) -> Json:
    """A copy of the document with all that other tools read, in which operations and schemas say where they stand."""
    document = bundle.document
    paths: Json = {path: written_out(item) for path, item in document["paths"].items()}
    for path, method, item in operations_of(document):
        operation = paths[path][method]
        paths[path][method] = {
            **_placed(bundle, f"/paths/{escape(path)}/{method}", operation),
            "description": _about(document, item[method]),
            **hints(document, method, item, item[method]),
        }
    add_links(document, paths)
    components = {kind: written_out(parts) for kind, parts in document["components"].items()}
    components["schemas"] = {
        name: _placed(bundle, f"/components/schemas/{escape(name)}", shallow(name, schema))
        for name, schema in told_apart(components["schemas"]).items()
    }
    sent = deliveries(document, bundle.about)
    tags, groups = ordered_tags(document), groups_of(document)
    if sent:
        tags, groups = [*tags, TAG], [*groups, {"name": "Webhooks", "tags": [TAG["name"]]}]
    made = {**document, "tags": tags, "paths": paths, "webhooks": sent, "components": components}
    made |= {"x-tagGroups": groups, "x-speakeasy-retries": RETRIES}
    return {word: part for word, part in made.items() if word not in _FOR_THE_BUILD and part != {}}


#: What the bundle carries for this module alone.
_FOR_THE_BUILD = ("x-groups", "x-deliveries", "x-delivery-headers")


def _about(document: Json, operation: Json) -> str:
    """What an operation does, and what is to be known before it is used."""
    conditions: Json = document.get("x-conditions", {})
    needed = conditions.get(operation.get("x-needs", ""), {}).get("says", "")
    internal = "Meant for the store's own admin pages." if operation.get("x-woo-internal") else ""
    said = [told(operation), released(operation), needed, internal]
    return " ".join(part for part in said if part)


def _placed(bundle: Bundle, pointer: str, part: Json) -> Json:
    found = bundle.origin(pointer)
    if found is None:  # the build made it
        return part
    node, rest = found
    return {**part, ORIGIN: f"{node.file.shown or node.file.path}#{node.pointer}{rest}"}
