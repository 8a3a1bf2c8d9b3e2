"""Answers about customers of wc-api/v1."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalText, ZuluDateTime
from wooclient.legacy.v1.models.customers_addresses import LegacyBillingAddress, LegacyShippingAddress
from wooclient.legacy.v1.models.orders import LegacyOrder


class LegacyCustomer(Model):
    """An account of somebody who buys in the shop."""

    __shown__ = ("id", "first_name", "last_name", "email")

    id: int
    """Number the store gave this account."""
    created_at: ZuluDateTime
    """When the account was made, wrong by the offset of the shop from UTC; the store takes it off twice."""
    email: str
    """Address the account belongs to. No two accounts share one."""
    first_name: str
    """Given name."""
    last_name: str
    """Family name."""
    username: str
    """Login name, fixed once the account is there."""
    last_order_id: int | None
    """Number of the latest order, null if there is none."""
    last_order_date: ZuluDateTime | None
    """When the latest order was made, null if there is none."""
    orders_count: int
    """How many orders the account has made."""
    total_spent: DecimalText
    """Sum of all paid orders."""
    avatar_url: str
    """Address of a picture of the person."""
    billing_address: LegacyBillingAddress
    """Where bills go by default."""
    shipping_address: LegacyShippingAddress
    """Where parcels go by default."""


class LegacyCustomerOrderFailure(Model):
    """Stands for an order that the store could not read."""

    __shown__ = ("woocommerce_api_invalid_order",)

    woocommerce_api_invalid_order: list[str]
    """Why not, in the language of the store."""


CustomersOrdersListAnswer = LegacyOrder | LegacyCustomerOrderFailure
