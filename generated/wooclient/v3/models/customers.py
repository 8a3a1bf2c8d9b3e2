"""Answers about customers of wc/v3."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json, LocalDateTime, UtcDateTime
from wooclient.v3.enums import CustomerRoleValue
from wooclient.v3.models.common import MetaData


class CustomerBilling(Model):
    """Address for invoices. All fields are there even when empty."""

    __shown__ = ("first_name", "last_name", "company", "city", "country", "email")

    first_name: str
    """Given name of the recipient."""
    last_name: str
    """Family name of the recipient."""
    company: str
    """Firm of the recipient."""
    address_1: str
    """Street and house number."""
    address_2: str
    """Flat, floor or other addition to the street."""
    city: str
    """Town."""
    postcode: str
    """Postal code as it was typed."""
    country: str
    """Country as a two-letter ISO 3166-1 code, or empty. The store does not check it, and keeps `Germany` as sent."""
    state: str
    """State or province, as the shop's code for it where the country has a list, else as a name."""
    email: str
    """Address for invoices, empty until one is known. It can be replaced but not emptied."""
    phone: str
    """Telephone number as it was typed."""


class CustomerShipping(Model):
    """Address for parcels. All fields are there even when empty; there is no email."""

    __shown__ = ("first_name", "last_name", "company", "city", "country")

    first_name: str
    """Given name of the recipient."""
    last_name: str
    """Family name of the recipient."""
    company: str
    """Firm of the recipient."""
    address_1: str
    """Street and house number."""
    address_2: str
    """Flat, floor or other addition to the street."""
    city: str
    """Town."""
    postcode: str
    """Postal code as it was typed."""
    country: str
    """Country as a two-letter ISO 3166-1 code, or empty. The store does not check it, and keeps `Germany` as sent."""
    state: str
    """State or province, as the shop's code for it where the country has a list, else as a name."""
    phone: str
    """Telephone number as it was typed."""


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
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class CustomerDownloadFile(Model):
    """A file of a product."""

    __shown__ = ("name",)

    name: str
    """What the shop calls the file."""
    file: str
    """Where the file lies, an address or a path on the server."""


class CustomerDownload(Model):
    """One file that a customer may fetch because of one order."""

    __shown__ = ("product_name", "download_name", "product_id")

    download_id: str
    """Mark of the file within its product."""
    download_url: str
    """Personal address to fetch the file from. Whoever has it can use it."""
    product_id: int
    """Product or variation that was bought."""
    product_name: str
    """What the product is called."""
    download_name: str
    """Name of the file as customers see it."""
    order_id: int
    """Order that gave the right to the file."""
    order_key: str
    """Secret key of that order, part of the download address."""
    downloads_remaining: str
    """How often the file can still be fetched, as digits, or the word `unlimited`."""
    access_expires: str
    """Moment after which the file is closed, `YYYY-MM-DDTHH:MM:SS` in shop time, or the word `never`."""
    access_expires_gmt: str
    """The same moment in UTC, or the word `never`."""
    file: CustomerDownloadFile
    """The file behind the personal address."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
