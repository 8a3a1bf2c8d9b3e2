"""A typed client for the WooCommerce REST API, sync and async.

Importing this package loads next to nothing; what you name is loaded when you name it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wooclient._runtime.errors import (
        AnswerError as AnswerError,
        ApiError as ApiError,
        ConfigurationError as ConfigurationError,
        ConnectionFailed as ConnectionFailed,
        NotJsonError as NotJsonError,
        RedirectError as RedirectError,
        RequestError as RequestError,
        TimedOut as TimedOut,
        WooError as WooError,
    )
    from wooclient._runtime.models import Model as Model
    from wooclient._runtime.models import to_wire as to_wire
    from wooclient._runtime.operation import Operation as Operation
    from wooclient._runtime.pages import Page as Page
    from wooclient._runtime.registry import operations as operations
    from wooclient.client import AsyncWooClient as AsyncWooClient
    from wooclient.client import WooClient as WooClient

_NAMES = {
    "_runtime.errors": "AnswerError ApiError ConfigurationError ConnectionFailed NotJsonError RedirectError RequestError "
    "TimedOut WooError",
    "_runtime.models": "Model to_wire",
    "_runtime.operation": "Operation",
    "_runtime.pages": "Page",
    "_runtime.registry": "operations",
    "client": "AsyncWooClient WooClient",
}

__all__ = [name for names in _NAMES.values() for name in names.split()]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.{module}"), name)
    if name in ("fixtures", "client"):
        return import_module(f"wooclient.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
