"""One version as views see it: its representation, its names, and where each name is found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from woospec.annotate import Annotator
from woospec.model import Api, Operation, Schema
from woospec.naming import Names, answer_alias, condition_constant, input_name, module_name, version_constant


@dataclass(frozen=True)
class RenderedVersion:
    """One version of the API with its Python names."""

    api: Api
    names: Names
    #: Whether annotations have the marks that the runtime reads; people read them more easily without.
    marks: bool = True

    @property
    def package(self) -> str:
        """The package that holds this version."""
        return self.names.package

    @cached_property
    def annotator(self) -> Annotator:
        """Writes types as annotations."""
        return Annotator(self.api, self.names, marks=self.marks)

    def modules(
        self, schemas: Iterable[Schema], operations: Iterable[Operation]
    ) -> list[tuple[str, list[Schema], list[Operation]]]:
        """Some schemas and operations by the modules that they are for, in order of name."""
        found: dict[str, tuple[list[Schema], list[Operation]]] = {}
        for schema in schemas:
            found.setdefault(self.names.modules[schema.name], ([], []))[0].append(schema)
        for operation in operations:
            found.setdefault(module_name(operation.folder), ([], []))[1].append(operation)
        return [(name, *both) for name, both in sorted(found.items())]

    @property
    def in_full(self) -> bool:
        """Whether docstrings are given in full: once for each method, in the newest version of its family."""
        return self.api.about.newest

    @property
    def constant(self) -> str:
        """The constant that stands for this version."""
        return version_constant(self.api.about)

    @cached_property
    def constants(self) -> dict[str, str]:
        """The module of the constants that stand for this version, and for what a store must be like."""
        conditions = (condition_constant(o.needs.name) for o in self.api.operations if o.needs is not None)
        return dict.fromkeys([self.constant, *conditions], f"{self.package}._version")

    @cached_property
    def types(self) -> dict[str, str]:
        """The module of every class and alias that the version makes."""
        names, package = self.names, self.package
        found = dict.fromkeys(names.enums.values(), f"{package}.enums")
        for schema in self.api.schemas:
            module = names.modules[schema.name]
            if schema.read:
                found[names.schemas[schema.name]] = f"{package}.models.{module}"
            if schema.written:
                found[input_name(names, schema.name, self.api)] = f"{package}.params.{module}"
        for operation in self.api.operations:
            found |= self._of(operation)
        for resource in names.resources.values():
            for prefix in ("", "Async"):
                found[f"{prefix}{resource.class_name}"] = f"{package}.resources.{resource.module}"
        return found

    def _of(self, operation: Operation) -> dict[str, str]:
        """The names that come with one operation."""
        module = module_name(operation.folder)
        found = {self.names.operations[operation.id].params: f"{self.package}.params.{module}"}
        if alias := answer_alias(operation):
            found[alias] = f"{self.package}.models.{module}"
        return found
