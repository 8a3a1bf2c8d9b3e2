"""Reviews. They are WordPress comments: approved or held, spam or in the trash, and never the same twice."""

from __future__ import annotations

from datetime import UTC, tzinfo
from decimal import Decimal
from typing import Any, ClassVar

from ... import dates, lists, money, schema, text, typography
from ...call import Call
from ...description import Json
from ...errors import Refused
from ...kinds import members
from ...resource import Resource
from ...state import Doc, Indexed, Query, facet_order
from . import comments

_LONGEST = {"reviewer": 245, "reviewer_email": 100, "review": 65525}
_COLUMNS = {"reviewer": "reviewer", "reviewer_email": "reviewer_email", "review": "review_content"}
_STATUSES = {
    "approved": "approved", "approve": "approved", "1": "approved", "unspam": "approved",
    "hold": "hold", "0": "hold", "spam": "spam", "trash": "trash",
}  # fmt: skip


def _status(query: Query, value: Any, call: Call) -> None:
    query.one_of("status", ["approved", "hold"] if value == "all" else [_STATUSES.get(str(value), str(value))])


def _title(product: Doc) -> str:
    """A product's name as visitors see it."""
    before = "Protected: " if product.get("post_password") else "Private: " if product["status"] == "private" else ""
    return typography.texturized(f"{before}{product.get('name', '')}").strip()


class Reviews(Resource):
    """Reviews of products."""

    sequence = "comments"
    #: WooCommerce does not look at it.
    unchecked = frozenset({"reviewer_email"})
    default_order = "date_gmt"
    default_direction = "desc"
    exists = "woocommerce_rest_review_exists"
    hints_lost_since = ()
    orders: ClassVar[lists.Orders] = {"product": (facet_order("product"), "d.id")}
    filters: ClassVar[lists.Filters] = {
        "search": lists.phrase,
        "status": _status,
        "product": lists.facet("product"),
        "exclude": lists.not_column("id"),
        "reviewer": lists.facet("user"),
        "reviewer_exclude": lists.not_facet("user"),
        "reviewer_email": lambda query, value, _: query.facet("email", [str(value).lower()]),
    }

    def facets(self, doc: Doc) -> Any:
        """Whose, and of what."""
        yield "product", doc["product_id"]
        yield "user", doc.get("_user", 0)
        yield "email", str(doc.get("reviewer_email") or "").lower()

    def index(self, doc: Doc) -> Indexed:
        """Searched are text and author."""
        found = super().index(doc)
        found.parent = doc["product_id"]
        found.text = "\n".join(str(doc.get(name) or "") for name in ("review", "reviewer", "reviewer_email"))
        return found

    # writing

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The product must be there, the text too, and not have been said before."""
        if (new or call.gave("product_id")) and not self.state.has("products", schema.to_int(call.get("product_id"))):
            raise Refused(404, "woocommerce_rest_product_invalid_id", "There is no such product.")
        if (new or "review" in call.sent) and not text.filled(self._said(call)):
            raise Refused(400, "woocommerce_rest_review_content_invalid", "A review needs a text.")
        for name, longest in _LONGEST.items():
            if len(str(call.get(name) or "")) > longest:
                code = f"woocommerce_rest_{_COLUMNS[name]}_column_length"
                raise Refused(400, code, f"{name} may have {longest} signs.")
        status = doc.get("status")
        super().change(call, doc, new=new)
        doc["review"] = (comments.new if new else comments.changed)(str(doc.get("review") or ""), self.shop.url)
        if new:
            self.guard_twin(doc)
            doc["verified"] = doc.get("verified") or self.bought(doc)
        # Every change makes WordPress count again, before the stars that come with it are noted.
        if not new or doc["status"] == "approved":
            self.recount(doc["product_id"], joins=None if new else self.state.get(self.kind, doc["id"]))
        if not new and doc["status"] != status:
            doc["_status"] = status

    def blank(self, call: Call) -> Doc:
        """Approved, as the shop's keys belong to its manager."""
        doc = super().blank(call)
        doc.update(status="approved", rating=0, verified=False, _user=0)
        return doc

    def guard_twin(self, doc: Doc) -> None:
        """Raise if the same person said the same of the same product."""
        for other in self.state.all(self.kind, doc["product_id"]):
            same = all(other.get(name) == doc.get(name) for name in ("review", "reviewer_email"))
            if same and other["status"] != "trash":
                raise Refused(409, "woocommerce_rest_comment_duplicate", "This has been said already.")

    def bought(self, doc: Doc) -> bool:
        """Whether the reviewer has bought the product."""
        email, number = str(doc.get("reviewer_email") or "").lower(), doc["product_id"]
        return any(
            order.get("status") in ("completed", "processing")
            and str(members(order.get("billing")).get("email") or "").lower() == email
            and any(
                number in (item.get("product_id"), item.get("variation_id")) for item in order.get("line_items") or ()
            )
            for order in self.state.all("orders")
        )

    def recount(self, number: int, joins: Doc | None = None) -> None:
        """The product's average. WooCommerce counts before it notes the stars of a new review: that one comes late.

        `joins` is a review that moves to this product from another one, which keeps its average.
        """
        product = self.state.copy("products", number)
        if product is None:
            return
        reviews = self.state.all(self.kind, number)
        if joins is not None and joins["product_id"] != number:
            reviews = [*reviews, joins]
        stars = [r["rating"] for r in reviews if r["status"] == "approved" and r.get("rating")]
        average = money.fixed(Decimal(sum(stars)) / len(stars), 2) if stars else "0"
        product.update(average_rating=average, rating_count=len(stars))
        products = self.shop.resource("products")
        products.stamp(product, new=False)
        products.save(product)

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """Whoever leaves or joins the approved ones is counted."""
        old = None if new else self.state.get(self.kind, doc["id"])
        super().store(call, doc, new=new)
        if old is not None and old["status"] != doc["status"]:
            self.recount(doc["product_id"])

    def set_status(self, call: Call, doc: Doc, value: Any) -> None:
        """Words that tell what to do, rather than what it is then."""
        if value in ("untrash", "unspam"):
            doc["status"] = doc.get("_status", "hold")
        else:
            doc["status"] = _STATUSES.get(str(value), doc.get("status", "approved"))

    def set_date_created(self, call: Call, doc: Doc, value: Any) -> None:
        """What WordPress cannot read changes nothing."""
        self._take_moment(doc, value, self.shop.zone)

    def set_date_created_gmt(self, call: Call, doc: Doc, value: Any) -> None:
        """Heard only where there is no other date; what WordPress cannot read changes nothing."""
        if not text.filled(call.get("date_created")):
            self._take_moment(doc, value, None)

    def _take_moment(self, doc: Doc, value: Any, zone: tzinfo | None) -> None:
        moment = dates.moment(text.single_text(value), zone or UTC)
        if moment is not None:
            self.take_date(doc, "date_created_gmt", dates.utc(moment))

    def set_review(self, call: Call, doc: Doc, value: Any) -> None:
        """The text."""
        doc["review"] = self._said(call)

    @staticmethod
    def _said(call: Call) -> str:
        """The text that is sent; a batch, and whoever makes a review, gets it taken as it is."""
        said = str(call.get("review") or "")
        return said if call.operation.verb == "create" or call.in_batch or call.plain else comments.sent(said)

    def set_reviewer(self, call: Call, doc: Doc, value: Any) -> None:
        """A name."""
        doc["reviewer"] = text.name(value)

    def set_reviewer_email(self, call: Call, doc: Doc, value: Any) -> None:
        """What is no address is dropped."""
        doc["reviewer_email"] = str(value) if schema.is_email(str(value or "")) else ""

    def set_rating(self, call: Call, doc: Doc, value: Any) -> None:
        """No stars are not heard."""
        if value:
            doc["rating"] = schema.to_int(value)

    def looser(self, name: str) -> Json:
        """Whether somebody has bought is not checked."""
        return {"type": "mixed"} if name == "verified" else {}

    def set_verified(self, call: Call, doc: Doc, value: Any) -> None:
        """Only yes is heard."""
        if schema.to_bool(value):
            doc["verified"] = True

    def delete(self, call: Call) -> Any:
        """The trash shows what it got; gone permanently has a form of its own."""
        doc = self.wanted(call)
        self.guard_delete(call, doc)
        if schema.to_bool(call.get("force", False)):
            shown = self.show(call, doc)
            self.discard(call, doc)
            self.recount(doc["product_id"])
            return {"deleted": True, "previous": shown}
        self.throw_away(call, doc)
        self.recount(doc["product_id"])
        return self.render(call, self.wanted(call))

    # showing

    def show(self, call: Call, doc: Doc) -> Json:
        """With the product's name and the reviewer's picture."""
        shown = super().show(call, doc)
        product = self.state.get("products", doc["product_id"])
        products: Any = self.shop.resource("products")
        shown["product_name"] = _title(product) if product else ""
        shown["product_permalink"] = products.permalink(product) if product else ""
        email = str(doc.get("reviewer_email") or "")
        shown["reviewer_avatar_urls"] = {str(size): text.gravatar(email, size) for size in (24, 48, 96)}
        if not call.edit:
            shown["review"] = text.paragraphs(str(doc.get("review") or ""))
        return shown

    def links(self, call: Call, doc: Doc) -> Json:
        """Up to the product."""
        url = self.shop.rest_url(call.description, f"/products/{doc['product_id']}")
        return {**super().links(call, doc), "up": [{"href": url}]}
