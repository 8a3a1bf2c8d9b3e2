"""`woospec build --watch`: each row of saves is built once, faults are told, and Ctrl-C ends it."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from building import built_project, woospec
from overlays.faults import overlay
from woospec.cli import main


@pytest.fixture(autouse=True)
def _little_to_collect() -> None:
    """The collector walks through all that there is after each build: here without what earlier tests left."""
    gc.collect()
    gc.freeze()


def _write(file: Path, old: str, new: str) -> Callable[[], object]:
    return lambda: file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_saves_are_built_and_faults_told_until_it_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = built_project(tmp_path / "project")
    schemas, draft = root / "spec/resources/things/schemas.yaml", root / "spec/resources/things/.schemas.yaml.swp"

    def nothing() -> None:
        return

    def stop() -> None:
        raise KeyboardInterrupt

    # What happens in each pause between two looks.
    pauses: list[Callable[[], object]] = [
        *(nothing, nothing),
        # Two saves in a row, one build; what an editor keeps beside the file is none.
        *(_write(schemas, "What it is called.", "First."), _write(schemas, "First.", "Second."), nothing, nothing),
        *(lambda: draft.write_text("x"), nothing, nothing),
        # A fault is told, and so is what cannot be read; the next save is built all the same.
        *(_write(schemas, "type: integer", "type: integr"), nothing, nothing),
        *(_write(schemas, "type: integr", "type: integer"), nothing, nothing),
        *(lambda: (root / "templates").rename(root / "away"), nothing, nothing),
        *(lambda: (root / "away").rename(root / "templates"), nothing, nothing),
        stop,
    ]
    left = iter(pauses)
    monkeypatch.setattr("woospec.watching.time.sleep", lambda _: next(left)())
    run = woospec(root, "build", "--watch")
    assert (run.code, next(left, None)) == (130, None)
    told = re.findall(r"^(?:generated: up to date|generated: wrote|1 problem found)", run.out, re.MULTILINE)
    up_to_date = "generated: up to date"
    assert told == [up_to_date, "generated: wrote", "1 problem found", up_to_date, up_to_date]
    first, away, last = run.err.splitlines()
    assert first == f"woospec: building after each save in {root}/spec and {root}/templates; Ctrl-C stops it"
    assert away == f"woospec: there is no {root}/templates"
    assert last == "woospec: stopped; no file is half written"
    assert "Second." in (root / "generated/wooclient/v3/models/things.py").read_text("utf-8")
    # What is rendered anew, with nothing kept of all that, is the same to the byte.
    assert woospec(root, "build", "--check").out == f"{up_to_date}\n"


def test_what_is_laid_over_is_watched_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, mine, out = built_project(tmp_path / "project"), tmp_path / "mine", tmp_path / "acme"
    mine.mkdir()
    file = tmp_path / "acme.yaml"
    added = "{x: {type: string, readOnly: true}}"
    file.write_text(overlay(f"- target: $.components.schemas.Thing.properties\n  update: {added}"))

    def stop() -> None:
        raise KeyboardInterrupt

    def nothing() -> None:
        return

    pauses: list[Callable[[], object]] = [
        *(nothing, nothing),
        *(lambda: file.rename(tmp_path / "away"), nothing, nothing),
        *(lambda: (tmp_path / "away").rename(file), nothing, nothing),
        stop,
    ]
    left = iter(pauses)
    monkeypatch.setattr("woospec.watching.time.sleep", lambda _: next(left)())
    own = ("--templates", str(mine), "--overlay", str(file), "--package", "acme_woo", "--out", str(out))
    run = woospec(root, "build", *own, "--watch")
    assert run.code == 130
    first, gone, _ = run.err.splitlines()
    places = f"{root}/spec, {root}/templates, {mine} and {file}"
    assert first == f"woospec: building after each save in {places}; Ctrl-C stops it"
    assert gone == f"woospec: there is no {file}"
    assert re.sub(r"wrote (\d+) of \1 files", "wrote all files", run.out) == (
        f"{out}: wrote all files, deleted 0\n{out}: up to date\n"
    )


def test_a_package_of_ones_own_has_every_version(tmp_path: Path) -> None:
    root = built_project(tmp_path / "project")
    run = woospec(root, "build", "--package", "acme_woo", "--out", str(tmp_path / "acme"), "--only", "v3")
    told = "woospec: a package of your own, with or without overlays, has every version: leave --only out\n"
    assert (run.code, run.out, run.err) == (2, "", told)


def test_a_build_is_watched_or_checked(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(tmp_path), "build", "--watch", "--check"])
    assert ended.value.code == 2
