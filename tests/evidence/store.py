"""Where the recordings of a real store are: beside the project, or the reduced set kept here."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "store"
#: What the project carries itself: a reduced form of the same files.
CARRIED = Path(__file__).parent
REDUCED = CARRIED / "recordings"
#: Query parameters that change the shape of an answer; such answers say nothing about the schema.
_RESHAPING = re.compile(r"_fields|_envelope|_method|_jsonp|(^|&)fields=")


@dataclass(frozen=True)
class Exchange:
    """One recorded request with its answer."""

    method: str
    path: str
    query: str
    request: Any
    status: int
    response: Any
    headers: dict[str, str]

    @property
    def is_success(self) -> bool:
        """Whether the store did what was asked."""
        return self.status < 400

    @property
    def error_code(self) -> str | None:
        """The code of an error answer, of either API."""
        body = self.response
        if isinstance(body, dict) and isinstance(body.get("errors"), list) and body["errors"]:
            body = body["errors"][0]
        return str(body["code"]) if isinstance(body, dict) and "code" in body else None

    @property
    def parameter_faults(self) -> dict[str, str]:
        """The code of what is wrong with each parameter that a refusal names; empty for any other answer."""
        data = self.response.get("data") if self.status == 400 and isinstance(self.response, dict) else None
        details = data.get("details") if isinstance(data, dict) else None
        return {n: str(d.get("code")) for n, d in details.items()} if isinstance(details, dict) else {}

    @property
    def is_unknown_route(self) -> bool:
        """Whether the store has no such route at all."""
        return self.status == 404 and "no_route" in (self.error_code or "")

    @property
    def says_something(self) -> bool:
        """Whether the answer is judged: it has a JSON body of the full shape, of a known route."""
        has_body = self.method not in ("HEAD", "OPTIONS") and self.response is not None
        return has_body and not _RESHAPING.search(self.query) and not self.is_unknown_route


def folder() -> Path:
    """The recordings in full if they lie beside the project, else the reduced set."""
    full = SHARED / "recordings"
    return full if full.is_dir() else REDUCED


def describe() -> str:
    """Which recordings the tests use, for the head of their report."""
    if folder() == REDUCED:
        return "evidence: the reduced recordings in tests/evidence (no ../shared/store beside this clone)"
    return "evidence: the full recordings in ../shared/store"


def file_name(version: str) -> str:
    """The file with the recordings of a version (`v3` → `wc-v3.jsonl`)."""
    return f"{version if version.startswith('legacy-') else f'wc-{version}'}.jsonl"


@cache
def recordings(version: str, place: Path | None = None) -> tuple[Exchange, ...]:
    """Every recorded exchange of a version, in order: of `SHARED` or `CARRIED`, else of the best place there is."""
    return tuple(read(place / "recordings" if place else folder(), version))


def read(place: Path, version: str) -> list[Exchange]:
    """Every exchange of a version, in order, whose answer is recorded in a folder."""
    lines = (place / file_name(version)).read_text("utf-8").splitlines()
    return [exchange_of(raw) for line in lines if "response" in (raw := json.loads(line))]


def exchange_of(raw: dict[str, Any]) -> Exchange:
    """An exchange as it stands in a recording."""
    query, headers = raw["query"] or "", raw.get("headers") or {}
    return Exchange(raw["method"], raw["path"], query, raw["request"], raw["status"], raw["response"], headers)
