"""Files of the whole package, and the doors to older versions."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Reference
from woospec.naming import pascal, version_package
from woospec.views.resources import ChildView, child
from woospec.views.version import RenderedVersion

#: Versions with their titles.
Titles = dict[str, str]


def client_children(version: RenderedVersion, older: Titles) -> tuple[ChildView, ...]:
    """What a client, or the door to a version, has as attributes: top-level resources, and the versions below it."""
    resources = [child(r, version) for r in version.api.resources if len(r.path) == 1]
    return (*resources, *(_door(one, title) for one, title in older.items()))


def _door(version: str, title: str) -> ChildView:
    module = f"{version_package(version)}.api"
    return ChildView(version_attribute(version), version_class(version), "", module, title=title)


def version_class(version: str) -> str:
    """The class through which a version is reached: `V2`, `LegacyV1`."""
    return pascal(version)


def version_attribute(version: str) -> str:
    """The attribute of a client, or of a newer legacy version, under which a version is found."""
    return "legacy" if version == "legacy-v3" else version.rpartition("-")[2]


def older_below(version: str, declared: Titles) -> Titles:
    """The versions that are reached through `version`."""
    tree = {"v3": ("v2", "v1", "legacy-v3"), "legacy-v3": ("legacy-v2", "legacy-v1")}
    return {v: title for v, title in declared.items() if v in tree.get(version, ())}


class TopicView(NamedTuple):
    """The model of the records that webhooks of one topic tell of."""

    topic: str
    module: str
    name: str


#: The resources that WooCommerce has topics for.
_TOPICS = ("coupon", "customer", "order", "product")


def topic_views(version: RenderedVersion) -> list[TopicView]:
    """The models of a version's resources that webhooks tell of."""
    rows: list[TopicView] = []
    for topic in _TOPICS:
        kind = next((o.answer.type for o in version.api.operations if o.id == f"{topic}s.get"), None)
        if isinstance(kind, Reference):
            module = f"{version.package}.models.{version.names.modules[kind.name]}"
            rows.append(TopicView(topic, module, version.names.schemas[kind.name]))
    return rows
