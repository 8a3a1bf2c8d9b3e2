"""Send the requests of a case, one after another, and keep of each answer what the case wants to see."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Json = dict[str, Any]
HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
#: Fields that hold ids, which differ from store to store.
_ID = re.compile(r"(.*_)?ids?|parent|variations")
_NAME = re.compile(r"\{(\w+)\}")
#: What stands for a field that an answer does not have.
ABSENT = "(absent)"


class Answer(NamedTuple):
    """What a store answered."""

    status: int
    headers: Mapping[str, str]
    text: str


#: Sends a method, a path with its query, a JSON body (None for none) and headers.
Send = Callable[[str, str, Any, Mapping[str, str]], Answer]


def cases() -> dict[str, Json]:
    """Every case, by name."""
    files = sorted((HERE / "cases").glob("*.yaml"))
    found = [case for file in files for case in yaml.safe_load(file.read_text())]
    assert len({case["name"] for case in found}) == len(found), "two cases have one name"
    return {case["name"]: case for case in found}


def expected() -> dict[str, Any]:
    """What a real store answered, by case."""
    found: dict[str, Any] = json.loads(EXPECTED.read_text())
    return found


def carry_out(send: Send, url: str, case: Json) -> list[Any]:
    """The status of each answer of a case, and the fields of it that the case wants to see."""
    names: dict[str, Any] = {"store": url}
    with _settings(send, case.get("settings", {})):
        return [_step(send, url, step, names) for step in case["steps"]]


@contextmanager
def _settings(send: Send, wanted: Mapping[str, Any]) -> Iterator[None]:
    """The store's settings as a case needs them; afterwards as they were."""
    paths = {f"/wp-json/wc/v3/settings/{name}": value for name, value in wanted.items()}
    before = {path: json.loads(send("GET", path, None, {}).text)["value"] for path in paths}
    for path, value in paths.items():
        answer = send("PUT", path, {"value": value}, {})
        assert answer.status == 200, answer.text
    try:
        yield
    finally:
        for path, value in before.items():
            send("PUT", path, {"value": value}, {})


def _step(send: Send, url: str, step: Json, names: dict[str, Any]) -> Any:
    method, path = _filled(step["do"], names).split(" ", 1)
    place = f"/wp-json/{path}" if path.startswith("wc/") else f"/wc-api/{path}"
    answer = send(method, place, _filled(step.get("send"), names), step.get("headers", {}))
    data: Json = {"headers": {name.title(): value for name, value in answer.headers.items()}, "text": answer.text}
    if answer.text.startswith(("{", "[")):
        data |= {"body": json.loads(answer.text)}
    for name, where in step.get("as", {}).items():
        names[name] = _found(data, where)
        assert names[name] != ABSENT, f"{step['do']}: there is no {where} in {answer.text}"
    told = {where: _plain(_found(data, where), where.rpartition(".")[2], url, names) for where in step.get("see", ())}
    refused = _refusal(data.get("body"))
    return [answer.status, *([refused] if refused else []), *([told] if told else [])]


def _filled(value: Any, names: Mapping[str, Any]) -> Any:
    """A value in which `{name}` stands for what an earlier answer held."""
    if isinstance(value, dict):
        return {key: _filled(child, names) for key, child in value.items()}
    if isinstance(value, list):
        return [_filled(child, names) for child in value]
    if not isinstance(value, str):
        return value
    whole = _NAME.fullmatch(value)
    return names[whole[1]] if whole else _NAME.sub(lambda part: str(names[part[1]]), value)


def _found(data: Json, where: str) -> Any:
    """What stands at a path: keys and places, with dots between. A key said of a list is said of all that is in it.

    `*` stands for all keys.
    """
    head, _, rest = where.partition(".")
    found: Any = data if head in ("headers", "text") else data.get("body")
    for name in where.split(".") if found is not data else [head, *([rest] if rest else [])]:
        found = _at(found, name)
    return found


def _at(value: Any, name: str) -> Any:
    if name == "*" and isinstance(value, Mapping):
        return list(value.values())
    if isinstance(value, list):
        if name.isdecimal():
            return value[int(name)] if int(name) < len(value) else ABSENT
        return [_at(child, name) for child in value]
    return value.get(name, ABSENT) if isinstance(value, Mapping) else ABSENT


def _plain(value: Any, field: str, url: str, names: Mapping[str, Any]) -> Any:
    """A value without what differs from store to store: its address, and the ids that have a name."""
    if isinstance(value, Mapping):
        return {key: _plain(child, key, url, names) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child, field, url, names) for child in value]
    if _ID.fullmatch(field):
        return next((f"{{{name}}}" for name, known in names.items() if str(known) == str(value)), value)
    return value.replace(url, "{store}") if isinstance(value, str) else value


def _refusal(body: Any) -> str:
    """The code of an error, in either form."""
    if not isinstance(body, dict):
        return ""
    errors = body.get("errors")
    return str(errors[0]["code"] if isinstance(errors, list) else body.get("code", ""))
