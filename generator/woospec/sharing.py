"""What one version has exactly as a newer one is not written twice: it is used from the newer version's package."""

from __future__ import annotations

from typing import NamedTuple

from woospec.model import Api, Enum, Field, Operation, Reference, Schema, parts
from woospec.naming import Names


class Spoken(NamedTuple):
    """One version with its names and its package."""

    api: Api
    names: Names
    package: str


def share(one: Spoken, newer: list[Spoken]) -> None:
    """Note in the names of `one` which of its schemas, parameters and enums the packages of `newer` versions have."""
    names = one.names
    for other in newer:
        for key in names.enums:
            theirs = other.names.enums.get(key)
            if theirs is not None and names.enums[key] not in names.enum_homes:
                names.enums[key] = theirs
                names.enum_homes[theirs] = other.names.enum_home(theirs)
        for schema in _same_schemas(one, other):
            names.homes.setdefault(schema, other.names.home(schema))
        queries = {o.id: o for o in other.api.operations}
        for operation in one.api.operations:
            twin = queries.get(operation.id)
            if operation.query and twin is not None and _same_query(operation, twin, one, other):
                names.query_homes.setdefault(operation.id, other.names.query_home(twin.id))


def _same_schemas(one: Spoken, other: Spoken) -> set[str]:
    """Names of the schemas that are alike, together with everything they refer to."""
    theirs = {s.name: s for s in other.api.schemas}
    mine = {s.name: s for s in one.api.schemas}
    same = {n for n, s in mine.items() if n in theirs and _alike(s, theirs[n], one, other)}
    while odd := {n for n in same if _needs(mine[n]) - same}:
        same -= odd
    return same


def _needs(schema: Schema) -> set[str]:
    found = {p.name for f in schema.fields for p in parts(f.type) if isinstance(p, Reference)}
    return found | ({schema.base} if schema.base else set())


def _alike(mine: Schema, theirs: Schema, one: Spoken, other: Spoken) -> bool:
    unlike = ("fields", "pointer", "resource", "became", "note", "row")
    if any(getattr(mine, word) != getattr(theirs, word) for word in Schema._fields if word not in unlike):
        return False
    return _same_fields(mine.fields, theirs.fields, mine.resource, theirs.resource, one, other)


def _same_query(mine: Operation, theirs: Operation, one: Spoken, other: Spoken) -> bool:
    if one.names.operations[mine.id].params != other.names.operations[theirs.id].params:
        return False
    referred = {p.name for f in mine.query for p in parts(f.type) if isinstance(p, Reference)}
    if any(one.names.home(n) == one.package for n in referred):
        return False
    return _same_fields(mine.query, theirs.query, mine.folder, theirs.folder, one, other)


def _same_fields(
    mine: tuple[Field, ...], theirs: tuple[Field, ...], folder: str, their_folder: str, one: Spoken, other: Spoken
) -> bool:
    if folder != their_folder or len(mine) != len(theirs):
        return False
    return all(
        a._replace(pointer="") == b._replace(pointer="") and _same_enums(a, folder, one, other)
        for a, b in zip(mine, theirs, strict=True)
    )


def _same_enums(field: Field, folder: str, one: Spoken, other: Spoken) -> bool:
    """Whether the enums of a field are called the same in both versions."""
    keys = [(folder, field.wire, p.values) for p in parts(field.type) if isinstance(p, Enum)]
    return all(one.names.enums.get(k) == other.names.enums.get(k) for k in keys)
