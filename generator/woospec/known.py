"""Versions that an earlier run found whole: what the store holds about them, under a digest of all they depend on."""

from __future__ import annotations

import marshal
import pickle
from functools import cached_property
from typing import Any, NamedTuple

from woospec.families import family_of_file, family_of_version
from woospec.inputs import digest
from woospec.load import Spec
from woospec.naming import Named
from woospec.rules.sites import kind_of
from woospec.select import Bundle
from woospec.store import Store
from woospec.unlike import Marks

Json = dict[str, Any]
#: Kinds of results: versions, and which of them is the last one under each name.
_VERSION, _LATEST = "version", "latest"


class Known:
    """A version without a fault: its flat document, and what is made of that. All is read when asked for."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def _parts(self) -> tuple[str, Json, bytes]:
        found: tuple[str, Json, bytes] = marshal.loads(self.data)  # noqa: S302 - under a checksum, plain data only
        return found

    @property
    def content(self) -> str:
        """The digest of its content."""
        return self._parts[0]

    @property
    def document(self) -> Json:
        """The flat document."""
        return self._parts[1]

    @cached_property
    def named(self) -> Named:
        """The version with its names."""
        found: Named = pickle.loads(self._parts[2])  # noqa: S301 - our own, under a checksum: see `store`
        return found


class Content(NamedTuple):
    """What names and output of a version are made of: a digest of all that, and those of the document's parts."""

    key: str
    marks: Marks


class Latest(NamedTuple):
    """The last version that was valid under a name: the key of what is known of it, and its content."""

    key: str
    content: Content


def version_key(spec: Spec, version: str) -> str:
    """Return a digest of all files that a version is made of: those of its tree, and every root."""
    tree = family_of_version(version)
    files = [
        f"{f.path} {f.key}" for f in spec.files.values() if kind_of(f.path) == "root" or family_of_file(f.path) == tree
    ]
    return digest("\n".join([version, *files, *spec.unread]).encode())


def content_key(bundle: Bundle) -> str:
    """Return a digest of a flat document with its places, and of the versions that it names."""
    places = [(p, node.file.shown, node.file.path, node.pointer) for p, node in bundle.origins.items()]
    declared = [repr(version) for version in bundle.declared.values()]
    # Bytes that only these values have: to `==`, 1 and true are the same.
    return digest(marshal.dumps((bundle.version, bundle.document, places, declared), 2))


def find(store: Store, spec: Spec, version: str) -> Known | None:
    """Return what is known of a version as it is written now."""
    return found(store, version_key(spec, version))


def found(store: Store, key: str) -> Known | None:
    """Return what is known of a version under a key."""
    data = store.find(_VERSION, key)
    return Known(data) if data is not None else None


def latest(store: Store, version: str) -> Latest | None:
    """Return the last version of a name that was valid."""
    data = store.find(_LATEST, digest(version.encode()))
    if data is None:
        return None
    key, *content = marshal.loads(data)  # noqa: S302 - as above
    return Latest(key, Content(*content))


def packed(content: Content, document: Json, named: Named) -> Known:
    """Return a version as the store has it."""
    return Known(marshal.dumps((content.key, document, pickle.dumps(named, pickle.HIGHEST_PROTOCOL))))


def keep(store: Store, spec: Spec, version: str, known: Known, content: Content) -> None:
    """Remember a version in which nothing was found."""
    key = version_key(spec, version)
    store.keep(_VERSION, key, known.data)
    store.keep(_LATEST, digest(version.encode()), marshal.dumps((key, *content)))
