"""`get`, `list`, `create`, `update`, `delete`, `batch`, `resources`: records for people and for programs."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from cli.conftest import Run
from wooclient import StoreWarning, WooClient
from wooclient.mock import MockStore


@pytest.mark.parametrize(
    ("version", "path", "columns", "one", "below"),
    [
        ("v2", "/wp-json/wc/v2/orders", ["id", "number", "status", "total", "currency"], 201, True),
        ("v1", "/wp-json/wc/v1/orders", ["id", "number", "status", "total", "currency"], 201, True),
        ("legacy-v3", "/wc-api/v3/orders", ["id", "order_number", "status", "total", "currency"], 201, True),
        ("legacy-v2", "/wc-api/v2/orders", ["id", "order_number", "status", "total", "currency"], 201, True),
        ("legacy-v1", "/wc-api/v1/orders", ["id", "order_number", "status", "total", "currency"], 201, False),
    ],
)
def test_each_version_has_commands(
    run: Run, store: MockStore, tmp_path: Path, version: str, path: str, columns: list[str], one: int, below: bool
) -> None:
    spoken = ("--version", version)
    table = run("list", "orders", "--limit", 3, *spoken)
    assert table.out.splitlines()[0].split() == columns
    assert len(table.out.splitlines()) == 4
    assert store.requests[-1].path == path
    assert parse_qs(store.requests[-1].query).keys() & {"per_page", "filter[limit]"}
    dry = run("update", "orders", one, "status=completed", "--dry-run", *spoken)
    assert dry.out.splitlines()[0].split()[:2] == ["PUT", f"{path}/{one}"]
    assert dry.out.splitlines()[-1].split() == ["status", "processing", "completed"]
    run("update", "orders", one, "status=completed", *spoken)
    assert run("get", "orders", one, "--json", *spoken).rows[0]["status"] == "completed"
    assert run("list", "orders.notes", one, "--json", *spoken).rows
    exported = run("export", "orders", "--to", tmp_path / "orders.csv", *spoken)
    assert exported.err.startswith(f"wooclient: 10 orders in {tmp_path}/orders.csv (10 new)")
    assert run("resources", "orders", *spoken).out.count("update   status  ") == 1
    made = run("create", "coupons", "code=moved", "amount=5", "--json", *spoken)
    assert (made.code == 0) is below
    if below:
        assert run("delete", "coupons", made.rows[0]["id"], "force=true", *spoken).code == 0


def test_a_version_lacks_what_came_later(run: Run, store: MockStore) -> None:
    done = run("list", "products.variations", "102", "--version", "v1")
    assert (done.code, "there is no resource 'products.variations' in v1" in done.err) == (2, True)
    assert "'v4' is not one of 'v3', 'v2', 'v1', 'legacy-v3'" in run("list", "orders", "--version", "v4").err
    assert store.requests == []


def test_a_table_is_imported_by_an_older_version(run: Run, store: MockStore, tmp_path: Path) -> None:
    place = tmp_path / "prices.csv"
    place.write_text("sku,regular_price\nKC-TEAPOT,51.00\n")
    done = run("import", "products", place, "--version", "v2")
    assert done.err.splitlines()[-1] == "wooclient: 0 created, 1 changed, 0 as they are, 0 refused"
    assert {request.path.rpartition("/wc/")[2].split("/")[0] for request in store.requests} == {"v2"}


def test_a_table_shows_what_tells_records_apart_and_json_shows_all(run: Run) -> None:
    table = run("list", "products", "--limit", "2").out.splitlines()
    assert table[0].split() == ["id", "name", "sku", "slug", "status", "type", "price"]
    assert table[1].split("  ")[0] == "101"
    assert len(table) == 3
    rows = run("list", "products", "--limit", "0", "--json").rows
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert len(rows[0]) > 60


def test_filters_fields_and_limits(run: Run, store: MockStore) -> None:
    done = run("list", "orders", "status=processing,completed", "--fields", "id,status,billing.city", "--limit", 1)
    assert done.out.splitlines()[0].split() == ["id", "status", "billing.city"]
    assert "1 of " in done.err
    assert "status=processing%2Ccompleted&per_page=1&" in store.requests[-1].query
    assert run("list", "products.variations", "102", "--json", "--fields", "id").rows[0].keys() >= {"id"}
    assert run("get", "orders/notes", "1", "2").code == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "prodcts"), "there is no resource 'prodcts'; did you mean 'products'?"),
        (("list", "products", "stats=draft"), "products.list has no parameter 'stats'; did you mean status?"),
        (("list", "products", "status=drafted"), "did you mean 'draft'?"),
        (("list", "products", "--fields", "catgories"), "did you mean categories?"),
        (("list", "products.variations"), "products.variations.list takes PRODUCT_ID; given: none"),
        (("get", "products", "1", "2"), "products.get takes ID; given: 1 2"),
        (("create", "data.countries"), "data.countries has no `create`; it has get, list"),
        (("create", "products", "name=a", "name=b"), "name is given twice"),
        (("create", "products", "name=a", "7"), "'7' is neither name=value nor in front of them"),
        (("create", "products", "regular_price=12,50"), "which the store would misread"),
        (("create", "products", "categories=9"), "write it as JSON, categories:='[{...}]'"),
        (("create", "products", "dimensions=9"), "dimensions.part=value"),
        (("create", "products", "dimensions.with=9"), "there is no part 'with'; did you mean width?"),
        (("create", "products", "name.x=9"), "there are no parts to name"),
        (("create", "products", "categories:=[{"), "categories is no JSON"),
        (("lst", "products"), "there is no command 'lst'; did you mean 'list'?"),
        (("batch", "products"), "- cannot be read as JSON"),
    ],
)
def test_what_is_mistyped_is_told_before_anything_is_sent(
    run: Run, store: MockStore, arguments: tuple[str, ...], said: str
) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert said in done.err
    assert store.requests == []


def test_values_reach_the_store_as_meant(run: Run, woo: WooClient) -> None:
    done = run(
        "create", "products", "name=Mug", "regular_price=12.50", "manage_stock=true", "stock_quantity=7",
        "dimensions.width=3", 'meta_data:=[{"key": "a", "value": {"deep": [1.5]}}]', "upsell_ids=101,103",
        "extra.lang=it", "--json",
    )  # fmt: skip
    assert done.code == 0, done.err
    (made,) = done.rows
    product = woo.products.get(made["id"])
    assert (product.name, str(product.regular_price), product.stock_quantity) == ("Mug", "12.50", 7)
    assert (product.dimensions.width, product.upsell_ids) == (3, [101, 103])
    assert run("update", "products", made["id"], "regular_price=", "name=Cup").code == 0
    product = woo.products.get(made["id"])
    assert (product.name, product.regular_price) == ("Cup", None)
    assert run("delete", "products", made["id"], "force=true").code == 0
    assert run("get", "products", made["id"]).code == 3


def test_data_comes_from_a_file_or_stdin(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    file.write_text('{"name": "Mug", "weight": "0.5"}', "utf-8")
    assert run("create", "products", "--data", file, "name=Cup", "--json").rows[0]["name"] == "Cup"
    assert run("create", "products", "--data", "-", "--json", stdin='{"name": "Jar"}').rows[0]["name"] == "Jar"


def test_a_dry_run_shows_field_by_field_and_changes_nothing(run: Run, store: MockStore) -> None:
    done = run(
        "update", "products", 101, "sale_price=39.5", "regular_price=48", "dimensions.width=3", "--dry-run", "--json"
    )
    assert done.rows[0]["changes"] == {
        "sale_price": {"old": "", "new": "39.5"},
        "dimensions.width": {"old": "6", "new": "3"},
    }
    assert run("create", "products", "name=Mug", "--dry-run").code == 0
    assert run("delete", "products", 101, "--dry-run").code == 0
    assert run("batch", "products", "--dry-run", stdin='{"delete": [101]}').code == 0
    assert {request.method for request in store.requests} == {"GET"}


def test_a_batch_tells_what_became_of_each_item(run: Run) -> None:
    sent = {"create": [{"name": "a", "sku": "n-1"}, {"name": "b", "sku": "n-1"}], "delete": [103]}
    done = run("batch", "products", "--json", stdin=json.dumps(sent))
    assert done.code == 1
    assert [(row["part"], row["index"], row.get("code", "")) for row in done.rows] == [
        ("create", 0, ""), ("create", 1, "product_invalid_sku"), ("delete", 0, ""),
    ]  # fmt: skip


def test_what_the_store_did_not_keep_is_told_like_any_message(run: Run) -> None:
    done = run("update", "products", "108", "stock_quantity=7")
    assert done.code == 0
    assert done.err.startswith("wooclient: products.update at http")
    assert "stock_quantity of 108 was sent as 7, and the store answers None." in done.err
    assert len(done.err.splitlines()) == 1


def test_a_batch_that_stops_says_what_is_left(run: Run, store: MockStore) -> None:
    rows = [{"name": f"p{i}"} for i in range(150)]
    store.fault("waf_403", route="batch", every=2)
    done = run("batch", "products", stdin=json.dumps({"create": rows}))
    assert done.code == 4
    assert "100 done, 0 refused" in done.err
    left = next(line for line in done.err.splitlines() if "not sent" in line)
    assert json.loads(left.partition("not sent: ")[2]) == {"create": rows[100:]}


HOSTILE = "\x1b]0;owned\x07\x9b31m\u202eevil [red]x[/red]"


def test_text_of_the_store_never_steers_the_terminal(run: Run, woo: WooClient) -> None:
    number = woo.products.create(name=HOSTILE).id
    for arguments in (("list", "products", f"include={number}"), ("get", "products", number)):
        shown = run(*arguments).out
        assert "[red]x[/red]" in shown
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & {*shown}
    told = run("get", "products", number, "--json")
    assert told.rows[0]["name"] == woo.products.get(number).name
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & {*told.out}


def test_passwords_in_settings_are_never_shown(run: Run, store: MockStore) -> None:
    def settings(call: Any) -> Any:
        return [{"id": "pw", "label": "Password", "type": "password", "default": "", "value": "hunter2"}]

    def gateway(call: Any) -> Any:
        return {"id": "x", "title": "X", "settings": {"pw": settings(call)[0]}}

    store.route("GET", "/wc/v3/settings/mail", settings)
    store.route("GET", "/wc/v3/payment_gateways/x", gateway)
    for form in ((), ("--json",)):
        assert "hunter2" not in run("list", "settings.options", "mail", *form).out
        assert "hunter2" not in run("get", "payment_gateways", "x", *form).out
    assert run("list", "settings.options", "mail", "--json").rows[0]["value"] == "***"


@pytest.mark.parametrize(
    ("fault", "code"), [("waf_403", 4), ("drop_connection", 5), ("html_error", 5), ("rate_limited", 5)]
)
def test_exit_codes_tell_kinds_of_failure_apart(run: Run, store: MockStore, fault: str, code: int) -> None:
    store.fault(fault, retry_after=0)
    assert run("create", "products", "name=a").code == code
    store.heal()
    store.keys.revoke(store.key)
    assert run("get", "products", 101).code == 4


def test_resources_are_told_with_what_they_take(run: Run) -> None:
    rows = {row["resource"]: row for row in run("resources", "--json").rows}
    assert rows["products.variations"]["ids"] == "product_id id"
    assert rows["products"]["commands"] == "get list create update delete batch"
    takes = {(row["command"], row["parameter"]): row["takes"] for row in run("resources", "orders", "--json").rows}
    assert takes["list", "after"] == "date and time"
    assert takes["list", "include"] == "list of number"
    assert takes["update", "set_paid"] == "true false"


def test_what_the_store_did_not_keep_is_one_line_also_where_warnings_are_errors(run: Run, store: MockStore) -> None:
    made = run("create", "products", "name=Cup", "--json").rows[0]
    with warnings.catch_warnings():
        warnings.simplefilter("error", StoreWarning)
        done = run("update", "products", made["id"], "stock_quantity=7")
    assert done.code == 1
    [line] = done.err.splitlines()
    assert "stock_quantity of " in line
    assert store.requests[-1].method == "PUT"
