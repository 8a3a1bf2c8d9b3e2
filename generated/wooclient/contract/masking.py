"""Keeps secrets out of reports: the key in use, whatever looks like one, and fields that hold one."""

from __future__ import annotations

import json
import re
from typing import Any

from .._runtime.redaction import redact
from .._runtime.shapes import is_array, is_object

_HIDDEN = "***"
_FIELDS = re.compile(r"secret|password|passwd|token|api_?key|private_?key|consumer_|nonce|license", re.IGNORECASE)


class Mask:
    """Masks texts and JSON for people, given the secrets that must never be shown."""

    def __init__(self, *secrets: str) -> None:
        self._secrets = [secret for secret in secrets if secret]

    def text(self, text: str) -> str:
        """`text` without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return redact(text)

    def json(self, value: Any) -> Any:
        """Parsed JSON without secrets; fields that are called like one keep their name only."""
        if is_object(value):
            return {self.text(name): self._field(name, child) for name, child in value.items()}
        if is_array(value):
            return [self.json(child) for child in value]
        return self.text(value) if isinstance(value, str) else value

    def body(self, body: bytes, most: int) -> str:
        """A body as text of at most so many characters."""
        try:
            text = json.dumps(self.json(json.loads(body)), ensure_ascii=False, indent=1)
        except ValueError:
            text = self.text(body.decode("utf-8", "replace"))
        return text if len(text) <= most else f"{text[:most]}… ({len(text)} characters in all)"

    def _field(self, name: str, value: Any) -> Any:
        hidden = isinstance(value, str) and value and _FIELDS.search(name)
        return _HIDDEN if hidden else self.json(value)
