"""A flat bundle as tests use it: which operation an exchange belongs to, and what its bodies must look like."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jsonschema_rs

from evidence.store import ROOT, Exchange
from wooclient._runtime.documents import folded

_REFERENCE = re.compile(r'"\$ref": "#/components/schemas/([^"]+)"')
_METHODS = ("get", "post", "put", "delete")
_TRIES = {"PATCH": ("put", "post"), "PUT": ("put", "post"), "POST": ("post", "put")}


@dataclass(frozen=True)
class Described:
    """One operation of a bundle."""

    id: str
    method: str
    path: str
    pattern: re.Pattern[str]
    raw: dict[str, Any]


@dataclass
class Description:
    """One version's bundle."""

    version: str
    document: dict[str, Any]
    prefix: str
    operations: list[Described]
    validators: dict[str, jsonschema_rs.Draft202012Validator] = field(default_factory=dict)
    known: dict[int, tuple[dict[str, Any], jsonschema_rs.Draft202012Validator]] = field(default_factory=dict)
    found: dict[tuple[str, str], Described | None] = field(default_factory=dict)

    def find(self, exchange: Exchange) -> Described | None:
        """The operation that an exchange belongs to; POST and PATCH on an item update it."""
        asked = (exchange.method, exchange.path)
        if asked not in self.found:
            self.found[asked] = self._find(*asked)
        return self.found[asked]

    def _find(self, method: str, path: str) -> Described | None:
        tries = _TRIES.get(method, (method.lower(),))
        fits = [o for o in self.operations if o.method in tries and o.pattern.match(path)]
        return min(fits, key=lambda o: (o.path.count("{"), tries.index(o.method)), default=None)

    def answer_schema(self, operation: Described, status: int) -> dict[str, Any] | None:
        """The schema of an answer; undescribed errors fall under `default`, undescribed successes under nothing."""
        responses = operation.raw["responses"]
        response = responses.get(str(status)) or (responses.get("default") if status >= 400 else None)
        if response is None:
            return None
        if "$ref" in response:
            response = self.document["components"]["responses"][response["$ref"].rpartition("/")[2]]
        schema: dict[str, Any] = response["content"]["application/json"]["schema"]
        return schema

    def request_schema(self, operation: Described) -> dict[str, Any] | None:
        """The schema of a request body, if the operation has one."""
        body = operation.raw.get("requestBody")
        schema: dict[str, Any] | None = body["content"]["application/json"]["schema"] if body else None
        return schema

    def fault(self, schema: dict[str, Any], value: Any) -> str | None:
        """The first fault of `value`, or None if it is valid."""
        validator = self.validator(schema)
        if validator.is_valid(value):
            return None
        error = next(iter(validator.iter_errors(value)))
        return f"{'/'.join(str(p) for p in error.instance_path)}: {error.message[:160]}"

    def is_valid(self, schema: dict[str, Any], value: Any) -> bool:
        """Whether `value` fits `schema`."""
        return self.validator(schema).is_valid(value)

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        """The validator of a schema, made once. The schema is kept beside it, so that no other comes by its number."""
        if id(schema) not in self.known:
            self.known[id(schema)] = schema, self._validator(schema)
        return self.known[id(schema)][1]

    def _validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            whole = {**schema, "components": {"schemas": self._reached(schema)}}
            self.validators[key] = jsonschema_rs.Draft202012Validator(whole)
        return self.validators[key]

    def _reached(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The schemas that one refers to, directly or through others: to have all in each validator takes longest."""
        known, found, ahead = self.document["components"]["schemas"], dict[str, Any](), [schema]
        while ahead:
            for name in _REFERENCE.findall(json.dumps(ahead.pop())):
                if name not in found:
                    found[name] = known[name]
                    ahead.append(found[name])
        return found


@cache
def description(version: str) -> Description:
    """The committed bundle of a version. Where a store without plugins takes no other word, no other word fits."""
    text = (ROOT / "generated" / "wooclient" / "documents" / f"{version}.json").read_text("utf-8")
    document = json.loads(text, object_hook=folded)
    prefix = "/" + document["servers"][0]["url"].split("/", 3)[3]
    operations = [
        Described(o["operationId"], method, path, _pattern(prefix + path), o)
        for path, item in sorted(document["paths"].items(), key=lambda entry: entry[0].count("{"))
        for method, o in item.items()
        if method in _METHODS
    ]
    return Description(version, document, prefix, operations)


def versions() -> list[str]:
    """Every version that has a committed bundle."""
    return sorted((p.stem for p in (ROOT / "generated" / "wooclient" / "documents").glob("*.json")), reverse=True)


def _pattern(path: str) -> re.Pattern[str]:
    escaped = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(path))
    return re.compile(f"^{escaped.rstrip('/')}/?$")
