"""The doctor: each cause, broken on purpose in the mock store, is named with its remedy, and nothing else is blamed."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

from cli.conftest import Run
from mock.serving import KEY, SECRET, served
from wooclient import WooClient
from wooclient.cli.doctor.shop import described
from wooclient.cli.doctor.table import CHECKS
from wooclient.mock import MockStore
from wooclient.mock.server import tls_context


def _findings(run: Run, *arguments: object) -> dict[str, dict[str, Any]]:
    return {row["check"]: row for row in run("doctor", "--json", *arguments).rows}


def _blamed(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {name: row["level"] for name, row in found.items() if row["level"] in ("broken", "warning")}


#: What every run has to say of the release that the mock store imitates.
ALWAYS = {"defects": "warning"}


def test_a_store_that_is_well_has_nothing_broken_and_nothing_is_changed(run: Run, store: MockStore) -> None:
    done = run("doctor")
    assert done.code == 0
    assert "0 broken, 1 to look at" in done.err
    sent = [(r.method, r.path, r.body) for r in store.requests if r.method != "GET"]
    assert sent == [("POST", "/wp-json/wc/v3/products/batch", b"{}")]
    assert _blamed(_findings(run)) == ALWAYS


#: Fault → the check that finds it, its level, words of the cause, words of the remedy.
FAULTS = {
    "bom": ("bom", "warning", "byte order mark", "without BOM"),
    "php_warning": ("php", "broken", "Undefined array key 0", "WP_DEBUG_DISPLAY"),
    "html_error": ("index", "broken", "The store fails (status 500). A plugin or theme", "error log"),
    "waf_403": ("firewall", "broken", "answers in place of the store (status 403)", "below /wp-json/wc/"),
    "waf_user_agent": ("firewall", "broken", "refuses the user agent of this client", "user_agent="),
    "stripped_authorization": ("key", "broken", "strips the Authorization header", "--auth query"),
    "server_password": ("password", "broken", "a password of its own", "Switch it off for /wp-json/"),
    "redirect_www": ("redirect", "broken", "https://www.store.example/wp-json/", "https://www.store.example"),
    "plain_permalinks": ("index", "broken", "permalinks are set to Plain", "https://store.example/index.php"),
    "rest_closed": ("index", "broken", "rest_not_logged_in", "security plugin"),
    "no_woocommerce": ("woocommerce", "broken", "WooCommerce is not active", "Activate"),
    "cached": ("cache", "broken", "A cache answers in place of the store (x-cache: HIT)", "Exclude /wp-json/"),
    "no_totals": ("cache", "warning", "without X-WP-Total", "begin with X-WP-"),
    "clock_ahead": ("clock", "warning", "60 minutes ahead of", "NTP"),
    "drop_connection": ("connection", "broken", "The mock store dropped the connection", "server runs"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named_with_its_remedy(run: Run, store: MockStore, fault: str) -> None:
    name, level, cause, remedy = FAULTS[fault]
    store.fault(fault)
    found = _findings(run)
    assert found[name]["level"] == level
    assert cause in found[name]["cause"]
    assert remedy in found[name]["remedy"]
    blamed = _blamed(found)
    assert blamed == ({name: level, **ALWAYS} if level == "warning" or "defects" in blamed else {name: level})
    assert run("doctor").code == (1 if level == "broken" else 0)


def _wrong_key(store: MockStore, woo: WooClient) -> None:
    store.keys.revoke(store.key)


def _disabled(store: MockStore, woo: WooClient) -> None:
    made = woo.webhooks.create(name="ERP", topic="order.created", delivery_url="https://erp.example/in")
    woo.webhooks.update(made.id, status="disabled")


def _settings(**values: Any) -> Callable[[MockStore, WooClient], None]:
    def change(store: MockStore, woo: WooClient) -> None:
        store.route("GET", "/wc/v3/system_status", lambda call: values)

    return change


_OLD = {"environment": {"version": "8.9.3"}, "settings": {"api_enabled": True}}
CHANGES = {
    "revoked": (_wrong_key, "key", "does not know the key", "Make a new one"),
    "webhook": (_disabled, "webhooks", "ERP (order.created)", "webhook health --enable"),
    "hpos": (_settings(settings={"HPOS_enabled": True}), "orders", "(HPOS) without sync", "compatibility mode"),
    "database": (
        _settings(environment={"version": "10.0.2"}, database={"wc_database_version": "9.8.1"}),
        "release", "its database is still of 9.8.1", "wp wc update",
    ),
    "defects": (_settings(**_OLD), "defects", "POST /orders of the legacy API", "update WooCommerce"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_wrong_with_key_or_shop_is_named(run: Run, store: MockStore, woo: WooClient, change: str) -> None:
    act, name, cause, remedy = CHANGES[change]
    act(store, woo)
    found = _findings(run)[name]
    assert found["level"] in ("broken", "warning")
    assert cause in found["cause"]
    assert remedy in found["remedy"]


def test_a_wrong_secret_is_told_from_a_wrong_key(run: Run, store: MockStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOO_SECRET", "cs_" + "0" * 40)
    found = _findings(run)
    assert found["key"]["cause"].startswith("The secret does not belong to the key")
    assert "cs_000" not in str(found)
    assert found["permissions"]["cause"] == "cannot be checked before `key` is repaired"


@pytest.mark.parametrize(("permissions", "lacks"), [("read", "change"), ("write", "read")])
def test_a_key_for_one_thing_only(
    run: Run, store: MockStore, monkeypatch: pytest.MonkeyPatch, permissions: str, lacks: str
) -> None:
    made = store.keys.create(permissions)
    monkeypatch.setenv("WOO_KEY", made.key)
    monkeypatch.setenv("WOO_SECRET", made.secret)
    found = _findings(run)
    assert found["permissions"]["cause"] == f"The key may only {permissions}: calls that {lacks} records are refused"
    assert "Read/Write" in found["permissions"]["remedy"]


def test_over_http_a_clock_that_is_off_is_the_cause(
    run: Run, store: MockStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = store.url.replace("https", "http")
    store.move(address)
    monkeypatch.setenv("WOO_URL", address)
    assert _blamed(_findings(run)) == ALWAYS
    store.fault("clock_ahead")
    store.authenticator.clock = lambda: time.time() + 3600
    found = _findings(run)
    assert found["clock"]["level"] == "broken"
    assert "it refuses every signature" in found["clock"]["cause"]
    assert found["key"]["cause"] == "The store refuses the time of the signature"


def test_a_name_that_leads_nowhere(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("WOO_KEY", KEY)
    monkeypatch.setenv("WOO_SECRET", SECRET)
    found = _findings(command, "--url", "https://shop.exmaple")
    assert "The name shop.exmaple leads to no address" in found["name"]["cause"]
    assert {row["level"] for name, row in found.items() if name != "name"} == {"skipped"}


def test_certificates_and_ports(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a real socket: an unknown authority, another name, plain http at an https address, nobody there."""
    monkeypatch.setenv("WOO_KEY", KEY)
    monkeypatch.setenv("WOO_SECRET", SECRET)
    with served(tls=tls_context("127.0.0.1")[0]) as url:
        found = _findings(command, "--url", url)["connection"]
        assert "an authority that this machine does not know" in found["cause"] or "whole chain" in found["cause"]
        assert "--ca-file" in found["remedy"]
        assert _blamed(_findings(command, "--url", url, "--insecure")) == ALWAYS
    with served() as url:
        found = _findings(command, "--url", url.replace("http", "https"))["connection"]
        assert found["cause"] == "Plain http answers at an https address"
    found = _findings(command, "--url", url)["connection"]
    assert "No connection to 127.0.0.1 can be made" in found["cause"]


def test_text_of_the_store_is_escaped(run: Run, store: MockStore) -> None:
    store.fail_next(500, code="rest_closed\x1b[31m", message="\x1b]0;x\x07")
    store.fault("rest_closed")
    assert "\x1b" not in run("doctor").out


def test_the_table_is_complete() -> None:
    names = [check.name for check in CHECKS]
    assert len(set(names)) == len(names)
    for place, check in enumerate(CHECKS):
        assert set(check.needs) <= set(names[:place])
    assert any("/orders of the legacy API" in one.what for one in described())
