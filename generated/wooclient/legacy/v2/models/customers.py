"""Answers about customers of wc-api/v2."""

from typing import Annotated

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, ZuluDateTime
from wooclient.legacy.v2.enums import LegacyCustomerRoleValue
from wooclient.legacy.v2.models.common import BulkFailure
from wooclient.legacy.v2.models.customers_addresses import LegacyBillingAddress, LegacyShippingAddress
from wooclient.legacy.v2.models.orders import LegacyOrder


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
    role: Annotated[LegacyCustomerRoleValue | str, OPEN]
    """WordPress role of the account. Plugins add more."""
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


class LegacyCustomerBulkFailure(Model):
    """An account of a bulk request that was not saved."""

    __shown__ = ("id", "error")

    id: int
    """Account that was to be changed; 0 for a new one."""
    error: BulkFailure
    """Cause for which one item of a bulk request failed."""


class LegacyCustomerOrderFailure(Model):
    """Stands for an order that the store could not read."""

    __shown__ = ("woocommerce_api_invalid_order",)

    woocommerce_api_invalid_order: list[str]
    """Why not, in the language of the store."""


class LegacyDownloadFile(Model):
    """A file of a product."""

    __shown__ = ("name",)

    name: str
    """What the shop calls the file."""
    file: str
    """Where it lies, an address or a path on the server."""


class LegacyDownload(Model):
    """A file that a customer may fetch because of an order."""

    __shown__ = ("download_name",)

    download_url: str
    """Personal address of the file; whoever has it can use it."""
    download_id: str
    """Mark of the file within its product."""
    product_id: int
    """Product or variation that was bought."""
    download_name: str
    """Name of the file as the customer sees it."""
    order_id: int
    """Order that gave the right to the file."""
    order_key: str
    """Secret key of that order."""
    downloads_remaining: str
    """How often it can still be fetched, as digits; empty for any number of times."""
    access_expires: ZuluDateTime | None
    """When the right to the file ends, null for never."""
    file: LegacyDownloadFile
    """The file itself."""


CustomersBulkAnswer = LegacyCustomerBulkFailure | LegacyCustomer
CustomersOrdersListAnswer = LegacyOrder | LegacyCustomerOrderFailure
