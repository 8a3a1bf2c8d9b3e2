"""Examples are written for the newest version; in an older one their links and routes lead to that one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specs import BASE, THINGS, V3, document
from woospec.examples import Trimmer, address, readdressed

LINK = "https://store.example/wp-json/wc/{}/things/7"


def named(tmp_path: Path, version: str) -> Any:
    """The example of a thing whose name is a link, in some version."""
    text = (BASE / THINGS / "examples.yaml").read_text("utf-8").replace("name: Cup", f"name: {LINK.format('v3')}", 1)
    files = {f"{THINGS}/examples.yaml": text}
    # The first of the versions is the one that examples are written for.
    versions = "".join(V3.replace("v3", v) for v in ("v3", "v2", "v1"))
    files["woocommerce.yaml"] = (BASE / "woocommerce.yaml").read_text("utf-8").replace(V3, versions)
    operation = document(tmp_path, files, version)["paths"]["/things/{id}"]["get"]
    return operation["responses"]["200"]["content"]["application/json"]["example"]["name"]


@pytest.mark.parametrize("version", ["v3", "v2", "v1"])
def test_links_lead_to_the_version_of_the_document(tmp_path: Path, version: str) -> None:
    assert named(tmp_path, version) == LINK.format(version)


@pytest.mark.parametrize("value", ["text", True, 7, None])
def test_an_example_that_is_no_object_stays_as_it_is(value: Any) -> None:
    """Also where the version lacks fields of others."""
    thing = {"$ref": "#/components/schemas/Thing"}
    trimmer = Trimmer({"Thing": {"type": "object", "properties": {"id": {}}}}, {"Thing": {"late"}})
    assert trimmer.trim([{"id": 1, "late": 2}], {"type": "array", "items": thing}) == [{"id": 1}]
    assert trimmer.trim(value, thing) == value


def test_links_and_names_of_routes_anywhere() -> None:
    written = {"/wc/v3/things": [{"href": LINK.format("v3"), "id": 3, "none": None}], "note": "about v3"}
    assert readdressed(written, "wc/v3", "wc/v1") == {
        "/wc/v1/things": [{"href": LINK.format("v1"), "id": 3, "none": None}],
        "note": "about v3",
    }
    assert readdressed(written, "wc/v3", "wc/v3") is written


@pytest.mark.parametrize(("path", "found"), [("/wp-json/wc/v3", "wc/v3"), ("/wc-api/v2", "wc-api/v2")])
def test_address(path: str, found: str) -> None:
    assert address(path) == found
