"""What calls about taxes of wc-api/v3 take."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

from wooclient._runtime.declared import FieldsInput, TaxRateInput
from wooclient._runtime.inputs import ClearWithText, Parameters

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "class_": "class",
}


class TaxListParams(Parameters, total=False):
    """Parameters of taxes.list."""

    class_: Literal["standard", "reduced-rate", "zero-rate"] | str
    """Slug of the tax class whose rates to find."""
    filter: LegacyTaxFilter
    """How many rates, written as `filter[posts_per_page]=100`."""
    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class TaxCountParams(Parameters, total=False):
    """Parameters of taxes.count."""

    class_: Literal["standard", "reduced-rate", "zero-rate"] | str
    """Slug of the tax class whose rates to find."""
    filter: LegacyTaxFilter
    """How many rates, written as `filter[posts_per_page]=100`."""


class TaxGetParams(Parameters, total=False):
    """Parameters of taxes.get."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class TaxClassListParams(Parameters, total=False):
    """Parameters of taxes.classes.list."""

    fields: FieldsInput
    """Names of the fields to answer, joined by commas; all others are left out. `a.b` keeps only `b` inside `a`, and of
    a list nothing. The `id` is always included. If `a.b` is named, the whole `a` comes.
    """


class LegacyTaxUpdate(Parameters, total=False):
    """Changes to a tax rate; what is not sent stays."""

    country: str | ClearWithText
    """Country code of two letters; empty means everywhere. CLEAR sends ""."""
    state: str | ClearWithText
    """Code of the state or province; empty means the whole country. CLEAR sends ""."""
    postcode: str
    """Postal code it holds for, empty for all. A request may give several, joined by semicolons, but an answer shows
    only the last; an empty text changes nothing.
    """
    city: str
    """Town it holds for in capital letters, empty for all. Several are treated as with `postcode`."""
    rate: TaxRateInput
    """The tax in per cent, with four decimals. Empty if none was given."""
    name: str
    """What customers see. The store's word for tax if none is given."""
    priority: int
    """Of rates with the same priority only one is charged. Default for a new one: 1."""
    compound: bool
    """Whether it is charged on top of other taxes. Default for a new one: false."""
    shipping: bool
    """Whether it is charged on shipping, too. Default for a new one: true."""
    order: int
    """Place of the rate in lists. Default for a new one: 0."""
    class_: str
    """Slug of its tax class. A slug the store does not know becomes `standard`. Default for a new one: standard."""


class LegacyTaxBulkItem(LegacyTaxUpdate, total=False):
    """A tax rate to change if it has an `id`, else one to make."""

    id: int
    """Rate to change; left out or 0 to make a new one."""


class LegacyTaxClassCreate(Parameters, total=False):
    """A new tax class."""

    name: Required[str]
    """What to call it."""


class LegacyTaxCreate(LegacyTaxUpdate, total=False):
    """A new tax rate; nothing in it is compulsory."""


class LegacyTaxFilter(TypedDict, total=False):
    """Limits a list of tax rates. The other filters of the legacy API do nothing here."""

    posts_per_page: int
    """How many rates to answer. The store's own setting for posts per page if absent. At least 1."""
    tax_rate_class: str
    """Slug of the tax class to find; the parameter `class` goes before it."""
