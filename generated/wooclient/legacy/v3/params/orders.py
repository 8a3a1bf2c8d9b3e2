"""What calls about orders of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, TypedDict

from wooclient._runtime.inputs import Parameters

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "in_": "in",
}


class OrderListParams(Parameters, total=False):
    """Parameters of orders.list."""

    status: str
    """Only orders with one of these statuses, joined by commas."""
    page: int
    """Page to answer; one past the end is an empty list. At least 1. Left out: 1."""
    filter: LegacyOrderFilter
    """Which orders, how many and in what order, written as `filter[limit]=5&filter[dp]=4`."""
    fields: str
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`."""


class OrderCountParams(Parameters, total=False):
    """Parameters of orders.count."""

    status: str
    """Only orders with one of these statuses, joined by commas."""
    filter: LegacyOrderFilter
    """Which orders, how many and in what order, written as `filter[limit]=5&filter[dp]=4`."""


class OrderGetParams(Parameters, total=False):
    """Parameters of orders.get."""

    filter: LegacyOrderShow
    """How to show the order, written as `filter[dp]=4`."""
    fields: str
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`."""


class OrderDeleteParams(Parameters, total=False):
    """Parameters of orders.delete."""

    force: Literal[True]
    """Delete for good instead of moving to the trash. Leave it out to say no: some resources take any other text, even
    `false`, for yes.
    """


class LegacyItemMetaFilter(TypedDict, total=False):
    """How to show the lines of a refund."""

    all_item_meta: bool
    """Show custom fields of lines whose name starts with an underscore, too. Only the word `true` is understood."""


class LegacyOrderFilter(TypedDict, total=False):
    """Limits a list of orders and says how to show them; every part may be left out."""

    limit: int
    """How many items a page holds; -1 means all. The store's own setting for posts per page if absent. At least -1."""
    offset: int
    """Skip this many items from the start of the results. At least 0."""
    q: str
    """Only items in whose text this occurs."""
    created_at_min: str
    """Only items made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, always read as UTC)."""
    created_at_max: str
    """Only items made at this moment or earlier (UTC)."""
    updated_at_min: str
    """Only items last changed at this moment or later (UTC)."""
    updated_at_max: str
    """Only items last changed at this moment or earlier (UTC)."""
    order: Literal["ASC", "DESC", "asc", "desc"]
    """Direction of the sort."""
    orderby: (
        Literal[
            "date",
            "modified",
            "ID",
            "title",
            "name",
            "author",
            "parent",
            "menu_order",
            "comment_count",
            "rand",
            "meta_value",
            "meta_value_num",
            "none",
        ]
        | str
    )
    """What to sort by. The two `meta_value` words need `orderby_meta_key`."""
    orderby_meta_key: str
    """Custom field to sort by. Read only together with `orderby`; items without that field drop out."""
    post_status: str
    """Status of the items to find; `any` finds all but the trash."""
    in_: str
    """Ids joined by commas; only these items."""
    not_in: str
    """Ids joined by commas; all items but these."""
    meta: bool
    """Add the public custom fields to each item. Only the word `true` is understood."""
    customer_id: int
    """Only orders of this account."""
    dp: int
    """How many decimals sums have in the answer, two if absent. At least 0."""
    expand: str
    """Words joined by commas. `products`, `taxes` and `coupons` put the whole product, rate or coupon into its line."""
    all_item_meta: bool
    """Show custom fields of lines whose name starts with an underscore, too. Only the word `true` is understood."""


class LegacyOrderPaymentInput(TypedDict, total=False):
    """How the order is paid."""

    method_id: str
    """Payment gateway, empty if unknown. A new order with payment details must have one."""
    method_title: str
    """Name of the gateway as the customer saw it. A new order with payment details must have one."""
    paid: bool
    """Whether the money is there. Sending true pays the order and moves it on."""
    transaction_id: str
    """Number the gateway gave the payment. Read only together with `paid`."""


class LegacyOrderShow(TypedDict, total=False):
    """How to show an order; every part may be left out."""

    dp: int
    """How many decimals sums have in the answer, two if absent. At least 0."""
    expand: str
    """Words joined by commas. `products`, `taxes` and `coupons` put the whole product, rate or coupon into its line."""
    all_item_meta: bool
    """Show custom fields of lines whose name starts with an underscore, too. Only the word `true` is understood."""
    meta: bool
    """Add the public custom fields. Only the word `true` is understood."""
