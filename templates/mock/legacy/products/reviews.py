"""Reviews of the legacy API: to be read below their product."""

from __future__ import annotations

from typing import Any, ClassVar

from ...description import Json
from ...state import Doc, Query
from ..call import LegacyCall
from ..resource import LegacyResource, zulu


class Reviews(LegacyResource):
    """Reviews of a product."""

    kind, one, many = "products.reviews", "product_review", "product_reviews"
    #: The order of their dates.
    direction: ClassVar[str] = "ASC"
    statuses: ClassVar[tuple[str, ...]] = ("approved",)

    def list(self, call: LegacyCall) -> Any:
        """All of them."""
        query = Query(self.kind)
        query.one_of("parent", [self.api.resource("products").wanted(call.id)])
        query.one_of("status", self.statuses)
        query.order = [f"d.created {self.direction}", f"d.id {self.direction}"]
        return {self.many: [self.shown(call, key) for key in self.state.select(query)]}

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A review in legacy form."""
        return {
            "id": doc["id"],
            "created_at": zulu(doc["date_created_gmt"]),
            "review": doc["review"],
            "rating": str(doc.get("rating", 0)),
            "reviewer_name": doc["reviewer"],
            "reviewer_email": doc["reviewer_email"],
            "verified": bool(doc.get("verified")),
        }


class ReviewsV1(Reviews):
    """v1 tells ids as texts, the latest first, and what waits for approval too."""

    direction = "DESC"
    statuses = ("approved", "hold")

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """With its id as a text."""
        return {**super().show(call, doc), "id": str(doc["id"])}
