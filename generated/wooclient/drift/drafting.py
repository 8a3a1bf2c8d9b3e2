"""Drafts an OpenAPI Overlay 1.0 document: what plugins of a store add to the newest version of the API.

It is a draft: types are those that the store names, or those of the answers that were looked at. Somebody who knows the
plugins reads it before a client is built of it.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from .._runtime.documents import document
from ..contract.described.description import VERSIONS, Json, description
from .draft_fields import field_actions, meta_actions, word_actions
from .draft_routes import route_actions
from .dump import Dump
from .judging import Judged
from .namespaces import namespace_of

#: The version that an overlay of a store adds to.
VERSION = VERSIONS[0]
_HEAD = """\
# Drafted from what the store says of itself{sampled}. Read it before you build a client of it:
#   - types of fields are those that the store names, else those of the answers that were looked at;
#   - what only answers have is readOnly: take that away where requests may set it;
#   - descriptions are yours to write.
# Then: woospec build --overlay FILE --package NAME --out DIR
"""


def draft(dump: Dump, judged: Judged) -> str:
    """The overlay as YAML."""
    told: Json = {
        "overlay": "1.0.0",
        "info": {"title": f"What plugins add at {dump.url}", "version": "0.1.0"},
        "extends": f"{VERSION}.json",
        "actions": list(_actions(dump, judged)),
    }
    sampled = f", and of {len(dump.samples)} answers" if dump.samples else ""
    body = yaml.dump(told, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120, default_flow_style=False)
    return _HEAD.format(sampled=sampled) + body


class _Dumper(yaml.SafeDumper):
    """Writes the same thing twice rather than a reference to it."""

    def ignore_aliases(self, data: object) -> bool:
        """Nothing is referred to."""
        return True


def _actions(dump: Dump, judged: Judged) -> Iterator[Json]:
    known, whole = description(VERSION), document(VERSION)
    added = [one for group in judged.news for one in group if one.version == VERSION and one.cause == "plugin"]
    yield from field_actions(dump, known, whole, added)
    yield from word_actions(whole, added)
    yield from meta_actions(dump, known, whole)
    described = {namespace_of(description(version)) for version in VERSIONS}
    namespaces = [namespace_of(known), *(name for name in dump.routes if name not in described)]
    yield from route_actions(dump, known, whole, namespaces, added)
