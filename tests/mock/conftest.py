from __future__ import annotations

from collections.abc import Iterator

import pytest

from mock.receiving import Receiver
from wooclient.mock import MockStore


@pytest.fixture
def store() -> Iterator[MockStore]:
    with MockStore() as made:
        yield made


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    yield made
    made.server.shutdown()
    made.server.server_close()
