"""Carry a case out on any store: send its requests one after another, and tell what the answers hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import yaml_text
from wooclient.mock.kinds import is_list, is_map

Json = dict[str, Any]
HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
#: Cases of the old APIs: their store keeps orders as posts.
LEGACY = "legacy"
_BELOW = "/wp-json/wc/v3/"
_AGAIN = "BEGIN AGAIN"
#: The settings of every case, which may say otherwise.
_USUAL = {
    "general/woocommerce_calc_taxes": "yes",
    "general/woocommerce_default_country": "US:CA",
    "general/woocommerce_currency": "USD",
    "products/woocommerce_manage_stock": "yes",
}
_REFERENCE = re.compile(r"\$([a-z_]+)((?:\.\w+)*)")
#: Fields that hold ids, which differ from store to store.
_ID = re.compile(r"(.*_)?ids?|parent|variations")
#: What stands for a field that an answer does not have.
_ABSENT = "(absent)"


class Answer(NamedTuple):
    """What a store answered. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def body(self) -> Any:
        """The answer as parsed JSON; None if it is none."""
        return json.loads(self.text) if self.text.startswith(("{", "[")) else None


class Store(Protocol):
    """A store, real or not."""

    url: str

    def send(
        self, method: str, path: str, body: Any = None, headers: Mapping[str, str] = ..., *, key: bool = True
    ) -> Answer:
        """Send a JSON body (None for none), with a key or without."""

    def again(self) -> None:
        """Begin anew with what the store answers, where that can be."""


def cases() -> dict[str, Json]:
    """Every case, by name; those of the old APIs are marked as `legacy`."""
    found: dict[str, Json] = {}
    for file in sorted((HERE / "cases").rglob("*.yaml")):
        for case in yaml_text.load(file.read_text()):
            assert case["name"] not in found, f"two cases are called {case['name']}"
            found[case["name"]] = {**case, LEGACY: file.parent.name == LEGACY}
    return found


def expected() -> dict[str, list[Any]]:
    """What a real store answered, by case."""
    found: dict[str, list[Any]] = json.loads(EXPECTED.read_text())
    return found


def carry_out(case: Json, store: Store) -> list[Any]:
    """What each step of a case was answered: status, code of an error, and the values that the step shows."""
    known: Json = {"store": store.url}
    with _settings(store, {**_USUAL, **case.get("settings", {})}):
        return [told for step in case["steps"] for told in _step(store, step, known)]


@contextmanager
def _settings(store: Store, wanted: Mapping[str, str]) -> Iterator[None]:
    """The store's settings as a case needs them; afterwards as they were."""
    before = {name: store.send("GET", f"{_BELOW}settings/{name}").body["value"] for name in wanted}
    _set(store, wanted)
    try:
        yield
    finally:
        _set(store, before)


def _set(store: Store, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        answer = store.send("PUT", f"{_BELOW}settings/{name}", {"value": value})
        assert answer.status == 200, answer.text


def _step(store: Store, step: Json, known: Json) -> Iterator[list[Any]]:
    """What a step tells: nothing if it asks for nothing."""
    if step["do"] == _AGAIN:
        store.again()
        return
    method, path = _filled(step["do"], known).split(" ", 1)
    place = path if path.startswith("/") else _BELOW + path
    key = not step.get("nobody")
    answer = store.send(method, place, _filled(step.get("with"), known), step.get("headers", {}), key=key)
    names = step.get("as", {})
    for name, where in ({names: ""} if isinstance(names, str) else names).items():
        known[name] = _at(answer.body, _parts(where))
        assert known[name] != _ABSENT, f"{step['do']}: there is no {where} in {answer.text}"
    shown = {path: _shown(path, answer, known) for path in step.get("shows", ())}
    refused = _refusal(answer.body)
    yield [answer.status, *([refused] if refused else []), *([shown] if shown else [])]


def _filled(value: Any, known: Json) -> Any:
    """A value in which `$pot.id` is what an earlier answer has there."""
    if is_map(value):
        return {key: _filled(item, known) for key, item in value.items()}
    if is_list(value):
        return [_filled(item, known) for item in value]
    if not isinstance(value, str):
        return value
    whole = _REFERENCE.fullmatch(value)
    return _referred(whole, known) if whole else _REFERENCE.sub(lambda found: str(_referred(found, known)), value)


def _referred(found: re.Match[str], known: Json) -> Any:
    return _at(known[found[1]], _parts(found[2].removeprefix(".")))


def _shown(path: str, answer: Answer, known: Json) -> Any:
    path, equal, other = path.partition("=")
    path, tilde, pattern = path.partition("~")
    if path.startswith("@"):
        return _plain(answer.headers.get(path[1:].lower(), ""), "", known)
    found = answer.text if path == "text()" else _at(answer.body, _parts(path.removesuffix("?")))
    if equal:
        return found == _filled(other, known)
    if tilde:
        return [list(one.groups()) or one[0] for one in re.finditer(pattern, json.dumps(found, ensure_ascii=False))]
    return bool(found) if path.endswith("?") else _plain(found, path.rpartition(".")[2], known)


def _parts(path: str) -> list[str]:
    return path.split(".") if path else []


def _at(value: Any, parts: list[str]) -> Any:
    if not parts:
        return value
    first, *rest = parts
    ways: dict[str, Callable[[], Any]] = {
        "#": lambda: len(value),
        "keys()": lambda: sorted(value),
        "*": lambda: [_at(item, rest) for item in (value.values() if is_map(value) else value)],
    }
    if first in ways:
        return ways[first]()
    if is_list(value) and not first.isdecimal():
        return [_at(item, parts) for item in value]
    if is_list(value):
        return _at(value[int(first)], rest) if int(first) < len(value) else _ABSENT
    return _at(value[first], rest) if is_map(value) and first in value else _ABSENT


def _plain(value: Any, field: str, known: Json) -> Any:
    """A value without what differs from store to store: its address, and ids that have a name."""
    if is_map(value):
        return {key: _plain(child, key, known) for key, child in value.items()}
    if is_list(value):
        return [_plain(child, field, known) for child in value]
    if _ID.fullmatch(field):
        return next((f"${name}" for name, held in known.items() if str(held) == str(value)), value)
    return value.replace(known["store"], "$store") if isinstance(value, str) else value


def _refusal(body: Any) -> str:
    """The code of an error, in either form."""
    if not is_map(body):
        return ""
    errors = body.get("errors")
    if is_list(errors):
        return str(errors[0]["code"])
    return str(body["code"]) if "message" in body and "code" in body else ""
