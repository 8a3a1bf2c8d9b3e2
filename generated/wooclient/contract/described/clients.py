"""The client's own operations, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ..._runtime.operation import Operation
from ..._runtime.registry import operations


@cache
def client_operations(version: str) -> Mapping[str, Operation[Any]]:
    """All operations that the client has of a version."""
    return {operation.id: operation for operation in operations(version)}
