"""Data of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.data import Continent, Country, Currency, DataSet
    from wooclient.v3.params.data import (
        DataContinentGetParams,
        DataContinentListParams,
        DataCountryGetParams,
        DataCountryListParams,
        DataCurrencyCurrentParams,
        DataCurrencyGetParams,
        DataCurrencyListParams,
        DataListParams,
    )

DATA_LIST: Operation[list[DataSet]] = Operation(
    V3, "data.list", "GET", "/data", "data.DataSet", "items", query="data.DataListParams", paging="none"
)
DATA_CONTINENTS_LIST: Operation[list[Continent]] = Operation(
    V3,
    "data.continents.list",
    "GET",
    "/data/continents",
    "data.Continent",
    "items",
    query="data.DataContinentListParams",
    paging="none",
)
DATA_CONTINENTS_GET: Operation[Continent] = Operation(
    V3,
    "data.continents.get",
    "GET",
    "/data/continents/{location}",
    "data.Continent",
    query="data.DataContinentGetParams",
)
DATA_COUNTRIES_LIST: Operation[list[Country]] = Operation(
    V3,
    "data.countries.list",
    "GET",
    "/data/countries",
    "data.Country",
    "items",
    query="data.DataCountryListParams",
    paging="none",
)
DATA_COUNTRIES_GET: Operation[Country] = Operation(
    V3, "data.countries.get", "GET", "/data/countries/{location}", "data.Country", query="data.DataCountryGetParams"
)
DATA_CURRENCIES_LIST: Operation[list[Currency]] = Operation(
    V3,
    "data.currencies.list",
    "GET",
    "/data/currencies",
    "data.Currency",
    "items",
    query="data.DataCurrencyListParams",
    paging="none",
)
DATA_CURRENCIES_CURRENT: Operation[Currency] = Operation(
    V3,
    "data.currencies.current",
    "GET",
    "/data/currencies/current",
    "data.Currency",
    query="data.DataCurrencyCurrentParams",
)
DATA_CURRENCIES_GET: Operation[Currency] = Operation(
    V3, "data.currencies.get", "GET", "/data/currencies/{currency}", "data.Currency", query="data.DataCurrencyGetParams"
)


class Data(Resource):
    """Which reference lists the store offers."""

    @cached_property
    def continents(self) -> DataContinents:
        """Continents with their countries and the habits of each country."""
        return DataContinents(self._client)

    @cached_property
    def countries(self) -> DataCountries:
        """Countries with their states or provinces."""
        return DataCountries(self._client)

    @cached_property
    def currencies(self) -> DataCurrencies:
        """Currencies the store knows and the one it sells in."""
        return DataCurrencies(self._client)

    def list(self, **params: Unpack[DataListParams]) -> Page[DataSet]:
        """List the reference lists.

        Names the three reference lists together with their addresses.

        `GET /wp-json/wc/v3/data`.
        """
        return self._page(DATA_LIST, params)


class AsyncData(AsyncResource):
    """Which reference lists the store offers."""

    @cached_property
    def continents(self) -> AsyncDataContinents:
        """Continents with their countries and the habits of each country."""
        return AsyncDataContinents(self._client)

    @cached_property
    def countries(self) -> AsyncDataCountries:
        """Countries with their states or provinces."""
        return AsyncDataCountries(self._client)

    @cached_property
    def currencies(self) -> AsyncDataCurrencies:
        """Currencies the store knows and the one it sells in."""
        return AsyncDataCurrencies(self._client)

    async def list(self, **params: Unpack[DataListParams]) -> Page[DataSet]:
        """List the reference lists: `GET /wp-json/wc/v3/data`."""
        return await self._page(DATA_LIST, params)


class DataContinents(Resource):
    """Continents with their countries and the habits of each country."""

    def list(self, **params: Unpack[DataContinentListParams]) -> Page[Continent]:
        """List continents.

        All continents with their countries and states in one answer of some 130 kB. The list does not depend on where
        the store sells.

        `GET /wp-json/wc/v3/data/continents`.
        """
        return self._page(DATA_CONTINENTS_LIST, params)

    def get(self, location: str, /, **params: Unpack[DataContinentGetParams]) -> Continent:
        """Get a continent.

        One continent with its countries and their states.

        `GET /wp-json/wc/v3/data/continents/{location}`.
        """
        return self._call(DATA_CONTINENTS_GET, params, location)


class AsyncDataContinents(AsyncResource):
    """Continents with their countries and the habits of each country."""

    async def list(self, **params: Unpack[DataContinentListParams]) -> Page[Continent]:
        """List continents: `GET /wp-json/wc/v3/data/continents`."""
        return await self._page(DATA_CONTINENTS_LIST, params)

    async def get(self, location: str, /, **params: Unpack[DataContinentGetParams]) -> Continent:
        """Get a continent: `GET /wp-json/wc/v3/data/continents/{location}`."""
        return await self._call(DATA_CONTINENTS_GET, params, location)


class DataCountries(Resource):
    """Countries with their states or provinces."""

    def list(self, **params: Unpack[DataCountryListParams]) -> Page[Country]:
        """List countries.

        All countries with their states in one answer of some 140 kB, sorted by name in the language of the store.

        `GET /wp-json/wc/v3/data/countries`.
        """
        return self._page(DATA_COUNTRIES_LIST, params)

    def get(self, location: str, /, **params: Unpack[DataCountryGetParams]) -> Country:
        """Get a country.

        One country with its states. Countries without states known to the store have an empty list.

        `GET /wp-json/wc/v3/data/countries/{location}`.
        """
        return self._call(DATA_COUNTRIES_GET, params, location)


class AsyncDataCountries(AsyncResource):
    """Countries with their states or provinces."""

    async def list(self, **params: Unpack[DataCountryListParams]) -> Page[Country]:
        """List countries: `GET /wp-json/wc/v3/data/countries`."""
        return await self._page(DATA_COUNTRIES_LIST, params)

    async def get(self, location: str, /, **params: Unpack[DataCountryGetParams]) -> Country:
        """Get a country: `GET /wp-json/wc/v3/data/countries/{location}`."""
        return await self._call(DATA_COUNTRIES_GET, params, location)


class DataCurrencies(Resource):
    """Currencies the store knows and the one it sells in."""

    def list(self, **params: Unpack[DataCurrencyListParams]) -> Page[Currency]:
        """List currencies.

        All currencies the store could be set to, those of plugins included.

        `GET /wp-json/wc/v3/data/currencies`.
        """
        return self._page(DATA_CURRENCIES_LIST, params)

    def current(self, **params: Unpack[DataCurrencyCurrentParams]) -> Currency:
        """Get the currency of the store.

        The currency that prices in this store are in.

        `GET /wp-json/wc/v3/data/currencies/current`.
        """
        return self._call(DATA_CURRENCIES_CURRENT, params)

    def get(self, currency: str, /, **params: Unpack[DataCurrencyGetParams]) -> Currency:
        """Get a currency.

        One currency by its code. A code that is not three characters long is no route at all.

        `GET /wp-json/wc/v3/data/currencies/{currency}`.
        """
        return self._call(DATA_CURRENCIES_GET, params, currency)


class AsyncDataCurrencies(AsyncResource):
    """Currencies the store knows and the one it sells in."""

    async def list(self, **params: Unpack[DataCurrencyListParams]) -> Page[Currency]:
        """List currencies: `GET /wp-json/wc/v3/data/currencies`."""
        return await self._page(DATA_CURRENCIES_LIST, params)

    async def current(self, **params: Unpack[DataCurrencyCurrentParams]) -> Currency:
        """Get the currency of the store: `GET /wp-json/wc/v3/data/currencies/current`."""
        return await self._call(DATA_CURRENCIES_CURRENT, params)

    async def get(self, currency: str, /, **params: Unpack[DataCurrencyGetParams]) -> Currency:
        """Get a currency: `GET /wp-json/wc/v3/data/currencies/{currency}`."""
        return await self._call(DATA_CURRENCIES_GET, params, currency)
