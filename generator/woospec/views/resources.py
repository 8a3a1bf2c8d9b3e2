"""Resource classes, sync and async, and the operations they carry out: one module a resource folder."""

from __future__ import annotations

from dataclasses import dataclass

from woospec.model import Api, ListOf, Operation, Reference, Resource, Scalar, Type, parts
from woospec.naming import Names, identifier, version_constant
from woospec.text import call, docstring, literal
from woospec.views.imports import import_lines
from woospec.views.models import answer_alias
from woospec.views.params import input_name

_SCALARS = {"any": "Any", "string": "str", "integer": "int", "boolean": "bool"}


@dataclass(frozen=True, slots=True)
class ConstantView:
    """One operation as a constant."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """One method: its `def` line, docstring and the one statement it runs."""

    signature: str
    doc: str
    statement: str


@dataclass(frozen=True, slots=True)
class ChildView:
    """A nested resource; `import_line` is empty if it stands in the same module."""

    attribute: str
    class_name: str
    doc: str
    import_line: str


@dataclass(frozen=True, slots=True)
class ClassView:
    """One resource class, in one of its two colours."""

    name: str
    base: str
    doc: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class ResourcesView:
    """One module of resource classes."""

    module: str
    doc: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    constants: tuple[ConstantView, ...]
    classes: tuple[ClassView, ...]


@dataclass(frozen=True, slots=True)
class Colour:
    """What differs between sync and async."""

    prefix: str
    define: str
    wait: str
    iterator: str
    base: str


#: What walks, batches and `save` promise, wherever they are.
_WALK = (
    "Walk all pages of {}, as items are taken.\n\n"
    "One request at a time is made, when its items are due. Without `orderby` and `order`, items come by "
    "ascending id where the store can sort so; none comes twice.\n\n"
    "`prefetch` is how many pages may be fetched at once, ahead of what is taken; up to twice as many are "
    "kept. Raises RequestError or one of its kinds."
)
_MODIFIED = (
    "Walk all that was changed at `when` or later.\n\n"
    "An aware datetime is that moment; a naive one, or text without an "
    "offset, is shop time. Records of that very second may come again next time.\n\n"
    "`prefetch` is how many pages may be fetched at once. Raises RequestError or one of its kinds."
)
_BATCH = (
    "Any number of items may be given; they are sent in requests of the size that the store takes. `on_progress` is "
    "called after each with how many items are done and how many there are. The result holds one outcome for each "
    "item, in the order given.\n\n"
    "Raises BatchInterrupted if a later request fails: what was done is in it, and nothing is sent twice. An item that "
    "is refused raises nothing; see `BatchResult.raise_for_errors`."
)
_SAVE = (
    "Send what was changed in a model since it was read, and nothing else.\n\n"
    "Gives back what the store made of it. Without any change, nothing is sent and the model itself comes back. "
    "Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is "
    "cleared. Raises TypeError for a model that was not read from a store, and for a changed field that only the store "
    "sets."
)

SYNC = Colour("", "def", "", "Iterator", "Resource")
ASYNC = Colour("Async", "async def", "await ", "AsyncIterator", "AsyncResource")


def resources_views(api: Api, names: Names, package: str) -> list[ResourcesView]:
    """The modules of resource classes of one version."""
    modules: dict[str, list[Resource]] = {}
    for resource in api.resources:
        modules.setdefault(names.resources[resource.path].module, []).append(resource)
    return [_Module(api, names, package, module, resources).view() for module, resources in sorted(modules.items())]


class _Module:
    def __init__(self, api: Api, names: Names, package: str, module: str, resources: list[Resource]) -> None:
        self.api, self.names, self.package, self.module, self.resources = api, names, package, module, resources
        self.models: dict[str, set[str]] = {}
        self.params: dict[str, set[str]] = {}
        self.children: dict[str, set[str]] = {}
        self.uses: set[str] = set()

    def view(self) -> ResourcesView:
        operations = [o for r in self.resources for o in r.operations]
        constants = tuple(self.constant(o) for o in operations)
        classes = tuple(self.resource(r, colour) for r in self.resources for colour in (SYNC, ASYNC))
        runtime = {"AsyncResource", "Resource"}
        imports: dict[str, set[str]] = {
            "wooclient._runtime.meta": {"AsyncMeta", "Meta"} & self.uses,
            "wooclient._runtime.resource": runtime,
        }
        if operations:
            imports["wooclient._runtime.operation"] = {"Operation"}
            imports[f"{self.package}._version"] = {version_constant(self.api.version)}
        standard = {"functools": {"cached_property"} & self.uses, "typing": {"TYPE_CHECKING"} | ({"Any"} & self.uses)}
        return ResourcesView(
            module=self.module,
            doc=docstring(f"{self.module.replace('_', ' ').capitalize()} of {self.api.title}.", 0),
            imports=("", *import_lines(standard), "", *import_lines(imports)),
            typing_imports=tuple(self.typing_imports()),
            constants=constants,
            classes=classes,
        )

    def typing_imports(self) -> list[str]:
        standard = {
            "collections.abc": {"AsyncIterator", "Iterator", "Sequence"} & self.uses,
            "datetime": {"datetime"} & self.uses,
            "typing": {"Unpack"} & self.uses,
        }
        own: dict[str, set[str]] = {**self.models, **self.params}
        own |= {f"{self.package}.resources.{m}": n for m, n in self.children.items()}
        own["wooclient._runtime.batch"] = {"BatchResult", "Progress"} & self.uses
        own["wooclient._runtime.pages"] = {"Page"} & self.uses
        blocks = [import_lines(standard, 4), import_lines(own, 4)]
        return [line for i, block in enumerate(b for b in blocks if b) for line in (*([""] if i else []), *block)]

    # operations

    def constant(self, operation: Operation) -> ConstantView:
        name = self.names.operations[operation.id].constant
        arguments = [
            version_constant(self.api.version),
            literal(operation.id),
            literal(operation.method),
            literal(operation.path),
            self.answer(operation),
        ]
        if operation.answer.shape != "item":
            arguments.append(literal(operation.answer.shape))
        if operation.query:
            where = self.place(self.names.query_home(operation.id), identifier(operation.folder))
            arguments.append(f"query={literal(f'{where}.{self.names.operations[operation.id].params}')}")
        if operation.body is not None:
            arguments.append(f"body={literal(self.body_path(operation.body))}")
        if operation.paging:
            arguments.append(f"paging={literal(operation.paging)}")
        if operation.batch_limit:
            arguments.append(f"batch_limit={literal(operation.batch_limit)}")
        if operation.request_envelope:
            arguments.append(f"request_envelope={literal(operation.request_envelope)}")
        if operation.answer_envelope:
            arguments.append(f"answer_envelope={literal(operation.answer_envelope)}")
        kind = self.result(operation)
        listed = f"list[{kind}]" if operation.answer.shape == "items" else kind
        return ConstantView(name, call(f"{name}: Operation[{listed}] = Operation", arguments, ""))

    def body_path(self, body: Type) -> str:
        """Where the TypedDict of a body, or of its items, is found."""
        one = body.item if isinstance(body, ListOf) else body
        assert isinstance(one, Reference)
        where = self.place(self.names.home(one.name), self.names.modules[one.name])
        return f"{where}.{input_name(self.names, one.name, self.api)}"

    def model_module(self, schema: str) -> str:
        """The module that a model is imported from."""
        return f"{self.names.home(schema)}.models.{self.names.modules[schema]}"

    def place(self, home: str, module: str) -> str:
        """A module as operations name it: with the package before it if that is not this version's."""
        return module if home == self.package else f"{home.removeprefix('wooclient.')}:{module}"

    def answer(self, operation: Operation) -> str:
        """Where the type of an answer is found: `module.Name` among the models, or the name of a plain type."""
        kind = operation.answer.type
        if isinstance(kind, Scalar):
            return literal(self.result(operation))
        if isinstance(kind, Reference):
            where = self.place(self.names.home(kind.name), self.names.modules[kind.name])
        else:
            where = identifier(operation.folder)
        return literal(f"{where}.{self.result(operation)}")

    def result(self, operation: Operation) -> str:
        """The Python type of an answer, or of one item of it."""
        kind = operation.answer.type
        if isinstance(kind, Scalar):
            name = _SCALARS.get(kind.kind, "Any")
            self.uses.add(name)
            return name
        if isinstance(kind, Reference):
            name, module = self.names.schemas[kind.name], self.names.modules[kind.name]
            home = self.names.home(kind.name)
        else:
            name, module, home = answer_alias(operation), identifier(operation.folder), self.package
        self.models.setdefault(f"{home}.models.{module}", set()).add(name)
        return name

    # classes

    def resource(self, resource: Resource, colour: Colour) -> ClassView:
        made = self.names.resources[resource.path]
        children = [r for r in self.api.resources if r.path[:-1] == resource.path]
        methods = [*self.meta(resource, colour), *(m for o in resource.operations for m in self.methods(o, colour))]
        if children:
            self.uses.add("cached_property")
        description = resource.description or f"What the store has under {'.'.join(resource.path)}."
        return ClassView(
            name=f"{colour.prefix}{made.class_name}",
            base=colour.base,
            doc=docstring(description),
            children=tuple(self.child(c, colour) for c in children),
            methods=tuple(methods),
        )

    def child(self, resource: Resource, colour: Colour) -> ChildView:
        made = self.names.resources[resource.path]
        class_name = f"{colour.prefix}{made.class_name}"
        elsewhere = f"from {self.package}.resources.{made.module} import {class_name}"
        if made.module != self.module:
            self.children.setdefault(made.module, set()).add(class_name)
        description = resource.description or f"What the store has under {'.'.join(resource.path)}."
        return ChildView(
            made.attribute, class_name, docstring(description, 8), elsewhere if made.module != self.module else ""
        )

    def methods(self, operation: Operation, colour: Colour) -> list[MethodView]:
        if operation.batch_limit:
            return [self.batch(operation, colour)]
        methods = [self.method(operation, colour)]
        if operation.paging == "pages" and operation.answer.shape == "items":
            methods.insert(1 if operation.verb == "list" else 0, self.walk(operation, colour))
            if operation.verb == "list" and any(f.wire == "modified_after" for f in operation.query):
                methods.append(self.modified(operation, colour))
        if operation.verb == "update" and self.record(operation):
            methods.append(self.save(operation, colour))
        return methods

    def method(self, operation: Operation, colour: Colour) -> MethodView:
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        kind = self.result(operation)
        listed = operation.answer.shape == "items"
        if listed:
            self.uses.add("Page")
        returned = f"Page[{kind}]" if listed else kind
        signature = call(f"{colour.define} {names.method}", arguments, f" -> {returned}:", 4)
        runner = "_page" if listed else "_call"
        statement = call(f"return {colour.wait}self.{runner}", [names.constant, *passed], "", 8)
        return MethodView(signature, docstring(self.doc(operation, colour), 8), statement)

    def walk(self, operation: Operation, colour: Colour) -> MethodView:
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        self.uses.add(colour.iterator)
        name = "iter" if operation.verb == "list" else f"iter_{names.method}"
        signature = call(
            f"def {name}", _with_prefetch(arguments), f" -> {colour.iterator}[{self.result(operation)}]:", 4
        )
        statement = call("return self._walk", [names.constant, *passed, "prefetch=prefetch"], "", 8)
        return MethodView(signature, docstring(self.at_length(_WALK.format(operation.id), colour), 8), statement)

    def modified(self, operation: Operation, colour: Colour) -> MethodView:
        """The walk over what changed since a moment."""
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        self.uses |= {colour.iterator, "datetime"}
        at = arguments.index("/") if "/" in arguments else 1
        taken = [*arguments[:at], "when: datetime | str", "/", arguments[-1]]
        signature = call(
            "def modified_since", _with_prefetch(taken), f" -> {colour.iterator}[{self.result(operation)}]:", 4
        )
        statement = call("return self._modified", [names.constant, "when", *passed, "prefetch=prefetch"], "", 8)
        return MethodView(signature, docstring(self.at_length(_MODIFIED, colour), 8), statement)

    def batch(self, operation: Operation, colour: Colour) -> MethodView:
        """The method for batches of any size."""
        names = self.names.operations[operation.id]
        arguments, passed = self.arguments(operation)
        self.uses |= {"BatchResult", "Progress"}
        taken = [*arguments[:-1], "*", "on_progress: Progress | None = None", arguments[-1]]
        signature = call(f"{colour.define} {names.method}", taken, f" -> BatchResult[{self.outcome(operation)}]:", 4)
        statement = call(
            f"return {colour.wait}self._batch", [names.constant, *passed, "on_progress=on_progress"], "", 8
        )
        doc = self.doc(operation, colour)
        doc = f"{doc}\n\n{_BATCH}" if self.is_told(colour) else doc
        return MethodView(signature, docstring(doc, 8), statement)

    def outcome(self, operation: Operation) -> str:
        """The type of one carried out item of a batch."""
        assert isinstance(operation.answer.type, Reference)
        found: list[str] = []
        for field in self.api.schema(operation.answer.type.name).fields:
            for part in parts(field.type):
                if isinstance(part, Reference) and not any(
                    f.wire == "error" for f in self.api.schema(part.name).fields
                ):
                    name = self.names.schemas[part.name]
                    self.models.setdefault(self.model_module(part.name), set()).add(name)
                    found.append(name)
        return " | ".join(dict.fromkeys(found))

    def record(self, operation: Operation) -> str:
        """The attribute by which a record names itself, if it can be read, changed and saved; else nothing."""
        kind = operation.answer.type
        read = next((o for o in self.api.operations if o.path == operation.path and o.verb == "get"), None)
        if (
            not isinstance(kind, Reference)
            or read is None
            or read.answer != operation.answer
            or not operation.path_parameters
        ):
            return ""
        return (
            self.names.fields[kind.name].get(operation.path_parameters[-1].wire, "")
            if isinstance(operation.body, Reference)
            else ""
        )

    def save(self, operation: Operation, colour: Colour) -> MethodView:
        """The method that sends what was changed in a model."""
        arguments, passed = self.arguments(operation)
        kind, parents = self.result(operation), arguments[1 : arguments.index("/") - 1]
        taken = ["self", *parents, f"record: {kind}", "/"]
        passed = [
            self.names.operations[operation.id].constant,
            "record",
            f"record.{self.record(operation)}",
            *passed[1:-1],
        ]
        signature = call(f"{colour.define} save", taken, f" -> {kind}:", 4)
        return MethodView(
            signature,
            docstring(self.at_length(_SAVE, colour), 8),
            call(f"return {colour.wait}self._save", passed, "", 8),
        )

    def meta(self, resource: Resource, colour: Colour) -> list[MethodView]:
        """The way to the custom fields of one resource, if its records have any that can be set."""
        update = next((o for o in resource.operations if o.verb == "update" and self.record(o)), None)
        if update is None or not isinstance(update.body, Reference):
            return []
        assert isinstance(update.answer.type, Reference)
        fields = [*self.api.schema(update.body.name).fields, *self.api.schema(update.answer.type.name).fields]
        rows = [p.name for f in fields if f.wire == "meta_data" for p in parts(f.type) if isinstance(p, Reference)]
        if len(rows) < 2:
            return []
        row, made = self.names.schemas[rows[-1]], f"{colour.prefix}Meta"
        self.models.setdefault(self.model_module(rows[-1]), set()).add(row)
        self.uses.add(made)
        arguments, passed = self.arguments(update)
        parents = arguments[1 : arguments.index("/") - 1]
        self.uses |= set() if parents else {"cached_property"}
        read = next(o for o in resource.operations if o.path == update.path and o.verb == "get")
        constants = [self.names.operations[o.id].constant for o in (read, update)]
        head = call("def meta", ["self", *parents, *(["/"] if parents else [])], f" -> {made}[{row}]:", 4)
        statement = call(f"return {made}", ["self._client", *constants, *passed[1:-1]], "", 8)
        return [
            MethodView(
                head if parents else f"@cached_property\n    {head}",
                docstring("Custom fields, by their key.", 8),
                statement,
            )
        ]

    def arguments(self, operation: Operation) -> tuple[list[str], list[str]]:
        """The parameters of a method, and what it passes on after the operation."""
        names = self.names.operations[operation.id].arguments
        kinds = ["int" if f.type == Scalar("integer") else "str" for f in operation.path_parameters]
        arguments = ["self", *(f"{n}: {k}" for n, k in zip(names, kinds, strict=True))]
        if isinstance(operation.body, ListOf):
            self.uses.add("Sequence")
            return [*arguments, f"items: Sequence[{self.body(operation.body.item)}]", "/"], ["items", *names]
        arguments += ["/"] if names else []
        if operation.body is not None:
            self.uses.add("Unpack")
            return [*arguments, f"**fields: Unpack[{self.body(operation.body)}]"], ["fields", *names]
        if operation.query:
            self.uses.add("Unpack")
            params = self.names.operations[operation.id].params
            home = self.names.query_home(operation.id)
            self.params.setdefault(f"{home}.params.{identifier(operation.folder)}", set()).add(params)
            return [*arguments, f"**params: Unpack[{params}]"], ["params", *names]
        return arguments, ["{}", *names]

    def body(self, kind: Type) -> str:
        """The TypedDict of a body, or of one item of it."""
        assert isinstance(kind, Reference)
        name = input_name(self.names, kind.name, self.api)
        home = self.names.home(kind.name)
        self.params.setdefault(f"{home}.params.{self.names.modules[kind.name]}", set()).add(name)
        return name

    def is_told(self, colour: Colour) -> bool:
        """Whether docstrings are given in full: once for each method, in the newest version of its row, for sync."""
        return colour is SYNC and self.api.version.endswith("v3")

    def at_length(self, text: str, colour: Colour) -> str:
        """A docstring in full, or its first line where it is told elsewhere."""
        return text if self.is_told(colour) else text.partition("\n")[0]

    def doc(self, operation: Operation, colour: Colour) -> str:
        rest = f"`{operation.method} {self.api.prefix}{operation.path}`"
        if not self.is_told(colour):
            return f"{operation.summary}: {rest}."
        since = f" New in WooCommerce {operation.since}." if operation.since else ""
        return f"{operation.summary}.\n\n{operation.description}{since}\n\n{rest}."


def _with_prefetch(arguments: list[str]) -> list[str]:
    return [*arguments[:-1], "*", "prefetch: int = 0", arguments[-1]]
