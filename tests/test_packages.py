"""The two packages as `pip install` gives them: complete, and neither with a file of the other."""

from __future__ import annotations

import email
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest

import wooclient
import woospec
import yaml_text
from building import OWN_ARCHIVE, PROJECT
from wooclient.__main__ import main as wooclient_main
from woospec.cli import main as woospec_main

PACKAGES = {"woospec": PROJECT, "wooclient": PROJECT / "generated"}
VERSIONS = {"woospec": woospec.__version__, "wooclient": wooclient.__version__}


def _hatch(folder: Path, kind: str, place: Path) -> Path:
    """A package of the kind, made of a folder without a network."""
    place.mkdir(parents=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(place)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (made,) = place.iterdir()
    return made


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    place = tmp_path_factory.mktemp("wheels")
    return {name: _hatch(folder, "wheel", place / name) for name, folder in PACKAGES.items()}


@pytest.fixture(scope="module")
def installed(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Where each wheel is unpacked."""
    place = tmp_path_factory.mktemp("installed")
    for name, wheel in wheels.items():
        zipfile.ZipFile(wheel).extractall(place / name)
    return {name: place / name for name in wheels}


def _about(installed: Path) -> Message:
    (metadata,) = installed.glob("*.dist-info/METADATA")
    return email.message_from_bytes(metadata.read_bytes())


def _files(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def test_each_file_belongs_to_one_package(wheels: dict[str, Path]) -> None:
    for name, wheel in wheels.items():
        assert {path.partition("/")[0].partition("-")[0] for path in _files(wheel)} == {name}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_wheel_has_the_license_and_the_version(installed: dict[str, Path], name: str) -> None:
    about = _about(installed[name])
    assert (about["Name"], about["Version"]) == (name, VERSIONS[name])
    assert (about["License-Expression"], about["License-File"]) == ("MIT", "LICENSE")
    (license,) = installed[name].glob("*.dist-info/licenses/LICENSE")
    assert license.read_text("utf-8") == (PROJECT / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_source_distribution_becomes_the_same_wheel(wheels: dict[str, Path], name: str, tmp_path: Path) -> None:
    source = _hatch(PACKAGES[name], "sdist", tmp_path / "sdist")
    with tarfile.open(source) as packed:
        packed.extractall(tmp_path / "unpacked", **OWN_ARCHIVE)
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert (folder / "LICENSE").read_text("utf-8") == (PROJECT / "LICENSE").read_text("utf-8")
    assert _files(_hatch(folder, "wheel", tmp_path / "wheel")) == _files(wheels[name])


def _run(places: list[Path], code: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Python in a folder that is no clone, with packages from `places`."""
    command = [sys.executable, *options, "-c", f"import sys; sys.path[:0] = {[str(p) for p in places]!r}\n{code}"]
    return subprocess.run(command, cwd=places[0], capture_output=True, text=True, check=False)


_CONTRACT = """
from woospec.cli import main
sys.exit(main(["contract", "--mock", "--read-only", "--versions", "legacy-v1"]))
"""


def test_the_contract_suite_runs_where_both_are_installed(installed: dict[str, Path]) -> None:
    places = list(installed.values())
    origins = f"[m.__file__.startswith({str(places[0].parent)!r}) for m in (woospec, wooclient)]"
    done = _run(places, f"import woospec, wooclient\nassert all({origins})\n{_CONTRACT}")
    assert done.returncode == 0, done.stderr
    assert "legacy-v1" in done.stdout


def test_the_contract_suite_without_the_client_says_what_to_install(installed: dict[str, Path]) -> None:
    done = _run([installed["woospec"]], _CONTRACT, "-S")  # without the packages of this environment
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "woospec: the contract suite comes with the client, and there is no wooclient here: "
        "pip install 'wooclient[contract]'\n"
    )


def test_the_client_asks_for_the_packages_that_it_imports(installed: dict[str, Path]) -> None:
    """The client's project file is rendered: what it says is what is in the wheel."""
    asked = tomllib.loads((PROJECT / "generated" / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    found = _about(installed["wooclient"]).get_all("Requires-Dist") or []
    assert sorted(asked) == sorted(line for line in found if "extra ==" not in line)


# Versions and commands


def test_the_client_has_the_revision_of_the_description() -> None:
    root = yaml_text.load((PROJECT / "spec" / "woocommerce.yaml").read_text("utf-8"))
    assert wooclient.__version__ == root["info"]["version"] == wooclient.openapi("v1")["info"]["version"]


@pytest.mark.parametrize("name", PACKAGES)
def test_the_commands_print_their_version(name: str) -> None:
    done = subprocess.run([sys.executable, "-m", name, "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{name} {VERSIONS[name]}\n", "")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("bogus", "wooclient: there is no command 'bogus'"),
        ("contrct", "wooclient: there is no command 'contrct'; did you mean 'contract'?"),
        ("\x1b[2J", "wooclient: there is no command '\\x1b[2J'"),
    ],
)
def test_the_client_names_an_unknown_command(
    given: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["wooclient", given])
    assert wooclient_main() == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == said
    assert "`wooclient --help`" in err


def test_the_generator_names_an_unknown_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        woospec_main(["bogus"])
    assert ended.value.code == 2
    assert "'bogus'" in capsys.readouterr().err
