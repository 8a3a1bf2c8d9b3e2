"""The command `woospec diff`: both sides read, compared and reported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from woospec.diff.changes import Change, Difference, Found, collected, joined
from woospec.diff.operations import compare
from woospec.diff.python import compare_surfaces
from woospec.diff.report import FORMATS
from woospec.diff.sources import Description, Source, opened
from woospec.diff.surface import read
from woospec.store import NAME, Store


def diff(old: str, new: str, root: Path, *, form: str = "text") -> tuple[str, bool]:
    """A report in one of `FORMATS`, and whether anything in it is breaking.

    `old` and `new` are folders, files or revisions of the git of `root`. Raises ValueError for what cannot be read.
    """
    store = Store(root / NAME)
    with opened(old, root, store) as was, opened(new, root, store) as now:
        found = difference(was, now)
    store.save()
    return FORMATS[form](found), found.is_breaking


def difference(old: Source, new: Source) -> Difference:
    """Compare two sources: documents of their own with each other, specs version by version."""
    if ("" in old.versions) != ("" in new.versions):
        raise ValueError("a document in one file is compared with another one, a spec with another spec")
    versions = dict.fromkeys((*old.versions, *new.versions))
    wire = joined(change for version in versions for change in _version(old, new, version))
    if old.client is None or new.client is None:
        return Difference(old.label, new.label, wire, None)
    if old.client == new.client:
        return Difference(old.label, new.label, wire, [])
    found = compare_surfaces(read(old.client), read(new.client))
    return Difference(old.label, new.label, wire, collected(("", one) for one in found))


def _version(old: Source, new: Source, version: str) -> Iterator[Change]:
    was, now = old.versions.get(version), new.versions.get(version)
    if was is None or now is None:
        word = "added" if was is None else "removed"
        yield Change(Found(f"version-{word}", version), [version])
        return
    for change in collected(compare(was.document, now.document), version):
        yield _placed(change, was, now)


def _placed(change: Change, old: Description, new: Description) -> Change:
    """A change with the line of the spec, and the client's methods."""
    found = change.found
    change.place = new.place(found.after) if found.after else old.place(found.before)
    methods = {**old.methods, **new.methods}
    change.methods = [methods[one] for one in change.operations if one in methods]
    return change
