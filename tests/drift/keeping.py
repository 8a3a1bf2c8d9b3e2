"""What real stores said of themselves, as this folder keeps it: `stores.jsonl`.

Most of it is the same in all of them, so each line stands once, with the stores that said it; and schemas of fields
stand once, at the beginning. `python -m drift.keeping NAME=DUMP ...` in `tests` writes it anew from what
`wooclient drift --sample 5 --save DUMP` read of each store.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from wooclient._runtime.releases import numbers
from wooclient.drift.dump import Dump, Sample, load
from wooclient.drift.judging import Judged, judge

PLACE = Path(__file__).with_name("stores.jsonl")
#: Stores of these releases, without plugins but the one of the old API; and one of 10.0.2 with three plugins.
FULL = ("8.9.3", "9.9.5", "10.0.2", "10.5.0")
#: The first release of each line from 8.0 on, of which only the routes of wc/v3, v2 and v1 are kept: with them, every
#: `x-woo-since` and `x-woo-until` from there to 10.0 stands between a store that has the thing and one that lacks it.
FIRST = (*(f"8.{n}.0" for n in range(10)), *(f"9.{n}.0" for n in range(10)), "10.0.0")
FRESH = tuple(sorted((*FULL, *FIRST), key=numbers))
PLUGINS = "plugins"
_OLDER = ("wc/v2", "wc/v1", "wc-api/v2", "wc-api/v1")
_HEAD = ("url", "release", "software", "plugins", "namespaces", "meta")


def lines(dumps: Mapping[str, Dump]) -> Iterator[str]:
    """The file: fields, then a line for each store, each route and each answer."""
    fields: dict[str, int] = {}
    rows: dict[str, list[str]] = {}
    for name, dump in dumps.items():
        for namespace, routes in dump.routes.items():
            for path, about in routes.items():
                kept = {"endpoints": [[methods, _packed(args, fields)] for methods, args in about["endpoints"]]}
                if "schema" in about:
                    kept["schema"] = _packed(about["schema"], fields)
                rows.setdefault(_text({"route": [namespace, path, kept]}), []).append(name)
        for sample in dump.samples:
            if sample.namespace in _OLDER:  # their answers differ little from those of the newest version
                continue
            rows.setdefault(_text({"answer": list(sample.__dict__.values())}), []).append(name)
    yield _text({"fields": [json.loads(text) for text in fields]})
    for name, dump in dumps.items():
        yield _text({"store": name, **{part: getattr(dump, part) for part in _HEAD}})
    for text, names in rows.items():
        yield f'{{"of":{_text(names)},{text[1:]}'


def _packed(fields: Mapping[str, Any] | None, known: dict[str, int]) -> Any:
    if fields is None:
        return None
    return {name: known.setdefault(_text(about), len(known)) for name, about in fields.items()}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def _rows() -> tuple[list[Any], dict[str, Any], list[Any]]:
    first, *rest = [json.loads(line) for line in PLACE.read_text("utf-8").splitlines()]
    heads = {row.pop("store"): row for row in rest if "store" in row}
    return first["fields"], heads, [row for row in rest if "of" in row]


@cache
def kept(name: str) -> Dump:
    """What one store said. It is shared: nobody may change it."""
    fields, heads, rows = _rows()
    dump = Dump(**{part: heads[name][part] for part in _HEAD})
    for row in rows:
        if name not in row["of"]:
            continue
        if "answer" in row:
            dump.samples.append(Sample(*row["answer"]))
            continue
        namespace, path, about = row["route"]
        found = {"endpoints": [[methods, _unpacked(args, fields)] for methods, args in about["endpoints"]]}
        if "schema" in about:
            found["schema"] = _unpacked(about["schema"], fields)
        dump.routes.setdefault(namespace, {})[path] = found
    return dump


@cache
def judged(name: str) -> Judged:
    """What is told of one store. It is shared: nobody may change it."""
    return judge(kept(name))


def _unpacked(numbers: Mapping[str, int] | None, fields: list[Any]) -> Any:
    return None if numbers is None else {name: fields[number] for name, number in numbers.items()}


if __name__ == "__main__":
    given = dict(one.split("=", 1) for one in sys.argv[1:])
    PLACE.write_text("".join(f"{line}\n" for line in lines({n: load(Path(p)) for n, p in given.items()})), "utf-8")
    print(f"{PLACE.name}: {PLACE.stat().st_size // 1024} KiB")
