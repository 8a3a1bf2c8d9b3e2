"""A store in a subfolder, over https and over plain http: every address and every signature has the folder in it."""

from __future__ import annotations

import asyncio

import pytest

from wooclient import AsyncWooClient, NotJsonError, WooClient
from wooclient.mock import MockStore


@pytest.mark.parametrize("url", ["https://example.org/our/shop", "http://example.org/our/shop/"])
def test_the_whole_api_works_there(url: str) -> None:
    with (
        MockStore(url=url) as store,
        WooClient(url, key=store.key, secret=store.secret, transport=store.transport) as woo,
    ):
        made = woo.products.create(name="Mug", regular_price="12.00", meta_data=[{"key": "supplier", "value": "ACME"}])
        assert woo.products.get(made.id).permalink == f"{store.url}/product/mug/"
        assert woo.products.meta.get(made.id, "supplier") == "ACME"
        walked = list(woo.products.iter(per_page=3))
        assert len(walked) == len({one.id for one in walked}) == 11
        assert [one.id for one in woo.legacy.products.list(filter={"sku": "KC-APRON"})] == [102]
        assert len(store.requests) >= 7
        assert {request.path[:13] for request in store.requests} == {"/our/shop/wp-", "/our/shop/wc-"}


async def names(url: str, store: MockStore) -> list[str]:
    async with AsyncWooClient(url, key=store.key, secret=store.secret, transport=store.transport) as woo:
        return [one.name async for one in woo.products.iter(search="apron")]


def test_async_too() -> None:
    with MockStore(url="http://example.org/shop") as store:
        assert asyncio.run(names(store.url, store)) == ["Linen Apron"]


@pytest.mark.parametrize(
    "wrong", ["https://example.org", "https://example.org/our", "https://example.org/our/shopping"]
)
def test_the_wrong_folder_is_told_as_such(wrong: str) -> None:
    with (
        MockStore(url="https://example.org/our/shop") as store,
        WooClient(wrong, key=store.key, secret=store.secret, transport=store.transport, max_retries=0) as woo,
        pytest.raises(NotJsonError, match="subfolder"),
    ):
        woo.products.list()
