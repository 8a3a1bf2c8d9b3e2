"""Webhooks going out: a signed request for each change that somebody subscribed to, to receivers on this machine.

Deliveries wait until the change is written, then a thread of their own sends them; `wait` lets tests do the same.
"""

from __future__ import annotations

import html
import ipaddress
import queue
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from .auth import digest_of
from .call import Call
from .description import Json
from .errors import Refused
from .resource import Shop
from .state import Doc, Key
from .wire import to_json

#: With more failures in a row than this behind it, WooCommerce disables a webhook at its next one: the seventh.
MAX_FAILURES = 5
#: The setting of webhooks that tell of things as the legacy API shows them.
LEGACY = "legacy_v3"
_TIMEOUT = 5.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request to a receiver."""

    webhook: int
    url: str
    headers: dict[str, str]
    body: bytes


class Deliveries:
    """What a store sends to receivers."""

    def __init__(self, shop: Shop, legacy_record: Callable[[str, Key], Json]) -> None:
        self.shop = shop
        #: What a `GET` of a thing, by kind and id, answers in the legacy API.
        self.legacy_record = legacy_record
        #: What was sent, oldest first, with the status that came back; 0 if nothing came.
        self.sent: list[tuple[Delivery, int]] = []
        self._queue: queue.Queue[Delivery | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        shop.listeners.append(self.changed)

    def changed(self, topic: str, event: str, doc: Doc) -> None:
        """Queue what webhooks want to know of a change; a new webhook gets a ping."""
        if topic == "webhook":
            if event == "created":
                self.ping(doc)
            return
        for webhook in self.shop.state.all("webhooks"):
            is_wanted = webhook.get("status") == "active" and webhook.get("topic") == f"{topic}.{event}"
            if is_wanted and _is_here(str(webhook["delivery_url"])):
                self.queue(self._payload(webhook, topic, event, doc))

    def ping(self, webhook: Doc) -> None:
        """Tell the receiver of a new webhook, in a form without a signature."""
        body = f"webhook_id={webhook['id']}".encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": "WooCommerce Hookshot (mock)"}
        self.queue(Delivery(webhook["id"], str(webhook["delivery_url"]), headers, body))

    def queue(self, delivery: Delivery) -> None:
        """Send later, if the receiver is on this machine: a mock talks to nobody else."""
        if not _is_here(delivery.url):
            return
        self._queue.put(delivery)
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="mock-webhooks", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Send nothing more, and end the thread; what is under way is not waited for."""
        self._is_closed = True
        self._queue.put(None)

    def wait(self, seconds: float = 5.0) -> None:
        """Until all that is queued has been sent."""
        done = threading.Event()

        def watch() -> None:
            self._queue.join()
            done.set()

        threading.Thread(target=watch, daemon=True).start()
        done.wait(seconds)

    def _payload(self, webhook: Doc, topic: str, event: str, doc: Doc) -> Delivery:
        data = to_json({"id": doc["id"]} if event == "deleted" else self._record(webhook, f"{topic}s", doc))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "WooCommerce Hookshot (mock)",
            "X-WC-Webhook-Source": f"{self.shop.url}/",
            "X-WC-Webhook-Topic": f"{topic}.{event}",
            "X-WC-Webhook-Resource": topic,
            "X-WC-Webhook-Event": event,
            "X-WC-Webhook-Signature": digest_of(html.unescape(str(webhook.get("_secret", ""))), data),
            "X-WC-Webhook-ID": str(webhook["id"]),
            "X-WC-Webhook-Delivery-ID": uuid.uuid4().hex,
        }
        return Delivery(webhook["id"], str(webhook["delivery_url"]), headers, data)

    def _record(self, webhook: Doc, kind: str, doc: Doc) -> Json:
        """What a webhook tells of a thing: what a `GET` of it answers, in the API that the webhook is set to."""
        if webhook.get("_api_version") == LEGACY:
            return self._legacy_record(kind, doc)
        description, resource = self.shop.versions.newest, self.shop.resource(kind)
        call = Call(description, description.by_id[f"{kind}.get"], {"context": "view", "id": doc["id"]})
        return resource.render(call, self.shop.state.get(resource.kind, doc["id"]) or doc)

    def _legacy_record(self, kind: str, doc: Doc) -> Json:
        try:
            return self.legacy_record(kind, doc["id"])
        except Refused as refusal:
            # The store may keep orders where this API does not look. WordPress sends its error then, as PHP sees it.
            code, status = refusal.code, refusal.status
            return {"errors": {code: [refusal.message]}, "error_data": {code: {"status": status}}}

    def _work(self) -> None:
        import httpx

        while (delivery := self._queue.get()) is not None and not self._is_closed:
            try:
                # The change must have been written before anybody hears of it.
                with self.shop.state.lock:
                    pass
                try:
                    # Receivers are on this machine only: certificates tell nothing there.
                    with httpx.Client(verify=False, trust_env=False, timeout=_TIMEOUT) as client:  # noqa: S501
                        answer = client.post(delivery.url, content=delivery.body, headers=delivery.headers)
                    status = answer.status_code
                except (httpx.HTTPError, httpx.InvalidURL):
                    status = 0
                self.sent.append((delivery, status))
                self._count(delivery.webhook, failed=not 200 <= status <= 302)
            finally:
                self._queue.task_done()

    def _count(self, number: int, *, failed: bool) -> None:
        with self.shop.state.lock:  # nobody closes the store meanwhile
            if not self._is_closed:
                self._noted(number, failed=failed)

    def _noted(self, number: int, *, failed: bool) -> None:
        with self.shop.state.transaction():
            webhook = self.shop.state.copy("webhooks", number)
            if webhook is None:
                return
            before = webhook.get("_failures", 0)
            if not failed and not before:
                return
            if failed and before > MAX_FAILURES:
                webhook["status"] = "disabled"
            else:
                webhook["_failures"] = before + 1 if failed else 0
            self.shop.resource("webhooks").save(webhook)


def _is_here(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
