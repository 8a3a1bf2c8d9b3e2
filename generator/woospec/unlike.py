"""What of a flat document has to be judged, when an earlier one of the same version was found valid.

A path is valid for as long as it and all that it refers to stay as they are. So only the others are judged, in a
document that holds nothing else. What concerns several paths at once, such as ids that stand twice, is left to the
house rules, which judge every path.
"""

from __future__ import annotations

import marshal
from typing import Any

from woospec.inputs import digest
from woospec.kinds import members
from woospec.references import References, components_in

Json = dict[str, Any]
#: A digest of each path and component of a document, and of all else under an empty name.
Marks = dict[str, str]
#: The kinds of components of which a document may leave out some.
_KINDS = ("schemas", "parameters", "headers", "responses")


def marks(document: Json) -> Marks:
    """Return the digests of the parts of a document."""
    components: Json = document["components"]
    others = {kind: named for kind, named in components.items() if kind not in _KINDS}
    parts = {"": {**document, "paths": None, "components": others}}
    parts |= {f"paths/{path}": item for path, item in document["paths"].items()}
    parts |= {f"{kind}/{n}": part for kind in _KINDS for n, part in members(components.get(kind)).items()}
    # Bytes that only this value has: to `==`, 1 and true are the same.
    return {name: digest(marshal.dumps(part, 2)) for name, part in parts.items()}


def unlike(references: References, made: Marks, earlier: Marks | None) -> Json:
    """Return a document, whose marks are `made`, without the paths and components that were the same `earlier`."""
    document = references.document
    if earlier is None or made[""] != earlier[""]:
        return document
    changed = {name for name, mark in made.items() if mark != earlier.get(name)}
    odd = references.leading_to(changed)
    paths = {
        path: item
        for path, item in document["paths"].items()
        if f"paths/{path}" in changed or not odd.isdisjoint(components_in(item))
    }
    needed = references.reached(paths.values())
    components = {
        kind: {n: part for n, part in named.items() if f"{kind}/{n}" in needed} if kind in _KINDS else named
        for kind, named in document["components"].items()
    }
    return {**document, "paths": paths, "components": components}
