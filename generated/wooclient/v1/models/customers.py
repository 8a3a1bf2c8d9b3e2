"""Answers about customers of wc/v1."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import DecimalText, Json, UtcDateTime


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


class CustomerDownloadFile(Model):
    """A file of a product."""

    __shown__ = ("name",)

    name: str
    """What the shop calls the file."""
    file: str
    """Where the file lies, an address or a path on the server."""


class CustomerDownload(Model):
    """One file that a customer may fetch because of one order."""

    __shown__ = ("download_name", "product_id")

    download_id: str
    """Mark of the file within its product."""
    download_url: str
    """Personal address to fetch the file from. Whoever has it can use it."""
    product_id: int
    """Product or variation that was bought."""
    product_url: str | None = None
    """Address of the product page."""
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
    file: CustomerDownloadFile
    """The file behind the personal address."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class CustomerLastOrder(Model):
    """Which order was the latest; all null without orders."""

    __shown__ = ("id",)

    id: int | None
    """Number of the order."""
    date: UtcDateTime | None
    """When it was made, UTC."""


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


class CustomerV1(Model):
    """An account of the shop's site as wc/v1 answers it, with its dates in UTC."""

    __shown__ = ("id", "first_name", "last_name", "email")

    id: int
    """Number of the account, the same as that of the WordPress user."""
    date_created: str | None
    """When the account was opened, `YYYY-MM-DDTHH:MM:SS`, but shifted: wc/v1 takes the UTC moment for shop time and
    turns it into UTC once more. Null on accounts imported without a date.
    """
    date_modified: UtcDateTime | None
    """When the account last changed; UTC in wc/v1. Null while it never has."""
    email: str
    """Address for logging in and for mail about the account. No two share one; a few old accounts have none."""
    first_name: str
    """Given name on the account, which may differ from those of the addresses."""
    last_name: str
    """Family name on the account."""
    username: str
    """Login name. Made from the email address when a new account comes without one, and fixed from then on: an update
    may repeat it but not change it.
    """
    last_order: CustomerLastOrder
    """The latest order of the customer, whatever its state."""
    orders_count: int
    """How many orders the customer has made, unpaid ones included."""
    total_spent: DecimalText
    """What the customer's paid orders come to, in the currency of the shop."""
    avatar_url: str
    """Picture of the customer, usually from Gravatar."""
    billing: CustomerBilling
    """Where invoices go."""
    shipping: CustomerShipping
    """Where parcels go."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
