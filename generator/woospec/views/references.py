"""What a module of resource classes refers to: models, parameters and the runtime, noted as they are used."""

from __future__ import annotations

from woospec.model import Api, Operation, Reference, Scalar, Type
from woospec.naming import Names, identifier, input_name
from woospec.views.models import answer_alias

_SCALARS = {"any": "Any", "string": "str", "integer": "int", "boolean": "bool"}


class References:
    """Gives the Python names of types, and remembers what has to be imported for them."""

    def __init__(self, api: Api, names: Names, package: str) -> None:
        self.api, self.names, self.package = api, names, package
        #: Names by module.
        self.models: dict[str, set[str]] = {}
        self.params: dict[str, set[str]] = {}
        #: Names of the standard library and the runtime.
        self.uses: set[str] = set()

    def place(self, home: str, module: str) -> str:
        """A module as operations name it: with the package before it if that is not this version's."""
        return module if home == self.package else f"{home.removeprefix('wooclient.')}:{module}"

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

    def model(self, schema: str) -> str:
        """The model of a schema."""
        name = self.names.schemas[schema]
        self.models.setdefault(f"{self.names.home(schema)}.models.{self.names.modules[schema]}", set()).add(name)
        return name

    def body(self, kind: Type) -> str:
        """The TypedDict of a body, or of one item of it."""
        assert isinstance(kind, Reference)
        name = input_name(self.names, kind.name, self.api)
        home = self.names.home(kind.name)
        self.params.setdefault(f"{home}.params.{self.names.modules[kind.name]}", set()).add(name)
        return name

    def query(self, operation: Operation) -> str:
        """The TypedDict of an operation's query."""
        name, home = self.names.operations[operation.id].params, self.names.query_home(operation.id)
        self.params.setdefault(f"{home}.params.{identifier(operation.folder)}", set()).add(name)
        return name
