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


class Crashed(Exception):
    """What WooCommerce did not think of: PHP gives up, and with it all of a batch."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def body(self) -> dict[str, Any]:
        """The body of the answer, as WordPress writes it then."""
        return {**Refused(500, "internal_server_error", self.message).body(), "additional_errors": []}


class ConnectionDropped(Exception):
    """A fault on demand: the connection ends without an answer."""
