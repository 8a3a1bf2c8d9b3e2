"""What calls about taxes of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, TaxRateInput
from wooclient._runtime.inputs import ClearWithText, Parameters

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {
    "class_": "class",
}


class TaxListParams(Parameters, total=False):
    """Parameters of taxes.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names; this list ascends unless told otherwise. Default: asc."""
    orderby: Literal["id", "order", "priority"] | str
    """What the rates are sorted by; `order` is their place in the tax settings. Default: order."""
    class_: Literal["standard", "reduced-rate", "zero-rate"] | str
    """Only the rates of the tax class with this slug. Slugs unknown to the store are refused."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class TaxGetParams(Parameters, total=False):
    """Parameters of taxes.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class TaxDeleteParams(Parameters, total=False):
    """Parameters of taxes.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class TaxClassListParams(Parameters, total=False):
    """Parameters of taxes.classes.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class TaxClassGetParams(Parameters, total=False):
    """Parameters of taxes.classes.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class TaxClassDeleteParams(Parameters, total=False):
    """Parameters of taxes.classes.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class TaxBatch(Parameters, total=False):
    """Several changes to items of type Tax in one request."""

    create: Sequence[TaxCreate]
    """Items to make."""
    update: Sequence[TaxBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class TaxUpdate(Parameters, total=False):
    """Changes to a tax rate."""

    country: str | ClearWithText
    """Two-letter country code in capitals. Empty means every country. The store cannot keep a longer text such as
    `Germany`, and says nothing of that: a new rate is not made (its answer has the id 0), and of a change no field
    of the rate is kept. Small letters become capitals. CLEAR sends "".
    """
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
    """Of the rates that fit an address, the store applies one for each priority. Default for a new one: 1."""
    compound: bool
    """Whether the tax is charged on top of the other taxes. Default for a new one: false."""
    shipping: bool
    """Whether shipping costs are taxed, too. Default for a new one: true."""
    order: int
    """Place in the list of the tax settings, counted from 0."""
    class_: str
    """Slug of a tax class. Shops add classes of their own; other slugs are refused. Default for a new one: standard."""
    postcodes: Sequence[str]
    """Postcodes in capitals, also ranges (`97201...97210`) and beginnings (`972*`). An empty list means all of them;
    sending one changes nothing.
    """
    cities: Sequence[str]
    """Towns in capitals. An empty list means all of them; sending one changes nothing."""


class TaxBatchItem(TaxUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""


class TaxClassCreate(Parameters, total=False):
    """A new tax class."""

    name: Required[str]
    """What shop staff call the class, in the language of the store for the standard one."""


class TaxCreate(TaxUpdate, total=False):
    """A new tax rate."""
