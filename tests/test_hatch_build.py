"""No wheel of the client is made of files that do not fit each other, or the description beside them."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from building import built_project, replace, woospec
from overlays.faults import overlay

_SAID = "description: What it is called."


class _App:
    """What hatchling hands to a hook, as far as ours asks for it."""

    def __init__(self) -> None:
        self.warned: list[str] = []

    def abort(self, message: str) -> NoReturn:
        raise SystemExit(message)

    def display_warning(self, message: str) -> None:
        self.warned.append(message)


def _refused(output: Path, version: str = "standard") -> tuple[str, list[str]]:
    """Why the hook of an output refuses a wheel, or nothing; and its warnings."""
    spec = importlib.util.spec_from_file_location("hatch_build", output / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    app = _App()
    try:
        module.CheckOutput(str(output), {}, None, None, "", "wheel", app).initialize(version, {})
    except SystemExit as refused:
        return str(refused.code), app.warned
    return "", app.warned


def test_a_stale_output_makes_no_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = built_project(tmp_path / "project")
    output, model = root / "generated", root / "generated/wooclient/v3/models/things.py"
    mend = "run `woospec build` in the project's folder, and commit what it wrote"
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))
    assert _refused(output) == ("", [])

    replace(root / "spec/resources/things/schemas.yaml", _SAID, "description: Its name.")
    told, _ = _refused(output)
    assert told.startswith(f"{root}/spec says otherwise than these files ({output}: would write ")
    assert told.endswith(f" files, deleted 0): {mend}")
    monkeypatch.setenv("PATH", str(tmp_path))
    refused, [warned] = _refused(output)
    assert refused == ""
    assert warned.startswith(f"the wheel is made although nobody compared its files with {root}/spec, ")
    assert "there is no woospec on the PATH. Put it there (`pip install woospec`" in warned

    # A source distribution has no description beside it.
    alone = tmp_path / "alone"
    shutil.copytree(output, alone / "wooclient-0.1.0")
    (alone / "wooclient-0.1.0" / "PKG-INFO").write_text("Name: wooclient\n")
    assert _refused(alone / "wooclient-0.1.0") == ("", [])

    model.write_text(model.read_text("utf-8") + "# by hand\n", "utf-8")
    (output / "LICENSE").unlink()
    assert _refused(output)[0] == f"LICENSE is not what woospec wrote (2 such files): {mend}"
    assert _refused(output, "editable") == ("", [])


def test_a_package_with_overlays_is_not_called_compared(tmp_path: Path) -> None:
    root, output, file = built_project(tmp_path / "project"), tmp_path / "project/acme", tmp_path / "acme.yaml"
    added = "{x: {type: string, readOnly: true}}"
    file.write_text(overlay(f"- target: $.components.schemas.Thing.properties\n  update: {added}"))
    own = ("--overlay", str(file), "--package", "acme_woo", "--out", str(output))
    assert woospec(root, "build", *own).code == 0
    told, [warned] = _refused(output)
    assert told == ""
    assert warned.startswith("the wheel is made although nobody compared its files with the description")
    assert "`woospec build --check` with the options that it was built with" in warned

    (output / "LICENSE").unlink()
    told, _ = _refused(output)
    assert told.startswith("LICENSE is not what woospec wrote (1 such files): run `woospec build` with the options ")
