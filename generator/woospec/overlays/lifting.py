"""Schemas as the generator needs them: objects with a name each, and requests made of what is answered."""

from __future__ import annotations

import json
from typing import Any

from woospec.expand import WriteSchemas, as_read, without_default
from woospec.flat import operations_of
from woospec.kinds import is_list, is_map, members
from woospec.load import Node
from woospec.naming import pascal, singular
from woospec.overlays.ground import Ground, Json, reference, referred, schema_place
from woospec.pointers import escape
from woospec.references import References

#: Endings of the names of schemas of requests.
REQUESTS = ("Create", "Update", "Input")
#: What stays beside the reference that takes the place of an object.
_BESIDE = ("description", "readOnly", "writeOnly", "deprecated", "x-woo-since", "x-woo-until")
#: The ending of what each verb sends, and those that need nothing which `x-write-required` asks for.
_SENT = {"create": "Create", "update": "Update"}


def lift(ground: Ground) -> None:
    """Give every object that stands inline a name, and every added operation a request schema of its own."""
    _Lifting(ground).run()


class _Lifting:
    def __init__(self, ground: Ground) -> None:
        self.ground, self.schemas = ground, ground.schemas
        self.writes = WriteSchemas(self.schemas)
        #: The form in which each lifted object was written.
        self.lifted: dict[str, str] = {}
        references = References(ground.document)
        operations = [item[method] for _, method, item in operations_of(ground.document)]
        self.sent = references.reached(o["requestBody"] for o in operations if "requestBody" in o)
        self.answered = references.reached(o.get("responses", {}) for o in operations)
        for _, _, item in ground.added_operations():
            for operation in (v for v in item.values() if is_map(v)):
                batch = members(operation.get("x-batch"))
                self.answered |= {f"schemas/{n}" for n in [referred({"$ref": batch.get("item")})] if n}

    def run(self) -> None:
        for path, method, item in [*self.ground.added_operations()]:
            self.contents(f"/paths/{escape(path)}/{method}", item[method])
        named = [*self.ground.added_schemas(), *self.ground.changed_schemas()]
        for name in sorted(named, key=self.only_sent):  # what is answered comes first, requests are made of it
            self.inside(name)
        for path, method, item in [*self.ground.added_operations()]:
            self.request(f"/paths/{escape(path)}/{method}", item[method])
        for name in named:
            self.schemas[name] = as_read(self.schemas[name])

    def only_sent(self, name: str) -> bool:
        """Whether a schema is of requests alone."""
        return f"schemas/{name}" in self.sent - self.answered

    def contents(self, place: str, operation: Json) -> None:
        """Name the objects that stand in the answers of an operation, and in its request."""
        words = str(operation["operationId"]).split(".")
        one, verb = "".join(pascal(singular(word)) for word in words[:-1]), pascal(words[-1])
        plain = verb in ("List", "Get", "Create", "Update", "Delete")
        for status, response in members(operation.get("responses")).items():
            media = members(members(response.get("content")).get("application/json"))
            if "schema" in media:
                at = f"{place}/responses/{escape(status)}/content/application~1json/schema"
                self.name(media, "schema", one if plain else f"{one}{verb}Result", at)
        media = members(members(members(operation.get("requestBody")).get("content")).get("application/json"))
        if "schema" in media:
            self.name(media, "schema", f"{one}{verb}", f"{place}/requestBody/content/application~1json/schema")

    def inside(self, name: str) -> None:
        """Name the objects inside of a schema that an overlay wrote or wrote into."""
        owner, place = self.owner(name), schema_place(name)
        whole = self.ground.written(place) is not None
        properties = members(self.schemas[name].get("properties"))
        for field in list(properties):
            at = f"{place}/properties/{escape(field)}"
            if self.ground.written(at) is None:
                continue
            self.name(properties, field, f"{owner}{pascal(field)}", at)
            if not whole and self.only_sent(name):
                if self.writes.is_read_only(properties[field]):
                    del properties[field]
                else:
                    properties[field] = self.writes.field(properties[field])
        if whole:
            for word in ("items", "additionalProperties", "allOf", "anyOf"):
                self.part(self.schemas[name], word, f"{name}Item", place)

    def owner(self, name: str) -> str:
        """What objects inside of a schema are called after: those of requests after what is answered."""
        for ending in REQUESTS:
            base = name.removesuffix(ending)
            if base != name and base in self.schemas:
                return base
        return name

    def name(self, holder: Any, key: str | int, name: str, place: str) -> None:
        """Give the object at `holder[key]` a name, and those inside of it."""
        schema = holder[key]
        if not is_map(schema):
            return
        if "properties" in schema:
            self.register(name, schema, place)
            holder[key] = {**reference(name), **{word: schema[word] for word in _BESIDE if word in schema}}
            return
        self.part(schema, "items", f"{name.removesuffix(_tail(name))}{pascal(singular(_tail(name)))}", place)
        for word in ("additionalProperties", "anyOf", "allOf"):
            self.part(schema, word, name, place)

    def part(self, schema: Json, word: str, name: str, place: str) -> None:
        """Name the objects below one word of a schema."""
        inner = schema.get(word)
        if is_map(inner):
            self.name(schema, word, name, f"{place}/{word}")
        elif is_list(inner) and word != "allOf":
            for i in range(len(inner)):
                self.name(inner, i, name, f"{place}/{word}/{i}")

    def register(self, name: str, schema: Json, place: str) -> None:
        """Make an object a component; the same one under the same name is taken once."""
        written = json.dumps({k: v for k, v in schema.items() if k not in _BESIDE}, sort_keys=True)
        if name in self.schemas:
            if self.lifted.get(name) != written:
                message = f"the object here would be called {name}, and another one is"
                hint = "give it a name under components.schemas, and refer to that"
                self.ground.problems.add("overlay-name", message, self.ground.spot(place), hint=hint)
            return
        self.lifted[name] = written
        self.schemas[name] = {k: v for k, v in schema.items() if k not in _BESIDE or k == "description"}
        self.ground.application.origins[schema_place(name)] = self.node(place)
        self.inside(name)

    def node(self, place: str) -> Node:
        """Where a lifted object is written; in a request that follows an answer, where that stands in the overlay."""
        return self.ground.spot(place)

    # requests

    def request(self, place: str, operation: Json) -> None:
        """Give an operation whose request refers to what is answered a request schema of its own."""
        verb = str(operation["operationId"]).rpartition(".")[2]
        media = members(members(members(operation.get("requestBody")).get("content")).get("application/json"))
        name = referred(media.get("schema"))
        if name and f"schemas/{name}" in self.answered:
            media["schema"] = reference(self.sent_form(name, verb, place))
        batch = operation.get("x-batch")
        if is_map(batch):
            item = referred({"$ref": batch["item"]})
            for word in ("create", "update"):
                known = referred({"$ref": batch.get(word)}) if isinstance(batch.get(word), str) else ""
                wanted = known or (item if batch.get(word, True) is True else "")
                if wanted:
                    is_read = f"schemas/{wanted}" in self.answered
                    batch[word] = reference(self.sent_form(wanted, word, place) if is_read else wanted)["$ref"]
            batch.setdefault("limit", 100)

    def sent_form(self, name: str, verb: str, place: str) -> str:
        """The schema of requests that is made of what is answered, by name."""
        if verb not in _SENT:
            return referred({"$ref": self.writes.reference(reference(name)["$ref"], self.schemas[name])})
        wanted = f"{name}{_SENT[verb]}"
        if wanted not in self.schemas:
            made = self.writes.object(self.schemas[name])
            if verb == "update":
                made.pop("required", None)
                made["properties"] = {n: without_default(s) for n, s in made["properties"].items()}
            self.schemas[wanted] = made
            origin = self.ground.application.origins.get(schema_place(name))
            if origin is not None:
                self.ground.application.origins[schema_place(wanted)] = origin
        return wanted


def _tail(name: str) -> str:
    """The last word of a name in PascalCase."""
    start = max((i for i, letter in enumerate(name) if letter.isupper()), default=0)
    return name[start:]
