"""What WordPress calls posts, in wc/v1: reading one that is not there is refused with a code of its own."""

from __future__ import annotations

from typing import ClassVar

from ...call import Call
from ...errors import Refused
from ...resource import Resource
from ...state import Doc, Query
from ..orders import showing


class Post(Resource):
    """Products, orders, refunds and coupons."""

    #: What WordPress calls the kind.
    post_type: ClassVar[str]

    def missing(self, call: Call) -> Refused:
        """The code of reading differs from that of writing."""
        if call.operation.verb == "get":
            return Refused(404, f"woocommerce_rest_invalid_{self.post_type}_id", "There is no such thing here.")
        return super().missing(call)


class OrderPost(Post):
    """Orders and refunds. Where they are in tables of their own, this version can make some and then finds none."""

    def wanted(self, call: Call) -> Doc:
        """None, if they are no posts."""
        if showing.in_tables(self.shop):
            raise self.missing(call)
        return super().wanted(call)

    def narrow(self, query: Query, call: Call) -> None:
        """None, if they are no posts."""
        super().narrow(query, call)
        if showing.in_tables(self.shop):
            query.nothing()

    def total_of_none(self, total: int, offset: int) -> int:
        """As of all posts."""
        return Resource.total_of_none(self, total, offset)
