"""What a store sends by itself, as OpenAPI's `webhooks`."""

from __future__ import annotations

from typing import Any

from woospec.families import Version
from woospec.flat import operations_of, unwrapped

Json = dict[str, Any]
_ANSWER: Json = {"200": {"description": "Any status from 200 to 299 will do; others count as failures."}}
_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_SIGNED = (
    "`X-WC-Webhook-Signature` is the HMAC-SHA256 of the raw body in base64, with the secret of the webhook as key."
)
_ON_HOOKS = f"Sent for webhooks of a topic `action.` and the name of a WordPress hook. {_SIGNED}"
_ON_PING = (
    "Sent when a webhook is made. Not signed. Answer it with status 200, or the store does not switch the webhook on."
)
_GONE: Json = {
    "type": "object",
    "description": "A record that is gone: its number is all that comes.",
    "required": ["id"],
    "properties": {"id": {"type": "integer", "description": "Number of the record."}},
}
_HOOK: Json = {
    "type": "object",
    "description": "A hook of the store: its name and the first argument that it ran with.",
    "required": ["action", "arg"],
    "properties": {
        "action": {"type": "string", "description": "Name of the hook."},
        "arg": {"description": "Whatever the hook has as its first argument, most often the number of a record."},
    },
}
_PING: Json = {
    "type": "object",
    "description": "The number of the webhook that was made or switched on.",
    "required": ["webhook_id"],
    "properties": {"webhook_id": {"type": "integer", "description": "Number of the webhook."}},
}


#: The tag of what is sent, apart from that of the operations on webhooks.
TAG: Json = {
    "name": "deliveries",
    "x-displayName": "Deliveries of webhooks",
    "description": "What a store sends to the addresses of its webhooks.",
}


def deliveries(document: Json, about: Version) -> Json:
    """The webhooks of a version by topic."""
    if not about.newest and about.replaced_by:
        return {}  # stores tell of records in the form of the newest version of a family that was replaced
    told: Json = document.get("x-deliveries", {})
    operations = {item[method]["operationId"]: item[method] for _, method, item in operations_of(document)}
    # Written out each time: generators do not follow references here.
    headers = [
        {"name": name, "in": "header", **header} for name, header in document.get("x-delivery-headers", {}).items()
    ]
    made: Json = {}
    for resource, one in told.items():
        if one["read"] in operations:
            record = _record(operations[one["read"]])
            for event, releases in one["events"].items():
                schema = _GONE if event == "deleted" else record
                about_it = _about(f"{resource}.{event}", releases)
                made[f"{resource}.{event}"] = _webhook(f"{_a(resource)} was {event}", about_it, _JSON, schema, headers)
    if made:
        made["action"] = _webhook("A hook of the store ran", _ON_HOOKS, _JSON, _HOOK, headers)
        made["ping"] = _webhook("The store tries whether an address answers", _ON_PING, _FORM, _PING, [])
    return {topic: _named(topic, webhook) for topic, webhook in made.items()}


def _record(read: Json) -> Json:
    """The record that an operation reads, in the form in which a delivery holds it."""
    answer = next(a for s, a in read["responses"].items() if s.startswith("2"))
    schema: Json = answer["content"][_JSON]["schema"]
    key = read.get("x-envelope", {}).get("response", "")
    return {"type": "object", "required": [key], "properties": {key: unwrapped(schema, key)}} if key else schema


def _a(noun: str) -> str:
    return f"An {noun}" if noun[:1] in "aeio" else f"A {noun}"


def _about(topic: str, releases: Json) -> str:
    new = f" New in WooCommerce {releases['since']}." if "since" in releases else ""
    return f"Sent to the address of every active webhook of the topic `{topic}`. {_SIGNED}{new}"


def _webhook(summary: str, description: str, media: str, schema: Json, headers: list[Json]) -> Json:
    return {
        "summary": summary,
        "description": description,
        "security": [],
        **({"parameters": headers} if headers else {}),
        "requestBody": {"required": True, "content": {media: {"schema": schema}}},
        "responses": _ANSWER,
    }


def _named(topic: str, webhook: Json) -> Json:
    return {"post": {"operationId": f"deliveries.{topic}", "tags": [TAG["name"]], **webhook}}
