"""What tells the versions of legacy products apart, and how `wc/v3` shows a product."""

from __future__ import annotations

from typing import ClassVar

from ...description import Json
from ...state import Doc
from ..resource import LegacyResource

VARIATIONS = "products.variations"


class LegacyProduct(LegacyResource):
    """Products and variations, without what is done with them."""

    kind, one, many = "products", "product", "products"
    meta_name = "product_meta"
    counted_by = "type"
    codes: ClassVar = {"woocommerce_rest_product_not_created": (400, "woocommerce_api_cannot_create_product")}
    #: The types of products that show what they belong to.
    with_parent: ClassVar[tuple[str, ...]] = ("simple", "variation")
    #: What this version does not tell.
    untold: ClassVar[tuple[str, ...]] = ()
    untold_of_variations: ClassVar[tuple[str, ...]] = ()
    #: Whether a variation without a stock of its own has 0.
    counts_unmanaged_stock: ClassVar[bool] = False
    #: Whether attributes are called by their slugs.
    names_by_slug: ClassVar[bool] = False

    def seen_as_product(self, doc: Doc) -> Json:
        """As `wc/v3` shows a product."""
        return self.seen(doc)

    def seen_variation(self, doc: Doc) -> Json:
        """As `wc/v3` shows a variation."""
        path = {"product_id": doc["_parent"]}
        call = self.newer("get", {}, doc["id"], kind=VARIATIONS, **path)
        return self.shop.resource(VARIATIONS).show(call, doc)

    def price(self, value: str) -> str:
        """A price as this version writes it."""
        return value

    def weight(self, value: str) -> str | None:
        """A weight as this version writes it."""
        return None if value in ("", "0") else value
