"""The examples that need more than the client: run as people run them, against the mock store."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.needed import PYTHON, environment
from examples_here import EXAMPLES, path
from mock.serving import listening
from wooclient import WooClient
from wooclient.mock import MockStore

pytestmark = pytest.mark.usefixtures("connectors")


@pytest.fixture
def store() -> Iterator[MockStore]:
    with MockStore() as made, listening(made):
        yield made


def run(store: MockStore, *command: str, folder: Path) -> str:
    env = {**environment(), "WOO_URL": store.url, "WOO_KEY": store.key, "WOO_SECRET": store.secret}
    done = subprocess.run([PYTHON, *command], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_orders_reach_duckdb_and_only_changes_come_again(store: MockStore, tmp_path: Path) -> None:
    command = (str(path("orders_to_duckdb")), "shop.duckdb", "sales.png")
    with WooClient(store.url, key=store.key, secret=store.secret) as woo:
        count = len(list(woo.orders.iter(fields=["id"])))
        assert run(store, *command, folder=tmp_path) == f"{count} orders were new or changed\n"
        made = woo.orders.create(status="processing", fee_lines=[{"name": "Repair", "total": "30.00"}])
        again = run(store, *command, folder=tmp_path)
    # The newest order of the run before comes once more, as others may share its second.
    assert again in ("1 orders were new or changed\n", "2 orders were new or changed\n")
    counts = f"select count(*), count(*) filter (id = {made.id}) from orders"
    asked = f"import duckdb; print(duckdb.connect('shop.duckdb').execute('{counts}').fetchone())"
    assert run(store, "-c", asked, folder=tmp_path) == f"({count + 1}, 1)\n"
    assert (tmp_path / "sales.png").read_bytes().startswith(b"\x89PNG")


def test_the_notebook_runs_from_top_to_bottom(store: MockStore, tmp_path: Path) -> None:
    run_it = (
        "import nbformat, sys; from nbclient import NotebookClient\n"
        "book = nbformat.read(sys.argv[1], 4); NotebookClient(book, kernel_name='python3').execute()\n"
        "nbformat.write(book, 'done.ipynb')"
    )
    run(store, "-c", run_it, str(EXAMPLES / "sales.ipynb"), folder=tmp_path)
    cells = json.loads((tmp_path / "done.ipynb").read_text())["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert any("pieces" in "".join(output.get("data", {}).get("text/plain", "")) for output in outputs)


def test_the_notebook_is_kept_without_results() -> None:
    cells = json.loads((EXAMPLES / "sales.ipynb").read_text())["cells"]
    assert [cell for cell in cells if cell.get("outputs") or cell.get("execution_count")] == []
