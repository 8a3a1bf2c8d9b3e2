"""The marketplace of a store that cannot reach woocommerce.com."""

from __future__ import annotations

from typing import Any

from ..call import Call
from ..errors import Refused
from ..resource import Resource
from ..state import Doc

_UNREACHED = "woocommerce.com cannot be reached from a mock store."


class _Declined(Refused):
    """A refusal as the marketplace words it: without a code."""

    def __init__(self, message: str) -> None:
        super().__init__(400, "", message)

    def body(self) -> dict[str, Any]:
        """The body of the answer."""
        return _told(False, self.message)


class Marketplace(Resource):
    """What would have to be fetched: the store says that it could not."""

    def featured(self, call: Call) -> Any:
        """What is promoted."""
        return _told(False, _UNREACHED)

    def product_preview(self, call: Call) -> Any:
        """What somebody sees before buying."""
        return _told(False, _UNREACHED)

    def refresh(self, call: Call) -> Any:
        """The subscriptions that are known anyway."""
        return self.shop.resource("marketplace.subscriptions", call.description).list(call)

    def create_order(self, call: Call) -> Any:
        """Nothing can be bought."""
        raise Refused(500, "could-not-install", _UNREACHED)


class Subscriptions(Resource):
    """The subscriptions of the seed; whether this store uses one is all that changes."""

    key = "product_key"

    def connect(self, call: Call) -> Any:
        """Use one in this store."""
        return self._used(call, True)

    def disconnect(self, call: Call) -> Any:
        """Stop using one."""
        return self._used(call, False)

    def activate(self, call: Call) -> Any:
        """Switch on the extension of one."""
        self._known(call)
        return _told(True, "Switched on.")

    def activate_plugin(self, call: Call) -> Any:
        """Switch on the plugin of one."""
        self._known(call)
        return _told(True, "Switched on.")

    def install_url(self, call: Call) -> Any:
        """Nothing is installed from here."""
        self._known(call)
        raise _Declined(_UNREACHED)

    def _used(self, call: Call, used: bool) -> Any:
        doc = self.state.copy(self.kind, self._known(call)["product_key"])
        if doc is not None:
            doc["active"] = used
            self.store(call, doc, new=False)
        return _told(True, "This store uses the subscription." if used else "This store no longer uses it.")

    def _known(self, call: Call) -> Doc:
        doc = self.state.get(self.kind, str(call.get("product_key")))
        if doc is None:
            raise _Declined("There is no subscription with this key.")
        return doc


def _told(success: bool, message: str) -> dict[str, Any]:
    return {"success": success, "data": {"message": message}}
