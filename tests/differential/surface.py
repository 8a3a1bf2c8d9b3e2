"""What can be asked of a store: the operations of its own index, and those of our description."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from wooclient.mock.description import Description, Versions

Json = dict[str, Any]
#: What would ask the world outside of the store, or change more than a walk can put back.
_OUT_OF_BOUNDS = re.compile(r"/marketplace|/system_status/tools/|/suggested-products|/paypal-standard|^/$|/actions/")
#: Switches that decide how the store keeps its data or whether it answers at all.
SETTINGS_LEFT = re.compile(
    r"custom_orders_table|_page_id$|_enabled_features|woocommerce_feature_|force_ssl|legacy|analytics|coming_soon|tracking"
    r"|store_id|_api_|email_improvements|hpos"
)
_PARAMETER = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
_METHODS = ("GET", "POST", "PUT", "DELETE")


@dataclass(frozen=True)
class Operation:
    """A method of a route, with what it takes."""

    method: str
    path: str
    args: Json = field(default_factory=dict[str, Any])
    body: Json = field(default_factory=dict[str, Any])
    #: Fields that are asked for.
    required: tuple[str, ...] = ()

    @property
    def collection(self) -> str:
        """The path without what is added to it for a batch."""
        return self.path.removesuffix("/batch").removesuffix("/bulk")


def of_index(index: Json) -> list[Operation]:
    """The operations that the index of a namespace tells of."""
    found: list[Operation] = []
    prefix = f"/{index['namespace']}"
    for route, about in index["routes"].items():
        path = _PARAMETER.sub(r"{\1}", route.removeprefix(prefix)) or "/"
        names = set(re.findall(r"{(\w+)}", path))
        for endpoint in about["endpoints"]:
            told = endpoint["args"] if isinstance(endpoint["args"], dict) else {}
            args = {n: a for n, a in told.items() if n not in names and not a.get("readonly")}
            required = tuple(n for n, a in args.items() if a.get("required"))
            for method in endpoint["methods"]:
                if method in _METHODS:
                    inside = method in ("GET", "DELETE")
                    found.append(Operation(method, path, args if inside else {}, {} if inside else args, required))
    return [one for one in found if not _OUT_OF_BOUNDS.search(one.path)]


def of_description(version: str) -> list[Operation]:
    """The operations of our description."""
    known = described(version)
    found: list[Operation] = []
    for one in known.operations:
        # A slash after the version is no other path.
        args = {n: known.resolve(a) for n, a in one.args.items() if a["in"] == "query"}
        body = {n: _whole(known, f, 3) for n, f in one.body.items()}
        found.append(Operation(one.method, one.path, args, body, one.required))
    return [one for one in found if not _OUT_OF_BOUNDS.search(one.path)]


def described(version: str) -> Description:
    """The description of a version."""
    return Versions().named(version)


def _whole(known: Description, schema: Json, depth: int) -> Json:
    """A schema with its references followed."""
    schema = known.resolve(schema)
    if "anyOf" in schema:
        schema = _whole(known, next((o for o in schema["anyOf"] if o.get("type") != "null"), {}), depth)
    if not depth:
        return {"type": "string"}
    properties = known.properties(schema) if schema.get("type") == "object" or "properties" in schema else {}
    if properties:
        schema = {**schema, "properties": {n: _whole(known, f, depth - 1) for n, f in properties.items()}}
    if "items" in schema:
        schema = {**schema, "items": _whole(known, schema["items"], depth - 1)}
    return schema


def together(index: list[Operation], described: list[Operation]) -> list[Operation]:
    """Both, parameter by parameter: where both know one, the store has its way."""
    known = {(one.method, one.path): one for one in described}
    found: list[Operation] = []
    for one in index:
        ours = known.pop((one.method, one.path), None)
        if ours is not None:
            args, body = {**ours.args, **one.args}, {**ours.body, **one.body}
            one = Operation(one.method, one.path, args, body, one.required)
        found.append(one)
    return found + list(known.values())
