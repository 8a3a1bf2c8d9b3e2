"""Resource classes and the operations that they carry out: one module a resource folder."""

from __future__ import annotations

from typing import NamedTuple

from woospec.families import Version
from woospec.model import NotKept, Resource
from woospec.views.methods import MetaView, Operations, OperationView
from woospec.views.version import RenderedVersion


class ChildView(NamedTuple):
    """What a client, a version or a resource has as an attribute: its class, without a mode's prefix.

    `door_to` is set instead of a description where it is another version.
    """

    attribute: str
    class_name: str
    description: str
    module: str
    path: str = ""
    door_to: Version | None = None


class ResourceView(NamedTuple):
    """One resource: a class in each mode."""

    class_name: str
    path: str
    description: str
    children: tuple[ChildView, ...]
    meta: MetaView | None
    operations: tuple[OperationView, ...]


class ResourcesView(NamedTuple):
    """One module of resource classes."""

    module: str
    name: str
    resources: tuple[ResourceView, ...]

    @property
    def not_kept(self) -> dict[tuple[tuple[str, NotKept], ...], str]:
        """What stores may not keep of requests, and the constant that says so: one for all operations with the same."""
        found = dict.fromkeys(o.not_kept for r in self.resources for o in r.operations if o.not_kept)
        return {fields: f"_NOT_KEPT_{i}" if i else "_NOT_KEPT" for i, fields in enumerate(found)}


def resources_views(version: RenderedVersion) -> list[ResourcesView]:
    """The modules of resource classes of one version."""
    modules: dict[str, list[ResourceView]] = {}
    operations = Operations(version)
    for resource in version.api.resources:
        module = version.names.resources[resource.path].module
        modules.setdefault(module, []).append(_resource(resource, version, operations))
    return [
        ResourcesView(f"{version.package}.resources.{name}", name, tuple(found))
        for name, found in sorted(modules.items())
    ]


def _resource(resource: Resource, version: RenderedVersion, operations: Operations) -> ResourceView:
    return ResourceView(
        class_name=version.names.resources[resource.path].class_name,
        path=".".join(resource.path),
        description=resource.description,
        children=tuple(child(c, version) for c in version.api.children.get(resource.path, [])),
        meta=operations.meta(resource),
        operations=tuple(operations.of(o) for o in resource.operations),
    )


def child(resource: Resource, version: RenderedVersion) -> ChildView:
    """A resource as an attribute of what it stands below."""
    made = version.names.resources[resource.path]
    module = f"{version.package}.resources.{made.module}"
    return ChildView(made.attribute, made.class_name, resource.description, module, ".".join(resource.path))
