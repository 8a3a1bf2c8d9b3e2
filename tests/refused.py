"""Refusals of a store, as the errors that they become."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wooclient import AnswerError
from wooclient._runtime.checking import check
from wooclient._runtime.exchange import Request, Response

URL = "https://shop.example/wp-json/wc/v3/products"


def refused(status: int, body: Any = b"", method: str = "GET", url: str = URL, **headers: str) -> AnswerError:
    """The error for an answer of a store."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request(method, url, (("page", "2"),))
    with pytest.raises(AnswerError) as caught:
        check(request, Response(status, named, raw, 3), "basic")
    return caught.value


def woo(code: str, status: int = 400, message: str = "No.", **data: Any) -> dict[str, Any]:
    """WooCommerce's own form of an error."""
    return {"code": code, "message": message, "data": {"status": status, **data}}
