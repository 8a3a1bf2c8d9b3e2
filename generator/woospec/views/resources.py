"""Resource classes, sync and async, and the operations they carry out: one module a resource folder."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Api, ListOf, Operation, Reference, Resource, Scalar, Type
from woospec.naming import Names, condition_constant, identifier, input_name, version_constant
from woospec.text import call, docstring, literal
from woospec.views.imports import import_lines
from woospec.views.methods import ASYNC, SYNC, Colour, Methods, MethodView
from woospec.views.references import References


class ConstantView(NamedTuple):
    """One operation as a constant."""

    name: str
    text: str


class ChildView(NamedTuple):
    """A nested resource; `import_line` is empty if it stands in the same module."""

    attribute: str
    class_name: str
    doc: str
    import_line: str


class ClassView(NamedTuple):
    """One resource class, in one of its two colours."""

    name: str
    base: str
    doc: str
    children: tuple[ChildView, ...]
    methods: tuple[MethodView, ...]


class ResourcesView(NamedTuple):
    """One module of resource classes."""

    module: str
    doc: str
    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    constants: tuple[ConstantView, ...]
    classes: tuple[ClassView, ...]


def resources_views(api: Api, names: Names, package: str) -> list[ResourcesView]:
    """The modules of resource classes of one version."""
    modules: dict[str, list[Resource]] = {}
    for resource in api.resources:
        modules.setdefault(names.resources[resource.path].module, []).append(resource)
    return [_Module(api, names, package, module, resources).view() for module, resources in sorted(modules.items())]


class _Module:
    def __init__(self, api: Api, names: Names, package: str, module: str, resources: list[Resource]) -> None:
        self.api, self.names, self.package, self.module, self.resources = api, names, package, module, resources
        self.references = References(api, names, package)
        self.uses = self.references.uses
        self.children: dict[str, set[str]] = {}

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
            needed = {condition_constant(o.needs.name) for o in operations if o.needs is not None}
            imports[f"{self.package}._version"] = {version_constant(self.api.about), *needed}
        typing = {"TYPE_CHECKING"} | ({"Any", "overload"} & self.uses)
        standard = {"functools": {"cached_property"} & self.uses, "typing": typing}
        # Pydantic brings the package along; what marks methods for type checkers came to Python itself with 3.13.
        marks = {"typing_extensions": {"deprecated"} & self.uses}
        return ResourcesView(
            module=self.module,
            doc=docstring(f"{self.module.replace('_', ' ').capitalize()} of {self.api.title}.", 0),
            imports=tuple(
                line
                for lines in (standard, marks, imports)
                if any(lines.values())
                for line in ("", *import_lines(lines))
            ),
            typing_imports=tuple(self.typing_imports()),
            constants=constants,
            classes=classes,
        )

    def typing_imports(self) -> list[str]:
        standard = {
            "collections.abc": {"AsyncIterator", "Iterable", "Iterator", "Sequence"} & self.uses,
            "datetime": {"datetime"} & self.uses,
            "typing": {"Unpack"} & self.uses,
        }
        own: dict[str, set[str]] = {**self.references.models, **self.references.params}
        own |= {f"{self.package}.resources.{m}": n for m, n in self.children.items()}
        own["wooclient._runtime.batch"] = {"BatchResult", "OnOutcome", "Progress"} & self.uses
        own["wooclient._runtime.lookup"] = {"Found"} & self.uses
        own["wooclient._runtime.pages"] = {"Page"} & self.uses
        blocks = [import_lines(standard, 4), import_lines(own, 4)]
        return [line for i, block in enumerate(b for b in blocks if b) for line in (*([""] if i else []), *block)]

    # operations

    def constant(self, operation: Operation) -> ConstantView:
        name = self.names.operations[operation.id].constant
        arguments = [
            version_constant(self.api.about),
            literal(operation.id),
            literal(operation.method),
            literal(operation.path),
            self.answer(operation),
        ]
        if operation.answer.shape != "item":
            arguments.append(literal(operation.answer.shape))
        if operation.query:
            where = self.references.place(self.names.query_home(operation.id), identifier(operation.folder))
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
        if parent := self.parent(operation):
            arguments.append(f"parent={literal(parent)}")
        if operation.needs is not None:
            arguments.append(f"needs={condition_constant(operation.needs.name)}")
        kind = self.references.result(operation)
        listed = f"list[{kind}]" if operation.answer.shape == "items" else kind
        return ConstantView(name, call(f"{name}: Operation[{listed}] = Operation", arguments, ""))

    def parent(self, operation: Operation) -> str:
        """The field of a record below another by which `save` finds that one; empty if answers do not tell."""
        kind = operation.answer.type
        if operation.verb != "update" or len(operation.path_parameters) != 2 or not isinstance(kind, Reference):
            return ""
        return next((f.wire for f in self.api.schema(kind.name).fields if f.parent), "")

    def body_path(self, body: Type) -> str:
        """Where the TypedDict of a body, or of its items, is found."""
        one = body.item if isinstance(body, ListOf) else body
        assert isinstance(one, Reference)
        where = self.references.place(self.names.home(one.name), self.names.modules[one.name])
        return f"{where}.{input_name(self.names, one.name, self.api)}"

    def answer(self, operation: Operation) -> str:
        """Where the type of an answer is found: `module.Name` among the models, or the name of a plain type."""
        kind = operation.answer.type
        if isinstance(kind, Scalar):
            return literal(self.references.result(operation))
        if isinstance(kind, Reference):
            where = self.references.place(self.names.home(kind.name), self.names.modules[kind.name])
        else:
            where = identifier(operation.folder)
        return literal(f"{where}.{self.references.result(operation)}")

    # classes

    def resource(self, resource: Resource, colour: Colour) -> ClassView:
        made = self.names.resources[resource.path]
        children = self.api.children.get(resource.path, [])
        write = Methods(self.references, colour)
        methods = [*write.meta(resource), *(m for o in resource.operations for m in write.of(o))]
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
