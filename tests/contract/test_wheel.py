"""What `pip install` gives: a package of this project has the contract suite in it, without a clone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from building import PROJECT


def test_woospec_contract_runs_from_the_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "installed"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(place)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    script = (
        "import sys, woospec, wooclient; from woospec.cli import main;"
        f"assert all(module.__file__.startswith({str(place)!r}) for module in (woospec, wooclient));"
        "sys.exit(main(['contract', '--mock', '--read-only', '--versions', 'legacy-v1']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "legacy-v1" in done.stdout
