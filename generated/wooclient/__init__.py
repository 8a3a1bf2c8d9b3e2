"""A typed client for the WooCommerce REST API, sync and async.

Importing this package loads next to nothing; what you name is loaded when you name it.
"""

from __future__ import annotations

__version__ = "0.1.0"

# Importing `typing` would take longer than all the rest; type checkers take this name for what it says.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from wooclient._runtime.authorize import Grant as Grant
    from wooclient._runtime.authorize import Return as Return
    from wooclient._runtime.authorize import authorization_url as authorization_url
    from wooclient._runtime.authorize import parse_callback as parse_callback
    from wooclient._runtime.authorize import parse_return as parse_return
    from wooclient._runtime.batch import BatchOutcome as BatchOutcome
    from wooclient._runtime.batch import BatchResult as BatchResult
    from wooclient._runtime.conditions import StoreWarning as StoreWarning
    from wooclient._runtime.documents import openapi as openapi
    from wooclient._runtime.drift import Drift as Drift
    from wooclient._runtime.drift import Oddity as Oddity
    from wooclient._runtime.errors import AnswerError as AnswerError
    from wooclient._runtime.errors import ApiError as ApiError
    from wooclient._runtime.errors import AuthenticationError as AuthenticationError
    from wooclient._runtime.errors import BatchError as BatchError
    from wooclient._runtime.errors import BatchInterrupted as BatchInterrupted
    from wooclient._runtime.errors import ConfigurationError as ConfigurationError
    from wooclient._runtime.errors import Conflict as Conflict
    from wooclient._runtime.errors import ConnectionFailed as ConnectionFailed
    from wooclient._runtime.errors import ItemError as ItemError
    from wooclient._runtime.errors import NoRoute as NoRoute
    from wooclient._runtime.errors import NotFound as NotFound
    from wooclient._runtime.errors import NotJsonError as NotJsonError
    from wooclient._runtime.errors import PermissionDenied as PermissionDenied
    from wooclient._runtime.errors import RateLimited as RateLimited
    from wooclient._runtime.errors import RedirectError as RedirectError
    from wooclient._runtime.errors import RequestError as RequestError
    from wooclient._runtime.errors import ServerError as ServerError
    from wooclient._runtime.errors import TimedOut as TimedOut
    from wooclient._runtime.errors import TooLarge as TooLarge
    from wooclient._runtime.errors import ValidationFailed as ValidationFailed
    from wooclient._runtime.errors import WooError as WooError
    from wooclient._runtime.exchange import Response as Response
    from wooclient._runtime.inputs import CLEAR as CLEAR
    from wooclient._runtime.lookup import Found as Found
    from wooclient._runtime.models import Model as Model
    from wooclient._runtime.models import to_wire as to_wire
    from wooclient._runtime.not_kept import NotKeptWarning as NotKeptWarning
    from wooclient._runtime.operation import Operation as Operation
    from wooclient._runtime.options import Event as Event
    from wooclient._runtime.pages import Page as Page
    from wooclient._runtime.partitions import Partition as Partition
    from wooclient._runtime.reading import UnexpectedAnswer as UnexpectedAnswer
    from wooclient._runtime.records import to_records as to_records
    from wooclient._runtime.registry import operations as operations
    from wooclient._runtime.streams import streams as streams
    from wooclient.client import AsyncWooClient as AsyncWooClient
    from wooclient.client import WooClient as WooClient

_NAMES = {
    "_runtime.authorize": "Grant Return authorization_url parse_callback parse_return ",
    "_runtime.batch": "BatchOutcome BatchResult ",
    "_runtime.conditions": "StoreWarning ",
    "_runtime.documents": "openapi ",
    "_runtime.drift": "Drift Oddity ",
    "_runtime.errors": (
        "AnswerError ApiError AuthenticationError BatchError BatchInterrupted ConfigurationError Conflict "
        "ConnectionFailed ItemError NoRoute NotFound NotJsonError PermissionDenied RateLimited RedirectError "
        "RequestError ServerError TimedOut TooLarge ValidationFailed WooError "
    ),
    "_runtime.exchange": "Response ",
    "_runtime.inputs": "CLEAR ",
    "_runtime.lookup": "Found ",
    "_runtime.models": "Model to_wire ",
    "_runtime.not_kept": "NotKeptWarning ",
    "_runtime.operation": "Operation ",
    "_runtime.options": "Event ",
    "_runtime.pages": "Page ",
    "_runtime.partitions": "Partition ",
    "_runtime.reading": "UnexpectedAnswer ",
    "_runtime.records": "to_records ",
    "_runtime.registry": "operations ",
    "_runtime.streams": "streams ",
    "client": "AsyncWooClient WooClient ",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _NAMES.items():
        if name in names.split():
            return getattr(import_module(f"wooclient.{module}"), name)
    if name == "__all__":
        return _public()
    if name in ("fixtures", "client", "webhooks"):
        return import_module(f"wooclient.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *_public()]


def _public() -> list[str]:
    return [name for names in _NAMES.values() for name in names.split()]
