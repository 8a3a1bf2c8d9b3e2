"""Categories, tags and shipping classes of the legacy API."""

from __future__ import annotations

from typing import Any, ClassVar

from ... import text
from ...description import Json
from ...errors import Refused
from ...hooks.products import media
from ...kinds import members
from ...schema import is_number, to_int
from ...state import Doc, Key, Query
from ..call import LegacyCall
from ..lists import Page
from ..resource import LegacyResource


class Terms(LegacyResource):
    """What products are sorted into. Lists have no pages, and no headers that tell of them."""

    #: The fields of a term.
    fields: ClassVar[tuple[str, ...]] = ("id", "name", "slug", "description", "count")
    #: The code of a new term below one that is not there.
    no_parent: ClassVar[str]

    def list(self, call: LegacyCall) -> Any:
        """All of them, in the order that the shop keeps them in."""
        return {self.many: [self.shown(call, key) for key in self.page(call).keys]}

    def page(self, call: LegacyCall) -> Page:
        """Everything."""
        query = Query(self.kind)
        query.order = ["d.position", "d.title COLLATE store"]
        keys = self.state.select(query)
        return Page(keys, len(keys), 1)

    def wanted(self, number: int) -> int:
        """The id of a term."""
        if not self.state.has(self.kind, number):
            raise Refused(404 if number else 400, f"woocommerce_api_invalid_{self.one}_id", "There is no such term.")
        return number

    def given(self, call: LegacyCall) -> Json:
        """What the envelope holds. Changes have a code of their own where it is missing."""
        if call.operation.verb == "update" and members(call.data).get(self.one) is None:
            raise Refused(400, f"woocommerce_api_missing_{self.one}", f"The body has no {self.one}.")
        return super().given(call)

    def created(self, call: LegacyCall, data: Json) -> Json:
        """WordPress's reasons all have one code."""
        parent = abs(to_int(data.get("parent") or 0))
        if parent and not self.state.has(self.kind, parent):
            raise Refused(400, f"woocommerce_api_{self.no_parent}", "There is no such parent.")
        if not str(data.get("name") or "").strip():
            raise Refused(400, f"woocommerce_api_cannot_create_{self.one}", "A term needs a name.")
        params = self.changes(call, data, None)
        try:
            made = self.run("create", params)
        except Refused as refusal:
            raise Refused(400, f"woocommerce_api_cannot_create_{self.one}", refusal.message) from refusal
        call.status = 201
        return self.shown(call, made["id"])

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """WordPress's reasons all have one code."""
        parent = abs(to_int(data.get("parent") or 0))
        if parent and not self.state.has(self.kind, parent):
            raise Refused(400, f"woocommerce_api_cannot_edit_{self.one}", "There is no such parent.")
        params = self.changes(call, data, self.state.get(self.kind, key))
        try:
            self.run("update", params, key)
        except Refused as refusal:
            raise Refused(400, f"woocommerce_api_cannot_edit_{self.one}", refusal.message) from refusal
        return self.shown(call, key)

    def delete(self, call: LegacyCall) -> Any:
        """Terms have no trash. All that are there can be deleted, even the default category, which wc/v3 keeps."""
        doc = self.state.get(self.kind, call.id)
        if doc is None:
            raise Refused(401, f"woocommerce_api_cannot_delete_{self.one}", "There is no such term.")
        self.resource.discard(self.newer("delete", {"force": True}, call.id), doc)
        return {"message": f"Deleted {self.one}"}

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """The parameters of `wc/v3`."""
        names = ("name", "slug", "description")
        return {name: text.scalar_text(data[name]) for name in names if data.get(name) is not None}

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A term in legacy form."""
        seen = {"parent": doc.get("_below") or 0, **self.seen(doc)}
        return {name: seen[name] for name in self.fields}


class Tags(Terms):
    """Tags."""

    kind, one, many = "products.tags", "product_tag", "product_tags"
    no_parent = "cannot_create_product_tag"


class ShippingClasses(Terms):
    """Shipping classes. They can stand below one another, which only this API shows."""

    kind, one, many = "products.shipping_classes", "product_shipping_class", "product_shipping_classes"
    fields = ("id", "name", "slug", "parent", "description", "count")
    no_parent = "invalid_product_shipping_class_parent"

    def created(self, call: LegacyCall, data: Json) -> Json:
        """A new class, below the one that it names."""
        return self._placed(call, super().created(call, data)["id"], data)

    def updated(self, call: LegacyCall, key: Key, data: Json) -> Json:
        """A class changed, and what it stands below."""
        super().updated(call, key, data)
        return self._placed(call, key, data)

    def _placed(self, call: LegacyCall, key: Key, data: Json) -> Json:
        doc = self.state.copy(self.kind, key) or {}
        if data.get("parent") is not None:
            parent = abs(to_int(data["parent"]))
            self.resource.save({**doc, "_below": 0 if parent == key else parent})
        return self.shown(call, key)


class Categories(Terms):
    """Categories, in a tree and with pictures."""

    kind, one, many = "products.categories", "product_category", "product_categories"
    fields = ("id", "name", "slug", "parent", "description", "display", "count")
    no_parent = "invalid_product_category_parent"

    def changes(self, call: LegacyCall, data: Json, doc: Doc | None) -> Json:
        """A picture is an id, or an address to fetch it from; anything empty takes it away."""
        found = super().changes(call, data, doc)
        if "parent" in data:
            found["parent"] = abs(to_int(data["parent"]))
        if data.get("display"):
            found["display"] = str(data["display"])
        image = data.get("image")
        if image is not None:
            source = {"id": to_int(image)} if is_number(image) else {"src": str(image)}
            failed = "woocommerce_api_product_category_image_upload_error"
            picture = media.taken(self.shop, source, failed, None)
            found["image"] = {"id": picture["id"]} if picture else {}
        return found

    def show(self, call: LegacyCall, doc: Doc) -> Json:
        """A picture is its address."""
        return {**super().show(call, doc), "image": members(doc.get("image")).get("src", "")}
