"""Variations: what they leave open they take from their product."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product as cross
from typing import Any, ClassVar

from ... import lists, schema, text
from ...call import Call
from ...description import Description, Json, Operation
from ...errors import Crashed, Refused
from ...kinds import elements, members
from ...state import Doc, Indexed, Query
from . import finding, media, options, sync
from .base import TAX_STATUSES, Sold

#: The most that are made in one go.
_MOST = 99


class Variations(Sold):
    """Variations of products, below their product or all together."""

    exists = "woocommerce_rest_product_variation_exists"
    not_created = "woocommerce_rest_product_variation_not_created"
    bad_upload = "woocommerce_variation_image_upload_error"
    bad_image = "woocommerce_variation_invalid_image_id"
    filters: ClassVar[lists.Filters] = finding.VARIATIONS
    shown_by = ("include_meta", "exclude_meta")
    #: Whether a product that is not there is noticed when attributes are set.
    looks_for_parent: ClassVar[bool] = True
    echoes_deletions = True
    hints_lost_since = ()

    def own_checks(self, operation: Operation, description: Description) -> Mapping[str, Json]:
        """Their product's tax status; all fields of a variation where several are made."""
        if operation.verb not in ("create", "update", "generate"):
            return {}
        status = {"tax_status": {"type": "string", "enum": list(TAX_STATUSES)}}
        create = description.by_id.get("products.variations.create")
        return {**create.body, **status} if operation.verb == "generate" and create is not None else status

    def missing(self, call: Call) -> Refused:
        """Before 9.2 a change of what is not there at all was a bad request."""
        due = super().missing(call)
        is_there = self.state.has(self.kind, self.call_key(call))
        bad = call.operation.verb == "update" and not is_there and not self.shop.since(9, 2)
        return Refused(400, due.code, due.message) if bad else due

    # reading

    def parent(self, doc: Doc) -> Doc:
        """The product."""
        return self.state.get("products", doc["_parent"]) or {}

    def chosen(self, doc: Doc) -> list[Json]:
        """Its options as they are seen."""
        return options.chosen(self.parent(doc), doc)

    def name(self, doc: Doc) -> str:
        """Its options: `Red, Large`."""
        return ", ".join(str(choice["option"]) for choice in self.chosen(doc))

    def facets(self, doc: Doc) -> Any:
        """What lists look for."""
        yield from finding.facets(self.shop, {**doc, "type": "variation"})
        for choice in doc.get("attributes") or ():
            yield f"attribute:{choice['slug']}", options.option_key(self.shop, choice)

    def index(self, doc: Doc) -> Indexed:
        """Under the name that a product's list shows."""
        found = super().index(doc)
        found.title = options.title(self.parent(doc), doc)
        found.text, found.slug = f"{found.title}\n{doc.get('description', '')}", doc.get("_slug") or text.slug(
            found.title
        )
        return found

    def show(self, call: Call, doc: Doc) -> Json:
        """With what the product gives."""
        shown, parent = super().show(call, doc), self.parent(doc)
        shown.update(type="variation", name=self.name(doc), parent_id=doc["_parent"], attributes=self.chosen(doc))
        self.priced(shown, doc)
        shown["sku"] = doc.get("sku") or parent.get("sku", "")
        shown["weight"] = text.filled(doc.get("weight"), parent.get("weight", ""))
        own, given = members(doc.get("dimensions")), members(parent.get("dimensions"))
        shown["dimensions"] = {
            side: text.filled(own.get(side), given.get(side, "")) for side in ("length", "width", "height")
        }
        shown["shipping_class_id"] = doc.get("shipping_class_id") or parent.get("shipping_class_id", 0)
        shown["tax_status"] = parent.get("tax_status", "taxable")
        shown["tax_class"] = self.taxed(str(shown.get("tax_class") or ""))
        if not call.edit:
            shown["tax_class"] = (
                parent.get("tax_class", "") if doc.get("tax_class") == "parent" else doc.get("tax_class", "")
            )
            shown["image"] = doc.get("image") or next(iter(parent.get("images") or ()), None)
        if doc.get("manage_stock") is not True and (parent.get("manage_stock") is True or parent.get("_managed")):
            shown["manage_stock"] = "parent"
            for name in ("stock_quantity", "stock_status", "backorders"):
                shown[name] = parent.get(name)
            shown["stock_quantity"] = shown["stock_quantity"] or 0
        shown["purchasable"] = doc.get("status") == "publish" and shown["price"] != ""
        shown["description"] = text.polished(doc.get("description") or "")
        shown["permalink"] = self.permalink(doc, parent)
        self.shown_class(shown)
        self.shown_stock(shown)
        self.shown_meta(shown, call)
        for name in ("price_html", "variations", "total_sales"):
            shown.pop(name, None)
        return shown

    def permalink(self, doc: Doc, parent: Doc) -> str:
        """The product's page with the options chosen."""
        products: Any = self.shop.resource("products")
        address: str = products.permalink(parent) if parent else f"{self.shop.url}/?p={doc['id']}"
        pairs = [f"attribute_{c['slug']}={options.option_key(self.shop, c)}" for c in self.chosen(doc)]
        return address + ("&" if "?" in address else "?") + "&".join(pairs) if pairs else address

    def links(self, call: Call, doc: Doc) -> Json:
        """Up to the product. The list of all variations knows no product, and links to routes that do not exist."""
        if call.operation.kind != self.kind and not call.operation.writes:
            url = self.shop.rest_url(call.description, "/variations")
            up = self.shop.rest_url(call.description, "/products/0")
            return {"self": [{"href": f"{url}/{doc['id']}"}], "collection": [{"href": url}], "up": [{"href": up}]}
        url = self.shop.rest_url(call.description, f"/products/{doc['_parent']}")
        found = super().links(call, doc)
        for link in found["collection"]:
            link["href"] = f"{url}/variations"
        return {**found, "up": [{"href": url}]}

    def location(self, call: Call, doc: Doc) -> str:
        """WooCommerce leaves the product's number open."""
        path = f"/products/(?P<product_id>[\\d]+)/variations/{doc['id']}"
        return self.shop.rest_url(call.description, path)

    # writing

    def blank(self, call: Call) -> Doc:
        """With nothing of its own."""
        doc = super().blank(call)
        doc.update(status="publish", tax_class="parent", stock_status="instock", stock_quantity=None, image=None)
        doc.update(attributes=[], manage_stock=False)
        for name in ("type", "name", "parent_id"):
            doc.pop(name, None)
        return doc

    def create(self, call: Call) -> Any:
        """A new one. Its stock does not follow its product's before the answer is written."""
        shown: Json = super().create(call)
        if shown.get("manage_stock") == "parent":
            made = self.state.get(self.kind, shown["id"]) or {}
            self.shown_at_first(shown, str(made.get("stock_status")))
        return shown

    def shown_at_first(self, shown: Json, stock: str) -> None:
        """The stock in the answer to a new one."""
        shown["stock_status"] = stock
        self.shown_stock(shown)

    def change(self, call: Call, doc: Doc, *, new: bool) -> None:
        """The product must be there: where WooCommerce does not look, it trips over it."""
        if not self.state.has("products", doc["_parent"]):
            if self.looks_for_parent and call.gave("attributes"):
                code = "woocommerce_rest_product_variation_invalid_parent"
                raise Refused(404, code, "There is no such product.")
            raise Crashed("There is no such product.")
        super().change(call, doc, new=new)

    def store(self, call: Call | None, doc: Doc, *, new: bool) -> None:
        """The product takes over what follows."""
        if new:
            doc["_slug"] = self.free_slug(doc, text.slug(self.index(doc).title))
        super().store(call, doc, new=new)
        sync.changed(self.shop, doc["_parent"], below=True)

    def free_slug(self, doc: Doc, slug: str) -> str:
        """A slug that no other variation has, but for those in the trash."""
        tried, count = slug, 1
        while True:
            query = Query(self.kind)
            query.one_of("slug", [tried])
            query.one_of("status", ["trash"], negate=True)
            if all(key == doc["id"] for key in self.state.select(query)):
                return tried
            count += 1
            tried = f"{slug}-{count}"

    def discard(self, call: Call, doc: Doc) -> None:
        """The product loses it."""
        super().discard(call, doc)
        sync.changed(self.shop, doc["_parent"], below=True)

    def throw_away(self, call: Call, doc: Doc) -> None:
        """The product loses it."""
        super().throw_away(call, {**doc, "slug": self.index(doc).slug})
        sync.changed(self.shop, doc["_parent"], below=True)

    def set_attributes(self, call: Call, doc: Doc, value: Any) -> None:
        """Options for attributes that the product varies by; others are not heard."""
        doc["attributes"] = options.choices(self.shop, self.parent(doc), value)

    def set_image(self, call: Call, doc: Doc, value: Any) -> None:
        """One picture, or none."""
        doc["image"] = media.taken(self.shop, value, self.bad_upload, self.bad_image)

    def set_tax_class(self, call: Call, doc: Doc, value: Any) -> None:
        """`parent` is the product's."""
        if value == "parent":
            doc["tax_class"] = value
        else:
            super().set_tax_class(call, doc, value)

    def set_manage_stock(self, call: Call, doc: Doc, value: Any) -> None:
        """`parent` is what a variation that does not manage its own stock shows."""
        doc["manage_stock"] = text.switched_on(value)

    def looser(self, name: str) -> Json:
        """Since WooCommerce 10.5 a text can say whether stock is managed."""
        is_text = name == "manage_stock" and self.shop.since(10, 5)
        return {"type": ["boolean", "string"]} if is_text else super().looser(name)

    def set_menu_order(self, call: Call, doc: Doc, value: Any) -> None:
        """0 is not heard."""
        if value:
            doc["menu_order"] = schema.to_place(value)

    def set_name(self, call: Call, doc: Doc, value: Any) -> None:
        """Read only, like its type and product."""

    set_type = set_parent_id = set_name

    # seeds

    def adopt(self, doc: Doc) -> None:
        """What a snapshot shows of the product is not the variation's own; older stores tell no slugs of attributes."""
        parent = self.parent(doc)
        for choice in elements(doc.get("attributes")):
            shared = self.state.get("products.attributes", choice.get("id") or 0)
            choice.setdefault("slug", shared["slug"] if shared else text.slug(str(choice.get("name") or "")))
        for name in ("sku", "weight", "shipping_class_id"):
            if doc.get(name) == parent.get(name):
                doc[name] = 0 if name == "shipping_class_id" else ""
        given = members(parent.get("dimensions"))
        doc["dimensions"] = {k: "" if v == given.get(k) else v for k, v in members(doc.get("dimensions")).items()}
        if doc.get("manage_stock") == "parent":
            doc.update(manage_stock=False, stock_quantity=None)
        doc["description"] = str(doc.get("description") or "").removesuffix("\n")
        if doc.get("tax_class", "") == parent.get("tax_class", ""):
            doc["tax_class"] = "parent"
        if doc.get("image") in (parent.get("images") or ()):
            doc["image"] = None
        media.keep(self.shop, doc.get("image"))
        for name in ("type", "name", "parent_id", "price"):
            doc.pop(name, None)

    def seed(self, value: Any, path: Json) -> None:
        """The product is told when all are there."""
        super().seed(value, path)
        if path:
            sync.changed(self.shop, int(next(iter(path.values()))))

    # options

    def generate(self, call: Call) -> Json:
        """A variation for each combination of options that has none."""
        parent = self.state.get("products", schema.to_int(call.path.get("product_id")))
        if parent is None:
            raise Refused(404, "woocommerce_rest_product_invalid_id", "There is no such product.")
        axes = [a for a in parent.get("attributes") or () if a.get("variation") and a.get("options")]
        wanted = [
            tuple((options.key_of(axis), option) for axis, option in zip(axes, choice, strict=True))
            for choice in cross(*(axis["options"] for axis in axes))
        ] if axes else []  # fmt: skip
        known = sync.variations(self.shop, parent["id"])
        taken = {tuple((c["slug"], c["option"]) for c in doc.get("attributes") or ()) for doc in known}
        create = call.operation_of("create", self.kind)
        assert create is not None
        made = 0
        for choice in [w for w in wanted if w not in taken][:_MOST]:
            self._made(call, parent, axes, choice)
            made += 1
        answer: Json = {"count": made}
        if schema.to_bool(call.get("delete", False)):
            answer["deleted_count"] = self._without_unmatched(call, known, wanted)
        for place, doc in enumerate(sync.variations(self.shop, parent["id"]), 1):
            copy = self.state.copy(self.kind, doc["id"]) or {}
            copy["menu_order"] = place
            self.save(copy)
        sync.changed(self.shop, parent["id"], below=True)
        return answer

    def _made(self, call: Call, parent: Doc, axes: list[Json], options: tuple[tuple[str, str], ...]) -> None:
        from dataclasses import replace

        defaults = call.get("default_values")
        given: Json = dict(members(defaults))
        if isinstance(call.get("meta_data"), list):
            given["meta_data"] = call.get("meta_data")
        given["attributes"] = [
            {"id": axis["id"], "name": axis["name"], "option": option}
            for axis, (_, option) in zip(axes, options, strict=True)
        ]
        operation = call.operation_of("create", self.kind)
        assert operation is not None
        inner = replace(
            call, operation=operation, params={**given, **call.path}, sent=frozenset(given), in_batch=True, headers={}
        )
        self.create(inner)

    def _without_unmatched(self, call: Call, known: list[Doc], wanted: list[tuple[tuple[str, str], ...]]) -> int:
        left, count = list(wanted), 0
        for doc in known:
            options = tuple((c["slug"], c["option"]) for c in doc.get("attributes") or ())
            if options in left:
                left.remove(options)
            else:
                self.discard(call, doc)
                count += 1
        return count
