"""A shirt in fits and dyes: attributes, terms, variations in one batch, prices raised, one size sold out."""

from __future__ import annotations

from decimal import Decimal
from itertools import product as pairs

from wooclient import WooClient
from wooclient.v3 import Product

SIZES, COLOURS = ("S", "M", "L"), ("Indigo", "Chalk")


# --- the program ---
def publish_shirt(woo: WooClient) -> Product:
    """Make the shirt with one variation for each size and colour."""
    choices = {"Fit": SIZES, "Dye": COLOURS}
    attributes: list[dict[str, object]] = []
    for place, (name, words) in enumerate(choices.items()):
        attribute = woo.products.attributes.create(name=name)
        woo.products.attributes.terms.batch(
            attribute.id, create=[{"name": word, "menu_order": at} for at, word in enumerate(words)]
        ).raise_for_errors()
        attributes.append(
            {"id": attribute.id, "position": place, "visible": True, "variation": True, "options": list(words)}
        )
    shirt = woo.products.create(name="Work shirt", type="variable", sku="SHIRT", attributes=attributes)
    ids = [attribute["id"] for attribute in attributes]
    woo.products.variations.batch(
        shirt.id,
        create=[
            {
                "sku": f"SHIRT-{size}-{colour[:3]}".upper(),
                "regular_price": Decimal("39.90"),
                "manage_stock": True,
                "stock_quantity": 4,
                "attributes": [{"id": ids[0], "option": size}, {"id": ids[1], "option": colour}],
            }
            for size, colour in pairs(SIZES, COLOURS)
        ],
    ).raise_for_errors()
    return woo.products.get(shirt.id)


def raise_prices(woo: WooClient, shirt: int, percent: Decimal) -> None:
    """Change every variation's price, rounded to cents."""
    for variation in woo.products.variations.iter(shirt):
        assert variation.regular_price is not None
        variation.regular_price = (variation.regular_price * (1 + percent / 100)).quantize(Decimal("0.01"))
        woo.products.variations.save(shirt, variation)


# --- until here ---


def test_a_shirt_in_six_variations(woo_client: WooClient) -> None:
    woo = woo_client
    shirt = publish_shirt(woo)
    assert len(shirt.variations) == 6
    assert [attribute.options for attribute in shirt.attributes] == [list(SIZES), list(COLOURS)]
    raise_prices(woo, shirt.id, Decimal(5))
    variations = {one.sku: one for one in woo.products.variations.iter(shirt.id)}
    assert sorted(variations) == sorted(f"SHIRT-{size}-{colour[:3]}".upper() for size, colour in pairs(SIZES, COLOURS))
    assert {one.regular_price for one in variations.values()} == {Decimal("41.90")}
    assert woo.products.get(shirt.id).price == Decimal("41.90")

    sold_out = variations["SHIRT-M-CHA"]
    order = woo.orders.create(
        line_items=[{"product_id": shirt.id, "variation_id": sold_out.id, "quantity": 4}], set_paid=True
    )
    assert order.total == Decimal("167.60")
    assert [(meta.key, meta.display_value) for meta in order.line_items[0].meta_data[:2]] == [
        ("pa_fit", "M"),
        ("pa_dye", "Chalk"),
    ]
    assert woo.products.variations.get(shirt.id, sold_out.id).stock_status == "outofstock"
    assert woo.products.get(shirt.id).stock_status == "instock"
