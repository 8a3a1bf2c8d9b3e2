"""Versions that an earlier run found whole: what the store holds about them, under a digest of all they depend on."""

from __future__ import annotations

import marshal
import pickle
from typing import Any, NamedTuple

from woospec.inputs import digest
from woospec.load import Spec
from woospec.rules.sites import kind_of, tree_of
from woospec.select import root_of
from woospec.sharing import Spoken
from woospec.store import Store

Json = dict[str, Any]
#: Kinds of results: versions, and which of them is the last one under each name.
_VERSION, _LATEST = "version", "latest"


class Known(NamedTuple):
    """A version without a fault: its flat document, and what is made of that."""

    document: Json
    spoken: Spoken


def version_key(spec: Spec, version: str) -> str:
    """Return a digest of all files that a version is made of: those of its tree, and every root."""
    tree = tree_of(root_of(version))
    files = [f"{f.path} {f.key}" for f in spec.files.values() if kind_of(f.path) == "root" or tree_of(f.path) == tree]
    return digest("\n".join([version, *files, *spec.unread]).encode())


def find(store: Store, spec: Spec, version: str) -> Known | None:
    """Return what is known of a version as it is written now."""
    data = store.find(_VERSION, version_key(spec, version))
    if data is None:
        return None
    document, spoken = marshal.loads(data)  # noqa: S302 - under a checksum, plain data only
    return Known(document, pickle.loads(spoken))  # noqa: S301 - our own, under a checksum: see `store`


def latest(store: Store, version: str) -> Json | None:
    """Return the last flat document of a version that was valid."""
    key = store.find(_LATEST, digest(version.encode()))
    found = store.find(_VERSION, key.decode()) if key is not None else None
    return marshal.loads(found)[0] if found is not None else None  # noqa: S302 - under a checksum, plain data only


def keep(store: Store, spec: Spec, known: Known) -> None:
    """Remember a version in which nothing was found."""
    version = known.spoken.api.version
    key = version_key(spec, version)
    spoken = pickle.dumps(known.spoken, pickle.HIGHEST_PROTOCOL)
    store.keep(_VERSION, key, marshal.dumps((known.document, spoken)))
    store.keep(_LATEST, digest(version.encode()), key.encode())
