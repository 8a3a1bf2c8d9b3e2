"""Answers about taxes of wc-api/v3."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty
from wooclient.legacy.v3.models.common import BulkFailure


class LegacyTax(Model):
    """A tax rate and the places it holds for."""

    __shown__ = ("id", "name", "city", "country", "rate")

    id: int
    """Number the store gave this rate."""
    country: str
    """Country code of two letters; empty means everywhere."""
    state: str
    """Code of the state or province; empty means the whole country."""
    postcode: str
    """Postal code it holds for, empty for all. A request may give several, joined by semicolons, but an answer shows
    only the last; an empty text changes nothing.
    """
    city: str
    """Town it holds for in capital letters, empty for all. Several are treated as with `postcode`."""
    rate: DecimalOrEmpty
    """The tax in per cent, with four decimals. Empty if none was given."""
    name: str
    """What customers see. The store's word for tax if none is given."""
    priority: int
    """Of rates with the same priority only one is charged."""
    compound: bool
    """Whether it is charged on top of other taxes."""
    shipping: bool
    """Whether it is charged on shipping, too."""
    order: int
    """Place of the rate in lists."""
    class_: Annotated[Literal["standard", "reduced-rate", "zero-rate"] | str, OPEN] = Field(alias="class")
    """Slug of its tax class. A slug the store does not know becomes `standard`."""


class LegacyTaxBulkFailure(Model):
    """A tax rate of a bulk request that was not saved."""

    __shown__ = ("id", "error")

    id: int
    """Rate that was to be changed; 0 for a new one."""
    error: BulkFailure
    """Cause for which one item of a bulk request failed."""


class LegacyTaxClass(Model):
    """A kind of goods with tax rates of its own."""

    __shown__ = ("name", "slug")

    slug: str
    """Word for the class in other resources, made from its name."""
    name: str
    """What the class is called."""


TaxesBulkAnswer = LegacyTaxBulkFailure | LegacyTax
