"""Which module of the client the parts of an overlay go to: as if they stood in a folder of the spec."""

from __future__ import annotations

import posixpath

from woospec.flat import operations_of
from woospec.kinds import members
from woospec.naming import snake
from woospec.overlays.ground import Ground, schema_place
from woospec.pointers import escape
from woospec.references import References

_COMMON = "common"


def place(ground: Ground) -> None:
    """Give each part that an overlay wrote a path in the spec, by the resource that it is of."""
    origins = ground.application.origins
    known = {_folder(ground, f"/paths/{escape(p)}/{m}") for p, m, _ in operations_of(ground.base.document)}
    references = References(ground.document)
    for name, files in _users(ground, references).items():
        folder = posixpath.dirname(files[0])
        # In the file of one of several it could be needed back by what another one is needed by.
        _schema(ground, f"schemas/{name}", files[0] if len(files) == 1 else f"{folder}/{snake(name)}.yaml")
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
            _schema(ground, name, f"{'' if folder == _COMMON else 'resources/'}{folder}/schemas.yaml")
    for at, node in origins.items():
        if not node.file.shown:
            ground.move(at, node, f"{_COMMON}/{'parameters' if '/parameters/' in at else 'schemas'}.yaml")


def _users(ground: Ground, references: References) -> dict[str, list[str]]:
    """The schemas that overlays brought, with the files of those of the description that are made of them."""
    found: dict[str, list[str]] = {}
    for name in ground.changed_schemas():
        file = ground.base.origins.get(schema_place(name))
        path = file.file.path if file is not None else f"{_COMMON}/schemas.yaml"
        pending = [f"schemas/{name}"]
        while pending:
            for inner in references.components[pending.pop()]:
                files = found.setdefault(inner.removeprefix("schemas/"), [])
                if _is_new(ground, inner) and path not in files:
                    files.append(path)
                    pending.append(inner)
    return {name: files for name, files in found.items() if files}


def _is_new(ground: Ground, name: str) -> bool:
    known = ground.base.document["components"]["schemas"]
    return name.startswith("schemas/") and name.removeprefix("schemas/") not in known


def _schema(ground: Ground, name: str, path: str) -> None:
    kind, _, name = name.partition("/")
    node = ground.application.origins.get(schema_place(name)) if kind == "schemas" else None
    if node is None and kind == "schemas" and name not in members(ground.base.document["components"]["schemas"]):
        node = ground.written(schema_place(name))
    if node is not None and not node.file.shown:
        ground.move(schema_place(name), node, path)


def _folder(ground: Ground, at: str) -> str:
    """The folder of the spec that a part of the description is in."""
    found = ground.base.origin(at)
    parts = found[0].file.path.split("/") if found is not None else []
    return parts[-2] if "resources" in parts else _COMMON
