"""Versions that an earlier run found whole: what the store holds about them, under a digest of all they depend on."""

from __future__ import annotations

import marshal
import pickle
from functools import cached_property
from typing import Any

from woospec.families import family_of_file, family_of_version
from woospec.inputs import digest
from woospec.load import Spec
from woospec.naming import Named
from woospec.rules.sites import kind_of
from woospec.store import Store

Json = dict[str, Any]
#: Kinds of results: versions, and which of them is the last one under each name.
_VERSION, _LATEST = "version", "latest"


class Known:
    """A version without a fault: its flat document, and what is made of that. Both are read when asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _parts(self) -> tuple[Json, bytes]:
        found: tuple[Json, bytes] = marshal.loads(self._data)  # noqa: S302 - under a checksum, plain data only
        return found

    @property
    def document(self) -> Json:
        """The flat document."""
        return self._parts[0]

    @cached_property
    def named(self) -> Named:
        """The version with its names."""
        found: Named = pickle.loads(self._parts[1])  # noqa: S301 - our own, under a checksum: see `store`
        return found


def version_key(spec: Spec, version: str) -> str:
    """Return a digest of all files that a version is made of: those of its tree, and every root."""
    tree = family_of_version(version)
    files = [
        f"{f.path} {f.key}" for f in spec.files.values() if kind_of(f.path) == "root" or family_of_file(f.path) == tree
    ]
    return digest("\n".join([version, *files, *spec.unread]).encode())


def find(store: Store, spec: Spec, version: str) -> Known | None:
    """Return what is known of a version as it is written now."""
    data = store.find(_VERSION, version_key(spec, version))
    return Known(data) if data is not None else None


def latest(store: Store, version: str) -> Json | None:
    """Return the last flat document of a version that was valid."""
    key = store.find(_LATEST, digest(version.encode()))
    data = store.find(_VERSION, key.decode()) if key is not None else None
    return Known(data).document if data is not None else None


def keep(store: Store, spec: Spec, document: Json, named: Named) -> None:
    """Remember a version in which nothing was found."""
    version = named.api.version
    key = version_key(spec, version)
    store.keep(_VERSION, key, marshal.dumps((document, pickle.dumps(named, pickle.HIGHEST_PROTOCOL))))
    store.keep(_LATEST, digest(version.encode()), key.encode())
