"""JSON pointers: how keys stand in them, and where a flat document has its schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

Part = TypeVar("Part")
#: How many tokens name an operation or a component.
_WHOLE = 3
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def escape(token: str) -> str:
    """A key as one token of a JSON pointer."""
    if "/" not in token and "~" not in token:
        return token
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """One token of a JSON pointer as a key."""
    return token.replace("~1", "/").replace("~0", "~")


#: Where a flat document has its schemas, before their names.
SCHEMAS = "#/components/schemas/"


def schema_name(reference: str) -> str:
    """The schema of a flat document that a reference leads to, by its name."""
    return unescape(reference.removeprefix(SCHEMAS))


def is_index(token: str) -> bool:
    """Whether a token of a JSON pointer counts items: plain digits, of no more than any list has, without a 0 ahead."""
    return _INDEX.fullmatch(token) is not None


def nearest_change(changes: Mapping[str, Part], pointer: str) -> Part | None:
    """Return what was changed at a pointer of a flat document, in that part, or in the nearest one around it.

    Nothing beyond the operation, the parameters of the path, or the component is near.
    """
    tokens = pointer.split("/")
    heads = ["/".join(tokens[:size]) for size in range(len(tokens), _WHOLE, -1)]
    for head in (*heads, "/".join([*tokens[:_WHOLE], "parameters"])):
        for place, found in changes.items():
            if place == head or place.startswith(f"{head}/"):
                return found
    return None
