"""How far the reading of one list of one store has come, in the state that dlt keeps."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Progress:
    """What the next run goes on from.

    Attributes:
        cursor: The last change that the store told, in UTC; empty if it was not read yet, or cannot tell.
        known: The keys of the records that the table holds.
    """

    cursor: str = ""
    known: set[Any] = field(default_factory=set[Any])

    @classmethod
    def of(cls, kept: dict[str, str] | None) -> Progress:
        """What an earlier run kept."""
        if not kept:
            return cls()
        return cls(kept["cursor"], set(json.loads(zlib.decompress(b64decode(kept["known"])))))

    def kept(self) -> dict[str, str]:
        """As little text as possible, as dlt writes it with every load: packed keys."""
        text = json.dumps(sorted(self.known), separators=(",", ":"))
        return {"cursor": self.cursor, "known": b64encode(zlib.compress(text.encode(), 9)).decode()}
