"""What of a flat document has to be judged, when an earlier one of the same version was found valid.

A path is valid for as long as it and all that it refers to stay as they are. So only the others are judged, in a
document that holds nothing else. What concerns several paths at once, such as ids that stand twice, is left to the
house rules, which judge every path.
"""

from __future__ import annotations

import marshal
from typing import Any

from woospec.kinds import members
from woospec.references import References, components_in

Json = dict[str, Any]
#: The kinds of components of which a document may leave out some.
_KINDS = ("schemas", "parameters", "headers", "responses")


def unlike(document: Json, earlier: Json | None) -> Json:
    """Return the document without the paths, and their components, that `earlier` has in the same form."""
    if earlier is None or _exact(_head(document)) != _exact(_head(earlier)):
        return document
    references = References(document)
    changed = {
        f"{kind}/{name}"
        for kind in _KINDS
        for name, part in members(document["components"].get(kind)).items()
        if _exact(part) != _exact(members(earlier["components"].get(kind)).get(name))
    }
    odd = references.leading_to(changed)
    paths = {
        path: item
        for path, item in document["paths"].items()
        if _exact(item) != _exact(earlier["paths"].get(path)) or not odd.isdisjoint(components_in(item))
    }
    needed = references.reached(paths.values())
    components = {
        kind: {n: part for n, part in named.items() if f"{kind}/{n}" in needed} if kind in _KINDS else named
        for kind, named in document["components"].items()
    }
    return {**document, "paths": paths, "components": components}


def _head(document: Json) -> Json:
    others = {kind: named for kind, named in document["components"].items() if kind not in _KINDS}
    return {**document, "paths": None, "components": others}


def _exact(part: Any) -> bytes:
    """Return the bytes that only this value has: to `==`, 1 and true are the same."""
    return marshal.dumps(part, 2)
