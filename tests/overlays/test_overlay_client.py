"""A client for a store with plugins: fields, a status, a resource and a namespace of theirs, typed and at work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

import new_words
import wooclient
from building import PROJECT
from checked_by_mypy import mypy
from overlays.acme import FOLDER, build, importable
from overlays.plain import applied
from woospec.rules.standard import standard_faults


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory)


@pytest.fixture(scope="session")
def acme(out: Path) -> Any:
    return importable(out)


@pytest.fixture
def woo(acme: Any) -> Any:
    store = import_module("acme_woo.mock").MockStore()
    return acme.WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)


# fields


def test_a_field_is_written_read_saved_and_changed_in_a_batch(woo: Any) -> None:
    contact = {"name": "Ann", "mail": "ann@example.com"}
    supplier = {"code": "S-1", "lead_days": 3, "price": Decimal("3.50"), "contacts": [contact]}
    made = woo.products.create(name="Mug", supplier=supplier)
    assert (made.supplier.code, made.supplier.price) == ("S-1", Decimal("3.50"))
    assert made.supplier.contacts[0].mail == "ann@example.com"
    made.supplier.code = "S-2"
    saved = woo.products.save(made)
    assert (saved.supplier.code, saved.supplier.lead_days) == ("S-2", 3)
    woo.products.batch(update=[{"id": made.id, "supplier": {"lead_days": 9}}])
    read = woo.products.get(made.id)
    assert (read.supplier.code, read.supplier.lead_days) == ("S-2", 9)
    assert not woo.drift


def test_what_is_misspelt_or_only_answered_is_refused_before_it_is_sent(woo: Any) -> None:
    with pytest.raises(TypeError, match="lead_day"):
        woo.products.create(name="Mug", supplier={"lead_day": 3})
    with pytest.raises(TypeError, match="parcels_sent"):
        woo.orders.create(parcels_sent=3)


def test_a_status_of_a_plugin_is_kept_found_and_told(woo: Any) -> None:
    order = woo.orders.create(status="packed", warehouse="north")
    assert (order.status, order.warehouse) == ("packed", "north")
    assert [one.id for one in woo.orders.list(status=["packed"])] == [order.id]
    assert "packed" in [one.slug for one in woo.orders.statuses.list()]


def test_custom_fields_with_types_are_kept_like_all_others(woo: Any) -> None:
    made = woo.products.create(name="Mug")
    assert woo.products.meta.get(made.id, "_acme_bin") is None
    assert woo.products.meta.set(made.id, "_acme_bin", "B7") == "B7"
    assert woo.products.meta.set(made.id, "_acme_tags", ["a", "b"]) == ["a", "b"]


# resources


def test_a_resource_lives_in_the_mock_store(woo: Any) -> None:
    first = [one.id for one in woo.subscriptions.list()]
    made = woo.subscriptions.create(customer_id=3, total=Decimal("9.90"))
    assert (made.interval, made.total) == ("month", Decimal("9.90"))
    made.status = "paused"
    assert woo.subscriptions.save(made).status == "paused"
    assert [one.id for one in woo.subscriptions.iter(per_page=1)] == [*first, made.id]
    done = woo.subscriptions.batch(
        create=[{"customer_id": 4}], update=[{"id": made.id, "note": "x"}], delete=[first[0]]
    )
    assert not done.errors
    assert woo.subscriptions.get(made.id).note == "x"
    woo.subscriptions.delete(made.id, force=True)
    with pytest.raises(import_module("acme_woo").NotFound):
        woo.subscriptions.get(made.id)
    with pytest.raises(TypeError, match="customer_id"):
        woo.subscriptions.create(total=Decimal("9.90"))


def test_a_namespace_is_an_attribute_of_the_client(woo: Any) -> None:
    assert [one.carrier for one in woo.acme.parcels.list()] == ["dhl", "dhl"]
    made = woo.acme.parcels.create(order_id=5, carrier="ups", tracking="1Z")
    assert woo.acme.parcels.get(made.id).tracking == "1Z"
    woo.acme.parcels.delete(made.id)
    with pytest.raises(import_module("acme_woo").NotFound):
        woo.acme.parcels.get(made.id)


# the package


def test_examples_fit_and_have_what_is_new(acme: Any) -> None:
    product = acme.fixtures.load("v3", "products.get")
    assert product["supplier"]["code"] == "S-17"
    assert (
        acme.fixtures.load_request("v3", "products.update")["supplier"]["contacts"][0]["mail"] == "somebody@example.com"
    )
    document = acme.openapi("v3")
    schema = {"$ref": "#/components/schemas/Product", "components": document["components"]}
    assert jsonschema_rs.is_valid(schema, product)
    assert {one["id"] for one in acme.fixtures.load("v3", "subscriptions.list")} == {9001, 9002}


def test_the_package_has_a_name_of_its_own_everywhere(acme: Any, out: Path) -> None:
    texts = {p: p.read_text("utf-8") for p in out.rglob("*") if p.suffix in (".py", ".md", ".toml")}
    left = {line.strip() for text in texts.values() for line in text.splitlines() if "wooclient" in line}
    assert left == {
        'ATTRIBUTE = "_wooclient_batch"',
        'USER_AGENT = f"acme_woo/{__version__} (+https://pypi.org/project/wooclient/)"',
    }
    listed = json.loads((out / "MANIFEST.json").read_text("utf-8"))["files"]
    assert not [path for path in listed if path.startswith("wooclient")]
    project = (out / "pyproject.toml").read_text("utf-8")
    assert all(line in project for line in ('name = "acme_woo"', 'acme_woo = "acme_woo.__main__:main"'))
    assert acme.__file__.startswith(str(out))


def test_two_packages_live_in_one_process(woo: Any, acme: Any) -> None:
    store = import_module("wooclient.mock").MockStore()
    plain = wooclient.WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
    assert not hasattr(plain, "subscriptions")
    made = plain.products.create(name="Mug")
    assert type(made) is not type(woo.products.create(name="Mug"))
    assert not issubclass(acme.ApiError, wooclient.ApiError)


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_know_what_overlays_brought(checker: str, out: Path, tmp_path: Path) -> None:
    """And pyright what plugins add, in the same run: most of the time goes into what both import.

    What mypy says of that is in test_added_versions.
    """
    text = (FOLDER / "typed.py.txt").read_text("utf-8")
    (tmp_path / "use.py").write_text(text)
    (tmp_path / "sample.py").write_text(new_words.SAMPLE)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "include": ["use.py", "sample.py"]}')
    places = os.pathsep.join([str(out), str(PROJECT / "generated")])
    environment = {"MYPYPATH": str(out), "PYTHONPATH": places, "PATH": "/usr/bin:/bin"}
    if checker == "mypy":
        run = mypy("overlays", tmp_path, environment, "--strict", "--config-file=", "use.py")
    else:
        command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300)
    found = {int(line.split(":")[1]) for line in run.stdout.splitlines() if "use.py:" in line and " error" in line}
    wanted = {number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# refused")}
    assert found == wanted, run.stdout + run.stderr
    if checker == "pyright":
        assert new_words.errors(run.stdout) == new_words.REFUSED, run.stdout + run.stderr


def test_the_contract_suite_plays_what_overlays_brought(
    acme: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session, command = import_module("acme_woo.contract.session"), import_module("acme_woo.contract.command")
    plain = session.chosen

    def chosen(versions: Any, *, read_only: bool) -> Any:
        named = ("of subscriptions", "filters of products")  # the second has a filter that an overlay added
        return [s for s in plain(versions, read_only=read_only) if "added" in s.name or s.name.endswith(named)]

    monkeypatch.setattr(session, "chosen", chosen)
    code = command.main(["--mock", "--versions", "v3,acme-v1", "--report", str(tmp_path)], "acme_woo contract")
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert code == 0, report["causes"]
    states = {
        operation["id"]: operation["state"]
        for version in report["versions"]
        for operation in version["operations"]
        if operation["id"].startswith(("subscriptions.", "parcels."))
    }
    assert states == dict.fromkeys(states, "passed")
    assert len(states) == 10


# other tools


def test_the_file_is_an_overlay_for_any_tool() -> None:
    """Applied by the letter of the standard to the document as other tools read it, it gives a valid document."""
    document = applied(wooclient.openapi("v3"), FOLDER / "acme.yaml")
    assert document["components"]["schemas"]["ProductUpdate"]["properties"]["supplier"]["properties"]["code"]
    assert "packed" in str(document["components"]["schemas"]["Order"]["properties"]["status"])
    document["paths"] = {
        path: document["paths"][path] for path in ("/subscriptions", "/subscriptions/{id}", "/parcels")
    }
    assert [fault.message for fault in standard_faults(document)] == []
