"""What calls about shipping of wc/v3 take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, NumberInput
from wooclient._runtime.inputs import Parameters


class ShippingZoneListParams(Parameters, total=False):
    """Parameters of shipping.zones.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingZoneGetParams(Parameters, total=False):
    """Parameters of shipping.zones.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingZoneDeleteParams(Parameters, total=False):
    """Parameters of shipping.zones.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ShippingZoneLocationListParams(Parameters, total=False):
    """Parameters of shipping.zones.locations.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingZoneMethodListParams(Parameters, total=False):
    """Parameters of shipping.zones.methods.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingZoneMethodGetParams(Parameters, total=False):
    """Parameters of shipping.zones.methods.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingZoneMethodDeleteParams(Parameters, total=False):
    """Parameters of shipping.zones.methods.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ShippingMethodListParams(Parameters, total=False):
    """Parameters of shipping.methods.list."""

    context: Literal["view"]
    """Only `view` is known here. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingMethodGetParams(Parameters, total=False):
    """Parameters of shipping.methods.get."""

    context: Literal["view"]
    """Only `view` is known here. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ShippingZoneCreate(Parameters, total=False):
    """A new shipping zone."""

    name: Required[str]
    """Name shop staff see. That of zone 0 is fixed and in the language of the shop."""
    order: int
    """Place in the order in which zones are tried, low numbers first. Default: 0."""


class ShippingZoneLocationUpdate(Parameters, total=False):
    """A place the zone shall have."""

    code: str
    """Country (US), state with its country (US:OR), continent (EU), or a postcode, where `*` stands for any ending and
    `...` for a range.
    """
    type: Literal["postcode", "state", "country", "continent"] | str
    """What the code means. Entries of a kind the shop does not know are dropped silently. Default: country."""


class ShippingZoneMethodUpdate(Parameters, total=False):
    """Changes to a shipping method of a zone."""

    order: int
    """Place among the methods of the zone, low numbers first."""
    enabled: bool
    """Whether customers may choose it."""
    settings: Mapping[str, str | int | NumberInput | bool | Sequence[str | int]]
    """Settings of the method by name; an empty list where it has none. A request maps names straight to new values."""


class ShippingZoneMethodCreate(ShippingZoneMethodUpdate, total=False):
    """A new shipping method for a zone."""

    method_id: Required[str]
    """Kind of the method, one of those that GET /shipping_methods lists."""


class ShippingZoneUpdate(Parameters, total=False):
    """Changes to a shipping zone."""

    name: str
    """Name shop staff see. That of zone 0 is fixed and in the language of the shop."""
    order: int
    """Place in the order in which zones are tried, low numbers first."""
