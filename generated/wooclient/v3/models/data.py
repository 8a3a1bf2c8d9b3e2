"""Answers about data of wc/v3."""

from typing import Annotated, Literal

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import OPEN, Json


class CountryState(Model):
    """A state or province of a country."""

    __shown__ = ("code", "name")

    code: str | int
    """Code of the state as addresses use it. Codes made of digits only come as numbers."""
    name: str
    """What the state is called."""


class ContinentCountry(Model):
    """A country as the list of continents has it. The fields about money and units are absent for the few countries
    whose formats the store does not know.
    """

    __shown__ = ("code", "name")

    code: str
    """The two letters of ISO 3166-1 for the country."""
    name: str
    """Meant to be the country, but wherever the fields about money are present it is the name of the currency; take
    names of countries from `/data/countries`.
    """
    currency_code: str | None = None
    """The three letters of ISO 4217 for the usual currency."""
    currency_pos: Literal["left", "right", "left_space", "right_space"] | None = None
    """On which side of a price the currency sign stands, with or without a space."""
    decimal_sep: str | None = None
    """Character before the cents."""
    dimension_unit: Annotated[Literal["cm", "in", "m", "mm", "yd", "foot"] | str, OPEN] | None = None
    """Usual unit of length. `foot` is gone since 9.9."""
    num_decimals: int | None = None
    """Digits after the decimal separator in a price."""
    thousand_sep: str | None = None
    """Character between groups of three digits, possibly a space."""
    weight_unit: Annotated[Literal["kg", "g", "lbs", "oz"] | str, OPEN] | None = None
    """Usual unit of weight."""
    states: list[CountryState]
    """States or provinces; empty where the store knows none."""


class Continent(Model):
    """A continent and its countries."""

    __shown__ = ("code", "name")

    code: str
    """Two capital letters that stand for the continent."""
    name: str
    """What the continent is called in the language of the store."""
    countries: list[ContinentCountry]
    """Countries of this continent."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class Country(Model):
    """A country and its states."""

    __shown__ = ("code", "name")

    code: str
    """The two letters of ISO 3166-1 for the country."""
    name: str
    """What the country is called in the language of the store."""
    states: list[CountryState]
    """States or provinces; empty where the store knows none."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class Currency(Model):
    """A currency and its sign."""

    __shown__ = ("code", "name")

    code: str
    """The three letters of ISO 4217, or of a plugin's own making."""
    name: str
    """What the currency is called in the language of the store."""
    symbol: str
    """Sign of the currency, often written as HTML entities (`&#36;`)."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class DataSet(Model):
    """The name of a reference list."""

    __shown__ = ("slug",)

    slug: Annotated[Literal["continents", "countries", "currencies"] | str, OPEN]
    """Path of the list below `/data/`."""
    description: str
    """What the list holds, in the language of the store."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
