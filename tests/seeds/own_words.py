"""Facts of a new store without its sentences: labels and explanations are made from ids."""

from __future__ import annotations

import html
import re
from typing import Any

Json = dict[str, Any]
STORE = "https://store.example"
ADMIN = "admin@store.example"
_URL = re.compile(r"https?://[\w.-]+\.example")
#: Texts that are values and hold no word beside their markup and placeholders.
_WORDLESS = re.compile(r"(?:\{\w+\}|<br ?/?>|[\s#:.,-])*")
_PLACEHOLDER = re.compile(r"\{\w+\}|\[\w+\]")
#: Names that are facts: what a thing is called on every page of the shop, two or three words each.
_NAMED = ("products/categories", "taxes/classes", "orders/statuses", "data/currencies", "data/countries")
#: Settings of the shop that the store was set up with; a new one has the default.
_SET_UP = ("woocommerce_calc_taxes", "woocommerce_store_address", "woocommerce_store_city")
#: What a new installation has in the place of what the machine says that it was read on.
_ENVIRONMENT: Json = {
    "home_url": STORE, "site_url": STORE, "store_id": "00000000-0000-4000-8000-000000000000",
    "log_directory": "/var/www/html/wp-content/uploads/wc-logs/", "log_directory_writable": True, "wp_cron": True,
    "server_architecture": "Linux x86_64", "mysql_version_string": "11.8.9-MariaDB", "remote_post_successful": True,
    "remote_post_response": 200, "remote_get_successful": True, "remote_get_response": 200,
}  # fmt: skip


def spoken(name: str) -> str:
    """An id as words: `woocommerce_store_city` → Store city."""
    words = re.sub(r"[_-]+", " ", name.removeprefix("woocommerce_")).strip()
    return words[:1].upper() + words[1:]


def told(path: str, doc: Json) -> Json:
    """A thing of a list in our words."""
    found: Json = {name: value for name, value in doc.items() if name != "_links"}
    if path in _NAMED:
        return found
    match path:
        case "settings":
            return {**found, "label": spoken(found["id"]), **_about(found)}
        case "shipping/zones":
            return {**found, "name": "Everywhere else"}
        case "shipping_methods":
            return {**found, "description": f"Shipping by {found['title'].lower()}."}
        case "system_status/tools":
            name = spoken(found["id"])
            return {**found, "name": name, "action": "Run", "description": f"Runs the tool: {name.lower()}."}
        case "payment_gateways":
            return _gateway(found)
        case "data":
            return {**found, "description": f"What the store knows of {found['slug']}."}
        case "data/continents":
            return found
        case _:
            return setting(found)


def _about(doc: Json) -> Json:
    words = spoken(doc["id"]).lower()
    return {name: f"About: {words}." for name in ("description", "tip") if doc.get(name)}


def setting(doc: Json) -> Json:
    """A setting: its label, explanations and the titles of its options are ours."""
    found: Json = {**doc, **_about(doc)}
    found["label"] = spoken(doc["id"]) if doc.get("label") else doc.get("label")
    if doc["id"] in _SET_UP:
        found["value"] = doc.get("default", "")
    if doc.get("placeholder"):
        found["placeholder"] = ""
    for name in ("value", "default"):
        if name in found:
            found[name] = _value(doc, found[name])
    if isinstance(doc.get("options"), dict):
        found["options"] = _options(doc)
    return found


def _value(doc: Json, value: Any) -> Any:
    """A value; sentences become ours, with the placeholders that they hold."""
    if not isinstance(value, str) or doc.get("type") in ("select", "radio", "checkbox", "number", "color", "url"):
        return value
    if doc["id"] == "woocommerce_email_from_name" or "pos_store_name" in doc["id"]:
        return "Store"
    if " " not in value or _WORDLESS.fullmatch(value):
        return _URL.sub(STORE, value)
    return " ".join([spoken(doc["id"]), *_PLACEHOLDER.findall(value)])


def _options(doc: Json) -> Any:
    """The options of a setting. Countries, currencies and pages are named elsewhere."""
    keys = list(doc["options"])
    if "US:CA" in keys:
        return "@states"
    if "AF" in keys:
        return "@countries"
    if "AED" in keys:
        return "@currencies"
    return {key: _title(key, title) for key, title in doc["options"].items()}


def _title(key: str, title: Any) -> Any:
    """The title of an option, or of those of a group. Pages, whose keys are numbers, have names."""
    if isinstance(title, dict):
        return {inner: spoken(inner) for inner in title}
    return title if key.isdecimal() else spoken(key)


def _gateway(doc: Json) -> Json:
    about = f"Pay by {doc['title'].lower()}."
    settings = {name: setting(field) for name, field in doc["settings"].items()}
    return {
        **doc, "description": about, "method_description": f"Takes payments by {doc['title'].lower()}.",
        "settings": settings, "settings_url": _URL.sub(STORE, doc["settings_url"]),
    }  # fmt: skip


def report(doc: Json) -> Json:
    """The status report, of a store on a plain server."""
    found: Json = {name: value for name, value in doc.items() if name != "_links"}
    found["environment"] = {**doc["environment"], **_ENVIRONMENT}
    found["active_plugins"] = [row for row in doc["active_plugins"] if row["plugin"].startswith("woocommerce/")]
    found["dropins_mu_plugins"] = {"dropins": [], "mu_plugins": []}
    found["theme"] = {**doc["theme"], "name": "Plain", "version": "1.0", "has_woocommerce_support": True}
    return found


def places(store: Json) -> Json:
    """Countries and continents, each fact once: a continent has the codes of its countries."""
    names = {row["code"]: html.unescape(row["name"]) for row in store["data/currencies"]}
    listed = {country["code"]: country for continent in store["data/continents"] for country in continent["countries"]}
    return {
        "data/countries": [_country(doc, listed.get(doc["code"]), names) for doc in store["data/countries"]],
        "data/continents": [
            {**doc, "countries": [country["code"] for country in doc["countries"]]} for doc in store["data/continents"]
        ],
    }


def _country(doc: Json, listed: Json | None, names: dict[str, str]) -> Json:
    found = {**doc, "states": {str(state["code"]): state["name"] for state in doc["states"]}}
    if listed is not None:
        found["locale"] = {name: value for name, value in listed.items() if name not in ("code", "states")}
        if names.get(listed.get("currency_code"), doc["name"]) == listed["name"]:
            del found["locale"]["name"]
    return found
