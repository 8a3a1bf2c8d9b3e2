"""`woospec build --watch`: each row of saves is built once, faults are told, and Ctrl-C ends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from building import built_project
from woospec.cli import main

_NAME = "description: What it is called."


def _write(file: Path, old: str, new: str) -> Callable[[], object]:
    return lambda: file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_saves_are_built_and_faults_told_until_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = built_project(tmp_path / "project")
    schemas, draft = root / "spec/resources/things/schemas.yaml", root / "spec/resources/things/.schemas.yaml.swp"
    model = root / "generated/wooclient/v3/models/things.py"
    said: list[str] = []

    def heard() -> None:
        captured = capsys.readouterr()
        said.append((captured.out + captured.err).splitlines()[-1])

    def nothing() -> None:
        return

    def stop() -> None:
        raise KeyboardInterrupt

    pauses: list[Callable[[], object]] = [
        *(nothing, heard),
        # Two saves in a row, one build; what an editor keeps beside the file is none.
        *(_write(schemas, _NAME, "description: First."), _write(schemas, "First.", "Second."), nothing, heard),
        *(lambda: draft.write_text("x"), nothing, nothing),
        # A fault is told, and so is what cannot be read; the next save is built all the same.
        *(_write(schemas, "type: integer", "type: integr"), nothing, heard),
        *(_write(schemas, "type: integr", "type: integer"), nothing, heard),
        *(lambda: (root / "templates").rename(root / "away"), nothing, heard),
        *(lambda: (root / "away").rename(root / "templates"), nothing, heard),
        stop,
    ]
    left = iter(pauses)
    monkeypatch.setattr("woospec.watching.time.sleep", lambda _: next(left)())
    assert main(["--root", str(root), "build", "--watch"]) == 130
    assert next(left, None) is None
    first, saved, faulty, mended, away, back = said
    assert first == "woospec: building after each save in spec and templates; Ctrl-C stops it"
    assert saved.startswith("generated: wrote ")
    assert faulty == "1 problem found"
    assert mended == back == "generated: up to date"
    assert away.startswith("woospec: ")
    assert "Second." in model.read_text("utf-8")
    assert capsys.readouterr().err == "woospec: stopped; no file is half written\n"


def test_a_build_is_watched_or_checked(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(tmp_path), "build", "--watch", "--check"])
    assert ended.value.code == 2
