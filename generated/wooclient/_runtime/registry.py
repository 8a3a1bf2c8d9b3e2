"""Every operation of a version, as data."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, TypeVar

from wooclient._versions import VERSIONS

from .operation import Operation
from .words import nearest

T = TypeVar("T")
#: The version that a client speaks by itself.
NEWEST = next(known for known in VERSIONS if not known.door)


def collected(*modules: ModuleType) -> tuple[Operation[Any], ...]:
    """The operations that stand in `modules`, in order."""
    found: list[Operation[Any]] = []
    for module in modules:
        found += [value for value in vars(module).values() if isinstance(value, Operation)]
    return tuple(found)


def operations(version: str) -> tuple[Operation[Any], ...]:
    """All operations of `version`, by its name. Raises ValueError for a version that this package does not speak."""
    package = __name__.partition(".")[0]
    try:
        table = import_module(f"{package}.{version.replace('-', '.')}.operations")
    except ModuleNotFoundError:
        spoken = ", ".join(known.name for known in VERSIONS)
        raise ValueError(f"this package does not speak {version!r}; it speaks {spoken}") from None
    found: tuple[Operation[Any], ...] = table.OPERATIONS
    return found


def top_lists() -> dict[str, Operation[list[Any]]]:
    """The lists of the newest version that stand below no record, by the names of their resources."""
    found = (one for one in operations(NEWEST.name) if one.id.endswith(".list") and "{" not in one.path)
    return {one.id.removesuffix(".list"): one for one in found}


def chosen(name: str, known: Mapping[str, T], what: str) -> T:
    """What is known by a name. Raises ValueError, which begins with `what` and names the nearest one or all."""
    if name in known:
        return known[name]
    close = nearest(name, known)
    hint = f"did you mean {close!r}?" if close else f"there are {', '.join(sorted(known))}"
    raise ValueError(f"{what}; {hint}")
