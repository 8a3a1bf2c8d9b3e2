"""What calls about customers of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import FieldsInput, LimitInput, UtcMomentInput
from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.legacy.v3.enums import LegacyCustomerFilterOrderbyValue
from wooclient.legacy.v3.params.customers_addresses import LegacyBillingAddressInput, LegacyShippingAddressInput
from wooclient.legacy.v3.params.orders import LegacyOrderFilter


class CustomerListParams(Parameters, total=False):
    """Parameters of customers.list."""

    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    filter: LegacyCustomerFilter
    """Which customers, how many and in what order, written as `filter[limit]=5`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class CustomerCountParams(Parameters, total=False):
    """Parameters of customers.count."""

    filter: LegacyCustomerFilter
    """Which customers, how many and in what order, written as `filter[limit]=5`."""


class CustomerGetParams(Parameters, total=False):
    """Parameters of customers.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class CustomerByEmailParams(Parameters, total=False):
    """Parameters of customers.by_email."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class CustomerOrderListParams(Parameters, total=False):
    """Parameters of customers.orders.list."""

    filter: LegacyOrderFilter
    """Which orders, how many and in what order, written as `filter[limit]=-1`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class LegacyCustomerFields(Parameters, total=False):
    """What LegacyCustomerCreate and LegacyCustomerUpdate have in common."""

    first_name: str | ClearWithText
    """Given name. CLEAR sends ""."""
    last_name: str | ClearWithText
    """Family name. CLEAR sends ""."""
    billing_address: LegacyBillingAddressInput
    """Where bills go by default."""
    shipping_address: LegacyShippingAddressInput
    """Where parcels go by default."""


class LegacyCustomerUpdate(LegacyCustomerFields, total=False):
    """Changes to an account; what is not sent stays."""

    email: str
    """Address the account belongs to. No two accounts share one."""
    password: str
    """New password."""


class LegacyCustomerBulkItem(LegacyCustomerUpdate, total=False):
    """An account to change if it has an `id`, else one to make."""

    id: int
    """Account to change; left out or 0 to make a new one."""
    username: str
    """Login name; made from the mail address if the shop is set to do so."""


class LegacyCustomerCreate(LegacyCustomerFields, total=False):
    """A new account."""

    email: Required[str]
    """Address the account belongs to. No two accounts share one."""
    username: str
    """Login name; made from the mail address if the shop is set to do so."""
    password: str
    """Password; made up if the shop is set to do so."""


class LegacyCustomerFilter(TypedDict, total=False):
    """Limits a list of customers; every part may be left out."""

    limit: LimitInput
    """How many customers a page holds; -1 means all, but just one in v1. At least -1."""
    offset: int
    """Skip this many customers from the start of the results; `page` is ignored then. At least 0."""
    q: str
    """Only accounts whose login, mail address or name is exactly this; an asterisk at either end stands for any
    text.
    """
    created_at_min: UtcMomentInput
    """Only accounts made at this moment or later (`2025-06-01` or `2025-06-01T10:00:00Z`, always read as UTC)."""
    created_at_max: UtcMomentInput
    """Only accounts made at this moment or earlier (UTC)."""
    role: str
    """WordPress role of the accounts to find instead of `customer`; in v3 `all` finds every account."""
    order: Literal["ASC", "DESC", "asc", "desc"]
    """Direction of the sort, ascending unless told otherwise."""
    orderby: LegacyCustomerFilterOrderbyValue | str
    """What to sort by instead of the day the account was made. The `meta_value` words need `orderby_meta_key`."""
    orderby_meta_key: str
    """Custom field to sort by. Read only together with `orderby`; accounts without that field drop out."""
