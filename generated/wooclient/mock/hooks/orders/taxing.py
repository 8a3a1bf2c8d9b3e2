"""Taxes of orders: where an order is taxed, which rates apply there, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal

from ... import money, text
from ...kinds import elements
from ...resource import Shop
from ...state import Doc
from . import postcodes

Taxes = dict[int, Decimal]
#: Decimals that taxes are kept with; what is shown has fewer.
_PRECISION = 6
_PICKUP = ("local_pickup", "legacy_local_pickup", "pickup_location")


def enabled(shop: Shop) -> bool:
    """Whether the shop has taxes at all."""
    return bool(shop.option("general", "woocommerce_calc_taxes", "no") == "yes")


def included(shop: Shop) -> bool:
    """Whether prices in the shop contain taxes."""
    return bool(shop.option("tax", "woocommerce_prices_include_tax", "no") == "yes")


def at_subtotal(shop: Shop) -> bool:
    """Whether taxes are rounded only once, for the whole order."""
    return bool(shop.option("tax", "woocommerce_tax_round_at_subtotal", "no") == "yes")


def rounded(shop: Shop, tax: Decimal) -> Decimal:
    """A tax to the decimals of prices: halves go down where prices contain taxes, so that sums still match."""
    mode = ROUND_HALF_DOWN if included(shop) else ROUND_HALF_UP
    return tax.quantize(Decimal(1).scaleb(-shop.places), mode, money.WIDE)


def base(shop: Shop) -> Doc:
    """The shop's own address."""
    country, _, state = str(shop.option("general", "woocommerce_default_country", "US:CA")).partition(":")
    return {
        "country": country,
        "state": state,
        "postcode": str(shop.option("general", "woocommerce_store_postcode", "")),
        "city": str(shop.option("general", "woocommerce_store_city", "")),
    }


def due(shop: Shop, order: Doc) -> bool:
    """Whether an order is taxed: taxes are switched on, and no custom field says that its customer is exempt."""
    held = order.get("meta_data", ())
    return enabled(shop) and not any((one["key"], one["value"]) == ("is_vat_exempt", "yes") for one in held)


def place(shop: Shop, order: Doc) -> Doc:
    """The address that an order is taxed by."""
    by = str(shop.option("tax", "woocommerce_tax_based_on", "shipping"))
    if any(line.get("method_id") in _PICKUP for line in order["shipping_lines"]):
        by = "base"
    if by == "shipping" and not order["shipping"].get("country"):
        by = "billing"
    found: Doc = order["billing" if by == "billing" else "shipping"]
    return base(shop) if by == "base" or not found.get("country") else found


def rates(shop: Shop, where: Doc, tax_class: str, *, shipping: bool = False) -> list[Doc]:
    """The rates of a class for an address: the most particular one of each priority."""
    known = tax_class if shop.state.has("taxes.classes", tax_class) and tax_class != "standard" else ""
    found = [r for r in shop.state.all("taxes") if _applies(r, where, known)]
    found.sort(key=lambda rate: _rank(rate, where))
    chosen: dict[int, Doc] = {}
    for rate in found:
        chosen.setdefault(int(rate.get("priority") or 0), rate)
    return [rate for rate in chosen.values() if not shipping or rate.get("shipping")]


def _rank(rate: Doc, where: Doc) -> tuple[object, ...]:
    exact = [not rate.get(name) for name in ("country", "state")]
    # Not by `order`: that only says where the rate stands in the list of settings.
    return (rate.get("priority") or 0, *exact, -_rows(rate, where), rate["id"])


def _rows(rate: Doc, where: Doc) -> int:
    """How many rows WooCommerce's query counts of a rate's postcodes and cities: more of them go first.

    It joins the table of places with itself, so that a postcode is no more particular than a city, and each place of a
    rate that names only postcodes, or only cities, counts again.
    """
    cities, codes = _cities(rate), _postcodes(rate)
    if not codes:
        return len(cities)
    matching = sum(_is_in(where, code) for code in codes)
    return matching if cities else matching * len(codes)


def _applies(rate: Doc, where: Doc, tax_class: str) -> bool:
    own = str(rate.get("class") or "")
    if ("" if own == "standard" else own) != tax_class:
        return False
    for name in ("country", "state"):
        if rate.get(name) and str(rate[name]).upper() != str(where.get(name) or "").upper():
            return False
    cities, codes = _cities(rate), _postcodes(rate)
    if cities and str(where.get("city") or "").upper() not in cities:
        return False
    return not codes or any(_is_in(where, code) for code in codes)


def _is_in(where: Doc, pattern: str) -> bool:
    return postcodes.fits(str(where.get("postcode") or ""), str(where.get("country") or ""), pattern)


def _cities(rate: Doc) -> set[str]:
    return {str(city).upper() for city in elements(rate.get("cities")) if city}


def _postcodes(rate: Doc) -> list[str]:
    return [str(code) for code in elements(rate.get("postcodes")) if code]


def computed(price: Decimal, applying: Iterable[Doc], *, inclusive: bool = False) -> Taxes:
    """The tax of each rate on a price, on top of it or contained in it. Compound rates tax the other taxes too."""
    listed = [(int(r["id"]), money.decimal(r.get("rate")) / 100, bool(r.get("compound"))) for r in applying]
    taxes: Taxes = {}
    if inclusive:
        taxes = {number: Decimal(0) for number, _, _ in listed}
        net = price
        for number, rate, compound in reversed(listed):
            if compound:
                taxes[number] = net - net / (1 + rate)
                net -= taxes[number]
        whole = 1 + sum((rate for _, rate, compound in listed if not compound), Decimal(0))
        for number, rate, compound in listed:
            if not compound:
                taxes[number] = net * rate / whole
    else:  # plain rates come first, in the order's tax lines too
        for number, rate, compound in listed:
            if not compound:
                taxes[number] = price * rate
        for number, rate, compound in listed:
            if compound:
                taxes[number] = (price + sum(taxes.values(), Decimal(0))) * rate
    return {number: money.rounded(tax, _PRECISION) for number, tax in taxes.items()}


def without(shop: Shop, price: Decimal, tax_class: str) -> Decimal:
    """A price of the shop without the taxes of the shop's own address that it contains."""
    inside = computed(price, rates(shop, base(shop), tax_class), inclusive=True)
    return price - sum(inside.values(), Decimal(0))


def code(rate: Doc) -> str:
    """A rate's name on orders: `US-CA-CA TAX-1`."""
    parts = (rate.get("country"), rate.get("state"), rate.get("name") or "TAX", rate.get("priority") or 0)
    return text.upper("-".join(str(part) for part in parts if part))
