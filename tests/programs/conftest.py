"""What programs need: stores of the mock, in process or behind a socket."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wooclient.mock.pytest_plugin import woo_async_client, woo_client, woo_store, woo_store_options

__all__ = ["no_proxy", "woo_async_client", "woo_client", "woo_store", "woo_store_options"]


@pytest.fixture
def no_proxy() -> Iterator[None]:
    """Requests to this machine go there directly, whatever the environment says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1")
        yield
