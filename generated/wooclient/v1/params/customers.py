"""What calls about customers of wc/v1 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required

from wooclient._runtime.inputs import ClearWithText, Parameters
from wooclient.v3.params.customers import CustomerBillingInput, CustomerShippingInput


class CustomerV1Batch(Parameters, total=False):
    """Several changes to items of type CustomerV1 in one request."""

    create: Sequence[CustomerV1Create]
    """Items to make."""
    update: Sequence[CustomerV1BatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


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
