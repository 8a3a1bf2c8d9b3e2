"""What keeps a run from beginning is said in one sentence, with exit code 2."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import pytest
import trustme

from contract.runs import KEY, SECRET, Said, contract, play, site, target
from wooclient.contract.calls.steps import Steps
from wooclient.contract.running.run import Run
from wooclient.contract.running.scenario import Scenario
from wooclient.contract.store.probing import Unfit, probe
from wooclient.contract.store.target import Target
from wooclient.mock import MockStore

_HTML = {"Content-Type": "text/html"}
_GONE = {"code": "rest_no_route", "message": "No such route.", "data": {"status": 404}}


def _run(url: str, *more: str) -> Said:
    return contract("--url", url, "--key", KEY, "--secret", SECRET, *more)


def _one_sentence(said: Said, *parts: str) -> None:
    assert said.code == 2, said
    lines = [line for line in said.err.splitlines() if "warning" not in line]
    assert len(lines) == 1, said.err
    assert lines[0].startswith("contract: ")
    for part in parts:
        assert part in lines[0]
    assert KEY not in said.err
    assert SECRET not in said.err


@pytest.mark.parametrize("url", ["shop.example", "ftp://shop.example", "https://", "https://u:p@shop.example"])
def test_what_is_no_address(url: str) -> None:
    _one_sentence(_run(url), "address")


def test_no_such_host() -> None:
    _one_sentence(_run("https://nowhere.invalid"), "nowhere.invalid")


def test_nobody_listens() -> None:
    _one_sentence(_run("http://127.0.0.1:9"), "cannot be reached")


def test_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WOO_KEY", "WOO_SECRET"):
        monkeypatch.delenv(name, raising=False)
    _one_sentence(contract("--url", "https://shop.example"), "--key", "WOO_KEY")


def test_a_site_that_is_no_wordpress() -> None:
    with site(lambda path: (404, _HTML, b"<h1>Not here</h1>")) as server:
        _one_sentence(_run(server.url), "no WooCommerce store", "404", "text/html")


def test_a_site_without_woocommerce() -> None:
    def wordpress(path: str) -> Any:
        return (200, {}, {"namespaces": ["oembed/1.0", "wp/v2"]}) if path == "/wp-json/" else (404, {}, _GONE)

    with site(wordpress) as server:
        _one_sentence(_run(server.url), "WordPress", "WooCommerce is not active")


def test_plain_permalinks() -> None:
    def plain(path: str) -> Any:
        return (200, {}, {"namespaces": ["wc/v3"]}) if "rest_route" in path else (404, _HTML, b"<h1>Not found</h1>")

    with site(plain) as server:
        _one_sentence(_run(server.url), "plain permalinks", "?rest_route=")


def test_http_that_is_sent_to_https() -> None:
    with site(lambda path: (301, {"Location": f"https://127.0.0.1{path}"}, b"")) as server:
        _one_sentence(_run(server.url), "http to https", "--url https://127.0.0.1")


def test_another_host() -> None:
    with site(lambda path: (301, {"Location": f"http://www.shop.example{path}"}, b"")) as server:
        _one_sentence(_run(server.url), "--url http://www.shop.example")


def test_a_store_that_fails() -> None:
    with site(lambda path: (503, _HTML, b"maintenance")) as server:
        _one_sentence(_run(server.url), "503")


def test_a_wrong_certificate_names_the_options(tmp_path: Path) -> None:
    authority = trustme.CA()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with site(lambda path: (404, _HTML, b""), tls) as server:
        _one_sentence(_run(server.url), "--ca-file", "--insecure")
        _one_sentence(_run(server.url, "--ca-file", str(tmp_path / "ca.pem")), "no WooCommerce store")
        insecure = _run(server.url, "--insecure")
        _one_sentence(insecure, "no WooCommerce store")
        assert "warning: --insecure" in insecure.err


def test_a_ca_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")
    _one_sentence(_run("https://shop.example", "--ca-file", str(tmp_path / "ca.pem")), "--ca-file")


def test_a_terminal_cannot_be_steered_by_an_address() -> None:
    said = _run("https://shop\x1b[2J.example")
    assert said.code == 2
    assert "\x1b" not in said.err


@pytest.mark.parametrize(
    "arguments", [("--mock", "--versions", "v9"), ("--mock", "--workers", "0"), (), ("--mock", "--url", "x")]
)
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        contract(*arguments)
    assert ended.value.code == 2


def test_a_wrong_key() -> None:
    with MockStore() as store:
        wrong = Target(store.url, KEY, SECRET, transport=store.transport)
        with pytest.raises(Unfit, match="refuses the key"):
            probe(wrong, ("v3",), writes=False)


@pytest.mark.parametrize(("permission", "writes", "told"), [("read", True, "--allow-writes"), ("write", False, "key")])
def test_a_key_that_may_not_do_enough(permission: Any, writes: bool, told: str) -> None:
    with MockStore() as store:
        key = store.keys.create(permission, "test", key=KEY, secret=SECRET)
        aim = Target(store.url, key.key, key.secret, transport=store.transport)
        before = store.snapshot()
        with pytest.raises(Unfit, match=told):
            probe(aim, ("v3",), writes=writes)
        assert len(store.snapshot()) == len(before)


def test_versions_that_are_not_served_are_no_error() -> None:
    with MockStore() as store:
        for _ in range(3):
            store.fail_next(status=404, code="woocommerce_api_disabled", body=b"<h1>?</h1>", route="/wc-api/")
        found = probe(target(store, read_only=True), ("v3", "legacy-v3", "legacy-v2", "legacy-v1"), writes=False)
    assert list(found.served) == ["v3"]
    assert found.release == "10.0.2"


def test_a_store_that_dies_half_way() -> None:
    def dying(run: Run) -> Steps[None]:
        made = yield from run.needed("products.tags.create", name=run.mark)
        run.made("products.tags.delete", made.body["id"], force=True)
        store.fault("drop_connection")
        yield from run.answer("products.tags.get", made.body["id"])

    with MockStore() as store:
        suite = play(target(store), Scenario("dying", "v3", frozenset(), dying))
    assert suite.results.is_dead
    assert any("products.tags.delete" in line and "woospec-" in line for line in suite.results.left)
