"""Answers in the form that callers of the official package know from `requests`."""

from __future__ import annotations

import json as jsontext
import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Any, NamedTuple, Self

from wooclient._runtime import checking, exchange
from wooclient._runtime.errors import AnswerError
from wooclient._runtime.redaction import redact

from .failures import failure, there

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_LINK = re.compile(r"<([^>]*)>([^<]*)")
_REL = re.compile(r"rel\s*=\s*[\"']?([^\"';,]+)")
#: Header names that are not written with one capital a word.
_WRITTEN = {
    name.lower(): name
    for name in (
        "X-WP-Total",
        "X-WP-TotalPages",
        "X-WC-Total",
        "X-WC-TotalPages",
        "X-WP-Nonce",
        "WWW-Authenticate",
        "ETag",
    )
}


class Headers(Mapping[str, str]):
    """Headers of an answer; upper and lower case are the same."""

    def __init__(self, found: Mapping[str, str]) -> None:
        self._found = {name.lower(): value for name, value in found.items()}

    def __getitem__(self, name: str) -> str:
        """The value of a header."""
        return self._found[name.lower()]

    def __iter__(self) -> Iterator[str]:
        """The names, as WordPress writes them."""
        return (_WRITTEN.get(name) or name.title() for name in self._found)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._found)

    def __repr__(self) -> str:
        """The headers without keys, which stores repeat in links."""
        return redact(repr(dict(self.items())))


class Sent(NamedTuple):
    """What was sent, without keys."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None


class Response:
    """The answer to a call, of whatever status.

    Attributes:
        status_code: The HTTP status.
        headers: The headers, whatever the case of their names.
        content: The body.
        url: The address that answered, without keys.
        elapsed: How long the answer took.
        history: The addresses that led here by redirects, without keys.
        request: What was sent, without keys.
        encoding: How `text` reads the body; it can be set.
    """

    def __init__(
        self, asked: exchange.Request, found: exchange.Response, way: str, seconds: float, visited: list[str]
    ) -> None:
        self._asked, self._found, self._way = asked, found, way
        self.status_code, self.content, self.headers = found.status, found.body, Headers(found.headers)
        self.history, self.url = visited[:-1], visited[-1]
        self.elapsed = timedelta(seconds=seconds)
        self.request = Sent(asked.method, redact(asked.shown), asked.headers, asked.content)
        told = _CHARSET.search(found.headers.get("content-type", ""))
        self.encoding: str | None = told[1] if told else "utf-8"

    @property
    def ok(self) -> bool:
        """Whether the status is below 400."""
        return self.status_code < 400

    @property
    def reason(self) -> str:
        """The usual phrase for the status."""
        return HTTPStatus(self.status_code).phrase if self.status_code in set(HTTPStatus) else ""

    @property
    def text(self) -> str:
        """The body as text."""
        try:
            text = self.content.decode(self.encoding or "utf-8", "replace")
        except LookupError:
            text = self.content.decode("utf-8", "replace")
        return text.removeprefix("\ufeff")

    @property
    def links(self) -> dict[str, dict[str, str]]:
        """The addresses in the Link header, by what they lead to: `links["next"]["url"]`."""
        found: dict[str, dict[str, str]] = {}
        for url, about in _LINK.findall(self.headers.get("link", "")):
            if named := _REL.search(about):
                found[named[1]] = {"url": url, "rel": named[1]}
        return found

    @property
    def is_redirect(self) -> bool:
        """Whether the answer leads elsewhere; only with `allow_redirects=False`."""
        return 300 <= self.status_code < 400 and "location" in self.headers

    def json(self, **kwargs: Any) -> Any:
        """The body as JSON; `kwargs` go to `json.loads`.

        Raises json.JSONDecodeError, or that of `requests`, which is the same and a RequestException.
        """
        try:
            return jsontext.loads(self.text, **kwargs)
        except jsontext.JSONDecodeError as error:
            kind = there("JSONDecodeError") or jsontext.JSONDecodeError
            shown = self.headers.get("content-type", "").partition(";")[0] or "no content type"
            what = f"the answer with status {self.status_code} is no JSON ({shown}): {error.msg}"
            raise kind(what, error.doc, error.pos) from None

    def raise_for_status(self) -> None:
        """Raise an error for a status of 400 or more; of this package, and HTTPError of `requests`."""
        if self.ok:
            return
        try:
            checking.check(self._asked, self._found, self._way)
        except AnswerError as error:
            raise failure(error, request=self.request, response=self) from None

    def iter_content(self, chunk_size: int | None = 1, decode_unicode: bool = False) -> Iterator[Any]:
        """The body in pieces; it has come whole."""
        whole: str | bytes = self.text if decode_unicode else self.content
        size = chunk_size or max(len(whole), 1)
        return (whole[start : start + size] for start in range(0, len(whole), size))

    def iter_lines(self, decode_unicode: bool = False) -> Iterator[Any]:
        """The body in lines."""
        return iter(self.text.splitlines() if decode_unicode else self.content.splitlines())

    def close(self) -> None:
        """Do nothing: the answer has come whole, and its connection is free."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __bool__(self) -> bool:
        """Whether the status is below 400."""
        return self.ok

    def __repr__(self) -> str:
        """The status."""
        return f"<Response [{self.status_code}]>"
