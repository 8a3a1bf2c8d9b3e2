"""Answers about customers of wc/v2."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalText, Json, LocalDateTime, UtcDateTime
from wooclient.v3.enums import CustomerRoleValue
from wooclient.v3.models.common import MetaData
from wooclient.v3.models.customers import CustomerBilling, CustomerShipping


class Customer(Model):
    """An account of the shop's site, with the addresses used at the checkout."""

    __shown__ = ("id", "first_name", "last_name", "email")

    id: int
    """Number of the account, the same as that of the WordPress user."""
    date_created: LocalDateTime | None
    """When the account was opened, shop time. Null on accounts imported without a date."""
    date_created_gmt: UtcDateTime | None
    """When the account was opened, UTC."""
    date_modified: LocalDateTime | None
    """When the account last changed, shop time. Null while it never has."""
    date_modified_gmt: UtcDateTime | None
    """When the account last changed, UTC."""
    email: str
    """Address for logging in and for mail about the account. No two share one; a few old accounts have none."""
    first_name: str
    """Given name on the account, which may differ from those of the addresses."""
    last_name: str
    """Family name on the account."""
    role: Annotated[CustomerRoleValue | str, OPEN]
    """The first role of the user. Plugins add roles of their own."""
    username: str
    """Login name. Made from the email address when a new account comes without one, and fixed from then on: an update
    may repeat it but not change it.
    """
    billing: CustomerBilling
    """Where invoices go."""
    shipping: CustomerShipping
    """Where parcels go."""
    is_paying_customer: bool
    """Whether the account has ever completed a paid order."""
    avatar_url: str
    """Picture of the customer, usually from Gravatar."""
    meta_data: list[MetaData] | None = None
    """Custom fields. Left out of the answer when the key belongs to anyone but an administrator, and without the fields
    whose key starts with an underscore since release 9.5.2. In requests that release and all later ones drop such
    fields silently.
    """
    orders_count: int
    """How many orders the customer has made, unpaid ones included."""
    total_spent: DecimalText
    """What the customer's paid orders come to, in the currency of the shop."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
