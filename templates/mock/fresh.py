"""What a new installation holds, as the releases 8.9.3, 9.9.5, 10.0.2 and 10.5.0 had it: facts in `data/fresh.json`.

An entry there is a thing as the newest of these releases has it. `@since` and `@until` say in which releases it is,
`@was` what was different in earlier ones. A release between two of them is like the older one.
"""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

from .description import Json
from .kinds import is_list, members
from .releases import numbers

_DATA = Path(__file__).parent / "data"
#: The last number of each sequence: pages, the default category and a sample comment have some already.
COUNTERS = {"posts": 9, "terms": 15, "comments": 1, "users": 1, "meta": 4}
#: Options that many settings share: places and currencies.
_OPTIONS = ("@countries", "@states", "@currencies")


def fresh_seed(release: str) -> Json:
    """The seed of a new installation of a release."""
    asked = numbers(release)
    found: Json = {"@release": release, "@counters": dict(COUNTERS)}
    found.update({path: _of_release(entries, asked) for path, entries in _read("fresh").items()})
    # The one who set the store up comes with the list of users, as in any store.
    found["customers"] = []
    found.update(_places({path: _of_release(entries, asked) for path, entries in _read("places").items()}))
    options = _options(found)
    for path in [path for path in found if path.startswith("settings/")]:
        if not found[path] and path.removeprefix("settings/") not in {group["id"] for group in found["settings"]}:
            del found[path]
            continue
        for setting in found[path]:
            if setting.get("options") in _OPTIONS:
                setting["options"] = options[setting["options"]]
    version = release if release.count(".") > 1 else f"{release}.0"
    report = found["system_status"]
    report["environment"]["version"] = report["database"]["wc_database_version"] = version
    for plugin in report["active_plugins"]:
        plugin["version"] = plugin["version_latest"] = version
    return found


def statuses() -> list[Json]:
    """The statuses of orders in a store without plugins."""
    found: list[Json] = _read("fresh")["orders/statuses"]
    return found


def _read(name: str) -> Json:
    found: Json = json.loads((_DATA / f"{name}.json").read_text("utf-8"))
    return found


def _of_release(entries: Any, release: tuple[int, ...]) -> Any:
    """A list, or one thing, as a release has it."""
    if is_list(entries):
        return [_entry(entry, release) for entry in entries if _is_there(entry, release)]
    return _entry(entries, release)


def _is_there(entry: Json, release: tuple[int, ...]) -> bool:
    since, until = numbers(entry.get("@since", "")), numbers(entry.get("@until", ""))
    return since <= release and not (until and until <= release)


def _entry(entry: Json, release: tuple[int, ...]) -> Json:
    found = {name: value for name, value in entry.items() if not name.startswith("@")}
    for earlier in entry.get("@was", []):
        if release < numbers(earlier["@until"]):
            found.update({name: value for name, value in earlier.items() if not name.startswith("@")})
            return {name: value for name, value in found.items() if name not in earlier.get("@without", ())}
    return found


def _places(found: Json) -> Json:
    """Countries, continents and currencies as the store lists them, from the facts of each."""
    names = {currency["code"]: html.unescape(currency["name"]) for currency in found["data/currencies"]}
    countries = {country["code"]: country for country in found["data/countries"]}
    locales = {code: members(country.pop("locale", None)) for code, country in countries.items()}
    for country in countries.values():
        country["states"] = [{"code": _key(code), "name": name} for code, name in country["states"].items()]
    for continent in found["data/continents"]:
        # A real store calls a country by its currency here.
        continent["countries"] = [
            {"code": code, "name": names.get(locales[code].get("currency_code", ""), countries[code]["name"])}
            | locales[code]
            | {"states": countries[code]["states"]}
            for code in continent["countries"]
            if code in countries
        ]
    return found


def _key(code: str) -> int | str:
    """A key of an array in PHP: what is written like an integer is one."""
    return int(code) if code.isdecimal() and str(int(code)) == code else code


def _options(found: Json) -> Json:
    """What settings let one choose from: countries, countries with their states, currencies."""
    countries = {country["code"]: country["name"] for country in found["data/countries"]}
    states: Json = {}
    for country in found["data/countries"]:
        parts = {f"{country['code']}:{state['code']}": state["name"] for state in country["states"]}
        named = {key: f"{country['name']}, {name}" for key, name in parts.items()}
        states.update(named or {country["code"]: country["name"]})
    currencies = {row["code"]: f"{row['name']} ({row['symbol']})" for row in found["data/currencies"]}
    return dict(zip(_OPTIONS, (countries, states, currencies), strict=True))
