"""What was read of a store, so that it can be kept and looked at again without the store.

It holds names, types and words. Of answers it holds the form: see `masking`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema_rs

from .._runtime.errors import ConfigurationError
from ..contract.calls.recording import parsed
from ..contract.described.description import Json
from .surface import Surface, surface_of

#: What a dump calls its form. Another number: another form.
FORM = "wooclient drift 1"
#: No dump is larger, in bytes.
_LARGEST = 128_000_000
_TEXT, _TEXTS = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
_SCHEMA = {
    "type": "object",
    "properties": {
        "type": _TEXTS,
        "enum": {"type": "array", "items": {"type": ["string", "number", "boolean"]}},
        "required": {"type": "boolean"},
        "readonly": {"type": "boolean"},
        "items": {"$ref": "#/$defs/schema"},
        "properties": {"$ref": "#/$defs/schemas"},
    },
}
_ROUTE = {
    "type": "object",
    "required": ["endpoints"],
    "properties": {
        "endpoints": {
            "type": "array",
            "items": {
                "type": "array", "minItems": 2, "maxItems": 2,
                "prefixItems": [_TEXTS, {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/schemas"}]}],
            },
        },
        "schema": {"$ref": "#/$defs/schemas"},
    },
}  # fmt: skip
_PLUGIN = {
    "type": "object",
    "required": ["file", "name", "version"],
    "properties": {"file": _TEXT, "name": _TEXT, "version": _TEXT},
}
_SAMPLE = {
    "type": "object",
    "required": ["namespace", "path", "status"],
    "properties": {"namespace": _TEXT, "path": _TEXT, "status": {"type": "integer"}},
}
#: What a file must be to be taken for a dump.
_FORM_OF_FILE = {
    "type": "object",
    "required": ["form", "url", "release", "software", "plugins", "namespaces", "routes", "meta", "samples", "notes"],
    "properties": {
        "form": {"const": FORM},
        "url": _TEXT,
        "release": _TEXT,
        "software": {"type": "object", "additionalProperties": _TEXT},
        "plugins": {"anyOf": [{"type": "null"}, {"type": "array", "items": _PLUGIN}]},
        "namespaces": _TEXTS,
        "routes": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/route"}},
        },
        "meta": {"type": "object", "additionalProperties": {"$ref": "#/$defs/schemas"}},
        "samples": {"type": "array", "items": _SAMPLE},
        "notes": _TEXTS,
    },
    "$defs": {
        "route": _ROUTE,
        "schema": _SCHEMA,
        "schemas": {"type": "object", "additionalProperties": {"$ref": "#/$defs/schema"}},
    },
}


@dataclass(frozen=True)
class Sample:
    """A real answer of which only the form is left.

    Attributes:
        namespace: Whose route it is.
        path: The route, every parameter made `{}`.
        status: The status of the answer.
        body: Its body, masked.
    """

    namespace: str
    path: str
    status: int
    body: Any


@dataclass
class Dump:
    """What was read of a store.

    Attributes:
        url: The address of its front page.
        release: WooCommerce's release; empty if the store does not tell.
        software: Releases of WordPress and PHP.
        plugins: The plugins that are active: file, name, version. None if the key may not see them.
        namespaces: All that it serves below `/wp-json/`.
        routes: By namespace, what `surface` keeps of its index.
        meta: Custom fields that are registered with a type, by what has them: `product`, `user`.
        samples: Real answers.
        notes: What could not be read, and why.
    """

    url: str
    release: str = ""
    software: dict[str, str] = field(default_factory=dict[str, str])
    plugins: list[Json] | None = None
    namespaces: list[str] = field(default_factory=list[str])
    routes: dict[str, Json] = field(default_factory=dict[str, Json])
    meta: dict[str, Json] = field(default_factory=dict[str, Json])
    samples: list[Sample] = field(default_factory=list[Sample])
    notes: list[str] = field(default_factory=list[str])

    def surface(self, namespace: str) -> Surface:
        """The routes of a namespace; none if it was not read."""
        return surface_of(self.routes.get(namespace, {}))


def load(path: Path) -> Dump:
    """A dump from a file. Raises ConfigurationError for a file that holds none."""
    if path.stat().st_size > _LARGEST:
        raise ConfigurationError(f"{path} is too large to be a dump of a store")
    try:
        found = parsed(path.read_bytes())
    except ValueError as error:
        raise ConfigurationError(f"{path} is no dump of a store: {error}") from None
    fault = next(iter(jsonschema_rs.Draft202012Validator(_FORM_OF_FILE).iter_errors(found)), None)
    if fault is not None:
        where = "".join(f"/{part}" for part in fault.instance_path) or "/"
        raise ConfigurationError(
            f"{path} is no dump of a store, or of another release of this command: {where} differs"
        )
    about = {name: found[name] for name in Dump.__dataclass_fields__ if name != "samples"}
    samples = [Sample(one["namespace"], one["path"], one["status"], one.get("body")) for one in found["samples"]]
    return Dump(**about, samples=samples)


def save(dump: Dump, path: Path) -> None:
    """Write a dump: a line for each route and answer, so that two can be compared."""
    path.write_text("".join(_lines(dump)), "utf-8")


def _lines(dump: Dump) -> Iterator[str]:
    plain = ("url", "release", "software", "plugins", "namespaces", "meta", "notes")
    head = {"form": FORM, **{name: getattr(dump, name) for name in plain}}
    yield "{" + ",\n".join(f"{_text(name)}: {_text(value)}" for name, value in head.items()) + ',\n"routes": {'
    yield ",\n".join(
        f"{_text(namespace)}: {{\n" + ",\n".join(f"{_text(path)}: {_text(kept)}" for path, kept in routes.items()) + "}"
        for namespace, routes in dump.routes.items()
    )
    yield '},\n"samples": [\n' + ",\n".join(_text(one.__dict__) for one in dump.samples) + "]}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
