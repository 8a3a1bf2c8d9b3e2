"""Each version has classes of its own, so that a change to one version never moves a class of another."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from building import PROJECT, replace, unvalidated

VERSIONS = ("v3", "v2", "v1", "legacy.v3", "legacy.v2", "legacy.v1")
#: A field that only one version has.
PLACE = "    amount:\n      type: string\n      format: decimal\n"
FIELD = """\
    campaign:
      type: string
      description: What the coupon is part of.
      x-since: v3
"""


def types(version: str) -> dict[str, Any]:
    """The types that the operations of a version name: what they answer, and what they take."""
    operations = import_module(f"wooclient.{version}.operations").OPERATIONS
    found = {f"{o.id} answers": o.item_type() for o in operations}
    found |= {f"{o.id} takes": o.query_type() for o in operations}
    return found | {f"{o.id} sends": o.body_type() for o in operations}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_returns_and_takes_its_own_types(version: str) -> None:
    made = {where: one.__module__ for where, one in types(version).items() if isinstance(one, type)}
    ours = {where: module for where, module in made.items() if module.startswith("wooclient.")}
    assert len(ours) > 15
    assert {where: m for where, m in ours.items() if not m.startswith(f"wooclient.{version}.")} == {}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_exports_its_types(version: str) -> None:
    package = import_module(f"wooclient.{version}")
    made = [one for one in types(version).values() if isinstance(one, type) and one.__module__.startswith("wooclient.")]
    assert [one for one in made if getattr(package, one.__name__) is not one] == []


def test_a_field_of_one_version_changes_nothing_in_another(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "spec", tmp_path / "spec")
    replace(tmp_path / "spec/resources/coupons/schemas.yaml", PLACE, FIELD + PLACE)
    changed: dict[str, set[str]] = {}
    for version in ("v3", "v2"):
        before, after = (unvalidated(spec, version)[0] for spec in (PROJECT / "spec", tmp_path / "spec"))
        assert before.keys() == after.keys()
        changed[version] = {path for path in after if after[path] != before[path]}
    assert changed == {
        "v3": {
            "API.md",
            "wooclient/documents/v3.json",
            "wooclient/v3/models/coupons.py",
            "wooclient/v3/params/coupons.py",
        },
        "v2": set(),
    }
