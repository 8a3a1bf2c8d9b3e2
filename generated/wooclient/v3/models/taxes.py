"""Answers about taxes of wc/v3."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, DecimalOrEmpty, Json


class Tax(Model):
    """A tax rate, the place where it is due and the tax class it is for."""

    __shown__ = ("id", "name", "city", "country", "rate")

    id: int
    """Number the store gave this tax rate."""
    country: str
    """Two-letter country code in capitals. Empty means every country. The store cannot keep a longer text such as
    `Germany`, and says nothing of that: a new rate is not made (its answer has the id 0), and of a change no field
    of the rate is kept. Small letters become capitals.
    """
    state: str
    """Code of the state or province in capitals. Empty means the whole country."""
    postcode: str
    """The last of the postcodes, or empty when the rate is for all of them. Older form of what wc/v3 has as
    `postcodes`: in a request several go in one text with semicolons between them.
    """
    city: str
    """The last of the towns, or empty when the rate is for all of them. Older form of what wc/v3 has as `cities`: in a
    request several go in one text with semicolons between them.
    """
    rate: DecimalOrEmpty
    """Percentage with four decimals, or empty if none was ever given."""
    name: str
    """What the tax is called on invoices."""
    priority: int
    """Of the rates that fit an address, the store applies one for each priority."""
    compound: bool
    """Whether the tax is charged on top of the other taxes."""
    shipping: bool
    """Whether shipping costs are taxed, too."""
    order: int
    """Place in the list of the tax settings, counted from 0."""
    class_: Annotated[Literal["standard", "reduced-rate", "zero-rate"] | str, OPEN] = Field(alias="class")
    """Slug of a tax class. Shops add classes of their own; other slugs are refused."""
    postcodes: list[str]
    """Postcodes in capitals, also ranges (`97201...97210`) and beginnings (`972*`). An empty list means all of them;
    sending one changes nothing.
    """
    cities: list[str]
    """Towns in capitals. An empty list means all of them; sending one changes nothing."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class TaxClass(Model):
    """A group of products that are taxed alike."""

    __shown__ = ("name", "slug")

    slug: str
    """Short name that products and tax rates refer to the class by."""
    name: str
    """What shop staff call the class, in the language of the store for the standard one."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
