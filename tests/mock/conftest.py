from __future__ import annotations

from collections.abc import Iterator

import pytest

from wooclient.mock import MockStore


@pytest.fixture
def store() -> Iterator[MockStore]:
    with MockStore() as made:
        yield made
