"""What the steps after applying share: the document in work, and where each part of it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from woospec.flat import operations_of
from woospec.kinds import elements, is_map, members
from woospec.load import Node, view
from woospec.overlays.applying import Application
from woospec.pointers import SCHEMAS, escape, nearest_change, unescape
from woospec.problems import Problems
from woospec.select import Bundle

Json = dict[str, Any]
_PATH = re.compile(r"/paths/([^/]+)/([a-z]+)\Z")


@dataclass
class Ground:
    """A document that overlays were applied to, the bundle that it was before, and what the root of its family says."""

    application: Application
    base: Bundle
    root: Json
    problems: Problems
    #: The titles of the overlays by file.
    titles: dict[str, str]

    @property
    def document(self) -> Json:
        """The document as it is now."""
        return self.application.document

    @property
    def schemas(self) -> Json:
        """Its schemas by name."""
        found: Json = self.document["components"]["schemas"]
        return found

    def written(self, place: str) -> Node | None:
        """Where an overlay wrote the part at a pointer, as one node with all below it."""
        while place:
            node = self.application.origins.get(place)
            if node is not None:
                return node
            place = place.rpartition("/")[0]
        return None

    def spot(self, place: str) -> Node:
        """Where the part at a pointer is written, in an overlay or in the spec, or what changed it; for reports."""
        head = place
        while head:
            if head in self.application.origins:
                node = self.application.origins[head]
                return Node(None, node.file, node.pointer + place[len(head) :])
            head = head.rpartition("/")[0]
        found = self.base.origin(place)
        change = nearest_change(self.application.changes, place)
        if change is not None:
            return Node(None, view(change, found[0].file.path if found else change.file.path).file, change.pointer)
        if found is None:
            return self.base.origins["/info"]
        return Node(None, found[0].file, found[0].pointer + found[1])

    def added_operations(self) -> Iterator[tuple[str, str, Json]]:
        """Path, method and path item of every operation that an overlay wrote."""
        for path, method, item in operations_of(self.document):
            if self.written(f"/paths/{escape(path)}/{method}") is not None:
                yield path, method, item

    def changed_operations(self) -> Iterator[tuple[str, str, Json]]:
        """The same of every operation that an overlay wrote, wrote into or took something out of."""
        for path, method, item in operations_of(self.document):
            if self.is_changed(f"/paths/{escape(path)}/{method}"):
                yield path, method, item

    def is_changed(self, place: str) -> bool:
        """Whether an overlay wrote the part at a pointer, wrote into it or took something out of it."""
        inside = f"{place}/"
        return self.written(place) is not None or any(one.startswith(inside) for one in self.application.changes)

    def added_schemas(self) -> list[str]:
        """The names of the schemas that overlays wrote, in whole."""
        return [name for name in self.schemas if self.written(schema_place(name)) is not None]

    def changed_schemas(self) -> list[str]:
        """The names of the schemas of the description in which overlays wrote something."""
        heads = {place.split("/")[3] for place in self.application.origins if place.startswith("/components/schemas/")}
        return [n for head in heads if (n := unescape(head)) in self.base.document["components"]["schemas"]]

    def title(self, node: Node) -> str:
        """The title of the overlay that a node is of."""
        return self.titles.get(node.file.shown or node.file.path, "")

    def move(self, place: str, node: Node, path: str) -> None:
        """Say that a part was written by an overlay, as if that stood at `path` of the spec."""
        self.application.origins[place] = view(node, path)


def schema_place(name: str) -> str:
    """The pointer of a schema."""
    return f"/components/schemas/{escape(name)}"


def referred(schema: Any) -> str:
    """The name of the schema that a part refers to; empty if it does not."""
    ref = members(schema).get("$ref")
    return unescape(ref.removeprefix(SCHEMAS)) if isinstance(ref, str) and ref.startswith(SCHEMAS) else ""


def reference(name: str) -> Json:
    """A reference to a schema."""
    return {"$ref": f"{SCHEMAS}{escape(name)}"}


def written_parameters(ground: Ground) -> Iterator[tuple[Json, str]]:
    """Every parameter that an overlay wrote out, and its pointer."""
    return ((p, place) for p, place in changed_parameters(ground) if ground.written(place) is not None)


def changed_parameters(ground: Ground) -> Iterator[tuple[Json, str]]:
    """Every parameter, written out, that an overlay wrote or changed, and its pointer."""
    listed = [
        (p, f"/components/parameters/{escape(n)}") for n, p in ground.document["components"]["parameters"].items()
    ]
    for path, item in ground.document["paths"].items():
        at = f"/paths/{escape(path)}"
        for owner, here in [(item, at), *((o, f"{at}/{m}") for m, o in item.items() if is_map(o))]:
            listed += [(p, f"{here}/parameters/{i}") for i, p in enumerate(elements(owner.get("parameters")))]
    return ((p, place) for p, place in listed if "$ref" not in p and ground.is_changed(place))
