"""Stage 5, name: the only place where a Python identifier is made.

A collision is an error that shows both origins; no name ever gets a numeric suffix to get out of the way.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from woospec.families import Version
from woospec.formats import INPUT_TYPES, READ_TYPES
from woospec.model import Api, Enum, Field, Operation, Reference, Resource, Scalar, Schema, named, parts
from woospec.problems import Problems
from woospec.select import Bundle


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Names that generated modules import or define for themselves, or that their annotations use.
_MODULE_NAMES = (
    READ_TYPES
    | INPUT_TYPES
    | _words(
        "Annotated Any AsyncIterator AsyncMeta AsyncResource BatchResult Clear ClearWithList ClearWithNull "
        "ClearWithObject ClearWithText ClearWithZero Field Found Iterable Iterator Json Literal MAP_OR_EMPTY_LIST "
        "Mapping Meta Model NONE_AS_EMPTY_LIST NotKept OPEN OnOutcome Operation Page Parameters Partition Progress "
        "ROWS Required Resource Sequence TUPLE_AS_EMPTY_LIST TYPE_CHECKING TypedDict Unpack WIRE_NAMES annotations "
        "bool bytes cached_property datetime deprecated dict float int list object overload set str tuple"
    )
)
#: Names that a model field cannot have: those of the base class, pydantic's and ours, come on top.
_MODEL_RESERVED = _MODULE_NAMES | _words(
    "copy json schema construct validate parse_obj parse_raw parse_file from_orm update_forward_refs schema_json "
    "self cls to_record"
)
#: Names that cannot be keyword arguments, because methods have them for themselves or annotations use them.
_ARGUMENT_RESERVED = _words(
    "self cls extra items params fields bool int str concurrency on_outcome on_progress n prefetch record when"
) | {t for t in _MODULE_NAMES if t[0].isupper()}
#: Modules of resources stand beside these built-in functions.
_MODULE_RESERVED = frozenset({"vars", "isinstance", "tuple", "value", "module"})
#: What decorates attributes cannot be one, nor what resources have for themselves.
_ATTRIBUTE_RESERVED = _words("cached_property deprecated meta modified_since overload partitions save")
#: Attributes that clients have for themselves.
_CLIENT_RESERVED = _words(
    "close aclose answer ask call read request request_iter request_page request_raw options url version from_env "
    "with_options drift"
)
#: Enums that take more characters than this are written once, under a name.
_LONG_ENUM = 60
_WORD = re.compile(r"[^0-9A-Za-z]+")
_LEGAL = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_IES, _ES, _KEEP = "ies", ("ses", "xes", "ches", "shes"), ("ss", "us", "is")


@cache
def pascal(text: str) -> str:
    """`text` in PascalCase; letters that are capitals already stay."""
    return "".join(word[:1].upper() + word[1:] for word in _WORD.split(text) if word)


@cache
def snake(text: str) -> str:
    """`text` in snake_case."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", "_".join(w for w in _WORD.split(text) if w)).lower()


def singular(word: str) -> str:
    """The singular of an English plural, as far as WooCommerce's words need it."""
    if word.endswith(_IES):
        return word[: -len(_IES)] + "y"
    if word.endswith(_ES):
        return word[:-2]
    return word if not word.endswith("s") or word.endswith(_KEEP) else word[:-1]


@cache
def identifier(text: str, reserved: frozenset[str] = frozenset()) -> str:
    """A legal, public identifier for a wire name; the wire name itself wherever that is one."""
    name = text if _LEGAL.match(text) else "_".join(w for w in _WORD.split(text) if w)
    # What begins with `model_` belongs to pydantic.
    if not name or name[0].isdigit() or name.startswith("model_"):
        name = f"field_{name}"
    unfit = keyword.iskeyword(name) or name in reserved or name.endswith("_")
    return f"{name.rstrip('_')}_" if unfit else name


class OperationNames(NamedTuple):
    """The names that one operation has in Python."""

    constant: str
    method: str
    arguments: tuple[str, ...]
    params: str


class ResourceNames(NamedTuple):
    """The names that one resource has in Python."""

    module: str
    class_name: str
    attribute: str


#: Folder, wire name and values.
EnumKey = tuple[str, str, tuple[object, ...]]


@dataclass
class Names:
    """Python names by what they stand for."""

    schemas: dict[str, str] = field(default_factory=dict[str, str])
    modules: dict[str, str] = field(default_factory=dict[str, str])
    fields: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    inputs: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    operations: dict[str, OperationNames] = field(default_factory=dict[str, OperationNames])
    queries: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    resources: dict[tuple[str, ...], ResourceNames] = field(default_factory=dict[tuple[str, ...], ResourceNames])
    #: Long enums have a name; the same values under the same wire name in one folder share it.
    enums: dict[EnumKey, str] = field(default_factory=dict[EnumKey, str])
    #: The package of this version.
    package: str = ""


class Named(NamedTuple):
    """A version with the names of all it holds."""

    api: Api
    names: Names


def name(api: Api, bundle: Bundle, problems: Problems) -> Names:
    """Name everything in `api`; collisions go to `problems`."""
    return _Namer(bundle, problems).run(api)


class _Namer:
    def __init__(self, bundle: Bundle, problems: Problems) -> None:
        self.bundle, self.problems = bundle, problems
        self.names = Names(package=version_package(bundle.version))
        # What is shared between versions is called the same in all, so none takes the constant of any.
        constants = frozenset(version_constant(v) for v in bundle.declared.values())
        self.module_names, self.reserved = _MODULE_NAMES | constants, _ARGUMENT_RESERVED | constants
        #: Names that fields, arguments and parameters cannot have: what stands in every module, and all types made.
        self.unfit_fields = self.unfit_arguments = self.unfit_parameters = frozenset[str]()

    def run(self, api: Api) -> Names:
        self.enums(api)
        self.classes(api)
        for schema in api.schemas:
            self.schema_fields(schema)
        for resource in api.resources:
            self.resource(resource)
        self.attributes(api.resources)
        self.constants(api.resources)
        self.circles(api)
        return self.names

    def circles(self, api: Api) -> None:
        """Report files of schemas that refer to each other: the modules made of them could not import each other."""
        read = [(self.names.modules[s.name], s.pointer, _referred(s.fields)) for s in api.schemas if s.read]
        answers = (
            (module_name(o.folder), o.pointer, set(named(o.answer.type))) for o in api.operations if answer_alias(o)
        )
        self.circle([*read, *answers])
        written = [
            (self.names.modules[s.name], s.pointer, _referred(s.fields, s.base)) for s in api.schemas if s.written
        ]
        queries = ((module_name(o.folder), o.pointer, _referred(o.query)) for o in api.operations)
        self.circle([*queries, *written])

    def circle(self, users: Iterable[tuple[str, str, set[str]]]) -> None:
        """Report each two modules that need each other; `users` are what stands in a module and what that refers to."""
        needs: dict[str, dict[str, str]] = {}
        for module, pointer, referred in users:
            for other in {self.names.modules[name] for name in referred} - {module}:
                needs.setdefault(module, {}).setdefault(other, pointer)
        for module, others in sorted(needs.items()):
            for other, pointer in others.items():
                back = needs.get(other, {}).get(module)
                places = [found[0] for p in (pointer, back) if p and (found := self.bundle.origin(p))]
                if back and module < other and len(places) == 2:
                    message = f"the schemas of {module} and {other} refer to each other"
                    hint = "move what both need into a file of its own"
                    self.problems.add("circle", message, *places, hint=hint)

    def distinct(self, named: Iterable[tuple[str, str, str]], what: str) -> None:
        """Report each two of (name, wire, pointer) that share a name."""
        seen: dict[str, tuple[str, str]] = {}
        for made, wire, pointer in named:
            if made not in seen:
                seen[made] = (wire, pointer)
                continue
            other, elsewhere = seen[made]
            places = [found[0] for p in (pointer, elsewhere, "/info") if (found := self.bundle.origin(p))][:2]
            message = f"{what} {wire} and {other} are both called {made} in Python"
            self.problems.add("name-collision", message, *places, hint="rename one of them in the description")

    def enums(self, api: Api) -> None:
        for schema in api.schemas:
            for one in schema.fields if not schema.base else ():
                self.enum(pascal(schema.name.removesuffix("Input")), schema.resource, one)
        for operation in api.operations:
            for one in operation.query:
                self.enum(params_name(operation).removesuffix("Params"), operation.folder, one)

    def enum(self, owner: str, folder: str, one: Field) -> None:
        for kind in parts(one.type):
            if isinstance(kind, Enum) and sum(len(str(v)) + 4 for v in kind.values) > _LONG_ENUM:
                self.names.enums.setdefault(
                    (folder, one.wire, kind.values), identifier(f"{owner}{pascal(one.wire)}Value", self.module_names)
                )

    def classes(self, api: Api) -> None:
        made: list[tuple[str, str, str]] = [(n, wire, "/info") for (_, wire, _), n in self.names.enums.items()]
        for schema in api.schemas:
            self.names.schemas[schema.name] = identifier(pascal(schema.name), self.module_names)
            self.names.modules[schema.name] = module_name(schema.resource)
            made.append((self.names.schemas[schema.name], schema.name, schema.pointer))
            if schema.read and schema.written:
                made.append((f"{self.names.schemas[schema.name]}Dict", schema.name, schema.pointer))
            if schema.written and schema.name.endswith("Create"):
                made.append((shared_fields_name(schema.name), schema.name, schema.pointer))
        for resource in api.resources:
            class_name = identifier("".join(pascal(p) for p in resource.path), self.module_names)
            attribute = identifier(snake(resource.path[-1]), _ATTRIBUTE_RESERVED)
            self.names.resources[resource.path] = ResourceNames(module_name(resource.folder), class_name, attribute)
            made.append((class_name, ".".join(resource.path), resource.pointer))
            made.append((f"Async{class_name}", ".".join(resource.path), resource.pointer))
        for operation in api.operations:
            if operation.query:
                made.append((params_name(operation), operation.id, operation.pointer))
            if alias := answer_alias(operation):
                made.append((alias, operation.id, operation.pointer))
        self.distinct(made, "the types")
        types = frozenset(n for n, _, _ in made)
        self.unfit_fields, self.unfit_arguments = _MODEL_RESERVED | self.module_names | types, self.reserved | types
        self.unfit_parameters = (self.reserved - {"fields"}) | types

    def schema_fields(self, schema: Schema) -> None:
        fields = {f.wire: identifier(f.wire, self.unfit_fields) for f in schema.fields}
        inputs = {f.wire: identifier(f.wire, self.unfit_arguments) for f in schema.fields}
        self.names.fields[schema.name], self.names.inputs[schema.name] = fields, inputs
        pointers = {f.wire: f.pointer for f in schema.fields}
        if not schema.base:  # else the collision is its base's
            self.distinct(((n, w, pointers[w]) for w, n in fields.items()), f"the fields of {schema.name}")

    def resource(self, resource: Resource) -> None:
        for operation in resource.operations:
            arguments = tuple(identifier(f.wire, self.reserved) for f in operation.path_parameters)
            constant = "_".join(identifier(snake(p)).upper() for p in operation.id.split("."))
            self.names.operations[operation.id] = OperationNames(
                constant=identifier(constant, self.module_names),
                method=identifier(snake(operation.verb), _ATTRIBUTE_RESERVED),
                arguments=arguments,
                params=params_name(operation),
            )
            query = {f.wire: identifier(f.wire, self.unfit_parameters) for f in operation.query}
            self.names.queries[operation.id] = query
            self.distinct(((n, w, operation.pointer) for w, n in query.items()), f"the parameters of {operation.id}")

    def constants(self, resources: tuple[Resource, ...]) -> None:
        """The operations of one module are constants beside each other."""
        modules: dict[str, list[tuple[str, str, str]]] = {}
        for resource in resources:
            for operation in resource.operations:
                made = (self.names.operations[operation.id].constant, operation.id, operation.pointer)
                modules.setdefault(self.names.resources[resource.path].module, []).append(made)
        for members in modules.values():
            self.distinct(members, "the constants")

    def attributes(self, resources: tuple[Resource, ...]) -> None:
        """What stands under one parent (methods and nested resources) must differ."""
        below: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
        for resource in resources:
            pointer = resource.pointer
            attribute = self.names.resources[resource.path].attribute
            below.setdefault(resource.path[:-1], []).append((attribute, ".".join(resource.path), pointer))
            for operation in resource.operations:
                made = self.names.operations[operation.id].method
                below.setdefault(resource.path, []).append((made, operation.id, operation.pointer))
                if is_walked(operation):
                    walk = "iter" if operation.verb == "list" else f"iter_{made}"
                    known = self.names.queries[operation.id]
                    more = [walk, *([f"by_{known.get(operation.lookup)}"] if operation.lookup else [])]
                    below[resource.path] += [(n, f"what walks {operation.id}", operation.pointer) for n in more]
        for members in below.values():
            self.distinct(members, "the attributes")
        own = reserved(self.bundle.about, self.bundle.declared.values())
        for attribute, wire, pointer in below.get((), []):
            found = self.bundle.origin(pointer)
            if attribute in own and found:
                message = f"the resource {wire} would hide the client's own {attribute}"
                self.problems.add("name-collision", message, found[0], hint="rename the resource in its operationIds")


def _referred(fields: tuple[Field, ...], base: str = "") -> set[str]:
    """Names of the schemas that fields refer to, and of the one that their own extends."""
    return {name for f in fields for name in named(f.type)} | ({base} if base else set())


def is_walked(operation: Operation) -> bool:
    """Whether an operation is a list in pages, which a method of its own walks."""
    return operation.answer.shape == "items" and operation.paging == "pages" and not operation.batch_limit


def module_name(folder: str) -> str:
    """Name of the modules that hold what a folder of the spec describes."""
    return identifier(snake(folder), _MODULE_RESERVED)


def answer_alias(operation: Operation) -> str:
    """Name of the alias for an answer that is neither a model nor a plain value; empty if none is needed."""
    plain = isinstance(operation.answer.type, Reference | Scalar)
    return "" if plain else identifier("".join(pascal(p) for p in operation.id.split(".")) + "Answer")


def version_package(version: str) -> str:
    """The Python package of a version: below that of its family, if this is not the first."""
    return "wooclient." + version.replace("-", ".")


def reserved(version: Version, declared: Iterable[Version]) -> frozenset[str]:
    """Names that resources of a version cannot have: clients have them for themselves, or for versions below it."""
    return _CLIENT_RESERVED | {v.door[-1] for v in declared if v.door and v.door[:-1] == version.door}


def version_door(version: Version) -> tuple[str, ...]:
    """The attributes by which a client reaches a version."""
    return tuple(identifier(word, _ATTRIBUTE_RESERVED) for word in version.door)


def version_constant(version: Version) -> str:
    """The constant that stands for a version in its own package."""
    return version.step.upper()


def condition_constant(name: str) -> str:
    """The constant that stands for a condition: `NEEDS_ORDERS_AS_POSTS`."""
    return f"NEEDS_{name.upper()}"


def params_name(operation: Operation) -> str:
    """Name of the type of an operation's query parameters."""
    return identifier("".join(pascal(singular(p)) for p in operation.resource) + pascal(operation.verb) + "Params")


def input_name(names: Names, schema: str, api: Api) -> str:
    """A schema that occurs in answers too has a model of the plain name; its TypedDict gets a suffix."""
    return names.schemas[schema] + ("Dict" if api.schema(schema).read else "")


def shared_fields_name(create: str) -> str:
    """Name of the TypedDict of what the schema of a new item has in common with that of changes to one."""
    return identifier(pascal(f"{create.removesuffix('Create')}Fields"), _MODULE_NAMES)
