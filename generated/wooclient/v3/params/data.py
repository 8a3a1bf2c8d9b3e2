"""What calls about data of wc/v3 take."""

from __future__ import annotations

from wooclient._runtime.inputs import Parameters


class DataContinentGetParams(Parameters, total=False):
    """Parameters of data.continents.get."""

    continent: str
    """Listed by the store but ignored; the path decides."""


class DataCurrencyGetParams(Parameters, total=False):
    """Parameters of data.currencies.get."""

    location: str
    """Listed by the store but ignored; the path decides."""
