"""What the store refuses, with WooCommerce's codes and our own words."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A request, or an item of a batch, that the store turns down."""

    def __init__(self, status: int, code: str, message: str, **data: Any) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        #: What stands beside `status` in the body's `data`.
        self.data = data

    def body(self) -> dict[str, Any]:
        """The body of the answer."""
        return {"code": self.code, "message": self.message, "data": {"status": self.status, **self.data}}


class RefusedBadly(Refused):
    """A refusal whose `data` is not an object: some of WooCommerce's are a bare number, or null."""

    def __init__(self, status: int, code: str, message: str, data: int | None) -> None:
        super().__init__(status, code, message)
        self.bare = data

    def body(self) -> dict[str, Any]:
        """The body of the answer."""
        return {"code": self.code, "message": self.message, "data": self.bare}


class ConnectionDropped(Exception):
    """A fault on demand: the connection ends without an answer."""
