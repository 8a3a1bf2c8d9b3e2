"""The recordings that the project carries: what the tests need of them is there, also where no full ones are."""

from __future__ import annotations

import json

import pytest

import needs
from evidence import store
from evidence.reduce import reduced
from test_requests import type_faults


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_the_reduced_recordings_hold_requests_refused_for_a_type(version: str) -> None:
    assert [e for e in store.read(store.REDUCED, version) if isinstance(e.request, dict) and type_faults(e)]


@needs.full_recordings
@pytest.mark.parametrize("name", sorted(p.name for p in store.REDUCED.iterdir()))
def test_the_reduced_recordings_are_made_of_the_full_ones(name: str) -> None:
    full = (store.SHARED / "recordings" / name).read_text("utf-8").splitlines()
    kept = (store.REDUCED / name).read_text("utf-8").splitlines()
    assert [json.loads(line) for line in kept] == reduced(full)
