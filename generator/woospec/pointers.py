"""JSON pointers: how keys stand in them, and where a flat document has its schemas."""

from __future__ import annotations

import re

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
