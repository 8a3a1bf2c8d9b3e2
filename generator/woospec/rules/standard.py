"""The standard's own validation: openapi-spec-validator on a flat bundle, its faults led back to the spec.

It runs in full, with three hooks that save time. Whether a schema obeys the meta-schema is asked of the same
meta-schema compiled by jsonschema-rs (the backend that the validator itself uses for the document); what that refuses
is judged again by the original, which words the fault. Responses and parameters that are one object are judged once,
as the original does with schemas. And schemas remember where they stand, since the original does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any, NamedTuple

from woospec.kinds import NESTED, is_list, is_map
from woospec.pointers import escape, unescape

Json = dict[str, Any]


class Fault(NamedTuple):
    """What openapi-spec-validator says, and about which part of the bundle."""

    kind: str
    #: Empty for the few faults that the validator does not place.
    pointer: str
    message: str


def standard_faults(document: Json) -> list[Fault]:
    """Every fault of a flat bundle; plain data in and out, so that it can run in a process of its own."""
    from jsonschema_path import SchemaPath

    path = SchemaPath(_accessor_class().from_schema(shared(document)))
    faults: list[Fault] = []
    try:
        for error in _validator_class()(path).iter_errors():
            faults.append(
                Fault(
                    type(error).__name__,
                    _canonical(document, list(error.absolute_path)),
                    error.message.partition("\n")[0],
                )
            )
    except Exception as error:  # the validator takes a sound form for granted once it has complained
        if not faults:
            faults.append(Fault(type(error).__name__, "", f"openapi-spec-validator failed: {error!r}"[:200]))
    return faults


def prepare() -> None:
    """Load what the first document would otherwise wait for."""
    _accessor_class()
    _validator_class()
    _compiled_meta_schema()


def shared(document: Any) -> Any:
    """A copy in which equal parts are one object: the validator judges each object once."""
    seen: dict[Any, Any] = {}

    def share(value: Json | list[Any]) -> Any:
        keys, parts = (value.keys(), value.values()) if isinstance(value, dict) else ((), value)
        made = [share(v) if isinstance(v, NESTED) else v for v in parts]
        result = dict(zip(keys, made, strict=True)) if isinstance(value, dict) else made
        # To `==`, 1 and true are the same.
        identities = [id(v) if isinstance(v, NESTED) else v for v in made]
        return seen.setdefault((*keys, result.__class__, *map(type, made), *identities), result)

    return share(document)


@cache
def _accessor_class() -> type[Any]:
    from jsonschema_path import SchemaAccessor

    base: Any = SchemaAccessor

    class Accessor(base):  # type: ignore[misc]  # the base is Any on purpose
        """Remembers what stands where: the original walks there from the top, for each of its many questions."""

        def __init__(self, *given: Any, **more: Any) -> None:
            original: Any = super()
            original.__init__(*given, **more)
            self.known: dict[Any, Any] = {}

        def __getitem__(self, parts: Any) -> Any:
            if parts not in self.known:
                self.known[parts] = self._found(parts)
            return self.known[parts]

        def _found(self, parts: Any) -> Any:
            if parts:
                above, key = self[parts[:-1]], parts[-1]
                if (is_map(above) and key in above) or (is_list(above) and key in range(len(above))):
                    here = above[key]
                    ref = here.get("$ref") if is_map(here) else None
                    if not isinstance(ref, str):
                        return here
                    with suppress(KeyError):
                        return self[tuple(map(unescape, ref.removeprefix("#/").split("/")))]
            original: Any = super()
            return original.__getitem__(parts)

    return Accessor


@cache
def _validator_class() -> type[Any]:
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from openapi_spec_validator.validation import keywords

    # Untyped on purpose: the hooks below are not part of the validator's declared interface. Should a release rename
    # one, it is never called, and the validator works as it came, only slower.
    schema_base: Any = keywords.OpenAPIV31SchemaValidator
    value_base: Any = keywords.OpenAPIV31ValueValidator

    class Schemas(schema_base):  # type: ignore[misc]  # the base is Any on purpose
        """Knows where it stands, and asks the compiled meta-schema first."""

        compiled: Callable[[Any], bool] | None = None

        def __init__(self, registry: Any) -> None:
            original: Any = super()
            original.__init__(registry)
            self.visited_schema_ids, self.meta_checked_schema_ids = _Seen(), _Seen()

        def _validate_schema_meta(self, schema: Any, schema_value: Any) -> Any:
            if self.compiled is None:
                self.compiled = _compiled_meta_schema()
            plain = not is_map(schema_value) or "$schema" not in schema_value
            if plain and self.compiled(schema_value):
                return None
            original: Any = super()
            return _placed(original._validate_schema_meta(schema, schema_value), schema)

    class Values(value_base):  # type: ignore[misc]  # the base is Any on purpose
        """Knows where it stands."""

        def __call__(self, schema: Any, value: Any) -> Iterator[Any]:
            original: Any = super()
            for error in original.__call__(schema, value):
                yield _placed(error, schema, "default")

    class Responses(_once(keywords.OpenAPIV3ResponseValidator)):  # type: ignore[misc]  # the base is Any on purpose
        """Judges each response once."""

    class Parameters(_once(keywords.ParameterValidator)):  # type: ignore[misc]  # the base is Any on purpose
        """Judges each parameter once."""

    parts = {"schema": Schemas, "default": Values, "response": Responses, "parameter": Parameters}
    validators = {**OpenAPIV31SpecValidator.keyword_validators, **parts}
    return type("Validator", (OpenAPIV31SpecValidator,), {"keyword_validators": validators})


class _Seen(set[int]):
    """Where the original looks through a list."""

    append = set[int].add


def _once(base: Any) -> Any:
    """A part of the validator that judges each object once, as the original does with schemas."""

    class Once(base):  # type: ignore[misc]  # the base is Any on purpose
        def __init__(self, registry: Any) -> None:
            original: Any = super()
            original.__init__(registry)
            self.judged: set[int] = set()

        def __call__(self, *where: Any) -> Iterator[Any]:
            value = id(where[-1].read_value())
            if value not in self.judged:
                self.judged.add(value)
                original: Any = super()
                yield from original.__call__(*where)

    return Once


@cache
def _compiled_meta_schema() -> Callable[[Any], bool]:
    """Whether a value obeys the meta-schema of OpenAPI 3.1 schemas; never, if it cannot be compiled."""
    try:
        import jsonschema_rs
        from openapi_schema_validator import OAS31_BASE_DIALECT_ID
        from openapi_schema_validator._specifications import REGISTRY

        known: Any = REGISTRY
        ours = [(uri, known.contents(uri)) for uri in known if uri.startswith("https://spec.openapis.org/oas/3.1/")]
        meta, registry = known.contents(OAS31_BASE_DIALECT_ID), jsonschema_rs.Registry(ours)
        check = jsonschema_rs.Draft202012Validator(meta, registry=registry, validate_formats=True).is_valid
    except (ImportError, ValueError, KeyError):
        return lambda _: False
    return check


def _placed(error: Any, schema: Any, *below: str) -> Any:
    """The error with the way to the schema before its own path."""
    if error is not None:
        error.path.extendleft(reversed([*schema.parts, *below]))
    return error


def _canonical(document: Json, path: list[Any]) -> str:
    """The pointer of a part; where a `$ref` stands on the way, it goes on in what that leads to."""
    here: Any = document
    walked: list[Any] = []
    for key in path:
        for _ in range(10):
            ref = here.get("$ref") if is_map(here) else None
            if not isinstance(ref, str) or not ref.startswith("#/") or key == "$ref":
                break
            walked = [unescape(token) for token in ref[2:].split("/")]
            here = _follow(document, walked)
        walked = [*walked, key]
        here = _follow(here, [key])
    return "".join(f"/{escape(str(key))}" for key in walked)


def _follow(value: Any, path: list[Any]) -> Any:
    for key in path:
        if is_map(value):
            value = value.get(key)
        else:
            value = value[key] if is_list(value) and isinstance(key, int) and key < len(value) else None
    return value
