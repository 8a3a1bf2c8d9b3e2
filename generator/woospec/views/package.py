"""Files of the whole package, and the doors to older versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from woospec.families import Version
from woospec.model import Reference
from woospec.naming import pascal, version_door, version_package
from woospec.views.resources import ChildView, child
from woospec.views.version import RenderedVersion


def client_children(version: RenderedVersion, below: Iterable[Version]) -> tuple[ChildView, ...]:
    """What a client, or the door to a version, has as attributes: top-level resources, and the versions below it."""
    resources = [child(r, version) for r in version.api.resources if len(r.path) == 1]
    return (*resources, *(_door(one) for one in below))


def _door(version: Version) -> ChildView:
    module = f"{version_package(version.name)}.api"
    return ChildView(version_door(version)[-1], version_class(version.name), "", module, door_to=version)


def version_class(version: str) -> str:
    """The class through which a version is reached."""
    return pascal(version)


def below(version: Version, declared: Iterable[Version]) -> list[Version]:
    """The versions that are reached through `version`."""
    return [v for v in declared if v.door and v.door[:-1] == version.door]


class TopicView(NamedTuple):
    """The model of the records that webhooks of one topic tell of."""

    topic: str
    module: str
    name: str


#: The resources that WooCommerce has topics for.
_TOPICS = ("coupon", "customer", "order", "product")


def is_wrapping(version: RenderedVersion) -> bool:
    """Whether a version puts records below the name of their resource."""
    reads = {o.id: o for o in version.api.operations}
    return any(f"{t}s.get" in reads and reads[f"{t}s.get"].answer_envelope == t for t in _TOPICS)


def topic_views(version: RenderedVersion) -> list[TopicView]:
    """The models of a version's resources that webhooks tell of."""
    rows: list[TopicView] = []
    for topic in _TOPICS:
        kind = next((o.answer.type for o in version.api.operations if o.id == f"{topic}s.get"), None)
        if isinstance(kind, Reference):
            module = f"{version.package}.models.{version.names.modules[kind.name]}"
            rows.append(TopicView(topic, module, version.names.schemas[kind.name]))
    return rows
