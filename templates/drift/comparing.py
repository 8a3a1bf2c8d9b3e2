"""What a store says of itself, beside what the description says: each difference, whatever its cause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from .._runtime.releases import numbers
from ..contract.described.description import Described, Description, Json
from .findings import Finding
from .shapes import Shape, described_shape, store_shape
from .surface import Endpoint, Route, Surface

#: What an index calls the methods of an operation.
_METHODS = {"GET": {"GET"}, "POST": {"POST"}, "PUT": {"PUT", "PATCH", "POST"}, "DELETE": {"DELETE"}}

#: The lists of a batch whose items have fields. Stores name those of the first one that there is.
_BATCH = ("create", "update")


#: Those of the description, of which there are few, as numbers.
_read = cache(numbers)


@dataclass(frozen=True)
class Release:
    """The release of a store; without one, everything may be there or not."""

    text: str

    @cached_property
    def _numbers(self) -> tuple[int, ...]:
        return numbers(self.text)

    def has(self, since: str, until: str) -> bool:
        """Whether the description says that this release has something."""
        here = self._numbers
        return not here or not ((since and here < _read(since)) or (until and here >= _read(until)))


def differences(description: Description, surface: Surface, release: Release) -> Iterator[Finding]:
    """Every difference between what a store says of one version and the description of it."""
    met: set[tuple[str, int]] = set()
    for operation in description.operations.values():
        route = surface.get(operation.route)
        endpoints = [one for one in route.endpoints if _METHODS[operation.method] & {*one.methods}] if route else []
        met |= {(operation.route, id(one)) for one in endpoints}
        yield from _Operation(description, operation, release).differences(route, endpoints)
    for path, route in surface.items():
        yield from _undescribed(description, route, [one for one in route.endpoints if (path, id(one)) not in met])


def _undescribed(description: Description, route: Route, left: list[Endpoint]) -> Iterator[Finding]:
    """What the description lacks of a route."""
    methods = ", ".join(dict.fromkeys(method for endpoint in left for method in endpoint.methods))
    if not methods:
        return
    kind = "route-undescribed" if len(left) == len(route.endpoints) else "method-undescribed"
    yield Finding(kind, description.version, f"{methods} {route.pattern}", store=methods)


class _Shapes(NamedTuple):
    """What the description says of an operation: parameters of the query, fields of a request, fields of the record."""

    query: Mapping[str, Shape]
    body: Mapping[str, Shape]
    answer: Mapping[str, Shape]


@cache
def _shapes(description: Description, id: str) -> _Shapes:
    operation = description.operations[id]
    query = {
        name: _parameter(description, about) for name, about in operation.parameters.items() if about["in"] == "query"
    }
    answers = [answer for status, answer in operation.answers.items() if status.startswith("2")]
    answer = described_shape(description, answers[0]) if answers and answers[0] else Shape()
    return _Shapes(query, _body(description, operation), answer.fields)


def _body(description: Description, operation: Described) -> Mapping[str, Shape]:
    """What a request may hold. Of a batch, stores name what its items may hold."""
    fields = described_shape(description, operation.body).fields
    if not operation.id.endswith(".batch"):
        return fields
    return next((fields[word].fields for word in _BATCH if word in fields), dict[str, Shape]())


def _parameter(description: Description, about: Json) -> Shape:
    schema = {**about["schema"], "x-woo-since": about["since"], "x-woo-until": about["until"]}
    return described_shape(description, schema, required=about["required"])


@dataclass(frozen=True)
class _Operation:
    """One operation of the description, to be held beside the same one of a store."""

    description: Description
    operation: Described
    release: Release

    def differences(self, route: Route | None, endpoints: list[Endpoint]) -> Iterator[Finding]:
        """What differs. `endpoints` are those of `route` that take its method."""
        operation = self.operation
        is_here = self.release.has(operation.since, operation.until)
        if route is None or not endpoints:
            yield self._finding("operation-missing", by_release=not is_here)
            return
        if not is_here:
            yield self._finding("too-early", described=_range(operation.since, operation.until))
        if all(endpoint.args is not None for endpoint in endpoints):
            args = {name: about for endpoint in endpoints for name, about in (endpoint.args or {}).items()}
            yield from self._parameters(args, {*_path_names(route.pattern), *_path_names(operation.path)})
        if route.schema and operation.method == "GET":
            yield from self._answer(route.schema)

    def _parameters(self, args: Mapping[str, Json], of_path: set[str]) -> Iterator[Finding]:
        told = {name: store_shape(about) for name, about in args.items() if name not in of_path}
        query, body, _ = _shapes(self.description, self.operation.id)
        for part, shapes, kind in (("query", query, "parameter-missing"), ("body", body, "field-missing")):
            for name, shape in shapes.items():
                if name in told:
                    yield from self._present(part, name, told[name], shape)
                else:
                    yield from self._absent(kind, part, name, shape)
        part, kind = ("body", "field-undescribed") if self.operation.body else ("query", "parameter-undescribed")
        for name, shape in told.items():
            if name not in query and name not in body:
                yield self._finding(kind, part, name, store=shape.said)

    def _answer(self, schema: Mapping[str, Json]) -> Iterator[Finding]:
        told = {name: store_shape(about) for name, about in schema.items()}
        yield from self._fields("answer", "", told, _shapes(self.description, self.operation.id).answer)

    def _fields(
        self, part: str, above: str, told: Mapping[str, Shape], described: Mapping[str, Shape]
    ) -> Iterator[Finding]:
        """Fields on one level, and what is below them."""
        if not told or not described:  # one of the two does not say what there is, or it may be anything
            return
        for name, shape in described.items():
            if name in told:
                yield from self._present(part, f"{above}{name}", told[name], shape)
            elif name != "_links":  # WordPress adds them to everything
                yield from self._absent("field-missing", part, f"{above}{name}", shape)
        for name, shape in told.items():
            if name not in described:
                yield self._finding("field-undescribed", part, f"{above}{name}", store=shape.said)

    def _absent(self, kind: str, part: str, name: str, shape: Shape) -> Iterator[Finding]:
        yield self._finding(kind, part, name, by_release=not self.release.has(shape.since, shape.until))

    def _present(self, part: str, name: str, told: Shape, described: Shape) -> Iterator[Finding]:
        """What differs in something that both have."""
        if not self.release.has(described.since, described.until):
            yield self._finding("too-early", part, name, described=_range(described.since, described.until))
        yield from self._types(part, name, told, described)
        yield from self._words(part, name, told, described)
        # `required` among the fields of an answer says what a request needs.
        if part != "answer" and told.required != described.required:
            said = {True: "it is required", False: "it may be left out"}
            yield self._finding("required-differs", part, name, said[told.required], said[described.required])
        if part == "answer":
            yield from self._fields(part, f"{name}.", told.fields, described.fields)
        else:
            for below in told.fields.keys() & described.fields.keys():
                yield from self._types(part, f"{name}.{below}", told.fields[below], described.fields[below])
        if told.item is not None and described.item is not None:
            yield from self._present(part, f"{name}[]", told.item, described.item)

    def _types(self, part: str, name: str, told: Shape, described: Shape) -> Iterator[Finding]:
        # No declaration of WooCommerce tells that null may come. That it comes is news only if one does.
        may_be_null = "null" in described.types or not described.types
        here = told.types - {"null"} if may_be_null else told.types
        if here != described.types - {"null"}:
            yield self._finding("type-differs", part, name, told.said, described.said)

    def _words(self, part: str, name: str, told: Shape, described: Shape) -> Iterator[Finding]:
        ranges = described.word_ranges
        words = [word for word in described.words if self.release.has(*_ends(ranges.get(word, {})))]
        if told.is_open:
            if described.words and not described.is_open:
                yield self._finding("words-unnamed", part, name, described=", ".join(words))
            return
        for word in told.words:
            if word not in words:
                yield self._finding("word-undescribed", part, name, store=word)
        for word in words:
            if word not in told.words:
                yield self._finding("word-missing", part, name, described=word)

    def _finding(
        self, kind: str, part: str = "", name: str = "", store: str = "", described: str = "", *,
        by_release: bool = False,
    ) -> Finding:  # fmt: skip
        operation = self.operation
        return Finding(
            kind, self.description.version, operation.id, part, name, store, described, operation.place, by_release
        )


def _path_names(path: str) -> set[str]:
    """The names of a path's parameters."""
    return {part[1:-1] for part in path.split("/") if part.startswith("{") and part.endswith("}")}


def _ends(about: Json) -> tuple[str, str]:
    return about.get("since", ""), about.get("until", "")


def _range(since: str, until: str) -> str:
    """A range of releases for people."""
    words = [f"since {since}" if since else "", f"until {until}" if until else ""]
    return " ".join(filter(None, words))
