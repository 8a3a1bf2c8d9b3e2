"""What coupons take off the lines of an order. All sums are in the smallest unit of money, as in WooCommerce."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_DOWN, Decimal

from ... import money
from ...kinds import elements
from ...resource import Shop
from ...state import Doc
from . import bought
from .bought import Bought

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(slots=True)
class Item:
    """A line that a coupon may make cheaper."""

    line: Doc
    product: Bought | None
    quantity: int
    #: What all of it costs before discounts; with taxes, where prices contain them.
    price: Decimal
    taken: Decimal = ZERO

    @property
    def left(self) -> Decimal:
        """What it costs after the discounts so far."""
        return abs(money.rounded(self.price - self.taken, 0))


class Discounts:
    """The discounts of one order, coupon by coupon."""

    def __init__(self, shop: Shop, order: Doc) -> None:
        self.sequentially = shop.option("general", "woocommerce_calc_discounts_sequentially", "no") == "yes"
        self.unit = Decimal(10) ** shop.places
        self.items = [self._item(shop, order, line) for line in order["line_items"]]
        # The dearest first: rests of a cent go there.
        self.items.sort(key=lambda item: item.price / item.quantity if item.quantity > 1 else item.price, reverse=True)
        #: Coupon code in lower case → line id → discount, in money.
        self.by_coupon: dict[str, dict[int, Decimal]] = {}

    def _item(self, shop: Shop, order: Doc, line: Doc) -> Item:
        price = money.decimal(line["subtotal"])
        if order.get("prices_include_tax"):
            price += money.decimal(line["subtotal_tax"])
        cents = money.rounded(price * self.unit, max(0, 6 - shop.places))
        return Item(line, bought.of_line(shop, line), int(line["quantity"]), cents)

    def by_line(self) -> dict[int, Decimal]:
        """Line id → all that coupons take off it, in money."""
        return {item.line["id"]: item.taken / self.unit for item in self.items}

    def apply(self, coupon: Doc) -> None:
        """Take a coupon's discount off the lines that it is for."""
        before = {item.line["id"]: item.taken for item in self.items}
        items = [i for i in self.items if i.left > 0 and i.quantity > 0 and fits(coupon, i.product)]
        amount = money.decimal(coupon.get("amount"))
        match coupon.get("discount_type"):
            case "percent":
                self._percent(coupon, items, amount)
            case "fixed_product":
                self._each(items, amount * self.unit, coupon.get("limit_usage_to_x_items") or 0)
            case _:
                self._cart(items, amount * self.unit, coupon.get("limit_usage_to_x_items") or 0)
        self.by_coupon[str(coupon["code"]).lower()] = {
            item.line["id"]: (item.taken - before[item.line["id"]]) / self.unit for item in self.items
        }

    def _percent(self, coupon: Doc, items: list[Item], amount: Decimal) -> None:
        limit, used = int(coupon.get("limit_usage_to_x_items") or 0), 0
        given = whole = ZERO
        for item in items:
            full = item.left if self.sequentially else money.rounded(item.price, 0)
            count = max(0, min(limit - used, item.quantity)) if limit else item.quantity
            part = full / item.quantity * count
            discount = _whole(min(item.left, (part * amount / 100).to_integral_value(ROUND_FLOOR)))
            item.taken += discount
            given, whole, used = given + discount, whole + part, used + count
        # Each line's discount was rounded down: what the whole would have got more goes out cent by cent.
        self._rest(items, _whole(whole * amount / 100) - given)

    def _each(self, items: list[Item], amount: Decimal, limit: int) -> Decimal:
        given, used = ZERO, 0
        for item in items:
            count = max(0, min(limit - used, item.quantity)) if limit else item.quantity
            one = min(amount, item.price / item.quantity) if limit else amount
            discount = min(item.left, one * count)
            item.taken += discount
            given, used = given + discount, used + count
        return given

    def _cart(self, items: list[Item], amount: Decimal, limit: int) -> None:
        while amount > 0:
            items = [item for item in items if item.left > 0]
            count = sum(item.quantity for item in items)
            if not count:
                return
            each = (amount / count).to_integral_value(ROUND_FLOOR)
            if not each:
                self._rest(items, amount)
                return
            given = self._each(items, each, limit)
            if not given:
                return
            amount -= given

    def _rest(self, items: list[Item], amount: Decimal) -> None:
        """A small rest, one unit for each piece in turn."""
        for item in items:
            for _ in range(min(item.quantity, int(amount) + 1)):
                if amount <= 0:
                    return
                discount = min(item.left, ONE)
                item.taken += discount
                amount -= discount


def _whole(amount: Decimal) -> Decimal:
    return amount.quantize(ONE, ROUND_HALF_DOWN, money.WIDE)


def of_cart(coupon: Doc) -> bool:
    """Whether a coupon is for an order as a whole."""
    return coupon.get("discount_type") not in ("percent", "fixed_product")


def fits(coupon: Doc, product: Bought | None) -> bool:
    """Whether a coupon is for a product."""
    if of_cart(coupon):
        return True
    if product is None:
        return False
    ids = set(elements(coupon.get("product_ids")))
    categories = set(elements(coupon.get("product_categories")))
    if (ids or categories) and not (ids & product.ids or categories & product.categories):
        return False
    if set(elements(coupon.get("excluded_product_ids"))) & product.ids:
        return False
    if set(elements(coupon.get("excluded_product_categories"))) & product.categories:
        return False
    return not (coupon.get("exclude_sale_items") and product.on_sale)
