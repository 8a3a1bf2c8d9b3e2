"""Reviews in wc/v2: below their product, always approved, and by name and email instead of a reviewer."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from ... import dates, schema, text
from ...call import Call
from ...description import Json
from ...errors import Refused
from ...resource import Resource
from ...state import Doc
from ..products import comments, reviews

_OFFSET = re.compile(r"(Z|[+-]\d{2}:?\d{2})$")
#: What WordPress makes of the moments 0 of a database and of Unix.
_NEVER, _EPOCH = "-0001-11-30T00:00:00", "1970-01-01T00:00:00"
_FIELDS = {"name": "reviewer", "email": "reviewer_email"}


class Reviews(reviews.Reviews):
    """Reviews of one product."""

    unchecked = frozenset[str]()

    # reading

    def list(self, call: Call) -> Any:
        """All that are approved, oldest first, on one page."""
        if not self.parent_exists(call):
            raise self.missing(call)
        found = (doc for doc in self.state.all(self.kind, self.parent_key(call.path)) if doc["status"] == "approved")
        return [self.render(call, doc) for doc in found]

    def wanted(self, call: Call) -> Doc:
        """A review of this product. Deletions in a batch do not say which product they mean, and find none."""
        if call.in_batch and call.operation.verb == "delete":
            raise _no_product()
        doc = self.state.get(self.kind, self.call_key(call))
        if doc is None or doc["product_id"] != self.parent_key(call.path):
            raise self.missing(call)
        return doc

    def show(self, call: Call, doc: Doc) -> Json:
        """By name and email; the text as it was written."""
        shown = super().show(call, doc)
        return {**shown, "review": doc["review"], **{older: doc.get(newer) or "" for older, newer in _FIELDS.items()}}

    def links(self, call: Call, doc: Doc) -> Json:
        """Below its product."""
        return super().links(call, {**doc, "_parent": doc["product_id"]})

    # writing

    def blank(self, call: Call) -> Doc:
        """Of the product that the path names."""
        if not self.parent_exists(call):
            raise _no_product()
        return {**super().blank(call), "product_id": self.parent_key(call.path)}

    def create(self, call: Call) -> Any:
        """A new review: nobody minds if somebody says the same again."""
        doc = self.blank(call)
        self.change(call, doc, new=True)
        doc["id"] = self.new_key(doc)
        self.stamp(doc, new=True)
        self.store(call, doc, new=True)
        call.headers["Location"] = self.location(call, doc)
        return self.render(call, doc)

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """WordPress takes it for a failure if the stars are all that changes, and then they do not."""
        before = dict(doc)
        for older, newer in (("review", "review"), *_FIELDS.items()):
            given = call.get(older)
            if given is not None:
                doc[newer] = text.unslashed(text.single_text(given))
        if not new:
            self._tidy(doc)
        self._dated(call, doc, new=new)
        doc["status"] = "approved"
        if not new and doc == before:
            raise Refused(500, "rest_product_review_failed_edit", "Nothing would change.")
        doc["rating"] = schema.to_int(call.get("rating")) or doc.get("rating") or 0
        if new:
            doc["verified"] = self.bought(doc)
        self.recount(doc["product_id"])

    def _tidy(self, doc: Doc) -> None:
        """What WordPress makes of a review that is changed, and of its reviewer."""
        doc["review"] = comments.changed(str(doc.get("review") or ""), self.shop.url)
        doc["reviewer"] = text.name(str(doc.get("reviewer") or ""))
        if not schema.is_email(str(doc.get("reviewer_email") or "")):
            doc["reviewer_email"] = ""

    def _dated(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The database takes a moment as it comes, without its offset, and one that is none as no moment at all.

        Of the first, WordPress works out the second; only of a new review it heeds one that is sent.
        """
        given = call.get("date_created")
        if given is not None:
            moment = dates.parse(text.scalar_text(given), self.shop.zone)
            doc["date_created"] = _stored(given)
            doc["date_created_gmt"] = dates.utc(moment) if moment else _EPOCH
        elif not new:
            moment = None if doc["date_created"] == _NEVER else dates.parse(doc["date_created"], self.shop.zone)
            doc["date_created_gmt"] = dates.utc(moment) if moment else _NEVER
        if new and call.get("date_created_gmt") is not None:
            doc["date_created_gmt"] = _stored(call.get("date_created_gmt"))

    def delete(self, call: Call) -> Any:
        """Shown as it was, gone permanently or not."""
        number = self.wanted(call)["product_id"]
        shown = Resource.delete(self, call)
        self.recount(number)
        return shown


def _stored(given: Any) -> str:
    """A moment as the database reads it."""
    bare = _OFFSET.sub("", text.scalar_text(given)).replace(" ", "T")
    try:
        return datetime.fromisoformat(bare).strftime("%Y-%m-%dT%H:%M:%S")
    except ValueError:
        return _NEVER


def _no_product() -> Refused:
    return Refused(404, "woocommerce_rest_product_invalid_id", "There is no such product.")
