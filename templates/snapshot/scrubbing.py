"""Texts that a shop shows to everybody: they stay, without addresses and numbers of people in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from wooclient.mock.kinds import is_list, is_map

from .inventing import Inventor

#: Where the store of a snapshot is.
STORE = "https://store.example"
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_IP = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)")
_PHONE = re.compile(r"(?<![\w#/=-])\+\d[\d\s().-]{6,}\d(?![\w-])")
#: An account number as banks write it.
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b")


class Scrubber:
    """Looks through public texts."""

    def __init__(self, inventor: Inventor, own_url: str, kept: Iterable[str]) -> None:
        self.inventor = inventor
        self.counts: Counter[str] = Counter()
        self._kept = frozenset(kept)
        parts = urlsplit(own_url)
        base = re.escape(parts.netloc + parts.path.rstrip("/"))
        self._own = re.compile(rf"(?:https?:)?//(?:www\.)?{base.removeprefix('www[.]')}(?![\w.-])", re.IGNORECASE)
        self._host = re.compile(rf"(?<![\w.-]){re.escape(parts.netloc)}(?![\w.-])", re.IGNORECASE)

    def moved(self, value: Any) -> Any:
        """A value whose addresses of the store itself lead to the mock store."""
        if isinstance(value, str):
            return self._host.sub("store.example", self._own.sub(STORE, value))
        if is_list(value):
            return [self.moved(item) for item in value]
        if is_map(value):
            return {name: self.moved(inner) for name, inner in value.items()}
        return value

    def scrubbed(self, value: str) -> str:
        """A text without what is somebody's: email addresses, IP addresses, phone and account numbers."""
        text = self.moved(value)
        for pattern, category, make in (
            (_EMAIL, "emails", self.inventor.email),
            (_IP, "ips", self.inventor.ip),
            (_PHONE, "phones", self.inventor.phone),
            (_ACCOUNT, "tokens", self.inventor.token),
        ):
            if category not in self._kept:
                text, found = pattern.subn(lambda match, make=make: make(match[0]), text)  # type: ignore[misc]
                self.counts[category] += found
        return str(text)
