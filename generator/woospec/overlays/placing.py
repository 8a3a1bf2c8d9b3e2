"""Which module of the client the parts of an overlay go to: as if they stood in a folder of the spec."""

from __future__ import annotations

import posixpath

from woospec.flat import operations_of
from woospec.kinds import members
from woospec.overlays.ground import Ground, schema_place
from woospec.pointers import escape
from woospec.references import References

_COMMON = "common"


def place(ground: Ground) -> None:
    """Give each part that an overlay wrote a path in the spec, by the resource that it is of."""
    origins = ground.application.origins
    known = {_folder(ground, f"/paths/{escape(p)}/{m}") for p, m, _ in operations_of(ground.base.document)}
    references = References(ground.document)
    for path, method, item in operations_of(ground.document):
        at = f"/paths/{escape(path)}/{method}"
        node = ground.written(at)
        if node is None:
            folder = _folder(ground, at)
        else:
            words = item[method]["operationId"].split(".")[:-1]
            folder = words[0] if words[0] not in known else "_".join(words)
            here = ground.spot(at)
            ground.move(at, here._replace(value=node.value), f"resources/{folder}/paths.yaml")
        for name in sorted(references.reached([item[method], item.get("parameters")])):
            _schema(ground, name, folder)
    for name in ground.changed_schemas():
        file = ground.base.origins.get(schema_place(name))
        folder = posixpath.dirname(file.file.path) if file is not None else _COMMON
        for inner in sorted(references.reached([ground.schemas.get(name)])):
            _schema(ground, inner, folder.removeprefix("resources/"))
    for at, node in origins.items():
        if not node.file.shown:
            ground.move(at, node, f"{_COMMON}/{'parameters' if '/parameters/' in at else 'schemas'}.yaml")


def _schema(ground: Ground, name: str, folder: str) -> None:
    kind, _, name = name.partition("/")
    node = ground.application.origins.get(schema_place(name)) if kind == "schemas" else None
    if node is None and kind == "schemas" and name not in members(ground.base.document["components"]["schemas"]):
        node = ground.written(schema_place(name))
    if node is not None and not node.file.shown:
        path = f"{_COMMON}/schemas.yaml" if folder == _COMMON else f"resources/{folder}/schemas.yaml"
        ground.move(schema_place(name), node, path)


def _folder(ground: Ground, at: str) -> str:
    """The folder of the spec that a part of the description is in."""
    found = ground.base.origin(at)
    parts = found[0].file.path.split("/") if found is not None else []
    return parts[-2] if "resources" in parts else _COMMON
