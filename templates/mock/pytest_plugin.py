"""Fixtures for tests of whatever talks to WooCommerce: a fresh store for each test, and clients for it.

def test_prices(woo_store, woo_client):
    woo_client.products.create(name="Mug", regular_price="12.00")
    assert woo_store.requests[-1].method == "POST"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from wooclient import AsyncWooClient, WooClient

    from .store import MockStore


@pytest.fixture
def woo_store_options() -> dict[str, Any]:
    """What `MockStore` is made with. Override it: `{"seed": "fresh", "release": "10.0"}` is a new installation."""
    return {}


@pytest.fixture
def woo_store(woo_store_options: dict[str, Any]) -> Iterator[MockStore]:
    """A mock store, nobody else's, with the default shop in it unless `woo_store_options` say otherwise."""
    from .store import MockStore

    store = MockStore(**woo_store_options)
    yield store
    store.close()


@pytest.fixture
def woo_client(woo_store: MockStore) -> Iterator[WooClient]:
    """A client of `woo_store`."""
    from wooclient import WooClient

    with WooClient(woo_store.url, key=woo_store.key, secret=woo_store.secret, transport=woo_store.transport) as client:
        yield client


@pytest.fixture
def woo_async_client(woo_store: MockStore) -> AsyncWooClient:
    """An async client of `woo_store`. It holds no socket, so that nothing has to be closed."""
    from wooclient import AsyncWooClient

    return AsyncWooClient(woo_store.url, key=woo_store.key, secret=woo_store.secret, transport=woo_store.transport)


__all__ = ["woo_async_client", "woo_client", "woo_store", "woo_store_options"]
