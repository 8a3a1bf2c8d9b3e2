"""What calls about data of wc/v3 take."""

from __future__ import annotations

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class DataListParams(Parameters, total=False):
    """Parameters of data.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataContinentListParams(Parameters, total=False):
    """Parameters of data.continents.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataContinentGetParams(Parameters, total=False):
    """Parameters of data.continents.get."""

    continent: str
    """Listed by the store but ignored; the path decides."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataCountryListParams(Parameters, total=False):
    """Parameters of data.countries.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataCountryGetParams(Parameters, total=False):
    """Parameters of data.countries.get."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataCurrencyListParams(Parameters, total=False):
    """Parameters of data.currencies.list."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataCurrencyCurrentParams(Parameters, total=False):
    """Parameters of data.currencies.current."""

    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class DataCurrencyGetParams(Parameters, total=False):
    """Parameters of data.currencies.get."""

    location: str
    """Listed by the store but ignored; the path decides."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """
