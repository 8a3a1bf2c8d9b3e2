"""Products in wc/v1: their variations are part of them, and texts are always those that visitors see."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

from ... import lists
from ...call import Call
from ...description import Description, Json
from ...errors import Refused
from ...kinds import elements, is_list, is_map, members
from ...resource import Resource
from ...state import Doc
from ...text import slug
from ..products import media, options, sync
from ..v2 import products
from .moments import InUtc
from .posts import Post

_KIND = "products.variations"
_SALE_DATES = ("date_on_sale_from", "date_on_sale_to")


class Products(Post, InUtc, products.Products):
    """Products."""

    filters: ClassVar[lists.Filters] = {
        name: lists.unless_nothing(add) if name in ("category", "tag", "shipping_class") else add
        for name, add in products.Products.filters.items()
    }
    post_type = "product"

    # reading

    def wanted(self, call: Call) -> Doc:
        """Variations are no products."""
        return Resource.wanted(self, call)

    def show(self, call: Call, doc: Doc) -> Json:
        """With variations and days of sale."""
        asked = _as_visitor(call, call.description, "products.get")
        shown = _by_slug("default_attributes", _with_days(super().show(asked, doc)))
        shown["download_type"] = "standard"
        if doc.get("type") == "variable":
            shown["variations"] = [self.part(call, part) for part in sync.variations(self.shop, doc["id"])]
        return shown

    def part(self, call: Call, doc: Doc) -> Json:
        """A variation inside its product."""
        newer = self._newer()
        asked = _as_visitor(call, newer, f"{_KIND}.get")
        shown = _by_slug("attributes", _with_days(self.shop.resource(_KIND, newer).show(asked, doc)))
        return {**shown, "image": [shown["image"]]}

    def _newer(self) -> Description:
        """The version in which variations can be asked for."""
        return self.shop.versions.named("v2")

    # writing

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """Then its variations; if one of them is refused, a new product does not stay."""
        super().store(call, doc, new=new)
        if call is None or doc.get("type") != "variable" or not is_list(call.get("variations")):
            return
        try:
            self._store_parts(call, doc["id"])
        except Refused:
            if new:
                self.discard(call, doc)
            raise

    def _store_parts(self, call: Call, number: int) -> None:
        newer = self._newer()
        resource = self.shop.resource(_KIND, newer)
        for place, given in enumerate(filter(is_map, call.get("variations"))):
            verb = "update" if given.get("id") else "create"
            image = given.get("image")
            sent = {**given, "image": next(iter(image), None)} if is_list(image) else dict(given)
            path = {"product_id": number, **({"id": given["id"]} if verb == "update" else {})}
            inner = replace(
                call, description=newer, operation=newer.by_id[f"{_KIND}.{verb}"], params={**sent, **path},
                sent=frozenset(sent), path=path, in_batch=True, headers={},
            )  # fmt: skip
            shown = getattr(resource, verb)(inner)
            part = self.state.copy(_KIND, shown["id"]) or {}
            part["menu_order"] = place
            resource.save(part)
        sync.changed(self.shop, number)

    def set_variations(self, call: Call, doc: Doc, value: Any) -> None:
        """When the product is stored."""

    def set_brands(self, call: Call, doc: Doc, value: Any) -> None:
        """Those that exist; an empty list takes all away, and what is no list is not heard."""
        if is_list(value) or is_map(value):
            doc["brands"] = options.known_terms(self.shop, "products.brands", value)

    def set_download_type(self, call: Call, doc: Doc, value: Any) -> None:
        """There is but one."""

    def set_date_on_sale_from(self, call: Call, doc: Doc, value: Any) -> None:
        """A day, or a moment, of shop time."""
        if value is not None:
            self.take_date(doc, "date_on_sale_from", value)

    def set_date_on_sale_to(self, call: Call, doc: Doc, value: Any) -> None:
        """A day, or a moment, of shop time."""
        if value is not None:
            self.take_date(doc, "date_on_sale_to", value)

    def set_images(self, call: Call, doc: Doc, value: Any) -> None:
        """The one at place 0 is the product's own, others its gallery; what is not sent stays."""
        own, gallery = list(doc.get("images") or ())[:1], list(doc.get("images") or ())[1:]
        first: list[Json] = []
        others: list[Json] = []
        self.guard_pictures(elements(value))
        for item in elements(value):
            image = media.taken(self.shop, item, self.bad_upload, self.bad_image)
            if image is not None:
                (first if members(item).get("position") == 0 else others).append(image)
        doc["images"] = [*(first[-1:] or own), *(others or gallery)]


def _as_visitor(call: Call, description: Description, operation: str) -> Call:
    """The call, as one that reads for visitors."""
    params = {**call.params, "context": "view"}
    return replace(call, description=description, operation=description.by_id[operation], params=params)


def _by_slug(name: str, shown: Json) -> Json:
    """Among chosen options, attributes that are this product's own are called by what their name makes as a slug."""
    choices = elements(shown.get(name))
    return {**shown, name: [c if c.get("id") else {**c, "name": slug(str(c.get("name") or ""))} for c in choices]}


def _with_days(shown: Json) -> Json:
    """Sales begin and end on days, in UTC."""
    return {**shown, **{name: str(shown.get(f"{name}_gmt") or "")[:10] for name in _SALE_DATES}}
