"""What calls about taxes of wc/v2 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required

from wooclient._runtime.declared import TaxRateInput
from wooclient._runtime.inputs import ClearWithText, Parameters

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "class_": "class",
}


class TaxBatch(Parameters, total=False):
    """Several changes to items of type Tax in one request."""

    create: Sequence[TaxCreate]
    """Items to make."""
    update: Sequence[TaxBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete for good, by id."""


class TaxUpdate(Parameters, total=False):
    """Changes to a tax rate."""

    country: str | ClearWithText
    """Two-letter country code in capitals. Empty means every country. CLEAR sends ""."""
    state: str | ClearWithText
    """Code of the state or province in capitals. Empty means the whole country. CLEAR sends ""."""
    postcode: str
    """The last of the postcodes, or empty when the rate is for all of them. Older form of what wc/v3 has as
    `postcodes`: in a request several go in one text with semicolons between them.
    """
    city: str
    """The last of the towns, or empty when the rate is for all of them. Older form of what wc/v3 has as `cities`: in a
    request several go in one text with semicolons between them.
    """
    rate: TaxRateInput
    """Percentage with four decimals, or empty if none was ever given."""
    name: str
    """What the tax is called on invoices."""
    priority: int
    """Of the rates that fit an address, the store applies one for each priority. Left out of a new one: 1."""
    compound: bool
    """Whether the tax is charged on top of the other taxes. Left out of a new one: false."""
    shipping: bool
    """Whether shipping costs are taxed, too. Left out of a new one: true."""
    order: int
    """Place in the list of the tax settings, counted from 0."""
    class_: str
    """Slug of a tax class. Shops add classes of their own; other slugs are refused. Left out of a new one: standard."""


class TaxBatchItem(TaxUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class TaxCreate(TaxUpdate, total=False):
    """A new tax rate."""
