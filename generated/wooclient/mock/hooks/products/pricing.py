"""What products cost: sale windows, the price that counts now, and prices as the shop's pages show them."""

from __future__ import annotations

import html
from decimal import Decimal
from typing import Any, ClassVar

from ... import dates, money
from ...resource import Shop
from ...state import Doc


def on_sale(shop: Shop, doc: Doc) -> bool:
    """Whether the sale price counts at this moment."""
    sale = doc.get("sale_price") or ""
    if sale == "" or money.decimal(doc.get("regular_price")) <= money.decimal(sale):
        return False
    start, end = doc.get("date_on_sale_from_gmt"), doc.get("date_on_sale_to_gmt")
    now = dates.utc(shop.now())
    return not (start and now < start) and not (end and now > end)


def price(shop: Shop, doc: Doc) -> str:
    """What one costs at this moment; empty if it has no price."""
    return str((doc.get("sale_price") if on_sale(shop, doc) else doc.get("regular_price")) or "")


def tidy(doc: Doc) -> None:
    """A sale price that is not below the regular one is dropped."""
    sale = doc.get("sale_price") or ""
    if sale != "" and money.decimal(sale) >= money.decimal(doc.get("regular_price")):
        doc["sale_price"] = ""


def span(prices: list[str]) -> tuple[str, str]:
    """The lowest and the highest of some prices; empty if there are none."""
    known = [p for p in prices if p != ""]
    return (min(known, key=money.decimal), max(known, key=money.decimal)) if known else ("", "")


class Tags:
    """Prices as HTML, in the shop's currency and with its separators."""

    _POSITIONS: ClassVar[dict[str, str]] = {
        "left": "{s}{n}",
        "right": "{n}{s}",
        "left_space": "{s}&nbsp;{n}",
        "right_space": "{n}&nbsp;{s}",
    }

    def __init__(self, shop: Shop) -> None:
        def option(name: str, default: str) -> str:
            return str(shop.option("general", f"woocommerce_{name}", default))

        known = shop.state.get("data.currencies", shop.currency) or {}
        self.symbol = str(known.get("symbol") or html.escape(shop.currency))
        self.pattern = self._POSITIONS.get(option("currency_pos", "left"), "{s}{n}")
        self._signs = str.maketrans({".": option("price_decimal_sep", "."), ",": option("price_thousand_sep", ",")})
        self.places = shop.places
        self.spoken = not shop.release or shop.release[0] >= 10
        self._amounts: dict[tuple[str, bool], str] = {}

    def number(self, value: Any) -> str:
        """`1234.5` → `1,234.50`. No price that is shown is below 0."""
        amount: Decimal = max(money.ZERO, money.rounded(value, self.places))
        text = f"{amount:,.{self.places}f}"
        return text.translate(self._signs)

    def amount(self, value: Any, hidden: bool = False) -> str:
        """One price."""
        known = self._amounts.get((str(value), hidden))
        if known is None:
            symbol = f'<span class="woocommerce-Price-currencySymbol">{self.symbol}</span>'
            inner = self.pattern.format(s=symbol, n=self.number(value))
            aside = ' aria-hidden="true"' if hidden else ""
            known = f'<span class="woocommerce-Price-amount amount"{aside}><bdi>{inner}</bdi></span>'
            self._amounts[str(value), hidden] = known
        return known

    def reduced(self, old: Any, new: Any) -> str:
        """A price struck out beside the one that counts."""
        return (
            f'<del aria-hidden="true">{self.amount(old)}</del> {self._spoken(f"It was {self._bare(old)}.")}'
            f'<ins aria-hidden="true">{self.amount(new)}</ins>{self._spoken(f"It is {self._bare(new)}.")}'
        )

    def range(self, low: Any, high: Any) -> str:
        """From one price to another. Before WooCommerce 10 nothing was said to those who do not see the page."""
        if not self.spoken:
            return f"{self.amount(low)} &ndash; {self.amount(high)}"
        spoken = self._spoken(f"From {self._bare(low)} to {self._bare(high)}")
        return f'{self.amount(low, True)} <span aria-hidden="true">&ndash;</span> {self.amount(high, True)}{spoken}'

    def _spoken(self, words: str) -> str:
        """What those hear who do not see the page."""
        return f'<span class="screen-reader-text">{words}</span>'

    def _bare(self, value: Any) -> str:
        """A price without markup."""
        return self.pattern.format(s=self.symbol, n=self.number(value))
