"""JSON, quickly: pydantic's writer and reader, and Python's own for the few texts that those refuse."""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import from_json, to_json


def written(value: Any) -> bytes:
    """A value as JSON; half a surrogate pair, which is no text, becomes `?`."""
    try:
        return to_json(value)
    except ValueError:  # too deep, or no text
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def read(text: str | bytes) -> Any:
    """The value that `written` made a text of."""
    try:
        return from_json(text, allow_inf_nan=True)
    except ValueError:  # too deep
        return json.loads(text)
