"""Every operation of a version, as data."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from wooclient._versions import VERSIONS

from .operation import Operation


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
