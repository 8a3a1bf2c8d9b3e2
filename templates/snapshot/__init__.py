"""Snapshots: a real store read into a seed of the mock store, people and secrets in it replaced by made-up ones."""

from __future__ import annotations
