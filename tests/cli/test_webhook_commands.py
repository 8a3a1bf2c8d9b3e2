"""Webhooks on the command line: only what is verified is shown, and what was switched off is switched on."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from cli.conftest import Run
from wooclient import WooClient
from wooclient.cli.listening import Receiver
from wooclient.mock import MockStore
from wooclient.webhooks import sign

SECRET = "s3cret & more"


@contextmanager
def _receiving(*, as_json: bool, count: int) -> Iterator[tuple[str, Receiver]]:
    receiver = Receiver("127.0.0.1", 0, SECRET, as_json=as_json, count=count)
    thread = threading.Thread(target=receiver.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{receiver.port}/in", receiver
    thread.join(10)
    assert not thread.is_alive()


def _delivery(body: bytes, secret: str, delivery: str = "d1") -> dict[str, str]:
    return {
        "x-wc-webhook-topic": "order.updated", "x-wc-webhook-delivery-id": delivery, "x-wc-webhook-id": "7",
        "x-wc-webhook-source": "https://store.example/", "x-wc-webhook-signature": sign(body, secret),
    }  # fmt: skip


def test_only_verified_events_are_shown_each_once(capsys: pytest.CaptureFixture[str]) -> None:
    body = json.dumps({"id": 5, "status": "processing", "note": "\x9b31m"}).encode()
    with _receiving(as_json=True, count=2) as (url, receiver):
        assert httpx.post(url, data={"webhook_id": "7"}).status_code == 200
        assert httpx.post(url, content=body, headers=_delivery(body, "wrong")).status_code == 401
        assert httpx.post(url, content=body, headers={"x-wc-webhook-topic": "order.updated"}).status_code == 401
        assert httpx.post(url, content=b"hello").status_code == 400
        assert httpx.get(url).status_code == 501
        for delivery in ("d1", "d1", "d2"):
            headers = _delivery(body, SECRET, delivery)
            assert httpx.post(url, content=body, headers=headers).status_code == 200
    assert receiver.refused == 2
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["topic"], row["id"], row["delivery_id"]) for row in rows] == [
        ("order.updated", 5, "d1"), ("order.updated", 5, "d2"),
    ]  # fmt: skip
    assert rows[0]["data"] == json.loads(body)
    assert "\x9b" not in out
    assert "ping of webhook 7: answered" in err
    assert SECRET not in out + err


def test_deliveries_of_a_store_are_understood(
    run: Run, store: MockStore, woo: WooClient, capsys: pytest.CaptureFixture[str]
) -> None:
    with _receiving(as_json=False, count=1) as (url, _):
        woo.webhooks.create(topic="product.updated", delivery_url=url, secret=SECRET)
        woo.products.update(101, name="Pot \x1b[31m")
        store.deliveries.wait()
    out, _ = capsys.readouterr()
    assert out.startswith("product.updated  101  Product(id=101, name='Pot ")
    assert "\x1b" not in out


def test_the_secret_is_in_the_environment_or_asked_for(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, object]] = []

    class Stopped(Receiver):
        def __init__(self, host: str, port: int, secret: str, **how: object) -> None:
            seen.append((secret, how["count"]))
            self.port, self.refused = 1, 0

        def run(self) -> None:
            """Nothing comes."""

    monkeypatch.setattr("wooclient.cli.listening.Receiver", Stopped)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda prompt: "asked")
    assert command("webhook", "listen").code == 0
    monkeypatch.setenv("WOO_WEBHOOK_SECRET", SECRET)
    done = command("webhook", "listen", "--count", 3)
    assert (done.code, seen) == (0, [("asked", 0), (SECRET, 3)])
    assert SECRET not in done.out + done.err


def test_health_finds_what_was_switched_off_and_switches_it_on(run: Run, woo: WooClient) -> None:
    before = len(run("webhook", "health", "--json").rows)
    made = woo.webhooks.create(name="ERP", topic="order.created", delivery_url="https://erp.example/in")
    paused = woo.webhooks.create(name="Old", topic="order.created", delivery_url="https://old.example/in")
    woo.webhooks.update(made.id, status="disabled")
    woo.webhooks.update(paused.id, status="paused")
    done = run("webhook", "health", "--json")
    assert done.code == 1
    assert len(done.rows) == before + 2
    assert run("webhook", "health", "--enable", "--dry-run").code == 1
    assert woo.webhooks.get(made.id).status == "disabled"
    done = run("webhook", "health", "--enable")
    assert done.code == 0
    assert "1 switched on" in done.err
    assert (woo.webhooks.get(made.id).status, woo.webhooks.get(paused.id).status) == ("active", "paused")
    assert run("webhook", "health").code == 0
