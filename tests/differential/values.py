"""Values for fields and parameters, drawn by name and schema: most as people send them, some odd."""

from __future__ import annotations

from random import Random
from typing import Any, Protocol

Json = dict[str, Any]
#: How often a request has an odd value.
ODD = 0.12
WORDS = ("Kettle", "Mug", "Green tea", "Teapot 1.5 l", "Linen cloth", "Oak tray", "Spoon & fork", "Jasmine", "Gift box")
SCRIPTS = ("Чайник", "急須 鉄", "إبريق شاي", "Θερμός", "Théière d’été", "🍵 tea", "Tee\u200bkanne", "Žluťoučký kůň")
HTML = (
    "<b>Bold</b> mug",
    "<script>alert(1)</script>Mug", "A < B & C > D", "Mug &amp; Co", '<a href="https://x.example">link</a>',
    "<p>One</p>\n\n<p>Two</p>", "<img src=x onerror=alert(1)>", "5 > 3 \"quoted\" 'single'", "<br/>line",
    "<!-- note -->x",
)  # fmt: skip
TEXTS = (
    "",
    " ",
    "  padded  ",
    "two\nlines",
    "tab\there",
    "100%",
    "%20",
    "a/b\\c",
    "null",
    "0",
    "-1",
    "é" * 40,
    "#$%^*()",
)
#: Of another type than any that is asked for.
OTHERS: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 12345678901234567890, "abc", "", [], {}, ["a"], {"a": "b"}, [[1]], [None],
    "1e3", " 7 ",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (0, 1, 2, 3, 5, 10, 17, "4", -1, 99, 1000000, 2147483648, "abc", 1.5, "")
AMOUNTS = ("10", "12.50", "9.99", "0", "199.00", "3.333", "1000", "0.01", "24.95", "5")
ODD_AMOUNTS = (
    "",
    "abc",
    "12,50",
    "1,234.50",
    "-5",
    "1e3",
    ".5",
    "00012.5",
    "99999999999",
    "12.345678",
    " 8 ",
    "$5",
    "5%",
)
DATES = (
    "2024-02-29T10:00:00",
    "2025-06-01T00:00:00",
    "2026-01-15T23:59:59",
    "2030-12-24T12:30:00",
    "2023-03-26T02:30:00",
)
ODD_DATES = (
    "2024-02-29", "yesterday", "", "2024-13-01T00:00:00", "2025-06-01T00:00:00Z", "2025-06-01T00:00:00+02:00", "0",
    "1700000000", "2024-02-30T10:00:00", "01/02/2024",
)  # fmt: skip
PLACES: tuple[Json, ...] = (
    {"country": "US", "state": "CA", "city": "Oakland", "postcode": "94607", "address_1": "1 Main St"},
    {"country": "US", "state": "NY", "city": "New York", "postcode": "10001", "address_1": "5 Fifth Ave"},
    {"country": "DE", "state": "DE-BE", "city": "Berlin", "postcode": "10115", "address_1": "Torstraße 1"},
    {"country": "GB", "state": "", "city": "London", "postcode": "sw1a 1aa", "address_1": "10 Downing Street"},
    {"country": "FR", "state": "", "city": "Paris", "postcode": "75001", "address_1": "1 rue de Rivoli"},
    {"country": "JP", "state": "JP13", "city": "東京", "postcode": "1000001", "address_1": "千代田 1-1"},
    {"country": "CA", "state": "ON", "city": "Toronto", "postcode": "m5v 3l9", "address_1": "1 Front St"},
)
#: Fields by name: what they are, where the schema does not say.
_AMOUNTS = frozenset({
    "regular_price", "sale_price", "amount", "total", "subtotal", "minimum_amount", "maximum_amount", "cost", "price",
    "total_tax", "subtotal_tax", "cart_tax", "discount_total", "shipping_total",
})  # fmt: skip
_MEASURES = frozenset(["weight", "length", "width", "height"])
_RECORDS = {
    "product_id": "/products", "variation_id": "variations", "product_ids": "/products",
    "exclude_product_ids": "/products",
    "excluded_product_ids": "/products", "customer_id": "/customers", "customer": "/customers",
    "parent_id": "/products",
    "upsell_ids": "/products", "cross_sell_ids": "/products", "grouped_products": "/products", "parent": "same",
    "product_categories": "/products/categories", "excluded_product_categories": "/products/categories",
    "category": "/products/categories", "tag": "/products/tags", "brand": "/products/brands", "include": "same",
    "exclude": "same", "parent_exclude": "same", "product": "/products", "attribute_term": "terms",
    "shipping_class_id": "/products/shipping_classes", "exclude_product_category_ids": "/products/categories",
    "product_category_ids": "/products/categories", "parent_order": "/orders",
}  # fmt: skip


class Records(Protocol):
    """Where ids come from."""

    def reference(self, collection: str) -> Any:
        """A reference to a record of a collection, or an id that nothing has."""
        ...

    def codes(self) -> list[str]:
        """The codes of coupons."""
        ...


class Drawer:
    """Draws values."""

    def __init__(self, random: Random, records: Records) -> None:
        self.random = random
        self.records = records
        self.count = 0

    def chance(self, share: float) -> bool:
        """Whether something with this share of all cases is to be."""
        return self.random.random() < share

    def one(self, of: Any) -> Any:
        """One of several."""
        return self.random.choice(list(of))

    def unique(self, word: str) -> str:
        """A text that no other has."""
        self.count += 1
        return f"{word}{self.count}"

    def text(self) -> str:
        """A text as names and descriptions have it."""
        draw = self.random.random()
        if draw < 0.7:
            return f"{self.one(WORDS)} {self.random.randrange(100)}"
        return str(self.one(SCRIPTS if draw < 0.82 else HTML if draw < 0.95 else TEXTS))

    def odd(self, schema: Json) -> Any:
        """A value that a field does not expect."""
        draw = self.random.random()
        if draw < 0.03:
            return self.one(("x", "Ж", "<b>")) * self.one((300, 3000))
        if draw < 0.55:
            return self.one(OTHERS)
        return self.one(HTML + SCRIPTS + TEXTS + ODD_AMOUNTS + ODD_DATES + NUMBERS)

    def value(self, name: str, schema: Json, here: str) -> Any:
        """A value for the field or parameter `name` of the collection `here`."""
        words = schema.get("enum") or schema.get("x-known-values")
        if words:
            return self.one(words)
        kinds = schema.get("type", "string")
        kind = next((k for k in kinds if k != "null"), "null") if isinstance(kinds, list) else kinds
        collection = _RECORDS.get(name)
        if collection and kind in ("integer", "string"):
            return self.records.reference(here if collection == "same" else collection)
        drawers = {
            "array": self._array, "object": self._object, "mixed": self._mixed, "boolean": self._boolean,
            "integer": self._integer, "number": self._integer,
        }  # fmt: skip
        return drawers.get(kind, self._string)(name, schema, here)

    def _boolean(self, name: str, schema: Json, here: str) -> Any:
        return self.one((True, False, True, False, True, False, "true", 1))

    def _integer(self, name: str, schema: Json, here: str) -> Any:
        if name in ("per_page", "page", "offset"):
            return self.random.randrange(1, 6)
        return self.random.randrange(0, 20)

    def _mixed(self, name: str, schema: Json, here: str) -> Any:
        return self.one((self.text(), self.text(), "5", 7, True, ["a", "b"], {"a": 1, "b": [2]}))

    def _array(self, name: str, schema: Json, here: str) -> Any:
        items = schema.get("items") or {"type": "string"}
        if name == "meta_data":
            items = {"type": "object", "properties": {"key": {"type": "string"}, "value": {"type": "mixed"}}}
        collection = _RECORDS.get(name, "")
        if collection and "properties" not in items:
            place = here if collection == "same" else collection
            return [self.records.reference(place) for _ in range(self.one((0, 1, 1, 2, 3)))]
        return [self.value(name, items, here) for _ in range(self.one((0, 1, 1, 1, 2, 3)))]

    def _object(self, name: str, schema: Json, here: str) -> Any:
        if name in ("billing", "shipping", "billing_address", "shipping_address"):
            return self.address(name.startswith("billing"))
        fields = {
            n: s for n, s in schema.get("properties", {}).items() if not s.get("readonly") and not s.get("readOnly")
        }
        return {n: self.value(n, s, here) for n, s in fields.items() if self.chance(0.6)}

    def address(self, billing: bool) -> Json:
        """An address as people have it."""
        place = {**self.one(PLACES), "first_name": self.one(("Ana", "Łukasz", "太郎", "Mary Ann")), "last_name": "Doe"}
        if billing:
            place |= {"email": f"{self.unique('buyer')}@example.com", "phone": "+1 555 0100"}
        return {k: v for k, v in place.items() if self.chance(0.9)}

    def _string(self, name: str, schema: Json, here: str) -> Any:
        named = {
            "email": lambda: f"{self.unique('user')}@example.com", "billing_email": lambda: "a@example.com",
            "sku": lambda: self.unique("SKU-"),
            "global_unique_id": lambda: f"4006381{self.random.randrange(10**6):06}",
            "code": lambda: self.unique("Code"), "coupon": lambda: "code1",
            "currency": lambda: self.one(("USD", "EUR", "JPY")),
            "country": lambda: self.one(PLACES)["country"], "state": lambda: self.one(PLACES)["state"],
            "key": lambda: self.one(("colour", "_hidden", "note", "gift wrap", "colour")),
            "search": lambda: self.one(WORDS)[:4],
            "delivery_url": lambda: "http://127.0.0.1:9/hook", "username": lambda: self.unique("user"),
            "password": lambda: "correct horse",
            "topic": lambda: self.one(("order.created", "product.updated", "coupon.deleted")),
            "order_by": lambda: self.one(("menu_order", "name", "name_num", "id")),
            "review": lambda: self.unique("Good tea "),
            "reviewer_email": lambda: f"{self.unique('fan')}@example.com",
            "postcode": lambda: self.one(PLACES)["postcode"],
            "slug": lambda: self.unique("slug-"), "dp": lambda: self.one((0, 2, 4)), "attribute": lambda: "pa_colour",
            "tax_class": lambda: self.one(("", "reduced-rate", "zero-rate", "standard")),
            "payment_method": lambda: "bacs",
            "shipping_class": lambda: "", "sources": lambda: "", "url": lambda: "https://x.example/a.zip",
            "external_url": lambda: "https://x.example/p", "file": lambda: "https://x.example/a.zip",
            "stock_status": lambda: "instock",
            "src": lambda: "", "method_id": lambda: self.one(("flat_rate", "free_shipping", "local_pickup")),
        }  # fmt: skip
        if name in named:
            return named[name]()
        if name in _AMOUNTS or name == "rate":
            return self.one(ODD_AMOUNTS) if self.chance(0.05) else self.one(AMOUNTS)
        if name in _MEASURES:
            return self.one(("1", "0.5", "12", ""))
        if (
            schema.get("format", "").endswith("date-time")
            or name.startswith("date")
            or name in ("after", "before")
            or name.endswith(("_at_min", "_at_max"))
        ):
            return self.one(ODD_DATES) if self.chance(0.1) else self.one(DATES)
        return self.text()
