"""What calls about fulfillments of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Json, Parameters


class OrderFulfillmentListParams(Parameters, total=False):
    """Parameters of orders.fulfillments.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderFulfillmentLookupParams(Parameters, total=False):
    """Parameters of orders.fulfillments.lookup."""

    tracking_number: Required[str]
    """The number on the parcel; what follows the 50th character is dropped. At least 1 character."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderFulfillmentGetParams(Parameters, total=False):
    """Parameters of orders.fulfillments.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderFulfillmentDeleteParams(Parameters, total=False):
    """Parameters of orders.fulfillments.delete."""

    notify_customer: bool
    """Tell the customer by mail, if it was fulfilled. Default: false."""


class OrderFulfillmentMetadataListParams(Parameters, total=False):
    """Parameters of orders.fulfillments.metadata.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class OrderFulfillmentMetadataDeleteParams(Parameters, total=False):
    """Parameters of orders.fulfillments.metadata.delete."""

    meta_key: Required[str]
    """Name of the custom field."""


class FulfillmentCreate(Parameters, total=False):
    """A new fulfillment. Without a `status` it is refused."""

    status: Literal["unfulfilled", "fulfilled"] | str
    """How far it is. A word that the store does not know means `unfulfilled`."""
    is_fulfilled: bool
    """Has no effect, since `status` decides."""
    meta_data: Required[Sequence[FulfillmentMetaNew]]
    """Custom fields; `_items` must be among them."""
    notify_customer: bool
    """Tell the customer by mail, if it is fulfilled. Default: false."""


class FulfillmentMetaNew(TypedDict, total=False):
    """A custom field for a new fulfillment. Up to release 10.7 the store passes over those without an `id`."""

    id: Required[Literal[0]]
    """Always 0."""
    key: Required[str]
    """Name of the custom field."""
    value: Required[Json]
    """What to store in it."""


class FulfillmentMetaSet(TypedDict, total=False):
    """A custom field of a fulfillment that is there already, told by its name."""

    id: int
    """Number of the custom field; may be left out."""
    key: Required[str]
    """Name of the custom field."""
    value: Required[Json]
    """What to store in it."""


class FulfillmentMetaUpdate(Parameters, total=False):
    """The custom fields of a fulfillment from now on."""

    meta_data: Required[Sequence[FulfillmentMetaSet]]
    """All custom fields; `_items` must be among them."""


class FulfillmentUpdate(Parameters, total=False):
    """A change of a fulfillment."""

    status: Literal["unfulfilled", "fulfilled"] | str
    """How far it is. A word that the store does not know means `unfulfilled`."""
    is_fulfilled: bool
    """Has no effect, since `status` decides."""
    meta_data: Required[Sequence[FulfillmentMetaSet]]
    """All custom fields from now on; `_items` must be among them."""
    notify_customer: bool
    """Tell the customer by mail, if it is fulfilled. Default: false."""
