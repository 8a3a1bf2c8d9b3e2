"""The programs on the site's page about connectors: they run as they stand there, and print what the page says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from samples import PAGES, fits, samples

from connectors.needed import PYTHON, environment, need_engines
from mock.serving import listening
from needs import command
from wooclient.mock import MockStore

PROGRAMS = {one.title: one for one in samples(PAGES / "guides" / "connectors.md") if one.title.startswith("with_")}


@pytest.mark.parametrize("title", ["with_dlt.py", "with_dask.py", "with_spark.py"])
def test_a_program_of_the_page_prints_what_it_says(title: str, tmp_path: Path) -> None:
    need_engines()
    if title == "with_spark.py":
        command("java")
    told = PROGRAMS[title]
    (tmp_path / title).write_text(told.code, "utf-8")
    with MockStore() as store, listening(store) as (url,):
        keys = {"URL": url, "KEY": store.key, "SECRET": store.secret}
        env = {f"{shop}_{name}": value for shop in ("WOO", "NORTH", "SOUTH", "WEST") for name, value in keys.items()}
        env |= {"WEST_SECRET": "cs_" + "0" * 40, "PYSPARK_PYTHON": PYTHON, "SPARK_LOCAL_IP": "127.0.0.1"}
        env |= {"DLT_DATA_DIR": str(tmp_path), "SPARK_SUBMIT_OPTS": "-Dspark.ui.enabled=false"}
        done = subprocess.run(
            [PYTHON, title], cwd=tmp_path, env={**environment(), **env}, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr
    assert fits(done.stdout, told.output or ""), done.stdout
