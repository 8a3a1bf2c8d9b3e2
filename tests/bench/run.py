"""The figures: what building and using the client costs. Medians of several runs; ratios within one run.

Figures depend on the machine and on what else it does; compare ratios, not seconds of different days.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import wooclient
from bench import sending, walking
from evidence.store import ROOT, SHARED
from wooclient import fixtures
from woospec.copied import COPIED

RUNS = 7
_FIELD = (
    "  properties:\n    added_{}: {{type: string, description: Something new., readOnly: true, x-optional: true}}\n"
)


def median(run: Callable[[], Any], runs: int = RUNS) -> float:
    """The median time of `run` in seconds, after one run that does not count."""
    run()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(*command: str) -> Callable[[], None]:
    """A command as a whole process."""
    return lambda: void(subprocess.run(command, check=True, capture_output=True, cwd=ROOT))


def void(_: object) -> None:
    """Drop a result."""


def show(name: str, value: str, reach: str) -> None:
    """One row of the table."""
    print(f"  {name:<58} {value:>12}   reach {reach}")


def building() -> None:
    """Cold, unchanged, and after one changed field, in a copy of the project's spec and templates."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for name in ("spec", "templates"):
            shutil.copytree(ROOT / name, root / name)
        woospec = (str(Path(sys.executable).with_name("woospec")), "--root", str(root), "build")

        def cold() -> None:
            shutil.rmtree(root / "generated", ignore_errors=True)
            shutil.rmtree(root / ".woospec-cache", ignore_errors=True)
            process(*woospec, "--only", "v3")()

        show("cold build of v3", f"{median(cold):.2f} s", "1.9 s")
        process(*woospec)()
        show("nothing changed: build", f"{median(process(*woospec)):.2f} s", "0.25 s")
        show("nothing changed: build --check", f"{median(process(*woospec, '--check')):.2f} s", "0.25 s")
        field = root / "spec" / "resources" / "coupons" / "schemas.yaml"
        count = iter(range(100))

        def edited(old: str, new: str, *only: str) -> Callable[[], None]:
            def one_field() -> None:
                text = field.read_text("utf-8")
                field.write_text(text.replace(old, new.format(next(count)), 1), "utf-8")
                process(*woospec, *only)()

            return one_field

        words, more = ("description: ", "description: Edit {}. "), ("  properties:\n", _FIELD)
        show("one description changed", f"{median(edited(*words, '--only', 'v3')):.2f} s", "0.6 s")
        show("one description changed, all versions", f"{median(edited(*words)):.2f} s", "0.6 s")
        show("one field more", f"{median(edited(*more, '--only', 'v3')):.2f} s", "-")

        def cold_all() -> None:
            shutil.rmtree(root / "generated", ignore_errors=True)
            shutil.rmtree(root / ".woospec-cache", ignore_errors=True)
            process(*woospec)()

        show("cold build of all versions", f"{median(cold_all, 3):.2f} s", "6 s")


def loading() -> None:
    """Imports, and the way to the first typed product, over bare python."""
    sample = Path(tempfile.gettempdir()) / "woospec-bench-product.json"
    sample.write_text(json.dumps(fixtures.load("v3", "products.get")), "utf-8")
    first = (
        "import wooclient; woo = wooclient.WooClient('https://s.example', key='ck_x', secret='cs_x'); woo.products\n"
        "from wooclient.v3.resources.products import PRODUCTS_GET\n"
        f"PRODUCTS_GET.decode(open({str(sample)!r}, 'rb').read())"
    )
    bare = median(process(sys.executable, "-c", "pass"), 15)
    imported = median(process(sys.executable, "-c", "import wooclient"), 15)
    decoded = median(process(sys.executable, "-c", first), 15)
    show("import wooclient, over bare python", f"{1000 * (imported - bare):.0f} ms", "12 ms")
    show("client built, first product decoded, over bare python", f"{1000 * (decoded - bare):.0f} ms", "180 ms")


def decoding() -> None:
    """A page of 100 from bytes, typed, over json.loads of the same bytes."""
    snapshot = SHARED / "snapshot.json"
    stored = json.loads(snapshot.read_text("utf-8")) if snapshot.exists() else {}
    operations = {o.id: o for o in wooclient.operations("v3")}
    for name, reach in (("products", "1.3 x"), ("orders", "1.75 x")):
        items = stored.get(name) or fixtures.load("v3", f"{name}.list")
        body = json.dumps([items[i % len(items)] for i in range(100)]).encode()
        operation = operations[f"{name}.list"]
        ours, plain = sending.in_turn(lambda: operation.decode(body), lambda: json.loads(body))  # noqa: B023
        show(f"decode 100 {name}, over json.loads", f"{ours / plain:.2f} x", reach)


def calling() -> None:
    """What the client costs over raw httpx, one page or many, one store or hundreds."""
    cost = sending.overhead()
    show("products.list of 100, over raw httpx and json.loads", f"{cost['ratio']:.2f} x", "1.3 x")
    show("the same, as part of a page of 130 ms", f"{cost['percent_of_a_page']:.1f} %", "10 %")
    async_walk, sync_walk = walking.ahead()
    show("iter(prefetch=4), async, over the raw loop", f"{async_walk:+.1f} %", "5 %")
    show("iter(prefetch=4), sync, over the raw async loop", f"{sync_walk:+.1f} %", "5 %")
    early, late = walking.memory()
    show("memory after 5,000 and 99,000 of 100,000 records", f"{early:.2f}, {late:.2f} MB", "flat")
    stores = sending.many_stores()
    show("one more client on a shared pool", f"{stores['kb_a_client']:.0f} KB", "200 KB")
    few, many = stores["ms_a_page_with_few"], stores["ms_a_page_with_many"]
    show("a page with 50 and with 500 clients", f"{few:.1f}, {many:.1f} ms", "alike")


def sizes() -> None:
    """Lines of generated Python.

    That all versions stay below 35,000 was wanted once, and given up: versions share no classes, so that a change of
    one never moves a class of another (generator/README.md).
    """
    package = ROOT / "generated" / "wooclient"
    lines = {p.relative_to(package): len(p.read_text("utf-8").splitlines()) for p in package.rglob("*.py")}
    copied = sum(n for p, n in lines.items() if p.parts[0] in dict(COPIED).values())
    show("lines of Python for v3", str(sum(n for p, n in lines.items() if p.parts[0] == "v3")), "15,000")
    show("lines for all versions, without the copied cores", str(sum(lines.values()) - copied), "-")
    show("lines of the copied cores", str(copied), "-")


def main() -> None:
    """Print all figures."""
    for part in (building, loading, decoding, calling, sizes):
        part()


if __name__ == "__main__":
    main()
