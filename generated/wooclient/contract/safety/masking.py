"""Keeps secrets out of reports: the key in use, whatever looks like one, and fields that hold one."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ..._runtime.redaction import redact
from ..._runtime.shapes import is_array, is_object
from ..calls.recording import parsed
from ..described.description import Json

_HIDDEN = "***"
_FIELDS = re.compile(r"secret|password|passwd|token|api_?key|private_?key|consumer_|nonce|license", re.IGNORECASE)
#: What names the value of a row: a setting's `id`, a custom field's `key`. The `type` of a setting may say it as well.
_NAMES, _SECRET_TYPE = ("id", "key"), "password"
#: Where such a row holds its value.
_VALUES = frozenset({"value", "default", "display_value"})
#: A secret that is shorter is hidden only where it stands alone: it may be part of any word.
_SHORT = 8
#: What follows `ck_` or `cs_` is a secret of its own, if it is as long as WooCommerce makes it.
_BARE = 40
#: A text that was cut may end within a secret: this much of its beginning is hidden as well.
_BEGINNING = 12


class Mask:
    """Masks texts and JSON for people, given keys, each followed by its secret, that must never be shown."""

    def __init__(self, *secrets: str) -> None:
        forms = {form for secret in (*secrets, *_headers(secrets)) if secret for form in _forms(secret)}
        words = [*_long(forms), *_short(forms)]
        words += [re.escape(bare) for secret in secrets if len(bare := secret[len("ck_") :]) >= _BARE]
        self._secrets = re.compile("|".join(words), re.IGNORECASE) if words else None

    def text(self, text: str) -> str:
        """`text` without secrets, and without halves of characters, which cannot be written anywhere."""
        if self._secrets is not None:
            text = self._secrets.sub(_HIDDEN, text)
        return redact(text.encode("utf-8", "backslashreplace").decode())

    def short(self, text: str, most: int) -> str:
        """The beginning of `text` without secrets; it is cut last, so that no beginning of a secret shows."""
        return _cut(self.text(text), most)

    def json(self, value: Any, *, hidden: bool = False) -> Any:
        """Parsed JSON without secrets; of fields that are called like one, names and form are kept, and no text."""
        if is_object(value):
            inner = _VALUES if _is_secret_row(value) else ()
            return {
                self.text(name): self.json(child, hidden=hidden or name in inner or bool(_FIELDS.search(name)))
                for name, child in value.items()
            }
        if is_array(value):
            return [self.json(child, hidden=hidden) for child in value]
        if not isinstance(value, str):
            return value
        return _HIDDEN if hidden and value else self.text(value)

    def body(self, body: bytes, most: int) -> str:
        """A body as text of at most so many characters."""
        try:
            text = json.dumps(self.json(parsed(body)), ensure_ascii=False, indent=1)
        except ValueError:
            text = self.text(body.decode("utf-8", "replace"))
        return _cut(text, most)


def _is_secret_row(row: Json) -> bool:
    """Whether a row that holds one value says that it is a secret."""
    return row.get("type") == _SECRET_TYPE or any(_FIELDS.search(str(row.get(name, ""))) for name in _NAMES)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}… ({len(text)} characters in all)"


def _headers(secrets: tuple[str, ...]) -> Iterator[str]:
    """What the header of a request holds instead of key and secret."""
    for key, secret in zip(secrets[::2], secrets[1::2], strict=False):
        if key and secret:
            yield base64.b64encode(f"{key}:{secret}".encode()).decode().rstrip("=")


def _forms(secret: str) -> set[str]:
    """The ways in which addresses and JSON write a secret."""
    return {secret, quote(secret, safe=""), quote(secret, safe="/"), secret.replace("/", "\\/")}


def _short(forms: set[str]) -> list[str]:
    """A pattern for each short secret, the longest first."""
    found = sorted((form for form in forms if len(form) < _SHORT), key=len, reverse=True)
    return [rf"(?<!\w){re.escape(form)}(?!\w)" for form in found]


def _long(forms: set[str]) -> list[str]:
    """A pattern for each beginning of long secrets, the longest first, with as much of the rest as follows it."""
    rests: dict[str, list[str]] = {}
    for form in forms:
        if len(form) >= _SHORT:
            rests.setdefault(form[:_BEGINNING], []).append(form[_BEGINNING:])
    return [re.escape(beginning) + _as_far(rests[beginning]) for beginning in sorted(rests, key=len, reverse=True)]


def _as_far(texts: list[str]) -> str:
    """A pattern for the longest beginning of any of some texts: secrets of one user begin alike."""
    after: dict[str, list[str]] = {}
    for text in filter(None, texts):
        after.setdefault(text[0], []).append(text[1:])
    ways = "|".join(re.escape(char) + _as_far(rest) for char, rest in after.items())
    return f"(?:{ways})?" if ways else ""
