"""What calls about customers of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.inputs import Parameters
from wooclient.v3.enums import CustomerListRoleValue
from wooclient.v3.params.common import MetaDataInput

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {}


class CustomerListParams(Parameters, total=False):
    """Parameters of customers.list."""

    context: Literal["view", "edit"]
    """`view` gives texts rendered for visitors, `edit` gives them as stored and adds fields that only shop managers
    see. Left out: view.
    """
    page: int
    """Which page of the results to answer, counted from 1. A page past the end is an empty list. At least 1. Left out:
    1.
    """
    per_page: int
    """How many items a page holds. From 1 to 100. Left out: 10."""
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
    """Direction of the sort that `orderby` names; this list ascends unless told otherwise. Left out: asc."""
    orderby: Literal["id", "include", "name", "registered_date"]
    """What the accounts are sorted by; `name` is the display name. Left out: name."""
    email: str
    """Only the account with exactly this email address. Overrides `search`."""
    role: CustomerListRoleValue | str
    """Only accounts with this role, or `all`. Plugins add roles of their own. Left out: customer."""


class CustomerGetParams(Parameters, total=False):
    """Parameters of customers.get."""

    context: Literal["view", "edit"]
    """`view` gives texts rendered for visitors, `edit` gives them as stored and adds fields that only shop managers
    see. Left out: view.
    """


class CustomerDeleteParams(Parameters, total=False):
    """Parameters of customers.delete."""

    force: bool
    """Delete for good instead of moving to the trash. Kinds that have no trash insist on it. Left out: false."""
    reassign: int
    """User who takes over the pages and posts of the account. With 0 they are deleted along with it. Left out: 0."""


class CustomerDownloadListParams(Parameters, total=False):
    """Parameters of customers.downloads.list."""

    context: Literal["view"]
    """Downloads are only ever read, so `view` is the sole choice. Left out: view."""


class CustomerBatch(Parameters, total=False):
    """Several changes to items of type Customer in one request."""

    create: Sequence[CustomerCreate]
    """Items to make."""
    update: Sequence[CustomerBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


class CustomerUpdate(Parameters, total=False):
    """Changes to a customer."""

    email: str
    """Address for logging in and for mail about the account. No two accounts share one."""
    first_name: str
    """Given name on the account, which may differ from those of the addresses. Clear it with ""."""
    last_name: str
    """Family name on the account. Clear it with ""."""
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
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Left out of the answer when the key belongs to anyone but an administrator, and without the fields
    whose key starts with an underscore since release 9.5.2.
    """


class CustomerBatchItem(CustomerUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class CustomerBillingInput(TypedDict, total=False):
    """Address for invoices. All fields are there even when empty."""

    first_name: str
    """Given name of the recipient. Clear it with ""."""
    last_name: str
    """Family name of the recipient. Clear it with ""."""
    company: str
    """Firm of the recipient. Clear it with ""."""
    address_1: str
    """Street and house number. Clear it with ""."""
    address_2: str
    """Flat, floor or other addition to the street. Clear it with ""."""
    city: str
    """Town. Clear it with ""."""
    postcode: str
    """Postal code as it was typed. Clear it with ""."""
    country: str
    """Country as a two-letter ISO 3166-1 code, or empty. Clear it with ""."""
    state: str
    """State or province, as the shop's code for it where the country has a list, else as a name. Clear it with ""."""
    email: str
    """Address for invoices, empty until one is known. It can be replaced but not emptied."""
    phone: str
    """Telephone number as it was typed. Clear it with ""."""


class CustomerCreate(Parameters, total=False):
    """A new customer. Shops that make customers choose a user name or a password insist on `username` or `password`,
    too.
    """

    email: Required[str]
    """Address for logging in and for mail about the account. No two accounts share one."""
    first_name: str
    """Given name on the account, which may differ from those of the addresses. Clear it with ""."""
    last_name: str
    """Family name on the account. Clear it with ""."""
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
    meta_data: Sequence[MetaDataInput]
    """Custom fields. Left out of the answer when the key belongs to anyone but an administrator, and without the fields
    whose key starts with an underscore since release 9.5.2.
    """


class CustomerShippingInput(TypedDict, total=False):
    """Address for parcels. All fields are there even when empty; there is no email."""

    first_name: str
    """Given name of the recipient. Clear it with ""."""
    last_name: str
    """Family name of the recipient. Clear it with ""."""
    company: str
    """Firm of the recipient. Clear it with ""."""
    address_1: str
    """Street and house number. Clear it with ""."""
    address_2: str
    """Flat, floor or other addition to the street. Clear it with ""."""
    city: str
    """Town. Clear it with ""."""
    postcode: str
    """Postal code as it was typed. Clear it with ""."""
    country: str
    """Country as a two-letter ISO 3166-1 code, or empty. Clear it with ""."""
    state: str
    """State or province, as the shop's code for it where the country has a list, else as a name. Clear it with ""."""
    phone: str
    """Telephone number as it was typed. Clear it with ""."""
