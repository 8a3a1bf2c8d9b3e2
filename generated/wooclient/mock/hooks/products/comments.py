"""Texts of reviews, as WordPress keeps comments: links are marked, and a change cleans what is there."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ... import kses, text

_LINK = re.compile(r"<a (.+?)>", re.IGNORECASE | re.DOTALL)
_SLASHED = re.compile(r"(['\"\\])")


def sent(said: str) -> str:
    """What a change asks for: WordPress cleans it, for which it wants slashes, and keeps those that come of it."""
    return _SLASHED.sub(r"\\\1", kses.cleaned(text.unslashed(said)))


def changed(said: str, home: str) -> str:
    """The text of a review that is written again, whatever changes: nobody is known to have written it."""
    return new(kses.cleaned(said, kses.DATA), home)


def new(said: str, home: str) -> str:
    """The text of a new review of the store at `home`: search engines are told that a visitor made its links."""
    host = urlsplit(home).hostname
    return _LINK.sub(lambda link: _marked(link[1], host), said)


def _marked(inside: str, host: str | None) -> str:
    found = {name.lower(): (name, value) for name, value in kses.read(inside)}
    values = {name: "" if value is None else value[1:-1] for name, (_, value) in found.items()}
    words = ["ugc"] if host and urlsplit(values.get("href", "")).hostname == host else ["nofollow", "ugc"]
    if values.get("rel"):
        words = list(dict.fromkeys([*values["rel"].split(" "), *words]))
        others = (
            name if value is None else f'{name}="{kses.escaped(value[1:-1])}"'
            for key, (name, value) in found.items()
            if key != "rel"
        )
        inside = " ".join(others)
    return f'<a {inside} rel="{kses.escaped(" ".join(words))}">'
