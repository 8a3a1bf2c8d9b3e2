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
from evidence.store import ROOT, SHARED
from wooclient import fixtures

RUNS = 7


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
            (root / ".woospec-cache").unlink(missing_ok=True)
            process(*woospec, "--only", "v3")()

        show("cold build of v3", f"{median(cold):.2f} s", "1.9 s")
        process(*woospec)()
        show("nothing changed: build", f"{median(process(*woospec)):.2f} s", "0.25 s")
        show("nothing changed: build --check", f"{median(process(*woospec, '--check')):.2f} s", "0.25 s")
        field = root / "spec" / "resources" / "coupons" / "schemas.yaml"
        count = iter(range(100))

        def one_field() -> None:
            text = field.read_text("utf-8")
            field.write_text(text.replace("description: ", f"description: Edit {next(count)}. ", 1), "utf-8")
            process(*woospec, "--only", "v3")()

        show("one field changed", f"{median(one_field):.2f} s", "0.6 s")


def loading() -> None:
    """Imports, and the way to the first typed product, over bare python."""
    sample = Path(tempfile.gettempdir()) / "woospec-bench-product.json"
    sample.write_text(json.dumps(fixtures.load("v3", "products.get")), "utf-8")
    first = (
        "import wooclient; woo = wooclient.WooClient('https://s.example', key='ck_x', secret='cs_x'); woo.products\n"
        "operation = next(o for o in wooclient.operations('v3') if o.id == 'products.get')\n"
        f"operation.decode(open({str(sample)!r}, 'rb').read())"
    )
    bare = median(process(sys.executable, "-c", "pass"), 15)
    imported = median(process(sys.executable, "-c", "import wooclient"), 15)
    by_name = "__import__('wooclient.v3.resources.products', fromlist=['x']).PRODUCTS_GET"
    direct = first.replace("next(o for o in wooclient.operations('v3') if o.id == 'products.get')", by_name)
    decoded = median(process(sys.executable, "-c", direct), 15)
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
        ratio = median(lambda: operation.decode(body), 60) / median(lambda: json.loads(body), 60)  # noqa: B023
        show(f"decode 100 {name}, over json.loads", f"{ratio:.2f} x", reach)


def sizes() -> None:
    """Lines of generated Python."""
    package = ROOT / "generated" / "wooclient"
    lines = {p: len(p.read_text("utf-8").splitlines()) for p in package.rglob("*.py")}
    runtime = sum(n for p, n in lines.items() if "_runtime" in p.parts)
    show("lines of Python for v3, without the copied core", str(sum(lines.values()) - runtime), "15,000")
    show("lines of the copied core", str(runtime), "-")


def main() -> None:
    """Print all figures."""
    for part in (building, loading, decoding, sizes):
        part()


if __name__ == "__main__":
    main()
