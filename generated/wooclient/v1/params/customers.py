"""What calls about customers of wc/v1 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.v1.enums import CustomerListRoleValue


class CustomerListParams(Parameters, total=False):
    """Parameters of customers.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only accounts whose login, email, display name or web address contains this text. Names and addresses used for
    orders are not searched.
    """
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names; this list ascends unless told otherwise. Default: asc."""
    orderby: Literal["id", "include", "name", "registered_date"] | str
    """What the accounts are sorted by; `name` is the display name. Default: name."""
    email: str
    """Only the account with exactly this email address. Overrides `search`."""
    role: CustomerListRoleValue | str
    """Only accounts with this role, or `all`. Plugins add roles of their own. Default: customer."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class CustomerGetParams(Parameters, total=False):
    """Parameters of customers.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class CustomerDeleteParams(Parameters, total=False):
    """Parameters of customers.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""
    reassign: int
    """User who takes over the pages and posts of the account. With 0 they are deleted along with it. Default: 0."""


class CustomerDownloadListParams(Parameters, total=False):
    """Parameters of customers.downloads.list."""

    context: Literal["view"]
    """Downloads are only ever read, so `view` is the sole choice. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class CustomerBillingInput(TypedDict, total=False):
    """Address for invoices. All fields are there even when empty."""

    first_name: str | ClearWithText
    """Given name of the recipient. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name of the recipient. CLEAR sends ""."""
    company: str | ClearWithText
    """Firm of the recipient. CLEAR sends ""."""
    address_1: str | ClearWithText
    """Street and house number. CLEAR sends ""."""
    address_2: str | ClearWithText
    """Flat, floor or other addition to the street. CLEAR sends ""."""
    city: str | ClearWithText
    """Town. CLEAR sends ""."""
    postcode: str | ClearWithText
    """Postal code as it was typed. CLEAR sends ""."""
    country: str | ClearWithText
    """Country as a two-letter ISO 3166-1 code, or empty. The store does not check it, and keeps `Germany` as sent.
    CLEAR sends "".
    """
    state: str | ClearWithText
    """State or province, as the shop's code for it where the country has a list, else as a name. CLEAR sends ""."""
    email: str
    """Address for invoices, empty until one is known. It can be replaced but not emptied."""
    phone: str | ClearWithText
    """Telephone number as it was typed. CLEAR sends ""."""


class CustomerShippingInput(TypedDict, total=False):
    """Address for parcels. All fields are there even when empty; there is no email."""

    first_name: str | ClearWithText
    """Given name of the recipient. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name of the recipient. CLEAR sends ""."""
    company: str | ClearWithText
    """Firm of the recipient. CLEAR sends ""."""
    address_1: str | ClearWithText
    """Street and house number. CLEAR sends ""."""
    address_2: str | ClearWithText
    """Flat, floor or other addition to the street. CLEAR sends ""."""
    city: str | ClearWithText
    """Town. CLEAR sends ""."""
    postcode: str | ClearWithText
    """Postal code as it was typed. CLEAR sends ""."""
    country: str | ClearWithText
    """Country as a two-letter ISO 3166-1 code, or empty. The store does not check it, and keeps `Germany` as sent.
    CLEAR sends "".
    """
    state: str | ClearWithText
    """State or province, as the shop's code for it where the country has a list, else as a name. CLEAR sends ""."""
    phone: str | ClearWithText
    """Telephone number as it was typed. CLEAR sends ""."""


class CustomerV1Batch(Parameters, total=False):
    """Several changes to items of type CustomerV1 in one request."""

    create: Sequence[CustomerV1Create]
    """Items to make."""
    update: Sequence[CustomerV1BatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class CustomerV1Fields(Parameters, total=False):
    """What CustomerV1Create and CustomerV1Update have in common."""

    first_name: str | ClearWithText
    """Given name on the account, which may differ from those of the addresses. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name on the account. CLEAR sends ""."""
    username: str
    """Login name. Made from the email address when a new account comes without one, and fixed from then on: an update
    may repeat it but not change it.
    """
    password: str
    """New password. Never answered."""
    billing: CustomerBillingInput
    """Where invoices go."""
    shipping: CustomerShippingInput
    """Where parcels go."""


class CustomerV1Update(CustomerV1Fields, total=False):
    """Changes to a customer."""

    email: str
    """Address for logging in and for mail about the account. No two share one; a few old accounts have none."""


class CustomerV1BatchItem(CustomerV1Update, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class CustomerV1Create(CustomerV1Fields, total=False):
    """A new customer. Shops that make customers choose a user name or a password insist on `username` or `password`,
    too.
    """

    email: Required[str]
    """Address for logging in and for mail about the account. No two share one; a few old accounts have none."""
